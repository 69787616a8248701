import { expect, html } from '@open-wc/testing';

import '../../components/sign-in-history/logto-sign-in-history.js';
import '../../src/device/browser-name.js'; // which the tag loads when there is something to name
import { ada, type FakeLogto } from '../fake-logto/fake-logto.js';
import type { LayerOptions } from '../fake-logto/account-layer.js';
import { aSignInLog } from '../fake-logto/management/data.js';
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { listenToConsole } from '../helpers/console.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, part, parts, textOf } from '../helpers/read.js';
import { focused, labelsOf, rowOf, valuesOf, warningsOf, textOfPart } from '../helpers/rows.js';
import {
  alertsIn,
  anEndpoint,
  aTenant,
  openPage,
  pressAndWait,
  switchUser,
  whenIdle,
  type CredentialOptions,
} from './credential-page.js';
import { agents, charles, proofsIn } from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

interface HistoryOptions extends CredentialOptions {
  enable?: LayerOptions['enable'];
  withoutLayer?: boolean;
}

const show = 'Show your sign-in history';
const more = 'Show earlier sign-ins';

async function openHistory({ enable = { signInHistory: true }, withoutLayer, ...options }: HistoryOptions = {}) {
  const { logto = aTenant(options), at = anEndpoint() } = options;
  const asked = serveLayer(logto, at, enable);
  const tag = document.createElement('logto-sign-in-history');
  const attributes: Record<string, string> = withoutLayer ? {} : { 'account-api': accountApi };
  const page = await openPage(html`${tag}`, { ...options, logto, at, attributes });
  await whenIdle(tag);
  return { ...page, tag, asked };
}

/** Opens the element and shows its list. */
async function openShown(options: HistoryOptions = {}) {
  const page = await openHistory(options);
  await pressAndWait(page.tag, show);
  return page;
}

/** A tenant in which Ada has signed in so many times, an hour apart. */
function signedIn(times: number): FakeLogto {
  const logto = aTenant();
  logto.tenant.management.logs = Array.from({ length: times }, (_, index) =>
    aSignInLog(ada, { createdAt: Date.now() - (index + 1) * 3600_000 }),
  );
  return logto;
}

describe('<logto-sign-in-history>', () => {
  it('renders nothing and sends no request if the page has no Account API layer', async () => {
    const { tag, asked } = await openHistory({ withoutLayer: true });
    expect(tag.matches(':state(off)')).to.equal(true);
    expect(textOf(tag)).to.equal('');
    expect(asked).to.deep.equal([]);
  });

  it('renders nothing if the layer has the sign-in history turned off', async () => {
    const { tag, asked } = await openHistory({ enable: { personalAccessTokens: true } });
    expect(tag.matches(':state(off)')).to.equal(true);
    expect(asked).to.deep.equal(['GET /capabilities']);
  });

  it('offers to show the history, and sends no request before', async () => {
    const heard = eventsOf(document, 'logto-access-changed');
    const { tag, asked, sent } = await openHistory();
    expect(valuesOf(tag)).to.deep.equal({ 'Your sign-ins': 'To see them, confirm it’s you.' });
    expect(namesOf(tag, 'button')).to.deep.equal([show]);
    expect(asked).to.deep.equal(['GET /capabilities']);
    expect(proofsIn(sent)).to.equal(0);
    expect(heard.map(({ access }) => access)).to.deep.equal(['read-only']);
    await expect(tag).to.be.accessible();
  });

  it('shows each sign-in with browser, place, address, time and app after step-up verification, latest first', async () => {
    const logto = aTenant();
    logto.tenant.management.logs = [
      aSignInLog(ada, { createdAt: Date.UTC(2026, 9, 5, 12), signInContext: { userAgent: agents.firefox } }),
      aSignInLog(ada, {
        createdAt: Date.UTC(2026, 9, 6, 12),
        signInContext: { userAgent: agents.safari, ip: '198.51.100.2', city: 'Berlin', country: 'DE' },
      }),
      aSignInLog(charles),
    ];
    const { tag, sent } = await openShown({ logto });
    expect(labelsOf(tag)).to.deep.equal(['Safari on iOS', 'Firefox on Windows']);
    const row = rowOf(tag, 'Safari on iOS');
    expect(textOfPart(row, 'value')).to.equal('Berlin, Germany · 198.51.100.2');
    expect(textOfPart(row, 'hint')).to.match(/^Oct 6, 2026, .* · \S/);
    expect(proofsIn(sent)).to.equal(1);
    expect(textOf(part(tag, 'status'))).to.equal(
      'These are your latest sign-ins. If you do not recognize one of them, change your password.',
    );
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(focused(tag)).to.equal(part(tag, 'list'));
    await expect(tag).to.be.accessible();
  });

  it('marks failed sign-ins and unknown details', async () => {
    const logto = signedIn(1);
    Object.assign(logto.tenant.management.logs[0]!.payload, {
      result: 'Error',
      applicationId: undefined,
      ip: undefined,
      userAgent: undefined,
      interaction: {},
    });
    const { tag } = await openShown({ logto });
    expect(labelsOf(tag)).to.deep.equal(['Unknown device']);
    expect(warningsOf(tag)).to.deep.equal(['This sign-in failed.']);
  });

  it('says so if the history is empty', async () => {
    const { tag } = await openShown({ logto: signedIn(0) });
    expect(textOf(tag)).to.equal('Sign-in history No sign-ins to show.');
  });

  it('loads earlier sign-ins page by page without another verification or duplicates', async () => {
    const logto = signedIn(45);
    const { tag, sent } = await openShown({ logto });
    expect(labelsOf(tag)).to.have.lengthOf(20);
    logto.tenant.management.logs.unshift(aSignInLog(ada)); // at another device, meanwhile
    await pressAndWait(tag, more);
    expect(labelsOf(tag)).to.have.lengthOf(39);
    expect(textOf(part(tag, 'status'))).to.equal('Earlier sign-ins were added to the end of the list.');
    expect(focused(tag)?.getAttribute('aria-label')).to.equal(more);
    await pressAndWait(tag, more);
    expect(labelsOf(tag)).to.have.lengthOf(45);
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    expect(proofsIn(sent)).to.equal(1);
  });

  it('keeps what it shows when loading earlier sign-ins fails, shows the error, and can be retried', async () => {
    listenToConsole(); // the layer says there what failed
    const logto = signedIn(25);
    const { tag } = await openShown({ logto });
    const end = logto.intercept(({ url }) =>
      url.includes('/api/logs') ? new Response(null, { status: 500 }) : undefined,
    );
    await pressAndWait(tag, more);
    expect(alertsIn(tag)).to.have.lengthOf(1);
    expect(labelsOf(tag)).to.have.lengthOf(20);
    end();
    await pressAndWait(tag, more);
    expect(alertsIn(tag)).to.deep.equal([]);
    expect(labelsOf(tag)).to.have.lengthOf(25);
  });

  it('shows nothing if the user cancels step-up verification', async () => {
    const { tag, asked, provider } = await openHistory({ withDialog: true });
    provider.addEventListener('logto-verification-required', (event) => {
      event.preventDefault();
      event.attempt.cancel();
    });
    await pressAndWait(tag, show);
    expect(labelsOf(tag)).to.deep.equal(['Your sign-ins']);
    expect(asked).to.deep.equal(['GET /capabilities']);
  });

  it('turns off if the layer’s response to the button says so', async () => {
    const logto = aTenant();
    const at = anEndpoint();
    const { tag } = await openHistory({ logto, at });
    serveLayer(logto, at, { dataExport: true });
    await pressAndWait(tag, show);
    expect(alertsIn(tag)).to.deep.equal(['This part of your account is not available here.']);
    expect(labelsOf(tag)).to.deep.equal(['Your sign-ins']);
  });

  it('hides the history when the user changes or the session ends', async () => {
    const page = await openShown({ logto: signedIn(2) });
    expect(labelsOf(page.tag)).to.have.lengthOf(2);
    await switchUser(page, charles);
    await whenIdle(page.tag);
    expect(labelsOf(page.tag)).to.deep.equal(['Your sign-ins']);
    await switchUser(page, ada);
    await whenIdle(page.tag);
    await pressAndWait(page.tag, show);
    for (const token of Object.values(page.logto.tenant.accessTokens)) token.expiresAt = 0;
    await page.provider.refresh();
    await waitUntil(() => labelsOf(page.tag).length === 1);
    expect(parts(page.tag, 'hint')).to.deep.equal([]);
  });
});
