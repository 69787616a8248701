import type { ReactiveElement } from 'lit';

import type { AccountContextConsumer } from '../context/account-context-consumer.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import type { AccountState } from '../state/account-state.js';
import { ActionController } from './action-controller.js';

/** Signs in and out, and knows how the session stands for an element that shows little else. */
export class SessionActions {
  readonly signIn: ActionController;
  readonly signOut: ActionController;

  constructor(
    host: ReactiveElement,
    private readonly provider: AccountContextConsumer,
    private readonly localize: CommonLocalizer,
  ) {
    this.signIn = new ActionController(host, async () => {
      this.signOut.clear();
      await provider.required.signIn?.();
      return undefined;
    });
    this.signOut = new ActionController(host, async () => {
      await provider.required.signOut?.();
      return undefined;
    });
  }

  /** Without words there is nothing to show yet. */
  get state(): AccountState {
    return this.localize.isReady ? this.provider.state : { status: 'loading' };
  }
}
