import { WebDriver } from './webdriver.mjs';
import { keyboardOf, mouseOf } from './webdriver-input.mjs';

/**
 * A launcher for Web Test Runner: every page is a browser of its own. `startServer` gives the address of a WebDriver
 * server and a function that ends it.
 */
export function webDriverLauncher({ name, capabilities, startServer }) {
  const active = new Map();
  const idle = [];
  const servers = [];

  async function start() {
    const server = await startServer();
    servers.push(server);
    const driver = await WebDriver.start(server.url, capabilities);
    return { driver, keyboard: keyboardOf(driver), mouse: mouseOf(driver) };
  }

  return {
    name,
    // The runner's commands go to pages of Playwright's shape; the pages here have its keyboard and mouse.
    type: 'playwright',
    async startSession(id, url) {
      const page = idle.pop() ?? (await start());
      active.set(id, page);
      await page.driver.open(url);
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => active.get(id).driver.address(),
    getPage: (id) => active.get(id),
    async stopSession(id) {
      const page = active.get(id);
      active.delete(id);
      await page.driver.open('about:blank'); // ends what is still running
      idle.push(page);
      return {};
    },
    async startDebugSession() {
      throw new Error(`${name} runs on a screen that nobody sees, so there is nothing to debug in.`);
    },
    async stop() {
      await Promise.allSettled([...active.values(), ...idle].map(({ driver }) => driver.quit()));
      for (const server of servers) server.stop();
    },
  };
}
