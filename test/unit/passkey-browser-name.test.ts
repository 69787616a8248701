import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { browserName, deviceKind } from '../../src/device/browser-name.js';

describe('the browser name from a user agent', () => {
  for (const [agent, browser, system] of [
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome',
      'Linux',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Microsoft Edge',
      'Windows',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox', 'Windows'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
      'Safari',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
  ] as const)
    it(`the user agent is of ${browser} on ${system}`, () => assert.deepEqual(browserName(agent), { browser, system }));

  for (const [agent, browser, system] of [
    ['okhttp/4.12.0', 'okhttp', undefined],
    ['curl/8.5.0', 'curl', undefined],
    ['python-requests/2.31.0', 'python-requests', undefined],
    ['Go-http-client/1.1', 'Go-http-client', undefined],
    ['MyApp/1.0 CFNetwork/1404 Darwin/22.3.0', 'MyApp', undefined],
    ['My%20App/7 CFNetwork/1404 Darwin/22.3.0', 'My App', undefined],
    ['MyApp/1.0 (iPhone; iOS 17.0)', 'MyApp', 'iOS'],
    ['Dalvik/2.1.0 (Linux; U; Android 13; Pixel 7)', 'Dalvik', 'Android'],
    ['Mozilla/5.0', undefined, undefined],
    ['Mozilla/5.0 (compatible; MyBot/1.0)', undefined, undefined],
    ['no product', undefined, undefined],
    ['\u202eevil/1', undefined, undefined],
    ['<b>/1', undefined, undefined],
    ['/1', undefined, undefined],
  ] as const)
    it(`is ${browser} on ${system} for ${JSON.stringify(agent)}`, () =>
      assert.deepEqual(browserName(agent), { browser, system }));

  it('a browser name is not invented', () => {
    for (const agent of ['curl/8.5.0', '<b>Not a browser</b>', '(X11; Linux x86_64)', ' ']) {
      const { browser } = browserName(agent);
      assert.ok(browser === undefined || agent.toLowerCase().includes(browser.toLowerCase()), `${agent}: ${browser}`);
    }
  });

  it('does not throw for an invalid user agent', () => {
    for (const agent of [' ', ';;;;', '\u202e', 'x'.repeat(100_000)])
      assert.doesNotThrow(() => browserName(agent), agent.slice(0, 20));
  });

  it('the browser name is empty for an empty user agent', () => {
    assert.deepEqual(browserName(''), { browser: undefined, system: undefined });
  });
});

describe('the device kind from a user agent', () => {
  for (const [kind, agent] of [
    ['desktop', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0'],
    [
      'mobile',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    ],
    [
      'tablet',
      'Mozilla/5.0 (iPad; CPU OS 15_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Mobile/15E148 Safari/604.1',
    ],
    [undefined, 'curl/8.5.0'],
    [undefined, ''],
  ] as const)
    it(`is ${kind ?? 'unknown'}: ${agent.slice(0, 30)}`, () => assert.equal(deviceKind(agent), kind));
});
