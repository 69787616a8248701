import { enter, openForm, openTag, press, whenIdle, submit } from './credential-page.js';
import { describeFaults, type Deed } from './fault-matrix.js';
import { withoutMethods } from './social-page.js';

/** A form with something typed. */
async function typedInto(name: 'logto-username' | 'logto-password', label: string, value: string, user = {}) {
  const { tag, logto } = await openTag(name, { user });
  enter(await openForm(tag), label, value);
  return { tag, logto, act: () => submit(tag) } satisfies Deed;
}

async function removal() {
  const { tag, logto } = await openTag('logto-username');
  press(tag, 'Remove Username');
  await whenIdle(tag);
  return { tag, logto, act: () => submit(tag, 'Remove') } satisfies Deed;
}

describeFaults({
  'a first username': {
    route: 'PATCH my-account',
    said: 'Username saved.',
    begin: () => typedInto('logto-username', 'Username', 'countess', { username: null }),
  },
  'another username': {
    route: 'PATCH my-account',
    said: 'Username saved.',
    begin: () => typedInto('logto-username', 'Username', 'countess'),
  },
  'the removal of a username': {
    route: 'PATCH my-account',
    said: 'Username removed.',
    begin: removal,
  },
  'a first password': {
    route: 'POST my-account/password',
    said: 'Password saved.',
    begin: () => typedInto('logto-password', 'New password', 'Teal-Kettle!48', withoutMethods),
  },
  'another password': {
    sentAgain: 'cannot be read',
    route: 'POST my-account/password',
    said: 'Password saved.',
    begin: () => typedInto('logto-password', 'New password', 'Teal-Kettle!48'),
  },
});
