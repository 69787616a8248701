import puppeteer, { type Browser } from 'puppeteer-core';

import { findBrowser, type FoundBrowser } from '../tools/browser.mjs';
import { unpackChromium } from '../tools/packaged-chromium.mjs';
import { onlyTheseFonts } from './fonts.js';

/** The browser of the stories. */
export interface StoryBrowser {
  browser: Browser;
  /** Why its pictures cannot be compared, if they cannot. */
  differs: string | undefined;
}

// What looks the same on every machine: the rest is up to graphics cards, displays and settings of the system.
const plain = [
  '--disable-gpu',
  '--disable-lcd-text',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--lang=en-US',
];

/**
 * Starts the browser that npm brings, of which there is one version, also where another one is installed: only its
 * pictures can be compared. On systems on which it does not run, another one.
 */
export async function startBrowser(): Promise<StoryBrowser> {
  const packaged = await unpackChromium();
  const { executablePath, env, args }: FoundBrowser = packaged
    ? { ...packaged, args: ['--no-sandbox', ...plain], env: { ...packaged.env, ...onlyTheseFonts() } }
    : await findBrowser();
  const browser = await puppeteer.launch({ executablePath, args, env: { ...process.env, ...env, TZ: 'UTC' } });
  const { platform, arch } = process;
  const differs = packaged
    ? undefined
    : `The browser that all pictures are made with does not run on ${platform} ${arch}`;
  return { browser, differs };
}
