import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { repositoryRoot } from '../tools/pages.js';
import type { Look } from './looks.js';
import { compare, halved, readPng } from './pictures.js';
import { smallPng } from './small-png.js';

const baselines = fileURLToPath(new URL('baselines/', import.meta.url));

/** Where the pictures of a failure are put. */
const differences = join(repositoryRoot, 'node_modules/.cache/story-differences');

/** Whether to update the pictures. */
export const isUpdate = process.env['UPDATE_BASELINES'] === '1';

export const howToUpdate = 'If it is meant to look so: npm run storybook:test -- --update';

/** The name of a story's picture in a look: `profile/edit-text.wide.png`. */
export const pictureName = (storyId: string, { name }: Look) =>
  `${storyId.replace('--', '/')}.${name.toLowerCase().replaceAll(' ', '-')}.png`;

const pictureOf = (png: Uint8Array, { isHalved }: Look) => (isHalved ? halved(readPng(png)) : readPng(png));

/** Describes the difference from the stored picture, if there is one. */
export function differenceFrom(storyId: string, look: Look, png: Uint8Array): string | undefined {
  const name = pictureName(storyId, look);
  const file = join(baselines, name);
  if (!existsSync(file)) return 'There is no picture of it yet.';
  const folder = join(differences, name.replace(/\.png$/, ''));
  rmSync(folder, { recursive: true, force: true });
  const expected = readFileSync(file);
  if (expected.includes(hashOf(png))) return undefined;
  const difference = compare(readPng(expected), pictureOf(png, look));
  if (!difference) return undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'expected.png'), expected);
  writeFileSync(join(folder, 'actual.png'), png);
  if (difference.picture) writeFileSync(join(folder, 'difference.png'), difference.picture);
  return `${difference.words} See ${relative(repositoryRoot, folder)}.`;
}

/** What a small picture says of the large one it was made from: the same one again need not be read to be compared. */
const hashOf = (png: Uint8Array) => createHash('sha256').update(png).digest('hex');

/** Forgets the failures of the run before. */
export const forgetDifferences = () => rmSync(differences, { recursive: true, force: true });

/** Keeps the picture. One that is as before stays as it is, to the byte. */
export function keep(storyId: string, look: Look, png: Uint8Array): void {
  const file = join(baselines, pictureName(storyId, look));
  const actual = pictureOf(png, look);
  if (existsSync(file) && !compare(readPng(readFileSync(file)), actual)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, smallPng(actual, { 'Made from': hashOf(png) }));
}

/** The names of stored pictures that belong to no story. */
export const leftOver = (names: Set<string>): string[] =>
  readdirSync(baselines, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.png') && !names.has(name));

export const remove = (name: string) => rmSync(join(baselines, name));
