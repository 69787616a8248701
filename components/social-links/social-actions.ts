import { AccountError } from '../../src/api/account-error.js';
import { unlinkIdentity } from '../../src/api/identities.js';
import { confirmPanel } from '../../src/controllers/confirm-panel.js';
import { LogtoErrorEvent } from '../../src/events.js';
import type { SocialConnector } from '../../src/social/connectors.js';
import type { CallbackParameters } from '../../src/social/link-callback.js';
import { loadModule } from '../../src/state/load-module.js';
import { removing } from '../../src/state/one-by-one.js';
import type { EmbeddedLink, SocialOptions } from './social-panel.js';
import type { SocialReturnOptions } from './social-return-controller.js';
import { LogtoSocialLinksUpdatedEvent } from './social-links-updated-event.js';

/** What the buttons of the rows do, and what happens when the user is back. */
export class SocialActions {
  constructor(private readonly options: SocialOptions) {}

  readonly link = (connector: SocialConnector) => {
    const { rows } = this.options;
    return rows.open(rows.keyOf(connector.target), 'edit', async () => {
      const { startLink } = await loadModule(() => import('./start-link.js'));
      return startLink(this.options, connector);
    });
  };

  readonly unlink = (target: string) => {
    const { host, localize, rows, nameOf } = this.options;
    const provider = () => nameOf(target);
    return rows.open(rows.keyOf(target), 'remove', () =>
      confirmPanel({
        host,
        localize,
        question: () => localize.text('socialLinks.confirmUnlink', { provider: provider() }),
        confirmText: () => localize.text('socialLinks.unlink'),
        pendingText: () => localize.text('socialLinks.unlinking'),
        cancelText: () => localize.text('common.keep'),
        isDanger: () => true,
        run: () => this.#unlink(target),
        done: () => rows.close(localize.text('socialLinks.nowUnlinked', { provider: provider() })),
        cancel: () => rows.cancel(),
      }),
    );
  };

  readonly back: SocialReturnOptions['back'] = (pending, { callback, hasExpired }) => {
    const { host, localize, rows, nameOf, connection } = this.options;
    const { target } = pending;
    const provider = nameOf(target);
    const key = rows.keyOf(target);
    const say = (status: string, isProblem = false) => void rows.announce(status, key, 'edit', { isProblem });
    if (pending.kind === 'hosted') {
      const { state } = connection().store;
      const now = state.status === 'ready' ? state.account.identities?.[target]?.userId : undefined;
      const isNew = !hasExpired && now !== undefined && now !== pending.before;
      if (isNew) host.dispatchEvent(new LogtoSocialLinksUpdatedEvent(target));
      return say(isNew ? localize.text('socialLinks.nowLinked', { provider }) : '');
    }
    const problem = problemWith(pending, callback, hasExpired);
    if (problem === undefined) return say('');
    if (problem) {
      host.dispatchEvent(new LogtoErrorEvent(new AccountError('rejected', `social.${problem}`)));
      return say(localize.text(`socialLinks.${problem}`, { provider }), problem !== 'cancelled');
    }
    void rows.open(key, 'edit', async () => {
      const { finishLink } = await loadModule(() => import('./finish-link.js'));
      return finishLink(this.options, pending, callback!);
    });
  };

  async #unlink(target: string): Promise<Event> {
    const { store, stepUp } = this.options.connection();
    await store.writing('social', () =>
      stepUp.runIfGuarded((verification) =>
        removing(['user.identity_not_exist'], () => unlinkIdentity(store.client, target, verification)),
      ),
    );
    if (store.state.status === 'ready') {
      const others = Object.entries(store.state.account.identities ?? {}).filter(([other]) => other !== target);
      store.confirm({ identities: Object.fromEntries(others) });
    }
    return new LogtoSocialLinksUpdatedEvent(target);
  }
}

type Problem = 'cancelled' | 'refused' | 'expired' | 'wrongState';

/** Why linking ends here; `''` when it goes on, `undefined` when the user came back without an answer. */
function problemWith(
  { state }: EmbeddedLink,
  callback: CallbackParameters | undefined,
  hasExpired: boolean,
): Problem | '' | undefined {
  if (!callback) return undefined;
  if (callback['state'] !== state) return 'wrongState';
  if (callback['error']) return callback['error'] === 'access_denied' ? 'cancelled' : 'refused';
  return hasExpired ? 'expired' : '';
}
