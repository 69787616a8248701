import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';

import { strictPolicy } from '../e2e/strict-csp.js';
import { FakeLogto, type FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { startFakeLogtoServer } from '../fake-logto/server.js';
import { credentials, runHere } from './cli-set-up.js';
import { startOther, startTenant } from './settings-cli-set-up.js';

interface SeenFinding {
  code: string;
  level: string;
  details: Record<string, unknown>;
  what: string;
  seen: string;
  todo: string;
}

interface SeenReport {
  endpoint: string;
  redirectUri: string;
  findings: SeenFinding[];
  paste: { markup: string; policy: string };
}

const page = 'http://localhost:5173';

/** The doctor's findings at a tenant, as JSON. */
async function findingsAt(endpoint: string, more: string[] = [], environment = {}) {
  const rest = ['--app-id', 'demo-app', '--origin', page].filter(
    (_, index, all) => !more.includes(all[index - (index % 2)]!),
  );
  const { code, out, err } = await runHere(['doctor', '-e', endpoint, ...rest, ...more, '--json'], { environment });
  assert.equal(err, '');
  const report = JSON.parse(out) as SeenReport;
  const codes = report.findings.map((finding) => finding.code);
  const found = (wanted: string) => report.findings.find((finding) => finding.code === wanted);
  return { code, report, codes, found };
}

const visit = async (t: TestContext, options: FakeLogtoOptions = {}, more: string[] = [], environment = {}) => {
  const { origin, logto } = await startTenant(t, options);
  return { origin, logto, ...(await findingsAt(origin, more, environment)) };
};

const broken = ({ report }: { report: SeenReport }) =>
  report.findings.filter(({ level }) => level === 'broken').map(({ code }) => code);

describe('the doctor command', { concurrency: 2 }, () => {
  it('finds nothing broken if everything is set up, and exits with 0', async (t) => {
    const seen = await visit(t);
    assert.deepEqual([seen.code, broken(seen)], [0, []]);
    for (const code of [
      'reachable',
      'redirect_uri_registered',
      'sign_out_uri_registered',
      'cors_allowed',
      'account_center_on',
    ])
      assert.ok(seen.codes.includes(code), code);
  });

  it('changes nothing and needs no token', async (t) => {
    const before = JSON.stringify(new FakeLogto().tenant.accountCenter);
    const { logto } = await visit(t);
    assert.equal(JSON.stringify(logto.tenant.accountCenter), before);
    assert.deepEqual([...new Set(logto.requests.map(({ method }) => method))], ['GET']);
  });

  it('explains each finding with the facts, the effect and the fix', async (t) => {
    for (const options of [{}, { enabled: false, fields: { name: 'Off' } }] as const) {
      const { report } = await visit(t, options);
      for (const { code, what, seen, todo } of report.findings)
        for (const words of [what, seen, todo]) assert.match(words, /^\S.{5,}\.$/s, code);
    }
  });

  it('lists the elements that each toggle enables', async (t) => {
    const { report } = await visit(t, { fields: { session: 'ReadOnly', email: 'Off' } });
    const of = (field: string) => report.findings.find(({ details }) => details['field'] === field);
    assert.deepEqual(of('session')?.details, {
      field: 'session',
      access: 'ReadOnly',
      elements: ['logto-sessions', 'logto-connected-apps'],
    });
    assert.match(of('session')!.seen, /without buttons/);
    assert.equal(of('email')?.code, 'field_off');
  });

  it('finds a disabled account center, and one without a field', async (t) => {
    assert.deepEqual(broken(await visit(t, { enabled: false })), ['account_center_off']);
    const { origin, logto } = await startTenant(t);
    logto.tenant.accountCenter.fields = {};
    const seen = await findingsAt(origin);
    assert.deepEqual([seen.code, broken(seen)], [1, ['nothing_on']]);
  });

  it('finds an application that does not exist', async (t) => {
    const seen = await visit(t, {}, ['--app-id', 'nope']);
    assert.deepEqual([seen.code, broken(seen)], [1, ['app_unknown']]);
  });

  it('finds an unregistered redirect URI, compared exactly', async (t) => {
    for (const address of [`${page}/account`, `${page}/?a=1`, 'http://127.0.0.1:5173/']) {
      const seen = await visit(t, {}, ['--redirect-uri', address]);
      assert.deepEqual(broken(seen), ['redirect_uri_not_registered', 'sign_out_uri_not_registered']);
      assert.equal(seen.found('redirect_uri_not_registered')?.details['redirectUri'], address);
    }
  });

  it('finds a redirect URI that prevents everyone from signing in', async (t) => {
    const { origin, logto } = await startTenant(t);
    logto.tenant.applications[0]!.redirectUris.push('https://app.example/callback#x');
    assert.ok(broken(await findingsAt(origin)).includes('redirect_uris_unusable'));
  });

  it('finds a third-party application by the scopes that it may not request', async (t) => {
    const place = ['--app-id', 'photo-printer', '--origin', 'https://prints.example'];
    const seen = await visit(t, {}, [...place, '--redirect-uri', 'https://prints.example/callback']);
    assert.ok(broken(seen).includes('third_party_app'));
  });

  it('finds an origin that may not fetch tokens although its preflight succeeds', async (t) => {
    const { origin, logto } = await startTenant(t);
    const elsewhere = ['--origin', 'https://app.example', '--redirect-uri', `${page}/`];
    assert.ok(broken(await findingsAt(origin, elsewhere)).includes('origin_not_allowed'));
    logto.tenant.applications[0]!.corsAllowedOrigins = ['https://app.example'];
    assert.deepEqual(broken(await findingsAt(origin, elsewhere)), []);
  });

  it('finds a proxy that removes headers which browsers need', async (t) => {
    const tenant = await startTenant(t);
    const proxy = await startOther(t, (incoming, outgoing) => {
      const url = `${tenant.origin}${incoming.url}`;
      void fetch(url, { method: incoming.method, redirect: 'manual' }).then(async (answer) => {
        const body = (await answer.text()).replaceAll(tenant.origin, `http://${incoming.headers.host}`);
        outgoing.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(body);
      });
    });
    const { report } = await findingsAt(proxy);
    const refused = report.findings
      .filter(({ code }) => code === 'cors_refused')
      .map(({ details }) => details['route']);
    assert.ok(refused.includes('/api/my-account') && refused.includes('/api/verifications/password'), `${refused}`);
  });

  it('reports whether pages can read the settings themselves', async (t) => {
    assert.ok((await visit(t)).codes.includes('settings_not_readable'));
    assert.ok((await visit(t, { environment: 'development' })).codes.includes('settings_readable'));
  });

  it('reports where passkeys are added', async (t) => {
    assert.ok((await visit(t)).codes.includes('passkeys_related'));
    assert.ok((await visit(t, { webauthnRelatedOrigins: [] })).codes.includes('passkeys_hosted'));
    assert.ok((await visit(t, { mfa: { factors: ['Totp'] } })).codes.includes('passkeys_not_offered'));
    const { origin } = await startFakeLogtoServer({ logto: new FakeLogto(), host: 'localhost' }).then((server) => {
      t.after(() => server.close());
      return server;
    });
    assert.ok((await findingsAt(origin)).codes.includes('passkeys_in_page'));
  });

  it('reports what social providers need, and that there are none', async (t) => {
    const { found, origin } = await visit(t);
    assert.match(found('social_providers')!.todo, new RegExp(`${origin}/callback/0ffoz13j70sg`));
    assert.ok((await visit(t, { signInExperience: { socialConnectors: [] } })).codes.includes('no_social_providers'));
  });

  it('finds enabled features that need a newer Logto', async (t) => {
    const { code, found } = await visit(t, { fields: { trustedDevice: 'Edit' } });
    assert.equal(code, 1);
    assert.equal(found('newer_server_needed')?.details['route'], '/api/my-account/trusted-devices');
    assert.deepEqual(broken(await visit(t, { fields: { trustedDevice: 'Edit' }, devFeatures: true })), []);
  });

  it('finds a page that is not a secure context', async (t) => {
    const seen = await visit(t, {}, ['--origin', 'http://app.example']);
    assert.ok(broken(seen).includes('page_unprotected'));
  });

  it('exits with 2 if nothing or another server responds', async (t) => {
    const other = await startOther(t, (_, response) => response.end('<title>Console</title>'));
    for (const endpoint of ['http://127.0.0.1:61', other]) {
      const seen = await findingsAt(endpoint);
      assert.deepEqual([seen.code, seen.codes], [2, ['unreachable']]);
    }
  });

  it('finds a Logto with another issuer', async (t) => {
    const tenant = await startTenant(t);
    const proxy = await startOther(t, (incoming, outgoing) => {
      void fetch(`${tenant.origin}${incoming.url}`, { redirect: 'manual' }).then(async (answer) =>
        outgoing.writeHead(answer.status).end(await answer.text()),
      );
    });
    const { found } = await findingsAt(proxy);
    assert.equal(found('issuer_mismatch')?.details['issuer'], `${tenant.origin}/oidc`);
  });

  it('prints the markup and the CSP under which everything works', async (t) => {
    const { origin, report } = await visit(t);
    assert.match(
      report.paste.markup,
      new RegExp(`<logto-account-provider endpoint="${origin}" app-id="demo-app" settings-src=`),
    );
    assert.equal(report.paste.policy, strictPolicy(origin));
  });

  it('includes the origins of provider logos in the CSP, and escapes URLs in the markup', async (t) => {
    const socialConnectors = [{ id: 'a', target: 'a', platform: 'Web', logo: 'https://logos.example/a.png', name: {} }];
    const more = ['--redirect-uri', `${page}/?a="1"&b`];
    const { report } = await visit(t, { signInExperience: { socialConnectors } }, more);
    assert.match(report.paste.policy, /img-src 'self' data: \S+ https:\/\/logos\.example;/);
    assert.ok(report.paste.markup.includes('redirect-uri="http://localhost:5173/?a=&quot;1&quot;&amp;b"'));
  });

  it('prints broken findings first, and every code', async (t) => {
    const { origin } = await startTenant(t, { enabled: false });
    const { code, out } = await runHere(['doctor', '-e', origin, '-a', 'demo-app', '--origin', page]);
    assert.equal(code, 1);
    assert.match(
      out,
      /^Logto at .*\n\nBroken\n {2}The account center .* is not enabled\. \(account_center_off\)\n {4}People see: /,
    );
    assert.match(out, /\n1 broken, 0 not looked at, \d+ worth knowing, \d+ fine\.\n$/);
  });
});

describe('the doctor command with credentials', { concurrency: 2 }, () => {
  const withCredentials = (t: TestContext, options: FakeLogtoOptions = {}) => visit(t, options, [], credentials);

  it('finds configured email, SMS and storage', async (t) => {
    const seen = await withCredentials(t);
    assert.deepEqual([seen.code, broken(seen)], [0, []]);
    for (const code of ['mail_connector', 'sms_connector', 'storage', 'app_first_party'])
      assert.ok(seen.codes.includes(code), code);
  });

  it('finds missing email, SMS and storage', async (t) => {
    const seen = await withCredentials(t, { connectors: [], storage: false });
    assert.deepEqual(broken(seen), ['mail_connector_missing', 'sms_connector_missing']);
    assert.ok(seen.codes.includes('storage_missing'));
  });

  it('explains what missing email means if users cannot change addresses', async (t) => {
    const options = { connectors: [], fields: { email: 'ReadOnly', phone: 'ReadOnly' } } as const;
    const seen = await withCredentials(t, { ...options, connectors: [] });
    assert.deepEqual(broken(seen), []);
    assert.match(seen.found('no_email_codes')?.seen ?? '', /no password/);
  });

  it('finds missing templates', async (t) => {
    const templates = ['SignIn', 'BindNewIdentifier'];
    const seen = await withCredentials(t, {
      connectors: [
        { id: 'mail', type: 'Email', templates },
        { id: 'sms', type: 'Sms' },
      ],
    });
    assert.deepEqual(seen.found('template_missing')?.details, { kind: 'email', usages: ['UserPermissionValidation'] });
  });

  it('finds dangerous and useless redirect URIs of the application', async (t) => {
    const { origin, logto } = await startTenant(t);
    const application = logto.tenant.applications[0]!;
    application.redirectUris.push('javascript:alert(1)');
    application.corsAllowedOrigins = ['https://app.example/', 'https://app.example'];
    application.isAccessLimited = true;
    const { found, codes } = await findingsAt(origin, [], credentials);
    assert.deepEqual(found('redirect_uri_dangerous')?.details['uris'], ['javascript:alert(1)']);
    assert.deepEqual(found('cors_origin_unusable')?.details['origins'], ['https://app.example/']);
    assert.ok(codes.includes('app_access_limited'));
  });

  it('finds an application of another type', async (t) => {
    const { origin, logto } = await startTenant(t);
    logto.tenant.applications[0]!.type = 'Traditional';
    assert.ok(broken(await findingsAt(origin, [], credentials)).includes('app_not_spa'));
  });

  for (const [what, environment, reason] of [
    ['a wrong secret', { LOGTO_MANAGEMENT_APP_SECRET: 'wrong' }, /401 oidc\.invalid_client/],
    ['an application that is not there', { LOGTO_MANAGEMENT_APP_ID: 'nope' }, /400 oidc\.invalid_client/],
    ['another API', { LOGTO_MANAGEMENT_API: 'https://x.example/api' }, /knows no API https:\/\/x\.example\/api/],
  ] as const)
    it(`reports that it could not check with ${what}, shows the rest, and exits with 2`, async (t) => {
      const seen = await visit(t, {}, [], { ...credentials, ...environment });
      assert.equal(seen.code, 2);
      assert.match(seen.found('management_refused')!.what, reason);
      assert.ok(seen.codes.includes('account_center_on'));
    });

  it('reports that the application lacks the role', async (t) => {
    const { origin, logto } = await startTenant(t);
    logto.tenant.management.applications[0]!.hasRole = false;
    assert.match((await findingsAt(origin, [], credentials)).found('management_refused')!.what, /has no role/);
  });

  it('prints no secret', async (t) => {
    const { report } = await withCredentials(t);
    assert.doesNotMatch(JSON.stringify(report), /secret"|master-key|connector-secret/);
  });
});
