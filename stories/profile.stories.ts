import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/profile/logto-profile.js';
import { user } from './helpers/act.js';
import { answering, inPage, page, refusal, tenant, type Story } from './helpers/page.js';
import { aPhoto, withPicture } from './helpers/pictures.js';
import type { TenantArgs } from './helpers/tenant-args.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Profile',
  component: 'logto-profile',
  ...page(() => html`<logto-profile></logto-profile>`),
} satisfies Meta<TenantArgs>;

const patch = '/api/my-account';
const patchProfile = '/api/my-account/profile';
const readOnly = { name: 'ReadOnly', avatar: 'ReadOnly', profile: 'ReadOnly', customData: 'ReadOnly' } as const;
const off = { name: 'Off', avatar: 'Off', profile: 'Off', customData: 'Off' } as const;

type Play = NonNullable<Story['play']>;
const opens =
  (label: string): Play =>
  ({ canvasElement }) =>
    user(canvasElement, 'logto-profile').opens(label);
const saves =
  (label: string, value: string): Play =>
  async ({ canvasElement }) => {
    const { opens, enters, presses } = user(canvasElement, 'logto-profile');
    await opens(label);
    await enters(label, value);
    await presses(label, 'save');
  };
/** Saves and waits until the element says how it went. */
const savesAndSees =
  (label: string, value: string, part: string): Play =>
  async (context) => {
    await saves(label, value)(context);
    await user(context.canvasElement, 'logto-profile').sees(part);
  };

export const Everything: Story = { parameters: tenant(withPicture) };

/** Each field follows its own toggle. */
export const SomeReadOnlySomeOff: Story = { args: { avatar: 'Off', profile: 'ReadOnly' } };

export const ReadOnly: Story = { args: readOnly };

/** The attribute hides the buttons, whatever the tenant allows. */
export const ReadonlyAttribute: Story = { render: inPage(() => html`<logto-profile readonly></logto-profile>`) };

/** The element takes no space: between these two lines there is nothing. */
export const Off: Story = {
  args: off,
  render: inPage(
    () =>
      html`<p>Before the element</p>
        <logto-profile></logto-profile>
        <p>After the element</p>`,
  ),
};

/** The page did not supply the settings, and Logto shows them to no other origin: the standard claims, in a usual order. */
export const SettingsUnknown: Story = { args: { settings: false } };

export const NothingSet: Story = { args: { user: { name: null, profile: {}, customData: {} } } };

export const LongValues: Story = {
  args: {
    user: {
      name: 'Augusta Ada King, Countess of Lovelace, née Byron, '.repeat(2),
      profile: {
        nickname: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
        website: `https://lovelace.example/${'notes-on-the-analytical-engine/'.repeat(6)}`,
      },
    },
  },
};

export const BrokenPicture: Story = {
  parameters: tenant(({ tenant: { users } }) => {
    users[0]!.avatar = 'https://tenant.logto.example/user-assets/none.png';
  }),
};

/** With a heading of the page's own. */
export const OwnHeading: Story = {
  render: inPage(() => html`<logto-profile><h3 slot="heading">About you</h3></logto-profile>`),
};

/** A designer's tokens and parts. */
export const Themed: Story = {
  render: inPage(
    () => html`
      <style>
        .themed {
          --logto-color-accent: light-dark(#0f766e, #5eead4);
          --logto-radius: 0;
          --logto-space: 0.75rem;
          --logto-font: 1rem / 1.5 Georgia, serif;
        }
        .themed::part(list) {
          border-inline: none;
        }
        .themed::part(label) {
          font-weight: 400;
          font-style: italic;
        }
      </style>
      <logto-profile class="themed"></logto-profile>
    `,
  ),
};

export const Loading: Story = { parameters: answering('GET', patch) };

export const LoadFailed: Story = { parameters: answering('GET', patch, () => new Response(null, { status: 500 })) };

export const SignedOut: Story = { args: { signedIn: false } };

/** The token lacks the scopes, which is told from `Off` by the settings. */
export const NotReadable: Story = { args: { scopes: ['openid'] } };

export const AccountCenterDisabled: Story = { args: { enabled: false } };

export const EditText: Story = { play: opens('Job title') };
export const EditDate: Story = { play: opens('Birthday') };
export const EditSelect: Story = { play: opens('Plan') };
export const EditCheckbox: Story = { play: opens('Newsletter') };
export const EditFullName: Story = { play: opens('Full name') };
export const EditAddress: Story = { play: opens('Address') };

export const EditPicture: Story = {
  args: { name: 'ReadOnly', profile: 'ReadOnly', customData: 'ReadOnly' },
  parameters: tenant(withPicture),
  play: async ({ canvasElement }) => user(canvasElement, 'logto-profile').pressesAny('edit'),
};

/** Another row was pressed meanwhile: what is not saved stays open, and has the focus. */
export const UnsavedStaysOpen: Story = {
  play: async ({ canvasElement }) => {
    const ada = user(canvasElement, 'logto-profile');
    await ada.opens('Nickname');
    await ada.enters('Nickname', 'Countess');
    await ada.pressesAny('edit', 4);
  },
};

export const InputNotRight: Story = { play: savesAndSees('Badge', 'nonsense', 'error') };

export const PartMissing: Story = {
  play: async (context) => savesAndSees('Address', '', 'error')(context),
};

export const Saving: Story = { parameters: answering('PATCH', patchProfile), play: saves('Nickname', 'Countess') };

export const Saved: Story = { play: savesAndSees('Nickname', 'Countess', 'status') };

export const SaveFailed: Story = {
  parameters: answering('PATCH', patchProfile, () => new Response(null, { status: 500 })),
  play: savesAndSees('Nickname', 'Countess', 'error'),
};

/** The tenant made it read-only after the page was loaded. */
export const SaveRefused: Story = {
  parameters: answering('PATCH', patchProfile, refusal(400, 'account_center.field_not_editable')),
  play: savesAndSees('Nickname', 'Countess', 'error'),
};

/** The application is a third party's, which may read the account and not change it. */
export const ThirdParty: Story = {
  parameters: answering('PATCH', patchProfile, refusal(403, 'auth.third_party_application_forbidden')),
  play: savesAndSees('Nickname', 'Countess', 'error'),
};

const onlyPicture = { name: 'Off', profile: 'Off', customData: 'Off' } as const;
const choosesPicture: Play = async ({ canvasElement }) => {
  const { pressesAny, sees, picks } = user(canvasElement, 'logto-profile');
  await pressesAny('edit');
  await sees('choose');
  await picks(await aPhoto());
};
const uploadsPicture: Play = async (context) => {
  await choosesPicture(context);
  await user(context.canvasElement, 'logto-profile').usesPicture();
};

export const CropPicture: Story = { args: onlyPicture, play: choosesPicture };

export const Uploading: Story = {
  args: onlyPicture,
  parameters: answering('POST', '/api/my-account/user-assets/avatar'),
  play: uploadsPicture,
};

export const UploadFailed: Story = {
  args: onlyPicture,
  parameters: answering('POST', '/api/my-account/user-assets/avatar', () => new Response(null, { status: 500 })),
  play: async (context) => {
    await uploadsPicture(context);
    await user(context.canvasElement, 'logto-profile').sees('error');
  },
};

/** The tenant has no storage provider: a link is all that works. */
export const NoStorage: Story = {
  args: { ...onlyPicture, storage: false },
  play: UploadFailed.play!,
};

export const NotAPicture: Story = {
  args: onlyPicture,
  play: async ({ canvasElement }) => {
    const { pressesAny, sees, picks } = user(canvasElement, 'logto-profile');
    await pressesAny('edit');
    await sees('choose');
    await picks(new File(['Dear diary'], 'diary.txt', { type: 'text/plain' }));
    await sees('error');
  },
};
