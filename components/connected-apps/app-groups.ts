import type { Grant } from '../../src/api/grants.js';

/** An app, with everything that the user has allowed it. */
export interface ConnectedApp {
  /** Its client id. */
  id: string;
  /** As it calls itself; its host where its id is a URL; `undefined` when nothing says. */
  name: string | undefined;
  grants: readonly Grant[];
  /** Milliseconds since 1970, of the first grant; `undefined` when that is not known. */
  since: number | undefined;
  /** Scopes of OIDC, then those of APIs, each once. */
  scopes: readonly string[];
}

/** An app asks anew each time that it signs the user in, so it may hold several grants. */
export function appsOf(grants: readonly Grant[]): ConnectedApp[] {
  const byApp = new Map<string, Grant[]>();
  for (const grant of grants) {
    const id = grant.payload.clientId;
    byApp.set(id, [...(byApp.get(id) ?? []), grant]);
  }
  return [...byApp].map(([id, all]) => ({
    id,
    name: nameOf(id, all),
    grants: all,
    since: firstOf(all.map(({ payload }) => payload.iat)),
    scopes: [...new Set(all.flatMap(scopesOf))].filter(Boolean),
  }));
}

function scopesOf({ payload: { openid, resources } }: Grant): string[] {
  const all = [openid?.scope, ...Object.values(Object(resources) as Record<string, unknown>)];
  return all.flatMap((scope) => (typeof scope === 'string' ? scope.split(' ') : []));
}

function nameOf(id: string, grants: readonly Grant[]): string | undefined {
  const name = grants.map(({ application }) => application?.name?.trim()).find(Boolean);
  // Apps that register themselves have the address of their own description as id.
  return name ?? (/^https?:/.test(id) && URL.canParse(id) ? new URL(id).host : undefined);
}

function firstOf(seconds: readonly (number | undefined)[]): number | undefined {
  const known = seconds.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) * 1000 : undefined;
}
