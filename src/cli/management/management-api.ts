import { getOwn } from '../../untrusted.js';
import { ask, problemIn } from '../http.js';
import type { Credentials } from './credentials.js';

/** The Management API did not do what was asked. The message says why, and nothing of its answer but a code. */
export class ManagementError extends Error {
  override readonly name = 'ManagementError';
}

/** The Management API, by one token for everything. */
export class ManagementApi {
  private constructor(
    private readonly endpoint: string,
    private readonly token: string,
  ) {}

  /** Throws a `ManagementError` when the credentials are refused, and a `SettingsError` when nothing answers. */
  static async open(endpoint: string, { appId, appSecret, resource }: Credentials): Promise<ManagementApi> {
    const answer = await ask(`${endpoint}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${encodeURIComponent(appId)}:${encodeURIComponent(appSecret)}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'all' }),
    });
    const token = getOwn(answer.body, 'access_token');
    if (answer.status !== 200 || typeof token !== 'string')
      throw new ManagementError(refusal(problemIn(answer), resource));
    // Logto gives a token all the same when the role is missing: one that is good for nothing.
    if (getOwn(answer.body, 'scope') !== 'all')
      throw new ManagementError('The application has no role that lets it use the Management API.');
    return new ManagementApi(endpoint, token);
  }

  /** `undefined` when there is no such thing. */
  async find(path: string): Promise<unknown> {
    const answer = await this.#send('GET', path);
    if (answer.status === 404) return undefined;
    return bodyOf(answer, `GET ${path}`);
  }

  async read(path: string): Promise<unknown> {
    return bodyOf(await this.#send('GET', path), `GET ${path}`);
  }

  async patch(path: string, body: object): Promise<unknown> {
    return bodyOf(await this.#send('PATCH', path, body), `PATCH ${path}`);
  }

  #send(method: string, path: string, body?: object) {
    return ask(`${this.endpoint}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}

function bodyOf(answer: Awaited<ReturnType<typeof ask>>, what: string): unknown {
  if (answer.status === 200 && answer.body !== undefined) return answer.body;
  throw new ManagementError(`${what} was answered with ${problemIn(answer)}.`);
}

function refusal(problem: string, resource: string): string {
  if (problem.endsWith('invalid_target')) return `Logto knows no API ${resource} (${problem}).`;
  return `Logto gave no token for these credentials (${problem}).`;
}
