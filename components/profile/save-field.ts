import type { AccountClient } from '../../src/api/account-client.js';
import { AccountError } from '../../src/api/account-error.js';
import { getAccount, patchAccount, patchProfile, type Account, type AccountPatch } from '../../src/api/account.js';
import { valueAction } from '../../src/events.js';
import { hasValue } from './fields/field-text.js';
import { changeOf } from './fields/field-value.js';
import type { FieldInput, ProfileField } from './fields/profile-field.js';
import type { Person } from '../../src/state/person.js';
import { LogtoProfileUpdatedEvent } from './profile-updated-event.js';

/**
 * Sends what the user changed, and only that. Gives the event that announces it.
 *
 * Logto replaces custom data and addresses whole, so those are merged into the account as it is now, not as it was when
 * the page was loaded.
 *
 * @param lang The language in which numbers were typed.
 */
export async function saveField(
  person: Person,
  field: ProfileField,
  input: FieldInput,
  account: Account,
  lang?: string,
): Promise<Event> {
  const isDone = async () => changeOf(field, input, await person.reread(), lang) === undefined;
  const save = async (client: AccountClient) => {
    const isReplacedWhole = field.toggle === 'customData' || field.type === 'Address';
    const current = isReplacedWhole ? await getAccount(client) : account;
    const change = changeOf(field, input, current, lang);
    if (!change) return person.merge(current); // somebody has saved the same meanwhile
    const { profile, customData, ...plain } = change;
    if (profile) return person.merge({ profile: await patchProfile(client, profile) });
    return person.merge(await patchAccount(client, customData ? merged(current, customData) : plain));
  };
  await person.serialize(() => person.write(field.toggle, save, { isDone }));
  const action = valueAction(hasValue(field, account), hasValue(field, person.account));
  return new LogtoProfileUpdatedEvent(action, field.name);
}

function merged({ customData }: Account, change: Record<string, unknown>): AccountPatch {
  // Without the rest there is nothing to merge into, and the write would delete it.
  if (!customData) throw new AccountError('not-allowed', 'custom_data_unreadable');
  const all = { ...customData, ...change };
  return { customData: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) };
}
