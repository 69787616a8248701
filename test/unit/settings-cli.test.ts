import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

import { readSettings } from '../../src/server/index.js';
import { parseSettings } from '../../src/settings/account-settings.js';
import { runTool, startTenant } from './settings-cli-set-up.js';

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };

describe('the command “settings”', { concurrency: 2 }, () => {
  it('writes the snapshot to standard output, and its findings to standard error', async (t) => {
    const fields = { email: 'ReadOnly', mfa: 'Off', passkey: 'Off' } as const;
    const { origin, logto } = await startTenant(t, { fields });
    const { code, out, err } = await runTool(['settings', '--endpoint', origin]);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), await readSettings(origin));
    assert.match(out, /^\{\n {2}"accountCenter": \{\n/);
    assert.ok(out.endsWith('}\n'));
    assert.deepEqual(parseSettings(JSON.parse(out))?.fields, parseSettings(logto.tenant)?.fields);
    assert.equal(
      err,
      `The account center of ${origin} is enabled.\n` +
        '  Edit:     name, avatar, profile, phone, password, username, social, customData, session\n' +
        '  ReadOnly: email\n' +
        '  Off:      mfa, passkey, trustedDevice\n' +
        'If a field is off, its element shows nothing. Set what users can see (ReadOnly) or change (Edit) in Logto ' +
        'Console under "Sign-in & account > Account center", then run this again.\n',
    );
  });

  it('requests each of the two public routes once, and nothing else', async (t) => {
    const { origin, logto } = await startTenant(t);
    await runTool(['settings', '--endpoint', origin]);
    assert.deepEqual(
      logto.requests.map(({ method, path }) => `${method} ${path}`),
      ['GET /api/.well-known/account-center', 'GET /api/.well-known/sign-in-exp'],
    );
  });

  it('accepts an endpoint with trailing slashes', async (t) => {
    const { origin } = await startTenant(t);
    assert.equal((await runTool(['settings', '-e', ` ${origin}// `])).code, 0);
  });

  it('says if every field is off', async (t) => {
    const { origin, logto } = await startTenant(t);
    logto.tenant.accountCenter.fields = {};
    const { code, err } = await runTool(['settings', '--endpoint', origin]);
    assert.equal(code, 0);
    assert.match(err, /Edit: {5}none\n {2}ReadOnly: none\n/);
    assert.match(err, /Every field is off, so the elements show nothing\./);
  });

  it(
    'warns about an endpoint without encryption on another machine',
    { skip: process.platform === 'win32' },
    async (t) => {
      const { origin } = await startTenant(t);
      const { code, err } = await runTool(['settings', '--endpoint', origin.replace('127.0.0.1', '0.0.0.0')]);
      assert.equal(code, 0);
      assert.match(err, /^Warning: this endpoint is not encrypted \(http\)/);
    },
  );

  it('prints no advice if everything is on', async (t) => {
    const { origin } = await startTenant(t, { fields: { trustedDevice: 'Edit' } });
    const { err } = await runTool(['settings', '--endpoint', origin]);
    assert.match(err, /Off: {6}none\n$/);
  });
});

describe('the command line', { concurrency: 2 }, () => {
  for (const option of ['--help', '-h'])
    it(`prints help with ${option}`, async () => {
      const { code, out, err } = await runTool(['settings', option]);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^Usage: logto-account-elements settings --endpoint URL \[--out FILE\]\n/);
    });

  it('prints its version', async () => {
    assert.deepEqual(await runTool(['--version']), { code: 0, out: `${version}\n`, err: '' });
  });

  for (const [line, why] of [
    ['', 'No command was given.'],
    ['fetch', 'There is no command "fetch".'],
    ['settings', 'Which tenant? Pass its URL with --endpoint.'],
    ['settings --endpoint=', 'Which tenant? Pass its URL with --endpoint.'],
    ['settings --endpoint', "Option '-e, --endpoint <value>' argument missing."],
    ['settings --endpoint --out x', "Option '--endpoint' argument is ambiguous."],
    ['settings --endpoint https://logto.example --out=', 'Which file? --out is empty.'],
    [
      'settings file.json --endpoint https://logto.example',
      '"file.json" is one word too many: everything has an option.',
    ],
    ['settings --url https://logto.example', "Unknown option '--url'."],
    ['--help=yes', "Option '-h, --help' does not take an argument."],
  ] as const)
    it(`rejects “${line}” with a reason and the usage, and exits with 2`, async () => {
      const { code, out, err } = await runTool(line.split(' ').filter(Boolean));
      assert.deepEqual([code, out], [2, '']);
      assert.equal(err.split('\n')[0], why);
      assert.match(err, /\n\nUsage: /);
    });
});
