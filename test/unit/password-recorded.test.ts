import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { checkPassword, parsePasswordPolicy, rejectionsOf } from '../../components/password/password-policy.js';

interface Exchange {
  method: string;
  path: string;
  status: number;
  request: { body: { password: string } };
  response: { body: { code?: string; data?: unknown; passwordPolicy?: unknown } | null };
}

const exchanges = JSON.parse(readFileSync('test/contract/exchanges.json', 'utf8')) as Exchange[];
const settings = exchanges.find(({ path }) => path === '/api/.well-known/sign-in-exp')?.response.body;
const policy = parsePasswordPolicy(settings?.passwordPolicy) ?? assert.fail('no policy was recorded');
const user = { name: 'Rec Order', username: 'rec', email: 'rec@example.com', phone: '12025550111' };

/** Passwords that Logto took, or refused for what they are. */
const judged = exchanges.filter(
  ({ method, path, status, response }) =>
    method === 'POST' &&
    path === '/api/my-account/password' &&
    (status === 204 || response.body?.code === 'password.rejected'),
);

describe('a password whose verdict was recorded from Logto', () => {
  it('many passwords are recorded with their verdicts', () => {
    assert.ok(judged.filter(({ status }) => status === 204).length >= 3);
    assert.ok(judged.filter(({ status }) => status !== 204).length >= 9);
  });

  for (const { request, response } of judged) {
    const { password } = request.body;
    it(`gets Logto’s verdict: ${password.slice(0, 30)}`, () => {
      const unmet = checkPassword(policy, password, user).filter(({ isMet }) => isMet === false);
      const verdict = unmet.map(({ code, values }) => ({ code, ...(values && { values }) }));
      const logtos = rejectionsOf(response.body?.data);
      const byCode = (a: { code: string }, b: { code: string }) => a.code.localeCompare(b.code);
      assert.deepEqual(verdict.sort(byCode), logtos.sort(byCode));
    });
  }
});
