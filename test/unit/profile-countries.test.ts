import { describe, it } from 'node:test';
import assert from 'node:assert/strict';

import { textOf } from '../../components/profile/fields/field-text.js';
import { changeOf, inputOf } from '../../components/profile/fields/field-value.js';
import { standardField, standardPart } from '../../components/profile/fields/standard-fields.js';
import { countryName } from '../../components/profile/fields/address.js';

/** All codes that ISO 3166-1 gives to a country today. */
const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY ' +
  'BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK ' +
  'FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR ' +
  'IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ' +
  'ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM ' +
  'PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF ' +
  'TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const field = standardField('address')!;
const shown = (address: Record<string, unknown>, lang = 'en') => textOf(field, { profile: { address } }, lang);

describe('the country of an address', () => {
  it('has a name for each country code, and for no other two letters', () => {
    const named = letters
      .flatMap((one) => letters.map((other) => one + other))
      .filter((code) => countryName(code, 'en') !== code);
    assert.deepEqual(named, codes.split(' '));
  });

  it('a country is shown in the user’s language', () => {
    const address = { streetAddress: 'Main St 1', locality: 'London', country: 'GB' };
    assert.equal(shown(address), 'Main St 1, London, United Kingdom');
    assert.equal(shown(address, 'de'), 'Main St 1, London, Vereinigtes Königreich');
  });

  for (const country of ['gb', 'UK', 'GBR', ' GB', 'EU', 'ZZ', 'England', '44'])
    it(`a country is shown as stored: “${country}”`, () => assert.equal(shown({ country }), country));

  it('is translated if the formatted address only repeats it with the code', () => {
    const address = { locality: 'London', country: 'GB', formatted: 'London, GB' };
    assert.equal(shown(address), 'London, United Kingdom');
  });

  it('is not repeated if the formatted address contains its name', () => {
    const address = { locality: 'London', country: 'GB', formatted: 'Floor 3\nLondon\nUnited Kingdom' };
    assert.equal(shown(address), 'Floor 3\nLondon\nUnited Kingdom');
  });

  it('a country is translated in an address only', () => {
    const country = { ...standardPart('country'), toggle: 'customData' as const };
    assert.equal(textOf(country, { customData: { country: 'GB' } }, 'en'), 'GB');
  });

  it('stays stored unchanged when the form is saved, even with another part changed', () => {
    const address = { locality: 'London', country: 'GB', formatted: 'London, GB' };
    const account = { profile: { address } };
    const input = inputOf(field, account, 'de') as Record<string, string>;
    assert.equal(changeOf(field, input, account, 'de'), undefined);
    const change = changeOf(field, { ...input, locality: 'Leeds' }, account, 'de');
    assert.deepEqual(change, { profile: { address: { locality: 'Leeds', country: 'GB', formatted: 'Leeds, GB' } } });
  });
});
