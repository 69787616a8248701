import type { Decorator } from '@storybook/web-components-vite';

import { themes } from '../themes/themes.js';
import type { Look } from './toolbars.js';

const themeSheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(themeSheet);

const readFromTheRight = ['ar', 'fa'];

/** The page around the story is as an integrator's would be: it has a colour scheme, a direction, a language, a text size. */
export const asAPage: Decorator = (story, { globals }) => {
  const { scheme, theme, direction, language, text } = globals as unknown as Look;
  const page = document.documentElement;
  page.style.colorScheme = scheme;
  page.style.fontSize = text === '100' ? '' : `${text}%`;
  page.lang = language;
  page.dir = direction === 'auto' ? (readFromTheRight.includes(language) ? 'rtl' : 'ltr') : direction;
  themeSheet.replaceSync(theme === 'none' ? '' : themes[theme].css);
  return story();
};
