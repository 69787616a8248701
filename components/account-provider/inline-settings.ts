import {
  parseSettings,
  type AccountSettings,
  type AccountSettingsSnapshot,
} from '../../src/settings/account-settings.js';

interface ProviderWithSettings extends Element {
  readonly settings: AccountSettingsSnapshot | undefined;
}

/** The settings that a page has brought along: what is off must not take space before the account is there. */
export class SettingsInPage {
  #last: { property: AccountSettingsSnapshot | undefined; found: AccountSettings } | undefined;

  constructor(private readonly provider: ProviderWithSettings) {}

  /** As far as the page is parsed: looked for again until they are there. */
  get found(): AccountSettings | undefined {
    const { settings: property } = this.provider;
    if (this.#last && this.#last.property === property) return this.#last.found;
    const found = parseSettings(property) ?? parseSettings(inlineSettings(this.provider));
    if (found) this.#last = { property, found };
    return found;
  }
}

/** Where the page may have put the settings, as JSON. */
export const inlineScript = (provider: Element) => provider.querySelector(':scope > script[type="application/json"]');

/** What cannot be read is reported later, when it is needed. */
function inlineSettings(provider: Element): unknown {
  const script = inlineScript(provider);
  if (!script) return undefined;
  try {
    return JSON.parse(script.textContent ?? '');
  } catch {
    return undefined;
  }
}
