import type { FieldProblem } from '../../src/profile/field-problem.js';
import type { ProfileField } from '../../src/profile/profile-field.js';
import { fieldLabel, type ProfileLocalize } from './field-label.js';

/** What is wrong with an input, and what to do about it. */
export function problemText(
  localize: ProfileLocalize,
  field: ProfileField,
  { code, values = {} }: FieldProblem,
): string {
  if (code === 'pattern' && field.placeholder)
    return localize.text('profile.problem.patternLike', { example: field.placeholder });
  if (code === 'not-a-date' && values['dateFormat'])
    return localize.text('profile.problem.not-a-dateLike', { example: values['dateFormat'] });
  return localize.text(`profile.problem.${code}`, {
    field: fieldLabel(localize, field),
    count: values['minLength'] ?? values['maxLength'] ?? 0,
    limit: values['minValue'] ?? values['maxValue'] ?? 0,
  });
}
