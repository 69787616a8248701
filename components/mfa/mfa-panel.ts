import type { ReactiveElement } from 'lit';

import type { AccountConnection } from '../../src/context/account-connection.js';
import type { OpenRowController } from '../../src/controllers/open-row-controller.js';
import type { Localizer, SecondStepMessageKey } from '../../src/localize/localizer.js';
import type { mfaMessages } from '../../src/localize/messages/en/mfa.js';

export type MfaLocalizer = Localizer<keyof typeof mfaMessages | SecondStepMessageKey>;

/** What every panel of the tag is made from. */
export interface MfaPanelOptions {
  host: ReactiveElement;
  localize: MfaLocalizer;
  connection: AccountConnection;
  rows: OpenRowController;
}
