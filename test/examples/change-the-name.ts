import assert from 'node:assert/strict';

import type { Stage, Visit } from '../e2e/harness.js';
import { strictPolicy, type StrictPolicyOptions } from '../e2e/strict-csp.js';

/** Signs in, changes the name, and finds it wherever it belongs. */
export async function changeTheName({ screen, signIn, logto }: Visit): Promise<void> {
  await screen.click('button', 'Sign in');
  await signIn();
  await screen.see('Signed in as Ada Lovelace');
  await screen.click('button', 'Change Name');
  await screen.fill('Name', 'Augusta Ada King');
  await screen.click('button', 'Save');
  await screen.see('Saved: name');
  await screen.see('Signed in as Augusta Ada King');
  assert.equal(logto.tenant.users[0]?.name, 'Augusta Ada King');
}

/** The same in a page that knows no settings, and says nothing else to its developers. */
export const changeTheNameAt = (stage: Stage, tenant: { port: number; host: string }) =>
  stage.visit(async (visit) => {
    const { open, problems } = visit;
    // A page of another origin has to ask Logto for them, which refuses; the browser says so, and the tags once.
    problems.expect(/\/api\/\.well-known\//);
    await open('/');
    await changeTheName(visit);
    const isOurs = (warning: string) => /^\[logto-account-elements\] .*settings/.test(warning);
    assert.deepEqual(
      problems.warnings.filter((warning) => !isOurs(warning)),
      [],
    );
  }, tenant);

/** What a page is served with that proves what the guide to security promises. */
export const strictHeaders = (logto: string, options?: StrictPolicyOptions) => ({
  'content-security-policy': strictPolicy(logto, options),
});
