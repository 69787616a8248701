import type { ReactiveElement } from 'lit';

import type { AccountContextConsumer } from '../context/account-context-consumer.js';
import { accessOf, accessToField, isKnownOff } from '../context/element-access.js';
import type { AccountField, AccountSettings, FieldAccess } from '../settings/account-settings.js';
import type { ElementRequirements } from '../settings/element-requirements.js';
import type { EffectiveAccess } from '../state/account-access.js';

export interface AllowedAccessOptions extends ElementRequirements {
  /**
   * How much space there will be, so that nothing jumps when the account comes: rows, with a heading above them. Nothing
   * where the settings say that there is nothing to do. A single row without heading when left out.
   */
  expects?: (settings: AccountSettings | undefined) => number;
  /** Whether nothing can be changed here, without a toggle that says so. */
  isReadOnly?: () => boolean;
}

/** What the user may do with an element and its fields, lowered by `readonly`. */
export class AllowedAccess {
  constructor(
    private readonly host: ReactiveElement & { readonly?: boolean },
    private readonly provider: AccountContextConsumer,
    private readonly options: AllowedAccessOptions,
  ) {}

  to(field: AccountField): FieldAccess {
    return this.#lowered(this.#toField(field));
  }

  /** The most that the user may do here. */
  get highest(): FieldAccess {
    const { current } = this.provider;
    return this.#lowered(current ? accessOf(this.options, current) : 'Off');
  }

  get isSwitchedOff(): boolean {
    return this.highest === 'Off';
  }

  /** Whether that is known before the account is there. */
  get willBeOff(): boolean {
    const { current } = this.provider;
    if (!current) return false;
    const { settings } = current.store;
    return (settings !== undefined && this.options.expects?.(settings) === 0) || isKnownOff(this.options, current);
  }

  /** Whether something is switched on by the tenant, but cannot be read, or not without a scope that is missing. */
  get isIncomplete(): boolean {
    return this.options.fields.some((field) => this.#toField(field) === 'Unreadable');
  }

  #toField(field: AccountField): EffectiveAccess {
    const { current } = this.provider;
    return current ? accessToField(field, this.options, current) : 'Off';
  }

  #lowered(access: EffectiveAccess): FieldAccess {
    if (access === 'Unreadable') return 'Off';
    return access === 'Edit' && this.#isReadOnly ? 'ReadOnly' : access;
  }

  /** An element without that property has nothing to change. */
  get #isReadOnly(): boolean {
    const { fields, isReadOnly } = this.options;
    const { readonly = fields.length === 0 } = this.host;
    return readonly || isReadOnly?.() === true;
  }
}
