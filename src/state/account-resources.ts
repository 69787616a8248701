import type { AccountClient } from '../api/account-client.js';
import type { AccountField } from '../settings/account-settings.js';
import type { AccountResource, ResourceDefinition } from './account-resource.js';

/** What the elements of one provider have read besides the account itself. */
export class AccountResources {
  readonly #all = new Map<ResourceDefinition<unknown>, AccountResource<unknown>>();

  constructor(
    private readonly client: AccountClient,
    private readonly onChange: () => void,
  ) {}

  get<Value>(definition: ResourceDefinition<Value>): AccountResource<Value> {
    const known = this.#all.get(definition);
    if (known) return known as AccountResource<Value>;
    const resource = definition.open(this.client, this.onChange);
    this.#all.set(definition, resource);
    return resource;
  }

  /** Whether Logto has said that the toggle is `Off`, whatever the settings say. */
  isOff(field: AccountField): boolean {
    return [...this.#all].some(([definition, { state }]) => definition.field === field && state.status === 'off');
  }

  async refresh() {
    await Promise.all([...this.#all.values()].map((resource) => resource.refreshIfLoaded()));
  }

  forget() {
    for (const resource of this.#all.values()) resource.forget();
  }

  /** What was off may have been switched on. */
  forgetRefusals() {
    for (const resource of this.#all.values()) if (resource.state.status === 'off') resource.forget();
  }
}
