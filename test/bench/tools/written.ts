import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { formatted } from '../../tools/formatted.mjs';
import { repositoryRoot } from '../../tools/pages.js';

export async function write(path: string, markdown: string): Promise<void> {
  mkdirSync(dirname(repositoryRoot + path), { recursive: true });
  writeFileSync(repositoryRoot + path, await formatted(path, markdown));
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->` in a file. */
export async function writeBetween(path: string, name: string, markdown: string): Promise<void> {
  const text = readFileSync(repositoryRoot + path, 'utf8');
  const between = new RegExp(`(<!-- ${name} -->)[\\s\\S]*(<!-- /${name} -->)`);
  if (!between.test(text)) throw new Error(`${path} has no place for “${name}”.`);
  await write(
    path,
    text.replace(between, (_, start: string, end: string) => `${start}\n\n${markdown}\n\n${end}`),
  );
}
