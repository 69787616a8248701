/** Milliseconds. */
const day = 24 * 3600_000;

/** For how long a new token is good: some days, until a date, or for ever. */
export const choicesOf = (maxDays: number | null): number[] => {
  const usual = [7, 30, 90, 365].filter((days) => maxDays === null || days <= maxDays);
  return usual.length > 0 || maxDays === null ? usual : [maxDays];
};

export const afterDays = (days: number, now = Date.now()): number => now + days * day;

/** The end of a day, as the calendar of the user has it; `undefined` when that is no date. */
export function endOfDate(date: string): number | undefined {
  const time = /^\d{4,6}-\d\d-\d\d$/.test(date) ? new Date(`${date}T23:59:59`).getTime() : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** What is wrong with a date. */
export function endProblem(
  end: number | undefined,
  maxDays: number | null,
  now = Date.now(),
): 'date' | 'late' | undefined {
  if (end === undefined || end <= now) return 'date';
  return maxDays !== null && end > now + maxDays * day ? 'late' : undefined;
}
