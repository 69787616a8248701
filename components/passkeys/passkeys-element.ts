import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { MfaVerification } from '../../src/api/mfa.js';
import { AccountController, type ReadyAccount } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { OpenRowController } from '../../src/controllers/open-row-controller.js';
import { ReturnController } from '../../src/controllers/return-controller.js';
import { UserAgentController } from '../../src/controllers/user-agent-controller.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { deviceMessages } from '../../src/localize/messages/en/device.js';
import { passkeyMessages } from '../../src/localize/messages/en/passkeys.js';
import { secondStepMessages } from '../../src/localize/messages/en/second-step.js';
import { canCreatePasskeys, followsRelatedOrigins, type PasskeyMode } from '../../src/passkeys/passkey-place.js';
import { passkeyTask } from '../../src/redirect/tasks.js';
import { passkeysNeeds } from '../../src/settings/tag-needs.js';
import { mfaVerifications, signInPreferences } from '../../src/state/second-factors.js';
import type { Row } from '../../src/ui/action-row.js';
import { actionRowStyles } from '../../src/ui/action-row.styles.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { formStyles } from '../../src/ui/form.styles.js';
import { rowList } from '../../src/ui/row-list.js';
import { rowStyles } from '../../src/ui/row.styles.js';
import { PasskeyActions } from './passkey-actions.js';
import { passkeyRows } from './passkey-rows.js';

/**
 * The user's passkeys, each with when it was added and last used, with buttons to rename and remove it and to add
 * another; and whether a passkey is suggested at sign-in.
 *
 * Absent when the tenant's `passkey` toggle is `Off` (`mfa`, where it has none), or it offers no passkeys. Without
 * buttons when it is `ReadOnly`. Logto lists passkeys only where `mfa` is on as well; without, they can still be added.
 *
 * @summary Adds, renames and removes passkeys.
 *
 * @slot heading - Replaces the heading. Use an `<h1>` to `<h6>`.
 *
 * @event {LogtoPasskeysUpdatedEvent} logto-passkeys-updated - A passkey was added, renamed or removed, or suggesting one was turned on or off.
 * @event {LogtoAccessChangedEvent} logto-access-changed - What the tenant lets the user do here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - Loading or changing something failed. The tag already shows why.
 *
 * @csspart heading - The heading.
 * @csspart list - The list of rows.
 * @csspart row - Each row.
 * @csspart label - The name of a passkey.
 * @csspart value - When it was added and last used.
 * @csspart hint - What else there is to know.
 * @csspart warning - What the user should think about.
 * @csspart actions - The place of the buttons of a row.
 * @csspart add - The button that adds a passkey.
 * @csspart edit - Each button that renames a passkey.
 * @csspart remove - Each button that asks whether to remove a passkey.
 * @csspart toggle - The button that turns suggesting a passkey on or off.
 * @csspart form - The place of what is open in a row.
 * @csspart field-label - The label of the input.
 * @csspart input - The input for a name.
 * @csspart primary - The main button of what is open.
 * @csspart save - The button that creates a passkey, or saves its name.
 * @csspart confirm - The button that removes.
 * @csspart danger - The same button, as one to think about.
 * @csspart cancel - The button that leaves everything as it is.
 * @csspart status - What was done last.
 * @csspart notice - Why there is nothing to see: signed out, or not available here.
 * @csspart loading - The placeholder while the account is on its way.
 * @csspart error - Why loading failed, or an action.
 * @csspart retry - The button that tries again.
 *
 * @cssstate loading - The account is on its way.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate failed - The account could not be loaded, or is not available here.
 * @cssstate off - The tenant has switched it off, or offers no passkeys: the tag takes no space.
 * @cssstate read-only - It cannot be changed here.
 */
export class LogtoPasskeys extends LitElement {
  static override styles = [baseStyles, rowStyles, formStyles, actionRowStyles];

  /** Hides the buttons, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /**
   * Where passkeys are added. `embedded`: in this page, which needs the browser's permission to use those of Logto's
   * host (the same site, or an origin that the tenant lists as related). `hosted`: at Logto's own page, from where the
   * user comes back. `auto`: here where that works, else there.
   */
  @property() mode: PasskeyMode = 'auto';

  readonly #localize = new LocalizeController(this, {
    ...credentialMessages,
    ...credentialFormMessages,
    ...deviceMessages,
    ...secondStepMessages,
    ...passkeyMessages,
  });
  readonly #account = new AccountController(this, {
    ...passkeysNeeds,
    localize: this.#localize,
    resources: [signInPreferences, mfaVerifications],
    isEmpty: (ready) => !this.#isOffered(ready) && !this.#passkeys?.length && !this.#rows.isInUse,
  });
  readonly #rows = new OpenRowController(this);
  readonly #userAgents = new UserAgentController(this, this.#localize);
  readonly #nameOf = (passkey: MfaVerification) =>
    passkey.name?.trim() || this.#userAgents.describe(passkey.agent) || this.#localize.text('passkeys.unnamed');
  readonly #actions = new PasskeyActions({
    host: this,
    localize: this.#localize,
    rows: this.#rows,
    connection: () => this.#account.connection,
    nameOf: this.#nameOf,
    place: async () => this.#placeWith(await followsRelatedOrigins()),
  });

  constructor() {
    super();
    new ReturnController(this, { task: passkeyTask, account: this.#account, back: this.#actions.back });
  }

  protected override render() {
    return this.#account.render((ready) => this.#renderList(ready));
  }

  #renderList(ready: ReadyAccount) {
    this.#rows.belongsTo(ready.account.id);
    return rowList(this.#localize, this.#localize.text('passkeys.heading'), this.#rowsOf(ready), this.#rows);
  }

  #rowsOf(ready: ReadyAccount): Row[] {
    const isSignInKnownOff = ready.settings?.passkeySignIn === false;
    const preferences = this.#account.value(signInPreferences);
    return passkeyRows({
      localize: this.#localize,
      passkeys: this.#passkeys,
      nameOf: this.#nameOf,
      keyOf: (id) => this.#rows.keyOf(id),
      canEdit: this.#account.accessTo('passkey') === 'Edit',
      isOffered: this.#isOffered(ready),
      obstacle: this.#obstacle,
      isSuggested: preferences && !isSignInKnownOff ? !preferences.passkeySignIn?.skipped : undefined,
      on: this.#actions,
    });
  }

  /** Passkeys are second factors, a way to sign in, or both. */
  #isOffered({ settings }: ReadyAccount): boolean {
    return this.#account.connection.store.offers('WebAuthn') !== false || settings?.passkeySignIn === true;
  }

  get #obstacle(): 'unsupported' | 'elsewhere' | undefined {
    if (this.#placeWith(undefined) === 'hosted') return 'elsewhere';
    return typeof PublicKeyCredential === 'undefined' ? 'unsupported' : undefined;
  }

  #placeWith(follows: boolean | undefined): 'embedded' | 'hosted' | 'embedded-first' {
    if (this.mode === 'embedded') return 'embedded';
    const { endpoint } = this.#account.connection;
    const canCreate = canCreatePasskeys({
      origin: location.origin,
      rpId: new URL(endpoint).hostname,
      isSecure: isSecureContext,
      relatedOrigins: this.#account.ready?.settings?.webauthnRelatedOrigins,
      followsRelatedOrigins: follows,
    });
    return this.mode === 'hosted' || canCreate === false ? 'hosted' : 'embedded-first';
  }

  get #passkeys(): readonly MfaVerification[] | undefined {
    return this.#account.value(mfaVerifications)?.filter(({ type }) => type === 'WebAuthn');
  }
}
