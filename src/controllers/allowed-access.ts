import type { ReactiveElement } from 'lit';

import type { AccountContextConsumer } from '../context/account-context-consumer.js';
import type { AccountField, AccountSettings, FieldAccess } from '../settings/account-settings.js';
import type { ElementRequirements } from '../settings/element-requirements.js';
import type { MissingScopes } from './missing-scopes.js';

export interface AllowedAccessOptions extends ElementRequirements {
  /**
   * How much space there will be, so that nothing jumps when the account comes: rows, with a heading above them. Nothing
   * where the settings say that there is nothing to do. A single row without heading when left out.
   */
  expects?: (settings: AccountSettings | undefined) => number;
  /** Whether there is nothing of it without the page's own layer. */
  needsLayer?: boolean;
  /** Whether nothing can be changed here, without a toggle that says so. */
  isReadOnly?: () => boolean;
}

/** What the tenant lets the user do with the fields of an element, lowered by `readonly` and by scopes that are missing. */
export class AllowedAccess {
  constructor(
    private readonly host: ReactiveElement & { readonly?: boolean },
    private readonly provider: AccountContextConsumer,
    private readonly missing: MissingScopes,
    private readonly options: AllowedAccessOptions,
  ) {}

  to(field: AccountField): FieldAccess {
    const access = this.#ofTenant(field);
    if (access === 'Unreadable' || this.missing.hasFor(field)) return 'Off';
    return access === 'Edit' && this.host.readonly ? 'ReadOnly' : access;
  }

  /** The most that the user may do with any of the fields. */
  get highest(): FieldAccess {
    const { fields, isReadOnly } = this.options;
    // An element without that property has nothing to change.
    if (fields.length === 0) return this.host.readonly === false && !isReadOnly?.() ? 'Edit' : 'ReadOnly';
    const all = fields.map((field) => this.to(field));
    return (['Edit', 'ReadOnly'] as const).find((access) => all.includes(access)) ?? 'Off';
  }

  get isSwitchedOff(): boolean {
    return this.options.fields.length > 0 && this.highest === 'Off';
  }

  /** Whether the page has settings that say so, or lacks the layer, before the account is there. */
  get willBeOff(): boolean {
    const { current } = this.provider;
    const { fields, expects, needsLayer } = this.options;
    if (needsLayer && current && !current.accountApi) return true;
    const settings = current?.store.settings;
    if (!settings) return false;
    return (
      expects?.(settings) === 0 || (fields.length > 0 && fields.every((field) => settings.fields[field] === 'Off'))
    );
  }

  /** Whether something is switched on by the tenant, but cannot be read, or not without a scope that is missing. */
  get isIncomplete(): boolean {
    return this.options.fields.some((field) => this.#isHeldBack(field));
  }

  #isHeldBack(field: AccountField): boolean {
    return this.#ofTenant(field) === 'Unreadable' || this.missing.hasFor(field);
  }

  #ofTenant(field: AccountField) {
    return this.provider.current?.store.access(field) ?? 'Off';
  }
}
