import { AccountError } from '../../src/api/account-error.js';
import type { Account } from '../../src/api/account.js';
import { unlinkIdentity } from '../../src/api/identities.js';
import { LogtoErrorEvent, valueAction } from '../../src/events.js';
import { Question } from '../../src/rows/question.js';
import type { Opened } from '../../src/rows/row.js';
import type { SocialConnector } from '../../src/settings/social-connectors.js';
import type { CallbackParameters } from '../../src/redirect/link-callback.js';
import { loadModule } from '../../src/load-module.js';
import { removing } from '../../src/state/one-by-one.js';
import type { EmbeddedLink, SocialOptions } from './social-panel.js';
import type { SocialReturnOptions } from './social-return-controller.js';
import { LogtoSocialLinksUpdatedEvent } from './social-links-updated-event.js';

/** What the buttons of the rows open, and what happens when the user is back. */
export class SocialActions {
  constructor(private readonly options: SocialOptions) {}

  readonly link = async (connector: SocialConnector): Promise<Opened> => {
    const { person } = this.options.rows.account;
    const { startLink } = await loadModule(() => import('./start-link.js'));
    return startLink(this.options, person, connector);
  };

  readonly unlink = (target: string): Opened => {
    const { rows, nameOf } = this.options;
    const { localize } = rows;
    const provider = () => nameOf(target);
    return new Question(rows, {
      text: () => ({
        question: localize.text('socialLinks.confirmUnlink', { provider: provider() }),
        confirm: localize.text('socialLinks.unlink'),
        pending: localize.text('socialLinks.unlinking'),
        cancel: localize.text('common.keep'),
      }),
      run: () => this.#unlink(target),
      said: () => localize.text('socialLinks.nowUnlinked', { provider: provider() }),
    });
  };

  readonly back: SocialReturnOptions['back'] = (pending, { callback, hasExpired }) => {
    const { rows } = this.options;
    const { host, account } = rows;
    const { target } = pending;
    const row = { key: target, part: 'edit' };
    if (pending.kind === 'hosted') {
      const now = account.ready?.account.identities?.[target]?.userId;
      const isNew = !hasExpired && now !== undefined && now !== pending.before;
      if (isNew) host.dispatchEvent(new LogtoSocialLinksUpdatedEvent(valueAction(pending.before, now), target));
      return void rows.announce(() => (isNew ? this.#text('nowLinked', target) : ''), row);
    }
    const problem = problemWith(pending, callback, hasExpired);
    if (problem === undefined) return void rows.announce(() => '', row);
    if (problem) {
      host.dispatchEvent(new LogtoErrorEvent(new AccountError('rejected', `social.${problem}`)));
      return void rows.announce(() => this.#text(problem, target), row, { isProblem: problem !== 'cancelled' });
    }
    void rows.current.open(row, async () => {
      const { person } = account;
      const { finishLink } = await loadModule(() => import('./finish-link.js'));
      return finishLink(this.options, person, pending, callback!);
    });
  };

  /** Nobody knows which provider it was. */
  readonly stray = (): void => {
    const { rows } = this.options;
    rows.host.dispatchEvent(new LogtoErrorEvent(new AccountError('rejected', 'social.strayAnswer')));
    void rows.announce(() => rows.localize.text('socialLinks.stray'), { key: '', part: '' }, { isProblem: true });
  };

  #text(key: Problem | 'nowLinked', target: string): string {
    const { rows, nameOf } = this.options;
    return rows.localize.text(`socialLinks.${key}`, { provider: nameOf(target) });
  }

  async #unlink(target: string): Promise<Event> {
    const { person } = this.options.rows.account;
    const isGone = ({ identities = {} }: Account) => !(target in identities);
    await person.write(
      'social',
      (client, proof) => removing(['user.identity_not_exist'], () => unlinkIdentity(client, target, proof)),
      { isDone: async () => isGone(await person.reread()) },
    );
    const others = Object.entries(person.account.identities ?? {}).filter(([other]) => other !== target);
    person.merge({ identities: Object.fromEntries(others) });
    return new LogtoSocialLinksUpdatedEvent('removed', target);
  }
}

type Problem = 'cancelled' | 'interrupted' | 'refused' | 'expired' | 'wrongState';

/** Why linking ends here; `''` when it goes on, `undefined` when the user came back without an answer. */
function problemWith(
  { state, isAnswered }: EmbeddedLink,
  callback: CallbackParameters | undefined,
  hasExpired: boolean,
): Problem | '' | undefined {
  if (!callback) return isAnswered ? 'interrupted' : undefined;
  if (callback['state'] !== state) return 'wrongState';
  if (callback['error']) return callback['error'] === 'access_denied' ? 'cancelled' : 'refused';
  return hasExpired ? 'expired' : '';
}
