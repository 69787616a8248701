import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';

import { accountHandler, settingsHandler } from '../../src/server/index.js';
import { FakeLogto } from '../../test/fake-logto/fake-logto.js';
import { managementApplication } from '../../test/fake-logto/management/data.js';
import { startFakeLogtoServer } from '../../test/fake-logto/server.js';
import { startMockSocialProvider, useSocialProvider } from '../../test/fake-logto/social-provider.js';
import { servePages } from '../../test/tools/pages.js';
import { readArguments, type DemoArguments } from './arguments.js';

const demoApp = 'demo-app';

/** Where the page's own server answers what Logto's Account API cannot do. */
const accountApi = '/account-api';

/** Where it answers with the public settings of the tenant, which browsers may not read from another origin. */
const settings = '/logto-settings';

/** Serves the demo page against the tenant that was given, or against a stand-in. */
async function start({ tenant, port }: DemoArguments): Promise<void> {
  const standIn = tenant ? undefined : await startStandIn();
  const { endpoint, appId } = tenant ?? { endpoint: standIn?.origin ?? '', appId: demoApp };
  const pages = await servePages({
    root: fileURLToPath(new URL('.', import.meta.url)),
    values: () => ({
      ENDPOINT: endpoint,
      APP_ID: appId,
      ACCOUNT_API: standIn ? accountApi : '',
      SETTINGS: settings,
      OUTBOX: standIn ? `${endpoint}/outbox` : '',
    }),
    routes: {
      [settings]: settingsHandler({ endpoint, maxAge: 10 }),
      ...(standIn && { [accountApi]: layerOf(endpoint) }),
    },
    port,
    live: true,
  });
  const address = `${pages.origin}/`;

  if (standIn) {
    const application = standIn.logto.tenant.applications.find(({ id }) => id === demoApp);
    for (const page of [address, `${address}account.html`, `${address}cdn.html`]) {
      application?.redirectUris.push(page);
      application?.postLogoutRedirectUris.push(page);
    }
    const [user] = standIn.logto.tenant.users;
    console.log(`The demo page is at ${address}`);
    console.log(`The stand-in tenant is at ${endpoint}, in memory only`);
    console.log(`Sign in as ${user?.username} with the password ${user?.password}`);
    console.log(`Its social connectors lead to a mock provider at ${standIn.socialOrigin}`);
    console.log(`Codes that it would send by email or SMS: ${endpoint}/outbox`);
  } else {
    console.log(`The demo page is at ${address}`);
    console.log(`Its tenant is ${endpoint}, application ${appId}`);
    console.log(
      `Register there, as redirect URIs and as post sign-out redirect URIs: ${address} and ${address}account.html`,
    );
  }
  console.log('Press Ctrl-C to end');

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void Promise.all([pages.close(), standIn?.close()]).finally(() => process.exit());
    });
  }
  if (process.stdout.isTTY && !process.env.CI) openBrowser(address);
}

/** Everything is on. The account is deleted at once: the stand-in forgets everybody anyway when it ends. */
const layerOf = (endpoint: string) =>
  accountHandler({
    endpoint,
    appId: demoApp,
    management: { appId: managementApplication.id, appSecret: managementApplication.secret },
    basePath: accountApi,
    enable: {
      deleteAccount: true,
      personalAccessTokens: true,
      organizations: true,
      signInHistory: true,
      dataExport: true,
    },
    onAudit: ({ type, userId }) => console.log(`${type} (${userId})`),
  });

// `localhost` rather than an IP address, because passkeys do not work on one.
async function startStandIn() {
  let port = 3001;
  while (await isTaken(port)) port += 1;
  const logto = new FakeLogto();
  const [server, provider] = await Promise.all([
    startFakeLogtoServer({ logto, host: 'localhost', port }),
    startMockSocialProvider(),
  ]);
  useSocialProvider(logto.tenant, provider);
  return {
    logto,
    origin: server.origin,
    socialOrigin: provider.origin,
    close: () => Promise.all([server.close(), provider.close()]),
  };
}

/** Asks instead of trying to listen: some systems let two servers listen on the two addresses of `localhost`. */
async function isTaken(port: number): Promise<boolean> {
  const socket = connect({ port, host: 'localhost' });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function openBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', url],
  };
  const [command, ...args] = commands[process.platform] ?? ['xdg-open', url];
  // Where there is no browser to open, the printed address has to do.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

let demoArguments: DemoArguments;
try {
  demoArguments = readArguments(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}
await start(demoArguments);
