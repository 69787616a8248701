import { isRecord, listOf, getOwn, nonBlank } from '../untrusted.js';

/** A social provider that accounts can be linked to, as Logto's public settings describe it. */
export interface SocialConnector {
  /** What linking goes by. */
  id: string;
  /** What a linked account goes by, e.g. `github`. */
  target: string;
  /** Its name, or one for each language by BCP 47 tag. */
  name?: string | Record<string, string>;
  /** URL of an image for light pages. */
  logo?: string | null;
  /** URL of an image for dark pages, where there is another. */
  logoDark?: string | null;
}

/**
 * The providers that a web page can use, one for each target: of two, Logto means the one for the web. What is not one
 * is left out.
 */
export function connectorsOf(value: unknown): SocialConnector[] {
  const usable = listOf(value).filter(isRecord).filter(isUsable);
  const targets = [...new Set(usable.map(({ target }) => target))];
  return targets.map((target) => {
    const all = usable.filter((connector) => connector.target === target);
    return toConnector(all.find(({ platform }) => platform === 'Web') ?? all[0]!);
  });
}

/** The name in the user's language, else in English, else the target. */
export function connectorName({ name, target }: Pick<SocialConnector, 'name' | 'target'>, lang: string): string {
  if (typeof name === 'string') return nonBlank(name) ?? capitalized(target);
  const [language = ''] = lang.split('-');
  // Logto names some languages with a region only.
  const ofRegion = Object.keys(Object(name) as object).find((tag) => tag.startsWith(`${language}-`));
  const tags = [lang, language, ofRegion ?? '', 'en'];
  return tags.map((tag) => nonBlank(getOwn(name, tag))).find(Boolean) ?? capitalized(target);
}

type Usable = Record<string, unknown> & Pick<SocialConnector, 'id' | 'target'>;

const isUsable = (connector: Record<string, unknown>): connector is Usable =>
  nonBlank(connector['id']) !== undefined &&
  nonBlank(connector['target']) !== undefined &&
  connector['platform'] !== 'Native';

const toConnector = ({ id, target, name, logo, logoDark }: Usable): SocialConnector => ({
  id,
  target,
  ...(typeof name === 'string' || isRecord(name) ? { name: name as SocialConnector['name'] & object } : {}),
  logo: nonBlank(logo) ?? null,
  logoDark: nonBlank(logoDark) ?? null,
});

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
