import { encode } from 'fast-png';

import { areaSize, colorsOf, countsOf, distance, limit, unpacked, type Color, type Packed } from './colors.js';
import { threshold, type Picture } from './pictures.js';

/**
 * A small PNG of a picture: at the edges of letters and shapes, colours that `compare` would hardly tell apart are one,
 * which leaves a palette. What has more colours than a palette, like a photograph, keeps them.
 *
 * @param text Kept in the file as it is.
 */
export function smallPng({ width, height, data }: Picture, text: Record<string, string>): Uint8Array {
  const zlib = { level: 9 } as const;
  const colors = colorsOf(data);
  const counts = countsOf(colors);
  const { palette, indexOf } = paletteOf(counts);
  if (palette.length > 256) return encode({ width, height, data, channels: 4, text }, { zlib });
  const indices = Uint8Array.from(colors, (color) => indexOf.get(color)!);
  const isTiny = palette.length <= 16;
  return encode(
    {
      width,
      height,
      palette,
      text,
      channels: 1,
      depth: isTiny ? 4 : 8,
      data: isTiny ? inHalfBytes(indices, width) : indices,
    },
    { zlib },
  );
}

/** Half of what `compare` takes for a difference, so that what it can see stays enough. */
const hardly = limit(threshold) / 2;

/** The colours of areas as they are, and some for the edges between them, with which of them stands for which colour. */
function paletteOf(counts: Map<Packed, number>): { palette: Color[]; indexOf: Map<Packed, number> } {
  const palette: Color[] = [];
  const indexOf = new Map<Packed, number>();
  for (const [packed, count] of [...counts].sort(([, one], [, other]) => other - one)) {
    const color = unpacked(packed);
    const similar = count >= areaSize ? -1 : palette.findIndex((known) => distance(known, color) < hardly);
    indexOf.set(packed, similar < 0 ? palette.push(color) - 1 : similar);
  }
  return { palette, indexOf };
}

/** Two pixels per byte; every row starts with a filter byte. */
function inHalfBytes(indices: Uint8Array, width: number): Uint8Array {
  const rowBytes = Math.ceil(width / 2);
  const bytes = new Uint8Array((rowBytes * indices.length) / width);
  indices.forEach((index, pixel) => {
    const x = pixel % width;
    bytes[((pixel - x) / width) * rowBytes + (x >> 1)]! |= x % 2 ? index : index << 4;
  });
  return bytes;
}
