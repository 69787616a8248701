import { accountFields, type AccountField } from '../../settings/account-settings.js';
import { UsageError } from '../command.js';

/** What somebody wants fields to be at least. */
export type FieldWishes = { [Field in AccountField]?: 'ReadOnly' | 'Edit' };

const factors = ['Totp', 'WebAuthn', 'BackupCode'];

/** Trusted devices are in no release of Logto yet: who has them asks for them by name. */
export const allFields: FieldWishes = Object.fromEntries(
  accountFields.filter((field) => field !== 'trustedDevice').map((field) => [field, 'Edit']),
);

/** Reads e.g. `name,email=ReadOnly`, or `all`. Throws a `UsageError`. */
export function fieldWishes(text: string): FieldWishes {
  if (text.trim() === 'all') return allFields;
  return Object.fromEntries(words(text).map((word) => fieldWish(word)));
}

function fieldWish(word: string): [string, string] {
  const [name = '', access = 'Edit', ...more] = word.split('=');
  if (!(accountFields as readonly string[]).includes(name))
    throw new UsageError(`There is no field "${name}". There are ${accountFields.join(', ')}, and "all".`);
  if (more.length > 0 || (access !== 'ReadOnly' && access !== 'Edit'))
    throw new UsageError(
      `A field becomes ReadOnly or Edit: "${word}" says something else. Nothing is switched off here.`,
    );
  return [name, access];
}

/** Reads e.g. `Totp,BackupCode`. Throws a `UsageError`. */
export function factorWishes(text: string): string[] {
  const unknown = words(text).find((word) => !factors.includes(word));
  if (unknown !== undefined) throw new UsageError(`There is no factor "${unknown}". There are ${factors.join(', ')}.`);
  return words(text);
}

function words(text: string): string[] {
  const all = text.split(/[\s,]+/).filter(Boolean);
  if (all.length === 0) throw new UsageError('An option is empty: name at least one, or leave it out.');
  return all;
}
