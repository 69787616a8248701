import { ApiError } from '../errors.js';
import { requireFirstParty } from '../guards.js';
import { newCode } from '../ids.js';
import type { Call, Route } from '../router.js';
import { literal, object, optional, string, union, variants } from '../schema.js';
import { guardAttempt } from '../sentinel.js';
import type { VerificationRecord } from '../record-types.js';
import { addRecord, findRecord } from '../verification-records.js';

interface Identifier {
  type: 'email' | 'phone';
  value: string;
}

/** Phones are digits only, with the country code. */
export const identifierPatterns = { email: /^\S+@\S+\.\S+$/, phone: /^\d+$/ };

const recordTypes = { email: 'EmailVerificationCode', phone: 'PhoneVerificationCode' } as const;

const identifierSchema = variants({
  email: { value: string({ pattern: identifierPatterns.email }) },
  phone: { value: string({ pattern: identifierPatterns.phone }) },
});

const tenMinutes = 10 * 60 * 1000;
const sendsPerRecipient = 10;

export const verificationsCodeRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/verifications/verification-code',
    async handle(call) {
      const templateType = optional(union(literal('BindMfa'), literal('UserPermissionValidation')));
      const body = await call.body<{ identifier: Identifier; templateType?: 'BindMfa' | 'UserPermissionValidation' }>(
        object({ identifier: identifierSchema, templateType }),
      );
      requireFirstParty(call);
      const { type, value } = body.identifier;
      const { user } = call;
      const isOwn = value === (type === 'email' ? user.primaryEmail : user.primaryPhone);
      const template = isOwn ? (body.templateType ?? 'UserPermissionValidation') : 'BindNewIdentifier';
      if (type === 'email') checkBlocklist(call, value);
      const code = newCode();
      send(call, body.identifier, { to: value, code, template, sentAt: call.now });
      const record = addRecord(call, {
        type: recordTypes[type],
        userId: isOwn ? user.id : undefined,
        verified: false,
        identifier: value,
        template,
        code: { value: code, sentAt: call.now, wrongTries: 0, used: false },
      });
      const expiresAt = new Date(record.expiresAt).toISOString();
      return Response.json({ verificationRecordId: record.id, expiresAt }, { status: 201 });
    },
  },
  {
    method: 'POST',
    path: '/api/verifications/verification-code/verify',
    async handle(call) {
      const { identifier, verificationId, code } = await call.body<{
        identifier: Identifier;
        verificationId: string;
        code: string;
      }>(object({ identifier: identifierSchema, verificationId: string(), code: string() }));
      requireFirstParty(call);
      const record = findRecord(call, verificationId, recordTypes[identifier.type]);
      guardAttempt(call, `code for ${identifier.value}`, () => checkCode(call, record, identifier, code));
      record.verified = true;
      return Response.json({ verificationRecordId: record.id });
    },
  },
];

/** Refuses the email addresses that the tenant does not want. */
export function checkBlocklist({ tenant }: Call, email: string): void {
  const { customBlocklist, blockSubaddressing } = tenant.emailBlocklist;
  if (blockSubaddressing && email.split('@')[0]?.includes('+')) {
    throw new ApiError('session.email_blocklist.email_subaddressing_not_allowed');
  }
  if (customBlocklist.some((entry) => (entry.startsWith('@') ? email.endsWith(entry) : email === entry))) {
    throw new ApiError('session.email_blocklist.email_not_allowed', { values: { email } });
  }
}

function send({ tenant, logto, now }: Call, { type }: Identifier, message: (typeof logto.outbox)[number]): void {
  const recent = logto.outbox.filter(({ to, sentAt }) => to === message.to && sentAt > now - tenMinutes);
  if (recent.length >= sendsPerRecipient) throw new ApiError('request.message_rate_limited');
  const connectorType = type === 'email' ? 'Email' : 'Sms';
  if (!tenant.connectors.some((connector) => connector.type === connectorType)) {
    throw new ApiError('connector.not_found', { values: { type: connectorType } });
  }
  logto.outbox.push(message);
}

function checkCode({ tenant, now }: Call, record: VerificationRecord, identifier: Identifier, value: string): void {
  const { code } = record;
  const { expirationDuration = 600, maxRetryAttempts = 10 } = tenant.signInExperience.verificationCodePolicy;
  if (!code || code.used) throw new ApiError('verification_code.not_found');
  if (record.identifier !== identifier.value) throw new ApiError(`verification_code.${identifier.type}_mismatch`);
  if (code.sentAt + expirationDuration * 1000 <= now) throw new ApiError('verification_code.expired');
  if (code.wrongTries >= maxRetryAttempts) throw new ApiError('verification_code.exceed_max_try');
  if (code.value !== value) {
    code.wrongTries += 1;
    throw new ApiError('verification_code.code_mismatch');
  }
  code.used = true;
}
