/** All that an unlocked desk can do, in a module of its own: it is loaded behind the lock screen, which does not wait for it. */
import type { VaultEvent } from '../../contract/routes.ts';
import type { VaultEventName } from '../../contract/route-names.ts';
import type { KeyDesk, KeyDeskTools } from './custody/key-desk.ts';
import { createKeyDesk } from './custody/key-desk.ts';
import { createBackupDesk } from './backup/backup-desk.ts';
import type { BackupDesk } from './backup/backup-desk.ts';
import { listDue } from './custody/list-due.ts';
import { beginTheft, endTheft, readTheft } from './custody/theft.ts';
import { createImportDesk } from './intake/import-desk.ts';
import type { ImportDesk } from './intake/import-desk.ts';
import { describePin } from './keys/pin-rules.ts';
import { listLog, verifyLog } from './oversight/log-page.ts';
import { confirmField } from './residents/confirm.ts';
import { addPerson, editPerson } from './residents/edit.ts';
import { listPatterns, savePatterns, tryPatterns } from './search/estate-patterns.ts';
import { findById } from './search/find-by-id.ts';
import { openFull } from './residents/open-full.ts';
import { openPerson } from './residents/open-person.ts';
import { listReplaced, restoreValue } from './residents/replaced.ts';
import { reveal } from './residents/reveal.ts';
import { createSearchDesk } from './search/search-desk.ts';
import type { SearchDesk } from './search/search-desk.ts';
import { verify } from './residents/verify.ts';
import type { PolicyDesk } from './policy/change-policy.ts';
import { createPolicyDesk } from './policy/change-policy.ts';
import { describePolicy } from './policy/read-policy.ts';
import { addRecord, editRecord, endRecord, removeRecord } from './records/change-record.ts';
import { mergePeople } from './records/merge-people.ts';
import { listMerges, undoMerge } from './records/undo-merge.ts';
import { addRoom, editRoom, findRooms, openRoom } from './records/rooms.ts';
import { changePin } from './staff/change-pin.ts';
import { addStaff, changeRole, resetPin } from './staff/change-staff.ts';
import { removeStaff } from './staff/leave.ts';
import { listStaff } from './staff/list-staff.ts';
import { openSlot } from './staff/open-slot.ts';
import { renameStaff } from './staff/rename.ts';
import { handOver, readShift } from './staff/shift.ts';
import { shutOut } from './custody/shut-out.ts';
import { chooseEngine } from './store/engine/choose-engine.ts';
import { acknowledgeGlass, breakGlass, listGlass } from './tasks/break-glass.ts';
import { checkRoom } from './tasks/check-room.ts';
import { addNote, listNotes } from './tasks/notes.ts';

export interface DeskDependencies {
  readonly emit: (event: VaultEventName, payload: unknown) => void;
  readonly onLongWork: (running: boolean) => void;
  readonly engine: KeyDeskTools['engine'];
  readonly keychainWriter: KeyDeskTools['keychainWriter'];
}

/** All that an admin does about people. */
const STAFF_DESK = {
  checkPin: describePin,
  list: listStaff,
  add: addStaff,
  changeRole,
  reset: resetPin,
  rename: renameStaff,
  remove: removeStaff,
  openSlot,
};
type StaffDesk = typeof STAFF_DESK;
/** The ceremony after a theft, beside the rotations and the new PINs that it is made of. */
const THEFT_DESK = { read: readTheft, begin: beginTheft, shutOut, end: endTheft };

export interface Desk {
  readonly searches: SearchDesk;
  readonly findById: typeof findById;
  readonly openPerson: typeof openPerson;
  readonly reveal: typeof reveal;
  readonly openFull: typeof openFull;
  readonly verify: typeof verify;
  readonly addPerson: typeof addPerson;
  readonly editPerson: typeof editPerson;
  readonly listPatterns: typeof listPatterns;
  readonly tryPatterns: typeof tryPatterns;
  readonly savePatterns: typeof savePatterns;
  readonly confirmField: typeof confirmField;
  readonly listReplaced: typeof listReplaced;
  readonly restoreValue: typeof restoreValue;
  readonly mergePeople: typeof mergePeople;
  readonly listMerges: typeof listMerges;
  readonly undoMerge: typeof undoMerge;
  readonly addRecord: typeof addRecord;
  readonly editRecord: typeof editRecord;
  readonly endRecord: typeof endRecord;
  readonly removeRecord: typeof removeRecord;
  readonly findRooms: typeof findRooms;
  readonly openRoom: typeof openRoom;
  readonly addRoom: typeof addRoom;
  readonly editRoom: typeof editRoom;
  readonly imports: ImportDesk;
  readonly describePolicy: typeof describePolicy;
  readonly policy: PolicyDesk;
  readonly keys: KeyDesk;
  readonly backups: BackupDesk;
  readonly listLog: typeof listLog;
  readonly verifyLog: typeof verifyLog;
  readonly checkRoom: typeof checkRoom;
  readonly addNote: typeof addNote;
  readonly listNotes: typeof listNotes;
  readonly breakGlass: typeof breakGlass;
  readonly listGlass: typeof listGlass;
  readonly acknowledgeGlass: typeof acknowledgeGlass;
  readonly changePin: typeof changePin;
  readonly staff: StaffDesk;
  readonly theft: typeof THEFT_DESK;
  readonly readShift: typeof readShift;
  readonly handOver: typeof handOver;
  readonly listDue: typeof listDue;
}

/** A backup may be made while something else is at work: the idle lock is held off until the last of them has ended. */
function sharedLongWork(onLongWork: (running: boolean) => void): (running: boolean) => void {
  let works = 0;
  return (running) => {
    works += running ? 1 : -1;
    if (works === (running ? 1 : 0)) onLongWork(running);
  };
}

export function createDesk({ emit, engine, keychainWriter, ...dependencies }: DeskDependencies): Desk {
  const onLongWork = sharedLongWork(dependencies.onLongWork);
  const onProgress = (progress: VaultEvent<'import.progress'>): void => emit('import.progress', progress);
  return {
    searches: createSearchDesk(),
    findById,
    openPerson,
    reveal,
    openFull,
    verify,
    addPerson,
    editPerson,
    listPatterns,
    tryPatterns,
    savePatterns,
    confirmField,
    listReplaced,
    restoreValue,
    mergePeople,
    listMerges,
    undoMerge,
    addRecord,
    editRecord,
    endRecord,
    removeRecord,
    findRooms,
    openRoom,
    addRoom,
    editRoom,
    listLog,
    verifyLog,
    checkRoom,
    addNote,
    listNotes,
    breakGlass,
    listGlass,
    acknowledgeGlass,
    changePin,
    staff: STAFF_DESK,
    theft: THEFT_DESK,
    readShift,
    handOver,
    listDue,
    describePolicy,
    policy: createPolicyDesk({ onProgress: (progress) => emit('policy.progress', progress), onLongWork }),
    keys: createKeyDesk({
      onProgress: (progress) => emit('keys.progress', progress),
      onLongWork,
      engine,
      keychainWriter,
    }),
    backups: createBackupDesk({
      engine: () => chooseEngine(engine),
      onProgress: (progress) => emit('backup.progress', progress),
      onLongWork,
    }),
    imports: createImportDesk({ onProgress, onLongWork }),
  };
}
