import type { ReactiveController, ReactiveElement } from 'lit';

import type { AccountController } from '../../src/controllers/account-controller.js';
import { ReturnController } from '../../src/controllers/return-controller.js';
import { amendRedirect, peekRedirect } from '../../src/redirect/pending-redirect.js';
import { socialTask } from '../../src/redirect/tasks.js';
import { callbackIn, isOurs, type CallbackParameters } from '../../src/redirect/link-callback.js';
import { isPendingLink, type EmbeddedLink, type PendingLink } from './social-panel.js';

export interface SocialReturnOptions {
  account: AccountController;
  /** The address that the page says is registered at the providers, if it says so. */
  registered: () => string | undefined;
  back: (link: PendingLink, answer: { callback: CallbackParameters | undefined; hasExpired: boolean }) => void;
  /** The user came with an answer that nobody waits for: it was used before, or another tab or user has asked for it. */
  stray: () => void;
}

/**
 * Takes up linking when the user is back from the provider. The provider's answer is taken out of the address as soon
 * as the element is there, so that nothing else in the page uses or keeps it.
 */
export class SocialReturnController implements ReactiveController {
  readonly #options: SocialReturnOptions;

  constructor(host: ReactiveElement, options: SocialReturnOptions) {
    host.addController(this);
    this.#options = options;
    const { account, back, stray } = options;
    new ReturnController(host, {
      task: socialTask,
      account,
      isOpen: (data) => isEmbedded(data) && !data.isAnswered && answers.size === 0 && !answerTo(data),
      stray: {
        isThere: () => strays().length > 0 || this.#foreign !== undefined,
        take: () => this.#takeStrays(stray),
      },
      back: ({ data, hasExpired }) => {
        if (!isPendingLink(data)) return;
        const callback = isEmbedded(data) ? (takeAnswer(data) ?? answerTo(data)) : undefined;
        if (callback) cleanAddress(data as EmbeddedLink);
        back(data, { callback, hasExpired });
      },
    });
  }

  hostConnected() {
    const callback = callbackIn(new URL(location.href));
    if (!callback) return;
    const pending = peekLink();
    const { state } = callback;
    const isAtPage = isAt(pending?.redirectUri) || isAt(this.#options.registered());
    // One with another state may be the end of a sign-in, which comes first.
    if (state !== pending?.state && !isOurs(state) && !(isAtPage && !state && !callback['iss'])) return;
    answers.set(state ?? '', callback);
    // What is in memory is lost when the user has to sign in first; then that has to be said.
    if (pending && state === pending.state) amendRedirect(socialTask, { ...pending, isAnswered: true });
    cleanAddress(pending ?? { redirectUri: this.#options.registered() });
  }

  /** An answer in the address that is to nobody's question, at a page that is there for answers. Logto signs its own. */
  get #foreign(): CallbackParameters | undefined {
    const callback = isAt(this.#options.registered()) ? callbackIn(new URL(location.href)) : undefined;
    return callback && !callback['iss'] && !peekLink() ? callback : undefined;
  }

  #takeStrays(tell: () => void) {
    if (this.#foreign) cleanAddress({ redirectUri: this.#options.registered() });
    for (const state of strays()) answers.delete(state);
    tell();
  }
}

/** By state. Any element takes an answer out of the address, and the one of the tenant that it is for uses it. */
const answers = new Map<string, CallbackParameters>();

function takeAnswer({ state }: EmbeddedLink): CallbackParameters | undefined {
  const answer = answers.get(state) ?? [...answers.values()][0];
  answers.clear();
  return answer;
}

/** The states of the answers that nobody waits for. */
const strays = () => [...answers.keys()].filter((state) => state !== peekLink()?.state);

const isEmbedded = (data: unknown): data is EmbeddedLink => isPendingLink(data) && data.kind === 'embedded';

function peekLink(): EmbeddedLink | undefined {
  const data = peekRedirect(socialTask);
  return isEmbedded(data) ? data : undefined;
}

/** An answer with another state may be meant for somebody else, unless the page is the one that the provider was given. */
const answerTo = ({ redirectUri }: EmbeddedLink) =>
  isAt(redirectUri) ? callbackIn(new URL(location.href)) : undefined;

const isAt = (address: string | undefined) => address !== undefined && pageOf(address) === pageOf(location.href);

/** Where the user was, if that is this page; else the address that the provider was given. */
function cleanAddress({ page, redirectUri }: { page?: string; redirectUri: string | undefined }) {
  const here = pageOf(location.href);
  const clean = new URL(redirectUri !== undefined && isAt(redirectUri) ? redirectUri : here);
  clean.hash = location.hash === '#_=_' ? '' : location.hash; // Facebook's
  history.replaceState(history.state, '', page !== undefined && isAt(page) ? page : clean);
}

function pageOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}
