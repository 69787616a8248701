export type { AccountSettingsSnapshot } from '../settings/account-settings.js';
export { readSettings, type ReadSettingsOptions } from './read-settings.js';
export { SettingsError, type SettingsErrorKind } from './settings-error.js';
export { settingsHandler, type SettingsHandlerOptions } from './settings-handler.js';
