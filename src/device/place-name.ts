import type { DeviceLocalizer } from '../localize/localizer.js';

export interface Place {
  city?: string | null;
  /** ISO 3166-1 alpha-2 code. */
  country?: string | null;
}

/** A place as Logto guessed it from an address, in the user's language; empty when it knows none. */
export function placeName({ city, country }: Place, localize: DeviceLocalizer): string {
  const name = country && regionName(country, localize.lang);
  return city && name ? localize.text('device.place', { city, country: name }) : city || name || '';
}

function regionName(code: string, lang: string): string {
  const isRegion = /^[A-Z]{2}$/.test(code);
  return (isRegion && new Intl.DisplayNames(lang, { type: 'region' }).of(code)) || code;
}
