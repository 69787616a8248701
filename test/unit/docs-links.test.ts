import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

import { slugOf } from '../../stories/docs/guides/slug.js';
import { guides, prose } from '../tools/guides.js';

const others = ['CONTRIBUTING.md', 'CHANGELOG.md', 'examples/README.md'];
const pages = new Map([...guides, ...others.map((path) => [path, readFileSync(path, 'utf8')] as const)]);

const linksIn = (text: string) =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)].map(
    ([, inline, reference]) => inline ?? reference!,
  );

const anchorsIn = (text: string) => [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugOf(heading));

function problemWith(path: string, link: string): string | undefined {
  if (/^https:\/\//.test(link)) return undefined;
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? path : join(dirname(path), file);
  if (!existsSync(target)) return 'there is no such file';
  if (anchor === undefined) return undefined;
  if (statSync(target).isDirectory()) return 'a folder has no anchors';
  return anchorsIn(readFileSync(target, 'utf8')).includes(anchor) ? undefined : 'there is no such heading';
}

for (const [path, text] of pages)
  test(`every link in ${path} works`, () => {
    const broken = linksIn(text).flatMap((link) => {
      const problem = problemWith(path, link);
      return problem ? [`${link}: ${problem}`] : [];
    });
    assert.deepEqual(broken, []);
  });

test('the README links to every guide', () => {
  const readme = guides.get('README.md')!;
  const paths = [...guides.keys()].filter((path) => path !== 'README.md');
  assert.deepEqual(
    paths.filter((path) => !linksIn(readme).includes(path)),
    [],
  );
});

test('the README has at most 1,500 words', () => {
  const words = guides.get('README.md')!.match(/\S*[\p{L}\p{N}]\S*/gu) ?? [];
  assert.ok(words.length <= 1500, `${words.length} words`);
});

test('every npm script named in the docs exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const texts = [...guides.values(), readFileSync('CONTRIBUTING.md', 'utf8')];
  const named = texts.flatMap((text) => text.match(/(?<=\bnpm run\s(?:-s )?)[\w:-]+/g) ?? []);
  assert.ok(named.length > 10);
  assert.deepEqual(
    named.filter((name) => !(name in scripts)),
    [],
  );
});
