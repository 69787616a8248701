import type { Localizer } from '../../src/localize/localizer.js';
import type { MfaVerification } from '../../src/api/mfa.js';
import { keyIcon, plusIcon } from '../../src/look/icons.js';
import { emptyRow, type Row } from '../../src/rows/row.js';
import { addedAndUsed } from '../../src/second-factors/added-and-used.js';
import { onOrOff } from '../../src/second-factors/on-or-off.js';
import type { PasskeyActions } from './passkey-actions.js';
import type { PasskeyMessageKey } from './passkey-rows-controller.js';

const bellIcon = 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 21h4';

type PasskeyLocalizer = Localizer<PasskeyMessageKey>;

/** What the rows are made from. */
interface PasskeyView {
  localize: PasskeyLocalizer;
  /** `undefined` when Logto does not list them. */
  passkeys: readonly MfaVerification[] | undefined;
  nameOf: (passkey: MfaVerification) => string;
  canEdit: boolean;
  /** Whether the tenant takes new ones, as far as that is known. */
  isOffered: boolean;
  /** What stands in the way of adding one: the browser cannot, or it is done elsewhere. */
  obstacle: 'unsupported' | 'elsewhere' | undefined;
  /** Whether adding one may be done at Logto's own page. */
  mayLeadAway: boolean;
  /** Whether one is suggested at sign-in; `undefined` when that cannot be chosen. */
  isSuggested: boolean | undefined;
  actions: Pick<PasskeyActions, 'add' | 'rename' | 'remove' | 'suggest'>;
}

export const passkeyRows = (view: PasskeyView): Row[] => [
  ...(view.passkeys ?? []).map((passkey) => passkeyRow(view, passkey)),
  ...addRow(view),
  ...suggestionRow(view),
];

function passkeyRow({ localize, nameOf, canEdit, actions }: PasskeyView, passkey: MfaVerification): Row {
  const field = nameOf(passkey);
  const rename = {
    part: 'edit',
    text: localize.text('credential.rename'),
    label: localize.text('credential.renameField', { field }),
    open: () => actions.rename(passkey),
  };
  const remove = {
    part: 'remove',
    text: localize.text('credential.remove'),
    label: localize.text('credential.removeField', { field }),
    open: () => actions.remove(passkey),
  };
  return {
    key: passkey.id,
    label: field,
    icon: keyIcon,
    value: addedAndUsed(localize, passkey),
    actions: canEdit ? [rename, remove] : [],
  };
}

function addRow({ localize, passkeys, canEdit, isOffered, obstacle, mayLeadAway, actions }: PasskeyView): Row[] {
  const hasNone = passkeys?.length === 0;
  if (!canEdit) return hasNone ? [emptyRow(keyIcon, localize.text('mfa.notSetUp'))] : [];
  if (!isOffered) return [];
  const add = {
    part: 'add',
    text: localize.text('credential.add'),
    label: localize.text('passkeys.addLabel'),
    open: actions.add,
    task: '',
    needsPress: mayLeadAway,
  };
  const hints = [
    ...(passkeys ? [] : [localize.text('passkeys.unlisted')]),
    ...(obstacle === 'elsewhere' ? [localize.text('passkeys.elsewhere')] : []),
  ];
  const label = passkeys ? (hasNone ? 'passkeys.first' : 'passkeys.another') : 'passkeys.new';
  return [
    {
      key: 'add',
      label: localize.text(label),
      icon: plusIcon,
      value: obstacle === 'unsupported' ? localize.text('passkeys.unsupported') : localize.text('passkeys.about'),
      isUnset: true,
      hint: hints.join(' '),
      actions: obstacle === 'unsupported' ? [] : [add],
    },
  ];
}

function suggestionRow({ localize, isSuggested, canEdit, actions }: PasskeyView): Row[] {
  if (isSuggested === undefined) return [];
  const toggle = {
    part: 'toggle',
    text: localize.text(isSuggested ? 'mfa.turnOff' : 'mfa.turnOn'),
    label: localize.text(isSuggested ? 'passkeys.turnOffLabel' : 'passkeys.turnOnLabel'),
    open: () => actions.suggest(!isSuggested),
  };
  return [
    {
      key: 'suggestion',
      label: localize.text('passkeys.prompt'),
      icon: bellIcon,
      badge: onOrOff(localize, isSuggested),
      value: '',
      actions: canEdit ? [toggle] : [],
    },
  ];
}
