import { ApiError } from './errors.js';
import { newId } from './ids.js';
import type { Call } from './router.js';
import type { VerificationRecord } from './record-types.js';

const tenMinutes = 10 * 60 * 1000;

/** Keeps a new record for ten minutes, which no later verification extends. */
export function addRecord(
  { tenant, now }: Call,
  record: Omit<VerificationRecord, 'id' | 'expiresAt'>,
): VerificationRecord {
  const added = { ...record, id: newId(), expiresAt: now + tenMinutes };
  tenant.verificationRecords.push(added);
  return added;
}

/** The record, when it is of this type and, in case it has an owner, the user's. */
export function findRecord(
  { tenant, user, now }: Call,
  id: string,
  type: VerificationRecord['type'],
): VerificationRecord {
  const record = tenant.verificationRecords.find((candidate) => candidate.id === id);
  const isUsable = record?.type === type && record.expiresAt > now && (record.userId ?? user.id) === user.id;
  if (!isUsable) throw new ApiError('verification_record.not_found');
  return record;
}

/** The same, when the verification has succeeded. */
export function findVerifiedRecord(...[call, id, type]: Parameters<typeof findRecord>): VerificationRecord {
  const record = findRecord(call, id, type);
  if (!record.verified) throw new ApiError('verification_record.not_found');
  return record;
}

/**
 * Whether the id is that of a permission record: the user's password, or a code sent to the user's own address for
 * this very purpose. A code for a new address proves something else, and who mixes the two up is told so.
 */
export function hasPermission({ tenant, user, now }: Call, id: string | null): boolean {
  const record = tenant.verificationRecords.find((candidate) => candidate.id === id);
  if (!record?.verified || record.userId !== user.id || record.expiresAt <= now) return false;
  return record.type === 'Password' || record.template === 'UserPermissionValidation';
}
