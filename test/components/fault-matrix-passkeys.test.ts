import { withPasskey, type User } from '../fake-logto/fake-logto.js';
import { parts } from '../helpers/read.js';
import { enter, pressAndWait } from './credential-page.js';
import { describeFaults, type Deed } from './fault-matrix.js';
import { addName, openPasskeys, startAdding } from './passkeys-page.js';

async function passkey(before: readonly string[], name: string, typed?: string) {
  const signInExperience = { passkeySignIn: { enabled: true } };
  const has = [(user: User) => withPasskey(user, { name: 'Laptop' })];
  const { tag, logto } = await openPasskeys({ has, signInExperience });
  for (const each of before) await pressAndWait(tag, each);
  if (typed) enter(tag, 'Name', typed);
  return { tag, logto, act: () => pressAndWait(tag, name) } satisfies Deed;
}

/** The name is typed, and the browser has not been asked. */
async function newPasskey() {
  const { tag, logto } = await startAdding();
  enter(tag, 'Name', 'Key on the ring');
  const act = () => pressAndWait(tag, 'Create passkey');
  return { tag, logto, act, again: () => pressAndWait(tag, 'Try again') } satisfies Deed;
}

describeFaults({
  'what a passkey is made from': {
    sentAgain: 'changes nothing',
    route: 'POST verifications/web-authn/registration',
    said: 'It is open.',
    begin: async () => {
      const deed = await passkey([], addName);
      return { ...deed, status: () => (parts(deed.tag, 'form').length > 0 ? 'It is open.' : '') };
    },
  },
  'the check of a passkey': {
    sentAgain: 'is told by a second try',
    route: 'POST verifications/web-authn/registration/verify',
    said: 'Passkey added.',
    begin: newPasskey,
    says: /Your passkey was created, but not saved yet\. Try again\./,
  },
  'a passkey': {
    route: 'POST my-account/mfa-verifications',
    said: 'Passkey added.',
    begin: newPasskey,
    says: /Your passkey was created, but not saved yet\. Try again\./,
  },
  'the name of a passkey': {
    route: 'PATCH my-account/mfa-verifications/*/name',
    said: 'Desk saved.',
    begin: () => passkey(['Rename Laptop'], 'Save', 'Desk'),
  },
  'the removal of a passkey': {
    route: 'DELETE my-account/mfa-verifications/*',
    said: 'Laptop removed.',
    begin: () => passkey(['Remove Laptop'], 'Remove'),
  },
  'passkey suggestions': {
    route: 'PATCH my-account/logto-configs',
    said: 'When you sign in, you are no longer asked whether to create a passkey.',
    begin: () => passkey([], 'Turn off passkey suggestions at sign-in'),
  },
});
