import { html } from 'lit';

import type { LogtoProfile } from '../../components/profile/profile-element.js';
import '../../components/profile/logto-profile.js';
import { FakeLogto, type FakeLogtoOptions, type User } from '../fake-logto/fake-logto.js';
import { find, mount, type Mounted, type MountOptions } from '../helpers/mount.js';
import { byRole, namesOf, parts, textOf } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';

export interface ProfileOptions extends MountOptions, Omit<FakeLogtoOptions, 'users'> {
  /** How the user differs from Ada. */
  user?: Partial<User>;
  /** The tenant's custom profile fields, all of them shown. */
  catalogue?: unknown[];
  /** The `readonly` attribute of the tag. */
  readonly?: boolean;
}

/** A request that changes something. */
export interface Write {
  method: string;
  path: string;
  body: unknown;
}

export interface ProfilePage extends Mounted {
  tag: LogtoProfile;
  user: User;
  /** All requests except reads, in order. */
  writes: Write[];
}

/** A `<logto-profile>` on a stand-in tenant. */
export async function openProfile(options: ProfileOptions = {}): Promise<ProfilePage> {
  const { readonly = false, logto = aTenantWith(options) } = options;
  const writes: Write[] = [];
  logto.intercept(async (request) => {
    if (request.method === 'GET') return undefined;
    const isJson = request.headers.get('content-type')?.includes('json');
    const body: unknown = isJson ? await request.json() : undefined;
    writes.push({ method: request.method, path: new URL(request.url).pathname, body });
    return undefined;
  });
  const content = html`<logto-profile ?readonly=${readonly}></logto-profile>`;
  const mounted = await mount(content, { ...options, logto });
  return { ...mounted, tag: find(mounted, 'logto-profile'), user: logto.tenant.users[0]!, writes };
}

export function aTenantWith({ user, catalogue, ...tenant }: ProfileOptions): FakeLogto {
  const logto = new FakeLogto({
    ...tenant,
    ...(catalogue && {
      profileFields: catalogue.map((field) => Object(field) as { name: string }),
      signInExperience: { customProfileFieldCatalog: catalogue },
    }),
  });
  Object.assign(logto.tenant.users[0]!, user);
  return logto;
}

/** An entry of the catalogue, as Logto tells it. */
export const aField = (name: string, type: string, config: object = {}, more: object = {}) => ({
  name,
  type,
  label: name,
  description: null,
  required: false,
  config,
  ...more,
});

/** The labels of all rows, in order. */
export const labelsOf = (tag: LogtoProfile) => parts(tag, 'label').map(textOf);

/** What each row says, by its label; a row that is open has no value. */
export const valuesOf = (tag: LogtoProfile) =>
  Object.fromEntries(parts(tag, 'row').map((row) => [wordsOf(row, 'label') ?? '', wordsOf(row, 'value')] as const));

export const valueOf = (tag: LogtoProfile, label: string) => wordsOf(rowOf(tag, label), 'value');

/** The row of that label; throws when there is none. */
export function rowOf(tag: LogtoProfile, label: string): HTMLElement {
  const row = parts(tag, 'row').find((candidate) => wordsOf(candidate, 'label') === label);
  if (!row) throw new Error(`There is no row "${label}", but: ${labelsOf(tag).join(', ')}`);
  return row;
}

const wordsOf = (row: HTMLElement, name: string) => {
  const found = row.querySelector(`[part~="${name}"]`);
  return found ? textOf(found) : undefined;
};

/** The accessible names of all buttons in the rows, in order. */
export const buttonsOf = (tag: LogtoProfile) => parts(tag, 'row').flatMap((row) => namesOf(row, 'button'));

/** Presses the button of a row that has these words on it. */
export function press(row: Element, words: string) {
  const buttons = [...row.querySelectorAll('button')];
  const found = buttons.find((button) => textOf(button) === words);
  if (!found) throw new Error(`There is no button "${words}", but: ${buttons.map(textOf).join(', ')}`);
  found.click();
}

/** The form that is open, in the page itself; throws when there is none. */
export function formOf(tag: LogtoProfile): HTMLElement {
  const form = tag.querySelector<HTMLElement>(':scope > .logto-form');
  if (!form) throw new Error(`No form is open in: ${textOf(tag)}`);
  return form;
}

/** Presses Change and waits for the form, which is gone when it is closed. */
export async function change(tag: LogtoProfile, label: string): Promise<HTMLElement> {
  press(rowOf(tag, label), 'Change');
  const isOpen = () => rowOf(tag, label).querySelector('[part~="form"]') && tag.querySelector('.logto-form');
  await waitUntil(isOpen, `The form of "${label}" did not open.`);
  await tag.updateComplete;
  return formOf(tag);
}

/** Enters something into the only input of the row, or into the one of that accessible name. */
export function enter(row: Element, value: string | boolean, name?: string) {
  const input = inputIn(row, name);
  input.focus();
  if (input.type === 'checkbox') return input.checked === value ? undefined : input.click();
  input.value = String(value);
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
}

export function inputIn(row: Element, name?: string): HTMLInputElement | HTMLSelectElement {
  if (name !== undefined) return byRole<HTMLInputElement>(row, 'textbox', name);
  const [input] = row.querySelectorAll<HTMLInputElement>('input:not([type="file"]), select');
  if (!input) throw new Error(`There is no input in: ${textOf(row)}`);
  return input;
}

/** Presses Save and waits until the form is closed, or complains. */
export async function save(row: Element) {
  press(row, 'Save');
  await whenSaveEnds(row);
}

/** Waits until the form has closed or shows an error. */
export async function whenSaveEnds(row: Element) {
  const isDone = () => !row.isConnected || row.querySelector('.error') !== null;
  await waitUntil(isDone, 'It is still saving.');
}

/** The whole of it: opens, enters, saves. */
export async function edit(tag: LogtoProfile, label: string, value: string | boolean, name?: string) {
  const row = await change(tag, label);
  enter(row, value, name);
  await save(row);
  return row;
}

/** What assistive technology reads out after the name of an input. */
export const descriptionOf = (input: Element) =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(/\s+/)
    .map((id) => (id && (input.getRootNode() as ShadowRoot).getElementById(id)?.textContent) || '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

export const statusOf = (tag: LogtoProfile) => textOf(tag.shadowRoot!.querySelector('[role="status"]')!);

/** Something a test lets happen when it is ready for it. */
export function aGate() {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {
    open,
    opened,
    /** For `intercept`: the tenant's own answer, as soon as the gate is open. */
    passed: async (): Promise<undefined> => {
      await opened;
      return undefined;
    },
  };
}

/** Answers writes, or reads of the account, with this instead; gives the function that ends it. */
export const answerWith = (logto: FakeLogto, method: string, answer: () => Response | Promise<Response | undefined>) =>
  logto.intercept((request) =>
    request.method === method && /\/my-account(\/profile)?$/.test(new URL(request.url).pathname) ? answer() : undefined,
  );
