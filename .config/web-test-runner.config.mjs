import { fileURLToPath } from 'node:url';

import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';

import { findBrowser } from '../test/tools/browser.mjs';

const { executablePath, args, env } = await findBrowser();
const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default {
  rootDir: fromRoot('.'),
  files: [fromRoot('test/components/**/*.test.ts'), fromRoot('test/src/**/*.test.ts')],
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrency: 2,
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fromRoot('tsconfig.json') })],
  middleware: [
    // The worker's scope is its own folder, so it has to be served from the root to see the tests' requests.
    function serveMockWorker(context, next) {
      if (context.path === '/mockServiceWorker.js') context.url = '/node_modules/msw/lib/mockServiceWorker.js';
      return next();
    },
  ],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath, args, env: { ...process.env, ...env } },
      // A browser context for each page: its own service worker and storage.
      createPage: async ({ browser }) => {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        const session = await page.createCDPSession();
        // Only the foreground tab of a new-headless Chromium runs requestAnimationFrame otherwise.
        await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
    }),
  ],
  // Machines that run checks are often shared and slow.
  testFramework: { config: { timeout: 10_000, retries: process.env.CI ? 1 : 0 } },
};
