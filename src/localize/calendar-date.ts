/** A day, as the language writes it; empty where the value is no point in time. `time` is ISO 8601 or milliseconds. */
export const calendarDate = (time: string | number | null | undefined, lang: string): string =>
  format(time, lang, { dateStyle: 'medium' });

/** The same with the time of day. */
export const dateAndTime = (time: string | number | null | undefined, lang: string): string =>
  format(time, lang, { dateStyle: 'medium', timeStyle: 'short' });

function format(time: string | number | null | undefined, lang: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(time ?? NaN);
  return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(lang, options).format(date);
}
