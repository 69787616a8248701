/** A colour as one number, and as three. */
export type Packed = number;
export type Color = [red: number, green: number, blue: number];

export const unpacked = (color: Packed): Color => [color >> 16, (color >> 8) & 0xff, color & 0xff];

/** The color of each pixel, in four bytes. */
export const colorsOf = (data: Uint8Array): Uint32Array =>
  Uint32Array.from(
    { length: data.length / 4 },
    (_, pixel) => (data[pixel * 4]! << 16) | (data[pixel * 4 + 1]! << 8) | data[pixel * 4 + 2]!,
  );

/** How many pixels have which colour. */
export function countsOf(colors: Uint32Array): Map<Packed, number> {
  const counts = new Map<Packed, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  return counts;
}

/** How many pixels of one colour are an area, and not the edges of letters. */
export const areaSize = 800;

/** How different two colours are, as `pixelmatch` sees it. */
export function distance(one: Color, other: Color): number {
  const [red, green, blue] = one.map((value, channel) => value - other[channel]!) as Color;
  const y = red * 0.29889531 + green * 0.58662247 + blue * 0.11448223;
  const i = red * 0.59597799 - green * 0.2741761 - blue * 0.32180189;
  const q = red * 0.21147017 - green * 0.52261711 + blue * 0.31114694;
  return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q;
}

/** The distance that counts as different, for a threshold from 0 to 1. */
export const limit = (threshold: number): number => 35215 * threshold ** 2;
