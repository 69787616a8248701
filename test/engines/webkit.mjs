import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

import { findProgram } from './find.mjs';
import { lettingTestsStay } from './leaving.mjs';
import { webDriverLauncher } from './webdriver-launcher.mjs';

const notFound =
  'No WebKitGTK found: install it (Debian: apt-get install webkit2gtk-driver xvfb) or set WEBKIT_DRIVER_PATH and ' +
  'XVFB_PATH to WebKitWebDriver and Xvfb.';

export const webkit = {
  name: 'WebKit',
  concurrency: 2,
  plugins: [lettingTestsStay],
  async launcher() {
    const driver = findProgram('WEBKIT_DRIVER_PATH', ['WebKitWebDriver']);
    const xvfb = findProgram('XVFB_PATH', ['Xvfb']);
    if (!driver || !xvfb) throw new Error(notFound);
    return webDriverLauncher({
      name: 'WebKit',
      capabilities: { browserName: 'MiniBrowser' },
      startServer: () => startDriver(driver, xvfb),
    });
  },
};

/** It has no headless mode, and needs a screen; each has its own, so that each window is in front. */
async function startDriver(driver, xvfb) {
  const screen = spawn(xvfb, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [display] = await once(screen.stdout, 'data');
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${String(display).trim()}`, GDK_BACKEND: 'x11' };
  const server = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' });
  const stop = () => {
    server.kill();
    screen.kill();
  };
  process.once('exit', stop);
  return { url: `http://127.0.0.1:${port}`, stop };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
