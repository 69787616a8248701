import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { MfaVerification } from '../../src/api/mfa.js';
import { AccountController, type ReadyAccount } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { ReturnController } from '../../src/controllers/return-controller.js';
import { UserAgentController } from '../../src/device/user-agent-controller.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { deviceMessages } from '../../src/localize/messages/en/device.js';
import { passkeyMessages } from '../../src/localize/messages/en/passkeys.js';
import { secondStepMessages } from '../../src/localize/messages/en/second-step.js';
import { canCreatePasskeys, followsRelatedOrigins, mayCreatePasskeys } from '../../src/settings/passkey-place.js';
import { passkeyTask, type TaskMode } from '../../src/redirect/tasks.js';
import type { Row } from '../../src/rows/row.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { passkeysRequirements } from '../../src/settings/element-requirements.js';
import { mfaVerifications, signInPreferences } from '../../src/second-factors/second-factors.js';
import { cleanText } from '../../src/text/clean-text.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import { PasskeyActions } from './passkey-actions.js';
import type { PasskeyRowsController } from './passkey-rows-controller.js';
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
 * @event {LogtoPasskeysUpdatedEvent} logto-passkeys-updated - A passkey was added, renamed or removed, or suggesting one was turned on or off.
 * @event {LogtoSessionsUpdatedEvent} logto-sessions-updated - The user signed out everywhere else, after a change.
 *
 * @csspart heading - The heading.
 * @csspart value - When it was added and last used.
 * @csspart hint - What else there is to know.
 * @csspart warning - What the user should think about.
 * @csspart add - The button that adds a passkey.
 * @csspart edit - Each button that renames a passkey.
 * @csspart remove - Each button that asks whether to remove a passkey.
 * @csspart toggle - The button that turns suggesting a passkey on or off.
 * @csspart sign-out-elsewhere - The button that signs out everywhere else, after a change.
 *
 * @cssstate off - The tenant has switched it off, or offers no passkeys: the element takes no space.
 */
export class LogtoPasskeys extends LitElement {
  static override styles = [baseStyles, rowStyles];

  /** Hides the buttons, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /**
   * Where passkeys are added. `embedded`: in this page, or not at all. `hosted`: at Logto's own page, from where the user
   * comes back. `auto`: here where that works, else there. It works where the browser lets the page use passkeys of
   * Logto's host: on the same site, or at an origin that the tenant lists as related.
   */
  @property() mode: TaskMode = 'auto';

  readonly #localize = new LocalizeController(this, {
    ...credentialMessages,
    ...credentialFormMessages,
    ...deviceMessages,
    ...secondStepMessages,
    ...passkeyMessages,
  });
  readonly #account: AccountController = new AccountController(this, {
    ...passkeysRequirements,
    localize: this.#localize,
    expects: () => 2,
    resources: [signInPreferences, mfaVerifications],
    isEmpty: (ready) => !this.#isOffered(ready) && !this.#passkeys?.length && !this.#rows.isInUse,
  });
  readonly #userAgents = new UserAgentController(this, this.#localize);
  readonly #rows: PasskeyRowsController = new RowsController(this, {
    credentialEvent: 'logto-passkeys-updated',
    account: this.#account,
    localize: this.#localize,
    heading: () => this.#localize.text('passkeys.heading'),
    rows: (ready) => this.#rowsOf(ready),
  });
  readonly #nameOf = (passkey: MfaVerification) =>
    cleanText(passkey.name ?? '') ||
    this.#userAgents.describe(passkey.agent) ||
    this.#localize.text('passkeys.unnamed');
  readonly #actions = new PasskeyActions({
    rows: this.#rows,
    nameOf: this.#nameOf,
    place: async () => this.#placeWith(await followsRelatedOrigins()),
  });

  constructor() {
    super();
    new ReturnController(this, { task: passkeyTask, account: this.#account, back: this.#actions.back });
  }

  /**
   * Opens the form that adds a passkey. Where that may lead to Logto's own page, the button gets the focus, and the user
   * decides. Gives whether one of the two has happened.
   */
  open(): Promise<boolean> {
    return this.#rows.openTask();
  }

  protected override render() {
    return this.#rows.render();
  }

  #rowsOf(ready: ReadyAccount): Row[] {
    const isSignInKnownOff = ready.settings?.passkeySignIn === false;
    const preferences = this.#account.value(signInPreferences);
    return passkeyRows({
      localize: this.#localize,
      passkeys: this.#passkeys,
      nameOf: this.#nameOf,
      canEdit: this.#account.accessTo('passkey') === 'Edit',
      isOffered: this.#isOffered(ready),
      obstacle: this.#obstacle,
      mayLeadAway: this.#placeWith(false) === 'hosted',
      isSuggested: preferences && !isSignInKnownOff ? !preferences.passkeySignIn?.skipped : undefined,
      actions: this.#actions,
    });
  }

  /** Passkeys are second factors, a way to sign in, or both. */
  #isOffered({ settings }: ReadyAccount): boolean {
    return this.#account.context.store.offers('WebAuthn') !== false || settings?.passkeySignIn === true;
  }

  get #obstacle(): 'unsupported' | 'elsewhere' | undefined {
    if (this.#placeWith(undefined) === 'hosted') return 'elsewhere';
    return typeof PublicKeyCredential === 'undefined' ? 'unsupported' : undefined;
  }

  #placeWith(follows: boolean | undefined): 'embedded' | 'hosted' | 'embedded-first' {
    if (this.mode === 'embedded') return 'embedded';
    const { endpoint } = this.#account.context;
    const canCreate = canCreatePasskeys({
      origin: location.origin,
      rpId: new URL(endpoint).hostname,
      isSecure: isSecureContext && mayCreatePasskeys(),
      relatedOrigins: this.#account.ready?.settings?.webauthnRelatedOrigins,
      followsRelatedOrigins: follows,
    });
    return this.mode === 'hosted' || canCreate === false ? 'hosted' : 'embedded-first';
  }

  get #passkeys(): readonly MfaVerification[] | undefined {
    return this.#account.value(mfaVerifications)?.filter(({ type }) => type === 'WebAuthn');
  }
}
