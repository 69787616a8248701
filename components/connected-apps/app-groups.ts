import type { Grant } from '../../src/api/grants.js';

/** An app, with everything that the user has allowed it. */
export interface ConnectedApp {
  /** Its client id. */
  id: string;
  /** As it calls itself, else its host; `undefined` when nothing says. */
  name: string | undefined;
  /** Where it is at home, beside the name that it has given itself; `undefined` when nothing says. */
  host: string | undefined;
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
  return [...byApp].map(([id, all]) => {
    const name = all.map(({ application }) => application?.name?.trim()).find(Boolean);
    const host = hostIn(id);
    return {
      id,
      name: name ?? host,
      host: name && host,
      grants: all,
      since: firstOf(all.map(({ payload }) => payload.iat)),
      scopes: [...new Set(all.flatMap(scopesOf))].filter(Boolean),
    };
  });
}

function scopesOf({ payload: { openid, resources } }: Grant): string[] {
  const all = [openid?.scope, ...Object.values(resources ?? {})];
  return all.flatMap((scope) => (typeof scope === 'string' ? scope.split(' ') : []));
}

/** Apps that register themselves have the address of their own description as id, and call themselves what they like. */
const hostIn = (id: string) => (/^https?:/.test(id) && URL.canParse(id) ? new URL(id).host : undefined);

function firstOf(seconds: readonly (number | undefined)[]): number | undefined {
  const known = seconds.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) * 1000 : undefined;
}
