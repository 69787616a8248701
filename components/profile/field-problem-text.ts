import type { ProfileField } from './fields/profile-field.js';
import { fieldLabel, type ProfileLocalize } from './field-label.js';
import type { FieldProblem } from './fields/field-rules.js';

/** What is wrong with an input, and what to do about it. */
export function problemText(
  localize: ProfileLocalize,
  field: ProfileField,
  { code, values = {} }: FieldProblem,
): string {
  if (code === 'pattern' && field.placeholder)
    return localize.text('profile.problem.patternLike', { example: field.placeholder });
  if (code === 'notADate' && values['dateFormat'])
    return localize.text('profile.problem.notADateLike', { example: values['dateFormat'] });
  if (code === 'notANumber' && values['example'])
    return localize.text('profile.problem.notANumberLike', { example: values['example'] });
  return localize.text(`profile.problem.${code}`, {
    field: fieldLabel(localize, field),
    count: values['minLength'] ?? values['maxLength'] ?? 0,
    limit: values['minValue'] ?? values['maxValue'] ?? 0,
  });
}
