import type { ReactiveElement } from 'lit';

import type { AccountConnection } from '../../src/context/account-connection.js';
import type { OpenRowController } from '../../src/controllers/open-row-controller.js';
import type { DeviceMessageKey, Localizer, SecondStepMessageKey } from '../../src/localize/localizer.js';
import type { passkeyMessages } from '../../src/localize/messages/en/passkeys.js';

export type PasskeyLocalizer = Localizer<keyof typeof passkeyMessages | SecondStepMessageKey | DeviceMessageKey>;

/** What every panel of the tag is made from. */
export interface PasskeyPanelOptions {
  host: ReactiveElement;
  localize: PasskeyLocalizer;
  connection: AccountConnection;
  rows: OpenRowController;
}
