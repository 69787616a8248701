export {
  accountHandler,
  type AccountHandler,
  type AccountHandlerOptions,
  type DeletionReport,
  type Refusal,
} from './account/account-handler.js';
export type { AccountAuditEvent } from './account/audit.js';
export type {
  AccountCapabilities,
  DataExportOptions,
  DataPart,
  DeleteAccountOptions,
  OrganizationOptions,
  PersonalAccessTokenOptions,
} from './account/capabilities.js';
export type { ManagementAccess } from './account/management-tokens.js';
export type { AccountPerson } from './account/person.js';
export { Problem as AccountProblem, type ProblemCode as AccountProblemCode } from './account/problem.js';
export type { AccountStore } from './account/store.js';
export type { AccountSettingsSnapshot } from '../settings/account-settings.js';
export { readSettings, type ReadSettingsOptions } from './read-settings.js';
export { SettingsError, type SettingsErrorKind } from './settings-error.js';
export { settingsHandler, type SettingsHandlerOptions } from './settings-handler.js';
