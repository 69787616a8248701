import { AccountError } from '../../src/api/account-error.js';
import { startSocialVerification } from '../../src/api/verifications.js';
import { hostedPage } from '../../src/redirect/hosted-page.js';
import { rememberRedirect } from '../../src/redirect/pending-redirect.js';
import { socialTask } from '../../src/redirect/tasks.js';
import type { SocialConnector } from '../../src/settings/social-connectors.js';
import { newState } from '../../src/redirect/link-callback.js';
import type { Person } from '../../src/state/person.js';
import { httpUrl } from '../../src/text/http-url.js';
import type { PendingLink, SocialOptions } from './social-panel.js';

/** Logto waits ten minutes for the answer of a provider; its own page takes care of itself. */
const timeToReturn = { embedded: 10 * 60_000, hosted: 60 * 60_000 };

/** Sends the user to the provider, or to Logto's page for this one task. */
export async function startLink(
  options: SocialOptions,
  person: Person,
  connector: SocialConnector,
): Promise<undefined> {
  const callbackUri = options.callbackUri(connector);
  const url = callbackUri ? await embedded(person, connector, callbackUri) : hosted(options, person, connector);
  location.assign(url);
}

async function embedded(person: Person, { id, target }: SocialConnector, redirectUri: string) {
  const state = newState();
  const started = await startSocialVerification(person.client, { connectorId: id, state, redirectUri });
  const url = httpUrl(started.authorizationUri);
  if (!url) throw new AccountError('rejected', 'social.bad_url');
  remember(person, {
    kind: 'embedded',
    target,
    state,
    verificationRecordId: started.verificationRecordId,
    redirectUri,
    isReplacement: linkedAccount(person, target) !== undefined,
    page: location.href,
  });
  return url;
}

function hosted(options: SocialOptions, person: Person, { id, target }: SocialConnector) {
  const { endpoint } = person;
  const before = linkedAccount(person, target);
  remember(person, { kind: 'hosted', target, before });
  const task = `social/${encodeURIComponent(id)}${before === undefined ? '' : '/change'}`;
  return hostedPage({ endpoint, task, redirect: location.href, lang: options.rows.localize.lang });
}

function remember({ endpoint, id: userId }: Person, pending: PendingLink) {
  const owner = { task: socialTask, endpoint, userId };
  rememberRedirect(owner, pending, { expiresAt: Date.now() + timeToReturn[pending.kind] });
}

/** Which account of the provider is linked now. */
export const linkedAccount = ({ account }: Person, target: string): string | undefined =>
  account.identities?.[target]?.userId;
