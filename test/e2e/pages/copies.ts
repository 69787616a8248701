// The provider and the sign-in button come from the sources, and everything else from the CDN script, which a part of
// the page may have brought along. A second provider is the CDN script's own.
import type * as Library from '../../../components/index.js';
import '../../../components/sign-in/logto-sign-in.js';

const fromSources = customElements.get('logto-account-provider');
const address = '/cdn/logto-account-elements.js';
const cdn = (await import(/* @vite-ignore */ address)) as typeof Library;

if (customElements.get('logto-account-provider') !== fromSources || fromSources === cdn.LogtoAccountProvider)
  throw new Error('The provider is not that of the sources.');
// It is in the page, and the sources have none: so the script loads its own.
await customElements.whenDefined('logto-profile');

customElements.define('other-account-provider', class extends cdn.LogtoAccountProvider {});
// A provider has to be there before its tags are.
document.body.append(document.importNode(document.querySelector('template')!.content, true));
