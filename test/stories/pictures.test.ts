import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { compare, halved, readPng, type Picture } from './pictures.js';
import { smallPng } from './small-png.js';

const { width, height, data } = readPng(readFileSync(new URL('baselines/email/wrong-code.wide.png', import.meta.url)));
const story: Picture = { width, height, data };

/** The picture with everything from this line on moved down by one pixel. */
function movedFrom(line: number, { width, height, data }: Picture): Picture {
  const start = line * width * 4;
  const moved = Uint8Array.from(data);
  moved.set(data.subarray(start, -width * 4), start + width * 4);
  return { width, height, data: moved };
}

test('a picture equals itself, even after compression', () => {
  assert.equal(compare(readPng(smallPng(story, {})), story), undefined);
});

test('the smallest picture, in which two pixels share a byte, can be decoded', () => {
  const data = Uint8Array.from({ length: 3 * 2 * 4 }, (_, index) => (index % 4 === 3 ? 255 : index % 8 < 4 ? 0 : 255));
  const tiny = { width: 3, height: 2, data };
  assert.deepEqual(readPng(smallPng(tiny, {})).data, data);
});

test('the file contains the picture’s source', () => {
  assert.ok(Buffer.from(smallPng(story, { 'Made from': 'elsewhere' })).includes('elsewhere'));
});

test('a line of text that moved by one pixel is a difference', () => {
  assert.match(compare(story, movedFrom(100, story))?.words ?? '', /pixels differ/);
});

test('a line of text that moved by one pixel is a difference at half the size, too', () => {
  assert.ok(compare(halved(story), halved(movedFrom(100, story))));
});

test('another height is a difference', () => {
  const shorter = { ...story, height: story.height - 1, data: story.data.subarray(0, -story.width * 4) };
  assert.match(compare(story, shorter)?.words ?? '', /It is 900 × \d+ pixels and was 900 × \d+\./);
});
