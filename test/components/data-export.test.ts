import { expect, html } from '@open-wc/testing';

import '../../components/data-export/collect-data.js'; // which the tag loads when it is needed
import '../../components/data-export/logto-data-export.js';
import type { DataExport } from '../../components/data-export/collect-data.js';
import type { LayerOptions } from '../fake-logto/account-layer.js';
import { ada } from '../fake-logto/fake-logto.js';
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { deferred } from '../helpers/deferred.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, part, parts, textOf } from '../helpers/read.js';
import { focused, isRowOpen, panelOf, valuesOf } from '../helpers/rows.js';
import { waitUntil } from '../helpers/wait-until.js';
import {
  alertsIn,
  anEndpoint,
  answerWith,
  aTenant,
  openPage,
  press,
  pressAndWait,
  switchUser,
  whenIdle,
  type CredentialOptions,
} from './credential-page.js';
import { charles, proofsIn } from './guarded-list-page.js';

interface ExportOptions extends CredentialOptions {
  enable?: LayerOptions['enable'];
}

const download = 'Download a copy of your data';

async function openExport({ enable, ...options }: ExportOptions = {}) {
  const { logto = aTenant(options), at = anEndpoint() } = options;
  const asked = enable ? serveLayer(logto, at, enable) : [];
  const tag = document.createElement('logto-data-export');
  const attributes: Record<string, string> = enable ? { 'account-api': accountApi } : {};
  const page = await openPage(html`${tag}`, { ...options, logto, at, attributes });
  await whenIdle(tag);
  return { ...page, tag, asked };
}

const { createObjectURL, revokeObjectURL } = URL;
const { click } = HTMLAnchorElement.prototype;
let saved: { name: string; url: string; blob: Blob }[];
let revoked: string[];

beforeEach(() => {
  saved = [];
  revoked = [];
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob as Blob);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    revoked.push(url);
    revokeObjectURL.call(URL, url);
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, url: this.href, blob: blobs.get(this.href)! });
  };
});

afterEach(() => {
  Object.assign(URL, { createObjectURL, revokeObjectURL });
  HTMLAnchorElement.prototype.click = click;
});

const fileIn = async () => JSON.parse(await saved[0]!.blob.text()) as DataExport;

describe('<logto-data-export>', () => {
  it('sends no request until the user exports, and first says to keep the file safe', async () => {
    const heard = eventsOf(document, 'logto-access-changed');
    const { tag, sent } = await openExport();
    expect(textOf(part(tag, 'heading'))).to.equal('Your data');
    expect(valuesOf(tag)).to.deep.equal({ 'A copy of your data': 'What this service stores about you, in one file.' });
    expect(heard.map(({ access }) => access)).to.deep.equal(['read-only']);
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, download);
    expect(textOf(panelOf(tag))).to.contain('Anyone who has the file can read it. Keep it in a safe place.');
    expect(proofsIn(sent)).to.equal(0);
    expect(saved).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('saves the data from the Account API without a layer, and says what is missing in the file', async () => {
    const { tag, sent } = await openExport();
    await pressAndWait(tag, download);
    await pressAndWait(tag, 'Download');
    await waitUntil(() => !isRowOpen(tag));
    expect(textOf(part(tag, 'status'))).to.equal(
      'Your browser is saving the file. Not in the file: roles, organizations, access tokens, and sign-in history.',
    );
    expect(saved.map(({ name }) => name).join()).to.match(/^localhost-account-data-\d{4}-\d\d-\d\d\.json$/);
    expect(saved[0]!.blob.type).to.contain('application/json');
    const { data, missing } = await fileIn();
    expect((data.account as { id: string }).id).to.equal(ada);
    expect(missing.map(({ part: name }) => name)).to.have.lengthOf(4);
    expect(proofsIn(sent)).to.equal(1);
    expect(focused(tag)?.getAttribute('aria-label')).to.equal(download);
    await expect(tag).to.be.accessible();
  });

  it('keeps none of the exported data', async () => {
    const { tag } = await openExport();
    await pressAndWait(tag, download);
    await pressAndWait(tag, 'Download');
    await waitUntil(() => saved.length === 1 && revoked.includes(saved[0]!.url));
    expect(document.querySelectorAll('a[download]')).to.have.lengthOf(0);
    expect(tag.outerHTML + tag.shadowRoot!.innerHTML).not.to.contain(ada);
  });

  it('exports everything if there is a layer', async () => {
    const { tag, asked } = await openExport({ enable: { dataExport: true } });
    await pressAndWait(tag, download);
    await pressAndWait(tag, 'Download');
    await waitUntil(() => !isRowOpen(tag));
    expect(textOf(part(tag, 'status'))).to.equal('Your browser is saving the file.');
    const { data, missing } = await fileIn();
    expect(Object.keys(data)).to.have.lengthOf(9);
    expect(missing).to.deep.equal([]);
    expect(data.organizations).to.deep.equal([
      {
        id: 'engine-works',
        name: 'Engine Works',
        description: 'Builds the Analytical Engine.',
        roles: [{ id: 'programmer', name: 'Programmer' }],
      },
    ]);
    expect(asked.filter((each) => each.startsWith('GET /data-export/'))).to.have.lengthOf(9);
  });

  it('reads from the Account API what the layer does not offer', async () => {
    const { tag, asked } = await openExport({ enable: { dataExport: { parts: ['roles'] } } });
    await pressAndWait(tag, download);
    await pressAndWait(tag, 'Download');
    await waitUntil(() => !isRowOpen(tag));
    expect(Object.keys((await fileIn()).data)).to.deep.equal([
      'account',
      'identities',
      'factors',
      'sessions',
      'grants',
      'roles',
    ]);
    expect(asked).to.deep.equal(['GET /capabilities', 'GET /data-export/roles']);
  });

  it('renders nothing if the layer has data export turned off', async () => {
    const { tag } = await openExport({ enable: { signInHistory: true } });
    expect(tag.matches(':state(off)')).to.equal(true);
    expect(textOf(tag)).to.equal('');
  });

  it('saves nothing and shows an error without a connection, and can be retried', async () => {
    const heard = eventsOf(document, 'logto-error');
    const { tag, logto } = await openExport();
    await pressAndWait(tag, download);
    const end = answerWith(logto, /^GET .*mfa-verifications$/, () => Response.error());
    await pressAndWait(tag, 'Download');
    expect(alertsIn(tag)).to.have.lengthOf(1);
    expect(saved).to.deep.equal([]);
    expect(heard.map(({ target }) => target)).to.deep.equal([tag]);
    end();
    await pressAndWait(tag, 'Download');
    await waitUntil(() => saved.length === 1);
    expect(alertsIn(tag)).to.deep.equal([]);
  });

  it('saves nothing if the user cancels or does not complete step-up verification', async () => {
    const { tag, provider } = await openExport({ withDialog: true });
    provider.addEventListener('logto-verification-required', (event) => {
      event.preventDefault();
      event.attempt.cancel();
    });
    await pressAndWait(tag, download);
    await pressAndWait(tag, 'Download');
    expect(isRowOpen(tag)).to.equal(true);
    press(tag, 'Cancel');
    await waitUntil(() => !isRowOpen(tag));
    expect(saved).to.deep.equal([]);
  });

  it('saves nothing if another user has signed in meanwhile', async () => {
    const page = await openExport();
    const gate = deferred<undefined>();
    let isAsked = false;
    answerWith(page.logto, /^GET .*mfa-verifications$/, () => {
      isAsked = true;
      return gate.promise;
    });
    await pressAndWait(page.tag, download);
    press(page.tag, 'Download');
    await waitUntil(() => isAsked);
    expect(namesOf(page.tag, 'button')).to.include('Collecting…');
    await switchUser(page, charles);
    gate.resolve(undefined);
    await whenIdle(page.tag);
    expect(saved).to.deep.equal([]);
    expect(parts(page.tag, 'form')).to.deep.equal([]);
  });

  it('closes with Escape, and returns the focus to its button', async () => {
    const { tag } = await openExport();
    await pressAndWait(tag, download);
    expect(textOf(focused(tag)!)).to.equal('Cancel');
    focused(tag)!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await waitUntil(() => !isRowOpen(tag));
    await waitUntil(() => focused(tag)?.getAttribute('aria-label') === download);
  });
});
