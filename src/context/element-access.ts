import { scopeOf, type ElementRequirements } from '../settings/element-requirements.js';
import type { AccountField } from '../settings/account-settings.js';
import type { EffectiveAccess } from '../state/account-access.js';
import type { AccountContext } from './account-context.js';

/** The part of a context that decides what the user may see. */
export type AccessContext = Pick<AccountContext, 'accountApi' | 'store' | 'missingScopes'>;

/**
 * The most that the user may do with an element; `Off` while there is no account. The one rule for whether it is there, for
 * the element itself and for who places it. What only the element knows, it says in `elements` of the context.
 */
export function accessOf(requirements: ElementRequirements, context: AccessContext): EffectiveAccess {
  const { fields } = requirements;
  if (context.store.state.status !== 'ready' || mayBeOffered(requirements, context) !== true) return 'Off';
  if (fields.length === 0) return 'Edit';
  const all = fields.map((field) => accessToField(field, requirements, context));
  return (['Edit', 'ReadOnly', 'Unreadable'] as const).find((access) => all.includes(access)) ?? 'Off';
}

/** The same for one of its fields. */
export function accessToField(
  field: AccountField,
  requirements: ElementRequirements,
  context: AccessContext,
): EffectiveAccess {
  const access = context.store.access(field);
  // What the settings switch off is off. Without them, a scope that is missing may be why nothing of it is there.
  const isOff = access === 'Off' && context.store.settings !== undefined;
  return !isOff && missingScopes(requirements, context).includes(scopeOf[field]) ? 'Unreadable' : access;
}

/** Whether it is known to be off, also before the account is there: then it takes no space from the beginning. */
export function isKnownOff(requirements: ElementRequirements, context: AccessContext): boolean {
  const { fields } = requirements;
  const { settings } = context.store;
  if (mayBeOffered(requirements, context) === false) return true;
  return settings !== undefined && fields.length > 0 && fields.every((field) => settings.fields[field] === 'Off');
}

/** Without those that are of use for what else the user can sign in with only. */
export function scopesOfFields({ fields, scopes }: ElementRequirements): readonly string[] {
  const ofFields = fields.map((field) => scopeOf[field]);
  return scopes.filter((scope) => ofFields.includes(scope) || scope === 'address');
}

const missingScopes = (requirements: ElementRequirements, context: AccessContext): readonly (string | undefined)[] =>
  context.missingScopes(scopesOfFields(requirements)).scopes;

/** Where no toggle says so; `undefined` as long as that is not known. */
function mayBeOffered({ isOffered }: ElementRequirements, { accountApi, store }: AccessContext): boolean | undefined {
  return isOffered ? isOffered({ accountApi, settings: store.settings }) : true;
}
