import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const textsIn = (folder: string, isMeant: RegExp) =>
  readdirSync(folder)
    .filter((name) => isMeant.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

/** Method and path of each request that changes something, with a star for each part that is not fixed. */
function writesIn(source: string): string[] {
  const base = /^const path = '([^']+)'/m.exec(source)?.[1] ?? '';
  const request = /method: '(POST|PUT|PATCH|DELETE)',\s*(?:path: (?:'([^']+)'|`([^`]+)`)|path\b)/g;
  return [...source.matchAll(request)].map(([, method, plain, template]) => {
    const path = plain ?? template ?? base;
    const [withStars = ''] = path
      .replaceAll('${path}', base)
      .replace(/\$\{[^}]+\}/g, '*')
      .split('?');
    return `${method} ${withStars}`;
  });
}

test('every write request is tested with every fault', () => {
  const sources = textsIn('src/api', /\.ts$/);
  const writes = new Set(sources.flatMap(writesIn));
  const said = sources.join('').match(/method: '(POST|PUT|PATCH|DELETE)'/g) ?? [];
  assert.equal(
    sources.flatMap(writesIn).length,
    said.length,
    'A request is written in a way that this test does not read.',
  );
  const matrix = textsIn('test/components', /^fault-matrix-.*\.test\.ts$/).join('');
  const met = new Set([...matrix.matchAll(/'((?:POST|PUT|PATCH|DELETE) [^']+)'/g)].map(([, route]) => route!));
  assert.deepEqual([...met].sort(), [...writes].sort());
});
