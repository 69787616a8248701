import type { LogtoClientLike } from '../../src/session/client-session.js';
import { ada, type FakeLogto } from '../fake-logto/fake-logto.js';
import { endpoint } from './stand-in.js';

/** The client that a host application has already, as far as the library uses it, with a record of its calls. */
export class HostClient implements Required<LogtoClientLike> {
  readonly logtoConfig = { endpoint, appId: 'host-app' };
  readonly calls: string[] = [];
  #token: string | undefined;

  /** What signing in and out does; nothing by default, as the real ones leave the page. */
  leave: () => Promise<void> = async () => undefined;

  constructor(
    private readonly logto: FakeLogto,
    /** Whose session it is; `null` when nobody is signed in. */
    private userId: string | null = ada,
  ) {}

  async getAccessToken(): Promise<string> {
    // As @logto/browser does it.
    if (!this.userId) throw Object.assign(new Error('Not authenticated.'), { code: 'not_authenticated' });
    return (this.#token ??= this.logto.issueToken(this.userId));
  }

  /** Seconds since 1970: when the user signed in, if that is told. */
  signedInAt: number | undefined;

  async getIdToken() {
    const { endpoint: at } = this.logtoConfig;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: `${at}/oidc`, aud: 'demo-app', sub: this.userId, iat: now, exp: now + 3600 };
    return this.logto.idTokens.sign({ ...claims, ...(this.signedInAt && { auth_time: this.signedInAt }) });
  }

  async clearAccessToken() {
    this.calls.push('clearAccessToken');
    this.#token = undefined;
  }

  async clearAllTokens() {
    this.calls.push('clearAllTokens');
    this.#token = undefined;
    this.userId = null;
  }

  async signIn(options: string | URL | object) {
    const isAddress = typeof options === 'string' || options instanceof URL;
    this.calls.push(`signIn ${isAddress ? String(options) : JSON.stringify(options)}`);
    await this.leave();
  }

  async signOut(redirectUri?: string) {
    this.calls.push(`signOut ${redirectUri}`);
    await this.leave();
  }
}
