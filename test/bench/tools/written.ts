import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { format, type FormatConfig } from 'oxfmt';

import { repositoryRoot } from '../../tools/pages.js';

const style = JSON.parse(readFileSync(`${repositoryRoot}.oxfmtrc.json`, 'utf8')) as FormatConfig;

/** Markdown as everything else here is formatted. */
export async function formatted(markdown: string): Promise<string> {
  return (await format('benchmark.md', markdown, style)).code;
}

export async function write(path: string, markdown: string): Promise<void> {
  mkdirSync(dirname(repositoryRoot + path), { recursive: true });
  writeFileSync(repositoryRoot + path, await formatted(markdown));
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
