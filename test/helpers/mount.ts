import { html, render, type TemplateResult } from 'lit';

import type { LogtoAccountProvider } from '../../components/account-provider/account-provider-element.js';
import '../../components/account-provider/logto-account-provider.js';
// A provider loads these when they are needed; here they are at hand, so that tests wait for the account alone.
import '../../components/account-provider/markup-scopes.js';
import '../../components/account-provider/provider-settings.js';
import '../../components/account-provider/set-up-findings.js';
import '../../src/developer-hints/developer-hints.js';
import { loadErrorTexts } from '../../src/localize/error-texts.js';
import type { AccountSettingsSnapshot } from '../../src/settings/account-settings.js';
import { ada, FakeLogto } from '../fake-logto/fake-logto.js';
import { HostClient } from './host-client.js';
import { endpoint, serve } from './stand-in.js';
import { waitUntil } from './wait-until.js';

export { endpoint } from './stand-in.js';

await loadErrorTexts();

export interface MountOptions {
  /** The default tenant when left out. */
  logto?: FakeLogto;
  /** Where the tenant answers. */
  at?: string;
  /** Whose token it is; Ada's when left out. */
  userId?: string;
  /** Nobody is signed in. */
  signedOut?: boolean;
  /** Scopes of the token; all of them when left out. */
  scopes?: string[];
  /**
   * How the provider gets at the tenant's settings: as a property (when left out), as inline JSON, or not at all, so
   * that it tries Logto itself and goes by the account where that is refused.
   */
  settings?: 'property' | 'inline' | 'none';
  /** More attributes of the provider; they win. */
  attributes?: Record<string, string>;
  /** More properties of the provider; they win. */
  properties?: Partial<LogtoAccountProvider>;
  /** Does not wait until the account is there. */
  stillLoading?: boolean;
}

export interface Mounted {
  provider: LogtoAccountProvider;
  logto: FakeLogto;
  /** The access token of the session; empty when signed out. */
  token: string;
}

/** A provider with a session on a stand-in tenant at another origin, in the page until the test ends. */
export async function mount(content: TemplateResult | string = '', options: MountOptions = {}): Promise<Mounted> {
  const { logto = new FakeLogto(), at = endpoint, userId = ada, scopes, settings = 'property' } = options;
  serve(logto, at);
  const token = options.signedOut ? '' : logto.issueToken(userId, scopes ? { scopes } : {});
  const provider = document.createElement('logto-account-provider');
  const attributes = { endpoint: at, ...options.attributes };
  const client = options.properties?.client;
  if (client instanceof HostClient) Object.assign(client.logtoConfig, { endpoint: at });
  for (const [name, value] of Object.entries(attributes)) provider.setAttribute(name, value);
  Object.assign(provider, {
    getAccessToken: () => token,
    ...(settings === 'property' && { settings: snapshotOf(logto) }),
    ...options.properties,
  });
  const script = settings === 'inline' ? inlineSettings(snapshotOf(logto)) : '';
  render(html`${script}${content}`, provider);
  put(provider);
  if (!options.stillLoading) await settled(provider);
  return { provider, logto, token };
}

/** The element inside the provider that the test is about, upgraded. */
export function find<Tag extends keyof HTMLElementTagNameMap>(
  { provider }: Pick<Mounted, 'provider'>,
  tag: Tag,
): HTMLElementTagNameMap[Tag] {
  const element = provider.querySelector(tag);
  if (!element) throw new Error(`There is no <${tag}> in the provider.`);
  return element;
}

/** Waits until a provider has stopped loading and it and the tags inside it show so. */
export async function settled(provider: LogtoAccountProvider): Promise<void> {
  await waitUntil(() => provider.status !== 'loading', 'The account is still loading.');
  await shown(provider);
}

/** Waits until the element and the tags inside it have rendered what they know. */
export async function shown(element: Element): Promise<void> {
  for (const part of [element, ...element.querySelectorAll('*')])
    await (part as Partial<LogtoAccountProvider>).updateComplete;
}

/** The tenant's settings in the form in which an integrator supplies them. */
export const snapshotOf = ({ tenant }: FakeLogto): AccountSettingsSnapshot =>
  structuredClone({ accountCenter: tenant.accountCenter, signInExperience: tenant.signInExperience });

/** The same as a child for the provider. */
export function inlineSettings(snapshot: unknown): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = JSON.stringify(snapshot);
  return script;
}

const mounted = new Set<Element>();

/** Puts an element into the page until the test ends. */
export function put<Of extends Element>(element: Of): Of {
  document.body.append(element);
  mounted.add(element);
  return element;
}

afterEach(() => {
  for (const element of mounted) element.remove();
  mounted.clear();
});
