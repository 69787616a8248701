import { closestLang } from './closest-lang.js';
import { dateFormat } from './date-format.js';

/**
 * Formats a first date ahead of time, once per page. Browsers load their locale data for it, which takes as long as
 * rendering a whole section: better while waiting for the account than when it has arrived.
 */
export function prepareDates(element: Element): void {
  if (isPrepared) return;
  isPrepared = true;
  setTimeout(() => dateFormat(closestLang(element), { dateStyle: 'long', timeZone: 'UTC' }));
}

let isPrepared = false;
