/** The stores of backups, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createBackupStore, createBackupWarningStore } from './backup-store.ts';

export const backupStore = createBackupStore(bridge.vault, bridge.shell);
export const backupWarningStore = createBackupWarningStore(bridge.vault['backup.warning']);
