import { isRecord } from '../../untrusted.js';

export interface Found<Route> {
  route: Route;
  params: Record<string, string>;
}

/** Finds what a request asks for: its route, the methods that its path knows, or neither. */
export function findRoute<Route extends { method: string; path: string }>(
  routes: readonly Route[],
  method: string,
  path: string,
): Found<Route> | { allow: string } | undefined {
  const matches = routes.flatMap((route) => {
    const params = match(route.path, path);
    return isRecord(params) ? [{ route, params }] : [];
  });
  if (matches.length === 0) return undefined;
  const found = matches.find(({ route }) => route.method === method);
  return found ?? { allow: [...new Set(matches.map(({ route }) => route.method))].join(', ') };
}

/** Segments stay as they were sent: what would have to be decoded is no id. */
function match(pattern: string, path: string): Record<string, string> | undefined {
  const [expected, actual] = [pattern.split('/'), path.split('/')];
  if (expected.length !== actual.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? '';
    if (segment.startsWith(':')) params[segment.slice(1)] = value;
    else if (segment !== value) return undefined;
  }
  return params;
}
