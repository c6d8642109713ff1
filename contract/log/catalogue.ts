/**
 * What every route enters in the log, or why it enters nothing: one catalogue of events. A route that nobody has decided about does not
 * compile. Without schemas.
 */
import type { RouteName } from '../route-names.ts';
import type { LogAction } from './actions.ts';

/**
 * Why a route enters nothing.
 * - `signed-out`: nobody is signed in whom an entry could name, and no store is open that could take one.
 * - `masks`: residents by their masks alone, and no record of theirs; opening one is entered.
 * - `no-resident`: how it stands with desk, keys, staff or rules, and nothing about a resident.
 * - `before-it`: prepares something, or gives it up; what comes of it is entered when it is done.
 * - `settles`: a search, which is entered a second later, or with the record that is opened from it.
 * - `as-by-the-clock`: does now what is done by the clock anyway, which enters what is wrong and nothing else.
 */
export const WITHOUT_ENTRY = [
  'signed-out',
  'masks',
  'no-resident',
  'before-it',
  'settles',
  'as-by-the-clock',
] as const;
/** Why a route enters nothing. */
export type WithoutEntry = (typeof WITHOUT_ENTRY)[number];

/** The actions of which each request that is done enters at least one, and no other. */
export type Enters = readonly [LogAction, ...LogAction[]];

/**
 * What the vault enters along with whatever is asked: a refusal, a wrong PIN, a search that has settled by then, an alert that the act before
 * has raised; that somebody asked for a record that is another desk's.
 */
export const BESIDE_ANY = [
  'refused',
  'pin-failed',
  'search',
  'alert',
  'scope-refused',
  'restricted-refused',
] as const satisfies readonly LogAction[];

/** What the vault enters by the clock, with nobody asking. */
export const BY_THE_CLOCK = [
  'new-day',
  'backup',
  'second-log',
  'glass-end',
  'inspection-end',
  'alert',
  'sweep',
] as const satisfies readonly LogAction[];

/** What is entered with a sign-in: itself, and what happened since the last session. */
const ARRIVAL = [
  'sign-in',
  'locked',
  'sign-in-failed',
  'refused',
  'glass-end',
  'rotation',
  'new-day',
  'second-log',
] as const satisfies Enters;
const ROTATION = ['rotation-begun', 'rotation'] as const satisfies Enters;

/** What each route enters, or why it enters nothing. */
export const ROUTE_ENTRIES: { readonly [N in RouteName]: Enters | WithoutEntry } = {
  // --- before and at the sign-in
  'vault.status': 'no-resident',
  'setup.checkPin': 'signed-out',
  'setup.begin': 'before-it',
  'setup.finish': ['set-up'],
  'setup.cancel': 'before-it',
  'session.unlock': ARRIVAL,
  'session.alarms': 'no-resident',
  'session.acknowledge': ['acknowledge', 'alarm', ...ARRIVAL],
  'recovery.look': 'signed-out',
  'recovery.checkLine': 'signed-out',
  'recovery.begin': 'before-it',
  'recovery.checkPin': 'signed-out',
  'recovery.prepare': 'before-it',
  'recovery.finish': ['recovery', 'alarm'],
  'recovery.cancel': 'before-it',
  'recovery.findBackups': 'signed-out',
  'recovery.layBackup': 'before-it',
  'recovery.usePreviousHeader': 'signed-out',
  'repair.find': 'signed-out',
  'repair.restore': ['backup-restore'],

  // --- residents
  'people.search': 'settles',
  'people.searchNext': 'settles',
  'people.findById': ['search-id'],
  'people.open': ['open', 'search'],
  'people.reveal': ['reveal'],
  'people.copy': ['copy'],
  'people.openFull': ['open-full', 'extract'],
  'people.verify': ['verify'],
  'people.add': ['add'],
  'people.edit': ['edit'],
  'people.confirm': ['confirm'],
  'people.replaced': ['replaced-list'],
  'people.restore': ['restore'],
  'people.merge': ['merge'],
  'people.merges': 'masks',
  'people.undoMerge': ['merge-undo'],
  'records.add': ['add'],
  'records.edit': ['edit'],
  'records.end': ['end'],
  'records.remove': ['remove'],
  'rooms.find': 'masks',
  'rooms.open': ['open-room'],
  'rooms.add': ['add'],
  'rooms.edit': ['edit'],
  'rooms.patterns': 'no-resident',
  'rooms.tryPatterns': 'before-it',
  'rooms.savePatterns': ['room-patterns'],

  // --- imports
  'import.open': 'before-it',
  'import.sheet': 'before-it',
  'import.preview': ['import-preview'],
  'import.apply': ['import'],
  'import.cancel': 'before-it',
  'import.forgetLayout': ['import-layout'],
  'import.saveRejects': ['import-rejects'],
  'import.dispose': ['import-dispose'],
  'import.list': 'no-resident',
  'import.checkUndo': 'before-it',
  'import.undo': ['import-undo'],

  // --- leftover files
  'sweep.read': 'no-resident',
  'sweep.due': 'no-resident',
  'sweep.begin': ['sweep'],
  'sweep.pause': ['sweep'],
  'sweep.resume': ['sweep'],
  'sweep.cancel': ['sweep'],
  'sweep.schedule': ['sweep-settings'],
  'sweep.addFolder': ['sweep-settings'],
  'sweep.removeFolder': ['sweep-settings'],
  'sweep.accept': ['sweep-accept'],
  'sweep.dispose': ['sweep-dispose'],
  'sweep.import': ['sweep-import'],
  'sweep.show': 'no-resident',

  // --- the counter
  'tasks.checkRoom': ['room-check'],
  'notes.add': ['note'],
  'notes.list': 'masks',
  'glass.break': ['break-glass'],
  'glass.own': 'no-resident',
  'glass.end': ['glass-end'],
  'glass.list': 'masks',
  'glass.acknowledge': ['glass-seen', 'glass-end'],
  'shift.read': 'no-resident',
  'shift.handOver': ['handover'],

  // --- rules
  'policy.read': 'no-resident',
  'policy.change': ['policy'],
  'policy.cancel': 'before-it',
  'limits.read': 'no-resident',
  'limits.change': ['limits'],
  'limits.try': 'before-it',
  'limits.lift': ['limit-lift'],
  'reasons.read': 'no-resident',
  'reasons.change': ['reasons'],
  'alerts.list': 'masks',
  'alerts.explain': ['alert-seen'],
  'systems.list': 'no-resident',
  'systems.add': ['other-system-add'],
  'systems.change': ['other-system-change'],
  'systems.check': ['other-system-check'],
  'systems.remove': ['other-system-remove'],
  'firstDay.read': 'no-resident',

  // --- staff
  'staff.changePin': ['pin-change'],
  'staff.checkPin': 'before-it',
  'staff.list': 'masks',
  'staff.add': ['staff-add'],
  'staff.changeRole': ['staff-role'],
  'staff.reset': ['staff-reset'],
  'staff.rename': ['staff-name'],
  'staff.link': ['staff-link'],
  'staff.remove': ['staff-leave'],
  'staff.openSlot': ['slot-open'],
  'staff.areas': 'no-resident',
  'staff.changeScope': ['staff-scope'],
  'scope.read': 'no-resident',
  'scope.open': ['scope-open', 'alert'],

  // --- paper
  'papers.list': 'no-resident',
  'papers.due': 'no-resident',
  'papers.takeIn': ['paper-in'],
  'papers.change': ['paper-change'],
  'papers.extend': ['paper-extend'],
  'papers.giveBack': ['paper-return'],
  'papers.destroy': ['paper-destroy'],
  'papers.lose': ['paper-lost', 'alert', 'incident-open'],
  'papers.find': ['paper-found'],
  'papers.count': ['paper-count'],
  'papers.printCount': ['paper-count-print'],
  'print.preview': 'no-resident',
  'print.order': ['print', 'print-clear'],
  'disclosures.list': 'no-resident',
  'disclosures.due': 'no-resident',
  'disclosures.ownCopy': ['disclose', 'disclosure', 'disclosure-file'],
  'disclosures.extract': ['disclose', 'disclosure', 'disclosure-file'],
  'disclosures.roster': ['disclose', 'disclosure', 'disclosure-file'],
  'disclosures.recall': ['disclosure-recall'],
  'disclosures.note': ['disclosure-note'],
  'disclosures.end': ['disclosure-end'],

  // --- retention and handover
  'retention.read': 'masks',
  'retention.due': 'no-resident',
  'retention.list': 'masks',
  'retention.setRules': ['retention-rules'],
  'retention.hold': ['hold'],
  'retention.endHold': ['hold-end'],
  'retention.open': ['restricted-open'],
  'retention.erase': ['erase', 'erase-check'],
  'retention.eraseRecords': ['retention-records'],
  'retention.cancel': 'before-it',
  'retention.check': ['erase-check'],
  'retention.destroyBackups': ['backups-destroy'],
  'retention.certificate': ['certificate'],
  'handover.list': 'no-resident',
  'handover.waiting': 'no-resident',
  'handover.order': ['handover-order'],
  'handover.stop': ['handover-stop'],
  'handover.make': ['disclose', 'disclosure', 'disclosure-file'],
  'handover.confirm': ['handover-confirm'],
  'handover.erase': ['erase', 'erase-check'],
  'handover.cancel': 'before-it',
  // --- requests of individuals
  'requests.list': 'masks',
  'requests.due': 'no-resident',
  'requests.takeIn': ['request-in'],
  'requests.verify': ['verify'],
  'requests.extend': ['request-extend'],
  'requests.decide': ['request-decide'],
  'requests.erase': ['erase', 'erase-check', 'request-decide'],
  'requests.letter': ['request-letter'],

  // --- incidents
  'incidents.list': 'no-resident',
  'incidents.due': 'no-resident',
  'incidents.read': 'masks',
  'incidents.open': ['incident-open'],
  'incidents.change': ['incident-change'],
  'incidents.count': ['incident-count'],
  'incidents.writeNotice': ['incident-notice'],
  'incidents.giveNotice': ['incident-give'],
  'incidents.tell': ['incident-told'],
  'incidents.spare': ['incident-not-told'],
  'incidents.addMeasure': ['rectification-add', 'incident-measure'],
  'incidents.file': ['incident-file'],
  'incidents.close': ['incident-close'],

  // --- keys and backups
  'keys.due': 'no-resident',
  'keys.list': 'no-resident',
  'keys.checkStoreKey': 'before-it',
  'keys.rotateStoreKey': ROTATION,
  'keys.rotateDeviceSecret': ROTATION,
  'keys.rotateTierKeys': ROTATION,
  'keys.beginSheet': 'before-it',
  'keys.finishSheet': ROTATION,
  'keys.cancel': 'before-it',
  'theft.read': 'no-resident',
  'theft.begin': ROTATION,
  'theft.shutOut': ['staff-suspend'],
  'theft.end': ROTATION,
  'backup.warning': 'no-resident',
  'backup.read': 'no-resident',
  'backup.choose': ['backup-settings'],
  'backup.make': ['backup'],
  'backup.test': ['backup-test'],
  'backup.look': 'before-it',
  'backup.restore': ['backup-restore'],
  'backup.cancel': 'before-it',

  // --- the log itself
  'log.list': ['log-read'],
  'log.staff': 'no-resident',
  'log.verify': ['log-verify'],
  'second.warning': 'no-resident',
  'second.read': 'no-resident',
  'second.choose': ['second-log-choice'],
  'second.stop': ['second-log-choice'],
  'second.write': 'as-by-the-clock',
  'second.open': ['second-log'],
  'activity.read': 'no-resident',
  'canaries.list': 'masks',
  'canaries.make': ['canary'],
  'canaries.end': ['canary'],
  'exports.write': ['log-export'],
  'exports.cancel': 'before-it',
  'exports.list': 'no-resident',
  'whosaw.list': ['who-saw'],
  'whosaw.number': ['who-saw-number'],
  'whosaw.print': ['who-saw-print'],
  'whosaw.answer': ['who-saw-answer'],
  'trace.mark': 'no-resident',
  'trace.find': ['trace'],
  'trace.caseFile': ['case-file', 'who-saw-number'],
  'inspection.read': 'no-resident',
  'inspection.begin': ['inspection'],
  'inspection.print': ['inspection-print', 'who-saw-print'],
  'inspection.end': ['inspection-end'],
};
