/** What was changed, for the records of the host. */
export type AccountAuditEvent = {
  /** Whose account it is, and who did it: both are the same person. */
  userId: string;
  /** The application of the page; missing for what `deleteExpired` did. */
  applicationId?: string;
  /** Milliseconds since 1970. */
  at: number;
} & (
  | { type: 'account.deleted' }
  | { type: 'account.deletion-scheduled'; deleteAt: number }
  | { type: 'account.deletion-refused' }
  | { type: 'personal-access-token.created'; name: string; expiresAt: number | null }
  | { type: 'personal-access-token.renamed'; name: string; currentName: string }
  | { type: 'personal-access-token.deleted'; name: string }
  | { type: 'organization.left'; organizationId: string }
  | { type: 'invitation.accepted'; organizationId: string; invitationId: string }
  | { type: 'invitation.declined'; organizationId: string; invitationId: string }
);

/** An event without what is the same for all. */
export type AuditDetails = AccountAuditEvent extends infer Event
  ? Event extends AccountAuditEvent
    ? Omit<Event, 'userId' | 'applicationId' | 'at'>
    : never
  : never;
