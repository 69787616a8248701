import { rememberRedirect } from '../../src/redirect/pending-redirect.js';
import type { Story } from './page.js';
import { endpoint } from './endpoint.js';
import { type StandIn } from './stand-in.js';

type Prepare = NonNullable<Exclude<Story['beforeEach'], readonly unknown[]>>;

/** The user was sent away for this task, and is back before the element is there, with these parameters in the address. */
export const comesBack =
  (task: string, data: object, answer?: Record<string, string>, expiresAt = Date.now() + 60_000): Prepare =>
  ({ loaded }) => {
    const page = location.href;
    const [user] = (loaded['standIn'] as StandIn).logto.tenant.users;
    rememberRedirect({ task, endpoint, userId: user!.id }, data, { expiresAt });
    if (answer) history.replaceState(history.state, '', `?${new URLSearchParams(answer)}`);
    const callback = location.href;
    return () => {
      sessionStorage.removeItem(`logto-account-elements:${task}`);
      if (answer && location.href === callback) history.replaceState(history.state, '', page);
    };
  };
