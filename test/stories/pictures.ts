import { convertIndexedToRgb, decode, encode } from 'fast-png';
import pixelmatch from 'pixelmatch';

/** A picture in memory: four bytes for each pixel. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** How different a pixel may be, from 0 to 1. */
const threshold = 0.1;

/** How many pixels may differ more, those on the edges of letters and shapes aside. */
const tolerance = 8;

/** How two pictures differ, in words and, where they can be laid on each other, as a third one. */
export interface Difference {
  words: string;
  picture?: Uint8Array;
}

/** What is different, or nothing. */
export function compare(expected: Picture, actual: Picture): Difference | undefined {
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height)
    return { words: `It is ${actual.width} × ${actual.height} pixels and was ${width} × ${height}.` };
  const data = new Uint8Array(width * height * 4);
  const count = pixelmatch(expected.data, actual.data, data, width, height, { threshold });
  if (count > tolerance)
    return { words: `${count} pixels differ.`, picture: encode({ width, height, data, channels: 4 }) };
  const color = strangeColor(expected, actual) ?? strangeColor(actual, expected);
  return color === undefined ? undefined : { words: `The colour ${color} is in one of them only.` };
}

/** The colour of an area in one picture that is not in the other. Such a change may be too faint for single pixels. */
function strangeColor(one: Picture, other: Picture): string | undefined {
  const known = areasOf(other, areaSize / 2);
  const strange = areasOf(one, areaSize).find(
    (color) => !known.some((also) => also.every((value, channel) => Math.abs(value - color[channel]!) <= 2)),
  );
  return strange && `rgb(${strange.join(' ')})`;
}

/** How many pixels of one colour are an area, and not the edges of letters. */
const areaSize = 800;

const areasOf = (picture: Picture, size: number): Color[] =>
  [...countsOf(colorsOf(picture))].filter(([, count]) => count >= size).map(([color]) => channelsOf(color));

/** Reads a PNG, with or without a palette. Nothing in it can be seen through. */
export function readPng(png: Uint8Array): Picture {
  const decoded = decode(png);
  const { width, height } = decoded;
  const source = decoded.palette ? convertIndexedToRgb(decoded) : decoded.data;
  const channels = source.length / (width * height);
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < source.length; from += channels, to += 4)
    for (let channel = 0; channel < 3; channel++) data[to + channel] = source[from + channel]!;
  return { width, height, data };
}

/** The same picture at half its size: each pixel is the mean of four. */
export function halved({ width, height, data }: Picture): Picture {
  const half = { width: width >> 1, height: height >> 1 };
  const pixels = new Uint8Array(half.width * half.height * 4);
  for (let at = 0; at < pixels.length; at++) {
    const [channel, x, y] = [at % 4, (at >> 2) % half.width, Math.floor((at >> 2) / half.width)];
    const from = (2 * y * width + 2 * x) * 4 + channel;
    const below = from + width * 4;
    pixels[at] = (data[from]! + data[from + 4]! + data[below]! + data[below + 4]!) >> 2;
  }
  return { ...half, data: pixels };
}

/**
 * A small PNG of a picture: colours that `compare` would hardly tell apart are one, which leaves a palette. What has more
 * colours than a palette, like a photograph, keeps them.
 *
 * @param text Kept in the file as it is.
 */
export function smallPng(picture: Picture, text: Record<string, string>): Uint8Array {
  const { width, height, data } = picture;
  const zlib = { level: 9 } as const;
  const colors = colorsOf(picture);
  const { palette, indexOf } = paletteOf(colors);
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

type Color = [red: number, green: number, blue: number];

/** One number for the colour of each pixel. */
const colorsOf = ({ width, height, data }: Picture): Uint32Array =>
  Uint32Array.from(
    { length: width * height },
    (_, pixel) => (data[pixel * 4]! << 16) | (data[pixel * 4 + 1]! << 8) | data[pixel * 4 + 2]!,
  );

const channelsOf = (color: number): Color => [color >> 16, (color >> 8) & 0xff, color & 0xff];

function countsOf(colors: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  return counts;
}

/** Half of what `compare` takes for a difference, so that what it can see stays enough. */
const hardly = 35215 * threshold ** 2 * 0.5;

/** The colours of areas as they are, and some for the edges between them, with which of them stands for which colour. */
function paletteOf(colors: Uint32Array): { palette: Color[]; indexOf: Map<number, number> } {
  const palette: Color[] = [];
  const indexOf = new Map<number, number>();
  for (const [packed, count] of [...countsOf(colors)].sort(([, one], [, other]) => other - one)) {
    const color = channelsOf(packed);
    const similar = count < areaSize / 2 ? palette.findIndex((known) => distance(known, color) < hardly) : -1;
    indexOf.set(packed, similar < 0 ? palette.push(color) - 1 : similar);
  }
  return { palette, indexOf };
}

/** As `pixelmatch` sees it. */
function distance(one: Color, other: Color): number {
  const [red, green, blue] = one.map((value, channel) => value - other[channel]!) as Color;
  const y = red * 0.29889531 + green * 0.58662247 + blue * 0.11448223;
  const i = red * 0.59597799 - green * 0.2741761 - blue * 0.32180189;
  const q = red * 0.21147017 - green * 0.52261711 + blue * 0.31114694;
  return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q;
}

/** Two pixels in each byte; every row begins with a byte of its own. */
function inHalfBytes(indices: Uint8Array, width: number): Uint8Array {
  const rowBytes = Math.ceil(width / 2);
  const bytes = new Uint8Array((rowBytes * indices.length) / width);
  indices.forEach((index, pixel) => {
    const x = pixel % width;
    bytes[((pixel - x) / width) * rowBytes + (x >> 1)]! |= x % 2 ? index : index << 4;
  });
  return bytes;
}
