import type { AccountError } from '../api/account-error.js';
import type { AccountField } from '../settings/account-settings.js';
import type { EffectiveAccess } from './account-access.js';
import type { WritableField } from './guarded-fields.js';

/** What Logto has refused, whatever the settings said: for as long as they are the same. */
export class Refusals {
  #count = 0;
  readonly #offFields = new Set<WritableField>();
  readonly #readOnlyFields = new Set<WritableField>();
  readonly #factors = new Set<string>();

  /** How many there have been. */
  get count(): number {
    return this.#count;
  }

  /** Gives whether there is something to be learned from the error. */
  learn(field: WritableField, factor: string | undefined, { kind, code }: AccountError): boolean {
    if (code === 'account_center.field_not_enabled') this.#offFields.add(field);
    else if (kind === 'not-allowed') this.#readOnlyFields.add(field);
    else if (factor && code === 'session.mfa.mfa_factor_not_enabled') this.#factors.add(factor);
    else return false;
    this.#count += 1;
    return true;
  }

  /** What is left of the access that the settings give. */
  lower(field: AccountField, access: EffectiveAccess): EffectiveAccess {
    if (this.#offFields.has(field)) return 'Off';
    return access === 'Edit' && this.#readOnlyFields.has(field) ? 'ReadOnly' : access;
  }

  hasFactor(factor: string): boolean {
    return this.#factors.has(factor);
  }

  forget() {
    this.#offFields.clear();
    this.#readOnlyFields.clear();
    this.#factors.clear();
  }
}
