import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { formatMessage } from '../../src/localize/format-message.js';
import type { DeviceLocalizer } from '../../src/localize/localizer.js';
import { deviceMessages } from '../../src/localize/messages/en/device.js';
import { calendarDate, dateAndTime } from '../../src/localize/calendar-date.js';
import { deviceName } from '../../src/device/device-name.js';
import { placeName } from '../../src/device/place-name.js';

const inEnglish = (lang: string): DeviceLocalizer => ({
  lang,
  text: (key, values) => formatMessage(deviceMessages[key], lang, values),
});

describe('the name of a place', () => {
  for (const [place, lang, name] of [
    [{ city: 'Berlin', country: 'DE' }, 'en', 'Berlin, Germany'],
    [{ city: 'Berlin', country: 'DE' }, 'de', 'Berlin, Deutschland'],
    [{ country: 'GB' }, 'en', 'United Kingdom'],
    [{ city: 'Atlantis' }, 'en', 'Atlantis'],
    [{ city: '', country: '' }, 'en', ''],
    [{ city: null, country: null }, 'en', ''],
    [{}, 'en', ''],
    [{ country: 'T1' }, 'en', 'T1'],
    [{ country: 'Germany' }, 'en', 'Germany'],
    [{ country: 'de' }, 'en', 'de'],
    [{ country: 'QX' }, 'en', 'QX'],
    [{ country: '<b>' }, 'en', '<b>'],
  ] as const)
    it(`is “${name}” in ${lang}: ${JSON.stringify(place)}`, () =>
      assert.equal(placeName(place, inEnglish(lang)), name));

  it('a place has the language’s word order', () => {
    const localize = { ...inEnglish('ja'), text: () => 'ドイツ ベルリン' };
    assert.equal(placeName({ city: 'ベルリン', country: 'DE' }, localize), 'ドイツ ベルリン');
  });
});

describe('a formatted date', () => {
  const noon = Date.UTC(2026, 10, 9, 12);
  /** The language’s own spaces may be narrow ones. */
  const wide = (text: string) => text.replace(/\u00a0|\u202f/g, '~');

  it('follows the language, from milliseconds and from text', () => {
    assert.equal(wide(calendarDate(noon, 'en')), 'Nov~9,~2026');
    assert.equal(wide(calendarDate(new Date(noon).toISOString(), 'en')), 'Nov~9,~2026');
    assert.equal(calendarDate(noon, 'de'), '09.11.2026');
  });

  it('includes the time if needed', () => {
    assert.match(wide(dateAndTime(noon, 'en')), /^Nov~9,~2026, \d{1,2}:00~[AP]M$/);
    assert.match(dateAndTime(noon, 'de'), /^09\.11\.2026, \d\d:00$/);
  });

  it('does not wrap, and neither does the time', () => {
    for (const lang of ['en', 'de', 'fr', 'ru', 'ar', 'th', 'ja', 'ko', 'fa', 'cs', 'pt-BR']) {
      assert.doesNotMatch(calendarDate(noon, lang), / /, lang);
      assert.match(dateAndTime(noon, lang), /^[^ ]+ [^ ]+$/, lang);
    }
  });

  it('the date 0 is January 1, 1970', () => assert.match(calendarDate(0, 'en'), /^(Jan\s1,\s1970|Dec\s31,\s1969)$/));

  for (const time of [undefined, null, NaN, Infinity, 1e20, 'yesterday', ''])
    it(`is empty for an invalid time: ${time}`, () => {
      assert.equal(calendarDate(time, 'en'), '');
      assert.equal(dateAndTime(time, 'en'), '');
    });
});

describe('the name of a device', () => {
  const nameOf = (browser: string | undefined, system: string | undefined) =>
    deviceName(inEnglish('en'), { browser, system });

  it('combines the known browser and system', () => {
    assert.equal(nameOf('Firefox', 'Windows'), 'Firefox on Windows');
    assert.equal(nameOf('Firefox', undefined), 'Firefox');
    assert.equal(nameOf(undefined, 'Windows'), 'Windows');
    assert.equal(nameOf(undefined, undefined), undefined);
  });

  it('does not interpret placeholders in names', () => {
    assert.equal(nameOf('{system}', '{browser} $&'), '{system} on {browser} $&');
  });
});
