/** The stores of this window, each made once over the bridge. */
import { createAppStore } from './app-store.ts';
import { createBackupStore, createBackupWarningStore } from './backup/backup-store.ts';
import { bridge } from './bridge.ts';
import { createDueStore } from './counter/due-store.ts';
import { createDeskStore } from './counter/desk-store.ts';
import { createSearchStore } from './counter/search-store.ts';
import { createIdleStore } from './idle-store.ts';
import { createImportsStore } from './intake/imports-store.ts';
import { createIntakeStore } from './intake/intake-store.ts';
import { createKeysStore } from './keys-page/keys-store.ts';
import { createTheftStore } from './keys-page/theft-store.ts';
import { createLogStore } from './log/log-store.ts';
import { createPatternsStore } from './room-patterns/patterns-store.ts';
import { createPersonStore } from './person/person-store.ts';
import { createPolicyStore } from './policy/policy-store.ts';
import { createRecoveryStore } from './recovery/recovery-store.ts';
import { createRoomFinder, createRoomStore } from './room/room-store.ts';
import { createSetupStore } from './setup/setup-store.ts';
import { createStaffStore } from './staff/staff-store.ts';
import { createGlassStore } from './tasks/glass-store.ts';
import { createNotesStore } from './tasks/notes-store.ts';
import { createTaskStore } from './tasks/task-store.ts';

export const appStore = createAppStore(bridge);
export const backupStore = createBackupStore(bridge.vault, bridge.shell);
export const backupWarningStore = createBackupWarningStore(bridge.vault['backup.warning']);
export const deskStore = createDeskStore();
export const dueStore = createDueStore(bridge.vault['keys.due']);
export const glassStore = createGlassStore(bridge.vault);
export const idleStore = createIdleStore();
export const importsStore = createImportsStore(bridge.vault);
export const intakeStore = createIntakeStore(bridge.vault, bridge.shell);
export const keysStore = createKeysStore(bridge.vault);
export const logStore = createLogStore(bridge.vault);
export const notesStore = createNotesStore(bridge.vault['notes.list']);
export const patternsStore = createPatternsStore(bridge.vault);
export const personStore = createPersonStore(bridge.vault['people.open']);
export const policyStore = createPolicyStore(bridge.vault);
export const recoveryStore = createRecoveryStore();
export const roomFinder = createRoomFinder(bridge.vault['rooms.find']);
export const roomStore = createRoomStore(bridge.vault['rooms.open']);
export const searchStore = createSearchStore(
  bridge.vault['people.search'],
  bridge.vault['people.searchNext'],
);
export const setupStore = createSetupStore();
export const staffStore = createStaffStore(bridge.vault);
export const taskStore = createTaskStore();
export const theftStore = createTheftStore(bridge.vault, {
  startKey: (key) => {
    keysStore.getState().begin(key);
    void keysStore.getState().prepare();
  },
  leave: () => {
    keysStore.getState().leave();
    staffStore.getState().leave();
    return keysStore.getState().ceremony === null && staffStore.getState().ceremony === null;
  },
});
