import type { TemplateResult } from 'lit';

import '../../components/passkeys/logto-passkeys.js';
import type { LogtoPasskeys } from '../../components/passkeys/passkeys-element.js';
import type { FakeLogto, User } from '../fake-logto/fake-logto.js';
import { withPasskey } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { labelsOf } from '../helpers/rows.js';
import {
  aTenant,
  answerWith,
  enter,
  openPage,
  pressAndWait,
  whenIdle,
  type CredentialOptions,
  type Sent,
} from './credential-page.js';

export interface PasskeysOptions extends CredentialOptions {
  /** Names of the passkeys that Ada has, and what else she has. */
  has?: (string | ((user: User) => unknown))[];
  mode?: LogtoPasskeys['mode'];
}

export type PasskeysPage = Awaited<ReturnType<typeof openPasskeys>>;

let tenants = 0;

/** At the page's own host, where browsers let it create passkeys for Logto. Each test has its own, as always. */
export const anEndpointHere = () => `http://localhost:${41_000 + (tenants += 1)}`;

/** A `<logto-passkeys>` on a stand-in tenant at the page's own host. */
export async function openPasskeys({ has = [], mode, readonly = false, ...options }: PasskeysOptions = {}) {
  const { logto = aTenant({ webauthnRelatedOrigins: [], ...options }) } = options;
  const [first] = logto.tenant.users;
  for (const one of has) give(first!, one);
  if (options.settings === 'none') listenToConsole(); // the missing settings are reported in the console
  const tag = document.createElement('logto-passkeys');
  Object.assign(tag, { readonly }, mode && { mode });
  const page = await openPage(tag as unknown as TemplateResult, { at: anEndpointHere(), ...options, logto });
  const verifying = trustBrowser(logto);
  if (!options.stillLoading) {
    await whenIdle(tag);
    await import('../../src/device/browser-name.js'); // which the tag loads when there is something to name
    await whenIdle(tag);
  }
  return { ...page, tag, verifying };
}

export const give = (user: User, what: string | ((user: User) => unknown)) =>
  typeof what === 'string' ? withPasskey(user, { name: what }) : what(user);

/** The tenant takes every credential for genuine: those of `stubBrowser` are not. */
function trustBrowser(logto: FakeLogto) {
  const verifying: { answer?: (() => Response | undefined) | undefined } = {};
  answerWith(logto, /registration\/verify$/, async (request) => {
    const answer = verifying.answer?.();
    if (answer) return answer;
    const body = (await request.json()) as { verificationRecordId: string; payload: { id: string } };
    const { verificationRecordId, payload } = body;
    const record = logto.tenant.verificationRecords.find(({ id }) => id === verificationRecordId);
    if (!record?.webAuthn || record.expiresAt <= logto.now()) return undefined;
    const { id: credentialId } = payload;
    const { rpId } = record.webAuthn;
    const agent = navigator.userAgent;
    record.webAuthn.credential = { credentialId, publicKey: 'key', counter: 0, transports: ['internal'], agent, rpId };
    record.verified = true;
    return Response.json({ verificationRecordId });
  });
  return verifying;
}

/** The id of the credential that `stubBrowser` has created last, by which it can be found again. */
export const credentialId = (count = 1) => `credential-${String(count).padStart(5, '0')}`;

/** WebKitGTK has no passkeys; the stub is enough there. */
if (!('credentials' in navigator)) {
  Object.defineProperty(navigator, 'credentials', { value: {} });
  Object.assign(globalThis, { PublicKeyCredential: class {} });
}

/** Stubs the browser: creates passkeys, or does what the test says. */
export function stubBrowser(create: () => unknown = () => undefined) {
  const asked: PublicKeyCredentialCreationOptions[] = [];
  const bytes = new TextEncoder().encode('{}').buffer;
  Object.defineProperty(navigator.credentials, 'create', {
    configurable: true,
    writable: true,
    value: async ({ publicKey }: { publicKey: PublicKeyCredentialCreationOptions }) => {
      asked.push(publicKey);
      await create();
      return {
        id: credentialId(asked.length),
        rawId: bytes,
        type: 'public-key',
        response: { attestationObject: bytes, clientDataJSON: bytes, getTransports: () => ['internal'] },
        getClientExtensionResults: () => ({}),
        authenticatorAttachment: 'platform',
      };
    },
  });
  return { asked, instead: (other: () => unknown) => void (create = other) };
}

/** The browser fails as browsers do. */
export const throwing =
  (name: string, message = 'Words of the browser.') =>
  () => {
    throw new DOMException(message, name);
  };

export const addName = 'Add a passkey';

/** Opens the row for a new passkey. */
export async function startAdding(options: PasskeysOptions = {}) {
  const browser = stubBrowser();
  const page = await openPasskeys(options);
  await pressAndWait(page.tag, addName);
  return { ...page, browser };
}

/** Opens the row for a new name, and types it. */
export async function rename(tag: LogtoPasskeys, from: string, to: string) {
  await pressAndWait(tag, `Rename ${from}`);
  enter(tag, 'Name', to);
  await pressAndWait(tag, 'Save');
}

export const passkeysOf = (user: User) =>
  user.mfaVerifications.flatMap((factor) => (factor.type === 'WebAuthn' ? [factor] : []));

/** The rows that are passkeys. */
export const namesIn = (tag: LogtoPasskeys) =>
  labelsOf(tag).filter((label) => !/passkey$|^Suggest passkeys$/.test(label) || label === 'Unnamed passkey');

export const readsOf = (logto: FakeLogto, path: string) =>
  logto.requests.filter((request) => request.method === 'GET' && request.path.endsWith(path)).length;

/** The write requests without verification, as `METHOD path` below the API. */
export const linesSent = (sent: Sent[]) =>
  sent
    .filter(({ path }) => !path.endsWith('/verifications/password'))
    .map(({ method, path }) => `${method} ${path.replace(/^\/api\/(my-account\/)?/, '')}`);

/** The pending redirect in the tab's storage. */
export const remembered = () => JSON.parse(sessionStorage.getItem(rememberedKey) ?? 'null') as unknown;
export const rememberedKey = 'logto-account-elements:passkey/add';

/** A browser that knows no passkeys. */
export function forgetWebAuthn() {
  const { PublicKeyCredential } = globalThis;
  Object.defineProperty(globalThis, 'PublicKeyCredential', { value: undefined, configurable: true, writable: true });
  leaving.push(() => Object.assign(globalThis, { PublicKeyCredential }));
}

const leaving: (() => void)[] = [];

afterEach(() => {
  Reflect.deleteProperty(navigator.credentials, 'create');
  sessionStorage.clear();
  leaving.splice(0).forEach((undo) => undo());
});
