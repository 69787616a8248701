import type { AccountError } from './account-error.js';

/** Codes of the library's own, for what is wrong with the page, and neither with the user nor with Logto. */
const misconfigurations = [
  'invalid_endpoint',
  'endpoint_mismatch',
  'app_id_in_use',
  'issuer_mismatch',
  'token_is_a_jwt',
] as const;

export type Misconfiguration = (typeof misconfigurations)[number];

/** Whether a failure is the page's own, so that trying again cannot help. */
export const isMisconfiguration = (error: AccountError): error is AccountError & { code: Misconfiguration } =>
  misconfigurations.some((code) => code === error.code);
