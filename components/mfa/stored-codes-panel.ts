import { readBackupCodes } from '../../src/mfa/backup-codes.js';
import type { RowPanel } from '../../src/ui/row-panel.js';
import { backupCodesPanel, type BackupCodesPanelOptions } from './backup-codes-panel.js';

/** Shows the backup codes that Logto has, after the user has proved who they are. */
export async function storedCodesPanel(options: Omit<BackupCodesPanelOptions, 'codes' | 'areNew'>): Promise<RowPanel> {
  return backupCodesPanel({ ...options, codes: await readBackupCodes(options.connection), areNew: false });
}
