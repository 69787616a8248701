import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parseSettings } from '../../src/settings/account-settings.js';
import { httpUrl } from '../../src/text/http-url.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';

/** Where the settings let users leave. */
const urlOf = (deleteAccountUrl: unknown) =>
  httpUrl(parseSettings({ accountCenter: { fields: {}, deleteAccountUrl } })?.deleteAccountUrl);

describe('the deletion URL', () => {
  it('the deletion URL is the tenant’s', () => {
    const { accountCenter } = new FakeLogto({ deleteAccountUrl: 'https://leave.example/now?x=1#y' }).tenant;
    assert.equal(httpUrl(parseSettings({ accountCenter })?.deleteAccountUrl), 'https://leave.example/now?x=1#y');
  });

  it('the deletion URL may be on localhost', () =>
    assert.equal(urlOf('http://localhost:5173/leave'), 'http://localhost:5173/leave'));

  it('is undefined if the settings have none', () => {
    assert.equal(httpUrl(parseSettings({ accountCenter: { fields: {} } })?.deleteAccountUrl), undefined);
    assert.equal(parseSettings({ accountCenter: { deleteAccountUrl: 'https://leave.example' } }), undefined);
  });

  for (const hostile of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://leave.example/1',
    'file:///etc/passwd',
    'mailto:a@leave.example',
    'about:blank',
    '//leave.example',
    '/leave',
    'leave',
    '',
    'http://',
    null,
    7,
    true,
    {},
    ['https://leave.example'],
    { toString: () => 'https://leave.example' },
  ])
    it(`is undefined if it is not a web URL: ${JSON.stringify(hostile)}`, () =>
      assert.equal(urlOf(hostile), undefined));
});
