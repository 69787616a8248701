import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/passkeys/logto-passkeys.js';
import { withBackupCodes, withPasskey, withTotp, type User } from '../test/fake-logto/fake-logto.js';
import { comesBack } from './helpers/coming-back.js';
import { absent, answering, inPage, page, refusal, tenant, withUser, type Story } from './helpers/page.js';
import { browserThat, browserWithoutPasskeys, takesAnyPasskey } from './helpers/passkeys.js';
import { agents } from './helpers/people.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { dialog, enters, presses, proves, removes, sees, steps } from './helpers/steps.js';

/**
 * One story for each state a user can meet. The args are the tenant, not the element. No browser lets this page use the
 * passkeys of the stand-in's host, so `mode` is `embedded`, and the browser is replaced where it would be asked.
 */
export default {
  title: 'Passkeys',
  component: 'logto-passkeys',
  ...page(() => html`<logto-passkeys mode="embedded"></logto-passkeys>`),
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const factors = '/api/my-account/mfa-verifications';
const configs = '/api/my-account/logto-configs';
const verification = '/api/verifications/web-authn/registration/verify';

const phone = (user: User) =>
  withPasskey(user, { id: 'phone', name: 'My phone', agent: agents.safari, lastUsedAt: '2026-11-18T08:00:00.000Z' });
const laptop = (user: User) => withPasskey(user, { id: 'laptop', agent: agents.firefox });
const unknown = (user: User) => withPasskey(user, { id: 'unknown', agent: '' });

const gives = (...of: Parameters<typeof answering>) => answering(...of).tenant;
const failure = () => new Response(null, { status: 500 });
const readOnlyNow = refusal(400, 'account_center.field_not_editable');

const onePasskey = withUser(phone);
const several = withUser(phone, laptop, unknown);
const trusting = tenant(takesAnyPasskey);

const startsAdding = steps(presses('add'), proves, sees('save'));
const creates = steps(startsAdding, presses('save'));
const startsRenaming = steps(presses('edit'), sees('save'));
const renamesTo = (name: string) => steps(startsRenaming, enters(name), presses('save'));
const asksToRemove = steps(presses('remove'), sees('confirm'));
const toggles = steps(presses('toggle'), proves);

export const None: Story = {};

/** A named one that was used, one with the name of its browser, and one of which nothing is known. */
export const Several: Story = { parameters: several };

export const LongName: Story = {
  parameters: withUser((user) =>
    withPasskey(user, { name: 'The telephone in the drawing room at 12 St James’s Square, London, on the left' }),
  ),
};

export const ReadOnly: Story = { args: { passkey: 'ReadOnly' }, parameters: several };

export const ReadOnlyNone: Story = { args: { passkey: 'ReadOnly' } };

export const Off: Story = { args: { passkey: 'Off' }, render: absent(() => html`<logto-passkeys></logto-passkeys>`) };

/** The tenant allows it and offers no passkeys: the element takes no space either. */
export const NotOffered: Story = { ...Off, args: { factors: ['Totp', 'BackupCode'] } };

/** What is there can be removed where the tenant has stopped to offer it. */
export const NoLongerOffered: Story = { args: { factors: ['Totp', 'BackupCode'] }, parameters: onePasskey };

/** Logto lists passkeys only to those who may see all second factors. */
export const Unlisted: Story = { args: { mfa: 'Off' }, parameters: several };

/** The page did not supply the settings: what the tenant does not offer Logto says when it is saved. */
export const SettingsUnknown: Story = { args: { settings: false }, parameters: several };

export const SettingsUnknownNone: Story = { args: { settings: false } };

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, failure) };

/** The account is there, and the list of passkeys is not. */
export const PasskeysNotLoaded: Story = { parameters: answering('GET', factors, failure) };

export const SignedOut: Story = { args: { signedIn: false } };

/** The token lacks the scope, which is told from `Off` by the settings. */
export const NotReadable: Story = { args: { scopes: ['openid', 'profile'] } };

/** The browser asks for the finger within seconds of the press that creates: who it is is proved before. */
export const StepUp: Story = { play: steps(presses('add'), dialog.sees('form')) };

export const Adding: Story = { play: startsAdding };

/** The browser's own dialog is open now. */
export const Creating: Story = { beforeEach: browserThat('waits'), play: creates };

export const Added: Story = {
  beforeEach: browserThat('creates'),
  parameters: trusting,
  play: steps(startsAdding, enters('My laptop'), presses('save'), sees('status')),
};

/** The user has closed the browser's dialog. That is no error. */
export const Cancelled: Story = {
  beforeEach: browserThat({ throws: 'NotAllowedError' }),
  play: creates,
};

export const AlreadyRegistered: Story = {
  beforeEach: browserThat({ throws: 'InvalidStateError' }),
  parameters: onePasskey,
  play: steps(creates, sees('error')),
};

export const NotCapable: Story = {
  beforeEach: browserThat({ throws: 'NotSupportedError' }),
  play: steps(creates, sees('error')),
};

export const BrowserFailed: Story = {
  beforeEach: browserThat({ throws: 'UnknownError' }),
  play: steps(creates, sees('error')),
};

/** The page wants it here, and the browser does not allow it. */
export const NotAllowedHere: Story = {
  beforeEach: browserThat({ throws: 'SecurityError' }),
  play: steps(creates, sees('error')),
};

/** The same where the page leaves open where it is done: there is another way. */
export const NotAllowedHereButElsewhere: Story = {
  beforeEach: browserThat({ throws: 'SecurityError' }),
  parameters: tenant(({ tenant }) => tenant.accountCenter.webauthnRelatedOrigins.push(location.origin)),
  render: inPage(() => html`<logto-passkeys></logto-passkeys>`),
  play: steps(creates, sees('primary')),
};

export const CreatedButNotSaved: Story = {
  beforeEach: browserThat('creates'),
  parameters: tenant(takesAnyPasskey, gives('POST', factors, failure)),
  play: steps(creates, sees('error')),
};

/** The tenant made it read-only after the page was loaded. */
export const AddingRefused: Story = {
  beforeEach: browserThat('creates'),
  parameters: tenant(takesAnyPasskey, gives('POST', factors, readOnlyNow)),
  play: steps(creates, sees('error')),
};

export const NotConfirmed: Story = {
  beforeEach: browserThat('creates'),
  parameters: answering('POST', verification, refusal(400, 'session.mfa.webauthn_verification_failed')),
  play: steps(creates, sees('error')),
};

/** Logto has forgotten what it asked. */
export const TookTooLong: Story = {
  beforeEach: browserThat('creates'),
  parameters: answering('POST', verification, refusal(404, 'verification_record.not_found')),
  play: steps(creates, sees('error')),
};

export const Unsupported: Story = { beforeEach: browserWithoutPasskeys, parameters: onePasskey };

/** At Logto's own page, from where the user comes back. */
export const Elsewhere: Story = { render: inPage(() => html`<logto-passkeys mode="hosted"></logto-passkeys>`) };

export const ElsewhereSeveral: Story = { ...Elsewhere, parameters: several };

export const ElsewhereUnlisted: Story = { ...Elsewhere, args: { mfa: 'Off' } };

export const BackFromElsewhere: Story = {
  ...Elsewhere,
  beforeEach: comesBack('passkey/add', { passkeys: 0 }),
  parameters: onePasskey,
  play: sees('status'),
};

export const Renaming: Story = { parameters: several, play: startsRenaming };

export const NameMissing: Story = { parameters: several, play: steps(renamesTo(' '), sees('error')) };

export const RenamingNow: Story = {
  parameters: tenant(several.tenant, gives('PATCH', `${factors}/phone/name`)),
  play: steps(renamesTo('Work phone'), proves),
};

export const Renamed: Story = { parameters: several, play: steps(renamesTo('Work phone'), proves, sees('status')) };

export const RenamingFailed: Story = {
  parameters: tenant(several.tenant, gives('PATCH', `${factors}/phone/name`, failure)),
  play: steps(renamesTo('Work phone'), proves, sees('error')),
};

/** One of several goes. */
export const RemovalAsked: Story = { parameters: several, play: asksToRemove };

export const RemovalOfLastAsked: Story = { parameters: onePasskey, play: asksToRemove };

export const RemovalOfLastAndCodesAsked: Story = { parameters: withUser(phone, withBackupCodes), play: asksToRemove };

export const RemovalOfLastMandatoryAsked: Story = {
  args: { mfaPolicy: 'Mandatory' },
  parameters: onePasskey,
  play: asksToRemove,
};

/** There is another second step, and no other passkey. */
export const RemovalBesideAppAsked: Story = { parameters: withUser(phone, withTotp), play: asksToRemove };

export const Removed: Story = { parameters: several, play: steps(removes, sees('status')) };

export const RemovalFailed: Story = {
  parameters: tenant(several.tenant, gives('DELETE', `${factors}/phone`, failure)),
  play: steps(removes, sees('error')),
};

/** The tenant lets people sign in with a passkey alone, and Logto suggests to add one. */
export const Suggested: Story = { args: { passkeySignIn: true }, parameters: several };

export const SuggestedNone: Story = { args: { passkeySignIn: true } };

export const NotSuggested: Story = {
  args: { passkeySignIn: true },
  parameters: withUser(phone, (user) => (user.logtoConfig.passkeySignIn.skipped = true)),
};

export const SuggestedReadOnly: Story = { ...Suggested, args: { passkeySignIn: true, passkey: 'ReadOnly' } };

export const NoLongerSuggested: Story = { ...Suggested, play: steps(toggles, sees('status')) };

export const SuggestedNow: Story = { ...NotSuggested, play: steps(toggles, sees('status')) };

export const SuggestionFailed: Story = {
  args: { passkeySignIn: true },
  parameters: tenant(several.tenant, gives('PATCH', configs, failure)),
  play: steps(toggles, sees('error')),
};
