import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/mfa/logto-mfa.js';
import { fillSheet } from '../components/mfa/print-codes.js';
import { withBackupCodes, withPasskey, withTotp, type FakeLogto, type User } from '../test/fake-logto/fake-logto.js';
import { totpCode } from '../test/fake-logto/totp.js';
import { answering, inPage, page, refusal, tenant, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { alert, busy, dialog, form, presses, problem, proves, removes, sees, steps } from './helpers/steps.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Two-step verification',
  component: 'logto-mfa',
  ...page(() => html`<logto-mfa issuer="Analytical Engines"></logto-mfa>`),
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const settings = '/api/my-account/mfa-settings';
const factors = '/api/my-account/mfa-verifications';
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** What the user has set up. */
const has =
  (...all: ((user: User) => User)[]) =>
  ({ tenant }: FakeLogto) =>
    all.forEach((add) => add(tenant.users[0]!));
const usedApp = (user: User) => withTotp(user, { lastUsedAt: '2026-09-20T08:00:00.000Z' });
const codes = (used: number) => (user: User) => withBackupCodes(user, { used });
const isNotAsked = ({ tenant }: FakeLogto) => void (tenant.users[0]!.logtoConfig.mfa.skipMfaOnSignIn = true);

const gives = (...of: Parameters<typeof answering>) => answering(...of).tenant;
const failure = () => new Response(null, { status: 500 });
/** The key of the app is always the same, so that its code is known. */
const knownSecret = gives('POST', `${factors}/totp-secret/generate`, () => Response.json({ secret }));

const app = tenant(has(withTotp));
const appAndCodes = tenant(has(withTotp, codes(3)));

const startsSetup = steps(presses('edit'), proves, form.sees('[name="code"]'));
const enters = (code: string | (() => string)) => steps(startsSetup, form.enters('code', code), form.submits);
const savesApp = enters(() => totpCode(secret, Date.now()));
const asksForCodes = steps(presses('edit', 2), sees('confirm'));
const createsCodes = steps(asksForCodes, presses('confirm'), proves);
const showsCodes = steps(presses('show'), proves, sees('codes'));
const turnsOff = steps(presses('toggle'), presses('confirm'), proves);

export const NothingSetUp: Story = {};

/** The user should be able to sign in without the device as well: codes are suggested. */
export const AppSetUp: Story = { parameters: app };

export const EverythingSetUp: Story = {
  parameters: tenant(has(usedApp, withPasskey, withPasskey, withBackupCodes)),
};

export const ReadOnly: Story = { ...EverythingSetUp, args: { mfa: 'ReadOnly' } };

/** The element takes no space: between these two lines there is nothing. */
export const Off: Story = {
  args: { mfa: 'Off' },
  render: inPage(
    () =>
      html`<p>Before the element</p>
        <logto-mfa></logto-mfa>
        <p>After the element</p>`,
  ),
};

/** The tenant allows it and offers no second step at all: the element takes no space either. */
export const NothingOffered: Story = { ...Off, args: { factors: [] } };

export const Mandatory: Story = { args: { mfaPolicy: 'Mandatory' }, parameters: appAndCodes };

export const MandatoryNothingSetUp: Story = { args: { mfaPolicy: 'Mandatory' } };

export const TurnedOff: Story = { parameters: tenant(has(withTotp, withBackupCodes), isNotAsked) };

export const TurnedOffNothingSetUp: Story = { parameters: tenant(isNotAsked) };

/** The page did not supply the settings: what the tenant does not offer Logto says when it is saved. */
export const SettingsUnknown: Story = { args: { settings: false } };

export const SettingsUnknownEverythingSetUp: Story = { ...EverythingSetUp, args: { settings: false } };

/** The primary email address and phone number are second steps by themselves. */
export const EmailAndPhoneCodes: Story = {
  args: { factors: ['Totp', 'WebAuthn', 'BackupCode', 'EmailVerificationCode', 'PhoneVerificationCode'] },
};

/** What is set up can be removed where the tenant has stopped to offer it, and not be replaced. */
export const AppNoLongerOffered: Story = { args: { factors: ['WebAuthn'] }, parameters: app };

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, failure) };

/** The account is there, and the list of factors is not. */
export const FactorsNotLoaded: Story = { parameters: answering('GET', factors, failure) };

export const SignedOut: Story = { args: { signedIn: false } };

/** The token lacks the scope, which is told from `Off` by the settings. */
export const NotReadable: Story = { args: { scopes: ['openid', 'profile'] } };

/** Before a key is shown, the user proves who they are: the code is good for half a minute only. */
export const StepUp: Story = { play: steps(presses('edit'), dialog.sees('form')) };

export const SetUpApp: Story = { parameters: tenant(knownSecret), play: startsSetup };

export const CodeMissing: Story = {
  parameters: tenant(knownSecret),
  play: steps(startsSetup, form.submits, form.sees(problem)),
};

export const WrongCode: Story = {
  parameters: tenant(knownSecret),
  play: steps(enters('000000'), form.sees(problem)),
};

export const SavingApp: Story = {
  parameters: tenant(knownSecret, gives('POST', factors)),
  play: steps(savesApp, form.sees(busy)),
};

export const AppSaved: Story = { parameters: tenant(knownSecret), play: steps(savesApp, sees('status')) };

export const AppSaveFailed: Story = {
  parameters: tenant(knownSecret, gives('POST', factors, failure)),
  play: steps(savesApp, form.sees(alert)),
};

/** The tenant made it read-only after the page was loaded. */
export const AppSaveRefused: Story = {
  parameters: tenant(knownSecret, gives('POST', factors, refusal(400, 'account_center.field_not_editable'))),
  play: steps(savesApp, form.sees(alert)),
};

export const ReplaceApp: Story = { parameters: tenant(has(withTotp), knownSecret), play: startsSetup };

/** One second step of several goes. */
export const RemovalAsked: Story = {
  parameters: tenant(has(withTotp, withPasskey)),
  play: steps(presses('remove'), sees('confirm')),
};

export const RemovalOfLastAsked: Story = { parameters: app, play: RemovalAsked.play! };

/** The codes go with the last second step. */
export const RemovalOfLastAndCodesAsked: Story = { parameters: appAndCodes, play: RemovalAsked.play! };

export const RemovalOfLastMandatoryAsked: Story = {
  args: { mfaPolicy: 'Mandatory' },
  parameters: appAndCodes,
  play: RemovalAsked.play!,
};

export const Removed: Story = { parameters: appAndCodes, play: steps(removes, sees('status')) };

/** The codes are gone and the app is not. */
export const RemovalHalfDone: Story = {
  parameters: tenant(
    has((user) => withTotp(user, { id: 'app' }), codes(3)),
    gives('DELETE', `${factors}/app`, failure),
  ),
  play: steps(removes, sees('error')),
};

export const TurningOffAsked: Story = { parameters: appAndCodes, play: steps(presses('toggle'), sees('confirm')) };

export const TurningOff: Story = { parameters: tenant(has(withTotp), gives('PATCH', settings)), play: turnsOff };

export const TurnedOffNow: Story = { parameters: appAndCodes, play: steps(turnsOff, sees('status')) };

export const TurningOffFailed: Story = {
  parameters: tenant(has(withTotp), gives('PATCH', settings, failure)),
  play: steps(turnsOff, sees('error')),
};

export const TurnedOnNow: Story = {
  parameters: TurnedOff.parameters!,
  play: steps(presses('toggle'), proves, sees('status')),
};

export const TurningOnRefused: Story = {
  parameters: tenant(isNotAsked, gives('PATCH', settings, refusal(400, 'account_center.field_not_editable'))),
  play: steps(presses('toggle'), proves, sees('error')),
};

export const FirstCodesAsked: Story = { parameters: app, play: asksForCodes };

/** They stay until the user says that they are saved. */
export const NewCodes: Story = { parameters: app, play: steps(createsCodes, sees('codes')) };

export const NewCodesKept: Story = { parameters: app, play: steps(createsCodes, presses('done'), sees('status')) };

export const CodesRefused: Story = {
  parameters: tenant(has(withTotp), gives('POST', factors, refusal(400, 'account_center.field_not_editable'))),
  play: steps(createsCodes, sees('error')),
};

export const RenewalAsked: Story = { parameters: appAndCodes, play: asksForCodes };

/** The old codes are gone, and Logto did not take the new ones. */
export const RenewalHalfDone: Story = {
  parameters: tenant(has(withTotp, codes(3)), gives('POST', factors, failure)),
  play: steps(createsCodes, sees('error')),
};

export const StoredCodes: Story = { parameters: tenant(has(withTotp, withBackupCodes)), play: showsCodes };

export const StoredCodesSomeUsed: Story = { parameters: appAndCodes, play: showsCodes };

export const CodesUsedUp: Story = { parameters: tenant(has(withTotp, codes(10))) };

/** Codes stand in for something else, and there is nothing else. */
export const CodesAlone: Story = { parameters: tenant(has(codes(3))) };

export const RemovalOfCodesAsked: Story = { parameters: CodesAlone.parameters!, play: RemovalAsked.play! };

/** The sheet that is printed, without the page around it. */
export const PrintedCodes: Story = {
  render: () => html`<iframe title="The printed sheet" style=${frameStyle} @load=${printsSheet}></iframe>`,
};
const frameStyle = 'box-sizing: border-box; inline-size: 100%; block-size: 30rem; border: 1px solid';
const printsSheet = ({ target }: { target: HTMLIFrameElement }) =>
  fillSheet(target.contentDocument!, {
    title: 'Backup codes for Analytical Engines',
    accountName: 'ada',
    explanation: 'Each lets you sign in once without your usual second step.',
    codes: Array.from({ length: 10 }, (_, index) => `${index}a1815love${index}`),
    lang: 'en',
    dir: 'ltr',
    date: 'Nov 20, 2026',
  });
