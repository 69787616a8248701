/** Where tokens are set, in a theme and in what the editor makes. */
const rule = /logto-account-provider \{\n(?<declarations>[^}]*)\}/;

const declaration = (token: string) => new RegExp(`^ *${token}: *(?<value>[^;]+);.*\\n`, 'm');

/** CSS that sets nothing. */
export const emptyTheme = 'logto-account-provider {\n}\n';

/** What the token is set to; nothing when it is not set. */
export const tokenIn = (css: string, token: string): string =>
  rule.exec(css)?.groups?.['declarations']?.match(declaration(token))?.groups?.['value']?.trim() ?? '';

/** The same CSS with the token set to something else, or not at all. The rest stays as it is written. */
export function withToken(css: string, token: string, value: string): string {
  const line = value ? `  ${token}: ${value};\n` : '';
  return css.replace(rule, (all, declarations: string) => {
    const isSet = declaration(token).test(declarations);
    const changed = isSet ? declarations.replace(declaration(token), () => line) : declarations + line;
    return all.replace(declarations + '}', () => `${changed}}`);
  });
}

/** Both colours of `light-dark(a, b)`; one that is not so is both. */
export function lightAndDark(value: string): [light: string, dark: string] {
  const inside = /^light-dark\((?<both>.*)\)$/s.exec(value.trim())?.groups?.['both'];
  if (inside === undefined) return [value, value];
  let depth = 0;
  const comma = [...inside].findIndex((character) => {
    if (character === '(') depth++;
    if (character === ')') depth--;
    return character === ',' && depth === 0;
  });
  return [inside.slice(0, comma).trim(), inside.slice(comma + 1).trim()];
}

export const bothColors = (light: string, dark: string): string =>
  light === dark ? light : `light-dark(${light}, ${dark})`;

/** Whether CSS would take the value for the token, as far as can be told: a half-written colour would hide the theme. */
export const isColor = (value: string): boolean => CSS.supports('color', value);

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

/** As a colour input wants it; black for what is none. */
export function toHex(color: string): string {
  canvas.fillStyle = '#000';
  if (!color.includes('var(')) canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
