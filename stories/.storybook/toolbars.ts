import type { Preview } from '@storybook/web-components-vite';

import { languages } from '../../src/localize/languages.js';
import { themes } from '../themes/themes.js';

/** What the toolbars say of the page around a story. Storybook's own one for the viewport says how wide it is. */
export interface Look {
  scheme: 'light' | 'dark';
  theme: keyof typeof themes | 'none';
  direction: 'auto' | 'ltr' | 'rtl';
  language: string;
  /** Per cent of the usual size. */
  text: '100' | '200';
}

export const initialGlobals: Look = {
  scheme: 'light',
  theme: 'none',
  direction: 'auto',
  language: 'en',
  text: '100',
};

interface Item<Value> {
  value: Value;
  title: string;
}

const choice = <Name extends keyof Look>(
  title: string,
  icon: 'mirror' | 'paintbrush' | 'transfer' | 'globe' | 'zoom',
  items: Item<Look[Name]>[],
) => ({
  name: title,
  description: title,
  toolbar: { title, icon, items, dynamicTitle: true },
});

/** The name of a language as those who speak it write it. */
const nameOf = (language: string) => {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
};

const themeItems = Object.entries(themes) as [keyof typeof themes, { title: string }][];

export const globalTypes = {
  scheme: choice<'scheme'>('Colour scheme', 'mirror', [
    { value: 'light', title: 'Light' },
    { value: 'dark', title: 'Dark' },
  ]),
  theme: choice<'theme'>('Theme', 'paintbrush', [
    { value: 'none', title: 'No theme' },
    ...themeItems.map(([value, { title }]) => ({ value, title })),
  ]),
  direction: choice<'direction'>('Direction', 'transfer', [
    { value: 'auto', title: 'As the language' },
    { value: 'ltr', title: 'Left to right' },
    { value: 'rtl', title: 'Right to left' },
  ]),
  language: choice<'language'>(
    'Language',
    'globe',
    languages.map((value) => ({ value, title: nameOf(value) })),
  ),
  text: choice<'text'>('Text size', 'zoom', [
    { value: '100', title: 'Text 100 %' },
    { value: '200', title: 'Text 200 %' },
  ]),
} satisfies Preview['globalTypes'] & Record<keyof Look, unknown>;
