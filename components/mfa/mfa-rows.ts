import { html } from 'lit';

import type { Account } from '../../src/api/account.js';
import type { MfaVerification } from '../../src/api/mfa.js';
import type { Localizer } from '../../src/localize/localizer.js';
import { countSecondSteps, hasNoSecondStep, type Offers } from '../../src/second-factors/factors.js';
import type { Badge } from '../../src/look/badge.js';
import { authenticatorIcon, keyIcon, mailIcon, shieldIcon } from '../../src/look/icons.js';
import { readablePhone } from '../../src/phone/plain-phone.js';
import type { Row, RowAction } from '../../src/rows/row.js';
import { addedAndUsed } from '../../src/second-factors/added-and-used.js';
import { onOrOff } from '../../src/second-factors/on-or-off.js';
import { codesRow } from './codes-row.js';
import type { MfaActions } from './mfa-actions.js';
import type { MfaMessageKey } from './mfa-rows-controller.js';

const messageIcon =
  'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v9a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 3.5V17h-2A1.5 1.5 0 0 1 3 15.5v-9A1.5 1.5 0 0 1 4.5 5z';

/** What the rows are made from. */
export interface MfaView {
  localize: Localizer<MfaMessageKey>;
  account: Account;
  verifications: readonly MfaVerification[];
  offers: Offers;
  canEdit: boolean;
  /** Whether the user may change their address or number. */
  canChange: (address: 'email' | 'phone') => boolean;
  /** Whether a second step is asked for in any case; `undefined` when that is not known. */
  isMandatory: boolean | undefined;
  /** The user's own wish; `undefined` when it cannot be read. */
  isAsked: boolean | undefined;
  actions: MfaActions;
}

/** What there is to see, in the order in which a user would set it up. */
export function mfaRows(view: MfaView): Row[] {
  const factors = [totpRow(view), ...addressRows(view), passkeyRow(view), codesRow(view)].filter(
    (row) => row !== undefined,
  );
  const isOffered = factors.length > 0 || view.offers('WebAuthn');
  return isOffered ? [...signInRow(view), ...factors] : [];
}

function signInRow({ localize, isMandatory, isAsked, canEdit, actions, ...view }: MfaView): Row[] {
  if (!isMandatory && isAsked === undefined) return [];
  const known = [view.verifications, view.account, view.offers] as const;
  const hasStep = countSecondSteps(...known) > 0;
  const hasNone = hasNoSecondStep(...known);
  const isOn = isMandatory || isAsked;
  const isUpToService = !isOn && isMandatory === undefined;
  const toggle: RowAction = isOn
    ? {
        part: 'toggle',
        text: localize.text('mfa.turnOff'),
        label: localize.text('mfa.turnOffLabel'),
        open: actions.turnOff,
      }
    : {
        part: 'toggle',
        text: localize.text('mfa.turnOn'),
        label: localize.text('mfa.turnOnLabel'),
        open: actions.turnOn,
        task: 'at-sign-in',
        needsPress: true,
      };
  return [
    {
      key: 'sign-in',
      label: localize.text('mfa.atSignIn'),
      icon: shieldIcon,
      ...(isUpToService
        ? { value: localize.text('mfa.onlyIfRequired') }
        : { badge: isMandatory ? always(localize) : onOrOff(localize, isOn === true), value: '' }),
      ...(isOn && hasNone && canEdit && canSetUp(view.offers) && { warning: localize.text('mfa.nothingSetUp') }),
      ...(!isOn && isMandatory === false && hasStep && { warning: localize.text('mfa.notAsked') }),
      actions: canEdit && !isMandatory ? [toggle] : [],
    },
  ];
}

const always = (localize: MfaView['localize']): Badge => ({ text: localize.text('mfa.required'), tone: 'success' });

const canSetUp = (offers: Offers) => offers('Totp') !== false || offers('WebAuthn') !== false;

function totpRow({ localize, verifications, offers, canEdit, actions }: MfaView): Row | undefined {
  const totp = verifications.find(({ type }) => type === 'Totp');
  const isOffered = offers('Totp') !== false;
  if (!totp && !isOffered) return undefined;
  const field = localize.text('mfa.totp');
  const setUp: RowAction = {
    part: 'edit',
    text: localize.text(totp ? 'common.replace' : 'credential.add'),
    label: localize.text(totp ? 'mfa.replaceField' : 'credential.addField', { field }),
    open: actions.setUpTotp,
    task: 'totp',
  };
  const remove: RowAction = {
    part: 'remove',
    text: localize.text('credential.remove'),
    label: localize.text('credential.removeField', { field }),
    open: actions.removeTotp,
  };
  return {
    key: 'totp',
    label: field,
    icon: authenticatorIcon,
    badge: totp && { text: localize.text('mfa.setUp'), tone: 'success' },
    value: totp ? addedAndUsed(localize, totp) : localize.text('mfa.notSetUp'),
    isUnset: !totp,
    ...(!isOffered && { hint: localize.text('mfa.noLongerOffered') }),
    actions: canEdit ? [...(isOffered ? [setUp] : []), ...(totp ? [remove] : [])] : [],
  };
}

/** The primary email address and phone number can be second steps, too; they are changed where they are. */
function addressRows({ localize, account, offers, canChange }: MfaView): Row[] {
  const { primaryEmail, primaryPhone } = account;
  const all = [
    {
      key: 'email' as const,
      factor: 'EmailVerificationCode',
      label: localize.text('mfa.emailCode'),
      icon: mailIcon,
      value: primaryEmail && html`<bdi dir="ltr">${primaryEmail}</bdi>`,
      hint: localize.text('mfa.emailHint'),
    },
    {
      key: 'phone' as const,
      factor: 'PhoneVerificationCode',
      label: localize.text('mfa.phoneCode'),
      icon: messageIcon,
      value: primaryPhone && html`<bdi dir="ltr">${readablePhone(primaryPhone)}</bdi>`,
      hint: localize.text('mfa.phoneHint'),
    },
  ];
  const change = (key: 'email' | 'phone', field: string): RowAction => ({
    part: 'edit',
    text: localize.text('common.edit'),
    label: localize.text('common.editField', { field }),
    leadsTo: `logto-${key}`,
  });
  return all.flatMap(({ factor, ...row }) =>
    offers(factor) && row.value ? [{ ...row, actions: canChange(row.key) ? [change(row.key, row.label)] : [] }] : [],
  );
}

/** They have an element of their own. They are shown here, too, because they count as a second step. */
function passkeyRow({ localize, verifications, offers }: MfaView): Row | undefined {
  const count = verifications.filter(({ type }) => type === 'WebAuthn').length;
  if (count === 0 || offers('WebAuthn') === false) return undefined;
  const value = localize.text('mfa.passkeyCount', { count });
  return { key: 'passkeys', label: localize.text('mfa.passkeys'), icon: keyIcon, value, actions: [] };
}
