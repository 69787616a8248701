/// <reference types="vite/client" />
import lines from './lines.css?raw';
import sideBySide from './side-by-side.css?raw';

/** What the account page could look like, each made of public tokens and parts alone. The first is the default, so it needs none. */
export const looks = { cards: '', lines, sideBySide };
