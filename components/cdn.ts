import './account-provider/logto-account-provider.js'; // at once, as every tag asks it for the account
import { tagLoaders } from './tag-loaders.js';

export { LogtoAccountProvider } from './account-provider/account-provider-element.js';
export { addMessages, languages } from '../src/localize/languages.js';

const loaders: Record<string, () => Promise<unknown>> = {
  ...tagLoaders,
  'logto-account': () => import('./account/logto-account.js'),
};
const missing = Object.keys(loaders)
  .map((tag) => `${tag}:not(:defined)`)
  .join();

/**
 * Loads and registers the tags that are in a document, shadow root or element, and those that are added to it later. The
 * document itself is observed already.
 */
export function observeTags(root: Document | ShadowRoot | Element): void {
  load(root);
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof Element) load(node.parentElement ?? root);
  }).observe(root, { childList: true, subtree: true });
}

function load(root: ParentNode) {
  for (const { localName } of root.querySelectorAll(missing)) void request(localName);
}

/** One that could not be loaded is asked for again when the next such tag appears. */
async function request(tag: string) {
  const loader = loaders[tag];
  if (!loader) return;
  try {
    await loader();
  } catch (cause) {
    console.error(`[logto-account-elements] <${tag}> could not be loaded.`, cause);
  }
}

observeTags(document);
