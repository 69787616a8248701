import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { repositoryRoot } from '../tools/pages.js';
import { startStage, type Stage, type Visit } from './harness.js';

const page = 'test/e2e/pages/sign-in-only.html';
const elsewhere = 'https://app.example/elsewhere';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

/** The next address that the page asks with this path; it is not asked. */
function nextRequest({ page: tab }: Visit, path: string): Promise<URL> {
  return new Promise((resolve) =>
    tab.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname === path) resolve(url);
    }),
  );
}

type Value = (visit: Visit) => string;

interface Effect {
  attribute: string;
  value: Value;
  /** The request and parameter that pass it to Logto. */
  path: string;
  parameter: string;
  told: (value: string, given: string) => boolean;
}

const same = (value: string, given: string) => value === given;

/** The request to Logto when the user presses the button. */
const effects: Record<string, Effect> = {
  appId: { attribute: 'app-id', value: () => 'second-app', path: '/oidc/auth', parameter: 'client_id', told: same },
  redirectUri: {
    attribute: 'redirect-uri',
    value: () => elsewhere,
    path: '/oidc/auth',
    parameter: 'redirect_uri',
    told: same,
  },
  scopes: {
    attribute: 'scopes',
    value: () => 'roles  email',
    path: '/oidc/auth',
    parameter: 'scope',
    told: (value) => value.includes('roles') && value.includes('email'),
  },
  postSignOutRedirectUri: {
    attribute: 'post-sign-out-redirect-uri',
    value: () => elsewhere,
    path: '/oidc/session/end',
    parameter: 'post_logout_redirect_uri',
    told: same,
  },
};

/** Whose effect is seen by other tests. */
const elsewhereTested: Record<string, string> = {
  endpoint: 'session-issuer.test.ts',
  client: 'account-host.test.ts',
  getAccessToken: 'account-host.test.ts',
  settings: 'settings.test.ts',
  settingsSrc: 'settings.test.ts',
  accountApi: '../components/account-page-layer.test.ts',
};

for (const [property, { attribute, value, path, parameter, told }] of Object.entries(effects))
  for (const way of ['property', 'attribute'] as const)
    test(`the ${way} ${way === 'property' ? property : attribute} of the provider is passed to Logto`, () =>
      stage.visit(async (visit) => {
        visit.problems.expect(/status of 400/);
        const isSignOut = path.endsWith('/end');
        await (isSignOut ? visit.enter(page) : visit.open(page));
        const given = value(visit);
        await visit.page.$eval(
          'logto-account-provider',
          (provider, name, text, isAttribute) =>
            isAttribute ? provider.setAttribute(name, text) : Object.assign(provider, { [name]: text }),
          way === 'property' ? property : attribute,
          given,
          way === 'attribute',
        );
        const asked = nextRequest(visit, path);
        await visit.screen.click('button', isSignOut ? 'Sign out' : 'Sign in');
        const said = (await asked).searchParams.get(parameter) ?? '';
        assert.ok(told(said, given), said);
      }));

test('every property of the provider is tested for its effect', () => {
  const { modules } = JSON.parse(readFileSync(`${repositoryRoot}custom-elements.json`, 'utf8')) as {
    modules: { declarations?: { tagName?: string; attributes?: { fieldName?: string }[]; members?: Member[] }[] }[];
  };
  interface Member {
    kind: string;
    name: string;
    privacy?: string;
    readonly?: boolean;
    static?: boolean;
  }
  const provider = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find((one) => one.tagName === 'logto-account-provider');
  const properties = (provider?.members ?? []).filter(
    ({ kind, privacy = 'public', readonly, static: isStatic }) =>
      kind === 'field' && privacy === 'public' && !readonly && !isStatic,
  );
  assert.ok(properties.length >= 9);
  for (const { name } of properties) {
    const file = elsewhereTested[name];
    assert.ok(name in effects || (file && readFileSync(`${repositoryRoot}test/e2e/${file}`, 'utf8').length > 0), name);
  }
});
