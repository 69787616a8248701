const formats = new Map<string, Intl.DateTimeFormat>();

/** A cached formatter: creating one is slow, and lists need one per row. */
export function dateFormat(lang: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([lang, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(lang, options);
  formats.set(key, format);
  return format;
}
