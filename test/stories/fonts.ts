/**
 * The only fonts that the stories have while their pictures are taken, so that these are the same on every machine. They
 * come from npm packages, and the browser takes them for fonts of the system: no page has to load any.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

import { repositoryRoot } from '../tools/pages.js';

const folder = join(repositoryRoot, 'node_modules/.cache/story-fonts');

const fonts = [
  ...['latin', 'latin-ext', 'cyrillic'].flatMap((script) => bothWeights('noto-sans', script)),
  ...bothWeights('noto-sans-arabic', 'arabic'),
  ...bothWeights('noto-sans-mono', 'latin'),
  'noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff',
];

function bothWeights(family: string, script: string) {
  return [400, 700].map((weight) => `${family}/files/${family}-${script}-${weight}-normal.woff`);
}

/** Makes them ready, and returns the variables with which a browser has them. */
export function onlyTheseFonts(): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  for (const [index, font] of fonts.entries()) {
    const woff = readFileSync(join(repositoryRoot, 'node_modules/@fontsource', font));
    writeFileSync(join(folder, `${index}.ttf`), unpackWoff(woff));
  }
  const configuration = join(folder, 'fonts.conf');
  writeFileSync(configuration, fontsConf);
  return { FONTCONFIG_FILE: configuration };
}

const prefer = (generic: string, family: string) =>
  `<alias binding="strong"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}/cache</cachedir>
  ${['sans-serif', 'serif', 'system-ui'].map((generic) => prefer(generic, 'Noto Sans')).join('\n  ')}
  ${['monospace', 'ui-monospace'].map((generic) => prefer(generic, 'Noto Sans Mono')).join('\n  ')}
</fontconfig>
`;

/** The font inside a WOFF file, which is its tables, deflated. Browsers take WOFF from pages, and not from the system. */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = 12 + 16 * count;
  const directory = Buffer.alloc(head);
  const power = Math.floor(Math.log2(count));
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  [count, 16 << power, power, 16 * count - (16 << power)].forEach((field, index) =>
    directory.writeUInt16BE(field, 4 + 2 * index),
  );

  const parts: Uint8Array[] = [directory];
  let offset = head;
  for (let index = 0; index < count; index++) {
    const [tag, start, packedLength, length, checksum] = [0, 4, 8, 12, 16].map((field) =>
      woff.readUInt32BE(44 + 20 * index + field),
    ) as [number, number, number, number, number];
    const packed = woff.subarray(start, start + packedLength);
    const table = packedLength < length ? inflateSync(packed) : packed;
    const padding = Buffer.alloc(-length & 3);
    [tag, checksum, offset, length].forEach((field, of) => directory.writeUInt32BE(field, 12 + 16 * index + 4 * of));
    parts.push(table, padding);
    offset += length + padding.length;
  }
  return Buffer.concat(parts);
}
