import { settle } from './credential-page.js';
import { describeFaults, type Deed } from './fault-matrix.js';
import { crop } from './pictures.js';
import { aField, change, enter, openProfile, press } from './profile-page.js';

/** A field of the profile, with something typed. */
async function profileField(label: string, value: string, options: Parameters<typeof openProfile>[0] = {}) {
  const { tag, logto } = await openProfile(options);
  const row = await change(tag, label);
  enter(row, value);
  const act = async () => {
    press(row, 'Save');
    await settle(tag);
  };
  return { tag, logto, act } satisfies Deed;
}

describeFaults({
  'a name': { where: /^PATCH/, said: 'Name saved.', begin: () => profileField('Name', 'Ada King') },
  'a claim of the profile': {
    where: /^PATCH .*\/profile$/,
    said: 'Nickname saved.',
    begin: () => profileField('Nickname', 'Countess'),
  },
  'a field of the tenant': {
    where: /^PATCH/,
    said: 'team saved.',
    begin: () => profileField('team', 'Engines', { catalogue: [aField('team', 'Text')] }),
  },
  'the upload of a picture': {
    sentAgain: 'cannot be read',
    where: /^POST .*avatar$/,
    said: 'Picture saved.',
    begin: async () => {
      const { tag, logto } = await openProfile();
      const row = await change(tag, 'Picture');
      const again = async () => {
        press(row, 'Try again');
        await settle(tag);
      };
      return { tag, logto, act: () => crop(tag, row).then(() => settle(tag)), again };
    },
  },
  'a picture that is uploaded': {
    where: /^PATCH/,
    said: 'Picture saved.',
    begin: async () => {
      const { tag, logto } = await openProfile();
      const row = await change(tag, 'Picture');
      const again = async () => {
        press(row, 'Try again');
        await settle(tag);
      };
      return { tag, logto, act: () => crop(tag, row).then(() => settle(tag)), again };
    },
  },
});
