import type { SecondStepMessageKey } from '../../src/localize/localizer.js';
import type { mfaMessages } from '../../src/localize/messages/en/mfa.js';
import type { RowsController } from '../../src/rows/rows-controller.js';

export type MfaMessageKey = keyof typeof mfaMessages | SecondStepMessageKey;
export type MfaRowsController = RowsController<MfaMessageKey>;
