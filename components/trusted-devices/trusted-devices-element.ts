import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { getTrustedDevices, removeTrustedDevice, type TrustedDevice } from '../../src/api/trusted-devices.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { UserAgentController } from '../../src/device/user-agent-controller.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { deviceMessages } from '../../src/localize/messages/en/device.js';
import { trustedDeviceMessages } from '../../src/localize/messages/en/trusted-devices.js';
import { trustedDevicesRequirements } from '../../src/settings/element-requirements.js';
import { removing } from '../../src/state/one-by-one.js';
import { trustedDeviceRoute } from './trusted-device-route.js';
import { screenIcon } from '../../src/look/icons.js';
import { GuardedList } from '../../src/rows/guarded-list.js';
import { Question } from '../../src/rows/question.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { rowStyles } from '../../src/rows/row.styles.js';
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
 * @event {LogtoTrustedDevicesUpdatedEvent} logto-trusted-devices-updated - A device is no longer trusted.
 *
 * @csspart heading - The heading.
 * @csspart value - Its place.
 * @csspart hint - Since when it is trusted, and until when.
 * @csspart show - The button that shows the list.
 * @csspart remove - Each button that asks whether to stop trusting a device.
 *
 * @cssstate off - The tenant has switched it off, or its Logto has none: the element takes no space.
 */
export class LogtoTrustedDevices extends LitElement {
  static override styles = [baseStyles, rowStyles];

  /** Hides the buttons that remove devices, even where the tenant allows it. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController(this, {
    ...credentialMessages,
    ...credentialFormMessages,
    ...deviceMessages,
    ...trustedDeviceMessages,
  });
  readonly #account = new AccountController(this, {
    ...trustedDevicesRequirements,
    localize: this.#localize,
    expects: () => 1,
    resources: [trustedDeviceRoute],
    isEmpty: () => this.#isMissing,
  });
  readonly #userAgents = new UserAgentController(this, this.#localize);
  readonly #list = new GuardedList<TrustedDevice, 'trustedDevice'>(this, {
    account: this.#account,
    field: 'trustedDevice',
    read: async (client, verification) => {
      const [devices] = await Promise.all([getTrustedDevices(client, verification), this.#userAgents.load()]);
      return devices;
    },
    keyOf: ({ id }) => id,
    said: ({ length: count }) => (count > 0 ? this.#localize.text('trustedDevices.shown', { count }) : ''),
    locked: () => ({
      label: this.#localize.text('trustedDevices.locked'),
      icon: screenIcon,
      value: this.#localize.text('trustedDevices.lockedValue'),
      show: this.#localize.text('common.show'),
      showLabel: this.#localize.text('trustedDevices.showLabel'),
    }),
    toRows: (devices) =>
      deviceRows({
        localize: this.#localize,
        devices,
        nameOf: this.#nameOf,
        iconOf: ({ userAgent }) => this.#userAgents.iconOf(userAgent),
        canEdit: this.#account.accessTo('trustedDevice') === 'Edit',
        remove: this.#askToRemove,
      }),
  });
  readonly #rows = new RowsController(this, {
    account: this.#account,
    localize: this.#localize,
    heading: () => this.#localize.text('trustedDevices.heading'),
    rows: () => this.#list.rows,
  });

  /** This Logto has no such route. */
  get #isMissing(): boolean {
    return this.#account.value(trustedDeviceRoute) === undefined;
  }

  /** Shows the list, as the button does, after a proof. Gives whether it is shown then. */
  open(): Promise<boolean> {
    return this.#rows.openTask();
  }

  protected override render() {
    return this.#rows.render();
  }

  readonly #askToRemove = (device: TrustedDevice): Question => {
    const name = () => this.#nameOf(device);
    return new Question(this.#rows, {
      text: () => ({
        question: this.#localize.text('trustedDevices.confirm', { device: name() }),
        confirm: this.#localize.text('credential.remove'),
        pending: this.#localize.text('credential.removing'),
        cancel: this.#localize.text('common.keep'),
      }),
      run: () => this.#remove(device),
      said: () => this.#localize.text('trustedDevices.removed', { device: name() }),
    });
  };

  async #remove(device: TrustedDevice): Promise<Event> {
    const { person } = this.#account;
    await person.write(
      'trustedDevice',
      (client, proof) => removing(['entity.not_found'], () => removeTrustedDevice(client, device.id, proof)),
      {
        isDone: async () =>
          (await person.readGuarded('trustedDevice', getTrustedDevices)).every(({ id }) => id !== device.id),
      },
    );
    person.removals.tell(device.id);
    return new LogtoTrustedDevicesUpdatedEvent();
  }

  readonly #nameOf = ({ userAgent }: TrustedDevice) =>
    this.#userAgents.describe(userAgent) ?? this.#localize.text('device.unknown');
}
