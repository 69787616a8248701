/**
 * Dates as the tenant wants them written, in date-fns tokens (Logto offers `MM/dd/yyyy`, `dd/MM/yyyy`, `yyyy-MM-dd`
 * and a free format). Understood are `y yyyy yy M MM d dd`, each of year, month and day at most once, and
 * literals; a format with anything else is taken as it is: what is written in it cannot be checked here.
 */
interface Pieces {
  /** One capturing group for each entry of `order`. */
  pattern: RegExp;
  order: DatePart[];
  /** The format again, cut at its tokens. */
  tokens: string[];
}

/** What a date input holds, and what a field without a format of its own stores. */
export const isoFormat = 'yyyy-MM-dd';

type DatePart = 'y' | 'M' | 'd';

const digits: Record<string, string> = {
  y: '([1-9]\\d{0,3})',
  yyyy: '(\\d{4})',
  yy: '(\\d{2})',
  M: '([1-9]|1[0-2])',
  MM: '(0[1-9]|1[0-2])',
  d: '([1-9]|[12]\\d|3[01])',
  dd: '(0[1-9]|[12]\\d|3[01])',
};

/** Whether every date in this format is a whole date, so that a form can hold it as `yyyy-MM-dd`. */
export function isDateInputFormat(format = isoFormat): boolean {
  const pieces = piecesOf(format);
  return pieces?.order.length === 3 && !pieces.tokens.includes('yy');
}

/** `31/12/1999` in `dd/MM/yyyy` → `1999-12-31`; `undefined` where the text is no such date. */
export function isoDateOf(text: string, format = isoFormat): string | undefined {
  const parts = isDateInputFormat(format) ? partsIn(text, format) : undefined;
  return parts && isoText(parts);
}

/** The first day of `12/1999` in `MM/yyyy` → `1999-12-01`; `undefined` without a year of four digits. */
export function firstDayOf(text: string, format: string | undefined): string | undefined {
  const tokens = piecesOf(format ?? isoFormat)?.tokens ?? [];
  const parts = tokens.some((token) => token === 'y' || token === 'yyyy')
    ? partsIn(text, format ?? isoFormat)
    : undefined;
  return parts && isoText(parts);
}

/** `1999-12-31` in `dd/MM/yyyy` → `31/12/1999`; `undefined` where there is no such day or the format holds no whole date. */
export function dateTextOf(iso: string, format = isoFormat): string | undefined {
  const parts = isDateInputFormat(format) ? partsIn(iso, isoFormat) : undefined;
  const tokens = piecesOf(format)?.tokens;
  return parts && tokens?.map((token) => written(token, parts)).join('');
}

/** Whether the text is a possible date in the format. A format that is not understood refuses nothing. */
export function isDateText(text: string, format = isoFormat): boolean {
  return piecesOf(format) === undefined || partsIn(text, format) !== undefined;
}

function partsIn(text: string, format: string): Record<DatePart, number> | undefined {
  const { pattern, order, tokens } = piecesOf(format) ?? {};
  const found = pattern?.exec(text)?.slice(1).map(Number);
  if (!found || !order || !tokens) return undefined;

  const parts = { y: 2000, M: 1, d: 1 }; // what the format leaves open: a leap year, so that 29 February is possible
  order.forEach((part, index) => (parts[part] = found[index] ?? NaN));
  if (tokens.includes('yy')) parts.y += 2000;
  const daysInMonth = new Date(Date.UTC(2000 + (parts.y % 400), parts.M, 0)).getUTCDate();
  return parts.y >= 1 && parts.d <= daysInMonth ? parts : undefined;
}

function piecesOf(format: string): Pieces | undefined {
  const tokens = format.match(/'(?:''|[^'])*'|([a-zA-Z])\1*|[^a-zA-Z']+/g) ?? [];
  const order: DatePart[] = [];
  let source = '';
  for (const token of tokens) {
    const group = Object.hasOwn(digits, token) ? digits[token] : undefined;
    if (group === undefined && /^[a-zA-Z]/.test(token)) return undefined;
    source += group ?? literal(token).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    if (group !== undefined) order.push(token[0] as DatePart);
  }
  const isUnderstood = order.length > 0 && new Set(order).size === order.length && tokens.join('') === format;
  return isUnderstood ? { pattern: new RegExp(`^${source}$`), order, tokens } : undefined;
}

function written(token: string, parts: Record<DatePart, number>): string {
  return Object.hasOwn(digits, token) ? pad(parts[token[0] as DatePart], token.length) : literal(token);
}

/** A literal as it is written: without the quotes it may stand in, `''` being one quote. */
function literal(token: string): string {
  return token === "''" ? "'" : token.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'") : token;
}

const isoText = ({ y, M, d }: Record<DatePart, number>) => `${pad(y, 4)}-${pad(M, 2)}-${pad(d, 2)}`;

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
