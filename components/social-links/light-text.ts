/**
 * Whether a colour, as `getComputedStyle` gives it, is a light one. Light text means a dark page, whatever the system
 * prefers. `undefined` for notations that are not known here.
 */
export function isLight(color: string): boolean | undefined {
  const [notation = ''] = /^[a-z]+/.exec(color) ?? [];
  const [first = NaN, second = NaN, third = NaN] = (color.replace(/^color\([\w-]+/, '').match(/-?[\d.]+/g) ?? []).map(
    Number,
  );
  const luma = (red: number, green: number, blue: number) => 0.299 * red + 0.587 * green + 0.114 * blue;
  switch (notation) {
    case 'rgb':
    case 'rgba':
      return luma(first, second, third) > 140;
    case 'color':
      return luma(first, second, third) > 0.55;
    case 'oklch':
    case 'oklab':
      return first > 0.65;
    case 'lch':
    case 'lab':
      return first > 60;
    default:
      return undefined;
  }
}
