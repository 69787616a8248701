/** A place as Logto guessed it from an address, in the user's language; empty when it knows none. */
export function placeName({ city, country }: { city?: string | null; country?: string | null }, lang: string): string {
  return [city, country && regionName(country, lang)].filter(Boolean).join(', ');
}

function regionName(code: string, lang: string): string {
  const isRegion = /^[A-Z]{2}$/.test(code);
  return (isRegion && new Intl.DisplayNames(lang, { type: 'region' }).of(code)) || code;
}
