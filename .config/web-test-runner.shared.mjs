import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { bundledTests } from '../test/engines/bundled-tests.mjs';
import { skipWhatItCannot } from '../test/engines/skip.mjs';

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const testFiles = () =>
  ['test/components', 'test/src'].flatMap((folder) =>
    readdirSync(fromRoot(folder), { recursive: true })
      .filter((path) => path.endsWith('.test.ts'))
      .map((path) => join(fromRoot(folder), path)),
  );

/** The browser tests in one of the engines of `test/engines`. */
export const configFor = async (engine) => ({
  rootDir: fromRoot('.'),
  files: testFiles(),
  concurrency: engine.concurrency,
  plugins: [
    bundledTests(fromRoot('.'), [...testFiles(), fromRoot('components/index.ts')]),
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
  // What a developer is told of the set-up: every page of the tests would be.
  filterBrowserLogs: ({ args: [said] }) => !/\nPeople see: /.test(said),
  testFramework: { config: { timeout: 60_000 } },
  testsFinishTimeout: 300_000, // some files have many tests, and machines may be shared
});
