import type { SecondStepLocalizer } from '../localize/localizer.js';
import type { Badge } from '../look/badge.js';

/** What the user has chosen, as the badge of a row. */
export const onOrOff = (localize: SecondStepLocalizer, isOn: boolean): Badge =>
  isOn ? { text: localize.text('mfa.on'), tone: 'success' } : { text: localize.text('mfa.off'), tone: 'neutral' };
