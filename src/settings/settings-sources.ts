import { parseSettings, type AccountSettings } from './account-settings.js';

/** One place where the settings may be. `undefined`: not there. Throws when it is there and unreadable. */
type SettingsSource = () => Promise<unknown>;

export interface NamedSource {
  name: string;
  read: SettingsSource;
}

/**
 * The settings from the first source that has them; `undefined` when none has, and the elements go by what
 * `GET /my-account` shows. A source that is broken is reported and passed over.
 */
export async function readSettings(
  sources: NamedSource[],
  report: (message: string) => void,
): Promise<AccountSettings | undefined> {
  for (const { name, read } of sources) {
    try {
      const snapshot = await read();
      if (snapshot === undefined || snapshot === null) continue; // frameworks pass null while they load
      const settings = parseSettings(snapshot);
      if (settings) return settings;
      report(`The settings in ${name} are not a snapshot of the form { accountCenter, signInExperience }.`);
    } catch (cause) {
      report(`The settings in ${name} could not be read (${cause instanceof Error ? cause.message : 'unknown'}).`);
    }
  }
  return undefined;
}

/** A JSON file or route of the host's own. */
export const urlSource = (url: string): NamedSource => ({ name: `settings-src="${url}"`, read: () => fetchJson(url) });

/**
 * Logto itself. Works at Logto's own origin and through a proxy that adds CORS headers. In production Logto refuses
 * other origins; that is expected, so it counts as "not there", and the second request is not made.
 */
export const wellKnownSource = (endpoint: string): NamedSource => ({
  name: `${endpoint}/api/.well-known`,
  read: async () => {
    const wellKnown = `${endpoint.replace(/\/+$/, '')}/api/.well-known`;
    const readable = (url: string) => fetchJson(url).catch(() => undefined);
    const accountCenter = await readable(`${wellKnown}/account-center`);
    return accountCenter && { accountCenter, signInExperience: await readable(`${wellKnown}/sign-in-exp`) };
  },
});

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}
