import { stayHere } from '../helpers/stay-here.js';
import { choosing, waitingForCode } from './code-dialog.js';
import {
  aTenant,
  answerWith,
  enter,
  lastCode,
  openPage,
  pressInDialog,
  pressAndWait,
  refusal,
  theDialog,
} from './credential-page.js';
import { describeFaults, type Deed } from './fault-matrix.js';
import { comeBack, github, openSocial, pressConfirm, type Return } from './social-page.js';

/** The user is back from GitHub, and this request has failed once. */
async function onlyLeft(where: RegExp, options: Return = {}) {
  const logto = aTenant();
  const recover = answerWith(logto, where, () => refusal(500, 'x'));
  const { tag } = await comeBack({ ...options, logto });
  recover();
  return { tag, logto, act: () => pressConfirm(tag) } satisfies Deed;
}

const whenGone = (dialog: HTMLElement) => (dialog.isConnected ? '' : 'It is confirmed.');

describeFaults({
  'the way to a provider': {
    sentAgain: 'changes nothing',
    route: 'POST verifications/social',
    said: 'The user is there.',
    begin: async () => {
      const addresses = stayHere();
      const { tag, logto } = await openSocial({ mode: 'embedded' });
      const status = () => (addresses.length > 0 ? 'The user is there.' : '');
      return { tag, logto, act: () => pressAndWait(tag, 'Link GitHub'), status };
    },
  },
  'a social account': {
    route: 'POST my-account/identities',
    said: 'GitHub is linked.',
    begin: () => onlyLeft(/^POST .*identities$/),
  },
  'a social account in place of another': {
    route: 'PUT my-account/identities',
    said: 'GitHub is linked.',
    begin: () => onlyLeft(/^PUT .*identities$/, { linked: github }),
  },
  'what a provider has confirmed': {
    route: 'POST verifications/social/verify',
    said: 'GitHub is linked.',
    begin: () => onlyLeft(/social\/verify$/),
  },
  'the end of a link to a social account': {
    route: 'DELETE my-account/identities/*',
    said: 'GitHub is no longer linked.',
    begin: async () => {
      const { tag, logto } = await openSocial({ linked: github });
      await pressAndWait(tag, 'Unlink GitHub');
      return { tag, logto, act: () => pressAndWait(tag, 'Unlink') };
    },
  },
  'the proof by password': {
    sentAgain: 'changes nothing',
    route: 'POST verifications/password',
    said: 'It is confirmed.',
    begin: async () => {
      const { provider, logto } = await openPage('', { withDialog: true });
      provider.verify().catch(() => undefined);
      const dialog = await theDialog();
      enter(dialog, 'Password', 'Walnut-Lamp!73');
      return { tag: dialog, logto, act: () => pressInDialog(dialog, 'Confirm'), status: () => whenGone(dialog) };
    },
  },
  'a code for the proof': {
    sentAgain: 'changes nothing',
    route: 'POST verifications/verification-code',
    said: 'It asks for the code.',
    begin: async () => {
      const { dialog, logto } = await choosing();
      const status = () => (dialog.querySelector('input[name="code"]') ? 'It asks for the code.' : '');
      return {
        tag: dialog,
        logto,
        act: () => pressInDialog(dialog, 'With a code by email to ada@example.com'),
        status,
      };
    },
  },
  'the proof by a code': {
    sentAgain: 'is told by a second try',
    route: 'POST verifications/verification-code/verify',
    said: 'It is confirmed.',
    begin: async () => {
      const { dialog, logto } = await waitingForCode();
      enter(dialog, 'Code', lastCode(logto));
      return { tag: dialog, logto, act: () => pressInDialog(dialog, 'Confirm'), status: () => whenGone(dialog) };
    },
  },
});
