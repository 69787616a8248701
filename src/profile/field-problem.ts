/** Why an input cannot be saved, for the UI to put into words. */
export interface FieldProblem {
  code:
    | 'required'
    | 'too-short'
    | 'too-long'
    | 'not-a-number'
    | 'too-small'
    | 'too-large'
    | 'not-a-date'
    | 'not-a-url'
    | 'pattern'
    | 'not-an-option'
    | 'not-a-time-zone'
    | 'not-a-locale';
  /** The rule that was missed, under the field's own word for it: `minLength`, `maxValue`, `dateFormat`, … */
  values?: Record<string, string | number>;
  /** The part of a composite that has the problem. */
  part?: string;
}
