import type { ReactiveElement } from 'lit';

import type { AccountClient } from '../api/account-client.js';
import { AccountError } from '../api/account-error.js';
import { sendNewIdentifierCode, verifyCode, type Identifier } from '../api/verifications.js';
import type { AccountConnection } from '../context/account-connection.js';
import { ActionController } from './action-controller.js';
import { CountdownController, resendDelay } from './countdown-controller.js';

export interface NewIdentifierOptions {
  type: Identifier['type'];
  connection: () => AccountConnection;
  /** Makes the verified address the user's. */
  bind: (client: AccountClient, address: string, record: string, verification: string) => Promise<unknown>;
  /** After Logto has confirmed it: gives the event that announces it. */
  bound: (address: string) => Event;
}

/** A code that was sent to the new address, and the record it belongs to. Never leaves this file. */
interface Sent {
  value: string;
  recordId: string;
  isVerified: boolean;
}

/**
 * The two steps to a new email address or phone number: the address, to which Logto sends a code, then the code. The
 * user proves who they are before the first code is sent, so that nothing comes between the code and the end.
 */
export class NewIdentifierController {
  readonly countdown: CountdownController;
  /** Sends a code to a new address, or a new code to the same one. */
  readonly send: ActionController<[value: string]>;
  /** Checks the code and binds the address. */
  readonly confirm: ActionController<[code: string]>;
  wasResent = false;
  #sent: Sent | undefined;

  constructor(
    private readonly host: ReactiveElement,
    { type, connection, bind, bound }: NewIdentifierOptions,
  ) {
    this.countdown = new CountdownController(host);

    this.send = new ActionController(host, async (value) => {
      const { stepUp, store } = connection();
      this.confirm.clear();
      await stepUp.verify();
      const { verificationRecordId } = await sendNewIdentifierCode(store.client, { type, value });
      this.wasResent = this.#sent?.value === value;
      this.#sent = { value, recordId: verificationRecordId, isVerified: false };
      this.countdown.start(resendDelay);
      return undefined;
    });

    this.confirm = new ActionController(host, async (code) => {
      const { stepUp, store } = connection();
      const sent = this.#sent;
      if (!sent) throw new AccountError('rejected', 'verification_code.not_found');
      const { value, recordId } = sent;
      // A code is taken once. Should only binding fail, the next try does not send it again.
      if (!sent.isVerified)
        await verifyCode(store.client, { identifier: { type, value }, verificationId: recordId, code });
      sent.isVerified = true;
      await store.writing(type, () => stepUp.run((verification) => bind(store.client, value, recordId, verification)));
      return bound(value);
    });
  }

  /** The address that the last code went to; `undefined` in the first step. */
  get sentTo(): string | undefined {
    return this.#sent?.value;
  }

  /** Whether the address is verified already, and only binding it is left. */
  get isVerified(): boolean {
    return this.#sent?.isVerified === true;
  }

  /** Back to the first step, and what went wrong stays to be read. Nothing of the last try counts any more. */
  forget() {
    this.#sent = undefined;
    this.wasResent = false;
    this.countdown.stop();
    this.host.requestUpdate();
  }

  reset() {
    this.forget();
    this.send.clear();
    this.confirm.clear();
  }
}
