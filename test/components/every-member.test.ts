import { expect } from '@open-wc/testing';
import { html } from 'lit';

import '../../components/account/logto-account.js';
import '../../components/user-button/logto-user-button.js';
import { elementLoaders, type ElementName } from '../../components/element-loaders.js';
import { ada, withPasskey, withTotp, type FakeLogto } from '../fake-logto/fake-logto.js';
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { listenToConsole } from '../helpers/console.js';
import { HostClient } from '../helpers/host-client.js';
import { eventsOf } from '../helpers/next-event.js';
import { stayHere } from '../helpers/stay-here.js';
import { namesOf, parts, textOf } from '../helpers/read.js';
import { beAt, linksOf, openAccount, whenAccountIdle } from './account-page.js';
import { answerWith, enter, openForm, openPage, press, refusal, whenIdle, theDialog } from './credential-page.js';
import { aGuardedTenant, showName, twoApps, twoDevices, twoSessions } from './guarded-list-page.js';
import { confirm } from './delete-account-page.js';
import { anEndpointHere, stubBrowser } from './passkeys-page.js';
import { github } from './social-page.js';
import { waitUntil } from '../helpers/wait-until.js';

/** What each element has in public, as `custom-elements.json` tells. Read before the stand-in answers all requests. */
const known = await readManifest();

interface Declaration {
  tagName?: string;
  attributes?: { name: string }[];
  members?: { kind: string; name: string; privacy?: string; static?: boolean }[];
  events?: { name: string }[];
}

async function readManifest(): Promise<Record<string, string[]>> {
  const response = await fetch('/custom-elements.json');
  const { modules } = (await response.json()) as { modules: { declarations?: Declaration[] }[] };
  const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  return Object.fromEntries(elements.map((element) => [element.tagName ?? '', membersOf(element)]));
}

function membersOf({ attributes = [], members = [], events = [] }: Declaration): string[] {
  const isPublic = ({ privacy = 'public', static: isStatic }: NonNullable<Declaration['members']>[number]) =>
    privacy === 'public' && !isStatic;
  return [
    ...attributes.map(({ name }) => `attribute ${name}`),
    ...members.filter(isPublic).map(({ kind, name }) => (kind === 'method' ? `method ${name}` : `property ${name}`)),
    ...events.map(({ name }) => `event ${name}`),
  ];
}

type Tag = HTMLElement & { updateComplete: Promise<unknown> };

/** Sees the effect of one member. */
type Check = () => Promise<unknown>;

/** A tenant with something of everything. */
function aFullTenant(): FakeLogto {
  const logto = aGuardedTenant({ deleteAccountUrl: 'https://leave.example/' });
  const [user] = logto.tenant.users;
  withTotp(user!);
  withPasskey(user!, { name: 'Laptop' });
  user!.identities = { ...github };
  const token = { name: 'Backup', value: 'pat_backup', createdAt: Date.UTC(2026, 9, 5), expiresAt: null };
  logto.tenant.management.personalAccessTokens.push({ userId: ada, ...token });
  for (const has of [twoSessions, twoApps, twoDevices]) has(logto.tenant, user!);
  return logto;
}

/** The element, upgraded and at rest, in a provider. */
async function open(name: ElementName, set: (tag: Tag) => unknown = () => undefined, options = {}) {
  await elementLoaders[name]();
  stayHere();
  const logto = aFullTenant();
  const at = anEndpointHere();
  serveLayer(logto, at, { personalAccessTokens: true, organizations: true, signInHistory: true, dataExport: true });
  const tag = document.createElement(name) as unknown as Tag;
  set(tag);
  const page = await openPage(tag as unknown as Parameters<typeof openPage>[0], {
    at,
    logto,
    attributes: { 'account-api': accountApi },
    ...options,
  });
  await whenIdle(tag);
  return { ...page, logto, tag };
}

const pressWhenThere = async (tag: Tag, name: string) => {
  await waitUntil(() => namesOf(tag, 'button').includes(name), `There is no “${name}”, but: ${namesOf(tag, 'button')}`);
  press(tag, name);
  await whenIdle(tag);
};

const presses =
  (...names: string[]) =>
  async (tag: Tag) => {
    for (const name of names) await pressWhenThere(tag, name);
  };

/** One change in each element, through to the end. */
const changes = {
  'logto-username': presses('Remove Username', 'Remove'),
  'logto-email': presses('Remove Email', 'Remove'),
  'logto-phone': presses('Remove Phone', 'Remove'),
  'logto-password': async (tag: Tag) => {
    enter(await openForm(tag), 'New password', 'Teal-Kettle!48');
    await pressWhenThere(tag, 'Save');
  },
  'logto-profile': async (tag: Tag) => {
    enter(await change(tag, 'Change Nickname'), 'Nickname', 'Countess');
    await pressWhenThere(tag, 'Save');
  },
  'logto-mfa': presses('Remove Authenticator app', 'Remove'),
  'logto-passkeys': presses('Remove Laptop', 'Remove'),
  'logto-social-links': presses('Unlink GitHub', 'Unlink'),
  'logto-organizations': presses('Leave Engine Works', 'Leave'),
  'logto-access-tokens': presses('Delete Backup', 'Delete'),
  'logto-sessions': presses(showName['logto-sessions'], 'Sign out Safari on iOS', 'Sign out'),
  'logto-connected-apps': presses(showName['logto-connected-apps'], 'Remove access for Diary', 'Remove access'),
  'logto-trusted-devices': presses(showName['logto-trusted-devices'], 'Remove Safari on iOS', 'Remove'),
} satisfies Partial<Record<ElementName, (tag: Tag) => Promise<void>>>;

async function change(tag: Tag, name: string): Promise<HTMLElement> {
  await pressWhenThere(tag, name);
  await waitUntil(() => tag.querySelector('.logto-form input'), 'No form is open.');
  return tag.querySelector<HTMLElement>('.logto-form')!;
}

/** The parts that appear only if something is editable. */
const ways = ['edit', 'remove', 'remove-others', 'toggle', 'add', 'rename', 'link'];
const waysIn = (tag: Element) => ways.flatMap((name) => parts(tag, name)).length;

type Changed = keyof typeof changes;

const isReadonly =
  (name: ElementName, set: (tag: Tag) => unknown): Check =>
  async () => {
    const { tag } = await open(name);
    if (name in showName) await pressWhenThere(tag, showName[name as keyof typeof showName]);
    expect(waysIn(tag), 'ways to change something').to.be.greaterThan(0);
    set(tag);
    await whenIdle(tag);
    expect(waysIn(tag)).to.equal(0);
  };

/** What `open()` leaves to be seen: something open in a row, a list in place of its button, or the focus on a button. */
const opens =
  (name: ElementName): Check =>
  async () => {
    const { tag } = await open(name);
    expect(await (tag as Tag & { open(): Promise<boolean> }).open()).to.equal(true);
    if (name === 'logto-social-links') expect(tag.shadowRoot?.activeElement?.part.contains('edit')).to.equal(true);
    else if (isList(name)) expect(parts(tag, 'show')).to.deep.equal([]);
    else expect(parts(tag, 'form')).to.have.lengthOf(1);
  };

const isList = (name: ElementName) => name in showName || name === 'logto-sign-in-history';

/** What all elements of rows have. */
const rows = (name: ElementName): Record<string, Check> => ({
  'method open': opens(name),
  'attribute readonly': isReadonly(name, (tag) => tag.setAttribute('readonly', '')),
  'property readonly': isReadonly(name, (tag) => Object.assign(tag, { readonly: true })),
  'event logto-access-changed': async () => {
    const heard = eventsOf(document, 'logto-access-changed');
    const { tag } = await open(name);
    Object.assign(tag, { readonly: true });
    await whenIdle(tag);
    const own = heard.filter(({ target }) => target === tag).map(({ access }) => access);
    expect(own).to.deep.equal(['edit', 'read-only']);
  },
});

/** What those have besides with which something is changed. */
const changing = (name: Changed): Record<string, Check> => ({
  ...rows(name),
  [`event ${name}-updated`]: async () => {
    const { tag } = await open(name);
    const heard: Event[] = [];
    document.addEventListener(`${name}-updated`, (event) => heard.push(event));
    await changes[name](tag);
    expect(heard.map(({ target }) => target)).to.deep.equal([tag]);
  },
  'event logto-error': async () => {
    const { tag, logto } = await open(name);
    const heard = eventsOf(document, 'logto-error');
    answerWith(logto, /^(POST|PATCH|PUT|DELETE) .*(my-account|personal-access-tokens|organizations)/, () =>
      refusal(500, 'x'),
    );
    await changes[name](tag).catch(() => undefined);
    expect(heard.length).to.be.greaterThan(0);
    expect(heard.map(({ target, error }) => [target, error.kind])[0]).to.deep.equal([tag, 'unexpected']);
  },
});

/** The same for what the user signs in with: they may want to sign out everywhere else then. */
const changingCredential = (name: Changed): Record<string, Check> => ({
  ...changing(name),
  'event logto-sessions-updated': async () => {
    const { tag } = await open(name);
    const heard = eventsOf(document, 'logto-sessions-updated');
    await changes[name](tag);
    await pressWhenThere(tag, 'Sign out everywhere else');
    await waitUntil(() => heard.length > 0, 'It is not heard.');
    expect(heard.map(({ target, item }) => [target, item])).to.deep.equal([[tag, 'other-sessions']]);
  },
});

const addressOfApp = (tag: Element) => parts(tag, 'link')[0]?.getAttribute('href') ?? '';

const namesService =
  (set: (tag: Tag) => unknown): Check =>
  async () => {
    const { tag } = await open('logto-mfa', set);
    await pressWhenThere(tag, 'Replace Authenticator app');
    expect(addressOfApp(tag)).to.contain('issuer=Acme');
  };

const goesAway =
  (name: ElementName, label: string, path: RegExp, set: (tag: Tag) => unknown): Check =>
  async () => {
    stubBrowser();
    const addresses = stayHere();
    const { tag } = await open(name, set);
    await pressWhenThere(tag, label);
    expect(addresses.map(({ pathname }) => pathname).join()).to.match(path);
  };

const addPasskey = 'Add a passkey';
const hosted = (name: ElementName, label: string, path: RegExp) => ({
  'attribute mode': goesAway(name, label, path, (tag) => tag.setAttribute('mode', 'hosted')),
  'property mode': goesAway(name, label, path, (tag) => Object.assign(tag, { mode: 'hosted' })),
});

const returnsTo =
  (set: (tag: Tag) => unknown): Check =>
  async () => {
    const addresses = stayHere();
    const { tag, sent } = await open('logto-social-links', set);
    await pressWhenThere(tag, 'Link Google');
    const bodies = sent.map(({ body }) => body?.['redirectUri']).filter(Boolean);
    expect(bodies).to.deep.equal([`${location.origin}/linked`]);
    expect(addresses).to.have.lengthOf(1);
  };

const isHandled =
  (set: (tag: Tag) => unknown): Check =>
  async () => {
    const addresses = stayHere();
    const { tag } = await open('logto-delete-account', set);
    await pressWhenThere(tag, 'Delete account');
    await confirm(tag);
    expect(addresses).to.deep.equal([]);
  };

const account = (has: Record<string, string>) => openAccount({ has });

/** The page with this set, as attribute or as property. */
const inAccount = (
  name: string,
  value: string,
  check: (page: Awaited<ReturnType<typeof account>>) => unknown,
): Check[] => [
  async () => check(await account({ [name]: value })),
  async () => {
    const page = await account({});
    const property = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    Object.assign(page.tag, { [property]: property === 'readonly' ? true : value });
    await whenAccountIdle(page.tag);
    await check(page);
  },
];

const [routingAttribute, routingProperty] = inAccount('routing', 'off', ({ tag }) =>
  expect(linksOf(tag)).to.deep.equal([]),
);
const [sectionsAttribute, sectionsProperty] = inAccount('sections', 'devices profile', ({ tag }) =>
  expect(linksOf(tag)).to.deep.equal(['Devices and apps', 'Profile']),
);
const [readonlyAttribute, readonlyProperty] = inAccount('readonly', '', ({ tag }) =>
  expect(waysIn(tag.querySelector('logto-profile')!)).to.equal(0),
);
const [returnToAttribute, returnToProperty] = inAccount('return-to', '/shop', async ({ tag }) => {
  await tag.open('security/username');
  const username = tag.querySelector('logto-username') as unknown as Tag;
  press(username, 'Cancel');
  await changes['logto-username'](username);
  const [back] = parts(tag, 'return') as HTMLAnchorElement[];
  expect(back?.href).to.equal(`${location.origin}/shop`);
});
const basePath =
  (set: (tag: HTMLElement) => unknown): Check =>
  async () => {
    const { tag } = await account({ routing: 'history' });
    set(tag);
    await whenAccountIdle(tag);
    const [first] = parts(tag, 'link') as HTMLAnchorElement[];
    expect(new URL(first!.href).pathname).to.match(/^\/me\//);
  };

/** What an element says of itself with which nothing can be changed. */
const isSeenOnly =
  (name: ElementName): Check =>
  async () => {
    const heard = eventsOf(document, 'logto-access-changed');
    const { tag } = await open(name);
    expect(heard.filter(({ target }) => target === tag).map(({ access }) => access)).to.deep.equal(['read-only']);
  };

const client = (logto: FakeLogto, userId?: null) => {
  const host = new HostClient(logto, userId);
  return { host, properties: { getAccessToken: undefined, client: host, redirectUri: 'https://app.example/callback' } };
};

async function withClient(userId?: null, content = html`<logto-sign-in></logto-sign-in>`) {
  await elementLoaders['logto-sign-in']();
  const logto = aFullTenant();
  const { host, properties } = client(logto, userId);
  const page = await openPage(content, { logto, properties, withDialog: true });
  return { ...page, logto, host };
}

async function userButton(set: (tag: Tag) => unknown) {
  const { provider } = await withClient(undefined, html`<logto-user-button></logto-user-button>`);
  const tag = provider.querySelector<Tag>('logto-user-button')!;
  set(tag);
  await whenIdle(tag);
  return tag;
}

const leadsTo =
  (set: (tag: Tag) => unknown): Check =>
  async () => {
    const [item] = parts(await userButton(set), 'manage') as HTMLAnchorElement[];
    expect(item?.href).to.equal(`${location.origin}/me`);
  };

const showsName =
  (set: (tag: Tag) => unknown): Check =>
  async () => {
    const [name] = parts(await userButton(set), 'name');
    expect(name && textOf(name)).to.equal('Ada Lovelace');
  };

const table: Record<string, Record<string, Check>> = {
  'logto-account-provider': {
    'property status': async () => expect((await withClient()).provider.status).to.equal('ready'),
    'method signIn': async () => {
      const { provider, host } = await withClient(null);
      await provider.signIn();
      expect(host.calls.join()).to.match(/^signIn /);
    },
    'method signOut': async () => {
      const { provider, host } = await withClient();
      await provider.signOut();
      expect(host.calls.join()).to.match(/signOut /);
    },
    'method refresh': async () => {
      const { provider, logto } = await withClient();
      logto.tenant.users[0]!.name = 'Countess';
      await provider.refresh();
      await waitUntil(() => textOf(provider).includes('Countess'));
    },
    'method verify': async () => {
      const { provider } = await withClient();
      const verified = provider.verify().catch(() => 'declined');
      press(await theDialog(), 'Cancel');
      expect(await verified).to.equal('declined');
    },
    'property account': async () => {
      const { provider } = await withClient();
      expect(provider.account?.name).to.equal('Ada Lovelace');
    },
    'event logto-account-changed': async () => {
      const heard = eventsOf(document, 'logto-account-changed');
      const { provider } = await withClient();
      expect(heard.map(({ target }) => target)).to.include(provider);
    },
    'event logto-status-changed': async () => {
      const heard = eventsOf(document, 'logto-status-changed');
      await withClient();
      expect(heard.map(({ status }) => status)).to.include('ready');
    },
    'event logto-verification-required': async () => {
      const heard = eventsOf(document, 'logto-verification-required');
      const { provider } = await withClient();
      const verified = provider.verify().catch(() => undefined);
      press(await theDialog(), 'Cancel');
      await verified;
      expect(heard).to.have.lengthOf(1);
    },
    'event logto-error': async () => {
      const heard = eventsOf(document, 'logto-error');
      const logto = aFullTenant();
      answerWith(logto, /^GET .*my-account$/, () => refusal(500, 'x'));
      const { provider } = await openPage('', { logto });
      expect(heard.map(({ target }) => target)).to.deep.equal([provider]);
    },
  },
  'logto-account': {
    'attribute routing': routingAttribute!,
    'property routing': routingProperty!,
    'attribute sections': sectionsAttribute!,
    'property sections': sectionsProperty!,
    'attribute readonly': readonlyAttribute!,
    'property readonly': readonlyProperty!,
    'attribute base-path': basePath((tag) => tag.setAttribute('base-path', '/me')),
    'property basePath': basePath((tag) => Object.assign(tag, { basePath: '/me' })),
    'attribute return-to': returnToAttribute!,
    'property returnTo': returnToProperty!,
    'method open': async () => {
      beAt('');
      const { tag } = await account({});
      expect(await tag.open('security/password')).to.equal(true);
      expect(tag.querySelector('logto-password .logto-form')).not.to.equal(null);
    },
    'event logto-error': async () => {
      beAt('');
      const heard = eventsOf(document, 'logto-error');
      const loaders: Record<string, () => Promise<unknown>> = elementLoaders;
      const { 'logto-profile': load } = loaders;
      loaders['logto-profile'] = () => Promise.reject(new TypeError('Failed to fetch'));
      try {
        const { tag } = await account({});
        expect(heard.map(({ target }) => target)).to.include(tag);
      } finally {
        loaders['logto-profile'] = load!;
      }
    },
  },
  'logto-user-button': {
    'attribute account-url': leadsTo((tag) => tag.setAttribute('account-url', '/me')),
    'property accountUrl': leadsTo((tag) => Object.assign(tag, { accountUrl: '/me' })),
    'attribute show-name': showsName((tag) => tag.setAttribute('show-name', '')),
    'property showName': showsName((tag) => Object.assign(tag, { showName: true })),
    'event logto-error': async () => {
      const { provider, host } = await withClient(null, html`<logto-user-button></logto-user-button>`);
      const heard = eventsOf(document, 'logto-error');
      host.leave = () => Promise.reject(new TypeError('Failed to fetch'));
      await waitUntil(() => namesOf(provider, 'button').includes('Sign in'));
      press(provider, 'Sign in');
      await waitUntil(() => heard.length > 0);
    },
  },
  'logto-sign-in': {
    'event logto-error': async () => {
      const { provider, host } = await withClient(null);
      const heard = eventsOf(document, 'logto-error');
      host.leave = () => Promise.reject(new TypeError('Failed to fetch'));
      await waitUntil(() => namesOf(provider, 'button').includes('Sign in'));
      press(provider, 'Sign in');
      await waitUntil(() => heard.length > 0);
    },
  },
  'logto-mfa': {
    ...changingCredential('logto-mfa'),
    'attribute issuer': namesService((tag) => tag.setAttribute('issuer', 'Acme')),
    'property issuer': namesService((tag) => Object.assign(tag, { issuer: 'Acme' })),
  },
  'logto-passkeys': {
    ...changingCredential('logto-passkeys'),
    ...hosted('logto-passkeys', addPasskey, /^\/account\/passkey\/add$/),
  },
  'logto-social-links': {
    ...changing('logto-social-links'),
    ...hosted('logto-social-links', 'Link Google', /^\/account\/social\//),
    'attribute callback-uri': returnsTo((tag) => tag.setAttribute('callback-uri', '/linked')),
    'property callbackUri': returnsTo((tag) => Object.assign(tag, { callbackUri: '/linked' })),
    'property connectors': async () => {
      const connectors = [{ id: 'one', target: 'acme', name: 'Acme ID' }];
      const { tag } = await open('logto-social-links', (each) => Object.assign(each, { connectors }));
      expect(namesOf(tag, 'button')).to.include('Link Acme ID');
    },
  },
  'logto-delete-account': {
    ...rows('logto-delete-account'),
    'attribute handled': isHandled((tag) => tag.setAttribute('handled', '')),
    'property handled': isHandled((tag) => Object.assign(tag, { handled: true })),
    'event logto-delete-account-requested': async () => {
      const { tag } = await open('logto-delete-account');
      const heard = eventsOf(document, 'logto-delete-account-requested');
      await pressWhenThere(tag, 'Delete account');
      await confirm(tag);
      expect(heard.map(({ target }) => target)).to.deep.equal([tag]);
    },
    'event logto-error': async () => {
      const { tag } = await open('logto-delete-account', (each) => Object.assign(each, { handled: true }));
      const heard = eventsOf(document, 'logto-error');
      tag.addEventListener('logto-delete-account-requested', (event) =>
        event.waitUntil(Promise.reject(new Error('x'))),
      );
      await pressWhenThere(tag, 'Delete account');
      await confirm(tag);
      expect(heard.map(({ target }) => target)).to.deep.equal([tag]);
    },
  },
  'logto-sign-in-history': {
    'method open': opens('logto-sign-in-history'),
    'event logto-access-changed': isSeenOnly('logto-sign-in-history'),
    'event logto-error': async () => {
      listenToConsole(); // the layer says there what failed
      const { tag, logto } = await open('logto-sign-in-history');
      const heard = eventsOf(document, 'logto-error');
      answerWith(logto, /^GET .*logs$/, () => refusal(500, 'x'));
      await pressWhenThere(tag, 'Show your sign-in history');
      expect(heard.map(({ target }) => target)).to.deep.equal([tag]);
    },
  },
  'logto-data-export': {
    'method open': opens('logto-data-export'),
    'event logto-access-changed': isSeenOnly('logto-data-export'),
    'event logto-error': async () => {
      const { tag, logto } = await open('logto-data-export');
      const heard = eventsOf(document, 'logto-error');
      answerWith(logto, /^GET .*my-account$/, () => Response.error());
      await pressWhenThere(tag, 'Download a copy of your data');
      await pressWhenThere(tag, 'Download');
      await waitUntil(() => heard.length > 0);
      expect(heard.map(({ target }) => target)).to.include(tag);
    },
  },
  ...Object.fromEntries(
    (
      [
        'logto-username',
        'logto-profile',
        'logto-organizations',
        'logto-access-tokens',
        'logto-sessions',
        'logto-connected-apps',
        'logto-trusted-devices',
      ] as const
    ).map((name) => [name, changing(name)]),
  ),
  ...Object.fromEntries(
    (['logto-email', 'logto-phone', 'logto-password'] as const).map((name) => [name, changingCredential(name)]),
  ),
};

/** Their effect is seen at Logto, in the end-to-end tests of the provider's properties. */
const isTestedEndToEnd = (tag: string, member: string) =>
  tag === 'logto-account-provider' && /^(attribute|property) (?!(status|account)$)/.test(member);

for (const [tag, checks] of Object.entries(table))
  describe(`the public API of <${tag}>`, () => {
    it('matches this table exactly', () => {
      const members = known[tag]!.filter((member) => !isTestedEndToEnd(tag, member));
      expect(Object.keys(checks).sort()).to.deep.equal(members.sort());
    });

    for (const [member, check] of Object.entries(checks)) it(`has an effect for each member: ${member}`, check);
  });

describe('the table of public members', () => {
  it('covers every element', () => {
    expect(Object.keys(table).sort()).to.deep.equal(Object.keys(known).sort());
  });
});
