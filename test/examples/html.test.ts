import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { appId, startStage } from '../e2e/harness.js';
import { changeTheNameAt, strictHeaders } from './change-the-name.js';
import { freePort } from './free-port.js';
import { copyExample } from './project.js';
import { serveFolder } from './serve-folder.js';

const host = '127.0.0.1';

test('in a plain page with the script from another origin, a user changes their name and the page receives the event', async () => {
  const { folder, remove } = copyExample('html');
  const port = await freePort(host);
  const endpoint = `http://${host}:${port}`;
  execFileSync('tar', ['-xf', 'logto-account-elements.tgz'], { cwd: folder });
  const cdn = await serveFolder(join(folder, 'package'), { 'access-control-allow-origin': '*' });
  fillIn(join(folder, 'index.html'), {
    'https://your-cdn.example/logto-account-elements': cdn.origin,
    'https://my-tenant.logto.app': endpoint,
    abc123: appId,
  });
  const pages = await serveFolder(folder, strictHeaders(endpoint, { scripts: `'self' ${cdn.origin}` }));
  const stage = await startStage({ pages, origins: [cdn.origin] });
  try {
    await changeTheNameAt(stage, { port, host });
  } finally {
    await Promise.all([stage.close(), cdn.close()]);
    remove();
  }
});

/** Does to the page what its README asks for. */
function fillIn(page: string, values: Record<string, string>): void {
  const html = Object.entries(values).reduce(
    (text, [from, to]) => {
      assert.ok(text.includes(from), `The page has no ${from}`);
      return text.replaceAll(from, () => to);
    },
    readFileSync(page, 'utf8'),
  );
  writeFileSync(page, html);
}
