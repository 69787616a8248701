import { after, before, test } from 'node:test';

import { appId, startStage } from '../e2e/harness.js';
import { changeTheNameAt, strictHeaders } from './change-the-name.js';
import { freePort } from './free-port.js';
import { copyExample, install, npm } from './project.js';
import { serveFolder } from './serve-folder.js';

/** How npm is called in the folder of an example. */
export interface Build {
  args: string[];
  env?: Record<string, string>;
}

/** An example that becomes files, in its folder `dist`. */
export interface BuiltExample {
  name: string;
  /** The Trusted Types policies that the framework makes. */
  policies: string[];
  /** Where the framework lets the page take relative addresses from. */
  base?: string;
  /** As it is deployed. */
  build(endpoint: string, appId: string): Build;
  /** As its developer sees it, with everything that the framework says only then. */
  buildWithWarnings(endpoint: string, appId: string): Build;
}

const host = '127.0.0.1';

export function testBuiltExample({ name, policies, base, build, buildWithWarnings }: BuiltExample): void {
  let port = 0;
  let example: ReturnType<typeof copyExample>;

  before(async () => {
    port = await freePort(host);
    example = copyExample(name);
    install(example.folder);
  });

  after(() => example?.remove());

  async function use({ args, env }: Build, headers?: Record<string, string>) {
    npm(example.folder, args, env);
    const stage = await startStage({ pages: await serveFolder(`${example.folder}/dist`, headers) });
    try {
      await changeTheNameAt(stage, { port, host });
    } finally {
      await stage.close();
    }
  }

  const endpoint = () => `http://${host}:${port}`;

  test(`in ${name}, a user changes their name and the page receives the event, under the strictest CSP`, () =>
    use(build(endpoint(), appId), strictHeaders(endpoint(), { policies, ...(base && { base }) })));

  test(`in ${name}, there are no warnings for developers`, () => use(buildWithWarnings(endpoint(), appId)));
}
