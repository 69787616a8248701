import type { AccountClient } from './account-client.js';
import { AccountError } from './account-error.js';
import type { LayerProof } from './layer-proof.js';
import { expectShape, isText } from './response-shape.js';

/** What the page's own Account API layer offers; what is missing is off. */
export interface Capabilities {
  personalAccessTokens?: {
    /** The longest time, in days, for which a new token may be good; `null` for any time, and for ever. */
    maxDays: number | null;
  };
  /** Whether accounts are deleted: at once, or after so many days without a way in. */
  deleteAccount?: { graceDays: number };
  /** Whether there is a history of sign-ins, which has no more to say. */
  signInHistory?: object;
  /** Which parts of a copy of the user's data there are. */
  dataExport?: { parts: readonly string[] };
  organizations?: {
    leave: boolean;
    invitations: boolean;
  };
}

/** `GET /capabilities`; nothing where the page has no such layer. */
export async function getCapabilities(client: AccountClient): Promise<Capabilities> {
  if (client.accountApi === undefined) return {};
  try {
    return expectShape(await client.send({ method: 'GET', path: 'capabilities', isOfLayer: true }), () => true);
  } catch (cause) {
    const { kind, code } = AccountError.from(cause);
    throw kind === 'rejected' ? new AccountError('unexpected', code, { cause }) : cause; // nothing that the user did
  }
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
  const { personalAccessTokens } = expectShape<{ personalAccessTokens: PersonalAccessToken[] }>(body, (answer) =>
    Array.isArray(answer.personalAccessTokens),
  );
  return personalAccessTokens.filter((token) => isText(token?.name));
}

/** `POST /personal-access-tokens`. The secret is in this answer and in no other. */
export async function createPersonalAccessToken(
  client: AccountClient,
  json: Pick<PersonalAccessToken, 'name' | 'expiresAt'>,
  verification: LayerProof,
): Promise<PersonalAccessToken & { value: string }> {
  const body = await client.send({
    method: 'POST',
    path: 'personal-access-tokens',
    json,
    verification,
    isOfLayer: true,
  });
  return expectShape<PersonalAccessToken & { value: string }>(body, ({ name, value }) => isText(name) && isText(value));
}

/** `PATCH /personal-access-tokens` */
export const renamePersonalAccessToken = (client: AccountClient, currentName: string, name: string) =>
  client.send({ method: 'PATCH', path: 'personal-access-tokens', json: { currentName, name }, isOfLayer: true });

/** `POST /personal-access-tokens/delete`: a name may be anything, so it is in no path. */
export const deletePersonalAccessToken = (client: AccountClient, name: string, verification: LayerProof) =>
  client.send({
    method: 'POST',
    path: 'personal-access-tokens/delete',
    json: { name },
    verification,
    isOfLayer: true,
  });

/** When and where the user signed in. */
export interface SignIn {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Logto keeps failed tries without the user, so as a rule there are only successes. */
  result: 'success' | 'failure';
  ip: string | null;
  /** Only Logto Cloud knows country and city. */
  country: string | null;
  city: string | null;
  userAgent: string | null;
  /** Without a name when it is gone. */
  application: { id: string; name: string | null } | null;
}

/** The newest first. */
export interface SignInPage {
  signIns: SignIn[];
  /** Where older ones are; `null` at the end. */
  nextPage: number | null;
}

/** `GET /sign-in-history` */
export async function getSignIns(client: AccountClient, page: number, verification: LayerProof): Promise<SignInPage> {
  const path = `sign-in-history?page=${page}`;
  const body = await client.send({ method: 'GET', path, verification, isOfLayer: true });
  const { signIns, nextPage } = expectShape<SignInPage>(body, (answer) => Array.isArray(answer.signIns));
  return { signIns: signIns.filter((signIn) => isText(signIn?.id)), nextPage: Number(nextPage) || null };
}

/** `GET /data-export/:part`: all of it, however many pages it has. */
export async function getDataPart(client: AccountClient, part: string, verification: LayerProof): Promise<unknown> {
  const all: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const path = `data-export/${encodeURIComponent(part)}?page=${page}`;
    const body = await client.send({ method: 'GET', path, verification, isOfLayer: true });
    const { data, nextPage } = expectShape<{ data: unknown; nextPage?: unknown }>(body, (answer) =>
      Object.hasOwn(answer, 'data'),
    );
    if (!Array.isArray(data)) return data;
    all.push(...(data as unknown[]));
    if (nextPage !== page + 1) return all;
  }
}
