import { expect } from '@open-wc/testing';

import { withTotp } from '../fake-logto/fake-logto.js';
import { whenRendered } from '../helpers/mount.js';
import { panelOf } from '../helpers/rows.js';
import { namesOf, part, textOf } from '../helpers/read.js';
import { enter, formOf, labelled, press, pressAndWait, statusOf } from './credential-page.js';
import {
  appCode,
  codeLabel,
  codesOf,
  createCodes,
  factorsOf,
  keyOf,
  openMfa,
  saveCode,
  valueOf,
  type MfaPage,
} from './mfa-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const { createObjectURL } = URL;
const { click } = HTMLAnchorElement.prototype;

/** Captures downloads. */
function stubDownload() {
  const saved: Blob[] = [];
  URL.createObjectURL = (blob) => `blob:${saved.push(blob as Blob)}`;
  HTMLAnchorElement.prototype.click = () => undefined;
  return saved;
}

afterEach(() => {
  URL.createObjectURL = createObjectURL;
  HTMLAnchorElement.prototype.click = click;
});

const saveInGerman = async (tag: MfaPage['tag'], code: string) => {
  enter(tag, 'Code aus der App', code);
  await pressAndWait(tag, 'Speichern');
};

describe('<logto-mfa> when the language changes while a row is open', () => {
  const inGerman = async (tag: MfaPage['tag']) => {
    tag.lang = 'de';
    await waitUntil(() => textOf(part(tag, 'heading')) === 'Zwei-Schritt-Anmeldung');
    await whenRendered(tag);
  };

  it('keeps the key and the code, and translates everything else', async () => {
    const { tag, logto, user } = await openMfa();
    await pressAndWait(tag, 'Add Authenticator app');
    const key = keyOf(tag);
    enter(tag, codeLabel, '123');
    await inGerman(tag);
    expect([keyOf(tag), labelled(tag, 'Code aus der App').value]).to.deep.equal([key, '123']);
    expect(textOf(panelOf(tag)))
      .to.contain('Scannen Sie diesen QR-Code')
      .and.not.to.contain('Scan this');
    await expect(tag).to.be.accessible();
    await saveInGerman(tag, appCode(tag, logto));
    expect(factorsOf(user)).to.deep.equal(['Totp']);
  });

  it('announces the saved app in the new language', async () => {
    const { tag, logto } = await openMfa();
    await pressAndWait(tag, 'Add Authenticator app');
    await inGerman(tag);
    await saveInGerman(tag, appCode(tag, logto));
    expect(statusOf(tag)).to.equal('Authentifizierungs-App: gespeichert.');
  });

  it('translates the error about the code', async () => {
    const { tag } = await openMfa();
    await pressAndWait(tag, 'Add Authenticator app');
    await saveCode(tag, '123');
    await inGerman(tag);
    expect(textOf(formOf(tag))).not.to.contain('Enter the six digits that the app shows.');
  });

  it('keeps new backup codes, and translates everything else', async () => {
    const { tag } = await openMfa({ has: [withTotp] });
    await createCodes(tag);
    const codes = codesOf(tag);
    await inGerman(tag);
    expect(codesOf(tag)).to.deep.equal(codes);
    expect(textOf(panelOf(tag))).to.contain('Das sind Ihre neuen Ersatzcodes.');
    expect(namesOf(panelOf(tag), 'button')).to.include('Ich habe sie gesichert');
    await expect(tag).to.be.accessible();
    await pressAndWait(tag, 'Ich habe sie gesichert');
    expect(valueOf(tag, 'Ersatzcodes')).to.equal('10 Codes übrig');
  });

  it('prints the sheet of backup codes in the new language', async () => {
    const saved = stubDownload();
    const { tag } = await openMfa({ has: [withTotp] });
    await createCodes(tag);
    await inGerman(tag);
    press(tag, 'Herunterladen');
    expect(await saved[0]!.text())
      .to.contain('Ersatzcodes für')
      .and.to.contain('Mit jedem können Sie sich');
  });

  it('translates a confirmation question, and still does what it asks', async () => {
    const { tag, user } = await openMfa({ has: [withTotp] });
    await pressAndWait(tag, 'Remove Authenticator app');
    await inGerman(tag);
    expect(textOf(panelOf(tag)))
      .to.match(/Entfernen Behalten$/)
      .and.not.to.contain('Remove');
    await pressAndWait(tag, 'Entfernen');
    expect(factorsOf(user)).to.deep.equal([]);
  });

  it('announces the removal in the new language', async () => {
    const { tag } = await openMfa({ has: [withTotp] });
    await pressAndWait(tag, 'Remove Authenticator app');
    await inGerman(tag);
    await pressAndWait(tag, 'Entfernen');
    expect(statusOf(tag)).to.equal('Authentifizierungs-App: entfernt.');
  });
});
