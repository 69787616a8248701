import { chromeLauncher } from '@web/test-runner-chrome';

import { findBrowser } from '../tools/browser.mjs';
import { jobs } from '../tools/results.mjs';

export const chromium = {
  name: 'Chromium',
  concurrency: jobs + 1,
  async launcher() {
    const { executablePath, args, env } = await findBrowser();
    return chromeLauncher({
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
    });
  },
};
