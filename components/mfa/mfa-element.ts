import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { MfaVerification } from '../../src/api/mfa.js';
import { AccountController, type ReadyAccount } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { OpenRowController } from '../../src/controllers/open-row-controller.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { mfaMessages } from '../../src/localize/messages/en/mfa.js';
import { secondStepMessages } from '../../src/localize/messages/en/second-step.js';
import { mfaNeeds } from '../../src/settings/tag-needs.js';
import { mfaSettings, mfaVerifications } from '../../src/state/second-factors.js';
import type { Row } from '../../src/ui/action-row.js';
import { actionRowStyles } from '../../src/ui/action-row.styles.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { formStyles } from '../../src/ui/form.styles.js';
import { rowList } from '../../src/ui/row-list.js';
import { rowStyles } from '../../src/ui/row.styles.js';
import { MfaActions } from './mfa-actions.js';
import { mfaRows } from './mfa-rows.js';
import { mfaStyles } from './mfa.styles.js';

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
 * @slot heading - Replaces the heading. Use an `<h1>` to `<h6>`.
 * @slot form - Used by the tag itself, for its form.
 *
 * @event {LogtoMfaUpdatedEvent} logto-mfa-updated - Two-step verification was changed; `change` says what of it.
 * @event {LogtoAccessChangedEvent} logto-access-changed - What the tenant lets the user do here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - Loading or changing something failed. The tag already shows why.
 *
 * @csspart heading - The heading.
 * @csspart list - The list of rows.
 * @csspart row - Each row.
 * @csspart label - The name of a row.
 * @csspart value - What is set up, or not.
 * @csspart hint - What else there is to know, and whether copying worked.
 * @csspart warning - What the user should think about.
 * @csspart actions - The place of the buttons of a row.
 * @csspart toggle - The button that turns asking at sign-in on or off.
 * @csspart edit - Each button that adds, replaces or creates something.
 * @csspart show - The button that shows the backup codes.
 * @csspart remove - Each button that asks whether to remove something.
 * @csspart form - The place of what is open in a row.
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
 * @csspart confirm - The button that does what was asked.
 * @csspart danger - The same button, as one to think about.
 * @csspart cancel - The button that closes a row and leaves everything as it is.
 * @csspart status - What was done last.
 * @csspart notice - Why there is nothing to see: signed out, or not available here.
 * @csspart loading - The placeholder while the account is on its way.
 * @csspart error - Why loading failed, or an action.
 * @csspart retry - The button that tries again.
 *
 * @cssstate loading - The account is on its way.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate failed - The account could not be loaded, or is not available here.
 * @cssstate off - The tenant has switched it off, or offers no second step: the tag takes no space.
 * @cssstate read-only - It cannot be changed here.
 */
export class LogtoMfa extends LitElement {
  static override styles = [baseStyles, rowStyles, formStyles, actionRowStyles, mfaStyles];

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
  readonly #account = new AccountController(this, {
    ...mfaNeeds,
    localize: this.#localize,
    resources: [mfaVerifications, mfaSettings],
    isEmpty: (ready) => this.#rowsOf(ready).length === 0 && !this.#rows.isInUse,
  });
  readonly #rows = new OpenRowController(this);
  readonly #actions = new MfaActions({
    host: this,
    localize: this.#localize,
    rows: this.#rows,
    connection: () => this.#account.connection,
    service: () => this.issuer?.trim() || location.hostname,
  });

  protected override render() {
    return this.#account.render((ready) => this.#renderList(ready));
  }

  #renderList(ready: ReadyAccount) {
    this.#rows.belongsTo(ready.account.id);
    return rowList(this.#localize, this.#localize.text('mfa.heading'), this.#rowsOf(ready), this.#rows);
  }

  #rowsOf({ account, settings }: ReadyAccount): Row[] {
    const { store } = this.#account.connection;
    return mfaRows({
      localize: this.#localize,
      account,
      verifications: this.#verifications,
      offers: (factor) => store.offers(factor),
      canEdit: this.#account.accessTo('mfa') === 'Edit',
      isMandatory: settings?.secondFactors.isMandatory ?? false,
      isAsked: this.#isAsked,
      on: this.#actions,
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
