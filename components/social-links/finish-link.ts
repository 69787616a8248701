import { AccountError } from '../../src/api/account-error.js';
import type { Account } from '../../src/api/account.js';
import { linkIdentity, replaceIdentity } from '../../src/api/identities.js';
import { verifySocial } from '../../src/api/verifications.js';
import { LogtoErrorEvent } from '../../src/events.js';
import { Question } from '../../src/rows/question.js';
import type { Opened } from '../../src/rows/row.js';
import type { CallbackParameters } from '../../src/redirect/link-callback.js';
import { isUnclear } from '../../src/state/lost-answers.js';
import type { Person } from '../../src/state/person.js';
import type { EmbeddedLink, SocialOptions } from './social-panel.js';
import { LogtoSocialLinksUpdatedEvent } from './social-links-updated-event.js';
import { linkedAccount } from './start-link.js';

/**
 * Links the account that the provider has confirmed. When only the last step fails, such as the proof of who the user
 * is, a panel offers to try that again: the provider is not asked twice.
 */
export async function finishLink(
  options: SocialOptions,
  person: Person,
  pending: EmbeddedLink,
  callback: CallbackParameters,
): Promise<Opened> {
  const { rows, nameOf } = options;
  const { localize, host } = rows;
  const { verificationRecordId, redirectUri, target } = pending;
  const connectorData = { ...callback, redirectUri };
  const reason = () => localize.text('socialLinks.finish', { provider: nameOf(target) });
  let isVerified = false;
  let mayBeVerified = false;
  const verify = async () => {
    try {
      await verifySocial(person.client, { verificationRecordId, connectorData }).catch(explained);
      isVerified = true;
    } catch (cause) {
      mayBeVerified = isUnclear(AccountError.from(cause));
      throw cause;
    }
  };
  /** The code of the provider is good for once: what Logto may have confirmed already is linked without asking again. */
  const finish = async (): Promise<Event> => {
    if (mayBeVerified && !isVerified) {
      const event = await bind(person, pending, reason).catch(unlessUnverified);
      if (event) return event;
    }
    if (!isVerified) await verify();
    return bind(person, pending, reason);
  };
  const said = () => localize.text('socialLinks.nowLinked', { provider: nameOf(target) });
  try {
    return { event: await finish(), said };
  } catch (cause) {
    const error = AccountError.from(cause);
    if (isFinal(error) || (!isVerified && !isUnclear(error))) throw error;
    if (error.kind !== 'aborted') host.dispatchEvent(new LogtoErrorEvent(error));
    return new Question(rows, {
      text: () => ({
        question: isVerified ? reason() : '',
        confirm: localize.text('socialLinks.link'),
        pending: localize.text('socialLinks.linking'),
        cancel: localize.text('common.cancel'),
      }),
      isDanger: () => false,
      run: finish,
      said,
      error: error.kind === 'aborted' ? undefined : error,
      isFinal,
    });
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

/** Logto takes the record of a social account only once it is confirmed. */
function unlessUnverified(cause: unknown): undefined {
  if (AccountError.from(cause).code !== 'social.expired') throw cause;
}

async function bind(
  person: Person,
  { target, isReplacement, verificationRecordId }: EmbeddedLink,
  reason: () => string,
) {
  const write = isReplacement ? replaceIdentity : linkIdentity;
  const before = linkedAccount(person, target);
  const isLinked = ({ identities }: Account) => {
    const now = identities?.[target]?.userId;
    return now !== undefined && now !== before;
  };
  try {
    await person.write('social', (client, verification) => write(client, verificationRecordId, verification), {
      isDone: async () => isLinked(await person.reread()),
      reason,
    });
  } catch (cause) {
    const error = AccountError.from(cause);
    // Logto says the same of an account that is linked to this user and of one that is linked to another.
    const isOwn = error.code === 'user.identity_already_in_use' && before !== undefined && !isReplacement;
    if (isOwn) throw new AccountError('rejected', 'social.already_linked', { cause });
    explained(error);
  }
  await person.refresh().catch(() => undefined); // what was linked is told there only
  return new LogtoSocialLinksUpdatedEvent(isReplacement ? 'changed' : 'added', target);
}
