import { tags } from '../../tools/sizes.mjs';
import type { Values } from './page-files.js';

/** So many elements in one provider: the profile first, then every other kind in turn. */
export function mixOf(count: number): string[] {
  const kinds = ['profile', ...tags.filter((tag) => tag !== 'profile')].map((tag) => `logto-${tag}`);
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length] ?? '');
}

/** A page with these elements, one below the other. The settings are in it, so that every element has something to show. */
export const mixedPage = (names: string[], { ENDPOINT, APP_ID, SETTINGS }: Values) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Tags</title>
  <link rel="icon" href="data:," />
  <script type="module" src="/cdn/logto-account-elements.js"></script>
  <logto-account-provider endpoint="${ENDPOINT}" app-id="${APP_ID}">
    <script type="application/json">${SETTINGS}</script>
    ${names.map((tag) => `<${tag}></${tag}>`).join('\n    ')}
  </logto-account-provider>
</html>`;

/** Runs in the page: whether every element shows what it has to show. */
export const isComplete = `[...document.querySelectorAll('logto-account-provider > :not(script)')].every(
  (tag) => tag.matches(':defined:not(:state(loading))') && tag.shadowRoot)`;
