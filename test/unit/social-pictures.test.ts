import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { httpUrl, imageUrl } from '../../src/text/http-url.js';
import { isLight } from '../../components/social-links/light-text.js';

const neverFollowed = [
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://app.example/0b6d',
  'file:///etc/passwd',
  'ftp://files.example/logo.png',
  'vbscript:x',
  'about:blank',
  'logto://x',
  '//logo.example/logo.png',
  '/logo.png',
  'logo.png',
  'https://',
  '',
  ' ',
];

describe('a URL to follow', () => {
  it('a URL to follow may be http or https', () => {
    assert.equal(httpUrl('https://github.com/login?a=b#c'), 'https://github.com/login?a=b#c');
    assert.equal(httpUrl('http://localhost:3001'), 'http://localhost:3001/');
    assert.equal(httpUrl('HTTPS://GitHub.com'), 'https://github.com/');
  });

  for (const value of [...neverFollowed, 'data:image/png;base64,AAAA', undefined, null, 7, {}, ['https://a.example']])
    it(`cannot be ${JSON.stringify(value) ?? 'undefined'}`, () => {
      assert.equal(httpUrl(value), undefined);
    });
});

describe('a picture URL', () => {
  for (const value of [
    'https://logo.example/logo.svg',
    'http://localhost:3001/logo.png',
    'data:image/svg+xml,%3Csvg%2F%3E',
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:image/png;base64,AAAA',
    'data:image/jpeg;base64,AAAA',
    'data:image/gif;base64,AAAA',
    'data:image/webp;base64,AAAA',
  ])
    it(`a picture URL may be ${value}`, () => {
      assert.equal(imageUrl(value), value);
    });

  for (const value of [
    ...neverFollowed,
    'data:image/svg+xmlx,<svg/>',
    'data:image/x,<script>',
    'data:text/html;image/png,<script>',
    'data:,image/png',
    'x data:image/png;base64,AAAA',
    undefined,
    null,
    7,
    { toString: () => 'https://a.example' },
  ])
    it(`cannot be ${JSON.stringify(value) ?? 'undefined'}`, () => {
      assert.equal(imageUrl(value), undefined);
    });
});

describe('the check for a light text color, as on a dark page', () => {
  for (const color of [
    'rgb(255, 255, 255)',
    'rgba(255, 255, 255, 0.87)',
    'rgb(230, 225, 229)',
    'color(srgb 0.9 0.9 0.95)',
    'oklch(0.92 0.02 250)',
    'oklab(0.9 0.01 -0.02)',
    'lab(90 1 -2)',
    'lch(90 2 250)',
  ])
    it(`a light text color is detected: ${color}`, () => {
      assert.equal(isLight(color), true);
    });

  for (const color of [
    'rgb(0, 0, 0)',
    'rgba(0, 0, 0, 0.87)',
    'rgb(29, 27, 32)',
    'color(srgb 0.1 0.1 0.12)',
    'oklch(0.2 0.02 250)',
    'oklab(0.2 0.01 -0.02)',
    'lab(10 1 -2)',
    'lch(10 2 250)',
  ])
    it(`a dark text color is not light: ${color}`, () => {
      assert.equal(isLight(color), false);
    });

  for (const color of [
    'color(display-p3 0.1 0.1 0.12)',
    'color(rec2020 0.1 0.1 0.12)',
    'color(a98-rgb 0.1 0.1 0.12)',
    'color(xyz-d65 0.01 0.01 0.01)',
  ])
    void it(`does not mistake the name of a color space for a color: ${color}`, () => {
      assert.equal(isLight(color), false);
    });

  for (const color of ['', 'canvastext', 'transparent', 'hwb(0 0% 0%)', 'device-cmyk(0 0 0 1)'])
    it(`an unknown text color is neither light nor dark: “${color}”`, () => {
      assert.equal(isLight(color), undefined);
    });
});
