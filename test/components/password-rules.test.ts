import { expect } from '@open-wc/testing';

import { listenToConsole } from '../helpers/console.js';
import { allByRole, textOf } from '../helpers/read.js';
import {
  alertsIn,
  answerWith,
  descriptionOf,
  enter,
  formOf,
  labelled,
  openForm,
  openTag,
  refusal,
  statusOf,
  submit,
  writesIn,
  type CredentialOptions,
} from './credential-page.js';

const label = 'New password';

async function openWithForm(options: CredentialOptions = {}) {
  const page = await openTag('logto-password', options);
  await openForm(page.tag);
  return page;
}

/** Each requirement with what assistive technology reads about it: nothing, `done` or `missing`. */
const requirements = (tag: Element) => allByRole(formOf(tag), 'listitem').map(textOf);

async function typed(tag: HTMLElement & { updateComplete: Promise<unknown> }, password: string) {
  enter(tag, label, password);
  await tag.updateComplete;
}

describe('the password requirements', () => {
  it('are listed before typing, as far as the settings contain them', async () => {
    const { tag } = await openWithForm();
    expect(textOf(formOf(tag))).to.contain('Password requirements');
    expect(requirements(tag).map((each) => each.replace(/ not met$/, ''))).to.deep.equal([
      'at least 8 characters',
      'at least 2 of these: lowercase letters, uppercase letters, numbers, symbols',
      'no repeated characters, such as aaaa',
      'no sequences, such as 1234 or qwerty',
      'no words that this service blocks',
      'no part of your name, email, or phone number',
    ]);
    expect(descriptionOf(labelled(tag, label))).to.contain('at least 8 characters');
    await expect(tag).to.be.accessible();
  });

  it('are checked while typing, with the result in text', async () => {
    const { tag } = await openWithForm();
    await typed(tag, 'abc');
    expect(requirements(tag).slice(0, 2)).to.deep.equal([
      'at least 8 characters not met',
      'at least 2 of these: lowercase letters, uppercase letters, numbers, symbols not met',
    ]);
    await expect(tag).to.be.accessible();
    await typed(tag, 'Teal-Kettle!48');
    expect(new Set(requirements(tag).map((each) => each.split(' ').at(-1)))).to.deep.equal(new Set(['met']));
    await expect(tag).to.be.accessible();
  });

  it('are not marked as unmet before typing', async () => {
    const { tag } = await openWithForm();
    expect(requirements(tag).filter((each) => each.endsWith('met'))).to.deep.equal([]);
  });

  it('differ in more than color when unmet', async () => {
    const { tag } = await openWithForm();
    await typed(tag, 'abcdefgh');
    const marks = allByRole(formOf(tag), 'listitem').map((item) => getComputedStyle(item, '::before').content);
    expect(new Set(marks).size).to.equal(2);
  });

  it('prevent an unmet password from being sent', async () => {
    const { tag, sent } = await openWithForm();
    enter(tag, label, 'Abc-1');
    await submit(tag);
    expect(descriptionOf(labelled(tag, label))).to.contain(
      'This password does not meet all requirements yet. Change what is marked below.',
    );
    expect(requirements(tag)[0]).to.equal('at least 8 characters not met');
    expect(document.activeElement).to.equal(labelled(tag, label));
    expect(sent).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('can include “not leaked”, which only Logto can check', async () => {
    const passwordPolicy = {
      length: { min: 8, max: 256 },
      characterTypes: { min: 1 },
      rejects: { pwned: true, repetitionAndSequence: false, userInfo: false, words: [] },
    };
    const { tag } = await openWithForm({ signInExperience: { passwordPolicy } });
    await typed(tag, 'P@ssw0rd1');
    expect(requirements(tag)).to.include('not found in a known data breach');
    await submit(tag);
    expect(requirements(tag)).to.include('not found in a known data breach not met');
    expect(requirements(tag)).to.include('at least 8 characters met');
    expect(labelled(tag, label).value).to.equal('P@ssw0rd1');
    await expect(tag).to.be.accessible();
  });

  it('stay neutral if they depend on data that the page cannot see', async () => {
    const { tag } = await openWithForm({ fields: { email: 'Off' } });
    await typed(tag, 'Teal-Kettle!48');
    expect(requirements(tag).at(-1)).to.equal('no part of your name, email, or phone number');
    await typed(tag, 'lovelace');
    expect(requirements(tag).at(-1)).to.equal('no part of your name, email, or phone number not met');
  });
});

describe('password requirements that only Logto knows', () => {
  const unknown = async (options: CredentialOptions = {}) => {
    listenToConsole();
    return openWithForm({ settings: 'none', ...options });
  };

  it('password requirements are not listed before typing', async () => {
    const { tag } = await unknown();
    expect(textOf(formOf(tag))).not.to.contain('Password requirements');
    await typed(tag, 'a');
    expect(requirements(tag)).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('are all listed after a rejection, which keeps the password in the field', async () => {
    const { tag, user, sent } = await unknown();
    enter(tag, label, 'aaa');
    await submit(tag);
    expect(requirements(tag)).to.have.members([
      'at least 8 characters not met',
      'at least 2 of these: lowercase letters, uppercase letters, numbers, symbols not met',
      'no repeated characters, such as aaaa not met',
    ]);
    const input = labelled(tag, label);
    expect(descriptionOf(input)).to.contain('This password does not meet all requirements yet.');
    expect([input.value, document.activeElement]).to.deep.equal(['aaa', input]);
    await expect(tag).to.be.accessible();
    enter(tag, label, 'Teal-Kettle!48');
    await submit(tag);
    expect(user.password).to.equal('Teal-Kettle!48');
    expect(statusOf(tag)).to.equal('Password saved.');
    expect(writesIn(sent)).to.have.lengthOf(2);
  });

  for (const [issue, words] of [
    [{ code: 'too_short', interpolation: { min: 12 } }, 'at least 12 characters'],
    [{ code: 'too_long', interpolation: { max: 1 } }, 'at most 1 character'],
    [
      { code: 'character_types', interpolation: { min: 3 } },
      'at least 3 of these: lowercase letters, uppercase letters, numbers, symbols',
    ],
    [{ code: 'unsupported_characters' }, 'only letters from A to Z, numbers, and symbols on a standard keyboard'],
    [{ code: 'pwned' }, 'not found in a known data breach'],
    [{ code: 'restricted.repetition' }, 'no repeated characters, such as aaaa'],
    [{ code: 'restricted.sequence' }, 'no sequences, such as 1234 or qwerty'],
    [{ code: 'restricted.words' }, 'no words that this service blocks'],
    [{ code: 'restricted.user_info' }, 'no part of your name, email, or phone number'],
    [{ code: 'of_a_later_version' }, 'meets this service’s other rules'],
  ] as const)
    it(`password requirements have a text for ${issue.code}`, async () => {
      const { tag, logto } = await unknown();
      const data = [{ ...issue, code: `password_rejected.${issue.code}` }];
      answerWith(logto, /my-account\/password$/, () => refusal(422, 'password.rejected', data));
      enter(tag, label, 'anything');
      await submit(tag);
      expect(requirements(tag)).to.deep.equal([`${words} not met`]);
      expect(alertsIn(tag)).to.deep.equal([]);
      await expect(tag).to.be.accessible();
    });

  it('stay visible while the user types a better password', async () => {
    const { tag } = await unknown();
    enter(tag, label, 'aaa');
    await submit(tag);
    await typed(tag, 'aaab');
    expect(requirements(tag).join()).to.contain('at least 8 characters');
  });

  it('are not mentioned if Logto gave no reason', async () => {
    const { tag, logto } = await unknown();
    answerWith(logto, /my-account\/password$/, () => refusal(422, 'password.rejected'));
    enter(tag, label, 'anything');
    await submit(tag);
    expect(textOf(tag)).not.to.contain('marked below');
  });
});
