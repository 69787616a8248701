import { whenIdle } from './credential-page.js';
import { describeFaults, type Deed } from './fault-matrix.js';
import { crop } from './pictures.js';
import { aField, change, enter, openProfile, press } from './profile-page.js';

type FieldOptions = Parameters<typeof openProfile>[0] & {
  /** Which of its inputs. */
  part?: string;
};

/** A field of the profile, with something typed. */
async function profileField(label: string, value: string, { part, ...options }: FieldOptions = {}) {
  const { tag, logto } = await openProfile(options);
  const row = await change(tag, label);
  enter(row, value, part);
  const act = async () => {
    press(row, 'Save');
    await whenIdle(tag);
  };
  return { tag, logto, act } satisfies Deed;
}

describeFaults({
  'a name': { route: 'PATCH my-account', said: 'Name saved.', begin: () => profileField('Name', 'Ada King') },
  'a claim of the profile': {
    route: 'PATCH my-account/profile',
    said: 'Nickname saved.',
    begin: () => profileField('Nickname', 'Countess'),
  },
  'one part of a name': {
    route: 'PATCH my-account/profile',
    said: 'Full name saved.',
    begin: () => profileField('Full name', 'Augusta', { part: 'Given name' }),
  },
  'one part of an address, which is sent whole': {
    route: 'PATCH my-account/profile',
    said: 'Address saved.',
    begin: () => profileField('Address', 'Marylebone', { part: 'City' }),
  },
  'a field of the tenant': {
    route: 'PATCH my-account',
    said: 'team saved.',
    begin: () => profileField('team', 'Engines', { catalogue: [aField('team', 'Text')] }),
  },
  'the upload of a picture': {
    sentAgain: 'cannot be read',
    route: 'POST my-account/user-assets/avatar',
    said: 'Picture saved.',
    begin: async () => {
      const { tag, logto } = await openProfile();
      const row = await change(tag, 'Picture');
      const again = async () => {
        press(row, 'Try again');
        await whenIdle(tag);
      };
      return { tag, logto, act: () => crop(tag, row).then(() => whenIdle(tag)), again };
    },
  },
  'a picture that is uploaded': {
    route: 'PATCH my-account',
    said: 'Picture saved.',
    begin: async () => {
      const { tag, logto } = await openProfile();
      const row = await change(tag, 'Picture');
      const again = async () => {
        press(row, 'Try again');
        await whenIdle(tag);
      };
      return { tag, logto, act: () => crop(tag, row).then(() => whenIdle(tag)), again };
    },
  },
});
