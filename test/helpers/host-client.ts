import type { LogtoClientLike } from '../../components/account-provider/client-session.js';
import { ada, type FakeLogto } from '../fake-logto/fake-logto.js';
import { endpoint } from './stand-in.js';

/** The client that a host application has already, as far as the library uses it, with a record of its calls. */
export class HostClient implements Required<LogtoClientLike> {
  readonly logtoConfig = { endpoint };
  readonly calls: string[] = [];
  #token: string | undefined;

  /** What signing in and out does; nothing by default, as the real ones leave the page. */
  leave: () => Promise<void> = async () => undefined;

  constructor(
    private readonly logto: FakeLogto,
    /** Whose session it is; `null` when nobody is signed in. */
    private readonly userId: string | null = ada,
  ) {}

  async getAccessToken(): Promise<string> {
    // As @logto/browser does it.
    if (!this.userId) throw Object.assign(new Error('Not authenticated.'), { code: 'not_authenticated' });
    return (this.#token ??= this.logto.issueToken(this.userId));
  }

  async clearAccessToken() {
    this.calls.push('clearAccessToken');
    this.#token = undefined;
  }

  async signIn(redirectUri: string) {
    this.calls.push(`signIn ${redirectUri}`);
    await this.leave();
  }

  async signOut(redirectUri?: string) {
    this.calls.push(`signOut ${redirectUri}`);
    await this.leave();
  }
}
