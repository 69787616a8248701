import './account-provider/logto-account-provider.js'; // at once, as every element asks it for the account
import { nextTask } from '../src/next-task.js';
import { loadExpected } from './expected-section.js';

export { LogtoAccountProvider } from './account-provider/account-provider-element.js';
export { addMessages, languages } from '../src/localize/languages.js';

/** Each element by itself, so that a page loads no other than it has. */
const loaders: Record<string, () => Promise<unknown>> = {
  'logto-account': () => import('./account/logto-account.js'),
  'logto-sign-in': () => import('./sign-in/logto-sign-in.js'),
  'logto-user-button': () => import('./user-button/logto-user-button.js'),
  'logto-profile': () => import('./profile/logto-profile.js'),
  'logto-username': () => import('./username/logto-username.js'),
  'logto-email': () => import('./email/logto-email.js'),
  'logto-phone': () => import('./phone/logto-phone.js'),
  'logto-password': () => import('./password/logto-password.js'),
  'logto-mfa': () => import('./mfa/logto-mfa.js'),
  'logto-passkeys': () => import('./passkeys/logto-passkeys.js'),
  'logto-social-links': () => import('./social-links/logto-social-links.js'),
  'logto-sessions': () => import('./sessions/logto-sessions.js'),
  'logto-connected-apps': () => import('./connected-apps/logto-connected-apps.js'),
  'logto-trusted-devices': () => import('./trusted-devices/logto-trusted-devices.js'),
  'logto-sign-in-history': () => import('./sign-in-history/logto-sign-in-history.js'),
  'logto-organizations': () => import('./organizations/logto-organizations.js'),
  'logto-access-tokens': () => import('./access-tokens/logto-access-tokens.js'),
  'logto-data-export': () => import('./data-export/logto-data-export.js'),
  'logto-delete-account': () => import('./delete-account/logto-delete-account.js'),
};
const missing = Object.keys(loaders)
  .map((tag) => `${tag}:not(:defined)`)
  .join();

/**
 * Loads and registers the custom elements that are in a document, shadow root or other element, and those that are added to
 * it later. The document itself is observed already.
 */
export function observeElements(root: Document | ShadowRoot | Element): void {
  load(root);
  new MutationObserver((records) => {
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element);
    for (const parent of new Set(added.map(({ parentElement }) => parentElement ?? root))) load(parent);
  }).observe(root, { childList: true, subtree: true });
}

function load(root: ParentNode) {
  for (const element of root.querySelectorAll(missing)) {
    void request(element.localName);
    if (element.localName === 'logto-account') loadExpected(element);
  }
}

/** One that could not be loaded is asked for again when the next such element appears. */
async function request(tag: string) {
  const loader = loaders[tag];
  if (!loader) return;
  try {
    await loader();
  } catch (cause) {
    console.error(`[logto-account-elements] <${tag}> could not be loaded.`, cause);
  }
}

// In its own task, so that providers request the account first: that takes longer than any code.
void nextTask().then(() => observeElements(document));
