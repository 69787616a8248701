// Plain JavaScript, because Web Test Runner's configuration imports it without a compiler.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import chromeLauncher from 'chrome-launcher';

import { unpackChromium } from './packaged-chromium.mjs';

const notFound =
  'No Chrome or Chromium found: install one (Debian and Ubuntu: apt-get install chromium) or set CHROME_PATH to one.';

export async function findBrowser() {
  const found = given() ?? headlessShell() ?? installed() ?? (await unpackChromium());
  if (!found) throw new Error(notFound);
  return withArgs(found);
}

export function findWholeBrowser() {
  const found = given() ?? installed();
  return found && !found.executablePath.includes('headless-shell') ? withArgs(found) : undefined;
}

const withArgs = (found) => ({ ...found, args: needsNoSandbox(found) ? ['--no-sandbox'] : [] });

/** Chromium without the machinery of windows, which takes a third less time. */
function headlessShell() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = folders.flatMap((folder) =>
    ['chromium-headless-shell', 'chrome-headless-shell'].map((name) => join(folder, name)),
  );
  const executablePath = paths.find((path) => existsSync(path));
  return executablePath && { executablePath, env: {}, source: 'installed' };
}

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
