import type { ReactiveElement } from 'lit';

import type { MfaVerification } from '../../src/api/mfa.js';
import { patchLogtoConfigs } from '../../src/api/sign-in-preferences.js';
import type { AccountConnection } from '../../src/context/account-connection.js';
import type { OpenRowController } from '../../src/controllers/open-row-controller.js';
import { removeFactorPanel } from '../../src/controllers/remove-factor-panel.js';
import { hostedPage } from '../../src/redirect/hosted-page.js';
import { rememberRedirect, type PendingRedirect } from '../../src/redirect/pending-redirect.js';
import { passkeyTask } from '../../src/redirect/tasks.js';
import { loadModule } from '../../src/state/load-module.js';
import { mfaVerifications, signInPreferences } from '../../src/state/second-factors.js';
import type { PasskeyLocalizer, PasskeyPanelOptions } from './passkey-panel.js';
import { LogtoPasskeysUpdatedEvent } from './passkeys-updated-event.js';

export interface PasskeyActionsOptions {
  host: ReactiveElement;
  localize: PasskeyLocalizer;
  rows: OpenRowController;
  connection: () => AccountConnection;
  nameOf: (passkey: MfaVerification) => string;
  /** Whether passkeys are added here, at Logto's own page, or here as long as the browser lets us. */
  place: () => Promise<'embedded' | 'hosted' | 'embedded-first'>;
}

const timeToReturn = 60 * 60_000;

/** What the buttons of the rows do. What opens is loaded when it does: most visits change nothing. */
export class PasskeyActions {
  constructor(private readonly options: PasskeyActionsOptions) {}

  readonly add = () =>
    this.options.rows.open('add', 'add', async () => {
      const place = await this.options.place();
      if (place === 'hosted') return this.#goElsewhere();
      const [{ addPasskeyPanel }] = await Promise.all([
        loadModule(() => import('./add-passkey-panel.js')),
        this.options.connection().stepUp.verify(),
      ]);
      const goElsewhere = place === 'embedded-first' ? () => this.#goElsewhere() : undefined;
      return addPasskeyPanel({ ...this.#panel, goElsewhere });
    });

  readonly rename = (passkey: MfaVerification) =>
    this.options.rows.open(this.options.rows.keyOf(passkey.id), 'edit', async () => {
      const { renamePasskeyPanel } = await loadModule(() => import('./rename-passkey-panel.js'));
      return renamePasskeyPanel({ ...this.#panel, passkey, current: this.options.nameOf(passkey) });
    });

  readonly remove = (passkey: MfaVerification) => {
    const { localize, nameOf, rows } = this.options;
    const name = () => nameOf(passkey);
    return rows.open(this.options.rows.keyOf(passkey.id), 'remove', () =>
      removeFactorPanel({
        ...this.#panel,
        factor: passkey,
        question: () => localize.text('passkeys.confirmRemoval', { name: name() }),
        field: name,
        event: () => new LogtoPasskeysUpdatedEvent(),
      }),
    );
  };

  readonly suggest = (isSuggested: boolean) => {
    const { localize, rows, connection } = this.options;
    return rows.open('suggestion', 'toggle', async () => {
      const { store, stepUp } = connection();
      const passkeySignIn = { skipped: !isSuggested };
      await store.resources
        .get(signInPreferences)
        .write(() =>
          store.writing('passkey', () =>
            stepUp.run((verification) => patchLogtoConfigs(store.client, { passkeySignIn }, verification)),
          ),
        );
      const done = localize.text(isSuggested ? 'passkeys.promptOn' : 'passkeys.promptOff');
      return { done, event: new LogtoPasskeysUpdatedEvent() };
    });
  };

  /** Takes up where `add` has sent the user away. */
  readonly back = ({ data, hasExpired }: PendingRedirect) => {
    if (hasExpired) return;
    const { host, localize, rows } = this.options;
    const before = Object(data) as { passkeys?: number };
    const wasAdded = before.passkeys !== undefined && (this.#count ?? 0) > before.passkeys;
    if (wasAdded) host.dispatchEvent(new LogtoPasskeysUpdatedEvent());
    void rows.announce(wasAdded ? localize.text('passkeys.added') : '', 'add', 'add');
  };

  #goElsewhere(): undefined {
    const { connection, localize } = this.options;
    const { endpoint, store } = connection();
    if (store.state.status !== 'ready') return;
    const owner = { task: passkeyTask, endpoint, userId: store.state.account.id };
    rememberRedirect(owner, { passkeys: this.#count }, { expiresAt: Date.now() + timeToReturn });
    location.assign(hostedPage({ endpoint, task: passkeyTask, redirect: location.href, lang: localize.lang }));
  }

  get #count(): number | undefined {
    const all = this.options.connection().store.resources.get(mfaVerifications).value;
    return all?.filter(({ type }) => type === 'WebAuthn').length;
  }

  get #panel(): PasskeyPanelOptions {
    const { host, localize, rows, connection } = this.options;
    return { host, localize, rows, connection: connection() };
  }
}
