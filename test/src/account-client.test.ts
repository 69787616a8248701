import { expect } from '@open-wc/testing';

import { AccountClient, type AccountClientOptions } from '../../src/api/account-client.js';
import { AccountError } from '../../src/api/account-error.js';
import { getAccount, patchAccount } from '../../src/api/account.js';
import { ada, FakeLogto, type Interceptor } from '../fake-logto/fake-logto.js';
import { endpoint, serve } from '../helpers/stand-in.js';

const never = () => new Promise<undefined>(() => undefined);

/** An incomplete response. */
function stalledBody() {
  const half = new TextEncoder().encode('{"id":"ada');
  return new Response(new ReadableStream({ start: (stream) => stream.enqueue(half) }), {
    headers: { 'content-type': 'application/json' },
  });
}

function aClient(answer: Interceptor, options: Partial<AccountClientOptions> = {}) {
  const logto = new FakeLogto();
  logto.intercept(answer);
  serve(logto);
  const token = async () => logto.issueToken(ada);
  const tokens = { getAccessToken: token, renewAccessToken: token };
  return { logto, client: new AccountClient({ endpoint, tokens, ...options }) };
}

const kindOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no failure',
    (cause: unknown) => AccountError.from(cause).kind,
  );

describe('a request of the account client, in a browser,', () => {
  it('reads an account from another origin without cookies', async () => {
    const { client } = aClient(() => undefined);
    document.cookie = 'unrelated=1';
    expect((await getAccount(client)).name).to.equal('Ada Lovelace');
  });

  it('fails with “network” if CORS blocks the response', async () => {
    const { client } = aClient(() => undefined);
    expect(await kindOf(client.send({ method: 'GET', path: '.well-known/sign-in-exp' }))).to.equal('network');
  });

  it('times out', async () => {
    const { client } = aClient(never, { timeout: 300 });
    expect(await kindOf(getAccount(client))).to.equal('timeout');
  });

  it('supports a custom timeout', async () => {
    const { client } = aClient(never);
    expect(await kindOf(client.send({ method: 'GET', path: 'my-account', timeout: 30 }))).to.equal('timeout');
  });

  it('rejects with “aborted” when it is aborted', async () => {
    const { client } = aClient(never);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 10);
    expect(await kindOf(getAccount(client, controller.signal))).to.equal('aborted');
  });

  it('rejects with “aborted” when it is aborted with a reason', async () => {
    const { client } = aClient(never);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('The page is gone.')), 10);
    expect(await kindOf(getAccount(client, controller.signal))).to.equal('aborted');
  });

  it('is not sent if the signal is already aborted', async () => {
    const { client, logto } = aClient(() => undefined);
    expect(await kindOf(getAccount(client, AbortSignal.abort()))).to.equal('aborted');
    expect(logto.requests).to.deep.equal([]);
  });

  it('rejects with “aborted” when it is aborted while the response arrives', async () => {
    const { client } = aClient(stalledBody);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    expect(await kindOf(getAccount(client, controller.signal))).to.equal('aborted');
  });

  it('times out if the rest of the response never arrives', async () => {
    const { client } = aClient(stalledBody, { timeout: 100 });
    expect(await kindOf(getAccount(client))).to.equal('timeout');
  });

  it('is not repeated if a write times out', async () => {
    const { client, logto } = aClient(never, { timeout: 300 });
    expect(await kindOf(patchAccount(client, { name: 'Ada King' }))).to.equal('timeout');
    expect(logto.requests).to.deep.equal([{ method: 'PATCH', path: '/api/my-account' }]);
  });
});
