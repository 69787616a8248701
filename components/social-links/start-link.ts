import { AccountError } from '../../src/api/account-error.js';
import { startSocialVerification } from '../../src/api/verifications.js';
import { hostedPage } from '../../src/redirect/hosted-page.js';
import { rememberRedirect } from '../../src/redirect/pending-redirect.js';
import { socialTask } from '../../src/redirect/tasks.js';
import type { SocialConnector } from '../../src/social/connectors.js';
import { newState } from '../../src/social/link-callback.js';
import { httpUrl } from '../../src/ui/http-url.js';
import type { PendingLink, SocialOptions } from './social-panel.js';

/** Logto waits ten minutes for the answer of a provider; its own page takes care of itself. */
const timeToReturn = { embedded: 10 * 60_000, hosted: 60 * 60_000 };

/** Sends the user to the provider, or to Logto's page for this one task. */
export async function startLink(options: SocialOptions, connector: SocialConnector): Promise<undefined> {
  const redirectUri = options.redirectUri(connector);
  const url = redirectUri ? await embedded(options, connector, redirectUri) : hosted(options, connector);
  location.assign(url);
}

async function embedded(options: SocialOptions, { id, target }: SocialConnector, redirectUri: string) {
  const { store } = options.connection();
  const state = newState();
  const started = await startSocialVerification(store.client, { connectorId: id, state, redirectUri });
  const url = httpUrl(started.authorizationUri);
  if (!url) throw new AccountError('rejected', 'social.bad_url');
  remember(options, {
    kind: 'embedded',
    target,
    state,
    verificationRecordId: started.verificationRecordId,
    redirectUri,
    isReplacement: linkedAccount(options, target) !== undefined,
    page: location.href,
  });
  return url;
}

function hosted(options: SocialOptions, { id, target }: SocialConnector) {
  const { endpoint } = options.connection();
  const before = linkedAccount(options, target);
  remember(options, { kind: 'hosted', target, before });
  const task = `social/${encodeURIComponent(id)}${before === undefined ? '' : '/change'}`;
  return hostedPage({ endpoint, task, redirect: location.href, lang: options.localize.lang });
}

function remember(options: SocialOptions, pending: PendingLink) {
  const { endpoint, store } = options.connection();
  if (store.state.status !== 'ready') throw new AccountError('signed-out');
  const owner = { task: socialTask, endpoint, userId: store.state.account.id };
  rememberRedirect(owner, pending, { expiresAt: Date.now() + timeToReturn[pending.kind] });
}

/** Which account of the provider is linked now. */
export function linkedAccount({ connection }: Pick<SocialOptions, 'connection'>, target: string): string | undefined {
  const { state } = connection().store;
  return state.status === 'ready' ? state.account.identities?.[target]?.userId : undefined;
}
