import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { languageTag } from '../../src/text/language-tag.js';

describe('a language tag from a page or user', () => {
  it('a language tag is canonicalized to BCP 47', () => {
    for (const [written, tag] of [
      ['de', 'de'],
      ['de_DE', 'de-DE'],
      ['DE_de', 'de-DE'],
      [' de-at ', 'de-AT'],
      ['de_DE.UTF-8', 'de-DE'],
      ['de_DE@euro', 'de-DE'],
      ['pt_br', 'pt-BR'],
      ['zh_Hant_TW', 'zh-Hant-TW'],
      ['zh_CN.GB18030', 'zh-CN'],
      ['iw', 'he'],
      ['de-', 'de'],
      ['de--DE', 'de'],
      ['de-DE-', 'de-DE'],
      ['de-DE, en;q=0.8', 'de-DE'],
      ['de;q=0.9', 'de'],
      ['de\u2010DE', 'de-DE'],
      ['\u200ede\u200f', 'de'],
      ['en_US_POSIX', 'en-US-u-va-posix'],
    ])
      assert.equal(languageTag(written!), tag, written);
  });

  it('an invalid language tag is undefined', () => {
    for (const written of ['', ' ', '_', 'd', 'x!', '¿', 'C', '12', '*', 'not a language']) {
      const tag = languageTag(written);
      assert.ok(tag === undefined || Intl.getCanonicalLocales(tag).length === 1, written);
    }
    for (const written of ['', ' ', '_', 'd', 'C', '¿', '*']) assert.equal(languageTag(written), undefined, written);
  });
});
