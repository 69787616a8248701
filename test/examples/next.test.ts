import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FakeLogto } from '../fake-logto/fake-logto.js';
import { managementApplication } from '../fake-logto/management/data.js';
import { startFakeLogtoServer } from '../fake-logto/server.js';
import { appId, startStage, type Visit } from '../e2e/harness.js';
import type { Pages } from '../tools/pages.js';
import { askTheLayer } from './ask-the-layer.js';
import { changeTheName } from './change-the-name.js';
import { freePort } from './free-port.js';
import { watchJumps } from './jumps.js';
import { copyExample, install, npm } from './project.js';
import { serveCommand } from './serve-command.js';

const host = '127.0.0.1';
let port = 0;
let env: Record<string, string> = {};
let example: ReturnType<typeof copyExample>;

before(async () => {
  port = await freePort(host);
  env = {
    NEXT_PUBLIC_LOGTO_ENDPOINT: `http://${host}:${port}`,
    NEXT_PUBLIC_LOGTO_APP_ID: appId,
    LOGTO_M2M_APP_ID: managementApplication.id,
    LOGTO_M2M_APP_SECRET: managementApplication.secret,
  };
  example = copyExample('next');
  install(example.folder);
  npm(example.folder, ['run', 'build'], env);
});

after(() => example?.remove());

const serve = (script: 'start' | 'dev') =>
  serveCommand(example.folder, ['node_modules/next/dist/bin/next', script], env);

/** Opens the page, which has to work without a word in the console. */
async function visit(pages: Pages, run: (visit: Visit) => Promise<void>): Promise<void> {
  const stage = await startStage({ pages });
  try {
    await stage.visit(
      async (visit) => {
        visit.problems.expect(/favicon\.ico/);
        // The development server compiles a route when it is asked for the first time, which takes longer than elements wait.
        await fetch(`${visit.site}/logto-settings`);
        await visit.open('/');
        await run(visit);
        assert.deepEqual(visit.problems.warnings, []);
      },
      { port, host },
    );
  } finally {
    await stage.close();
  }
}

test('in Next.js, the server renders the elements with their attributes, for the browser to fill', async () => {
  const pages = await serve('start');
  try {
    const html = await (await fetch(pages.origin)).text();
    const [, provider = '', inside = ''] =
      /<logto-account-provider([^>]*)>(.*)<\/logto-account-provider>/.exec(html) ?? [];
    assert.match(provider, new RegExp(` endpoint="http://${host}:${port}"`));
    assert.match(provider, new RegExp(` app-id="${appId}"`));
    assert.equal(inside, '<logto-sign-in></logto-sign-in><logto-profile></logto-profile>');
    assert.match(html, /<h1>Your account<\/h1>/);
  } finally {
    await pages.close();
  }
});

test('in Next.js, a user changes their name and the page receives the event, with settings from its own server', async () => {
  await visit(await serve('start'), changeTheName);
});

test('in Next.js, a route does for the token’s user what Logto’s Account API cannot do', async () => {
  const logto = new FakeLogto();
  const [pages, tenant] = [await serve('start'), await startFakeLogtoServer({ logto, port, host })];
  try {
    await askTheLayer(logto, (path, init) => fetch(pages.origin + path, init));
  } finally {
    await Promise.all([pages.close(), tenant.close()]);
  }
});

test('in Next.js, nothing shifts during hydration', async () => {
  await visit(await serve('start'), async ({ page, screen, signIn }) => {
    const jumps = await watchJumps(page);
    await page.reload();
    await screen.click('button', 'Sign in');
    await signIn();
    await page.reload();
    await screen.find('button', 'Change Name');
    assert.deepEqual(await jumps(), []);
  });
});

test('in the development server of Next.js, hydration finds the page as the server rendered it', async () => {
  await visit(await serve('dev'), changeTheName);
});
