import { expect } from '@open-wc/testing';

import { withBackupCodes, withTotp } from '../fake-logto/fake-logto.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { panelOf } from '../helpers/rows.js';
import { namesOf, textOf } from '../helpers/read.js';
import { alertsIn, answerWith, pressAndWait, statusOf } from './credential-page.js';
import {
  codesOf,
  createCodes,
  factorLines,
  idsOfCodes,
  openMfa,
  storedCodes,
  valueOf,
  warningsIn,
  withUsed,
} from './mfa-page.js';

const label = 'Backup codes';

describe('used-up backup codes', () => {
  it('are shown with a suggestion to create new ones', async () => {
    const { tag } = await openMfa({ has: [withTotp, withUsed(10)] });
    expect(valueOf(tag, label)).to.equal('All used');
    expect(warningsIn(tag, label)).to.deep.equal(['You have used all of them. Create new ones.']);
    expect(namesOf(tag, 'button')).to.include('Create Backup codes');
    expect(namesOf(tag, 'button')).not.to.include('Show Backup codes');
    await expect(tag).to.be.accessible();
  });

  it('are removed before new codes are stored, since Logto would show the old ones', async () => {
    const { tag, user, sent } = await openMfa({ has: [withTotp, withUsed(10), withUsed(10)] });
    const ids = idsOfCodes(user);
    await createCodes(tag);
    expect(factorLines(sent).slice(1)).to.deep.equal([
      ...ids.map((id) => `DELETE mfa-verifications/${id}`),
      'POST mfa-verifications',
    ]);
    expect(storedCodes(user)).to.deep.equal([codesOf(tag)]);
    await pressAndWait(tag, 'I have saved them');
    await pressAndWait(tag, 'Show Backup codes');
    expect(codesOf(tag)).to.deep.equal(storedCodes(user)[0]);
    expect(statusOf(tag)).to.equal('');
  });

  it('do not count as lost if creating new ones fails halfway', async () => {
    const { tag, logto } = await openMfa({ has: [withTotp, withUsed(10)] });
    answerWith(logto, /^POST .*mfa-verifications$/, () => Response.error());
    await createCodes(tag);
    expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('are removed together with the remaining codes when these are replaced', async () => {
    const { tag, user } = await openMfa({ has: [withTotp, withUsed(10), withUsed(4)] });
    await pressAndWait(tag, 'Replace Backup codes');
    expect(textOf(panelOf(tag))).to.contain('Your 6 remaining codes will stop working right away.');
    await pressAndWait(tag, 'Replace');
    expect(storedCodes(user)).to.deep.equal([codesOf(tag)]);
    expect(idsOfCodes(user)).to.have.lengthOf(1);
  });

  it('do not lead to the removal of codes created elsewhere meanwhile', async () => {
    const { tag, user } = await openMfa({ has: [withTotp, withUsed(10)] });
    await pressAndWait(tag, 'Create Backup codes');
    withBackupCodes(user);
    const before = storedCodes(user).at(-1);
    await pressAndWait(tag, 'Create');
    expect(storedCodes(user).at(-1)).to.deep.equal(before);
    expect(alertsIn(tag)).to.deep.equal([
      'You already have backup codes. Cancel, and replace them if you want new ones.',
    ]);
  });
});
