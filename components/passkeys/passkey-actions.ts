import type { MfaVerification } from '../../src/api/mfa.js';
import { patchLogtoConfigs } from '../../src/api/sign-in-preferences.js';
import { startPasskeyRegistration } from '../../src/api/verifications.js';
import { removeFactorQuestion } from '../../src/second-factors/remove-factor-question.js';
import { hostedPage } from '../../src/redirect/hosted-page.js';
import { rememberRedirect, type PendingRedirect } from '../../src/redirect/pending-redirect.js';
import { passkeyTask } from '../../src/redirect/tasks.js';
import type { Opened } from '../../src/rows/row.js';
import { loadModule } from '../../src/load-module.js';
import { mfaVerifications, signInPreferences } from '../../src/second-factors/second-factors.js';
import type { PasskeyRowsController } from './passkey-rows-controller.js';
import { LogtoPasskeysUpdatedEvent } from './passkeys-updated-event.js';

interface PasskeyActionsOptions {
  rows: PasskeyRowsController;
  nameOf: (passkey: MfaVerification) => string;
  /** Whether passkeys are added here, at Logto's own page, or here as long as the browser lets us. */
  place: () => Promise<'embedded' | 'hosted' | 'embedded-first'>;
}

const timeToReturn = 60 * 60_000;

/** What the buttons of the rows open. It is loaded when they are pressed: most visits change nothing. */
export class PasskeyActions {
  constructor(private readonly options: PasskeyActionsOptions) {}

  readonly add = async (): Promise<Opened> => {
    const { rows } = this.options;
    const { person } = rows.account;
    const place = await this.options.place();
    if (place === 'hosted') return this.#goElsewhere();
    const [{ AddPasskeyForm }] = await Promise.all([
      loadModule(() => import('./add-passkey-form.js')),
      person.verify(),
    ]);
    return new AddPasskeyForm(rows, {
      registration: await startPasskeyRegistration(person.client),
      goElsewhere: place === 'embedded-first' ? () => this.#goElsewhere() : undefined,
    });
  };

  readonly rename = async (passkey: MfaVerification): Promise<Opened> => {
    const { rows, nameOf } = this.options;
    const { RenamePasskeyForm } = await loadModule(() => import('./rename-passkey-form.js'));
    return new RenamePasskeyForm(rows, passkey, nameOf(passkey));
  };

  readonly remove = (passkey: MfaVerification): Opened => {
    const { rows, nameOf } = this.options;
    const name = () => nameOf(passkey);
    return removeFactorQuestion(rows, {
      factor: passkey,
      question: () => rows.localize.text('passkeys.confirmRemoval', { name: name() }),
      field: name,
      event: () => new LogtoPasskeysUpdatedEvent('removed', 'passkey'),
    });
  };

  readonly suggest = async (isSuggested: boolean): Promise<Opened> => {
    const { localize, account } = this.options.rows;
    const { person } = account;
    const configs = person.resources.get(signInPreferences);
    const passkeySignIn = { skipped: !isSuggested };
    const saved = await person.write(
      'passkey',
      (client, proof) => patchLogtoConfigs(client, { passkeySignIn }, proof),
      { isDone: async () => (await configs.reread()).passkeySignIn?.skipped === !isSuggested },
    );
    if (saved) configs.set(saved);
    return {
      said: () => localize.text(isSuggested ? 'passkeys.promptOn' : 'passkeys.promptOff'),
      event: new LogtoPasskeysUpdatedEvent(isSuggested ? 'enabled' : 'disabled', 'sign-in'),
    };
  };

  /** Takes up where `add` has sent the user away. */
  readonly back = ({ data, hasExpired }: PendingRedirect) => {
    if (hasExpired) return;
    const { rows } = this.options;
    const before = Object(data) as { passkeys?: number };
    const wasAdded = before.passkeys !== undefined && (this.#count ?? 0) > before.passkeys;
    if (wasAdded) rows.host.dispatchEvent(new LogtoPasskeysUpdatedEvent('added', 'passkey'));
    void rows.announce(() => (wasAdded ? rows.localize.text('passkeys.added') : ''), { key: 'add', part: 'add' });
  };

  #goElsewhere(): undefined {
    const { account, localize } = this.options.rows;
    const { endpoint, id: userId } = account.person;
    const owner = { task: passkeyTask, endpoint, userId };
    rememberRedirect(owner, { passkeys: this.#count }, { expiresAt: Date.now() + timeToReturn });
    location.assign(hostedPage({ endpoint, task: passkeyTask, redirect: location.href, lang: localize.lang }));
  }

  get #count(): number | undefined {
    const all = this.options.rows.account.value(mfaVerifications);
    return all?.filter(({ type }) => type === 'WebAuthn').length;
  }
}
