import type { AccountError } from '../api/account-error.js';
import type { AccountContextConsumer } from '../context/account-context-consumer.js';
import type { ResourceDefinition, ResourceState } from '../state/account-resource.js';

export interface ShownResourcesOptions {
  /** What it shows besides the account itself. Loading and failing are rendered here. */
  resources?: readonly ResourceDefinition<unknown>[];
  /** Whether it can do without them. They are not read then. */
  needsNoResources?: () => boolean;
}

type Failure = ResourceState<unknown> & { error: AccountError };

/** What an element reads besides the account, as far as the tenant lets it. */
export class ShownResources {
  constructor(
    private readonly provider: AccountContextConsumer,
    private readonly options: ShownResourcesOptions,
  ) {}

  /** How things stand with each, for telling whether to render again. */
  get states(): readonly unknown[] {
    const { person } = this.provider.required.store;
    return person ? (this.options.resources ?? []).map((definition) => person.resources.get(definition).state) : [];
  }

  get isLoading(): boolean {
    return this.#readable.some(({ state }) => state.status === 'loading');
  }

  /** Those that could not be read, of which some may still show what was read before. */
  get failures(): readonly Failure[] {
    return this.#readable.map(({ state }) => state).filter(isFailure);
  }

  value<Value>(definition: ResourceDefinition<Value>): Value | undefined {
    return this.provider.current?.store.person?.resources.get(definition).value;
  }

  load() {
    this.#readable.forEach((resource) => resource.load());
  }

  /** Reads again what could not be read. */
  async retry(): Promise<void> {
    await Promise.all(this.#readable.filter(({ state }) => isFailure(state)).map((resource) => resource.refresh()));
  }

  get #readable() {
    const { resources = [], needsNoResources } = this.options;
    if (needsNoResources?.()) return [];
    const { store } = this.provider.required;
    const readable = resources.filter(({ field }) => !field || store.access(field) !== 'Off');
    return readable.flatMap((definition) => store.person?.resources.get(definition) ?? []);
  }
}

const isFailure = (state: ResourceState<unknown>): state is Failure => 'error' in state && state.error !== undefined;
