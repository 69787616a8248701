import type { ReactiveElement } from 'lit';

import { generateTotpSecret, type MfaVerification } from '../../src/api/mfa.js';
import { patchMfaSettings } from '../../src/api/sign-in-preferences.js';
import type { AccountConnection } from '../../src/context/account-connection.js';
import { confirmPanel } from '../../src/controllers/confirm-panel.js';
import type { OpenRowController } from '../../src/controllers/open-row-controller.js';
import { removeFactorPanel } from '../../src/controllers/remove-factor-panel.js';
import { backupCodesLeft } from '../../src/mfa/factors.js';
import { identifierOf } from '../../src/state/identifiers.js';
import { loadModule } from '../../src/state/load-module.js';
import { mfaSettings, mfaVerifications } from '../../src/state/second-factors.js';
import type { MfaLocalizer, MfaPanelOptions } from './mfa-panel.js';
import { LogtoMfaUpdatedEvent } from './mfa-updated-event.js';

export interface MfaActionsOptions {
  host: ReactiveElement;
  localize: MfaLocalizer;
  rows: OpenRowController;
  connection: () => AccountConnection;
  /** What the user knows the service by. */
  service: () => string;
}

/** What the buttons of the rows do. What opens is loaded when it does: most visits change nothing. */
export class MfaActions {
  constructor(private readonly options: MfaActionsOptions) {}

  readonly turnOn = () => {
    const { rows, localize } = this.options;
    return rows.open('sign-in', 'toggle', async () => {
      await this.#ask(true);
      return { done: localize.text('mfa.turnedOn'), event: new LogtoMfaUpdatedEvent('sign-in') };
    });
  };

  readonly turnOff = () => {
    const { localize, rows } = this.options;
    return rows.open('sign-in', 'toggle', () =>
      confirmPanel({
        ...this.#panel,
        question: () => localize.text('mfa.confirmOff'),
        confirmText: () => localize.text('secondStep.turnOff'),
        pendingText: () => localize.text('mfa.turningOff'),
        cancelText: () => localize.text('mfa.keepOn'),
        isDanger: () => true,
        run: async () => {
          await this.#ask(false);
          return new LogtoMfaUpdatedEvent('sign-in');
        },
        done: () => rows.close(localize.text('mfa.turnedOff')),
        cancel: () => rows.cancel(),
      }),
    );
  };

  readonly setUpTotp = () => {
    const { localize, rows, connection, service } = this.options;
    return rows.open('totp', 'edit', async () => {
      const { store, stepUp } = connection();
      const { totpPanel } = await loadModule(() => import('./totp-panel.js'));
      await stepUp.verify(); // before the code is typed: it is good for half a minute only
      return totpPanel({
        ...this.#panel,
        secret: await generateTotpSecret(store.client),
        issuer: service(),
        accountName: this.#accountName,
        isReplacement: this.#totp !== undefined,
        done: () => localize.text('common.saved', { field: localize.text('mfa.totp') }),
      });
    });
  };

  readonly removeTotp = () => {
    const { localize, rows } = this.options;
    const factor = this.#totp;
    if (!factor) return undefined;
    return rows.open('totp', 'remove', () =>
      removeFactorPanel({
        ...this.#panel,
        factor,
        question: () => localize.text('mfa.confirmRemoval'),
        field: () => localize.text('mfa.totp'),
        event: () => new LogtoMfaUpdatedEvent('totp'),
      }),
    );
  };

  readonly createCodes = () =>
    this.options.rows.open('backup-codes', 'edit', async () => {
      const { newCodesPanel } = await loadModule(() => import('./new-codes-panel.js'));
      return newCodesPanel({ ...this.#codesPanel, replaced: backupCodesLeft(this.#verifications) ?? 0 });
    });

  readonly showCodes = () =>
    this.options.rows.open('backup-codes', 'show', async () => {
      const { storedCodesPanel } = await loadModule(() => import('./stored-codes-panel.js'));
      return storedCodesPanel(this.#codesPanel);
    });

  readonly removeCodes = () => {
    const { localize, rows, connection } = this.options;
    return rows.open('backup-codes', 'remove', async () => {
      const { removeBackupCodes } = await loadModule(() => import('../../src/mfa/backup-codes.js'));
      return confirmPanel({
        ...this.#panel,
        question: () => localize.text('mfa.confirmCodesRemoval'),
        confirmText: () => localize.text('credential.remove'),
        pendingText: () => localize.text('credential.removing'),
        cancelText: () => localize.text('common.keep'),
        isDanger: () => true,
        run: async () => {
          await removeBackupCodes(connection());
          return new LogtoMfaUpdatedEvent('backup-codes');
        },
        done: () => rows.close(localize.text('credential.removed', { field: localize.text('mfa.backupCodes') })),
        cancel: () => rows.cancel(),
      });
    });
  };

  async #ask(isAsked: boolean) {
    const { store, stepUp } = this.options.connection();
    await store.resources
      .get(mfaSettings)
      .write(() =>
        store.writing('mfa', () =>
          stepUp.run((verification) => patchMfaSettings(store.client, { skipMfaOnSignIn: !isAsked }, verification)),
        ),
      );
  }

  get #panel(): MfaPanelOptions {
    const { host, localize, rows, connection } = this.options;
    return { host, localize, rows, connection: connection() };
  }

  get #codesPanel() {
    const { localize, service } = this.options;
    return { ...this.#panel, localize, service: service(), accountName: this.#accountName };
  }

  get #verifications(): readonly MfaVerification[] {
    return this.options.connection().store.resources.get(mfaVerifications).value ?? [];
  }

  get #totp() {
    return this.#verifications.find(({ type }) => type === 'Totp');
  }

  /** How an authenticator app and a sheet of paper tell one account from another. */
  get #accountName(): string {
    const { state } = this.options.connection().store;
    if (state.status !== 'ready') return '';
    return identifierOf(state.account) ?? (state.account.name || this.options.service());
  }
}
