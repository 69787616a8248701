import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Provider } from 'oidc-provider';

import type { FakeLogto } from './fake-logto.js';
import { passkeyTask } from './hosted-passkey.js';
import { createSocialTasks } from './hosted-social.js';
import { taskPage } from './hosted-task.js';
import { findVisitor } from './hosted-visitor.js';
import { messagePage } from './html-page.js';
import { isWebAddress, sendPage } from './node-http.js';

/** Logto's own pages, each for one task, below `/account`. They act for the user whose session the browser has here. */
export function createHostedPages(provider: Provider, logto: FakeLogto, origin: string) {
  const socialTask = createSocialTasks(logto, origin);

  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? '/', origin);
    const task = passkeyTask(url) ?? socialTask(url);
    const say = (status: number, message: string) => sendPage(outgoing, status, messagePage(message));
    if (!task) return say(404, 'The stand-in has no such page.');
    if (!isWebAddress(task.redirect)) {
      return say(400, 'The address has to say where to go afterwards: ?redirect=https://…');
    }
    const visitor = await findVisitor(provider, logto, incoming, outgoing);
    if (!visitor) return say(401, 'Nobody is signed in here. Go back to the application and sign in there.');
    if (!task.run || (incoming.method !== 'POST' && !task.isUnderWay)) {
      return sendPage(outgoing, 200, taskPage(task, visitor));
    }
    try {
      const next = await task.run(visitor);
      outgoing.writeHead(303, { location: new URL(next).href }).end();
    } catch (error) {
      sendPage(outgoing, 422, taskPage(task, visitor, (error as Error).message));
    }
  };
}
