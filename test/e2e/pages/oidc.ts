// The stand-in's own test page: nothing but Logto's SDK, so that a failure here is never one of the components.
import LogtoClient, { UserScope } from '@logto/browser';

const setting = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
const show = (id: 'state' | 'answer', text: string) => (document.querySelector(`#${id}`)!.textContent = text);

const endpoint = setting('endpoint');
const here = `${location.origin}${location.pathname}`;
const client = new LogtoClient({
  endpoint,
  appId: setting('app-id'),
  scopes: [UserScope.Profile, UserScope.Email, UserScope.CustomData, UserScope.Sessions, 'no-such-scope'],
});

const actions = {
  'sign-in': () => client.signIn(here),
  'sign-out': () => client.signOut(here),
  forget: async () => {
    await client.clearAccessToken();
    show('answer', 'forgotten');
  },
  'user-info': async () => {
    const { name, custom_data: customData } = await client.fetchUserInfo();
    show('answer', `${name}, plan ${(customData as { plan?: string }).plan}`);
  },
  load: async () => {
    const token = await client.getAccessToken();
    const response = await fetch(`${endpoint}/api/my-account`, { headers: { authorization: `Bearer ${token}` } });
    const { username, code } = (await response.json()) as { username?: string; code?: string };
    show('answer', `${response.status} ${username ?? code}`);
  },
};

for (const [id, action] of Object.entries(actions)) {
  document.querySelector(`#${id}`)!.addEventListener('click', () => {
    show('answer', '');
    action().catch((error: Error & { code?: string }) => show('answer', `failed: ${error.code ?? error.message}`));
  });
}

if (await client.isSignInRedirected(location.href)) {
  await client.handleSignInCallback(location.href);
  history.replaceState(null, '', here);
}
show(
  'state',
  (await client.isAuthenticated()) ? `signed in as ${(await client.getIdTokenClaims()).username}` : 'signed out',
);
