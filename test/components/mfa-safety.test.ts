import { expect } from '@open-wc/testing';

import { withBackupCodes, withTotp, type FakeLogto } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { isRowOpen, panelOf } from '../helpers/rows.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { whenRendered } from '../helpers/mount.js';
import { textOf } from '../helpers/read.js';
import { listenForSecrets } from '../helpers/secrets.js';
import {
  alertsIn,
  answerWith,
  enter,
  formOf,
  isOpen,
  press,
  pressAndWait,
  refusal,
  whenIdle,
} from './credential-page.js';
import {
  appCode,
  codeLabel,
  codesOf,
  createCodes,
  keyOf,
  openMfa,
  saveCode,
  storedCodes,
  stubClipboard,
  valueOf,
  wrongAppCode,
  type MfaPage,
} from './mfa-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

const events = [
  'logto-status-changed',
  'logto-access-changed',
  'logto-error',
  'logto-verification-required',
  'logto-mfa-updated',
];

/** The secrets that must never be found in the page. */
const proofsOf = ({ logto, token }: Pick<MfaPage, 'logto' | 'token'>) => ({
  token,
  ...Object.fromEntries(logto.tenant.verificationRecords.map(({ id }, index) => [`record ${index}`, id])),
});

const codesAsSecrets = (codes: string[]) => Object.fromEntries(codes.map((code, index) => [`code ${index}`, code]));

/** The key as it is, as it is shown, and the code that belongs to it. */
const keyAsSecrets = (tag: MfaPage['tag'], logto: FakeLogto) => ({
  key: keyOf(tag),
  'shown key': textOf(panelOf(tag)).match(/[A-Z2-7]{4}( [A-Z2-7]{4}){7}/)![0],
  typed: appCode(tag, logto),
});

/** Ways in which a row ends without the user pressing a button in it. */
const endings: [string, (page: MfaPage) => unknown][] = [
  ['the element is removed', ({ tag }) => tag.remove()],
  ['the provider is removed', ({ provider }) => provider.remove()],
  ['the element leaves its provider', ({ tag, provider }) => provider.after(tag)],
  ['it becomes readonly', ({ tag }) => void (tag.readonly = true)],
  [
    'the user signs out',
    async ({ provider }) => {
      provider.getAccessToken = () => '';
      await provider.refresh();
    },
  ],
  [
    'another user signs in',
    async ({ provider, logto }) => {
      const token = logto.issueToken('char1791babb');
      provider.getAccessToken = () => token;
      await provider.refresh();
    },
  ],
];

/** Ends the row, and gives the tag back to nobody. */
async function end(page: MfaPage, ending: (page: MfaPage) => unknown) {
  await ending(page);
  await whenRendered(page.tag);
  await pause();
  if (page.tag.isConnected && page.provider.contains(page.tag)) await whenIdle(page.tag);
}

describe('the key of an authenticator app', () => {
  it('is in the page only while it is shown', async () => {
    const ears = listenForSecrets(events);
    const { tag, logto } = await openMfa();
    await pressAndWait(tag, 'Add Authenticator app');
    enter(tag, codeLabel, appCode(tag, logto));
    const found = ears.find(keyAsSecrets(tag, logto));
    ears.stop();
    expect(found).to.deep.equal(['key in page', 'shown key in page', 'typed in page']);
  });

  it('is nowhere in the page after the app is saved, even after a copy and a wrong code, and neither is the verification record', async () => {
    stubClipboard();
    const ears = listenForSecrets(events);
    const page = await openMfa();
    const { tag, logto } = page;
    await pressAndWait(tag, 'Add Authenticator app');
    const secrets = keyAsSecrets(tag, logto);
    await pressAndWait(tag, 'Copy key');
    await saveCode(tag, wrongAppCode(tag, logto));
    expect(ears.find(proofsOf(page))).to.deep.equal([]);
    await saveCode(tag, secrets.typed);
    expect(valueOf(tag, 'Authenticator app')).to.contain('Added');
    ears.stop();
    expect(ears.heard.map(({ type }) => type)).to.include.members(['logto-error', 'logto-mfa-updated']);
    expect(ears.find({ ...secrets, ...proofsOf(page) })).to.deep.equal([]);
  });

  it('the key is nowhere in the page after Cancel', async () => {
    const ears = listenForSecrets(events);
    const page = await openMfa();
    await pressAndWait(page.tag, 'Add Authenticator app');
    const secrets = keyAsSecrets(page.tag, page.logto);
    enter(page.tag, codeLabel, secrets.typed);
    await pressAndWait(page.tag, 'Cancel');
    ears.stop();
    expect(ears.find({ ...secrets, ...proofsOf(page) })).to.deep.equal([]);
  });

  for (const [when, ending] of endings)
    it(`is nowhere in the page after ${when}, and neither is the form`, async () => {
      const ears = listenForSecrets(events);
      const page = await openMfa();
      const { tag, logto } = page;
      await pressAndWait(tag, 'Add Authenticator app');
      const secrets = keyAsSecrets(tag, logto);
      enter(tag, codeLabel, secrets.typed);
      const form = formOf(tag);
      await end(page, ending);
      ears.stop();
      expect(ears.find(secrets)).to.deep.equal([]);
      expect([isRowOpen(tag), isOpen(tag), form.isConnected]).to.deep.equal([false, false, false]);
      expect(`${tag.shadowRoot!.innerHTML}${tag.innerHTML}`).not.to.contain(secrets.key);
    });
});

describe('backup codes in the page', () => {
  it('are gone after the user has saved them, whichever way they did', async () => {
    stubClipboard();
    const ears = listenForSecrets(events);
    const page = await openMfa({ has: [withTotp] });
    await createCodes(page.tag);
    const secrets = codesAsSecrets(codesOf(page.tag));
    expect(Object.keys(secrets)).to.have.lengthOf(10);
    await pressAndWait(page.tag, 'Copy codes');
    await pressAndWait(page.tag, 'I have saved them');
    ears.stop();
    expect(ears.heard.map(({ type }) => type)).to.include('logto-mfa-updated');
    expect(ears.find({ ...secrets, ...proofsOf(page) })).to.deep.equal([]);
  });

  it('are gone after Logto could not store them', async () => {
    const ears = listenForSecrets(events);
    const page = await openMfa({ has: [withTotp, withBackupCodes] });
    answerWith(page.logto, /^POST .*mfa-verifications$/, () =>
      refusal(422, 'user.wrong_backup_code_format', { codes: 1 }),
    );
    await pressAndWait(page.tag, 'Replace Backup codes');
    await pressAndWait(page.tag, 'Replace');
    const [sent] = page.sent.filter(({ body }) => body?.['codes']).map(({ body }) => body!['codes'] as string[]);
    ears.stop();
    expect(sent).to.have.lengthOf(10);
    expect(ears.find({ ...codesAsSecrets(sent!), ...proofsOf(page) })).to.deep.equal([]);
  });

  for (const [how, open] of [
    ['new', (page: MfaPage) => createCodes(page.tag, 'Replace Backup codes')],
    ['stored', (page: MfaPage) => pressAndWait(page.tag, 'Show Backup codes')],
  ] as const)
    for (const [when, ending] of endings)
      it(`are gone after ${when}, and the page can be left: ${how} codes`, async () => {
        const ears = listenForSecrets(events);
        const page = await openMfa({ has: [withTotp, withBackupCodes] });
        await open(page);
        const secrets = codesAsSecrets(codesOf(page.tag));
        expect(codesOf(page.tag)).to.deep.equal(storedCodes(page.user)[0]);
        await end(page, ending);
        ears.stop();
        expect(ears.find(secrets)).to.deep.equal([]);
        expect(page.tag.shadowRoot!.innerHTML).not.to.contain(secrets['code 0']);
        expect(asksBeforeLeaving()).to.equal(false);
      });
});

describe('a response that arrives after the row has closed', () => {
  for (const [what, has, steps, where] of [
    ['a key', [], ['Add Authenticator app'], /totp-secret/],
    ['stored codes', [withTotp, withBackupCodes], ['Show Backup codes'], /^GET .*backup-codes$/],
    ['new codes', [withTotp], ['Create Backup codes', 'Create'], /^POST .*mfa-verifications$/],
  ] as const)
    for (const [when, ending] of endings)
      it(`is not shown to anyone: ${what}, ${when}`, async () => {
        const page = await openMfa({ has: [...has] });
        const { tag, logto } = page;
        const answer = deferred<undefined>();
        answerWith(logto, where, () => answer.promise);
        for (const step of steps.slice(0, -1)) await pressAndWait(tag, step);
        press(tag, steps.at(-1)!);
        await waitUntil(() => logto.requests.some(({ method, path }) => where.test(`${method} ${path}`)));
        await ending(page);
        const isInside = page.provider.isConnected && page.provider.contains(tag);
        if (isInside) await waitUntil(() => !tag.matches(':state(loading)'));
        await whenRendered(tag);
        answer.resolve(undefined);
        await pause(100);
        await whenRendered(tag);
        expect([isRowOpen(tag), isOpen(tag), codesOf(tag)]).to.deep.equal([false, false, []]);
        if (isInside) await whenIdle(tag);
        expect([isRowOpen(tag), isOpen(tag), codesOf(tag)]).to.deep.equal([false, false, []]);
        if (tag.isConnected) expect(alertsIn(tag)).to.deep.equal([]);
      });
});
