import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FakeLogto } from '../fake-logto/fake-logto.js';
import { managementApplication, managementResource } from '../fake-logto/management/data.js';
import { events } from './management-set-up.js';
import { leftOut, replayed } from './management-sections.js';
import { replaySection } from './management-replay.js';
import { managementRecording } from './recording.js';
import type { Outcome } from './replay.js';

const outcomes: Outcome[] = [];

before(async () => {
  for (const section of Object.keys(replayed)) outcomes.push(...(await replaySection(section)));
});

for (const [section, sentence] of Object.entries(replayed)) {
  test(`the stand-in ${sentence} (${section})`, () => {
    const own = outcomes.filter(({ exchange }) => exchange.section === section);
    assert.ok(
      own.some(({ excluded }) => !excluded),
      'Nothing is replayed.',
    );
    const mismatches = own.filter(({ differences }) => differences.length > 0);
    assert.deepEqual(
      mismatches.map(
        ({ exchange: { name, method, path }, differences }) => `${name} (${method} ${path}): ${differences.join('; ')}`,
      ),
      [],
    );
  });
}

test('connectors of each kind have the recorded properties', async () => {
  const recorded = managementRecording.find(({ section, name }) => section === 'connectors' && name === 'list');
  const logto = new FakeLogto();
  const { id, secret } = managementApplication;
  const token = await logto.fetch(
    new Request('https://logto.example/oidc/token', {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: managementResource, scope: 'all' }),
    }),
  );
  const { access_token: value } = (await token.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${value}` };
  const listed = await logto.fetch(new Request('https://logto.example/api/connectors', { headers }));
  assert.deepEqual(keysByType(await listed.json()), keysByType(recorded?.response.body));
});

/** Of the first connector of each type. */
function keysByType(connectors: unknown): Record<string, string[]> {
  const firstOnes = new Map((connectors as { type: string }[]).map((each) => [each.type, each] as const).reverse());
  return Object.fromEntries([...firstOnes].map(([type, connector]) => [type, Object.keys(connector).sort()]));
}

for (const [section, reason] of Object.entries(leftOut))
  test(`the section ${section} is not replayed`, { skip: reason }, () => undefined);

test('every recorded section is replayed or has a reason why not', () => {
  const sections = new Set(managementRecording.map(({ section }) => section));
  assert.deepEqual(sections, new Set([...Object.keys(replayed), ...Object.keys(leftOut)]));
});

test('every recorded event belongs to an exchange', () => {
  const names = new Set(managementRecording.map(({ section, name }) => `${section}/${name}`));
  assert.deepEqual(
    Object.keys(events).filter((name) => !names.has(name)),
    [],
  );
});

after(() => {
  const rows = Object.keys(replayed).map((section) => {
    const own = outcomes.filter(({ exchange }) => exchange.section === section);
    const excluded = own.filter((outcome) => outcome.excluded).length;
    return { section, replayed: own.length - excluded, excluded };
  });
  const total = { replayed: sum(rows.map((row) => row.replayed)), excluded: sum(rows.map((row) => row.excluded)) };
  console.table([...rows, { section: 'total', ...total }]);
  const reasons = outcomes.flatMap(({ exchange: { section, method, path, name }, excluded }) =>
    excluded ? [`${section}: ${method} ${path}, ${name} (${excluded})`] : [],
  );
  console.log(`Excluded:\n  ${reasons.join('\n  ')}`);
});

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
