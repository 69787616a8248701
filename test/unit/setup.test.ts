import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';

import type { FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { credentials, runHere, type RunningHere } from './cli-set-up.js';
import { startTenant } from './settings-cli-set-up.js';

const origin = 'https://app.example.com';

async function tenantFor(t: TestContext, options: FakeLogtoOptions = {}) {
  const { logto, origin: endpoint } = await startTenant(t, options);
  const setUp = (more: string[] = [], running: RunningHere = {}) =>
    runHere(['setup', '-e', endpoint, '-a', 'demo-app', '--origin', origin, ...more], {
      environment: credentials,
      ...running,
    });
  const patches = () => logto.requests.filter(({ method }) => method === 'PATCH').map(({ path }) => path);
  return { logto, tenant: logto.tenant, endpoint, setUp, patches };
}

/** As Logto makes tenants. */
async function freshTenant(t: TestContext) {
  const fresh = await tenantFor(t, { enabled: false, webauthnRelatedOrigins: [] });
  fresh.tenant.accountCenter.fields = {};
  return fresh;
}

describe('the setup command', { concurrency: 2 }, () => {
  it('sets up a fresh tenant, after which the doctor finds nothing broken', async (t) => {
    const { tenant, endpoint, setUp } = await freshTenant(t);
    const { code, out } = await setUp(['--yes']);
    assert.equal(code, 0);
    assert.match(out, /enabled: false -> true\n {2}fields\.name: Off -> Edit\n/);
    assert.match(out, /Read again: all of it is set up\.\n$/);
    assert.equal(tenant.accountCenter.enabled, true);
    assert.deepEqual(tenant.accountCenter.webauthnRelatedOrigins, [origin]);
    assert.deepEqual([...new Set(Object.values(tenant.accountCenter.fields))], ['Edit']);
    const doctor = await runHere(['doctor', '-e', endpoint, '-a', 'demo-app', '--origin', origin], {
      environment: credentials,
    });
    assert.equal(doctor.code, 0, doctor.out);
  });

  it('shows the change and asks before changing anything', async (t) => {
    const { setUp, patches } = await freshTenant(t);
    for (const answer of ['', 'n', 'no', 'maybe']) {
      const { code, out, err, asked } = await setUp([], { answer });
      assert.deepEqual([code, asked.length, err], [1, 1, 'Nothing was changed.\n'], answer);
      assert.match(out, /^Account center\n {2}enabled: false -> true\n/);
    }
    assert.deepEqual(patches(), []);
    assert.equal((await setUp([], { answer: 'Yes' })).code, 0);
    assert.deepEqual(patches(), ['/api/account-center', '/api/applications/demo-app']);
  });

  it('neither removes anything nor lowers access', async (t) => {
    const { tenant, setUp } = await tenantFor(t, { fields: { email: 'ReadOnly', phone: 'Off' } });
    const application = tenant.applications[0]!;
    application.corsAllowedOrigins = ['https://kept.example'];
    const before = structuredClone({ center: tenant.accountCenter, application });
    assert.equal((await setUp(['--yes', '--fields', 'name=ReadOnly,phone=ReadOnly'])).code, 0);
    assert.deepEqual(tenant.accountCenter, {
      ...before.center,
      fields: { ...before.center.fields, phone: 'ReadOnly' },
      webauthnRelatedOrigins: [...before.center.webauthnRelatedOrigins, origin],
    });
    assert.deepEqual(application, {
      ...before.application,
      redirectUris: [...before.application.redirectUris, `${origin}/`],
      postLogoutRedirectUris: [...before.application.postLogoutRedirectUris, `${origin}/`],
    });
  });

  it('keeps fields that are already set, unless they are named', async (t) => {
    const { tenant, setUp } = await freshTenant(t);
    tenant.accountCenter.fields = { name: 'ReadOnly' };
    await setUp(['--yes']);
    assert.deepEqual(tenant.accountCenter.fields, { name: 'ReadOnly' });
    await setUp(['--yes', '--fields', 'name email=ReadOnly']);
    assert.deepEqual(tenant.accountCenter.fields, { name: 'Edit', email: 'ReadOnly' });
  });

  it('has nothing to do the second time', async (t) => {
    const { setUp, patches } = await freshTenant(t);
    await setUp(['--yes']);
    const before = patches().length;
    const { code, out, asked } = await setUp();
    assert.deepEqual([code, out, asked], [0, 'Nothing to change: all of it is set up.\n', []]);
    assert.equal(patches().length, before);
  });

  it('adds second factors and keeps the policy', async (t) => {
    const { tenant, setUp } = await tenantFor(t, { mfa: { factors: ['Totp'], policy: 'Mandatory' } });
    assert.equal((await setUp(['--yes', '--factors', 'WebAuthn,Totp'])).code, 0);
    assert.deepEqual(tenant.signInExperience.mfa, { factors: ['Totp', 'WebAuthn'], policy: 'Mandatory' });
  });

  it('adds no related origins if that would have no effect', async (t) => {
    const { tenant, endpoint, setUp } = await tenantFor(t, { webauthnRelatedOrigins: [], fields: { passkey: 'Off' } });
    await setUp(['--yes']);
    await runHere(['setup', '-y', '-e', endpoint, '-a', 'demo-app', '--origin', 'http://app.example'], {
      environment: credentials,
    });
    assert.deepEqual(tenant.accountCenter.webauthnRelatedOrigins, []);
  });

  it('reports what Logto did not accept', async (t) => {
    const { setUp } = await tenantFor(t);
    const { code, err } = await setUp(['--yes', '--fields', 'trustedDevice']);
    assert.equal(code, 1);
    assert.match(err, /not there when it is read again:\nAccount center\n {2}fields\.trustedDevice: Off -> Edit\n/);
  });

  it('changes nothing if the settings were changed elsewhere while it asked', async (t) => {
    const { tenant, setUp, patches } = await freshTenant(t);
    const answer = () => {
      tenant.accountCenter.fields = { name: 'ReadOnly' };
      return 'y';
    };
    const { code, err } = await setUp([], { answer });
    assert.equal(code, 1);
    assert.match(err, /was changed meanwhile, so nothing was changed here/);
    assert.deepEqual(patches(), []);
  });

  it('reports what it has done if it fails halfway', async (t) => {
    const { logto, setUp } = await freshTenant(t);
    logto.intercept(({ method, url }) =>
      method === 'PATCH' && url.includes('/applications/')
        ? Response.json({ code: 'entity.db_constraint_violated', message: 'of secret' }, { status: 422 })
        : undefined,
    );
    const { code, out, err } = await setUp(['--yes']);
    assert.equal(code, 1);
    assert.match(out, /Changed: Account center\.\n$/);
    assert.equal(err, 'PATCH /applications/demo-app was answered with 422 entity.db_constraint_violated.\n');
  });

  it('rejects an application that does not exist or has another type', async (t) => {
    const { endpoint, patches } = await tenantFor(t);
    for (const [id, why] of [
      ['nope', /no application with the id nope/],
      ['photo-printer', /no first-party single page application/],
      ['management-app', /no first-party single page application/],
    ] as const) {
      const { code, err } = await runHere(['setup', '-y', '-e', endpoint, '-a', id, '--origin', origin], {
        environment: credentials,
      });
      assert.equal(code, 1);
      assert.match(err, why);
    }
    assert.deepEqual(patches(), []);
  });

  it('prints nothing of an error response', async (t) => {
    const { logto, setUp } = await tenantFor(t);
    logto.intercept(({ url }) =>
      url.endsWith('/api/account-center')
        ? Response.json({ code: 'auth.unauthorized', data: { payload: { phone: '12025550123' } } }, { status: 401 })
        : undefined,
    );
    const { code, out, err } = await setUp(['--yes']);
    assert.deepEqual([code, out, err], [1, '', 'GET /account-center was answered with 401 auth.unauthorized.\n']);
  });

  for (const [more, why] of [
    [['--fields', 'nope'], /There is no field "nope"/],
    [['--fields', 'name=Off'], /Nothing is switched off here/],
    [['--fields', ''], /An option is empty/],
    [['--factors', 'Sms'], /There is no factor "Sms"/],
    [['--origin', 'app.example.com'], /is no origin/],
    [['--origin', 'https://app.example.com/account'], /An origin ends before the path/],
    [['--redirect-uri', 'https://app.example.com/#a'], /is no redirect URI/],
  ] as const)
    it(`rejects ${more.join(' ')}`, async (t) => {
      const { setUp } = await tenantFor(t);
      const { code, err } = await setUp([...more]);
      assert.equal(code, 2);
      assert.match(err.split('\n')[0]!, why);
      assert.match(err, /\n\nUsage: logto-account-elements setup /);
    });

  it('asks for credentials, which cannot be arguments', async (t) => {
    const { setUp } = await tenantFor(t);
    const { code, err } = await setUp([], { environment: {} });
    assert.equal(code, 2);
    assert.match(
      err,
      /^Who may change the tenant\? Set LOGTO_MANAGEMENT_APP_ID and LOGTO_MANAGEMENT_APP_SECRET in the environment/,
    );
  });
});
