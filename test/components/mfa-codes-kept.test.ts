import { expect } from '@open-wc/testing';

import { withBackupCodes, withTotp, type User } from '../fake-logto/fake-logto.js';
import { allByRole, namesOf, parts, textOf } from '../helpers/read.js';
import { panelOf } from '../helpers/rows.js';
import { press, pressAndWait } from './credential-page.js';
import { codesOf, createCodes, openMfa, storedCodes, stubClipboard, type MfaPage } from './mfa-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const withUsed = (user: User) => withBackupCodes(user, { used: 4 });
const today = () => new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(Date.now()).replaceAll(' ', '\u00a0');

const explanation = 'Each lets you sign in once without your usual second step.';

/** New codes, and stored ones, some of them used. */
const kinds: [string, () => Promise<MfaPage>][] = [
  [
    'new ones',
    async () => {
      const page = await openMfa({ has: [withTotp], issuer: 'Acme' });
      await createCodes(page.tag);
      return page;
    },
  ],
  [
    'stored ones',
    async () => {
      const page = await openMfa({ has: [withTotp, withUsed], issuer: 'Acme' });
      await pressAndWait(page.tag, 'Show Backup codes');
      return page;
    },
  ],
];

const { createObjectURL, revokeObjectURL } = URL;
const { click } = HTMLAnchorElement.prototype;
const { setTimeout: later } = globalThis;

/** Captures downloads. */
let downloads = 0;

function catchDownloads() {
  const saved: { blob: Blob; name: string; address: string }[] = [];
  const blobs = new Map<string, Blob>();
  const revoked: string[] = [];
  URL.createObjectURL = (blob) => {
    const address = `blob:${location.origin}/${(downloads += 1)}`; // an earlier test’s may be taken back late
    blobs.set(address, blob as Blob);
    return address;
  };
  URL.revokeObjectURL = (address) => void revoked.push(address);
  HTMLAnchorElement.prototype.click = function () {
    saved.push({ blob: blobs.get(this.href)!, name: this.download, address: this.href });
  };
  return { saved, revoked };
}

/** Captures what would be printed. */
function catchPrints() {
  const sheets: { text: string; lang: string; title: string; items: string[] }[] = [];
  const frames = () =>
    [...document.querySelectorAll('logto-mfa')].flatMap((tag) => [...tag.shadowRoot!.querySelectorAll('iframe')]);
  const find = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    configurable: true,
    get(this: HTMLIFrameElement) {
      const view = find.get!.call(this) as Window | null;
      if (view)
        view.print = () => {
          const { body, documentElement, title } = view.document;
          const items = [...body.querySelectorAll('li')].map(({ textContent }) => textContent.trim());
          sheets.push({ text: body.innerText, lang: documentElement.lang, title, items });
        };
      return view;
    },
  });
  return { sheets, frames, restore: () => Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', find) };
}

let prints: ReturnType<typeof catchPrints> | undefined;

afterEach(() => {
  Object.assign(URL, { createObjectURL, revokeObjectURL });
  HTMLAnchorElement.prototype.click = click;
  globalThis.setTimeout = later;
  prints?.restore();
  prints = undefined;
});

for (const [what, open] of kinds)
  describe(`saving backup codes: ${what}`, () => {
    it('copies the unused codes, one per line, and says so', async () => {
      const copied = stubClipboard();
      const { tag, user } = await open();
      await pressAndWait(tag, 'Copy codes');
      expect(copied).to.deep.equal([storedCodes(user)[0]!.join('\n')]);
      const said = parts(tag, 'hint').find((hint) => textOf(hint) === 'Copied.');
      expect(said?.getAttribute('role')).to.equal('status');
      await expect(tag).to.be.accessible();
    });

    it('explains how to copy the codes by hand when copying fails', async () => {
      stubClipboard({ fails: true });
      const { tag } = await open();
      await pressAndWait(tag, 'Copy codes');
      expect(textOf(panelOf(tag))).to.contain('This could not be copied. Select the text and copy it yourself.');
      expect(codesOf(tag)).to.have.lengthOf(10);
    });

    it('downloads a text with the service, account, date and unused codes', async () => {
      const { saved } = catchDownloads();
      const { tag, user } = await open();
      press(tag, 'Download');
      expect(saved).to.have.lengthOf(1);
      expect([saved[0]!.name, saved[0]!.blob.type]).to.deep.equal([
        'backup-codes-Acme-ada.txt',
        'text/plain;charset=utf-8',
      ]);
      const lines = ['Backup codes for Acme', 'ada', today(), explanation, '', ...storedCodes(user)[0]!, ''];
      expect(await saved[0]!.blob.text()).to.equal(lines.join('\n'));
      expect(document.querySelectorAll('a[download]')).to.have.lengthOf(0);
    });

    it('revokes the object URL of the text after the download', async () => {
      const { saved, revoked } = catchDownloads();
      const { tag } = await open();
      const waiting: (() => void)[] = [];
      globalThis.setTimeout = ((run: () => void, after?: number) =>
        after === 1000 ? waiting.push(run) : later(run, after)) as typeof setTimeout;
      press(tag, 'Download');
      const [address] = saved.map((each) => each.address);
      expect(revoked).not.to.include(address);
      for (const run of waiting) run();
      expect(revoked).to.include(address);
      expect(saved).to.have.lengthOf(1);
    });

    it('prints a separate sheet with the unused codes', async () => {
      prints = catchPrints();
      const { tag, user } = await open();
      press(tag, 'Print');
      const [sheet] = prints.sheets;
      expect(prints.sheets).to.have.lengthOf(1);
      expect(sheet).to.include({ lang: 'en', title: 'Backup codes for Acme' });
      expect(sheet!.items).to.deep.equal(storedCodes(user)[0]);
      for (const words of ['ada', today(), explanation]) expect(sheet!.text).to.contain(words);
    });

    it('keeps the print sheet hidden, and removes it after printing', async () => {
      prints = catchPrints();
      const { tag } = await open();
      const before = namesOf(tag, 'button');
      press(tag, 'Print');
      const [frame] = prints.frames();
      expect(frame!.tabIndex).to.equal(-1);
      expect(frame!.ariaHidden).to.equal('true');
      expect(frame!.contentDocument!.querySelectorAll('[style], style, script')).to.have.lengthOf(0);
      await expect(tag).to.be.accessible();
      frame!.contentWindow!.dispatchEvent(new Event('afterprint'));
      expect(prints.frames()).to.deep.equal([]);
      expect(namesOf(tag, 'button')).to.deep.equal(before);
    });

    it('removes the print sheet with the row if the browser reports no end of printing', async () => {
      prints = catchPrints();
      const { tag } = await open();
      press(tag, 'Print');
      expect(prints.frames()).to.have.lengthOf(1);
      await pressAndWait(tag, allByRole(panelOf(tag), 'button').map(textOf).at(-1)!);
      await waitUntil(() => prints!.frames().length === 0);
    });
  });

describe('the printed sheet of backup codes', () => {
  it('shows the host name if the page sets no service name', async () => {
    const { saved } = catchDownloads();
    const { tag } = await openMfa({ has: [withTotp, withUsed] });
    await pressAndWait(tag, 'Show Backup codes');
    press(tag, 'Download');
    expect(await saved[0]!.blob.text()).to.match(new RegExp(`^Backup codes for ${location.hostname}\n`));
  });

  it('renders the names of the service and the user as text, never as markup', async () => {
    prints = catchPrints();
    const issuer = '<img src=x onerror="parent.hacked=1">';
    const { tag } = await openMfa({ has: [withTotp, withUsed], issuer, user: { username: '<b>ada</b>' } });
    await pressAndWait(tag, 'Show Backup codes');
    press(tag, 'Print');
    expect(prints.sheets[0]!.text).to.contain(issuer).and.to.contain('<b>ada</b>');
    expect(prints.frames()[0]!.contentDocument!.querySelectorAll('img, b')).to.have.lengthOf(0);
  });
});
