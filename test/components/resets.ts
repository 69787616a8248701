import { reboot } from '../helpers/reboot.js';

/** Style sheets with which pages take the browser's own look away, before they give everything theirs. */
export interface Reset {
  name: string;
  css: string;
}

/** Before the stand-in answers all requests of the page. */
const texts = new Map(
  await Promise.all(
    [
      'tailwind',
      'tailwind-v4',
      'tailwind-compat',
      'normalize',
      'eric-meyer',
      'sanitize/sanitize',
      'sanitize/forms',
    ].map(async (name) => [name, await read(`/node_modules/@unocss/reset/${name}.css`)] as const),
  ),
);

async function read(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`There is no ${path}.`);
  return response.text();
}

const file = (name: string, path: string): Reset => ({ name, css: texts.get(path)! });

const rule = (name: string, css: string): Reset => ({ name, css });

export const resets: Reset[] = [
  file('Tailwind 3', 'tailwind'),
  file('Tailwind 4', 'tailwind-v4'),
  file('Tailwind without buttons', 'tailwind-compat'),
  file('normalize.css', 'normalize'),
  file('Eric Meyer', 'eric-meyer'),
  file('sanitize.css', 'sanitize/sanitize'),
  file('sanitize.css for forms', 'sanitize/forms'),
  rule('Bootstrap', reboot),
  rule('no margin and no padding', '* { margin: 0; padding: 0 }'),
  rule(
    'no margin and no padding, border boxes',
    '*, *::before, *::after { margin: 0; padding: 0; box-sizing: border-box }',
  ),
  rule('buttons without anything', 'button { all: unset }'),
  rule('controls without anything', 'button, input, select, dialog { all: unset }'),
  rule(
    'controls without a look',
    'button, input, select { appearance: none; border: 0; background: none; outline: none }',
  ),
  rule(
    'everything without lines and frames',
    '* { border: 0; outline: 0; background: none; list-style: none; box-shadow: none }',
  ),
  rule('a modal of the page above all', 'body { pointer-events: none; user-select: none }'),
  rule('lists and headings without anything', 'h2, p, ul, li, label, form { all: unset }'),
  rule(
    'types without a look',
    '[type="submit"], [type="button"], [type="password"] { background: transparent; border: none; padding: 0 }',
  ),
];
