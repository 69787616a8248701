import { isOwnMachine } from '../settings/own-machine.js';
import { SettingsError } from './settings-error.js';

/** The base of the tenant's public routes, from what a person wrote as its endpoint: with or without path or slash. */
export function wellKnownOf(endpoint: string): string {
  return `${tenantAt(endpoint)}/api/.well-known`;
}

/** The address of the tenant, without a slash at the end. */
export function tenantAt(endpoint: string): string {
  const url = addressOf(endpoint);
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** Whether what is read there may be changed on the way: not encrypted, and not from this machine. */
export function isUnprotected(endpoint: string): boolean {
  const { protocol, hostname } = addressOf(endpoint);
  return protocol === 'http:' && !isOwnMachine(hostname);
}

function addressOf(endpoint: unknown): URL {
  const text = typeof endpoint === 'string' ? endpoint.trim() : '';
  if (text === '') throw wrong('There is no endpoint.');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw wrong(`The endpoint "${text}" is not a web address.`);
  // `fetch` refuses them, and they would end up in logs.
  if (url.username || url.password) throw wrong('The endpoint has a user name or password in it: leave them out.');
  return url;
}

const wrong = (what: string) =>
  new SettingsError('endpoint', `${what} Give the one of Logto Console, like https://my-tenant.logto.app.`);
