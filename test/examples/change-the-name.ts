import assert from 'node:assert/strict';

import type { Visit } from '../e2e/harness.js';

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

/** Without settings a page of another origin has to ask Logto, which refuses; the browser says so, and the tags once. */
export function expectNoSettings({ problems }: Visit): void {
  problems.expect(/\/api\/\.well-known\//);
}

/** All warnings but that one. */
export const warningsOf = ({ problems }: Visit) =>
  problems.warnings.filter((warning) => !/^\[logto-account-elements\] .*settings/.test(warning));
