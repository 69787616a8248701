import { dateFormat } from './date-format.js';

/** A day, as the language writes it; empty where the value is no point in time. `time` is ISO 8601 or milliseconds. */
export const calendarDate = (time: string | number | null | undefined, lang: string): string =>
  format(time, lang, { dateStyle: 'medium' });

/** The same with the time of day. */
export const dateAndTime = (time: string | number | null | undefined, lang: string): string =>
  format(time, lang, { dateStyle: 'medium', timeStyle: 'short' });

function format(time: string | number | null | undefined, lang: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(time ?? NaN);
  return Number.isNaN(date.getTime()) ? '' : unbroken(dateFormat(lang, options).formatToParts(date));
}

/** A line may end between the day and the time of day, and within neither. */
function unbroken(parts: Intl.DateTimeFormatPart[]): string {
  const isTime = (index: number) => /^(hour|minute|second|dayPeriod)$/.test(parts[index]?.type ?? '');
  return parts
    .map(({ value }, index) => {
      const isBetween = index > 0 && index < parts.length - 1 && isTime(index - 1) !== isTime(index + 1);
      return value.replace(isBetween ? / (?=.* )/g : / /g, '\u00a0');
    })
    .join('');
}
