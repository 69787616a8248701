import { fileURLToPath } from 'node:url';

import { esbuildPlugin } from '@web/dev-server-esbuild';

import { skipWhatItCannot } from '../test/engines/skip.mjs';

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The browser tests in one of the engines of `test/engines`. */
export const configFor = async (engine) => ({
  rootDir: fromRoot('.'),
  files: [fromRoot('test/components/**/*.test.ts'), fromRoot('test/src/**/*.test.ts')],
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrency: engine.concurrency,
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fromRoot('tsconfig.json') }),
    skipWhatItCannot(engine.name),
    ...(engine.plugins ?? []),
  ],
  middleware: [
    // The worker's scope is its own folder, so it has to be served from the root to see the tests' requests.
    function serveMockWorker(context, next) {
      if (context.path === '/mockServiceWorker.js') context.url = '/node_modules/msw/lib/mockServiceWorker.js';
      return next();
    },
  ],
  browsers: [await engine.launcher()],
  // Machines that run checks are often shared and slow.
  testFramework: { config: { timeout: 10_000, retries: process.env.CI ? 1 : 0 } },
});
