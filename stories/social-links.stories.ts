import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/social-links/logto-social-links.js';
import type { PendingLink } from '../components/social-links/social-panel.js';
import type { FakeLogto } from '../test/fake-logto/fake-logto.js';
import { comesBack } from './helpers/coming-back.js';
import { absent, answering, inPage, page, refusal, tenant, withUser, type Story } from './helpers/page.js';
import { linkedTo } from './helpers/people.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { dialog, presses, proves, removes, sees, steps } from './helpers/steps.js';

/** One story for each state a user can meet. The args are the tenant, not the element. */
export default {
  title: 'Social accounts',
  component: 'logto-social-links',
  ...page(() => html`<logto-social-links></logto-social-links>`),
} satisfies Meta<TenantArgs>;

const account = '/api/my-account';
const identities = '/api/my-account/identities';
const start = '/api/verifications/social';
const verify = '/api/verifications/social/verify';

const gives = (...of: Parameters<typeof answering>) => answering(...of).tenant;
const failure = () => new Response(null, { status: 500 });
const hasGitHub = linkedTo('github', { name: 'Ada Lovelace', email: 'ada@example.com' });
const github = withUser(hasGitHub);
const several = withUser(hasGitHub, linkedTo('google', { email: 'ada.lovelace@gmail.example' }));
const embedded = inPage(() => html`<logto-social-links mode="embedded"></logto-social-links>`);
/** The row of GitHub is the second one, unless it is linked. */
const linksGitHub = presses('edit', 2);
const asksToUnlink = steps(presses('remove'), sees('confirm'));

export const NothingLinked: Story = {};

export const OneLinked: Story = { parameters: github };

export const SeveralLinked: Story = { parameters: several };

/** The provider has said nothing about who it is. */
export const NoDetails: Story = { parameters: withUser(linkedTo('github')) };

export const LongDetails: Story = {
  parameters: withUser(
    linkedTo('github', {
      name: 'Augusta Ada King, Countess of Lovelace',
      email: 'augusta.ada.king.countess.of.lovelace@analytical-engines.example',
    }),
  ),
};

/** The tenant no longer has this provider: the account can be unlinked, but not replaced. */
export const ProviderGone: Story = { parameters: withUser(linkedTo('facebook', { name: 'Ada Lovelace' })) };

/** Logto refuses to unlink it, so there is no question. */
export const LastWayToSignIn: Story = {
  args: { user: { username: null, primaryEmail: null, primaryPhone: null } },
  parameters: github,
};

export const ReadOnly: Story = { args: { social: 'ReadOnly' }, parameters: several };

export const ReadOnlyNothingLinked: Story = { args: { social: 'ReadOnly' } };

export const Off: Story = {
  args: { social: 'Off' },
  render: absent(() => html`<logto-social-links></logto-social-links>`),
};

/** The tenant allows it and has no providers: the element takes no space either. */
export const NoProviders: Story = {
  parameters: tenant(({ tenant }) => (tenant.signInExperience.socialConnectors = [])),
  render: Off.render!,
};

/** The page did not supply the settings, so only what is linked is known, without logos. */
export const SettingsUnknown: Story = { args: { settings: false }, parameters: several };

export const SettingsUnknownNothingLinked: Story = { args: { settings: false } };

/** The page names the providers. One of them has no logo, and one a logo that is not there. */
export const ProvidersFromPage: Story = {
  args: { settings: false },
  parameters: github,
  render: inPage(
    () => html`<logto-social-links mode="embedded" .connectors=${providersFromPage}></logto-social-links>`,
  ),
};
const octocat =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><circle cx="50%25" cy="50%25" r="45%25" /></svg>';
const providersFromPage = [
  { id: '0ffoz13j70sg', target: 'github', name: 'GitHub', logo: octocat },
  { id: '6vk4jv92jsu1', target: 'google', name: { en: 'Google', de: 'Google' } },
  { id: 'udaxsoz680xc', target: 'mock-social', name: 'Mock Social', logo: 'data:image/png;base64,' },
];

export const Loading: Story = { parameters: answering('GET', account) };

export const LoadFailed: Story = { parameters: answering('GET', account, failure) };

export const SignedOut: Story = { args: { signedIn: false } };

/** The token lacks the scope, which is told from `Off` by the settings. */
export const NotReadable: Story = { args: { scopes: ['openid', 'profile'] } };

/** The page of the provider is on its way. */
export const GoingToProvider: Story = {
  parameters: answering('POST', start),
  render: embedded,
  play: linksGitHub,
};

export const ProviderNotOffered: Story = {
  parameters: answering('POST', start, refusal(404, 'session.invalid_connector_id')),
  render: embedded,
  play: steps(linksGitHub, sees('error')),
};

/** An address to which no one should be sent. */
export const ProviderOutOfReach: Story = {
  parameters: answering('POST', start, () =>
    Response.json({ verificationRecordId: 'a', authorizationUri: 'javascript:0', expiresAt: '2099-01-01T00:00:00Z' }),
  ),
  render: embedded,
  play: steps(linksGitHub, sees('error')),
};

export const UnlinkingAsked: Story = { parameters: several, play: asksToUnlink };

export const StepUp: Story = {
  parameters: several,
  play: steps(asksToUnlink, presses('confirm'), dialog.sees('form')),
};

export const Unlinking: Story = {
  parameters: tenant(several.tenant, gives('DELETE', `${identities}/github`)),
  play: removes,
};

export const Unlinked: Story = { parameters: several, play: steps(removes, sees('status')) };

export const UnlinkingFailed: Story = {
  parameters: tenant(several.tenant, gives('DELETE', `${identities}/github`, failure)),
  play: steps(removes, sees('error')),
};

/** The tenant made it read-only after the page was loaded. */
export const UnlinkingRefused: Story = {
  parameters: tenant(
    several.tenant,
    gives('DELETE', `${identities}/github`, refusal(400, 'account_center.field_not_editable')),
  ),
  play: steps(removes, sees('error')),
};

const state = '6b1d2f0a9c4e4d7f8a3b5c6d7e8f9a0b';
const record = 'social-record';
const inTenMinutes = () => Date.now() + 600_000;

/** The user began to link GitHub in this page, and Logto waits for the answer. */
const hasBegun = (logto: FakeLogto) =>
  void logto.tenant.verificationRecords.push({
    id: record,
    type: 'Social',
    verified: false,
    expiresAt: inTenMinutes(),
    social: { connectorId: '0ffoz13j70sg', target: 'github' },
  });

type EmbeddedLink = Extract<PendingLink, { kind: 'embedded' }>;
type Answered = Pick<Story, 'parameters' | 'render' | 'beforeEach'>;

/** The user comes back from GitHub with this answer. */
const answered = (
  answer: Record<string, string>,
  pending: Partial<EmbeddedLink> = {},
  expiresAt?: number,
): Answered => ({
  parameters: tenant(hasBegun),
  render: embedded,
  beforeEach: (context) => {
    const { href } = location;
    const data = {
      kind: 'embedded',
      target: 'github',
      state,
      verificationRecordId: record,
      redirectUri: location.origin + location.pathname,
      isReplacement: false,
      page: href,
      ...pending,
    } satisfies PendingLink;
    return comesBack('social', data, { state, ...answer }, expiresAt)(context);
  },
});
const confirmed = answered({ code: 'from-github' });
const withTenant = (story: Answered, ...prepare: Parameters<typeof tenant>): Answered => ({
  ...story,
  parameters: tenant(hasBegun, ...prepare),
});

export const BackStepUp: Story = { ...confirmed, play: dialog.sees('form') };

export const Linking: Story = { ...withTenant(confirmed, gives('POST', identities)), play: proves };

export const Linked: Story = { ...confirmed, play: steps(proves, sees('status')) };

/** The user did not prove who they are. The provider is not asked twice. */
export const OnlyLinkingIsLeft: Story = {
  ...confirmed,
  play: steps(dialog.clicks('.actions [type="button"]'), sees('confirm')),
};

export const LinkingFailed: Story = {
  ...withTenant(confirmed, gives('POST', identities, failure)),
  play: steps(proves, sees('error'), presses('confirm'), sees('error')),
};

export const Replaced: Story = {
  ...answered({ code: 'from-github', name: 'Countess of Lovelace' }, { isReplacement: true }),
  ...{ parameters: tenant(hasBegun, github.tenant) },
  play: steps(proves, sees('status')),
};

/** It belongs to Charles Babbage. */
export const LinkedToSomebodyElse: Story = {
  ...answered({ code: 'from-github', userId: 'cbabbage' }),
  play: steps(proves, sees('error')),
};

/** The user has linked another one in the meantime, somewhere else. */
export const LinkedMeanwhile: Story = {
  ...withTenant(confirmed, github.tenant),
  play: steps(proves, sees('error')),
};

export const NotConfirmed: Story = {
  ...withTenant(confirmed, gives('POST', verify, refusal(400, 'connector.invalid_response'))),
  play: sees('error'),
};

export const CancelledAtProvider: Story = { ...answered({ error: 'access_denied' }), play: sees('status') };

export const RefusedByProvider: Story = { ...answered({ error: 'server_error' }), play: sees('status') };

/** The response has another `state`: someone else may have started it. */
export const Tampered: Story = { ...answered({ code: 'from-github', state: 'another' }), play: sees('status') };

export const TookTooLong: Story = {
  ...answered({ code: 'from-github' }, {}, 0),
  play: sees('status'),
};

/** Linked at Logto's own page, where it is done unless this one is registered at the provider. */
export const BackFromLogto: Story = {
  parameters: github,
  beforeEach: comesBack('social', { kind: 'hosted', target: 'github', before: undefined }),
  play: sees('status'),
};
