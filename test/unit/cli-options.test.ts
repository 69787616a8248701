import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { credentials } from './cli-set-up.js';
import { runTool, startTenant, temporaryFolder, type CommandResult } from './settings-cli-set-up.js';

interface Try {
  command: string;
  /** `ENDPOINT` and `FOLDER` are those of the test. */
  line: string;
  typed?: string;
  check: (result: CommandResult) => void;
}

const place = '--endpoint ENDPOINT --app-id demo-app --origin http://localhost:5173';
const succeeds = ({ code, err }: CommandResult) => assert.equal(code, 0, err);
const says = (words: RegExp) => (result: CommandResult) => {
  succeeds(result);
  assert.match(result.out, words);
};

/** One process for each option and each way to write it. */
const tries: Record<string, Try> = {
  'settings --endpoint --out': {
    command: 'settings',
    line: '--endpoint ENDPOINT --out FOLDER/s.json',
    check: succeeds,
  },
  'settings -e -o': { command: 'settings', line: '-e ENDPOINT -o FOLDER/s.json', check: succeeds },
  'settings --help': { command: 'settings', line: '--help', check: says(/^Usage: /) },
  'settings -h': { command: 'settings', line: '-h', check: says(/^Usage: /) },
  'settings --version': { command: 'settings', line: '--version', check: says(/^\d/) },
  'settings -v': { command: 'settings', line: '-v', check: says(/^\d/) },
  'doctor --endpoint --app-id --origin': { command: 'doctor', line: place, check: says(/\n0 broken, /) },
  'doctor -e -a --redirect-uri --json': {
    command: 'doctor',
    line: '-e ENDPOINT -a demo-app --origin http://localhost:5173 --redirect-uri http://localhost:6006/ --json',
    check: ({ out }) =>
      assert.equal((JSON.parse(out) as { redirectUri: string }).redirectUri, 'http://localhost:6006/'),
  },
  'doctor --help': { command: 'doctor', line: '--help', check: says(/^Usage: logto-account-elements doctor /) },
  'doctor -h': { command: 'doctor', line: '-h', check: says(/^Usage: logto-account-elements doctor /) },
  'setup --endpoint --app-id --origin --fields --factors --yes': {
    command: 'setup',
    line: `${place} --fields email --factors Totp --yes`,
    check: says(/Read again: all of it is set up|Nothing to change/),
  },
  'setup -e -a -y --redirect-uri': {
    command: 'setup',
    line: '-e ENDPOINT -a demo-app --origin https://app.example --redirect-uri https://app.example/me -y',
    check: says(/redirectUris: \+ https:\/\/app\.example\/me\n[^]*Read again/),
  },
  'setup --help': { command: 'setup', line: '--help', check: says(/^Usage: logto-account-elements setup /) },
  'setup -h': { command: 'setup', line: '-h', check: says(/^Usage: logto-account-elements setup /) },
};

const optionsIn = (text: string) => [...new Set(text.match(/(?<![\w-])--?[a-z][\w-]*/g) ?? [])];

describe('the documented command line options', { concurrency: 2 }, () => {
  for (const [name, { command, line, typed, check }] of Object.entries(tries))
    it(`each option works in a separate process: ${name}`, async (t) => {
      const [{ origin }, folder] = [await startTenant(t), await temporaryFolder(t)];
      const args = line.replace('ENDPOINT', origin).replace('FOLDER', folder).split(' ');
      check(await runTool([command, ...args], { environment: credentials, typed }));
    });

  it('accept a typed answer, and treat “no” as no', async (t) => {
    const { origin, logto } = await startTenant(t);
    const args = ['setup', '-e', origin, '-a', 'demo-app', '--origin', 'https://app.example'];
    const declined = await runTool(args, { environment: credentials });
    assert.deepEqual([declined.code, declined.err.includes('Nothing was changed.')], [1, true]);
    const agreed = await runTool(args, { environment: credentials, typed: 'y\n' });
    assert.equal(agreed.code, 0, agreed.err);
    assert.match(agreed.err, /Change this at http:\S+\? \[y\/N\] /);
    assert.ok(logto.tenant.accountCenter.webauthnRelatedOrigins.includes('https://app.example'));
  });

  for (const command of ['settings', 'doctor', 'setup'])
    it(`all options are tested: ${command}`, async () => {
      const { out } = await runTool([command, '--help']);
      const tried = Object.keys(tries).filter((name) => name.startsWith(`${command} `));
      assert.deepEqual(
        optionsIn(out).filter((option) => !tried.some((name) => name.split(' ').includes(option))),
        [],
      );
    });

  it('match the guide', async () => {
    const guide = await readFile(join('docs', 'set-up.md'), 'utf8');
    const known = Object.keys(tries).flatMap((name) => name.split(' '));
    assert.deepEqual(
      optionsIn(guide).filter((option) => !known.includes(option)),
      [],
    );
  });
});
