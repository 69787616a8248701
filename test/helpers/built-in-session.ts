import { ada, type FakeLogto } from '../fake-logto/fake-logto.js';

/** The application that the layer of a page belongs to. */
export const appId = 'demo-app';

const keyOf = (item: string) => `logto:${appId}:${item}`;

export interface BuiltInSession {
  logto: FakeLogto;
  /** The endpoint of the tenant. */
  at: string;
  userId?: string;
  /** What was granted; everything when left out. */
  scopes?: string[];
  /** Seconds since 1970: when the user signed in, if that is told. */
  signedInAt?: number;
}

/** Signs a user in as `@logto/browser` keeps it, until the test ends. Mounted with this, a provider has it. */
export async function signInBuiltIn({ logto, at, userId = ada, scopes, signedInAt }: BuiltInSession) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: `${at}/oidc`, aud: appId, sub: userId, iat: now, exp: now + 3600 };
  const idToken = await logto.idTokens.sign({ ...claims, ...(signedInAt && { auth_time: signedInAt }) });
  const token = logto.issueToken(userId, scopes ? { scopes } : {});
  const scope = logto.tenant.accessTokens[token]!.scopes.join(' ');
  localStorage.setItem(keyOf('idToken'), idToken);
  localStorage.setItem(keyOf('refreshToken'), 'renews');
  localStorage.setItem(keyOf('accessToken'), JSON.stringify({ '@': { token, scope, expiresAt: now + 3600 } }));
  return { idToken, attributes: { 'app-id': appId }, properties: { getAccessToken: undefined } };
}

/** What is stored of the session, by name. */
export const storedOfSession = () =>
  ['idToken', 'refreshToken', 'accessToken'].filter((item) => localStorage.getItem(keyOf(item)) !== null);

afterEach(() => {
  for (const storage of [localStorage, sessionStorage])
    for (const key of Object.keys(storage)) if (key.includes(appId) || key.startsWith('logto')) storage.removeItem(key);
});
