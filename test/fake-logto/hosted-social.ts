import type { FakeLogto } from './fake-logto.js';
import type { Task } from './hosted-task.js';
import { ask } from './hosted-visitor.js';
import { newId } from './ids.js';

type Kind = 'link' | 'change' | 'remove';

/** A user who is at the provider. */
interface Leave {
  task: Task;
  kind: Kind;
  verificationRecordId: string;
}

const startPath = /^\/account\/social\/([\w-]+)(?:\/(change|remove))?$/;
const callbackPath = /^\/account\/callback\/social\/[\w-]+$/;

/** Links, replaces and unlinks social accounts. The provider sends people back to Logto's own origin. */
export function createSocialTasks(logto: FakeLogto, origin: string): (url: URL) => Task | undefined {
  const away = new Map<string, Leave>();

  const start = (task: Task, connectorId: string, kind: Exclude<Kind, 'remove'>): Task['run'] => {
    return async (visitor) => {
      const state = newId();
      const redirectUri = `${origin}/account/callback/social/${connectorId}`;
      const { verificationRecordId, authorizationUri } = await ask<Record<string, string>>(
        logto,
        visitor,
        'POST',
        `${origin}/api/verifications/social`,
        { connectorId, state, redirectUri },
      );
      away.set(state, { task, kind, verificationRecordId: verificationRecordId ?? '' });
      return authorizationUri ?? '';
    };
  };

  const finish = (url: URL): Task | undefined => {
    const state = url.searchParams.get('state') ?? '';
    const leave = away.get(state);
    if (!leave) return undefined;
    const { task, kind, verificationRecordId } = leave;
    return {
      ...task,
      isUnderWay: true,
      async run(visitor) {
        away.delete(state);
        const redirectUri = url.origin + url.pathname;
        const connectorData = { ...Object.fromEntries(url.searchParams), redirectUri };
        const verification = { verificationRecordId, connectorData };
        await ask(logto, visitor, 'POST', `${origin}/api/verifications/social/verify`, verification);
        await ask(logto, visitor, kind === 'link' ? 'POST' : 'PUT', `${origin}/api/my-account/identities`, {
          newIdentifierVerificationRecordId: verificationRecordId,
        });
        return task.redirect;
      },
    };
  };

  return (url) => {
    if (callbackPath.test(url.pathname)) return finish(url);
    const [, id, path = 'link'] = startPath.exec(url.pathname) ?? [];
    const connector = logto.tenant.signInExperience.socialConnectors.find((candidate) => candidate.id === id);
    if (!connector) return undefined;
    const kind = path as Kind;
    const name = connector.name?.en ?? connector.target;
    const task: Task = {
      title: { link: `Link ${name}`, change: `Change ${name} account`, remove: `Unlink ${name}` }[kind],
      action: kind === 'remove' ? 'Unlink' : `Continue to ${name}`,
      address: url.pathname + url.search,
      redirect: url.searchParams.get('redirect') ?? '',
    };
    const unlink: Task['run'] = async (visitor) => {
      await ask(logto, visitor, 'DELETE', `${origin}/api/my-account/identities/${connector.target}`);
      return task.redirect;
    };
    return { ...task, run: kind === 'remove' ? unlink : start(task, connector.id, kind) };
  };
}
