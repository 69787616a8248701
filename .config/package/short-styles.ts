import MagicString from 'magic-string';
import type { Plugin } from 'vite';

/** Takes the white space and the comments out of style sheets, which minifiers of JavaScript leave as they are. */
export function shortStyles(): Plugin {
  return {
    name: 'short-styles',
    transform: {
      filter: { id: /\.styles\.ts$/ },
      handler(code) {
        const edited = new MagicString(code);
        for (const { 0: sheet, index } of code.matchAll(/css`[^`]*`/g))
          edited.update(index, index + sheet.length, shorten(sheet));
        return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
      },
    },
  };
}

const shorten = (sheet: string): string =>
  sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/(?<=`) /, '');
