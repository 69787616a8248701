import type { TemplateResult } from 'lit';

import '../../components/email/logto-email.js';
import '../../components/password/logto-password.js';
import '../../components/phone/logto-phone.js';
import '../../components/username/logto-username.js';
import type { LogtoAccountProvider } from '../../components/account-provider/account-provider-element.js';
import { ada, FakeLogto, type FakeLogtoOptions, type User } from '../fake-logto/fake-logto.js';
import { mount, whenLoaded, whenRendered, type MountOptions, type Mounted } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { allByRole, button, namesOf, part, textOf } from '../helpers/read.js';
import { patience, waitUntil } from '../helpers/wait-until.js';

export const adasPassword = 'Walnut-Lamp!73';

export type CredentialTag = 'logto-username' | 'logto-email' | 'logto-phone' | 'logto-password';

export interface CredentialOptions extends MountOptions, Omit<FakeLogtoOptions, 'users'> {
  /** How the user differs from Ada. */
  user?: Partial<User>;
  /** The `readonly` attribute of the element. */
  readonly?: boolean;
  /** The test uses the dialog. By default, Ada's password is verified without one, as by a page with its own dialog. */
  withDialog?: boolean;
  /** The content of the provider; by default only the element. */
  content?: TemplateResult;
}

/** A request that changes something or asks for a record. */
export interface Sent {
  method: string;
  path: string;
  body: Record<string, unknown> | undefined;
  /** Its verification record. */
  verification: string | null;
}

export interface CredentialPage extends Mounted {
  tag: HTMLElementTagNameMap[CredentialTag];
  user: User;
  /** All requests except reads, in order. */
  sent: Sent[];
}

let tenants = 0;

/** A new endpoint. The library keeps verification records per endpoint until the page is closed. */
export const anEndpoint = () => `https://tenant-${(tenants += 1)}.logto.example`;

export async function openTag(name: CredentialTag, options: CredentialOptions = {}): Promise<CredentialPage> {
  const tag = document.createElement(name);
  tag.readonly = options.readonly ?? false;
  return { ...(await openPage(options.content ?? (tag as unknown as TemplateResult), options)), tag };
}

/** Opens a provider with any content. */
export async function openPage(content: TemplateResult | string, options: CredentialOptions = {}) {
  const { logto = aTenant(options) } = options;
  const sent = listenTo(logto);
  const mounted = await mount(content, { at: anEndpoint(), ...options, logto });
  if (!options.withDialog) provesByPassword(mounted.provider, adasPassword);
  const user = logto.tenant.users.find(({ id }) => id === (options.userId ?? ada))!;
  return { ...mounted, user, sent };
}

export function aTenant({ user, ...tenant }: CredentialOptions = {}): FakeLogto {
  const logto = new FakeLogto(tenant);
  Object.assign(logto.tenant.users[0]!, user);
  return logto;
}

export function listenTo(logto: FakeLogto): Sent[] {
  const sent: Sent[] = [];
  logto.intercept(async (request) => {
    if (request.method === 'GET') return undefined;
    const body = (await request.json().catch(() => undefined)) as Sent['body'];
    const { pathname: path } = new URL(request.url);
    sent.push({ method: request.method, path, body, verification: request.headers.get('logto-verification-id') });
    return undefined;
  });
  return sent;
}

function provesByPassword(provider: LogtoAccountProvider, password: string) {
  provider.addEventListener('logto-verification-required', (event) => {
    event.preventDefault();
    event.attempt.verifyPassword(password).catch(() => event.attempt.cancel());
  });
}

export const writesIn = (sent: Sent[]) => sent.filter(({ path }) => path.startsWith('/api/my-account'));

/** The requests as `METHOD path`. */
export const linesOf = (sent: { method: string; path: string }[]) =>
  sent.map(({ method, path }) => `${method} ${path}`);

/** Answers matching requests in place of the tenant. Returns a function that stops that. */
export const answerWith = (
  logto: FakeLogto,
  where: RegExp,
  answer: (request: Request) => Response | undefined | Promise<Response | undefined>,
) =>
  logto.intercept((request) =>
    where.test(`${request.method} ${new URL(request.url).pathname}`) ? answer(request) : undefined,
  );

/** An error response of Logto. */
export const refusal = (status: number, code: string, data?: unknown) =>
  Response.json({ code, message: `Server words for ${code}.`, data }, { status });

/** The code that was sent last. */
export const lastCode = ({ outbox }: FakeLogto) => outbox.at(-1)!.code;

/** A code that is not the last one. */
export const wrongCode = (logto: FakeLogto) => (lastCode(logto) === '000000' ? '000001' : '000000');

/** The light DOM form of an element; throws if there is none. */
export function formOf(tag: Element): HTMLFormElement {
  const form = tag.querySelector<HTMLFormElement>(':scope > .logto-form form');
  if (!form) throw new Error(`<${tag.localName}> has no form, but reads: ${textOf(tag)}`);
  return form;
}

export const isOpen = (tag: Element) => tag.querySelector('.logto-form') !== null;

/** Opens the form of an element, and waits for it. */
export async function openForm(tag: HTMLElement): Promise<HTMLFormElement> {
  part(tag, 'edit').click();
  // It is loaded on demand.
  const isThere = () => isOpen(tag) && formOf(tag).contains(document.activeElement);
  await waitUntil(isThere, 'The form did not open.');
  return formOf(tag);
}

/** The input or select with a label. */
export function labelled<Of extends HTMLElement = HTMLInputElement>(root: Element, label: string): Of {
  const labels = [...root.querySelectorAll('label')];
  const control = labels.find((each) => textOf(each) === label)?.control;
  if (!control) throw new Error(`There is no field "${label}", but: ${labels.map(textOf).join(', ')}`);
  return control as Of;
}

/** Types into the field with a label. */
export function enter(root: Element, label: string, value: string) {
  const input = labelled(root, label);
  input.focus();
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

export const press = (root: Element, name: string) => button(root, name).click();

/** Presses a button, by its accessible name, and waits until what it started has ended, well or not. */
export async function pressAndWait(tag: HTMLElement, name: string) {
  press(tag, name);
  await whenIdle(tag);
}

/** Submits the form of an element. */
export const submit = (tag: HTMLElement, name = 'Save') => pressAndWait(tag, name);

/** Types a code into the form of an element, and submits it. */
export async function enterCode(tag: HTMLElement, code: string) {
  enter(tag, 'Code', code);
  await submit(tag);
}

/** Signs in another user, or no one. */
export async function switchUser({ provider, logto }: Pick<Mounted, 'provider' | 'logto'>, userId: string | null) {
  const token = userId ? logto.issueToken(userId) : '';
  provider.getAccessToken = () => token;
  await provider.refresh();
  await whenLoaded(provider);
}

/** Waits until an element is no longer busy and all requests have ended. */
export async function whenIdle(tag: HTMLElement) {
  await whenRendered(tag);
  const isBusy = () => [tag, tag.shadowRoot!].some((root) => root.querySelector('[aria-busy="true"]'));
  await waitUntil(() => !isBusy(), 'It is still busy.');
  await whenAnswered(tag);
  await whenRendered(tag);
}

const { fetch } = globalThis;
let asked = 0;

globalThis.fetch = async (...request) => {
  asked += 1;
  const isOver = () => void (asked -= 1);
  try {
    const response = await fetch(...request);
    // The caller continues when it has the whole body.
    response.clone().arrayBuffer().then(isOver, isOver);
    return response;
  } catch (error) {
    isOver();
    throw error;
  }
};

/**
 * Waits until all requests have ended, including those in the background: no test may leave a request to the next. A
 * response may lead to another request, so there must be none twice in a row.
 */
export async function whenAnswered(tag?: Element) {
  const end = performance.now() + patience;
  for (let times = 0; times < 2; times = asked === 0 ? times + 1 : 0) {
    if (performance.now() > end) throw new Error('A request is still open.');
    if (tag) await whenRendered(tag);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** The texts of all alerts in an element or dialog. */
export const alertsIn = (root: Element) => allByRole(root, 'alert').map(textOf);

export const statusOf = (tag: Element) => textOf(part(tag, 'status'));

/** The accessible description of an input. */
export const descriptionOf = (input: Element) =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(/\s+/)
    .map((id) => (id && (input.getRootNode() as Document).getElementById(id)?.textContent) || '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The dialogs that are open in the page. */
export const dialogs = () => [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')];

export async function theDialog(): Promise<HTMLDialogElement> {
  await waitUntil(() => dialogs().length > 0, 'No dialog opened.');
  return dialogs()[0]!;
}

/** Waits until the dialog has closed and the requests that followed have ended. */
export async function whenDialogClosed() {
  await waitUntil(() => document.querySelector('dialog') === null, 'The dialog is still there.');
  await whenAnswered();
}

/** Presses a button of the dialog, and waits until the dialog is no longer busy. */
export async function pressInDialog(dialog: HTMLDialogElement, name: string) {
  press(dialog, name);
  const provider = dialog.parentElement as LogtoAccountProvider;
  const isBusy = () =>
    dialog.querySelector('[aria-busy="true"], li [aria-disabled="true"]') ||
    namesOf(dialog, 'button').includes('One moment…');
  await provider.updateComplete;
  await waitUntil(() => !isBusy(), 'The dialog is still busy.');
  await new Promise((resolve) => setTimeout(resolve, 30));
}

/** Enters the password into the dialog, and waits until it has closed. */
export async function giveThePassword(password = adasPassword) {
  const dialog = await theDialog();
  enter(dialog, 'Password', password);
  press(dialog, 'Confirm');
  await whenDialogClosed();
}

/** The kinds and codes of all error events from now on. */
export const errorsHeard = () => {
  const events = eventsOf(document, 'logto-error');
  return { kinds: () => events.map(({ error }) => error.kind), codes: () => events.map(({ error }) => error.code) };
};

/** The access in all `logto-access-changed` events from now on. */
export const accessHeard = () => {
  const events = eventsOf(document, 'logto-access-changed');
  return () => events.map(({ access }) => access);
};

const { now } = Date;
const elapsed = performance.now;

/** Advances `Date` and `performance`. The tenant's clock follows, unless it has its own. */
export function passTime(milliseconds: number) {
  for (const clock of [Date, performance]) {
    const before = clock.now.bind(clock);
    clock.now = () => before() + milliseconds;
  }
}

/** Sets the device's clock without advancing `performance`. */
export function setClock(ahead: number) {
  Date.now = () => now() + ahead;
}

/** A separate clock for the tenant. */
export function aClock() {
  let ahead = 0;
  return { clock: () => now() + ahead, advance: (milliseconds: number) => void (ahead += milliseconds) };
}

afterEach(() => {
  Date.now = now;
  performance.now = elapsed;
});
