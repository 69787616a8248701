import type { TrustedDevice } from '../../src/api/trusted-devices.js';
import type { CredentialMessageKey, DeviceMessageKey, Localizer } from '../../src/localize/localizer.js';
import type { trustedDeviceMessages } from '../../src/localize/messages/en/trusted-devices.js';
import { laptopIcon } from '../../src/device/device-icon.js';
import { emptyRow, type Opened, type Row } from '../../src/rows/row.js';
import { calendarDate } from '../../src/localize/calendar-date.js';
import { placeName } from '../../src/device/place-name.js';

type TrustedDeviceLocalizer = Localizer<keyof typeof trustedDeviceMessages | DeviceMessageKey | CredentialMessageKey>;

/** What the rows are made from. */
interface TrustedDeviceView {
  localize: TrustedDeviceLocalizer;
  devices: readonly TrustedDevice[];
  nameOf: (device: TrustedDevice) => string;
  iconOf: (device: TrustedDevice) => string;
  canEdit: boolean;
  remove: (device: TrustedDevice) => Opened;
}

export function deviceRows({ devices, ...view }: TrustedDeviceView): Row[] {
  if (devices.length > 0) return devices.map((device) => deviceRow(view, device));
  return [emptyRow(laptopIcon, view.localize.text('trustedDevices.none'))];
}

function deviceRow(
  { localize, nameOf, iconOf, canEdit, remove }: Omit<TrustedDeviceView, 'devices'>,
  device: TrustedDevice,
): Row {
  const field = nameOf(device);
  const said = (key: 'added' | 'used' | 'expires', time: number | null | undefined) => {
    const date = calendarDate(time, localize.lang);
    return date && localize.text(`trustedDevices.${key}`, { date });
  };
  const times = [said('added', device.createdAt), said('used', device.lastUsedAt), said('expires', device.expiresAt)];
  const action = {
    part: 'remove',
    text: localize.text('credential.remove'),
    label: localize.text('credential.removeField', { field }),
    open: () => remove(device),
  };
  return {
    key: device.id,
    label: field,
    icon: iconOf(device),
    value: placeName(device, localize),
    hint: times.filter(Boolean).join(' · '),
    actions: canEdit ? [action] : [],
  };
}
