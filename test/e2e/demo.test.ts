import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { readArguments } from '../../stories/demo/arguments.js';
import { launch } from './harness.js';

const script = fileURLToPath(new URL('../../stories/demo/start.ts', import.meta.url));
const tenant = ['--endpoint', 'https://tenant.example/?a="b"', '--app-id', '<app>'];
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  return child;
}

async function readUntil(child: ReturnType<typeof start>, end: string): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout) {
    output += String(chunk);
    if (output.includes(end)) return output;
  }
  throw new Error(`It ended after: ${output}`);
}

test('invalid arguments end the demo with one sentence and exit code 2', async () => {
  const child = start('--endpoint', 'https://tenant.example');
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  assert.match(complaint, /^--endpoint and --app-id go together\. Usage: .*\n$/);
  assert.equal(code, 2);
});

test('each invalid argument has its own error message', () => {
  assert.throws(() => readArguments(['--colour', 'red']), /^Error: Unknown option '--colour'\. Usage/);
  assert.throws(() => readArguments(['--port']), /^Error: Option '--port <value>' argument missing\. Usage/);
  assert.throws(() => readArguments(['--port', 'high']), /--port high is not a port number\./);
  assert.throws(() => readArguments(['--endpoint', 'ftp://a', '--app-id', 'b']), /--endpoint ftp:\/\/a is not a URL/);
  assert.throws(() => readArguments(['here']), /^Error: Unexpected argument 'here'\. Usage/);
});

/** The markup of a page, each run of spaces as one. */
const markupOf = async (url = '') => (await (await fetch(url)).text()).replace(/\s+/g, ' ');

test('the demo prints its URLs, and ends on Ctrl-C', async () => {
  const child = start('--port', '0');
  const output = await readUntil(child, 'Ctrl-C');
  const [, page, standIn] = /page is at (\S+)\n.*tenant is at (\S+),/.exec(output) ?? [];
  assert.match(output, /Sign in as ada with the password /);
  assert.ok((await markupOf(page)).includes(`endpoint="${standIn}" app-id="demo-app"`));
  assert.equal((await fetch(`${standIn}/outbox`)).status, 200);
  const capabilities = (await (await fetch(`${page}account-api/capabilities`)).json()) as object;
  assert.ok('deleteAccount' in capabilities);
  const settings = (await (await fetch(`${page}logto-settings`)).json()) as { accountCenter: { fields: object } };
  assert.ok('name' in settings.accountCenter.fields);
  assert.ok((await markupOf(page)).includes('settings-src="/logto-settings"'));
  for (const name of ['', 'account.html']) {
    const query = new URLSearchParams({
      client_id: 'demo-app',
      redirect_uri: `${page}${name}`,
      response_type: 'code',
      scope: 'openid',
      code_challenge: 'a'.repeat(43),
      code_challenge_method: 'S256',
    });
    const answer = await fetch(`${standIn}/oidc/auth?${query}`, { redirect: 'manual' });
    assert.equal(answer.status, 303, `the way back to the demo’s page “${name}”`);
  }
  const html = await markupOf(`${page}account.html`);
  assert.ok(html.includes('<logto-account>') && html.includes(`endpoint="${standIn}" app-id="demo-app"`));
  const [, provider] = /mock provider at (\S+)/.exec(output) ?? [];
  assert.match(await (await fetch(`${provider}/authorize`)).text(), /The redirect_uri is missing/);

  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
});

test('the demo page has switches for theme and settings that persist, and fits a phone', async () => {
  const [, address = ''] = /page is at (\S+)/.exec(await readUntil(start('--port', '0'), 'Ctrl-C')) ?? [];
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 340, height: 700 });
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    const seen = () =>
      page.evaluate(() => ({
        settings: document.querySelector('logto-account-provider')!.getAttribute('settings-src'),
        radius: getComputedStyle(document.querySelector('logto-account-provider')!).getPropertyValue('--logto-radius'),
        fits: document.documentElement.scrollWidth <= innerWidth,
      }));

    await page.goto(`${address}account.html`);
    await page.waitForSelector('#choices:not([hidden])');
    assert.deepEqual(await seen(), { settings: '/logto-settings', radius: '', fits: true });
    await page.locator('::-p-aria([name="Theme"][role="combobox"])').fill('plain');
    await page.locator('::-p-aria([name="Settings of the tenant"])').click();
    const chosen = { settings: null, radius: '0px', fits: true };
    assert.deepEqual(await seen(), chosen);

    asked.length = 0;
    await page.reload();
    await page.waitForSelector('#choices:not([hidden])');
    assert.deepEqual(await seen(), chosen);
    assert.ok(!asked.includes('/logto-settings'));
  } finally {
    await browser.close();
  }
});

test('with a real tenant, the demo says what to register there, and escapes its arguments', async () => {
  const output = await readUntil(start('--port', '0', ...tenant), 'Ctrl-C');
  const [, page] = /page is at (\S+)/.exec(output) ?? [];
  assert.ok(output.includes(`redirect URIs: ${page} and ${page}account.html\n`));
  const html = await markupOf(page);
  assert.ok(html.includes('endpoint="https://tenant.example/?a=&#34;b&#34;" app-id="&#60;app&#62;"'));
});
