import { backupCodesLeft, mayHaveBackupCodes } from '../../src/second-factors/factors.js';
import type { Badge } from '../../src/look/badge.js';
import { listIcon } from '../../src/look/icons.js';
import type { Row, RowAction } from '../../src/rows/row.js';
import type { MfaView } from './mfa-rows.js';

/** The backup codes: how many are left, and a nudge where there should be some. */
export function codesRow(view: MfaView): Row | undefined {
  const { localize, verifications, offers, canEdit } = view;
  const left = backupCodesLeft(verifications);
  const isOffered = offers('BackupCode') !== false;
  if (left === undefined && !isOffered) return undefined;
  return {
    key: 'backup-codes',
    label: localize.text('mfa.backupCodes'),
    icon: listIcon,
    ...(left === undefined ? { value: localize.text('mfa.notSetUp') } : { badge: codesLeft(view, left), value: '' }),
    isUnset: left === undefined,
    ...(canEdit && advice(view, left, isOffered)),
    actions: canEdit ? actionsOf(view, left, isOffered) : [],
  };
}

const codesLeft = ({ localize }: MfaView, left: number): Badge =>
  left === 0
    ? { text: localize.text('mfa.noneLeft'), tone: 'warning' }
    : { text: localize.text('mfa.codesLeft', { count: left }), tone: 'success' };

function advice({ localize, verifications }: MfaView, left: number | undefined, isOffered: boolean): Partial<Row> {
  if (!mayHaveBackupCodes(verifications))
    return left === undefined
      ? { hint: localize.text('mfa.codesNeedStep') }
      : { warning: localize.text('mfa.codesAlone') };
  if (left || !isOffered) return {};
  return { warning: localize.text(left === 0 ? 'mfa.suggestNewCodes' : 'mfa.suggestCodes') };
}

function actionsOf(
  { localize, verifications, actions }: MfaView,
  left: number | undefined,
  isOffered: boolean,
): RowAction[] {
  const field = localize.text('mfa.backupCodes');
  const show = { part: 'show', text: localize.text('common.show'), label: localize.text('mfa.showField', { field }) };
  const edit = left
    ? { text: localize.text('common.replace'), label: localize.text('mfa.replaceField', { field }) }
    : { text: localize.text('mfa.create'), label: localize.text('mfa.createField', { field }) };
  const remove = {
    text: localize.text('credential.remove'),
    label: localize.text('credential.removeField', { field }),
  };
  const task = 'backup-codes';
  const areAlone = !mayHaveBackupCodes(verifications);
  return [
    ...(left ? [{ ...show, open: actions.showCodes, task }] : []),
    ...(isOffered && !areAlone ? [{ ...edit, part: 'edit', open: actions.createCodes, ...(!left && { task }) }] : []),
    ...(areAlone && left !== undefined ? [{ ...remove, part: 'remove', open: actions.removeCodes }] : []),
  ];
}
