import { AccountError } from '../../src/api/account-error.js';
import { linkIdentity, replaceIdentity } from '../../src/api/identities.js';
import { verifySocial } from '../../src/api/verifications.js';
import { LogtoErrorEvent } from '../../src/events.js';
import { confirmPanel } from '../../src/controllers/confirm-panel.js';
import type { CallbackParameters } from '../../src/social/link-callback.js';
import type { RowOutcome, RowPanel } from '../../src/ui/row-panel.js';
import type { EmbeddedLink, SocialOptions } from './social-panel.js';
import { LogtoSocialLinksUpdatedEvent } from './social-links-updated-event.js';
import { linkedAccount } from './start-link.js';

/**
 * Links the account that the provider has confirmed. When only the last step fails, such as the proof of who the user
 * is, a panel offers to try that again: the provider is not asked twice.
 */
export async function finishLink(
  options: SocialOptions,
  pending: EmbeddedLink,
  callback: CallbackParameters,
): Promise<RowPanel | RowOutcome> {
  const { connection, localize, nameOf, rows, host } = options;
  const { verificationRecordId, redirectUri, target } = pending;
  const provider = () => nameOf(target);
  const connectorData = { ...callback, redirectUri };
  await verifySocial(connection().store.client, { verificationRecordId, connectorData }).catch(explained);
  const done = () => localize.text('socialLinks.nowLinked', { provider: provider() });
  const finishPanel = (error: AccountError) =>
    confirmPanel({
      host,
      localize,
      question: () => localize.text('socialLinks.finish', { provider: provider() }),
      confirmText: () => localize.text('socialLinks.link'),
      pendingText: () => localize.text('socialLinks.linking'),
      cancelText: () => localize.text('common.cancel'),
      isDanger: () => false,
      run: () => bind(options, pending),
      done: () => rows.close(done()),
      cancel: () => rows.cancel(),
      failed: (error) => isFinal(error) && rows.abandon(error),
      error: error.kind === 'aborted' ? undefined : error,
    });

  try {
    return { event: await bind(options, pending), done: done() };
  } catch (cause) {
    const error = AccountError.from(cause);
    if (isFinal(error)) throw error;
    if (error.kind !== 'aborted') host.dispatchEvent(new LogtoErrorEvent(error));
    return finishPanel(error);
  }
}

/** With these another try is as useless as the first. */
const isFinal = ({ kind, code }: AccountError) =>
  ['user.identity_already_in_use', 'social.already_linked', 'social.expired'].includes(code) || kind === 'not-allowed';

/** Logto says only that it does not know the record. */
function explained(cause: unknown): never {
  const error = AccountError.from(cause);
  const isGone = error.code === 'verification_record.not_found';
  throw isGone ? new AccountError('rejected', 'social.expired', { cause }) : error;
}

async function bind(options: SocialOptions, { target, isReplacement, verificationRecordId }: EmbeddedLink) {
  const { store, stepUp } = options.connection();
  const write = isReplacement ? replaceIdentity : linkIdentity;
  const hadOne = linkedAccount(options, target) !== undefined;
  try {
    await store.writing('social', () =>
      stepUp.runIfGuarded((verification) => write(store.client, verificationRecordId, verification)),
    );
  } catch (cause) {
    const error = AccountError.from(cause);
    // Logto says the same of an account that is linked to this user and of one that is linked to another.
    const isOwn = error.code === 'user.identity_already_in_use' && hadOne && !isReplacement;
    if (isOwn) throw new AccountError('rejected', 'social.already_linked', { cause });
    explained(error);
  }
  await store.refresh().catch(() => undefined); // what was linked is told there only
  return new LogtoSocialLinksUpdatedEvent(target);
}
