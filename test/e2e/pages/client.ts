// As pages with a framework's SDK do it: the page owns the client and the callback, and hands the client over at once.
import LogtoClient, { UserScope } from '@logto/browser';

import '../../../components/index.js';

const setting = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)!.content;
const here = location.origin + location.pathname;

const client = new LogtoClient({
  endpoint: setting('endpoint'),
  appId: setting('app-id'),
  scopes: [UserScope.Profile, 'address', UserScope.CustomData],
});

const provider = document.querySelector('logto-account-provider')!;
// `?with-route`: the page tells the provider where it finishes a sign-in.
if (new URLSearchParams(location.search).has('with-route')) provider.redirectUri = here;
provider.client = client;
document.querySelector('#enter')!.addEventListener('click', () => void client.signIn(here));

if (await client.isSignInRedirected(location.href)) {
  await client.handleSignInCallback(location.href);
  history.replaceState(null, '', here);
  await provider.refresh();
}
if (await client.isAuthenticated()) {
  const { username } = await client.getIdTokenClaims();
  document.querySelector('#greeting')!.textContent = `The page knows ${username}`;
}
