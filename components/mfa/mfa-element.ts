import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { MfaVerification } from '../../src/api/mfa.js';
import { AccountController, type ReadyAccount } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { mfaMessages } from '../../src/localize/messages/en/mfa.js';
import { secondStepMessages } from '../../src/localize/messages/en/second-step.js';
import type { Row } from '../../src/rows/row.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { mfaRequirements } from '../../src/settings/element-requirements.js';
import { mfaSettings, mfaVerifications } from '../../src/second-factors/second-factors.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import { MfaActions } from './mfa-actions.js';
import type { MfaRowsController } from './mfa-rows-controller.js';
import { mfaRows } from './mfa-rows.js';
import { mfaStyles } from './mfa.styles.js';

const ownFactors = ['Totp', 'BackupCode'];
const isOwnFactor = (factor: string) => ownFactors.includes(factor);

/**
 * The user's two-step verification: whether it is asked for at sign-in, the authenticator app, backup codes, and what
 * else counts as a second step.
 *
 * Absent when the tenant's `mfa` toggle is `Off` or it offers no second step, without buttons when it is `ReadOnly`.
 * With the tenant's settings only what it offers is there; without, all is, until Logto refuses it. The form for the
 * code of an app stands in the page itself, in an element of class `logto-form`, while it is open. Passkeys are managed
 * by `<logto-passkeys>`.
 *
 * @summary Sets up two-step verification.
 *
 * @event {LogtoMfaUpdatedEvent} logto-mfa-updated - Two-step verification was changed; `item` says what of it.
 * @event {LogtoSessionsUpdatedEvent} logto-sessions-updated - The user signed out everywhere else, after a change.
 *
 * @csspart heading - The heading.
 * @csspart value - What is set up, or not.
 * @csspart hint - What else there is to know, and whether copying worked.
 * @csspart warning - What the user should think about.
 * @csspart toggle - The button that turns asking at sign-in on or off.
 * @csspart edit - Each button that adds, replaces, changes or creates something.
 * @csspart show - The button that shows the backup codes.
 * @csspart remove - Each button that asks whether to remove something.
 * @csspart qr - The QR code for an authenticator app.
 * @csspart field-label - The caption of the key.
 * @csspart key - The same key as text.
 * @csspart link - The link that opens an app on the same device; only on touch screens.
 * @csspart codes - The list of backup codes.
 * @csspart code - Each backup code.
 * @csspart copy - The button that copies the key or the codes.
 * @csspart download - The button that saves the codes as a file.
 * @csspart print - The button that prints the codes.
 * @csspart done - The button that says that new codes are saved.
 * @csspart primary - The same, and the button that creates the first codes, as the main button.
 * @csspart sign-out-elsewhere - The button that signs out everywhere else, after a change.
 *
 * @cssstate off - The tenant has switched it off, or offers no second step: the element takes no space.
 */
export class LogtoMfa extends LitElement {
  static override styles = [baseStyles, rowStyles, mfaStyles];

  /** Hides the buttons, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** What authenticator apps and the sheet of backup codes call the service. The host name of the page by default. */
  @property() issuer: string | undefined;

  readonly #localize = new LocalizeController(this, {
    ...credentialMessages,
    ...credentialFormMessages,
    ...secondStepMessages,
    ...mfaMessages,
  });
  readonly #account: AccountController = new AccountController(this, {
    ...mfaRequirements,
    localize: this.#localize,
    // Asking at sign-in, and a row for each factor that is set up here.
    expects: (settings) => 1 + (settings?.secondFactors.factors ?? ownFactors).filter(isOwnFactor).length,
    resources: [mfaVerifications, mfaSettings],
    isEmpty: (ready) => this.#rowsOf(ready).length === 0 && !this.#rows.isInUse,
  });
  readonly #rows: MfaRowsController = new RowsController(this, {
    credentialEvent: 'logto-mfa-updated',
    account: this.#account,
    localize: this.#localize,
    heading: () => this.#localize.text('mfa.heading'),
    rows: (ready) => this.#rowsOf(ready),
  });
  readonly #actions = new MfaActions(this.#rows, () => this.issuer?.trim() || location.hostname);

  /**
   * Opens the form of the authenticator app, or the backup codes; without a task, of what is not set up yet. For `at-sign-in`
   * it leads to the button that turns second steps on, which only a press does. Gives whether it is open then: not where
   * nothing may be changed.
   */
  open(task?: 'totp' | 'backup-codes' | 'at-sign-in'): Promise<boolean> {
    return this.#rows.openTask(task);
  }

  protected override render() {
    return this.#rows.render();
  }

  #rowsOf({ account, settings }: ReadyAccount): Row[] {
    const { store } = this.#account.context;
    return mfaRows({
      localize: this.#localize,
      account,
      verifications: this.#verifications,
      offers: (factor) => store.offers(factor),
      canEdit: this.#account.accessTo('mfa') === 'Edit',
      canChange: (address) => this.#account.accessTo(address) === 'Edit',
      isMandatory: settings?.secondFactors.isMandatory,
      isAsked: this.#isAsked,
      actions: this.#actions,
    });
  }

  get #verifications(): readonly MfaVerification[] {
    return this.#account.value(mfaVerifications) ?? [];
  }

  get #isAsked(): boolean | undefined {
    const settings = this.#account.value(mfaSettings);
    return settings && !settings.skipMfaOnSignIn;
  }
}
