import type { TemplateResult } from 'lit';

import type { LogtoSocialLinks } from '../../components/social-links/social-links-element.js';
import '../../components/social-links/logto-social-links.js';
import { ada, type FakeLogto, type User } from '../fake-logto/fake-logto.js';
import { newId } from '../fake-logto/ids.js';
import { listenToConsole } from '../helpers/console.js';
import { eventsOf } from '../helpers/next-event.js';
import { whenRendered } from '../helpers/mount.js';
import { part } from '../helpers/read.js';
import {
  anEndpoint,
  aTenant,
  errorsHeard,
  openPage,
  whenIdle,
  type CredentialOptions,
  type Sent,
} from './credential-page.js';

export interface SocialOptions extends CredentialOptions {
  /** What Ada has linked. */
  linked?: User['identities'];
  mode?: LogtoSocialLinks['mode'];
  callbackUri?: string;
  /** The property `connectors` of the tag. */
  providers?: LogtoSocialLinks['connectors'];
}

export type SocialPage = Awaited<ReturnType<typeof openSocial>>;

/** A `<logto-social-links>` on a stand-in tenant, with Mock Social, GitHub and Google. */
export async function openSocial(options: SocialOptions = {}) {
  const { linked, mode, callbackUri, providers, readonly = false, logto = aTenant(options), ...rest } = options;
  if (linked) logto.tenant.users[0]!.identities = linked;
  if (options.settings === 'none') listenToConsole(); // the missing settings are reported in the console
  const tag = document.createElement('logto-social-links');
  Object.assign(tag, { readonly }, mode && { mode }, callbackUri && { callbackUri });
  if (providers !== undefined) tag.connectors = providers;
  const page = await openPage(tag as unknown as TemplateResult, { ...rest, logto });
  if (!options.stillLoading) await whenIdle(tag);
  return { ...page, tag };
}

export const github: User['identities'] = {
  github: { userId: '42', details: { id: '42', name: 'Augusta King', email: 'augusta@github.example' } },
};

/** What leaves nothing to prove one's identity with. */
export const withoutMethods = { password: null, primaryEmail: null, primaryPhone: null } satisfies Partial<User>;

/** The write requests without verification, as `METHOD path` below the API. */
export const linesSent = (sent: Sent[]) =>
  sent
    .filter(({ path }) => !path.endsWith('/verifications/password'))
    .map(({ method, path }) => `${method} ${path.replace('/api/', '')}`);

/** The user's identities, as `provider account`. */
export const identitiesOf = (user: User) =>
  Object.entries(user.identities).map(([target, { userId }]) => `${target} ${userId}`);

const key = 'logto-account-elements:social';

/** The pending redirect in the tab's storage. */
export const remembered = () => JSON.parse(sessionStorage.getItem(key) ?? 'null') as Remembered | null;
export const leave = (text: string) => sessionStorage.setItem(key, text);

export interface Remembered {
  owner: { task: string; endpoint: string; userId: string };
  expiresAt: number;
  data: Record<string, unknown>;
}

/** Replaces the URL of the page. */
export const goTo = (address: string) => history.replaceState(history.state, '', address);

/** GitHub's responses in the URL. The stand-in accepts any code, with the account that it belongs to. */
export const answers = {
  grace: { code: 'c0de-from-github', userId: 'grace', name: 'Grace Hopper', email: 'grace@social.example' },
  cancelled: { error: 'access_denied' },
  failed: { error: 'server_error', error_description: 'Words of the provider.' },
};

export interface Return extends SocialOptions {
  /** The parameters that the provider adds besides the state; none if the user returns without a response. */
  answer?: Record<string, string> | undefined;
  /** The state that comes with it. */
  state?: string;
  /** How the pending redirect differs. */
  data?: Record<string, unknown>;
  /** Whose it is, if not Ada’s. */
  owner?: Partial<Remembered['owner']>;
  /** Where the user was. */
  from?: string;
  /** When they left. */
  leftAt?: number;
}

/** Ada returns from GitHub, where she started to link an account, to a reloaded page. */
export async function comeBack({
  data,
  owner,
  state,
  from = '/account?tab=social#links',
  leftAt = Date.now(),
  ...options
}: Return = {}) {
  const answer = 'answer' in options ? options.answer : answers.grace;
  const { logto = aTenant(options), at = anEndpoint() } = options;
  const { id } = aSocialRecord(logto);
  const { pathname, href: page } = new URL(from, location.href);
  const pending = {
    kind: 'embedded',
    target: 'github',
    state: `state-${newId()}`,
    verificationRecordId: id,
    redirectUri: location.origin + pathname,
    isReplacement: options.linked?.['github'] !== undefined,
    page,
    ...data,
  };
  const whose = { task: 'social', endpoint: at, userId: ada, ...owner };
  leave(JSON.stringify({ owner: whose, expiresAt: leftAt + 600_000, data: pending }));
  const query = new URLSearchParams({ ...answer, state: state ?? pending.state });
  goTo(answer ? `${pathname}?${query}` : from);
  return { ...(await openSocial({ ...options, logto, at })), pending, at };
}

/** Comes back, with the errors and changes that the page has heard of. */
export async function comeBackListening(options: Return = {}) {
  const errors = errorsHeard();
  const updates = eventsOf(document, 'logto-social-links-updated');
  return { ...(await comeBack(options)), errors, updates };
}

/** A social account at GitHub that is being confirmed. */
function aSocialRecord({ tenant, now }: FakeLogto) {
  const { id: connectorId, target } = tenant.signInExperience.socialConnectors.find(
    (each) => each.target === 'github',
  )!;
  const record = {
    id: newId(),
    type: 'Social' as const,
    verified: false,
    expiresAt: now() + 600_000,
    social: { connectorId, target },
  };
  tenant.verificationRecords.push(record);
  return record;
}

/** The address of the page, without its origin. */
export const address = () => location.href.replace(location.origin, '');

/** The pictures of providers in the tag, as the browser has them. */
export const logosOf = (tag: LogtoSocialLinks) =>
  [...tag.shadowRoot!.querySelectorAll<HTMLImageElement>('[part~="logo"]')].filter((logo) => logo.checkVisibility());

export const pressConfirm = async (tag: LogtoSocialLinks) => {
  part(tag, 'confirm').click();
  await whenRendered(tag);
  await whenIdle(tag);
};

const undoing: (() => void)[] = [];
const here = location.href;

afterEach(() => {
  undoing.splice(0).forEach((undo) => undo());
  sessionStorage.clear();
  goTo(here);
});
