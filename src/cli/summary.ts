import { parseSettings, type AccountSettingsSnapshot, type FieldAccess } from '../settings/account-settings.js';

/** What was found, for the person who set the tenant up. */
export function summaryOf(snapshot: AccountSettingsSnapshot, endpoint: string): string {
  const fields = Object.entries(parseSettings(snapshot)?.fields ?? {});
  const namesOf = (access: FieldAccess) => fields.filter(([, each]) => each === access).map(([name]) => name);
  const line = (access: FieldAccess) => `  ${`${access}:`.padEnd(10)}${namesOf(access).join(', ') || 'none'}`;
  const off = namesOf('Off');
  return [
    `The account center of ${endpoint} is enabled.`,
    ...(['Edit', 'ReadOnly', 'Off'] as const).map(line),
    ...(off.length > 0 ? [adviceOn(off.length === fields.length)] : []),
  ].join('\n');
}

const adviceOn = (isEverythingOff: boolean) =>
  (isEverythingOff
    ? 'Every field is off, so the elements show nothing. '
    : 'If a field is off, its element shows nothing. ') +
  'Set what users can see (ReadOnly) or change (Edit) in Logto Console under "Sign-in & account > Account center", ' +
  'then run this again.';
