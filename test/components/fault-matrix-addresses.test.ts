import { enter, lastCode, openForm, openTag, press, whenIdle, submit } from './credential-page.js';
import { describeFaults, type Deed } from './fault-matrix.js';
import { waitUntil } from '../helpers/wait-until.js';

async function removalOf(name: 'logto-email' | 'logto-phone', label: string) {
  const { tag, logto } = await openTag(name, { user: { primaryPhone: '12025550123' } });
  press(tag, `Remove ${label}`);
  await whenIdle(tag);
  return { tag, logto, act: () => submit(tag, 'Remove') } satisfies Deed;
}

/** The step where a code is asked for. */
async function addressTyped(name: 'logto-email' | 'logto-phone', label: string, value: string, user = {}) {
  const { tag, logto } = await openTag(name, { user });
  const form = await openForm(tag);
  if (name === 'logto-phone') await waitUntil(() => form.querySelector('select'));
  enter(form, label, value);
  return { tag, logto, act: () => submit(tag, 'Continue') } satisfies Deed;
}

async function codeTyped(...options: Parameters<typeof addressTyped>) {
  const { tag, logto, act } = await addressTyped(...options);
  await act();
  enter(tag, 'Code', lastCode(logto));
  return { tag, logto, act: () => submit(tag) } satisfies Deed;
}

const anEmail = ['logto-email', 'New email address', 'ada@new.example'] as const;
const aPhone = ['logto-phone', 'New phone number', '+1 202 555 0177'] as const;

/** The next step has come. */
const asksForCode = (deed: Deed): Deed => ({
  ...deed,
  status: () => (deed.tag.querySelector('input[name="code"]') ? 'It asks for the code.' : ''),
});

describeFaults({
  'a code to an email address': {
    sentAgain: 'changes nothing',
    route: 'POST verifications/verification-code',
    said: 'It asks for the code.',
    begin: async () => asksForCode(await addressTyped(...anEmail)),
  },
  'the check of that code': {
    route: 'POST verifications/verification-code/verify',
    said: 'Email saved.',
    begin: () => codeTyped(...anEmail),
  },
  'an email address': {
    isOver: true,
    route: 'POST my-account/primary-email',
    said: 'Email saved.',
    begin: () => codeTyped(...anEmail),
  },
  'a first email address': {
    isOver: true,
    route: 'POST my-account/primary-email',
    said: 'Email saved.',
    begin: () => codeTyped(...anEmail, { primaryEmail: null }),
  },
  'the removal of an email address': {
    route: 'DELETE my-account/primary-email',
    said: 'Email removed.',
    begin: () => removalOf('logto-email', 'Email'),
  },
  'a first phone number': {
    isOver: true,
    route: 'POST my-account/primary-phone',
    said: 'Phone saved.',
    begin: () => codeTyped(...aPhone, { primaryPhone: null }),
  },
  'another phone number': {
    isOver: true,
    route: 'POST my-account/primary-phone',
    said: 'Phone saved.',
    begin: () => codeTyped(...aPhone, { primaryPhone: '12025550123' }),
  },
  'the removal of a phone number': {
    route: 'DELETE my-account/primary-phone',
    said: 'Phone removed.',
    begin: () => removalOf('logto-phone', 'Phone'),
  },
});
