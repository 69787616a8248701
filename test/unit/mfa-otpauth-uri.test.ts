import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { URI } from 'otpauth';

import { groupedKey, otpauthUri } from '../../components/mfa/otpauth-uri.js';
import { newTotpSecret, totpCode } from '../fake-logto/totp.js';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** What another program reads from it. */
const read = (uri: string) => {
  const totp = URI.parse(uri);
  return { issuer: totp.issuer, account: totp.label, secret: totp.secret.base32 };
};

describe('the otpauth URI', () => {
  it('has the format that every app reads', () => {
    assert.equal(
      otpauthUri({ issuer: 'Acme', account: 'ada', secret }),
      `otpauth://totp/Acme:ada?secret=${secret}&issuer=Acme`,
    );
  });

  for (const [issuer, account] of [
    ['Acme Tools & Co', 'ada@example.com'],
    ['a?b=c#d/e%20f', 'ada+test@example.com'],
    ['Größe 北京', '爱达'],
    ['"><script>', "o'ada&secret=AAAA"],
  ] as const)
    it(`contains the original values: ${issuer}, ${account}`, () => {
      assert.deepEqual(read(otpauthUri({ issuer, account, secret })), { issuer, account, secret });
    });

  it('has one colon between issuer and account', () => {
    const uri = otpauthUri({ issuer: 'localhost:5173', account: 'urn:ada', secret });
    assert.deepEqual(uri.split('?')[0]?.split(':').length, 3); // of the scheme, and that one
    assert.equal(read(uri).account, 'urn ada');
  });

  it('gains no parameter from a hostile key', () => {
    const uri = otpauthUri({ issuer: 'Acme', account: 'ada', secret: 'AAAA&issuer=Evil&digits=8' });
    assert.deepEqual([...new URL(uri).searchParams.keys()], ['secret', 'issuer']);
  });

  it('specifies the codes that Logto accepts: six digits, 30 seconds', () => {
    const key = newTotpSecret();
    const totp = URI.parse(otpauthUri({ issuer: 'Acme', account: 'ada', secret: key })) as unknown as {
      generate(options: { timestamp: number }): string;
    };
    const time = Date.UTC(2026, 8, 30, 12);
    assert.equal(totp.generate({ timestamp: time }), totpCode(key, time));
  });
});

describe('an authenticator key for typing', () => {
  it('a key is shown in groups of four', () => {
    assert.equal(groupedKey('JBSWY3DPEHPK3PXP'), 'JBSW Y3DP EHPK 3PXP');
    assert.equal(groupedKey('JBSWY3'), 'JBSW Y3');
    assert.equal(groupedKey(''), '');
  });
});
