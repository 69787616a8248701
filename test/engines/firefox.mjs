import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';

import { findProgram } from './find.mjs';

const notFound = 'No Firefox found: install one (Debian: apt-get install firefox-esr) or set FIREFOX_PATH to one.';

export const firefox = {
  name: 'Firefox',
  concurrency: 1, // a tab in the background runs no requestAnimationFrame
  async launcher() {
    const executablePath = findProgram('FIREFOX_PATH', ['firefox', 'firefox-esr']);
    if (!executablePath) throw new Error(notFound);
    // The launcher of Chrome is puppeteer's, which speaks WebDriver BiDi with Firefox.
    return chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath } });
  },
};
