import type { DeviceMessageKey, SecondStepMessageKey } from '../../src/localize/localizer.js';
import type { passkeyMessages } from '../../src/localize/messages/en/passkeys.js';
import type { RowsController } from '../../src/rows/rows-controller.js';

export type PasskeyMessageKey = keyof typeof passkeyMessages | SecondStepMessageKey | DeviceMessageKey;
export type PasskeyRowsController = RowsController<PasskeyMessageKey>;
