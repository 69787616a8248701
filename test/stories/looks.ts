import type { RunOnly } from 'axe-core';

/** How a story looks: the page around it, as Storybook's toolbars set it, and the viewport. */
export interface Look {
  name: string;
  globals: Record<'scheme' | 'language' | 'text', string>;
  width: number;
  /** Pictures are kept at half their size: large text can be read in them all the same. */
  isHalved: boolean;
  /** The rules of axe that are checked in it. */
  rules: RunOnly | string[];
}

const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What else axe looks for is the same in every look: names, roles, structure. */
const whatLooksChange: RunOnly = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
};

/** The looks in which every story has to be accessible, and as it was. */
export const looks: Look[] = [
  {
    name: 'wide',
    globals: { scheme: 'light', language: 'en', text: '100' },
    width: 900,
    isHalved: false,
    rules: allRules,
  },
  {
    name: 'narrow dark Arabic',
    globals: { scheme: 'dark', language: 'ar', text: '100' },
    width: 375,
    isHalved: false,
    rules: whatLooksChange,
  },
  {
    name: 'large text German',
    globals: { scheme: 'light', language: 'de', text: '200' },
    width: 720,
    isHalved: true,
    rules: whatLooksChange,
  },
];
