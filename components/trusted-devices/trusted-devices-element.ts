import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { getTrustedDevices, removeTrustedDevice, type TrustedDevice } from '../../src/api/trusted-devices.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { confirmPanel } from '../../src/controllers/confirm-panel.js';
import { GuardedListController } from '../../src/controllers/guarded-list-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { OpenRowController } from '../../src/controllers/open-row-controller.js';
import { UserAgentController } from '../../src/controllers/user-agent-controller.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { deviceMessages } from '../../src/localize/messages/en/device.js';
import { trustedDeviceMessages } from '../../src/localize/messages/en/trusted-devices.js';
import { trustedDevicesNeeds } from '../../src/settings/tag-needs.js';
import { removing } from '../../src/state/one-by-one.js';
import { trustedDeviceRoute } from '../../src/state/trusted-device-route.js';
import { actionRowStyles } from '../../src/ui/action-row.styles.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { rowStyles } from '../../src/ui/row.styles.js';
import { deviceRows } from './device-rows.js';
import { LogtoTrustedDevicesUpdatedEvent } from './trusted-devices-updated-event.js';

/**
 * The devices that are not asked for a second step, each with its place and times and a button to stop trusting it.
 *
 * Logto shows the list only to somebody who has just proved who they are, so it comes after a press on a button. Absent
 * when the tenant's `trustedDevice` toggle is `Off` or its Logto has no trusted devices, without buttons to remove them
 * when it is `ReadOnly`.
 *
 * @summary Lists trusted devices and removes them.
 *
 * @slot heading - Replaces the heading. Use an `<h1>` to `<h6>`.
 *
 * @event {LogtoTrustedDevicesUpdatedEvent} logto-trusted-devices-updated - A device is no longer trusted.
 * @event {LogtoAccessChangedEvent} logto-access-changed - What the tenant lets the user do here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - Loading or removing failed. The tag already shows why.
 *
 * @csspart heading - The heading.
 * @csspart list - The list of rows.
 * @csspart row - Each row.
 * @csspart label - The name of a device.
 * @csspart value - Its place.
 * @csspart hint - Since when it is trusted, and until when.
 * @csspart actions - The place of the buttons of a row.
 * @csspart show - The button that shows the list.
 * @csspart remove - Each button that asks whether to stop trusting a device.
 * @csspart form - The place of what is open in a row.
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
 * @cssstate off - The tenant has switched it off, or its Logto has none: the tag takes no space.
 * @cssstate read-only - No device can be removed here.
 */
export class LogtoTrustedDevices extends LitElement {
  static override styles = [baseStyles, rowStyles, actionRowStyles];

  /** Hides the buttons that remove devices, even where the tenant allows it. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController(this, {
    ...credentialMessages,
    ...credentialFormMessages,
    ...deviceMessages,
    ...trustedDeviceMessages,
  });
  readonly #account = new AccountController(this, {
    ...trustedDevicesNeeds,
    localize: this.#localize,
    resources: [trustedDeviceRoute],
    isEmpty: () => this.#isMissing,
  });
  readonly #rows = new OpenRowController(this);
  readonly #userAgents = new UserAgentController(this, this.#localize);
  readonly #list = new GuardedListController<TrustedDevice>(this, {
    connection: () => this.#account.connection,
    localize: this.#localize,
    rows: this.#rows,
    read: async (client, verification) => {
      const [devices] = await Promise.all([getTrustedDevices(client, verification), this.#userAgents.load()]);
      return devices;
    },
    shown: ({ length: count }) => (count > 0 ? this.#localize.text('trustedDevices.shown', { count }) : ''),
  });

  /** This Logto has no such route. */
  get #isMissing(): boolean {
    return this.#account.value(trustedDeviceRoute) === undefined;
  }

  protected override render() {
    return this.#account.render(({ account }) =>
      this.#list.render(account.id, {
        heading: this.#localize.text('trustedDevices.heading'),
        locked: {
          label: this.#localize.text('trustedDevices.locked'),
          value: this.#localize.text('trustedDevices.lockedValue'),
          show: this.#localize.text('common.show'),
          showLabel: this.#localize.text('trustedDevices.showLabel'),
        },
        toRows: (devices) =>
          deviceRows({
            localize: this.#localize,
            devices,
            nameOf: this.#nameOf,
            keyOf: (id) => this.#rows.keyOf(id),
            canEdit: this.#account.accessTo('trustedDevice') === 'Edit',
            remove: this.#askToRemove,
          }),
      }),
    );
  }

  readonly #askToRemove = (device: TrustedDevice) => {
    const name = () => this.#nameOf(device);
    return this.#rows.open(this.#rows.keyOf(device.id), 'remove', () =>
      confirmPanel({
        host: this,
        localize: this.#localize,
        question: () => this.#localize.text('trustedDevices.confirm', { device: name() }),
        confirmText: () => this.#localize.text('credential.remove'),
        pendingText: () => this.#localize.text('credential.removing'),
        cancelText: () => this.#localize.text('common.keep'),
        isDanger: () => true,
        run: () => this.#remove(device),
        done: () => this.#rows.close(this.#localize.text('trustedDevices.removed', { device: name() })),
        cancel: () => this.#rows.cancel(),
      }),
    );
  };

  async #remove(device: TrustedDevice): Promise<Event> {
    const { store, stepUp } = this.#account.connection;
    await store.writing('trustedDevice', () =>
      stepUp.run((verification) =>
        removing(['entity.not_found'], () => removeTrustedDevice(store.client, device.id, verification)),
      ),
    );
    this.#list.remove((other) => other === device);
    return new LogtoTrustedDevicesUpdatedEvent();
  }

  readonly #nameOf = ({ userAgent }: TrustedDevice) =>
    this.#userAgents.describe(userAgent) ?? this.#localize.text('device.unknown');
}
