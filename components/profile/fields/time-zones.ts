import { cleanIdentifier } from '../../../src/text/invisible.js';

/**
 * Zones that browsers know by an old name only or first: CLDR never changes a name. Source: the file `backward` of the
 * IANA time zone database.
 */
const renamed: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const todays = (name: string) => (Object.hasOwn(renamed, name) && renamed[name]) || name;

/** Every time zone by the name it has today, UTC first. */
export function timeZones(): string[] {
  const names = new Set(Intl.supportedValuesOf('timeZone').map(todays));
  names.delete('UTC');
  return ['UTC', ...[...names].sort()];
}

/**
 * The name that the IANA database has today for what was typed, in its own spelling: OpenID Connect wants it so.
 * `undefined` where there is no such zone; an offset such as `+01:00`, which newer engines take, is none.
 */
export function timeZoneOf(typed: string): string | undefined {
  const text = cleanIdentifier(typed).replace(/\s+/g, '_');
  if (!/^[a-z]/i.test(text)) return undefined;
  const listed = timeZones().find((name) => name.toLowerCase() === text.toLowerCase());
  return listed ?? known(text);
}

/** By an old name, or that of a country. */
function known(text: string): string | undefined {
  try {
    return todays(new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone);
  } catch {
    return undefined;
  }
}
