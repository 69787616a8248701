// Plain JavaScript, because Web Test Runner's configuration imports it without a compiler.
import { existsSync } from 'node:fs';

import chromeLauncher from 'chrome-launcher';

import { unpackChromium } from './packaged-chromium.mjs';

const notFound =
  'No Chrome or Chromium found: install one (Debian and Ubuntu: apt-get install chromium) or set CHROME_PATH to one.';

export async function findBrowser() {
  const found = given() ?? (onlyInstalled() ? undefined : await unpackChromium()) ?? installed();
  if (!found) throw new Error(notFound);
  return { ...found, args: needsNoSandbox(found) ? ['--no-sandbox'] : [] };
}

// For checking with what people have, on a machine that runs the packaged browser, too.
const onlyInstalled = () => process.env.BROWSER_SOURCE === 'installed';

function given() {
  const executablePath = process.env.CHROME_PATH;
  if (!executablePath) return undefined;
  if (!existsSync(executablePath)) throw new Error(`CHROME_PATH is ${executablePath}, but no such file exists.`);
  return { executablePath, env: {}, source: 'CHROME_PATH' };
}

function installed() {
  let executablePath;
  try {
    executablePath = chromeLauncher.Launcher.getFirstInstallation();
  } catch {
    return undefined; // Some platforms throw, others return nothing.
  }
  // In the Linux subsystem of Windows it finds the browser of Windows, which cannot be driven from Linux.
  if (!executablePath || (process.platform === 'linux' && executablePath.endsWith('.exe'))) return undefined;
  return { executablePath, env: {}, source: 'installed' };
}

// Chromium refuses to run as root with its sandbox; in containers and from node_modules the sandbox cannot start.
function needsNoSandbox({ source }) {
  return process.getuid?.() === 0 || Boolean(process.env.CI) || source.startsWith('@sparticuz/chromium');
}
