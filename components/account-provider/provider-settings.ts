import type { AccountSettings, AccountSettingsSnapshot } from '../../src/settings/account-settings.js';
import { readSettings, urlSource, wellKnownSource, type NamedSource } from '../../src/settings/settings-sources.js';
import { inferenceHint } from '../../src/state/developer-hints.js';

export interface ProviderSettingsOptions {
  endpoint: string;
  settings: AccountSettingsSnapshot | undefined;
  settingsSrc: string | undefined;
  report: (message: string) => void;
}

/** The settings from the first place that has them: property, inline JSON, `settings-src`, Logto itself; else none. */
export async function loadSettings(provider: Element, options: ProviderSettingsOptions) {
  const { endpoint, settings, settingsSrc, report } = options;
  const sources: NamedSource[] = [
    { name: 'the settings property', read: () => Promise.resolve(settings) },
    { name: 'the inline <script type="application/json">', read: () => readInline(provider) },
    ...(settingsSrc ? [urlSource(settingsSrc)] : []),
    wellKnownSource(endpoint),
  ];
  const found: AccountSettings | undefined = await readSettings(sources, report);
  if (!found) report(inferenceHint);
  return found;
}

async function readInline(provider: Element): Promise<unknown> {
  // The provider may be upgraded before the parser has reached its children.
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  const script = provider.querySelector(':scope > script[type="application/json"]');
  return script ? JSON.parse(script.textContent ?? '') : undefined;
}
