import { html, render, type TemplateResult } from 'lit';

import type { LogtoAccountProvider } from '../../components/account-provider/account-provider-element.js';
import '../../components/account-provider/logto-account-provider.js';
// A provider loads these on demand. Here they are preloaded, so that tests wait only for the account.
import '../../components/account-provider/markup-scopes.js';
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
  /** The default tenant if left out. */
  logto?: FakeLogto;
  /** The tenant’s endpoint. */
  at?: string;
  /** The user of the token; Ada by default. */
  userId?: string;
  /** No one is signed in. */
  signedOut?: boolean;
  /** Scopes of the token; all by default. */
  scopes?: string[];
  /**
   * How the provider gets the tenant's settings: as a property (by default), as inline JSON, or not at all, so that it
   * tries Logto and then derives them from the account.
   */
  settings?: 'property' | 'inline' | 'none';
  /** More attributes of the provider, which take precedence. */
  attributes?: Record<string, string>;
  /** More properties of the provider, which take precedence. */
  properties?: Partial<LogtoAccountProvider>;
  /** Returns before the account has loaded. */
  stillLoading?: boolean;
}

export interface Mounted {
  provider: LogtoAccountProvider;
  logto: FakeLogto;
  /** The access token of the session; empty if signed out. */
  token: string;
}

/** Mounts a provider with a session at a stand-in tenant of another origin until the test ends. */
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
  if (!options.stillLoading) await whenLoaded(provider);
  return { provider, logto, token };
}

/** The element inside the provider that is tested. */
export function find<Tag extends keyof HTMLElementTagNameMap>(
  { provider }: Pick<Mounted, 'provider'>,
  tag: Tag,
): HTMLElementTagNameMap[Tag] {
  const element = provider.querySelector(tag);
  if (!element) throw new Error(`There is no <${tag}> in the provider.`);
  return element;
}

/** Waits until a provider has loaded the account, and it and the elements inside have rendered. */
export async function whenLoaded(provider: LogtoAccountProvider): Promise<void> {
  await waitUntil(() => provider.status !== 'loading', 'The account is still loading.');
  await whenRendered(provider);
}

/** Waits until an element and the elements inside it have rendered. */
export async function whenRendered(element: Element): Promise<void> {
  for (const part of [element, ...element.querySelectorAll('*')])
    await (part as Partial<LogtoAccountProvider>).updateComplete;
}

/** The tenant's settings as a page supplies them. */
export const snapshotOf = ({ tenant }: FakeLogto): AccountSettingsSnapshot =>
  structuredClone({ accountCenter: tenant.accountCenter, signInExperience: tenant.signInExperience });

/** The settings as a child of the provider. */
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
