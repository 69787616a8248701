import { generateTotpSecret, type MfaVerification } from '../../src/api/mfa.js';
import { patchMfaSettings } from '../../src/api/sign-in-preferences.js';
import { backupCodesLeft } from '../../src/second-factors/factors.js';
import { removeFactorQuestion } from '../../src/second-factors/remove-factor-question.js';
import { Question } from '../../src/rows/question.js';
import type { Opened } from '../../src/rows/row.js';
import { identifierOf } from '../../src/identifiers/identifiers.js';
import { loadModule } from '../../src/load-module.js';
import { mfaSettings, mfaVerifications } from '../../src/second-factors/second-factors.js';
import type { MfaRowsController } from './mfa-rows-controller.js';
import { LogtoMfaUpdatedEvent } from './mfa-updated-event.js';

/** What the buttons of the rows open. It is loaded when they are pressed: most visits change nothing. */
export class MfaActions {
  constructor(
    private readonly rows: MfaRowsController,
    /** What the user knows the service by. */
    private readonly service: () => string,
  ) {}

  readonly turnOn = async (): Promise<Opened> => {
    await this.#ask(true);
    return {
      said: () => this.rows.localize.text('mfa.turnedOn'),
      event: new LogtoMfaUpdatedEvent('enabled', 'sign-in'),
    };
  };

  readonly turnOff = (): Opened => {
    const { localize } = this.rows;
    return new Question(this.rows, {
      text: () => ({
        question: localize.text('mfa.confirmOff'),
        confirm: localize.text('mfa.turnOff'),
        pending: localize.text('mfa.turningOff'),
        cancel: localize.text('mfa.keepOn'),
      }),
      run: async () => {
        await this.#ask(false);
        return new LogtoMfaUpdatedEvent('disabled', 'sign-in');
      },
      said: () =>
        this.#isOffKnown
          ? localize.text('mfa.turnedOff')
          : localize.text('common.saved', { field: localize.text('mfa.atSignIn') }),
    });
  };

  readonly setUpTotp = async (): Promise<Opened> => {
    const { person } = this.rows.account;
    const { TotpPanel } = await loadModule(() => import('./totp-panel.js'));
    await person.verify(); // before the code is typed: it is good for half a minute only
    const secret = await generateTotpSecret(person.client);
    return new TotpPanel(this.rows, { secret, issuer: this.service(), accountName: this.#accountName });
  };

  readonly removeTotp = (): Opened => {
    const { localize } = this.rows;
    const factor = this.#verifications.find(({ type }) => type === 'Totp');
    return (
      factor &&
      removeFactorQuestion(this.rows, {
        factor,
        question: () => localize.text('mfa.confirmRemoval'),
        field: () => localize.text('mfa.totp'),
        event: () => new LogtoMfaUpdatedEvent('removed', 'totp'),
      })
    );
  };

  readonly createCodes = async (): Promise<Opened> => {
    const { newCodesQuestion } = await loadModule(() => import('./new-codes-question.js'));
    return newCodesQuestion(this.rows, { ...this.#owner, replaced: backupCodesLeft(this.#verifications) ?? 0 });
  };

  readonly showCodes = async (): Promise<Opened> => {
    const { person } = this.rows.account;
    const [{ BackupCodesPanel }, { readBackupCodes }] = await loadModule(() =>
      Promise.all([import('./backup-codes-panel.js'), import('./backup-codes.js')]),
    );
    const codes = await readBackupCodes(person);
    return new BackupCodesPanel(this.rows, { ...this.#owner, codes, areNew: false });
  };

  readonly removeCodes = async (): Promise<Opened> => {
    const { localize, account } = this.rows;
    const { person } = account;
    const { removeBackupCodes } = await loadModule(() => import('./backup-codes.js'));
    return new Question(this.rows, {
      text: () => ({
        question: localize.text('mfa.confirmCodesRemoval'),
        confirm: localize.text('credential.remove'),
        pending: localize.text('credential.removing'),
        cancel: localize.text('common.keep'),
      }),
      run: async () => {
        await removeBackupCodes(person);
        return new LogtoMfaUpdatedEvent('removed', 'backup-codes');
      },
      said: () => localize.text('credential.removed', { field: localize.text('mfa.backupCodes') }),
    });
  };

  async #ask(isAsked: boolean) {
    const { person } = this.rows.account;
    const settings = person.resources.get(mfaSettings);
    const skipMfaOnSignIn = !isAsked;
    const saved = await person.write('mfa', (client, proof) => patchMfaSettings(client, { skipMfaOnSignIn }, proof), {
      isDone: async () => (await settings.reread()).skipMfaOnSignIn === skipMfaOnSignIn,
    });
    if (saved) settings.set(saved);
  }

  /** Without the tenant's policy nobody knows whether it is asked for all the same. */
  get #isOffKnown(): boolean {
    return this.rows.account.ready?.settings?.secondFactors.isMandatory !== undefined;
  }

  get #owner() {
    return { service: this.service(), accountName: this.#accountName };
  }

  get #verifications(): readonly MfaVerification[] {
    return this.rows.account.value(mfaVerifications) ?? [];
  }

  /** How an authenticator app and a sheet of paper tell one account from another. */
  get #accountName(): string {
    const { account } = this.rows.account.person;
    return identifierOf(account) ?? (account.name || this.service());
  }
}
