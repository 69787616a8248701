import type { TemplateResult } from 'lit';

import type { LogtoMfa } from '../../components/mfa/mfa-element.js';
import '../../components/mfa/logto-mfa.js';
import { withBackupCodes, type FakeLogto, type User } from '../fake-logto/fake-logto.js';
import { totpCode } from '../fake-logto/totp.js';
import { listenToConsole } from '../helpers/console.js';
import { namesOf, part, parts, textOf } from '../helpers/read.js';
import { focused, panelOf, rowOf, textOfPart } from '../helpers/rows.js';
import {
  aTenant,
  enter,
  openPage,
  pressAndWait,
  whenIdle,
  type CredentialOptions,
  type Sent,
} from './credential-page.js';

export interface MfaOptions extends CredentialOptions {
  /** Gives Ada second factors before the page opens. */
  has?: ((user: User) => unknown)[];
  issuer?: string;
}

export type MfaPage = Awaited<ReturnType<typeof openMfa>>;

/** A `<logto-mfa>` on a stand-in tenant. */
export async function openMfa({ has = [], issuer, readonly = false, ...options }: MfaOptions = {}) {
  const { logto = aTenant(options) } = options;
  const [first] = logto.tenant.users;
  for (const give of has) give(first!);
  if (options.settings === 'none') listenToConsole(); // the missing settings are reported in the console
  const tag = document.createElement('logto-mfa');
  Object.assign(tag, { readonly, issuer });
  const page = await openPage(tag as unknown as TemplateResult, { ...options, logto });
  if (!options.stillLoading) await whenIdle(tag);
  return { ...page, tag };
}

export const valueOf = (tag: LogtoMfa, label: string) => textOfPart(rowOf(tag, label), 'value');

/** The warnings in a row. */
export const warningsIn = (tag: LogtoMfa, label: string) => warningsOf(rowOf(tag, label));

export const warningsOf = (element: Element) => [...element.querySelectorAll('[part~="warning"]')].map(textOf);

/** The key as it is shown, without the spaces. */
export const keyOf = (tag: LogtoMfa) => textOf(part(tag, 'key')).replace(/\s/g, '');

/** What an app that has got the key shows now. */
export const appCode = (tag: LogtoMfa, logto: FakeLogto) => totpCode(keyOf(tag), logto.now());

/** Six digits that the app does not show now, nor around now. */
export function wrongAppCode(tag: LogtoMfa, logto: FakeLogto): string {
  const near = [-1, 0, 1].map((steps) => totpCode(keyOf(tag), logto.now() + steps * 30_000));
  return ['111111', '222222', '333333', '444444'].find((code) => !near.includes(code))!;
}

export const codeLabel = 'Code from the app';

/** Types the code and saves. */
export async function saveCode(tag: LogtoMfa, code: string) {
  enter(tag, codeLabel, code);
  await pressAndWait(tag, 'Save');
}

/** The whole of it: opens the row, scans, types, saves. */
export async function setUpTotp({ tag, logto }: Pick<MfaPage, 'tag' | 'logto'>, name = 'Add Authenticator app') {
  await pressAndWait(tag, name);
  await saveCode(tag, appCode(tag, logto));
}

/** The backup codes in the open row, with their marks. */
export const codesOf = (tag: LogtoMfa) => parts(tag, 'code').map(textOf);

/** Opens the row and creates backup codes, or replaces them. */
export async function createCodes(tag: LogtoMfa, name = 'Create Backup codes') {
  await pressAndWait(tag, name);
  await pressAndWait(tag, namesOf(panelOf(tag), 'button')[0]!);
}

/** The unused codes that Logto has of this user, set by set. */
export const storedCodes = (user: User) =>
  user.mfaVerifications.flatMap((factor) =>
    factor.type === 'BackupCode' ? [factor.codes.filter(({ usedAt }) => !usedAt).map(({ code }) => code)] : [],
  );

/** Gives a user ten backup codes, so many of them used. */
export const withUsed = (used: number) => (user: User) => withBackupCodes(user, { used });

export const idsOfCodes = (user: User) =>
  user.mfaVerifications.filter(({ type }) => type === 'BackupCode').map(({ id }) => id);

export const factorsOf = (user: User) => user.mfaVerifications.map(({ type }) => type);

/** The write requests for second factors, as `METHOD path` below the account. */
export const factorLines = (sent: Sent[]) =>
  sent
    .filter(({ path }) => path.startsWith('/api/my-account/mfa'))
    .map(({ method, path }) => `${method} ${path.replace('/api/my-account/', '')}`);

/** The bodies of requests to a path. */
export const bodiesOf = (sent: Sent[], method: string, path: RegExp) =>
  sent.filter((each) => each.method === method && path.test(each.path)).map(({ body }) => body);

/** The accessible name of the focused element. */
export function focusName(tag: LogtoMfa): string {
  const element = focused(tag);
  if (!element || element === document.body) return 'nothing';
  if (element.part.contains('list')) return 'the list';
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
  return element.getAttribute('aria-label') ?? textOf(label ?? element);
}

/** Captures what is written to the clipboard; `fails` as without permission. */
export function stubClipboard({ fails = false } = {}) {
  const copied: string[] = [];
  const writeText = async (text: string) => {
    if (fails) throw new DOMException('No.', 'NotAllowedError');
    copied.push(text);
  };
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  return copied;
}

afterEach(() => void Reflect.deleteProperty(navigator, 'clipboard'));
