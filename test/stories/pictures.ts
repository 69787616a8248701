import { convertIndexedToRgb, decode, encode } from 'fast-png';
import pixelmatch from 'pixelmatch';

/** A picture in memory: four bytes for each pixel. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** How different a pixel may be, from 0 to 1. */
export const threshold = 0.1;

/** How many pixels may differ more, those on the edges of letters and shapes aside. */
const tolerance = 8;

/** How two pictures differ, in words and, where they can be laid on each other, as a third one. */
export interface Difference {
  words: string;
  picture?: Uint8Array;
}

/** The difference, if there is one. */
export function compare(expected: Picture, actual: Picture): Difference | undefined {
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height)
    return { words: `It is ${actual.width} × ${actual.height} pixels and was ${width} × ${height}.` };
  const data = new Uint8Array(width * height * 4);
  const count = pixelmatch(expected.data, actual.data, data, width, height, { threshold });
  if (count > tolerance)
    return { words: `${count} pixels differ.`, picture: encode({ width, height, data, channels: 4 }) };
  return undefined;
}

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
