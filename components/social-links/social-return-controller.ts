import type { ReactiveController, ReactiveElement } from 'lit';

import type { AccountController } from '../../src/controllers/account-controller.js';
import { ReturnController } from '../../src/controllers/return-controller.js';
import { peekRedirect } from '../../src/redirect/pending-redirect.js';
import { socialTask } from '../../src/redirect/tasks.js';
import { callbackIn, type CallbackParameters } from '../../src/social/link-callback.js';
import { isPendingLink, type EmbeddedLink, type PendingLink } from './social-panel.js';

export interface SocialReturnOptions {
  account: AccountController;
  back: (link: PendingLink, answer: { callback: CallbackParameters | undefined; hasExpired: boolean }) => void;
}

/**
 * Takes up linking when the user is back from the provider. The provider's answer is taken out of the address as soon
 * as the tag is there, so that nothing else in the page uses or keeps it.
 */
export class SocialReturnController implements ReactiveController {
  constructor(host: ReactiveElement, { account, back }: SocialReturnOptions) {
    host.addController(this);
    new ReturnController(host, {
      task: socialTask,
      account,
      back: ({ data, hasExpired }) => {
        if (!isPendingLink(data)) return;
        const callback = takeAnswer(data) ?? (isAt(data) ? callbackIn(new URL(location.href)) : undefined);
        if (callback && data.kind === 'embedded') cleanAddress(data);
        back(data, { callback, hasExpired });
      },
    });
  }

  hostConnected() {
    const pending = peekRedirect(socialTask);
    const callback = callbackIn(new URL(location.href));
    if (!isPendingLink(pending) || pending.kind !== 'embedded' || !callback) return;
    if (callback['state'] !== pending.state) return;
    answers.set(pending.state, callback);
    cleanAddress(pending);
  }
}

/** By state. Any tag takes an answer out of the address, and the one of the tenant that it is for uses it. */
const answers = new Map<string, CallbackParameters>();

function takeAnswer(pending: PendingLink): CallbackParameters | undefined {
  if (pending.kind !== 'embedded') return undefined;
  const answer = answers.get(pending.state);
  answers.delete(pending.state);
  return answer;
}

/** An answer with another state may be meant for somebody else, unless the page is the one that the provider was told. */
const isAt = (pending: PendingLink) =>
  pending.kind === 'embedded' && pageOf(pending.redirectUri) === pageOf(location.href);

/** Where the user was, if that is this page; else the address that the provider was told. */
function cleanAddress({ page, redirectUri }: EmbeddedLink) {
  const here = pageOf(location.href);
  const clean = new URL(pageOf(redirectUri) === here ? redirectUri : here);
  clean.hash = location.hash;
  history.replaceState(history.state, '', pageOf(page) === here ? page : clean);
}

function pageOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}
