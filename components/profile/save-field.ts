import { AccountError } from '../../src/api/account-error.js';
import { getAccount, patchAccount, patchProfile, type Account, type AccountPatch } from '../../src/api/account.js';
import { changeOf } from '../../src/profile/field-value.js';
import type { FieldInput, ProfileAccount, ProfileField } from '../../src/profile/profile-field.js';
import type { AccountStore } from '../../src/state/account-store.js';

/**
 * Sends what the user changed, and only that.
 *
 * Logto replaces custom data and addresses whole, so those are merged into the account as it is now, not as it was when
 * the page was loaded.
 */
export async function saveField(
  store: AccountStore,
  field: ProfileField,
  input: FieldInput,
  account: Account,
): Promise<void> {
  return store.writing(field.toggle, () =>
    store.inTurn(async () => {
      const isReplacedWhole = field.toggle === 'customData' || field.type === 'Address';
      const current = isReplacedWhole ? await getAccount(store.client) : account;
      const change = changeOf(field, input, current as ProfileAccount);
      if (!change) {
        store.confirm(current); // somebody has saved the same meanwhile
        return;
      }
      const { profile, customData, ...plain } = change;
      if (profile) store.confirm({ profile: await patchProfile(store.client, profile) });
      else store.confirm(await patchAccount(store.client, customData ? merged(current, customData) : plain));
    }),
  );
}

function merged({ customData }: Account, change: Record<string, unknown>): AccountPatch {
  // Without the rest there is nothing to merge into, and the write would delete it.
  if (!customData) throw new AccountError('not-allowed', 'custom_data_unreadable');
  const all = { ...customData, ...change };
  return { customData: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) };
}
