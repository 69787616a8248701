import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import type { Provider } from 'oidc-provider';

import type { FakeLogto } from './fake-logto.js';
import { messagePage } from './html-page.js';
import { sendPage } from './node-http.js';
import { signInPage } from './sign-in-page.js';
import { findActiveUser } from './user-claims.js';

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** The two steps for which oidc-provider sends the browser away: who is it, and may the application know? */
export function createInteractions(provider: Provider, logto: FakeLogto): { signIn: Answer; consent: Answer } {
  const showSignIn = (outgoing: ServerResponse, status: number, identifier?: string, error?: string) => {
    const [first] = logto.tenant.users;
    const username = first?.username ?? first?.primaryEmail;
    const hint = username && first?.password ? { username, password: first.password } : undefined;
    sendPage(outgoing, status, signInPage({ hint, identifier, error }));
  };

  return {
    async signIn(incoming, outgoing) {
      const interaction = await provider.interactionDetails(incoming, outgoing).catch(() => undefined);
      if (!interaction) {
        sendPage(
          outgoing,
          400,
          messagePage('No sign-in is under way here. Go back to the application and start there.'),
        );
        return;
      }
      if (incoming.method !== 'POST') {
        const { login_hint: loginHint } = interaction.params;
        showSignIn(outgoing, 200, typeof loginHint === 'string' ? loginHint : undefined);
        return;
      }
      const form = new URLSearchParams(await text(incoming));
      const identifier = form.get('identifier')?.trim() ?? '';
      const user = logto.tenant.users.find(({ username, primaryEmail }) =>
        [username, primaryEmail].includes(identifier),
      );
      if (!user?.password || user.password !== form.get('password')) {
        showSignIn(outgoing, 422, identifier, 'The username, email or password is not right.');
      } else if (!findActiveUser(logto, user.id)) {
        showSignIn(outgoing, 403, identifier, 'This account is suspended.');
      } else {
        await provider.interactionFinished(incoming, outgoing, { login: { accountId: user.id } });
      }
    },

    // Logto asks nobody either when the application is the tenant's own.
    async consent(incoming, outgoing) {
      const { grantId, session, params, prompt } = await provider.interactionDetails(incoming, outgoing);
      const known = grantId ? await provider.Grant.find(grantId) : undefined;
      const grant = known ?? new provider.Grant({ accountId: session?.accountId, clientId: String(params.client_id) });
      const { missingOIDCScope } = prompt.details as { missingOIDCScope?: string[] };
      if (missingOIDCScope) grant.addOIDCScope(missingOIDCScope.join(' '));
      await provider.interactionFinished(incoming, outgoing, { consent: { grantId: await grant.save() } });
    },
  };
}
