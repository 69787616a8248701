import { setupWorker } from 'msw/browser';

import { beginLayer, endLayer, type LayerOptions } from '../../test/fake-logto/account-layer.js';
import { FakeLogto } from '../../test/fake-logto/fake-logto.js';
import { newId } from '../../test/fake-logto/ids.js';
import { handlersFor } from '../../test/fake-logto/msw.js';
import { adaLovelace, charlesBabbage } from '../../test/fake-logto/users.js';
import { endpoint } from './endpoint.js';
import { disturb } from './faults.js';
import { makeUser } from './people.js';
import { ofFields, type TenantArgs } from './tenant-args.js';

const worker = setupWorker();

/** Answers requests in the page itself; whatever else would leave it is an error. */
export const startWorker = async () => {
  await worker.start({
    quiet: true,
    serviceWorker: { url: './mockServiceWorker.js' },
    onUnhandledRequest: ({ url }, { error }) => new URL(url).origin !== location.origin && error(),
  });
};

/** A tenant for one story, and the session of its user. */
export interface StandIn {
  logto: FakeLogto;
  /** Empty while nobody is signed in. */
  token: string;
  signIn(): void;
  signOut(): void;
}

/** What is special about the layer of a story's page. */
export type LayerOfStory = Pick<LayerOptions, 'beforeDelete' | 'loses'>;

/** Makes the tenant and lets it answer, in place of the one of the story before. */
export function standIn(
  args: TenantArgs,
  prepare: (logto: FakeLogto) => void = () => undefined,
  ofLayer: LayerOfStory = {},
): StandIn {
  const { enabled, storage, devFeatures, deleteAccountUrl, scopes, person, user, signedIn } = args;
  // With an id of their own, so that who they are is not proved by what was entered in the story before.
  const ada = { ...adaLovelace(), id: newId(12) };
  const logto = new FakeLogto({
    enabled,
    storage,
    devFeatures,
    deleteAccountUrl,
    fields: ofFields((field) => args[field]),
    signInExperience: { passkeySignIn: { enabled: args.passkeySignIn } },
    mfa: { factors: args.factors, policy: args.mfaPolicy },
    users: [ada, charlesBabbage()],
  });
  makeUser(logto, person);
  Object.assign(ada, user);
  disturb(logto, args);
  prepare(logto);
  endLayer();
  const layer = args.layer
    ? [beginLayer({ logto, at: endpoint, enable: args.layer, onError: () => undefined, ...ofLayer })]
    : [];
  worker.resetHandlers(...layer, ...handlersFor(logto, endpoint));
  const session: StandIn = {
    logto,
    token: '',
    signIn: () => void (session.token = logto.issueToken(ada.id, scopes ? { scopes } : {})),
    signOut: () => void (session.token = ''),
  };
  if (signedIn) session.signIn();
  return session;
}
