import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { Ajv2020 } from 'ajv/dist/2020.js';

import { collectData, type DataExport } from '../../components/data-export/collect-data.js';
import { AccountStore } from '../../src/state/account-store.js';
import { StepUpBroker } from '../../src/verification/step-up-broker.js';
import { ada, FakeLogto, withGrant, withPasskey, withTotp, type Interceptor } from '../fake-logto/fake-logto.js';
import { aClient, failureOf, type ClientSetUp } from '../helpers/node-stand-in.js';
import { description } from './account-api-description.js';

const schema = readFileSync(new URL('../../components/data-export/data-export.schema.json', import.meta.url), 'utf8');
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: 'description', ...description });
const validate = ajv.compile(JSON.parse(schema.replaceAll('../../src/server/account-api.openapi.json', 'description')));

/** What in the file is not as its schema says. */
function mistakesIn(file: DataExport): unknown[] {
  validate(JSON.parse(JSON.stringify(file)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const password = 'Walnut-Lamp!73';
let tenants = 0;

/** Ada's file, which she asks for with her password as proof. */
async function fileOf({ offered = [], ...setUp }: ClientSetUp & { offered?: string[] } = {}) {
  const endpoint = `https://exports-${(tenants += 1)}.logto.example`;
  const record = aClient({ endpoint, ...setUp });
  let proofs = 0;
  const stepUp = new StepUpBroker(async (attempt) => {
    proofs += 1;
    await attempt.verifyPassword(password);
  });
  const store = new AccountStore(record.client, async () => undefined, stepUp);
  await store.refresh();
  const file = collectData(store.person!, { offered, canSignIn: false });
  await file.catch(() => undefined);
  return { ...record, file, proofs };
}

const aFullTenant = () => {
  const logto = new FakeLogto();
  const user = logto.tenant.users[0]!;
  withTotp(user);
  withPasskey(user, { name: 'Laptop' });
  withGrant(
    logto.tenant,
    user,
    { id: 'printer', name: 'Printer' },
    { scopes: ['openid', 'email'], iat: 1_795_000_000 },
  );
  user.identities = { github: { userId: '1', details: { id: '1', name: 'ada', rawData: { token: 'secret' } } } };
  return logto;
};

const reasons = ({ missing }: DataExport) => missing.map(({ part, reason }) => `${part} ${reason}`);
const onlyInLayer = ['roles', 'organizations', 'personalAccessTokens', 'signInHistory'];
const answers =
  (where: RegExp, status: number, code: string): Interceptor =>
  ({ method, url }) =>
    where.test(`${method} ${url}`) ? Response.json({ code, message: '' }, { status }) : undefined;

describe('exported data', () => {
  it('come from the Account API without a layer, and list what is missing', async () => {
    const { file, proofs } = await fileOf({ logto: aFullTenant() });
    const found = await file;
    assert.deepEqual(mistakesIn(found), []);
    assert.deepEqual(Object.keys(found.data), ['account', 'identities', 'factors', 'sessions', 'grants']);
    assert.deepEqual(
      reasons(found),
      onlyInLayer.map((part) => `${part} unavailable`),
    );
    assert.equal((found.data.account as { id: string }).id, ada);
    assert.equal(proofs, 1);
  });

  it('contain only what the schema of each response allows', async () => {
    const { file } = await fileOf({ logto: aFullTenant() });
    const text = JSON.stringify(await file);
    for (const secret of ['secret', password, 'hasSecurityVerificationMethod', 'pat_'])
      assert.ok(!text.includes(secret));
  });

  it('come page by page from what the layer offers, with one verification', async () => {
    const layer: Interceptor = ({ url }) => {
      const { pathname, searchParams } = new URL(url);
      if (!pathname.startsWith('/layer/')) return undefined;
      const part = pathname.replace('/layer/data-export/', '');
      const page = Number(searchParams.get('page'));
      return Response.json({
        part,
        data: [{ name: `${part} ${page}`, description: null }],
        nextPage: page < 3 ? page + 1 : null,
      });
    };
    const endpoint = `https://exports-${tenants + 1}.logto.example`;
    const { file, requests } = await fileOf({ accountApi: `${endpoint}/layer`, offered: ['roles'], answer: layer });
    const found = await file;
    assert.deepEqual(mistakesIn(found), []);
    assert.deepEqual(
      (found.data.roles as { name: string }[]).map(({ name }) => name),
      ['roles 1', 'roles 2', 'roles 3'],
    );
    const guarded = requests.filter(({ url }) => /layer|sessions|grants/.test(url));
    const proofs = new Set(guarded.map(({ headers }) => headers.get('logto-verification-id')));
    assert.equal(proofs.size, 1);
    assert.ok([...proofs][0]);
  });

  it('list the fields that may not be read', async () => {
    const { file } = await fileOf({
      logto: new FakeLogto({ fields: { customData: 'Off', phone: 'Off', mfa: 'Off' } }),
    });
    const { missing, data } = await file;
    assert.deepEqual(missing[0], { part: 'account', fields: ['primaryPhone', 'customData'], reason: 'unavailable' });
    assert.deepEqual(missing[1], { part: 'factors', reason: 'unavailable' });
    assert.equal('customData' in (data.account as object), false);
  });

  it('continue after a part that fails, and say that it may be available next time', async () => {
    const { file } = await fileOf({ answer: answers(/mfa-verifications/, 500, 'x') });
    assert.deepEqual(reasons(await file)[0], 'factors failed');
  });

  it('are not created without the account', async () => {
    let isUp = true;
    const answer: Interceptor = (request) => (isUp ? undefined : answers(/my-account$/, 500, 'x')(request));
    const { file } = await fileOf({
      answer: (request) => {
        if (request.url.includes('/verifications/')) isUp = false; // once it is on the screen
        return answer(request);
      },
    });
    assert.equal(await failureOf(file), 'unexpected x');
  });

  it('are not created incompletely if the connection is lost', async () => {
    const { file } = await fileOf({
      answer: ({ url }) => (url.includes('/mfa-verifications') ? Response.error() : undefined),
    });
    assert.match(await failureOf(file), /^network/);
  });

  it('leave out parts that need verification for a user without any way to verify', async () => {
    const logto = new FakeLogto();
    const nothing = { password: null, primaryEmail: null, primaryPhone: null };
    Object.assign(logto.tenant.users[0]!, nothing, { identities: { github: { userId: '1' } } });
    const { file, proofs } = await fileOf({ logto, offered: ['account', 'sessions'], accountApi: 'https://x.example' });
    const found = await file;
    assert.deepEqual(mistakesIn(found), []);
    assert.deepEqual(Object.keys(found.data), ['account', 'identities', 'factors']);
    assert.equal(proofs, 0);
  });
});
