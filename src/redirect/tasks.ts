/** Adding a passkey at Logto's own page; also what that page is called there. */
export const passkeyTask = 'passkey/add';

/** Linking or replacing a social account, at Logto's own page or at the provider. */
export const socialTask = 'social';
