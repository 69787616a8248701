/** Why an input cannot be saved, for the UI to put into words. */
export interface FieldProblem {
  code:
    | 'required'
    | 'tooShort'
    | 'tooLong'
    | 'tooLongSymbols'
    | 'notANumber'
    | 'leadingZeros'
    | 'notExact'
    | 'tooSmall'
    | 'tooLarge'
    | 'notADate'
    | 'shortYear'
    | 'inFuture'
    | 'notAUrl'
    | 'pattern'
    | 'notAnOption'
    | 'notATimeZone'
    | 'notALocale';
  /** The rule that was missed, under the field's own word for it: `minLength`, `maxValue`, `dateFormat`, … */
  values?: Record<string, string | number>;
  /** The part of a composite that has the problem. */
  part?: string;
}
