/**
 * One visit to each route of the vault, with planted residents in it, and every reply searched for what may not be read yet.
 * A route that is not in VISITS does not compile; one whose visit was never answered fails the walk.
 */
import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROLES, type Role, SWITCHED_FIELD_IDS } from '../../contract/fields.ts';
import { findMarked } from '../../contract/find-marked.ts';
import { mapWords } from '../../contract/map-words.ts';
import { ROUTE_NAMES, type RouteName } from '../../contract/route-names.ts';
import type { SheetMapping } from '../../contract/import/requests.ts';
import { ACTIONS, LOG_ACTIONS, type LogAction } from '../../contract/log/entries.ts';
import type { ActionFacts } from '../../contract/manifest.ts';
import type { RouteFacts } from '../../contract/route.ts';
import { ROUTES, type RouteReply, type RouteRequest } from '../../contract/routes.ts';
import { readAnchor } from '../../main/vault/anchor/anchor.ts';
import type { Result } from '../../contract/result.ts';
import type { FileId, NoteId, PersonId, PlanId, RoomId } from '../../contract/ids.ts';
import type { RecoveryView } from '../../contract/recovery/views.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import type { StaffMember } from '../../contract/staff/views.ts';
import { HEADER_FILE, PREVIOUS_HEADER_FILE } from '../../main/vault/keys/header.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { FEATURE_VISITS } from './features/index.ts';
import type { Said } from './beyond-scope.ts';
import { type Secret, findClear, secretsOf } from './clear-values.ts';
import { type FakeClock, createFakeClock } from './fake-clock.ts';
import { writeSheets } from './fixture-workbooks.ts';
import { draftOfPlanted, PLANTED, plantedSheet } from './planted-people.ts';
import type { FreeWords } from './planted-columns.ts';
import { spreadNumbers } from './row-numbers.ts';
import { mayCall } from './may-call.ts';
import { type Sent, clearInFolders, takeSent } from './outgoing.ts';
import { proposedMapping } from './proposed-mapping.ts';
import { answersTo, peopleFor, sheetText } from './recover.ts';
import { putOlderFolderBack } from './older-folder.ts';
import { makeTempDir } from './temp-dir.ts';
import { openTheftDesk, THEFT_REQUESTS } from './theft-desk.ts';
import { postKeys } from './joining-desk.ts';
import { createOrder, headerOf, linkAlone } from './linked-desks.ts';
import { freeReleasedImages } from './vault-images.ts';
import { type HarnessOptions, PINS, TEST_ESTATE, type VaultHarness, createHarness } from './vault-harness.ts';
import {
  acknowledgeOf,
  applyOf,
  editOf,
  endOf,
  mergeOf,
  newcomerOf,
  recordOf,
  rotationOf,
  verifyOf,
} from './requests-of.ts';

interface WalkOptions {
  readonly engine: EngineName;
  /** Whether a route is visited as that role; each is as every role that may, without it. */
  readonly visits?: (route: RouteName, role: Role | null) => boolean;
  readonly computer?: HarnessOptions['computer'];
  /** Fills the desk before the walk; without it the planted people live there and nothing else has happened. Leaves nobody in particular signed in. */
  readonly fill?: (desk: VaultHarness, clock: FakeClock) => Promise<void>;
  /** The same of each desk of a visit's own, as it was just set up; leaves it locked. */
  readonly fillElsewhere?: (desk: VaultHarness) => Promise<void>;
  /** Whom the visits are about, found once the desk is filled; whoever has a value in every field, without it. */
  readonly about?: (desk: VaultHarness) => Promise<PersonId>;
  /** Visits beside those of `VISITS`. */
  readonly also?: Readonly<Partial<Record<RouteName, Visit>>>;
  /** Asked when every visit was paid, with a supervisor signed in. */
  readonly onEnd?: (desk: VaultHarness, personId: PersonId) => Promise<void>;
  /** Told of a visit that failed, which ends the walk without it. */
  readonly onFailure?: (route: RouteName, role: Role | null, error: unknown) => void;
  /** Told of each answer that a visit was given, in order; `isElsewhere`: at a desk of its own. */
  readonly onAnswer?: (
    route: RouteName,
    role: Role | null,
    request: unknown,
    value: unknown,
    isElsewhere: boolean,
  ) => void;
  /** Told of what has left the house by an answer. `after`: number of the log's last entry before it. */
  readonly onSent?: (route: RouteName, sent: Sent, at: VaultHarness, after: number) => Promise<void>;
  /** What a reply that leaks would look like: searched beside the real one, which the walk goes on with. */
  readonly alter: (route: RouteName, result: Result<unknown>) => Result<unknown>;
}

export interface WalkFindings extends FreeWords {
  /** `route as role: what was found`. */
  readonly leaks: readonly string[];
  /** Routes after which the vault had pages of a print for the printer. */
  readonly printed: readonly RouteName[];
  /** Routes after which a file or a paper had left the house. */
  readonly sent: readonly RouteName[];
  /** What stands in clear in the folders that the vault keeps copies in. */
  readonly inFolders: readonly string[];
  /** The same of the altered answers. */
  readonly altered: readonly string[];
  /** `route as role: action`: entries that a route does not say that it makes; and routes that say so and made none, whoever asked. */
  readonly undeclared: readonly string[];
  readonly unentered: readonly RouteName[];
  /** Replies with the record of a planted person, or with their mask where the request names them, of routes that do not say that they show one. */
  readonly unshown: readonly string[];
  /** Routes that were asked by the number of a planted person or room, showed their record and entered nothing that names them. */
  readonly uncounted: readonly RouteName[];
  /** What was answered. */
  readonly said: readonly Said[];
  /** Routes that answered with a value at least once, as which role. */
  readonly answered: ReadonlyMap<RouteName, ReadonlySet<Role | 'nobody'>>;
}

const FILE = 'a1'.repeat(16) as FileId;
const REJECTS = 'e'.repeat(32) as FileId;
const [FULL] = PLANTED;
const WHY = { reason: 'repair' } as const;

/** What a visit has at hand: a desk with the planted residents, somebody signed in, and a question that is searched. */
export interface Walk {
  readonly desk: VaultHarness;
  /** Who is signed in; null on a route that is not for somebody signed in. */
  readonly role: Role | null;
  readonly pin: string;
  /** The resident with a value in every field. */
  readonly personId: PersonId;
  /** Asks, searches the reply, and hands it on. `opened`: what this very question asked to see, with a PIN. */
  ask<N extends RouteName>(
    route: N,
    request: RouteRequest<N>,
    opened?: readonly string[],
  ): Promise<RouteReply<N>>;
  /** The same on a desk of its own, set up or not, that is gone afterwards. */
  elsewhere(work: (walk: Walk) => Promise<void>): Promise<void>;
  /** Milliseconds pass. */
  advance(ms: number): void;
}

export type Visit = (walk: Walk) => Promise<unknown>;
/** Routes that can be asked without a word: where that is all there is to see, they need no visit of their own. */
type Bare = { [N in RouteName]: Record<never, never> extends RouteRequest<N> ? N : never }[RouteName];
type VisitsTo<N extends RouteName> = Readonly<
  Record<Exclude<N, Bare>, Visit> & Partial<Record<Extract<N, Bare>, Visit>>
>;
/** A visit to each route of these areas, and to some others. */
export type VisitsOf<Area extends string, Other extends RouteName = never> = VisitsTo<
  Extract<RouteName, `${Area}.${string}`> | Other
>;

/** On a desk of its own. */
const elsewhere =
  (work: Visit): Visit =>
  (walk) =>
    walk.elsewhere(async (fresh) => void (await work(fresh)));

const BOTH = ['admin', 'supervisor'] as const;
const supervisorOf = (walk: Walk) => walk.desk.proofOf('supervisor');
/** A second signature, for those who need one. */
const cosignerOf = async (walk: Walk) =>
  walk.role === 'supervisor' ? {} : { cosigner: await supervisorOf(walk) };

const KEEPER = '0'.repeat(20);
const NO_SLIP = { address: `nowhere:1/none/rv_${'0'.repeat(32)}_1`, secret: '0'.repeat(20) };
/** A slip of a desk among several. */
async function inviteOne(fresh: Walk): Promise<RouteReply<'keys.inviteDesk'>> {
  await fresh.desk.setUp();
  await linkAlone(fresh.desk);
  await fresh.desk.unlock('admin');
  return fresh.ask('keys.inviteDesk', { name: '门岗', keeper: KEEPER, pin: PINS.admin });
}

/** Add a route of your own here: one question that the vault answers. Whether it leaks is found out by itself. */
const GIVEN: VisitsTo<RouteName> = {
  'setup.checkPin': elsewhere((fresh) =>
    fresh.ask('setup.checkPin', { role: 'receptionist', pin: '123456', name: FULL.name.value }),
  ),
  'setup.begin': elsewhere((fresh) => fresh.ask('setup.begin', TEST_ESTATE)),
  'setup.finish': elsewhere(async (fresh) => {
    const sheet = await fresh.ask('setup.begin', TEST_ESTATE);
    await fresh.ask('setup.finish', { answers: answersTo(sheet) });
  }),
  'setup.cancel': elsewhere((fresh) => fresh.ask('setup.cancel', {})),
  'recovery.look': elsewhere(async (fresh) => {
    await fresh.desk.setUp();
    await fresh.ask('recovery.look', {});
  }),
  'recovery.checkLine': elsewhere(async (fresh) => {
    await fresh.desk.setUp();
    await fresh.ask('recovery.checkLine', { line: 1, text: FULL.sealed.phone[0].value });
  }),
  'recovery.begin': elsewhere((fresh) => recoverWith(fresh, async () => undefined)),
  'recovery.checkPin': elsewhere((fresh) =>
    recoverWith(fresh, () =>
      fresh.ask('recovery.checkPin', { role: 'admin', pin: '123456', name: FULL.name.value }),
    ),
  ),
  'recovery.prepare': elsewhere((fresh) =>
    recoverWith(fresh, async (view) => {
      await fresh.ask('recovery.prepare', { people: peopleFor(view, ['admin', 'supervisor']) });
    }),
  ),
  'recovery.finish': elsewhere((fresh) =>
    recoverWith(fresh, async (view) => {
      const sheet = await fresh.ask('recovery.prepare', { people: peopleFor(view, ['admin', 'supervisor']) });
      await fresh.ask('recovery.finish', { answers: answersTo(sheet) });
    }),
  ),
  'recovery.cancel': elsewhere((fresh) => recoverWith(fresh, () => fresh.ask('recovery.cancel', {}))),
  'recovery.findBackups': elsewhere(async (fresh) => {
    await loseAllButBackup(fresh);
    await fresh.ask('recovery.findBackups', { folderId: FOLDER });
  }),
  'recovery.stageBackup': elsewhere(async (fresh) => {
    const { name, sheet } = await loseAllButBackup(fresh);
    await fresh.ask('recovery.stageBackup', { folderId: FOLDER, name, sheet });
  }),
  'recovery.usePreviousHeader': elsewhere(async (fresh) => {
    await fresh.desk.setUp();
    const header = join(fresh.desk.vaultDir, HEADER_FILE);
    await cp(header, join(fresh.desk.vaultDir, PREVIOUS_HEADER_FILE));
    await rm(header);
    await fresh.desk.lock();
    await fresh.ask('recovery.usePreviousHeader', {});
  }),
  'session.unlock': async (walk) => {
    for (const role of ROLES) {
      await walk.desk.lock();
      await walk.ask('session.unlock', await walk.desk.proofOf(role));
    }
  },
  'session.acknowledge': async (walk) => {
    await walk.desk.vault.close();
    await putOlderFolderBack(walk.desk);
    await walk.desk.start();
    await walk.ask('session.unlock', await supervisorOf(walk));
    await walk.ask('session.acknowledge', { words: 'put back on purpose', pin: PINS.supervisor });
  },
  'people.search': async (walk) => {
    for (const text of [
      'x',
      '邢',
      'xwr',
      'o',
      'z',
      '29-2-1803',
      '28',
      '5084',
      '141',
      '+852',
      '桂',
      '7k39',
      '61',
      FULL.name.value,
      FULL.sealed.phone[0].value,
      FULL.plates[0].value,
      'nobody',
    ]) {
      await walk.ask('people.search', { text });
    }
    await walk.ask('people.search', { text: '1', only: 'room' });
  },
  'people.searchNext': elsewhere(async (fresh) => {
    await fresh.desk.setUpAs('supervisor');
    // Sixty rooms of three people: more than one reply shows.
    for (const building of ['71', '72', '73']) {
      const rooms = Array.from({ length: 20 }, (_, index) => ({
        text: `${building}-1-${101 + index}`,
        relation: 'owner' as const,
      }));
      await fresh.desk.addPerson({ ...draftOfPlanted(PLANTED[0]), rooms });
    }
    await fresh.desk.switchTo(fresh.role ?? 'supervisor');
    const { next } = await fresh.ask('people.search', { text: '7', only: 'room' });
    await fresh.ask('people.searchNext', { next: next! });
  }),
  'people.findById': async (walk) =>
    walk.ask('people.findById', {
      idNumber: FULL.sealed.idNumber[0].value,
      supervisor: await supervisorOf(walk),
    }),
  'people.open': (walk) => everybody(walk, (personId) => walk.ask('people.open', { personId })),
  'people.reveal': async (walk) => {
    await walk.ask(
      'people.reveal',
      { personId: walk.personId, field: 'plate', ordinal: 1, why: WHY, pin: walk.pin },
      [FULL.plates[1].value],
    );
    await walk.ask(
      'people.reveal',
      { personId: walk.personId, field: 'name', ordinal: 0, why: WHY, pin: walk.pin },
      [FULL.name.value],
    );
    await walk.ask(
      'people.reveal',
      {
        personId: walk.personId,
        field: 'idNumber',
        ordinal: 0,
        why: WHY,
        pin: walk.pin,
        ...(await cosignerOf(walk)),
      },
      [FULL.sealed.idNumber[0].value],
    );
  },
  'people.copy': async (walk) => {
    const which = { personId: walk.personId, field: 'plate', ordinal: 1 } as const;
    await walk.ask('people.reveal', { ...which, why: WHY, pin: walk.pin }, [FULL.plates[1].value]);
    await walk.ask('people.copy', which);
  },
  'people.openFull': async (walk) => {
    const opened = [FULL.name, ...FULL.plates, ...Object.values(FULL.sealed).flat()].map(
      ({ value }) => value,
    );
    const extract = { authority: 'street office', purpose: 'roster', fields: ['phone' as const] };
    await walk.ask(
      'people.openFull',
      {
        personId: walk.personId,
        why: { reason: 'authority', ticket: 'D-17' },
        supervisor: await supervisorOf(walk),
        extract,
      },
      FULL.sealed.phone.map(({ value }) => value),
    );
    return walk.ask(
      'people.openFull',
      { personId: walk.personId, why: WHY, supervisor: await supervisorOf(walk) },
      opened,
    );
  },
  'people.verify': async (walk) => {
    await walk.ask('people.verify', verifyOf(walk.personId, 'phone', FULL.sealed.phone[0].value, walk.pin));
    await walk.ask('people.verify', { personId: walk.personId, kind: 'name', said: '邢某', pin: walk.pin });
  },
  'people.add': async (walk) =>
    walk.ask('people.add', {
      person: draftOfPlanted(PLANTED[1]),
      pin: walk.pin,
      ...(await cosignerOf(walk)),
    }),
  'people.edit': async (walk) => {
    const { version } = await walk.ask('people.open', { personId: walk.personId });
    const changes = {
      name: FULL.name.value,
      addPlates: ['桂M7K39Q'],
      sealed: [{ field: 'phone' as const, ordinal: 0, value: FULL.sealed.phone[0].value }],
    };
    const edited = await walk.ask(
      'people.edit',
      editOf({ personId: walk.personId, version }, changes, { pin: walk.pin, why: WHY }),
    );
    const added = edited.fields.findLast(({ field }) => field === 'plate')!.ordinal;
    await walk.ask(
      'people.edit',
      editOf({ personId: walk.personId, version: edited.version }, { removePlates: [added] }),
    );
  },
  'rooms.tryPatterns': (walk) =>
    walk.ask('rooms.tryPatterns', { patterns: ['T{栋}-{房}'], examples: ['T3-1801'] }),
  'rooms.savePatterns': (walk) => walk.ask('rooms.savePatterns', { patterns: ['T{栋}-{房}'], pin: walk.pin }),
  'people.confirm': async (walk) => {
    const { version } = await walk.ask('people.open', { personId: walk.personId });
    await walk.ask('people.confirm', { personId: walk.personId, version, field: 'phone', ordinal: 0 });
  },
  'people.replaced': async (walk) => {
    await replaceEmail(walk);
    await walk.ask('people.replaced', { personId: walk.personId });
  },
  'people.restore': async (walk) => {
    const { version } = await replaceEmail(walk);
    const { values } = await walk.ask('people.replaced', { personId: walk.personId });
    await walk.ask('people.restore', {
      personId: walk.personId,
      version,
      valueId: values[0]!.valueId,
      pin: walk.pin,
      why: WHY,
    });
  },
  'people.household': (walk) => walk.ask('people.household', { personId: walk.personId }),
  'people.merge': (walk) => mergePlanted(walk),
  'people.merges': async (walk) => {
    await mergePlanted(walk);
    await walk.ask('people.merges', { personId: walk.personId });
  },
  'people.undoMerge': async (walk) => {
    const { version } = await mergePlanted(walk);
    const { merges } = await walk.ask('people.merges', { personId: walk.personId });
    await walk.ask('people.undoMerge', {
      personId: walk.personId,
      version,
      mergeId: merges[0]!.mergeId,
      keepEdited: false,
      pin: walk.pin,
      why: WHY,
    });
  },
  'records.add': (walk) => addRenovation(walk),
  'records.edit': async (walk) => {
    const { version, recordId } = await addRenovation(walk);
    const sealed = [{ field: 'foreman' as const, value: FULL.sealed.guardian[0].value }];
    await walk.ask('records.edit', {
      personId: walk.personId,
      version,
      recordId,
      changes: { kind: 'renovation', deposit: null, sealed },
      proof: { pin: walk.pin, why: WHY },
    });
  },
  'records.end': async (walk) => {
    const { version, recordId } = await addRenovation(walk);
    await walk.ask(
      'records.end',
      endOf({ personId: walk.personId, version }, 'renovation', recordId, '2026-01-05'),
    );
  },
  'records.remove': async (walk) => {
    const { version, recordId } = await addRenovation(walk);
    await walk.ask('records.remove', {
      personId: walk.personId,
      version,
      kind: 'renovation',
      recordId,
      proof: { pin: walk.pin, why: WHY },
    });
  },
  'rooms.find': async (walk) => {
    for (const text of ['29-2-1803', '28', FULL.sealed.phone[0].value, FULL.name.value])
      await walk.ask('rooms.find', { text });
  },
  'rooms.browse': async (walk) => {
    const { units } = await walk.ask('rooms.browse', { unit: null });
    for (const { rooms: _, ...unit } of units.slice(0, 2)) await walk.ask('rooms.browse', { unit });
  },
  'rooms.open': async (walk) => walk.ask('rooms.open', { roomId: await plantedRoom(walk) }),
  'rooms.add': (walk) => walk.ask('rooms.add', { text: '29-2-1803' }),
  'rooms.edit': async (walk) => {
    const { roomId, version } = await walk.ask('rooms.open', { roomId: await plantedRoom(walk) });
    await walk.ask('rooms.edit', { roomId, version, changes: { layout: 'three rooms', status: 'lived-in' } });
  },
  'import.open': (walk) => openWorkbook(walk),
  'import.keepAnswers': async (walk) => {
    const sheets = await openWorkbook(walk);
    const said = { sheets, rest: null, kinds: [], despite: [], rows: [] };
    return walk.ask('import.keepAnswers', { fileId: FILE, said });
  },
  'import.preview': (walk) => previewWorkbook(walk),
  'import.apply': (walk) => applyWorkbook(walk),
  'import.sheet': async (walk) => {
    const [sheet] = await openWorkbook(walk);
    // Also none, and rows of residents, chosen by mistake.
    for (const headerRow of [0, 1, 2, 3, 4, 5, 6, 7])
      await walk.ask('import.sheet', { fileId: FILE, sheet: sheet!.sheet, headerRow });
  },
  'import.forgetLayout': async (walk) => {
    const [sheet] = await openWorkbook(walk);
    return walk.ask('import.forgetLayout', { fileId: FILE, sheet: sheet!.sheet, headerRow: 1 });
  },
  'import.saveRejects': async (walk) => {
    await applyWorkbook(walk);
    walk.desk.vault.offerFile(REJECTS, join(makeTempDir(), 'rejects.xlsx'), 'rejects');
    return walk.ask('import.saveRejects', {
      fileId: REJECTS,
      language: 'en',
      supervisor: await supervisorOf(walk),
    });
  },
  'import.dispose': async (walk) => {
    await applyWorkbook(walk);
    return walk.ask('import.dispose', { fileId: FILE });
  },
  'import.list': (walk) => walk.ask('import.list', { before: null }),
  'import.flags': async (walk) => {
    await applyWorkbook(walk);
    return walk.ask('import.flags', {});
  },
  'import.settleFlag': async (walk) => {
    await applyWorkbook(walk);
    const { flags } = await walk.ask('import.flags', {});
    const { importId, n } = flags[0]!;
    return walk.ask('import.settleFlag', { importId, n });
  },
  'import.checkUndo': async (walk) =>
    walk.ask('import.checkUndo', { importId: (await applyWorkbook(walk)).importId }),
  'import.undo': async (walk) =>
    walk.ask('import.undo', {
      importId: (await applyWorkbook(walk)).importId,
      keepEdited: false,
      supervisor: await supervisorOf(walk),
    }),
  'log.list': async (walk) => {
    await walk.ask('log.list', { before: null, limit: 200, filter: { personId: walk.personId } });
    return walk.ask('log.list', { before: null, limit: 200 });
  },
  'tasks.checkRoom': async (walk) => {
    for (const text of ['29-2-1803', '29', '1-1-0101', FULL.sealed.phone[0].value, FULL.name.value])
      await walk.ask('tasks.checkRoom', { text });
  },
  'notes.add': (walk) => addNote(walk),
  'notes.list': async (walk) => {
    const { noteId } = await addNote(walk);
    const { notes } = await walk.ask('notes.list', {
      personId: walk.personId,
      before: (noteId + 1) as NoteId,
    });
    await walk.ask(
      'people.reveal',
      {
        personId: walk.personId,
        field: 'note',
        ordinal: notes[0]!.ordinal!,
        why: WHY,
        pin: walk.pin,
        ...(await cosignerOf(walk)),
      },
      [NOTE_WORDS],
    );
  },
  'emergency.begin': (walk) => breakEmergency(walk),
  'emergency.own': async (walk) => {
    await breakEmergency(walk);
    await walk.ask('emergency.own', {});
  },
  'emergency.end': async (walk) => {
    await breakEmergency(walk);
    await walk.ask('emergency.end', {});
  },
  'emergency.list': async (walk) => {
    if (walk.role === 'supervisor') await breakEmergency(walk);
    await walk.ask('emergency.list', {});
  },
  'emergency.acknowledge': async (walk) => {
    await breakEmergency(walk);
    const { open } = await walk.ask('emergency.list', {});
    await walk.ask(
      'emergency.acknowledge',
      acknowledgeOf(open[0]!.emergencyId, 'asked who was there', PINS.supervisor),
    );
    await walk.ask('emergency.list', {});
  },
  'staff.changePin': async (walk) => {
    const other = walk.role === 'receptionist' ? '481739' : 'walker-19-fern';
    await walk.ask('staff.changePin', { pin: walk.pin, newPin: other });
    await walk.ask('staff.changePin', { pin: other, newPin: walk.pin });
  },
  'shift.handOver': async (walk) =>
    walk.ask('shift.handOver', {
      next: await walk.desk.slotOf(walk.role === 'admin' ? 'supervisor' : 'admin'),
    }),
  'staff.checkPin': (walk) =>
    walk.ask('staff.checkPin', { role: 'receptionist', name: 'Desk Two', pin: '123456' }),
  'staff.add': async (walk) => leaveAgain(walk, await addColleague(walk)),
  'staff.changeRole': withColleague(async (walk, { staffId }) => {
    await walk.ask('staff.changeRole', {
      staffId,
      role: 'supervisor',
      newPin: 'walker-27-moss',
      pin: walk.pin,
      second: await supervisorOf(walk),
    });
  }),
  'staff.reset': withColleague(async (walk, { staffId }) => {
    await walk.ask('staff.reset', {
      staffId,
      newPin: '903718',
      pin: walk.pin,
      second: await supervisorOf(walk),
    });
  }),
  'staff.rename': withColleague(async (walk, { staffId }) => {
    await walk.ask('staff.rename', { staffId, name: 'Desk Four', pin: walk.pin });
  }),
  'staff.link': withColleague(async (walk, { staffId }) => {
    await walk.ask('staff.link', { staffId, personId: walk.personId, pin: walk.pin });
  }),
  'staff.remove': async (walk) => leaveAgain(walk, await addColleague(walk)),
  'staff.openSlot': async (walk) => {
    const { members } = await walk.ask('staff.list', {});
    await walk.ask('staff.openSlot', {
      staffId: members.find(({ role }) => role === 'receptionist')!.staffId,
      pin: walk.pin,
      supervisor: await supervisorOf(walk),
    });
  },
  'backup.read': async (walk) => {
    await walk.ask('backup.read', { folderId: null });
    await makeBackup(walk);
    await walk.ask('backup.read', { folderId: null });
  },
  'backup.choose': (walk) => chooseFolder(walk),
  'backup.make': (walk) => makeBackup(walk),
  'backup.test': async (walk) =>
    walk.ask('backup.test', { folderId: null, name: await makeBackup(walk), pin: walk.pin }),
  'backup.look': async (walk) =>
    walk.ask('backup.look', { folderId: null, name: await makeBackup(walk), pin: walk.pin }),
  'repair.find': elsewhere(async (fresh) => {
    await damageAfterBackup(fresh);
    await fresh.ask('repair.find', { folderId: null });
  }),
  'repair.restore': elsewhere(async (fresh) => {
    const name = await damageAfterBackup(fresh);
    await fresh.ask('repair.restore', {
      folderId: null,
      name,
      ...(await fresh.desk.proofOf('admin')),
      words: 'the walk passes by',
    });
  }),
  'backup.restore': elsewhere(async (fresh) => {
    await fresh.desk.setUpWith(draftOfPlanted(FULL), fresh.role ?? 'admin');
    await fresh.ask('backup.restore', {
      folderId: null,
      name: await makeBackup(fresh),
      pin: fresh.pin,
      words: 'the walk passes by',
    });
  }),
  ...FEATURE_VISITS,
  'policy.change': async (walk) => {
    const why = { words: 'the walk passes by', pin: walk.pin };
    await walk.ask('policy.change', { masks: { email: 'domain' }, ...why });
    await walk.ask('policy.change', {
      masks: { email: 'usual' },
      ...why,
      supervisor: await supervisorOf(walk),
    });
  },
  'keys.rotateStoreKey': (walk) => walk.ask('keys.rotateStoreKey', { pin: walk.pin }),
  'keys.rotateDeviceSecret': (walk) => walk.ask('keys.rotateDeviceSecret', { pin: walk.pin }),
  'keys.rotateTierKeys': async (walk) =>
    walk.ask(
      'keys.rotateTierKeys',
      rotationOf(walk.pin, await walk.desk.proofOf(walk.role === 'admin' ? 'supervisor' : 'admin')),
    ),
  'keys.finishSheet': async (walk) => {
    const sheet = await walk.ask('keys.beginSheet', {});
    await walk.ask('keys.finishSheet', {
      answers: answersTo(sheet),
      pin: walk.pin,
      cosigner: await walk.desk.proofOf(walk.role === 'admin' ? 'supervisor' : 'admin'),
    });
  },
  'keys.inviteDesk': elsewhere(async (fresh) => void (await inviteOne(fresh))),
  'keys.admitDesk': elsewhere(async (fresh) => {
    const slip = await inviteOne(fresh);
    const [own, other] = fresh.role === 'admin' ? BOTH : BOTH.toReversed();
    await fresh.desk.switchTo(own!);
    await fresh.ask('keys.admitDesk', {
      code: await postKeys(fresh.desk.vaultDir, slip),
      keeper: KEEPER,
      pin: PINS[own!],
      cosigner: await fresh.desk.proofOf(other!),
    });
  }),
  'keys.drawKeeper': (walk) => walk.ask('keys.drawKeeper', {}),
  'keys.beginEstate': elsewhere(async (fresh) => {
    const [own, other] = fresh.role === 'admin' ? BOTH : BOTH.toReversed();
    await fresh.desk.setUp();
    const { vaultId } = await headerOf(fresh.desk);
    fresh.desk.carryBy(createOrder(fresh.desk, vaultId));
    await fresh.desk.lock();
    await fresh.desk.unlock(own!);
    const { keeper } = await fresh.ask('keys.drawKeeper', {});
    await fresh.ask('keys.beginEstate', {
      address: 'nowhere:1/none',
      name: '前台',
      keeper,
      pin: PINS[own!],
      cosigner: await fresh.desk.proofOf(other!),
    });
  }),
  'join.read': elsewhere((fresh) => fresh.ask('join.read', {})),
  'join.cancel': elsewhere((fresh) => fresh.ask('join.cancel', {})),
  'join.begin': elsewhere((fresh) => fresh.ask('join.begin', NO_SLIP)),
  'join.finish': elsewhere(async (old) => {
    const slip = await inviteOne(old);
    const pass = (from: VaultHarness, to: VaultHarness) =>
      cp(join(from.vaultDir, 'spool', 'joins'), join(to.vaultDir, 'spool', 'joins'), { recursive: true });
    await old.elsewhere(async (fresh) => {
      await fresh.ask('join.begin', { address: slip.address, secret: slip.secret });
      await pass(old.desk, fresh.desk);
      await pass(fresh.desk, old.desk);
      const { view } = await fresh.ask('join.read', {});
      await old.desk.call('keys.admitDesk', {
        code: view!.code,
        keeper: KEEPER,
        pin: PINS.admin,
        cosigner: await old.desk.proofOf('supervisor'),
      });
      await pass(old.desk, fresh.desk);
      const { admins } = (await fresh.ask('join.read', {})).view!;
      await fresh.ask('join.finish', { slotId: admins[0]!.slotId, pin: PINS.admin });
    });
  }),
  'keys.endDesk': elsewhere(async (fresh) => {
    const [own, other] = fresh.role === 'admin' ? BOTH : BOTH.toReversed();
    await fresh.desk.setUp();
    await linkAlone(fresh.desk);
    await fresh.desk.unlock(own!);
    await fresh.ask('keys.endDesk', {
      desk: 1,
      pin: PINS[own!],
      cosigner: await fresh.desk.proofOf(other!),
    });
  }),
  'theft.begin': elsewhere(beginTheft),
  'theft.shutOut': elsewhere(async (fresh) => {
    const { people } = await beginTheft(fresh);
    await fresh.ask('theft.shutOut', {
      staffId: people.at(-1)!.staffId,
      pin: PINS.admin,
      cosigner: await fresh.desk.proofOf('supervisor'),
    });
  }),
  'theft.end': elsewhere(async (fresh) => {
    const theft = await openTheftDesk(fresh.desk, draftOfPlanted(FULL));
    for (const { step, send } of THEFT_REQUESTS) if (step !== 'end') await send(fresh.desk, theft);
    await fresh.ask('theft.end', {});
  }),
};

/** A route that is given no visit is asked without a word. */
export const VISITS = Object.fromEntries(
  ROUTE_NAMES.map((name) => [
    name,
    (GIVEN as Partial<typeof GIVEN>)[name] ??
      ((walk: Walk) => walk.ask(name, {} as RouteRequest<typeof name>)),
  ]),
) as Readonly<Record<RouteName, Visit>>;

async function beginTheft(walk: Walk): Promise<RouteReply<'theft.begin'>> {
  await walk.desk.setUpWith(draftOfPlanted(FULL), 'admin');
  return walk.ask('theft.begin', { pin: PINS.admin, cosigner: await walk.desk.proofOf('supervisor') });
}

/** Somebody of the staff, who leaves again. */
function withColleague(work: (walk: Walk, colleague: StaffMember) => Promise<unknown>): Visit {
  return async (walk) => {
    const colleague = await addColleague(walk);
    await work(walk, colleague);
    await leaveAgain(walk, colleague);
  };
}

async function addColleague(walk: Walk): Promise<StaffMember> {
  const { members } = await walk.ask(
    'staff.add',
    newcomerOf('Desk Three', 'receptionist', '481739', { pin: walk.pin, second: await supervisorOf(walk) }),
  );
  return members.find(({ displayName }) => displayName === 'Desk Three')!;
}

const leaveAgain = (walk: Walk, { staffId }: StaffMember) =>
  walk.ask('staff.remove', { staffId, pin: walk.pin });
const FOLDER = 'b2'.repeat(16) as FileId;

async function chooseFolder(walk: Walk): Promise<void> {
  walk.desk.vault.offerFile(FOLDER, makeTempDir(), 'folder');
  await walk.ask('backup.choose', { folderId: FOLDER, on: false, hour: 3, pin: walk.pin });
}

/** Behind the lock screen, with a store that does not open. */
async function damageAfterBackup({ desk }: Walk): Promise<string> {
  await desk.setUpWith(draftOfPlanted(FULL), 'admin');
  desk.vault.offerFile(FOLDER, makeTempDir(), 'folder');
  await desk.call('backup.choose', { folderId: FOLDER, on: false, hour: 3, pin: PINS.admin });
  const { name } = await desk.call('backup.make', {});
  await desk.vault.close();
  for (const file of (await readdir(desk.vaultDir)).filter((one) => one.startsWith('store-')))
    await rm(join(desk.vaultDir, file));
  await desk.start();
  return name;
}

/** A computer that has never seen the vault, the backup drive and the paper. */
async function loseAllButBackup({ desk }: Walk): Promise<{ readonly name: string; readonly sheet: string }> {
  const folder = makeTempDir();
  const lines = await desk.setUp();
  await desk.unlock('supervisor');
  await desk.addPerson(draftOfPlanted(FULL));
  await desk.switchTo('admin');
  desk.vault.offerFile(FOLDER, folder, 'folder');
  await desk.call('backup.choose', { folderId: FOLDER, on: false, hour: 3, pin: PINS.admin });
  const { name } = await desk.call('backup.make', {});
  await desk.loseComputer();
  desk.vault.offerFile(FOLDER, folder, 'folder');
  return { name, sheet: sheetText(lines) };
}

async function makeBackup(walk: Walk): Promise<string> {
  await chooseFolder(walk);
  // No two of a vault have the same name, wherever they are.
  walk.advance(1_000);
  return (await walk.ask('backup.make', {})).name;
}

/** On a vault of its own, by the sheet that it was set up with. */
async function recoverWith(walk: Walk, work: (view: RecoveryView) => Promise<unknown>): Promise<void> {
  const lines = await walk.desk.setUp();
  await work(await walk.ask('recovery.begin', { sheet: sheetText(lines) }));
}

/** Somebody writes down what stands in the remark, which is searched for like every sealed value. */
const NOTE_WORDS = FULL.sealed.remark[0].value;

/** Past the routes where the role may read notes but not write them. */
function addNote(walk: Walk): Promise<{ readonly noteId: NoteId }> {
  const request: RouteRequest<'notes.add'> = {
    personId: walk.personId,
    roomId: null,
    task: 'parcel',
    outcome: 'not-verified',
    words: NOTE_WORDS,
  };
  return walk.role === 'admin' ? writtenByDesk(walk, request) : walk.ask('notes.add', request);
}

async function writtenByDesk(
  { desk, role }: Walk,
  request: RouteRequest<'notes.add'>,
): Promise<{ readonly noteId: NoteId }> {
  await desk.switchTo('receptionist');
  const written = await desk.call('notes.add', request);
  await desk.switchTo(role ?? 'receptionist');
  return written;
}

/** Whoever began one before has it acknowledged first: nobody begins a second. */
async function breakEmergency(walk: Walk): Promise<unknown> {
  await acknowledgeAll(walk);
  const opened = [...FULL.sealed.emergency, ...FULL.sealed.phone].map(({ value }) => value);
  return walk.ask(
    'emergency.begin',
    { personId: walk.personId, words: 'water from above', pin: walk.pin },
    opened,
  );
}

async function acknowledgeAll({ desk, role }: Walk): Promise<void> {
  await desk.switchTo('supervisor');
  for (const { emergencyId } of (await desk.call('emergency.list', {})).open)
    await desk.call(
      'emergency.acknowledge',
      acknowledgeOf(emergencyId, 'asked who was there', PINS.supervisor),
    );
  await desk.switchTo(role ?? 'receptionist');
}

/** The planted resident's room. */
const plantedRoom = async (walk: Walk): Promise<RoomId> =>
  (await walk.ask('rooms.find', { text: '29-2-1803' })).rooms[0]!.roomId;

/** Somebody else with the same values and another vehicle becomes one with the planted resident. */
async function mergePlanted(walk: Walk): Promise<MaskedPerson> {
  const { version } = await walk.ask('people.open', { personId: walk.personId });
  const other = await walk.desk.addPerson(
    { ...draftOfPlanted(FULL), plates: ['桂M7K39P', '桂MD67988'] },
    walk.pin,
  );
  return walk.ask(
    'people.merge',
    mergeOf({ personId: walk.personId, version }, other, { pin: walk.pin, why: WHY }, false),
  );
}

/** Its sealed values are such as are searched for. */
async function addRenovation(walk: Walk): Promise<{ readonly version: number; readonly recordId: number }> {
  const { version } = await walk.ask('people.open', { personId: walk.personId });
  const sealed = [
    { field: 'contractor' as const, value: FULL.name.value },
    { field: 'contractorPhone' as const, value: FULL.sealed.phone[0].value },
    { field: 'foreman' as const, value: FULL.sealed.emergency[0].value },
  ];
  const person = await walk.ask(
    'records.add',
    recordOf(
      { personId: walk.personId, version },
      { kind: 'renovation', room: '29-2-1803', deposit: 2000, sealed },
      { pin: walk.pin, why: WHY },
    ),
  );
  await walk.ask('rooms.open', { roomId: await plantedRoom(walk) });
  return {
    version: person.version,
    recordId: Math.max(
      ...person.records.flatMap((record) => (record.kind === 'renovation' ? [record.recordId] : [])),
    ),
  };
}

async function replaceEmail(walk: Walk): Promise<{ readonly version: number }> {
  const { version } = await walk.ask('people.open', { personId: walk.personId });
  const sealed = [{ field: 'email' as const, ordinal: 0, value: FULL.sealed.email[0].value }];
  return walk.ask(
    'people.edit',
    editOf({ personId: walk.personId, version }, { sealed }, { pin: walk.pin, why: WHY }),
  );
}

async function everybody(walk: Walk, visit: (personId: PersonId) => Promise<unknown>): Promise<void> {
  const { groups } = await walk.ask('people.search', { text: '141' });
  const ids = new Set([walk.personId, ...groups.flatMap(({ rows }) => rows.map(({ personId }) => personId))]);
  for (const personId of ids) await visit(personId);
}

async function openWorkbook(walk: Walk): Promise<SheetMapping[]> {
  const path = join(makeTempDir(), 'owners.xlsx');
  writeSheets(
    path,
    [
      plantedSheet(),
      {
        name: 'rejected',
        rows: [
          ['房号', '业主名称', '手机号'],
          [null, FULL.name.value],
          ['9-9-909', '尾行', '12'],
        ],
      },
    ],
    'xlsx',
  );
  await walk.ask('import.cancel', {});
  walk.desk.vault.offerFile(FILE, path);
  const { sheets } = await walk.ask('import.open', { fileId: FILE });
  return proposedMapping(sheets);
}

async function previewWorkbook(walk: Walk): Promise<{ readonly planId: PlanId }> {
  const sheets = await openWorkbook(walk);
  return walk.ask('import.preview', {
    fileId: FILE,
    sheets,
    takesIdNumbers: true,
    supervisor: await supervisorOf(walk),
  });
}

async function applyWorkbook(walk: Walk): Promise<{ readonly importId: number }> {
  const { planId } = await previewWorkbook(walk);
  return walk.ask('import.apply', applyOf(planId, 'other', await supervisorOf(walk)));
}

// --- the walk itself

/** Every route as every role that may call it, then once more with a request that is nothing but planted values. */
export async function walkRoutes(options: WalkOptions): Promise<WalkFindings> {
  const secrets = secretsOf(PLANTED);
  const leaks: string[] = [];
  const altered: string[] = [];
  const printed = new Set<RouteName>();
  const sent = new Set<RouteName>();
  const inFolders: string[] = [];
  const answered = new Map<RouteName, Set<Role | 'nobody'>>();
  const asked: Asked[] = [];
  const said: Said[] = [];
  let entries: ReadonlyMap<number, MadeEntry> = new Map();
  const unshown = new Set<string>();
  const clock = createFakeClock();
  const { engine, computer } = options;
  const desk = await createHarness({ engine, clock, ...(computer === undefined ? {} : { computer }) });
  const { visits = () => true } = options;
  try {
    const personId = await plant(desk, clock, options);
    for (const role of ROLES) {
      for (const name of ROUTE_NAMES.filter((route) => mayCall(route, role) && visits(route, role))) {
        await desk.switchTo(role);
        await visit(name, walkAs(role, personId));
      }
    }
    for (const name of ROUTE_NAMES.filter((route) => isForNobody(route) && visits(route, null)))
      await visit(name, walkAs(null, personId));
    await desk.switchTo('supervisor');
    entries = await readActions(desk);
    for (const name of ROUTE_NAMES) report(name, 'supervisor', await desk.ask(name, requestOf(secrets)));
    leaks.push(
      ...findClear(secrets, desk.events).map((line) => `event: ${line}`),
      ...findClear(secrets, desk.hostCalls).map((line) => `to main: ${line}`),
    );
    inFolders.push(...clearInFolders(desk, secrets));
    await options.onEnd?.(desk, personId);
  } finally {
    await desk.dispose();
  }
  return {
    leaks: [...new Set(leaks)],
    printed: [...printed],
    sent: [...sent],
    inFolders,
    altered: [...new Set(altered)],
    answered,
    unshown: [...unshown],
    said,
    ...wordsIn(said),
    ...judgeEntries(asked, entries),
  };

  async function visit(name: RouteName, walk: Walk): Promise<void> {
    try {
      await VISITS[name](walk);
      await options.also?.[name]?.(walk);
    } catch (error) {
      if (options.onFailure === undefined) throw error;
      options.onFailure(name, walk.role, error);
    }
  }

  function walkAs(role: Role | null, personId: PersonId, at: VaultHarness = desk, time = clock): Walk {
    return {
      desk: at,
      advance: (ms) => time.advance(ms),
      role,
      pin: role === null ? '' : PINS[role],
      personId,
      async ask(route, request, opened = []) {
        const before = lastEntryOf(at);
        const result = report(route, role, await at.ask(route, request), opened) as Result<
          RouteReply<typeof route>
        >;
        if (at === desk && role !== null && result.ok && Array.isArray(ROUTES[route].access))
          asked.push({
            route,
            role,
            after: before,
            upTo: lastEntryOf(at),
            isNamed: namesOne(route, request),
          });
        if (
          result.ok &&
          (showsRecord(result.value) || showsNamed(route, request, result.value)) &&
          !['record', 'value'].includes(ROUTES[route].facts.shows)
        )
          unshown.add(route);
        if (!result.ok)
          throw new Error(
            `the walk is not answered: ${route} as ${role ?? 'nobody'}: ${result.error.code} ${JSON.stringify(result.error.details)}`,
          );
        for (const one of await takeSent(at, result.value)) {
          sent.add(route);
          if (one.to === 'print') printed.add(route);
          await options.onSent?.(route, one, at, before);
        }
        answered.set(route, (answered.get(route) ?? new Set()).add(role ?? 'nobody'));
        said.push({ route, request, reply: result.value });
        options.onAnswer?.(route, role, request, result.value, at !== desk);
        return result.value;
      },
      async elsewhere(work) {
        const freshClock = createFakeClock();
        const { fillElsewhere: onSetUp } = options;
        const fresh = await createHarness({
          engine,
          clock: freshClock,
          ...(onSetUp === undefined ? {} : { onSetUp }),
        });
        try {
          await work(walkAs(role, personId, fresh, freshClock));
          inFolders.push(...clearInFolders(fresh, secrets));
        } finally {
          await fresh.dispose();
          // One vault after another: none of them meets the keys of the one before it.
          freeReleasedImages();
        }
      },
    };
  }

  function report(
    route: RouteName,
    role: Role | null,
    answer: Result<unknown>,
    opened: readonly string[] = [],
  ): Result<unknown> {
    const find = (result: Result<unknown>): readonly string[] =>
      findClear(secrets, result, opened).map((line) => `${route} as ${role ?? 'nobody'}: ${line}`);
    leaks.push(...find(answer));
    altered.push(...find(options.alter(route, answer)));
    return answer;
  }
}

/** A word of the product's own, a number or a day: nobody is called so. */
const CODE = /^(?:\P{L}|[a-z])*$/u;

/** By the schemas: whatever has no form may be what somebody types. */
function wordsIn(said: readonly Said[]): FreeWords {
  const typed = new Map<string, RouteName>();
  const told = new Map<string, Set<RouteName>>();
  for (const { route, request, reply } of said) {
    mapWords(ROUTES[route].request, request, (words) => {
      if (!CODE.test(words) && !typed.has(words)) typed.set(words, route);
      return words;
    });
    if (ROUTES[route].facts.shows === 'value') continue;
    mapWords(ROUTES[route].reply, reply, (words) => {
      told.set(words, (told.get(words) ?? new Set()).add(route));
      return words;
    });
  }
  return { typed, told };
}

/** An entry of the log, as far as it is judged. */
interface MadeEntry {
  readonly action: LogAction;
  /** A resident or a room. */
  readonly namesOne: boolean;
}

interface Asked {
  readonly route: RouteName;
  readonly role: Role;
  /** Numbers of the entries that it made: after the first, up to the last. */
  readonly after: number;
  readonly upTo: number;
  /** By the number of a person or a room. */
  readonly isNamed: boolean;
}

/** Number of the log's last entry, as the keychain has it; null where nothing is. */
function lastEntryOf({ keychain }: VaultHarness): number {
  const anchors = keychain.anchors.filter((copy) => copy !== undefined);
  return anchors.length === 0 ? 0 : (readAnchor(anchors)?.state.log.seq ?? 0);
}

async function readActions(desk: VaultHarness): Promise<ReadonlyMap<number, MadeEntry>> {
  const actions = new Map<number, MadeEntry>();
  for (let before: number | null = null; ;) {
    const page: RouteReply<'log.list'> = await desk.call('log.list', { before, limit: 200 });
    for (const { seq, action, personId, detail } of page.entries)
      actions.set(seq, {
        action,
        // Whose record is one of the staff's stands sealed.
        namesOne:
          personId !== null || action === 'staff-link' || JSON.stringify(detail).includes('"of":"room"'),
      });
    if (page.next === null) return actions;
    before = page.next;
  }
}

/** What comes with any request, and what the clock enters meanwhile. */
const MAY_STAND_BESIDE: ReadonlySet<LogAction> = new Set(
  LOG_ACTIONS.filter((action) => {
    const { besideAny, byTheClock }: ActionFacts = ACTIONS[action];
    return besideAny === true || byTheClock === true;
  }),
);

/** Whether work that goes on behind the reply entered something of what is declared. */
const isEnteredBehind = (
  declared: readonly string[],
  after: number,
  actions: ReadonlyMap<number, MadeEntry>,
): boolean =>
  [...actions].some(
    ([seq, { action }]) => seq > after && declared.includes(action) && MAY_STAND_BESIDE.has(action),
  );

function judgeEntries(
  asked: readonly Asked[],
  actions: ReadonlyMap<number, MadeEntry>,
): Pick<WalkFindings, 'undeclared' | 'unentered' | 'uncounted'> {
  const undeclared = new Set<string>();
  const counted = new Map<RouteName, boolean>();
  const entered = new Map<RouteName, boolean>();
  for (const { route, role, after, upTo, isNamed } of asked) {
    const { enters, shows }: RouteFacts = ROUTES[route].facts;
    const declared: readonly string[] = typeof enters === 'string' ? [] : enters;
    const made = Array.from({ length: upTo - after }, (_, at) => actions.get(after + 1 + at)!);
    // What is entered as opened was opened by this walk before.
    if (isNamed && shows === 'record' && enters !== 'as-opened')
      counted.set(route, counted.get(route) === true || made.some(({ namesOne }) => namesOne));
    for (const { action } of made)
      if (!declared.includes(action) && !MAY_STAND_BESIDE.has(action))
        undeclared.add(`${route} as ${role}: ${action}`);
    if (declared.length > 0)
      entered.set(
        route,
        entered.get(route) === true ||
          made.some(({ action }) => declared.includes(action)) ||
          isEnteredBehind(declared, after, actions),
      );
  }
  return {
    undeclared: [...undeclared],
    unentered: [...entered].flatMap(([route, isEntered]) => (isEntered ? [] : [route])),
    uncounted: [...counted].flatMap(([route, isCounted]) => (isCounted ? [] : [route])),
  };
}

/** Whether a request names a person or a room by the number of it. */
const namesOne = (route: RouteName, request: unknown): boolean =>
  findMarked(ROUTES[route].request, request).some(
    ({ mark }) => mark === 'person>people' || mark === 'room>rooms',
  );

/** Whether a reply has the mask of a name beside the number of a person or a room that the request has. */
const showsNamed = (route: RouteName, request: unknown, reply: unknown): boolean => {
  const numbers = findMarked(ROUTES[route].request, request)
    .filter(({ mark }) => mark === 'person>people' || mark === 'room>rooms')
    .map(({ value }) => value);
  const hasMask = (part: unknown): boolean =>
    typeof part === 'object' &&
    part !== null &&
    ((numbers.some((one) => Object.values(part).includes(one)) &&
      Object.entries(part).some(([name, value]) => /mask$/i.test(name) && typeof value === 'string')) ||
      Object.values(part).some(hasMask));
  return numbers.length > 0 && hasMask(reply);
};

/** Whether one object of a reply has the mask of a name and those of fields beside it. */
const showsRecord = (reply: unknown): boolean =>
  typeof reply === 'object' &&
  reply !== null &&
  (('nameMask' in reply && 'fields' in reply && Array.isArray(reply.fields) && reply.fields.length > 0) ||
    Object.values(reply).some(showsRecord));

/** Not for somebody who is signed in. */
const isForNobody = (route: RouteName): boolean => !Array.isArray(ROUTES[route].access);
/** Malformed for every route, and full of what its refusal must not repeat. */
const requestOf = (secrets: readonly Secret[]): Record<string, unknown> => ({
  text: { of: secrets.map(({ value }) => value) },
  ...Object.fromEntries(secrets.map(({ value }) => [value, value])),
});

/** The planted people, or what `options.fill` brings; returns the one with a value in every field. */
async function plant(
  desk: VaultHarness,
  clock: FakeClock,
  { engine, fill, about }: Pick<WalkOptions, 'engine' | 'fill' | 'about'>,
): Promise<PersonId> {
  await desk.setUp();
  if (fill === undefined) await spreadNumbers(desk, engine);
  await (fill === undefined ? plantPeople(desk) : fill(desk, clock));
  await desk.switchTo('supervisor');
  if (about !== undefined) return about(desk);
  const { groups } = await desk.call('people.search', { text: FULL.name.value });
  return groups.flatMap(({ rows }) => rows)[0]!.personId;
}

async function plantPeople(desk: VaultHarness): Promise<void> {
  await desk.unlock('admin');
  await desk.call('policy.change', {
    masks: {},
    switchedOn: [...SWITCHED_FIELD_IDS],
    words: 'to walk past it too',
    pin: PINS.admin,
  });
  await desk.switchTo('supervisor');
  for (const person of PLANTED) await desk.addPerson(draftOfPlanted(person, SWITCHED_FIELD_IDS));
}
