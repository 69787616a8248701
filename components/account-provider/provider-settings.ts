import type { AccountContext } from '../../src/context/account-context.js';
import type { AccountSettings, AccountSettingsSnapshot } from '../../src/settings/account-settings.js';
import { loadModule } from '../../src/load-module.js';
import { inlineScript } from './inline-settings.js';
import { readSettings, urlSource, wellKnownSource, type NamedSource } from '../../src/settings/settings-sources.js';

export interface ProviderSettingsOptions {
  endpoint: string;
  /** Whether the page has an Account API layer. */
  hasLayer: boolean;
  settings: AccountSettingsSnapshot | undefined;
  settingsSrc: string | undefined;
  report: AccountContext['report'];
  /** Called when settings have arrived after they were given up: now `loadSettings` has them. */
  arrived: () => void;
}

/** How long an account waits for its settings, in milliseconds. A file that hangs must not hold the page. */
const patience = 2000;

interface Reading {
  options: ProviderSettingsOptions;
  found: Promise<AccountSettings | undefined>;
}

/** What was given up, and still is on its way. */
const late = new WeakMap<Element, Reading>();

/**
 * The settings from the first place that has them: property, inline JSON, `settings-src`, Logto itself; else none, so that
 * the elements go by what the account shows. None as well while they take too long.
 */
export async function loadSettings(provider: Element, options: ProviderSettingsOptions) {
  const before = late.get(provider);
  const reading = before && isSame(before.options, options) ? before : { options, found: readAll(provider, options) };
  late.delete(provider);
  const isInTime = await Promise.race([reading.found.then(() => true), after(patience, false)]);
  if (isInTime) return reading.found;
  options.report((hints) => hints.slowHint);
  late.set(provider, reading);
  void reading.found.then(() => late.get(provider) === reading && options.arrived());
  return undefined;
}

const isSame = (one: ProviderSettingsOptions, other: ProviderSettingsOptions) =>
  one.endpoint === other.endpoint && one.settings === other.settings && one.settingsSrc === other.settingsSrc;

const after = <Value>(milliseconds: number, value: Value) =>
  new Promise<Value>((resolve) => setTimeout(resolve, milliseconds, value));

async function readAll(provider: Element, options: ProviderSettingsOptions) {
  const { endpoint, hasLayer, settings, settingsSrc, report } = options;
  const sources: NamedSource[] = [
    { name: 'the settings property', read: () => Promise.resolve(settings) },
    { name: 'the inline <script type="application/json">', read: () => readInline(provider) },
    ...(settingsSrc ? [urlSource(settingsSrc)] : []),
    wellKnownSource(endpoint),
  ];
  const found: AccountSettings | undefined = await readSettings(sources, report);
  if (!found) report((hints) => hints.inferenceHint);
  // Without https a page is a developer's own, or broken.
  if (location.protocol === 'http:')
    void loadModule(() => import('./set-up-findings.js')).then(
      ({ sayFindings }) => sayFindings({ endpoint, hasLayer, settings: found }),
      () => undefined,
    );
  return found;
}

async function readInline(provider: Element): Promise<unknown> {
  // The provider may be upgraded before the parser has reached its children.
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  const script = inlineScript(provider);
  return script ? JSON.parse(script.textContent ?? '') : undefined;
}
