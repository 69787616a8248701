import { AccountError } from '../api/account-error.js';
import { isIssuerAt, issuerAt } from '../settings/issuer.js';
import { claimsOf, type StoredSession } from './stored-session.js';

/**
 * How long one answer may take, in milliseconds. Half of what anybody waits for, so that other tabs, which wait for
 * their turn meanwhile, can try themselves.
 */
const timeLimit = 14_000;

type Answer = Record<string, unknown>;

/** What the endpoint says about itself does not change while a page is open. */
const metadata = new Map<string, Answer>();

/** Makes the requests of the SDK, and lets nothing through that is not from this issuer or no answer at all. */
export function requesterFor(endpoint: string, stored: StoredSession) {
  return async <Body>(...[input, init]: Parameters<typeof fetch>): Promise<Body> => {
    const url = input instanceof Request ? input.url : String(input);
    const isDiscovery = url.endsWith('/.well-known/openid-configuration');
    const known = isDiscovery ? metadata.get(url) : undefined;
    const answer = known ?? (await request(url, init));
    if (isDiscovery) metadata.set(url, checkedMetadata(endpoint, answer));
    const grantType = grantTypeOf(init);
    if (grantType) checkTokens(answer);
    if (grantType === 'refresh_token') checkUser(answer, stored);
    return answer as Body;
  };
}

async function request(url: string, init: RequestInit | undefined): Promise<Answer> {
  const signal = AbortSignal.timeout(timeLimit);
  try {
    const response = await fetch(url, { ...init, signal, credentials: 'omit', redirect: 'error' });
    const text = await response.text();
    const body = bodyOf(text);
    if (!response.ok) throw refusal(response.status, body);
    if (!body && text !== '') throw malformed();
    return body ?? {}; // the answer to a revocation is empty
  } catch (cause) {
    // Firefox calls a body that comes too late an abort.
    throw signal.aborted ? new AccountError('timeout', undefined, { cause }) : cause;
  }
}

function bodyOf(text: string): Answer | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Answer) : undefined;
  } catch {
    return undefined;
  }
}

/** Logto's own `code`, or that of the standard (RFC 6749, 5.2). Only a refused grant is the end of a session. */
function refusal(status: number, body: Answer = {}): AccountError {
  const code = [body['code'], body['error'], `http_${status}`].find((value) => typeof value === 'string') as string;
  if (status === 429) return new AccountError('rate-limited', code);
  return status === 400 && /^(oidc\.)?invalid_grant$/.test(code)
    ? new AccountError('signed-out', 'invalid_grant')
    : new AccountError('unexpected', code);
}

const malformed = () => new AccountError('unexpected', 'malformed_response');

/**
 * OpenID Connect Discovery 1.0, 4.3: an endpoint that speaks in the name of another issuer would be given the codes of
 * that other one (RFC 9207).
 */
function checkedMetadata(endpoint: string, answer: Answer): Answer {
  const names = ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'end_session_endpoint', 'revocation_endpoint'];
  if (typeof answer['issuer'] !== 'string' || !names.every((name) => isAddress(answer[name]))) throw malformed();
  if (!isIssuerAt(endpoint, answer['issuer']))
    throw new AccountError('unexpected', 'issuer_mismatch', {
      cause: new Error(`The issuer is ${answer['issuer']} and not ${issuerAt(endpoint)}.`),
    });
  return answer;
}

const isAddress = (value: unknown) => typeof value === 'string' && /^https?:$/.test(protocolOf(value));

const protocolOf = (url: string) => (URL.canParse(url) ? new URL(url).protocol : '');

const grantTypeOf = (init: RequestInit | undefined) =>
  typeof init?.body === 'string' ? new URLSearchParams(init.body).get('grant_type') : null;

/** Nothing is stored of an answer that is none: the refresh token that is there may still be good. */
function checkTokens(answer: Answer): void {
  const { access_token: accessToken, refresh_token: refreshToken, id_token: idToken, expires_in: expiresIn } = answer;
  const isText = (value: unknown) => typeof value === 'string' && value !== '';
  const isTextIfThere = (value: unknown) => value === undefined || isText(value);
  if (!isText(accessToken) || typeof expiresIn !== 'number') throw malformed();
  if (!isTextIfThere(refreshToken) || !isTextIfThere(idToken)) throw malformed();
}

/** A renewed token is the same user's (OpenID Connect Core 1.0, 12.2). */
function checkUser({ id_token: idToken }: Answer, { claims }: StoredSession): void {
  const renewed = claimsOf(typeof idToken === 'string' ? idToken : null);
  if (claims && renewed && (claims.sub !== renewed.sub || claims.iss !== renewed.iss))
    throw new AccountError('signed-out', 'other_user');
}
