import { setupWorker } from 'msw/browser';

import { FakeLogto } from '../../test/fake-logto/fake-logto.js';
import { newId } from '../../test/fake-logto/ids.js';
import { handlersFor } from '../../test/fake-logto/msw.js';
import type { Access } from '../../test/fake-logto/tenant-types.js';
import { adaLovelace, charlesBabbage, type User } from '../../test/fake-logto/users.js';

/** Where the stand-in answers. The address is nobody's, so what it does not answer goes nowhere. */
export const endpoint = 'https://tenant.logto.example';

const worker = setupWorker();

/** Answers requests in the page itself; whatever else would leave it is an error. */
export const startWorker = async () => {
  await worker.start({
    quiet: true,
    serviceWorker: { url: './mockServiceWorker.js' },
    onUnhandledRequest: ({ url }, { error }) => new URL(url).origin !== location.origin && error(),
  });
};

/** The args of every story: what the tenant allows, and what it and the page are like. */
export interface TenantArgs {
  name: Access;
  avatar: Access;
  profile: Access;
  customData: Access;
  username: Access;
  email: Access;
  phone: Access;
  password: Access;
  /** Whether the page supplies the tenant's settings. Logto shows them to no other origin. */
  settings: boolean;
  signedIn: boolean;
  /** Whether the account center is switched on. */
  enabled: boolean;
  /** Whether the tenant can store pictures. */
  storage: boolean;
  /** The scopes of the access token; all of them where there is no list. */
  scopes?: string[];
  /** What the user has other than Ada Lovelace. */
  user?: Partial<User>;
}

const access = {
  control: 'inline-radio',
  options: ['Off', 'ReadOnly', 'Edit'],
  table: { category: 'Tenant' },
} as const;
const tenant = { control: 'boolean', table: { category: 'Tenant' } } as const;

export const tenantArgTypes = {
  name: access,
  avatar: access,
  profile: access,
  customData: access,
  username: access,
  email: access,
  phone: access,
  password: access,
  settings: tenant,
  signedIn: tenant,
  enabled: tenant,
  storage: tenant,
  scopes: { control: 'object', table: { category: 'Tenant' } },
  user: { control: 'object', table: { category: 'Tenant' } },
} as const;

export const everythingMayBeEdited: TenantArgs = {
  name: 'Edit',
  avatar: 'Edit',
  profile: 'Edit',
  customData: 'Edit',
  username: 'Edit',
  email: 'Edit',
  phone: 'Edit',
  password: 'Edit',
  settings: true,
  signedIn: true,
  enabled: true,
  storage: true,
};

/** A tenant for one story, and the session of its user. */
export interface StandIn {
  logto: FakeLogto;
  /** Empty while nobody is signed in. */
  token: string;
  signIn(): void;
  signOut(): void;
}

/** Makes the tenant and lets it answer, in place of the one of the story before. */
export function standIn(args: TenantArgs, prepare: (logto: FakeLogto) => void = () => undefined): StandIn {
  const { name, avatar, profile, customData, username, email, phone, password } = args;
  const { enabled, storage, scopes, user, signedIn } = args;
  // With an id of their own, so that who they are is not proved by what was entered in the story before.
  const ada = { ...adaLovelace(), id: newId(12), ...user };
  const logto = new FakeLogto({
    enabled,
    storage,
    fields: { name, avatar, profile, customData, username, email, phone, password },
    users: [ada, charlesBabbage()],
  });
  prepare(logto);
  worker.resetHandlers(...handlersFor(logto, endpoint));
  const session: StandIn = {
    logto,
    token: '',
    signIn: () => void (session.token = logto.issueToken(ada.id, scopes ? { scopes } : {})),
    signOut: () => void (session.token = ''),
  };
  if (signedIn) session.signIn();
  return session;
}
