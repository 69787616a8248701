import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { listenToConsole } from '../helpers/console.js';
import { deferred } from '../helpers/deferred.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, textOf } from '../helpers/read.js';
import {
  alertsIn,
  answerWith,
  descriptionOf,
  enter,
  isOpen,
  labelled,
  openForm,
  openTag,
  refusal,
  whenIdle,
  statusOf,
  submit,
  writesIn,
  type CredentialOptions,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

async function openWithForm(options: CredentialOptions = {}) {
  const page = await openTag('logto-username', options);
  const form = await openForm(page.tag);
  return { ...page, form, input: labelled(form, 'Username') };
}

const policy = (more: object) => ({
  signInExperience: {
    usernamePolicy: {
      minLength: 3,
      maxLength: 8,
      allowedChars: { lowercase: true, uppercase: false, numbers: true, underscore: false },
      ...more,
    },
  },
});

describe('changing a username', () => {
  it('starts with the current username, in a field that password managers recognize', async () => {
    const { input } = await openWithForm();
    expect([input.value, input.name, input.autocomplete, input.type]).to.deep.equal([
      'ada',
      'username',
      'username',
      'text',
    ]);
  });

  it('saves the new username once, shows and announces it, fires an event and returns the focus', async () => {
    const { tag, sent, input, user } = await openWithForm();
    const heard = eventsOf(document, 'logto-username-updated');
    enter(tag, 'Username', ' countess ');
    await submit(tag);
    expect(writesIn(sent).map(({ method, path, body }) => [method, path, body])).to.deep.equal([
      ['PATCH', '/api/my-account', { username: 'countess' }],
    ]);
    expect(user.username).to.equal('countess');
    expect(textOf(part(tag, 'value'))).to.equal('countess');
    expect(statusOf(tag)).to.equal('Username saved.');
    expect(part(tag, 'status').getAttribute('role')).to.equal('status');
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([
      ['changed', 'username', tag],
    ]);
    expect(tag.shadowRoot!.activeElement).to.equal(part(tag, 'edit'));
    expect(input.isConnected).to.equal(false);
    await expect(tag).to.be.accessible();
  });

  it('sets the first username', async () => {
    const { tag, user } = await openWithForm({ user: { username: null } });
    enter(tag, 'Username', 'countess');
    await submit(tag);
    expect(user.username).to.equal('countess');
    expect(namesOf(tag, 'button')).to.deep.equal(['Change Username', 'Remove Username']);
  });

  it('saves once after double Enter and double clicks, and shows progress', async () => {
    const { tag, logto, sent } = await openWithForm();
    const answer = deferred<undefined>();
    answerWith(logto, /^PATCH/, () => answer.promise);
    enter(tag, 'Username', 'countess');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => namesOf(tag, 'button').includes('Saving…'));
    const saving = button(tag, 'Saving…');
    saving.click();
    expect(saving.getAttribute('aria-disabled')).to.equal('true');
    await expect(tag).to.be.accessible();
    answer.resolve(undefined);
    await whenIdle(tag);
    expect(writesIn(sent)).to.have.lengthOf(1);
  });

  it('sends nothing if the username is unchanged', async () => {
    const { tag, sent } = await openWithForm();
    await submit(tag);
    expect(isOpen(tag)).to.equal(false);
    expect(sent).to.deep.equal([]);
  });

  it('requires a username if there is none yet', async () => {
    const { tag } = await openWithForm({ user: { username: null } });
    await submit(tag);
    expect(textOf(tag)).to.contain('Username is required.');
  });

  it('requires a username if the field was emptied', async () => {
    const { tag, sent, input } = await openWithForm();
    enter(tag, 'Username', '  ');
    await submit(tag);
    expect(descriptionOf(input)).to.contain('Username is required.');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(sent).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });
});

describe('the rules for usernames', () => {
  for (const settings of ['property', 'none'] as const)
    it(`are Logto’s defaults without a policy: settings ${settings}`, async () => {
      if (settings === 'none') listenToConsole();
      const { input } = await openWithForm({ settings });
      expect(descriptionOf(input)).to.equal('Use lowercase letters, uppercase letters, numbers, and underscores.');
    });

  it('the rules for usernames follow the tenant’s policy', async () => {
    const { tag, input, sent } = await openWithForm(policy({}));
    expect(descriptionOf(input)).to.equal('Use lowercase letters and numbers.');
    for (const [typed, problem] of [
      ['ab', 'Use at least 3 characters.'],
      ['abcdefghi', 'Use at most 8 characters.'],
      ['Abc', 'Use only lowercase letters and numbers.'],
      ['a_b', 'Use only lowercase letters and numbers.'],
      ['ab c', 'Use only lowercase letters and numbers.'],
      ['1abc', 'A username cannot start with a number.'],
    ] as const) {
      enter(tag, 'Username', typed);
      await submit(tag);
      expect(descriptionOf(input), typed).to.contain(problem);
      await expect(tag).to.be.accessible();
    }
    expect(sent).to.deep.equal([]);
    enter(tag, 'Username', 'abc');
    await submit(tag);
    expect(textOf(part(tag, 'value'))).to.equal('abc');
  });

  it('use the singular for one character', async () => {
    const { tag, input } = await openWithForm({
      user: { username: null },
      ...policy({ minLength: 1, maxLength: 1 }),
    });
    enter(tag, 'Username', 'ab');
    await submit(tag);
    expect(descriptionOf(input)).to.contain('Use at most 1 character.');
  });

  it('are checked while typing if more typing cannot fix the problem', async () => {
    const { tag, input } = await openWithForm(policy({}));
    for (const [typed, problem] of [
      ['a', ''],
      ['a-', 'Use only lowercase letters and numbers.'],
      ['ab', ''],
      ['1', 'A username cannot start with a number.'],
      ['abcdefghi', 'Use at most 8 characters.'],
    ] as const) {
      enter(tag, 'Username', typed);
      await tag.updateComplete;
      expect(descriptionOf(input).replace('Use lowercase letters and numbers.', '').trim(), typed).to.equal(problem);
    }
  });
});

describe('a username that Logto rejects', () => {
  for (const [code, words] of [
    ['user.username_already_in_use', 'This username is taken. Choose another one.'],
    ['guard.invalid_input', 'That was not accepted. Check what you entered and try again.'],
  ] as const)
    it(`is kept in the field, with a text for ${code}`, async () => {
      const { tag, logto } = await openWithForm();
      answerWith(logto, /^PATCH/, () => refusal(422, code));
      enter(tag, 'Username', 'charles');
      await submit(tag);
      expect(alertsIn(tag)).to.deep.equal([words]);
      expect(labelled(tag, 'Username').value).to.equal('charles');
      await expect(tag).to.be.accessible();
      enter(tag, 'Username', 'charles_b');
      await tag.updateComplete;
      expect(alertsIn(tag)).to.deep.equal([]);
    });

  for (const [code, words] of [
    ['too_short', 'This username is too short. Choose a longer one.'],
    ['too_long', 'This username is too long. Choose a shorter one.'],
    ['starts_with_number', 'A username cannot start with a number.'],
    ['uppercase_not_allowed', 'Uppercase letters cannot be used here. Use lowercase letters.'],
    ['lowercase_not_allowed', 'Lowercase letters cannot be used here. Use uppercase letters.'],
    ['numbers_not_allowed', 'Numbers cannot be used here. Choose a username without them.'],
    ['underscore_not_allowed', 'Underscores cannot be used here. Choose a username without them.'],
    ['invalid_charset_hard', 'Use only letters from a to z, numbers, and underscores.'],
  ])
    it(`gets an explanation if only Logto knows the policy: ${code}`, async () => {
      const { tag, logto } = await openWithForm();
      answerWith(logto, /^PATCH/, () => refusal(422, `user.username_${code}`));
      enter(tag, 'Username', 'charles');
      await submit(tag);
      expect(alertsIn(tag)).to.deep.equal([words]);
      expect(labelled(tag, 'Username').value).to.equal('charles');
      expect(labelled(tag, 'Username').ariaInvalid).to.equal('true');
    });

  it('a rejected username may belong to another user', async () => {
    const { tag, user } = await openWithForm();
    enter(tag, 'Username', 'charles');
    await submit(tag);
    expect(alertsIn(tag)).to.deep.equal(['This username is taken. Choose another one.']);
    expect(user.username).to.equal('ada');
    expect(labelled(tag, 'Username').ariaInvalid).to.equal('true');
    enter(tag, 'Username', 'charles_b');
    await tag.updateComplete;
    expect(labelled(tag, 'Username').ariaInvalid).to.equal('false');
  });
});
