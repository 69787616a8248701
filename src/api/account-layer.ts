import type { AccountClient } from './account-client.js';
import { expectShape, isText } from './response-shape.js';

/** What the page's own Account API layer offers; what is missing is off. */
export interface Capabilities {
  personalAccessTokens?: {
    /** The longest time, in days, for which a new token may be good; `null` for any time, and for ever. */
    maxDays: number | null;
  };
  organizations?: {
    leave: boolean;
    invitations: boolean;
  };
}

/** `GET /capabilities`; nothing where the page has no such layer. */
export async function getCapabilities(client: AccountClient): Promise<Capabilities> {
  if (client.accountApi === undefined) return {};
  return expectShape(await client.send({ method: 'GET', path: 'capabilities', isOfLayer: true }), () => true);
}

/** A personal access token, without its secret. Times are milliseconds since 1970. */
export interface PersonalAccessToken {
  /** Unique, and the only key there is. */
  name: string;
  createdAt: number;
  /** `null`: never. */
  expiresAt: number | null;
}

/** `GET /personal-access-tokens` */
export async function getPersonalAccessTokens(client: AccountClient): Promise<PersonalAccessToken[]> {
  const body = await client.send({ method: 'GET', path: 'personal-access-tokens', isOfLayer: true });
  const { personalAccessTokens } = expectShape<{ personalAccessTokens: PersonalAccessToken[] }>(
    body,
    (answer: { personalAccessTokens?: unknown }) => Array.isArray(answer.personalAccessTokens),
  );
  return personalAccessTokens.filter((token) => isText(token?.name));
}

/** `POST /personal-access-tokens`. The secret is in this answer and in no other. */
export async function createPersonalAccessToken(
  client: AccountClient,
  json: Pick<PersonalAccessToken, 'name' | 'expiresAt'>,
  verification: string,
): Promise<PersonalAccessToken & { value: string }> {
  const body = await client.send({
    method: 'POST',
    path: 'personal-access-tokens',
    json,
    verification,
    isOfLayer: true,
  });
  return expectShape(body, ({ name, value }: { name?: unknown; value?: unknown }) => isText(name) && isText(value));
}

/** `POST /personal-access-tokens/delete`: a name may be anything, so it is in no path. */
export const deletePersonalAccessToken = (client: AccountClient, name: string, verification: string) =>
  client.send({
    method: 'POST',
    path: 'personal-access-tokens/delete',
    json: { name },
    verification,
    isOfLayer: true,
  });
