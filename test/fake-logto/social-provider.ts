import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import { escapeHtml, messagePage, page } from './html-page.js';
import { newId } from './ids.js';
import { close, isWebAddress, listen, sendPage } from './node-http.js';
import type { SocialSignIn } from './record-types.js';
import { avatarOf, people, type Person } from './social-people.js';
import type { Tenant } from './tenant-types.js';

/** A social provider at a separate origin, where users choose an account. */
export interface MockSocialProvider {
  readonly origin: string;
  readonly people: readonly Person[];
  /** The account of a code. It is valid once, and only with the redirect URI that it was sent to. */
  redeem(code: string, redirectUri: string): SocialSignIn | undefined;
  close(): Promise<void>;
}

/** Lets all social connectors of a tenant send people to this provider, and ask it who came back. */
export function useSocialProvider(tenant: Tenant, provider: MockSocialProvider): void {
  for (const connector of tenant.connectors) {
    if (connector.type !== 'Social') continue;
    connector.authorizationEndpoint = `${provider.origin}/authorize`;
    connector.parameters = { client_id: connector.id, response_type: 'code' };
    connector.redeem = provider.redeem;
  }
}

/** @param options `port` 0 is any free one. */
export async function startMockSocialProvider({ port = 0, host = 'localhost' } = {}): Promise<MockSocialProvider> {
  const codes = new Map<string, { redirectUri: string; signIn: SocialSignIn }>();
  const server = createServer();
  const origin = await listen(server, port, host);

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const url = new URL(incoming.url ?? '/', origin);
    const person = people.find(({ id }) => url.pathname === `/avatars/${id}.svg`);
    if (person) return outgoing.writeHead(200, { 'content-type': 'image/svg+xml' }).end(avatarOf(person));
    if (url.pathname !== '/authorize') return sendPage(outgoing, 404, messagePage('There is nothing here.'));
    const complaint = complaintAbout(url.searchParams);
    if (complaint) return sendPage(outgoing, 400, messagePage(complaint));
    if (incoming.method !== 'POST') return sendPage(outgoing, 200, consentPage(url.searchParams));
    const choice = new URLSearchParams(await text(incoming)).get('choice');
    return outgoing.writeHead(303, { location: decide(url.searchParams, choice).href }).end();
  };

  /** Where the browser goes with the decision. */
  const decide = (query: URLSearchParams, choice: string | null): URL => {
    const redirectUri = query.get('redirect_uri') ?? '';
    const back = new URL(redirectUri);
    const person = people.find(({ id }) => id === choice);
    if (person) {
      const code = newId();
      codes.set(code, { redirectUri, signIn: signInOf(person, query.get('scope') ?? undefined) });
      back.searchParams.set('code', code);
    } else {
      back.searchParams.set('error', choice === 'fail' ? 'server_error' : 'access_denied');
    }
    const state = query.get('state');
    if (state !== null) back.searchParams.set('state', state);
    return back;
  };

  const signInOf = ({ avatar, ...person }: Person, scope?: string): SocialSignIn => {
    const userInfo = { ...person, ...(avatar && { avatar: `${origin}/avatars/${person.id}.svg` }) };
    const expiresAt = Date.now() + 3600_000;
    return {
      userInfo: { ...userInfo, rawData: userInfo },
      tokens: { access_token: newId(), scope, token_type: 'Bearer', expiresAt },
    };
  };

  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => void answer(incoming, outgoing));
  return {
    origin,
    people,
    redeem(code, from) {
      const found = codes.get(code);
      codes.delete(code);
      return found?.redirectUri === from ? found.signIn : undefined;
    },
    close: () => close(server),
  };
}

function complaintAbout(query: URLSearchParams): string | undefined {
  if (!isWebAddress(query.get('redirect_uri') ?? '')) return 'The redirect_uri is missing or no web address.';
  if (!query.get('client_id')) return 'The client_id is missing.';
  return query.get('response_type') === 'code' ? undefined : 'The response_type has to be “code”.';
}

function consentPage(query: URLSearchParams): string {
  const button = (choice: string, words: string) =>
    `<button name="choice" value="${choice}">${escapeHtml(words)}</button>`;
  return page(
    'Mock social provider',
    `<h1>Mock social provider</h1>
    <p><strong>${escapeHtml(query.get('client_id') ?? '')}</strong> wants to know who you are.</p>
    <form method="post" action="/authorize?${escapeHtml(String(query))}">
      ${people.map(({ id, name = id }) => button(id, `Continue as ${name}`)).join('\n')}
      ${button('cancel', 'Cancel')}
      ${button('fail', 'Fail')}
    </form>
    <p class="note">This provider runs on your computer only.</p>`,
  );
}
