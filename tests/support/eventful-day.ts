/** A few working days in which every action of the log is entered, with every shape of its detail: what a log of real use may hold. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkTo } from '../../contract/people/guardian.ts';
import { REJECT_REASONS } from '../../contract/import/lists.ts';
import { type Role, SEALED_TIERS } from '../../contract/fields.ts';
import { LOCK_REASONS } from '../../contract/sign-in/lock-reasons.ts';
import type { PersonDraft } from '../../contract/people/requests.ts';
import type { FileId, PersonId, SlotId } from '../../contract/ids.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { BACKUP_STORE_FILE } from '../../main/vault/backup-files/manifest.ts';
import { createSheetSecret, formatSheet } from '../../main/vault/keys/recovery-sheet.ts';
import { writeSheets } from './fixture-workbooks.ts';
import { draftOf, idNumberOf, phoneOf } from './people-drafts.ts';
import { proposedMapping } from './proposed-mapping.ts';
import { answersTo, peopleFor, recover, sheetText } from './recover.ts';
import { driveStaff, NEWCOMER_PINS } from './staff-desk.ts';
import { isNotPrevious } from './older-folder.ts';
import { PINS, type VaultHarness } from './vault-harness.ts';

const FOLDER = 'b2'.repeat(16) as FileId;
const REJECTS = 'e5'.repeat(16) as FileId;
const WHY = { reason: 'repair' } as const;
const DAY_MS = 86_400_000;

/** Whose PINs open what the days leave behind, and which sheet. */
export interface EventfulDay {
  readonly pins: Readonly<Record<Role, string>>;
  /** The sheet that is in force, typed as from paper. */
  readonly sheet: string;
  /** The last backup, of everything before its own entry. */
  readonly backup: string;
}

export interface EventfulDayOptions {
  readonly desk: VaultHarness;
  /** Where backups go: an empty folder. */
  readonly folder: string;
  /** Where workbooks lie while they are imported. */
  readonly scratch: string;
  readonly advance: (milliseconds: number) => void;
}

/** Sets the desk up and goes through the days; nobody is signed in afterwards. Throws where a request is refused that should not be. */
export async function liveEventfulDays({
  desk,
  folder,
  scratch,
  advance,
}: EventfulDayOptions): Promise<EventfulDay> {
  const staff = driveStaff(desk);
  let lines: readonly (readonly string[])[] = await desk.setUp();
  const supervisor = () => desk.proofOf('supervisor');

  // --- the first residents, a backup that is tried and restored, and what that alarms
  await desk.unlock('supervisor');
  const first = await addPerson(desk, draftOf(1, { rooms: [{ text: '3-2-1801', relation: 'owner' }] }));
  await desk.switchTo('admin');
  desk.vault.offerFile(FOLDER, folder, 'folder');
  await desk.call('backup.choose', { folderId: FOLDER, on: false, hour: 3, pin: PINS.admin });
  await desk.call('backup.choose', { folderId: FOLDER, on: true, hour: 12, pin: PINS.admin });
  await desk.call('backup.choose', { folderId: FOLDER, on: false, hour: 12, pin: PINS.admin });
  const { name: early } = await desk.call('backup.make', {});
  await desk.call('backup.restore', {
    folderId: null,
    name: early,
    pin: PINS.admin,
    words: 'to see that it can be done',
  });
  await desk.lock();
  await desk.unlock('supervisor');
  if ((await desk.call('session.alarms', {})).alarms.length > 0)
    await desk.call('session.acknowledge', { words: 'restored on purpose', pin: PINS.supervisor });

  // --- the folder of the day before is put back
  await putBackYesterday(desk);
  await desk.unlock('supervisor');
  await desk.call('session.acknowledge', { words: 'put back on purpose', pin: PINS.supervisor });

  // --- recovered here with the sheet, with the same PINs
  await desk.lock();
  const recovered = await recover(desk, lines, (view) =>
    peopleFor(view, ['admin', 'supervisor', 'receptionist'], PINS),
  );
  lines = recovered.sheet.lines;

  // --- every lock, wrong PINs while locked and while signed in, refusals
  for (const why of LOCK_REASONS) {
    await desk.lock(why);
    await desk.unlock('receptionist');
  }
  await desk.lock();
  await desk.codeOf('session.unlock', { slotId: await desk.slotOf('receptionist'), pin: '918273' });
  await desk.codeOf('people.search', { text: 'x' });
  await desk.vault.noteRefusal('navigation');
  await desk.unlock('receptionist');
  await desk.vault.noteRefusal('permission');
  await desk.codeOf('policy.change', {
    masks: { name: 'hidden' },
    words: 'not mine',
    pin: PINS.receptionist,
  });
  const reveal = (changes: object) =>
    desk.codeOf('people.reveal', {
      personId: first.personId,
      field: 'phone',
      ordinal: 0,
      why: WHY,
      pin: PINS.receptionist,
      ...changes,
    });
  await reveal({ pin: '918273' });
  await reveal({});
  await reveal({ field: 'idNumber', cosigner: { ...(await supervisor()), pin: 'wrong-37-wrong' } });
  await reveal({ field: 'idNumber', cosigner: await supervisor() });
  await reveal({ field: 'plate' });
  await reveal({ field: 'name', why: { reason: 'other', words: 'the owner asks' } });
  await desk.codeOf('people.findById', {
    idNumber: idNumberOf(1),
    supervisor: { ...(await supervisor()), pin: 'wrong-37-wrong' },
  });
  await desk.call('people.findById', { idNumber: idNumberOf(1), supervisor: await supervisor() });

  // --- searches: each settles when something is opened or after a second
  for (const text of ['3-2-1801', '张', '1410000', '桂M', 'qqqq', '1', '1999999', '?']) {
    await desk.call('people.search', { text });
    await desk.call('people.open', { personId: first.personId });
  }

  // --- questions
  const verify = (kind: string, said: string, more: object = {}) =>
    desk.codeOf('people.verify', {
      personId: first.personId,
      kind: kind as 'phone',
      said,
      pin: PINS.receptionist,
      ...more,
    });
  await verify('phone', phoneOf(1));
  await verify('phone', phoneOf(2));
  await verify('phone-hidden', phoneOf(1).slice(3, 7));
  await verify('name', '张明亮', { reason: 'visitor' });
  await verify('id-number', idNumberOf(1), { cosigner: await supervisor() });
  await desk.call('people.confirm', {
    personId: first.personId,
    version: (await open(desk, first.personId)).version,
    field: 'phone',
    ordinal: 0,
  });

  // --- rooms, notes, the emergency
  const { rooms } = await desk.call('rooms.find', { text: '3-2-1801' });
  const room = await desk.call('rooms.open', { roomId: rooms[0]!.roomId });
  await desk.call('rooms.edit', {
    roomId: room.roomId,
    version: room.version,
    changes: { layout: 'three rooms', status: 'lived-in' },
  });
  await desk.call('rooms.add', { text: '3-2-1999' });
  await desk.call('rooms.add', { text: '3-2-1999' });
  for (const text of ['3-2-1801', '3-2-1999', '9-9-909']) await desk.call('tasks.checkRoom', { text });
  await desk.call('notes.add', {
    personId: first.personId,
    roomId: null,
    task: 'parcel',
    outcome: 'handed-over',
    words: 'left at the desk',
  });
  await desk.call('notes.add', {
    personId: null,
    roomId: room.roomId,
    task: 'repair',
    outcome: 'passed-on',
    words: 'water from above',
  });
  await desk.call('notes.add', {
    personId: first.personId,
    roomId: null,
    task: 'repair',
    outcome: 'done',
    words: '',
  });
  const { notes } = await desk.call('notes.list', { personId: first.personId, before: null });
  await reveal({ field: 'note', roomNote: notes.find(({ roomWords }) => roomWords)!.noteId });
  await desk.call('emergency.begin', {
    personId: first.personId,
    words: 'water from above',
    pin: PINS.receptionist,
    ticket: 'T-1',
  });
  await desk.call('shift.read', {});
  await desk.call('shift.handOver', { next: await desk.slotOf('supervisor') });

  // --- records, edits, a value put back, a guardian, two records of one resident
  await desk.switchTo('supervisor');
  const { open: emergency } = await desk.call('emergency.list', {});
  await desk.call('emergency.acknowledge', {
    emergencyId: emergency[0]!.emergencyId,
    words: 'asked who was there',
    pin: PINS.supervisor,
  });
  await desk.call('emergency.begin', {
    personId: first.personId,
    words: 'nobody answers',
    pin: PINS.supervisor,
  });
  const own = await desk.call('emergency.list', {});
  await desk.call('emergency.acknowledge', {
    emergencyId: own.open[0]!.emergencyId,
    words: 'it was me, and nobody else is there',
    pin: PINS.supervisor,
  });
  const proof = { pin: PINS.supervisor, why: WHY };
  const added = await desk.call('records.add', {
    personId: first.personId,
    version: (await open(desk, first.personId)).version,
    record: {
      kind: 'renovation',
      room: '3-2-1801',
      deposit: 2000,
      sealed: [{ field: 'foreman', value: '覃零 14100000009' }],
    },
    proof,
  });
  const recordId = added.records.flatMap((one) => (one.kind === 'renovation' ? [one.recordId] : []))[0]!;
  const edited = await desk.call('records.edit', {
    personId: first.personId,
    version: added.version,
    recordId,
    changes: { kind: 'renovation', deposit: null },
    proof,
  });
  const ended = await desk.call('records.end', {
    personId: first.personId,
    version: edited.version,
    kind: 'renovation',
    recordId,
    on: '2026-11-01',
  });
  await desk.call('records.remove', {
    personId: first.personId,
    version: ended.version,
    kind: 'renovation',
    recordId,
    proof,
  });
  await desk.call('people.edit', {
    personId: first.personId,
    version: (await open(desk, first.personId)).version,
    changes: { addPlates: ['桂M7K39Q'], sealed: [{ field: 'phone', ordinal: 0, value: phoneOf(11) }] },
    proof,
  });
  const { values } = await desk.call('people.replaced', { personId: first.personId });
  await desk.call('people.restore', {
    personId: first.personId,
    version: (await open(desk, first.personId)).version,
    valueId: values[0]!.valueId,
    pin: PINS.supervisor,
    why: WHY,
  });
  const child = await addPerson(
    desk,
    draftOf(2, {
      name: '张小明',
      rooms: [{ text: '3-2-1801', relation: 'family' }],
      plates: [],
      sealed: [
        { field: 'phone', value: phoneOf(22) },
        { field: 'birthday', value: '2017-06-01' },
        { field: 'guardian', value: linkTo(first.personId) },
      ],
      idType: null,
    }),
  );
  await desk.call('people.reveal', {
    personId: child.personId,
    field: 'guardian',
    ordinal: child.fields.find(({ field }) => field === 'guardian')!.ordinal,
    why: WHY,
    pin: PINS.supervisor,
  });
  await desk.call('people.openFull', { personId: child.personId, why: WHY, supervisor: await supervisor() });
  await desk.call('people.openFull', {
    personId: first.personId,
    why: { reason: 'authority', ticket: 'D-17' },
    supervisor: await supervisor(),
    extract: { authority: 'street office', purpose: 'roster', fields: ['phone'] },
  });
  await mergeAndUndo(desk, first.personId);
  await importAndUndo(desk, scratch);
  await desk.call('log.verify', {});
  await desk.call('log.list', { before: null, limit: 10 });

  // --- the policy: tighter, and one looser again
  await desk.switchTo('admin');
  await desk.call('rooms.savePatterns', { patterns: ['T{栋}-{房}'], pin: PINS.admin });
  const words = 'the residents asked for it';
  await desk.call('policy.change', {
    masks: { phone: 'last-four', email: 'hidden' },
    switchedOn: ['bankCard'],
    words,
    pin: PINS.admin,
  });
  await desk.call('policy.change', {
    masks: { email: 'domain' },
    words,
    pin: PINS.admin,
    supervisor: await supervisor(),
  });

  // --- staff
  const sheet = { sheet: sheetText(lines) };
  await staff.add('receptionist', 'Desk Two');
  await staff.add('receptionist', 'Desk Three', sheet);
  await staff.add('receptionist', 'Desk Four', { sheet: sheetText(formatSheet(createSheetSecret())) });
  await staff.add('supervisor', 'Super Two');
  const { members } = await desk.call('staff.add', {
    name: 'Admin One',
    role: 'receptionist',
    twoRoles: true,
    newPin: NEWCOMER_PINS.receptionist,
    pin: PINS.admin,
    second: await supervisor(),
  });
  const twice = members.find(({ displayName, role }) => displayName === 'Admin One' && role !== 'admin')!;
  await desk.call('staff.remove', { staffId: twice.staffId, pin: PINS.admin });
  const two = await staff.named('Desk Two');
  await desk.call('staff.reset', {
    staffId: two.staffId,
    newPin: '903718',
    pin: PINS.admin,
    second: await supervisor(),
  });
  await desk.call('staff.rename', { staffId: two.staffId, name: 'Desk Deux', pin: PINS.admin });
  await desk.call('staff.changeRole', {
    staffId: two.staffId,
    role: 'supervisor',
    newPin: 'walker-27-moss',
    pin: PINS.admin,
    second: await supervisor(),
  });
  await desk.call('staff.openSlot', {
    staffId: two.staffId,
    pin: PINS.admin,
    supervisor: await supervisor(),
  });
  await desk.call('staff.remove', { staffId: two.staffId, pin: PINS.admin });
  await desk.call('staff.changePin', { pin: PINS.admin, newPin: 'maple-29-fern' });
  await desk.call('staff.changePin', { pin: 'maple-29-fern', newPin: PINS.admin });

  // --- backups that fail, are tested and are not restored
  desk.vault.offerFile(FOLDER, folder, 'folder');
  await desk.call('backup.choose', { folderId: FOLDER, on: false, hour: 12, pin: PINS.admin });
  const { name: broken } = await desk.call('backup.make', {});
  await desk.call('backup.test', { folderId: null, name: broken, pin: PINS.admin });
  await damageStore(join(folder, broken));
  await desk.codeOf('backup.test', { folderId: null, name: broken, pin: PINS.admin });
  await desk.codeOf('backup.restore', { folderId: null, name: broken, pin: PINS.admin, words });
  await rm(join(folder, broken), { recursive: true });
  const away = join(scratch, 'away');
  await cp(folder, away, { recursive: true });
  await rm(folder, { recursive: true });
  await desk.codeOf('backup.make', {});
  await cp(away, folder, { recursive: true });
  await rm(away, { recursive: true });

  // --- all four keys, one cancelled, and the ceremony after a theft with somebody away
  const cosigner = await supervisor();
  const rotation = desk.codeOf('keys.rotateStoreKey', { pin: PINS.admin });
  await desk.call('keys.cancel', {});
  await rotation;
  desk.keychain.refusing = false;
  await desk.call('keys.rotateStoreKey', { pin: PINS.admin });
  await desk.call('keys.rotateDeviceSecret', { pin: PINS.admin });
  await desk.call('keys.rotateTierKeys', { tiers: ['contact'], pin: PINS.admin, cosigner });
  for (const opensOlder of [false, true]) {
    const next = await desk.call('keys.beginSheet', {});
    await desk.call('keys.finishSheet', {
      answers: answersTo(next),
      pin: PINS.admin,
      cosigner,
      ...(opensOlder ? { oldSheet: sheetText(lines) } : {}),
    });
    lines = next.lines;
  }
  await desk.call('theft.begin', { pin: PINS.admin, cosigner });
  const pins: Record<Role, string> = { ...PINS };
  await desk.call('staff.changePin', { pin: pins.admin, newPin: 'maple-29-fern' });
  pins.admin = 'maple-29-fern';
  await renew('supervisor', 'willow-71-sand');
  await renew('receptionist', '639275');
  for (const name of ['Desk Three', 'Super Two'])
    await desk.call('theft.shutOut', {
      staffId: (await staff.named(name)).staffId,
      pin: pins.admin,
      cosigner: await proofOf('supervisor'),
    });
  await desk.call('keys.rotateTierKeys', {
    tiers: [...SEALED_TIERS],
    pin: pins.admin,
    cosigner: await proofOf('supervisor'),
  });
  await desk.call('keys.rotateStoreKey', { pin: pins.admin });
  await desk.call('keys.rotateDeviceSecret', { pin: pins.admin });
  await desk.call('theft.end', {});

  // --- forty days later what was kept for thirty is gone, and a backup is due by itself
  await desk.lock();
  advance(40 * DAY_MS);
  await desk.call('session.unlock', await proofOf('admin'));
  desk.vault.offerFile(FOLDER, folder, 'folder');
  await desk.call('backup.choose', { folderId: FOLDER, on: true, hour: 0, pin: pins.admin });
  await desk.call('backup.choose', { folderId: FOLDER, on: false, hour: 12, pin: pins.admin });
  const { name: backup } = await desk.call('backup.make', {});
  await desk.call('backup.test', { folderId: null, name: backup, pin: pins.admin });
  await desk.vault.close();
  return { pins, sheet: sheetText(lines), backup };

  async function proofOf(role: Role): Promise<{ slotId: SlotId; pin: string }> {
    const name = { admin: 'Admin One', supervisor: 'Super One', receptionist: 'Desk One' }[role];
    return { slotId: await staff.slotNamed(name), pin: pins[role] };
  }

  async function renew(role: 'supervisor' | 'receptionist', newPin: string): Promise<void> {
    const { slotId } = await proofOf(role);
    const member = (await staff.members()).find((one) => one.slotId === slotId)!;
    await desk.call('staff.reset', {
      staffId: member.staffId,
      newPin,
      pin: pins.admin,
      second: await proofOf('supervisor'),
    });
    pins[role] = newPin;
  }
}

const addPerson = (desk: VaultHarness, person: PersonDraft): Promise<MaskedPerson> =>
  desk.call('people.add', { person, pin: PINS.supervisor });

const open = (desk: VaultHarness, personId: PersonId): Promise<MaskedPerson> =>
  desk.call('people.open', { personId });

async function mergeAndUndo(desk: VaultHarness, personId: PersonId): Promise<void> {
  const other = await addPerson(desk, draftOf(1, { plates: ['桂M12346'] }));
  const merged = await desk.call('people.merge', {
    personId,
    version: (await open(desk, personId)).version,
    other: { personId: other.personId, version: other.version },
    idsMayDiffer: false,
    pin: PINS.supervisor,
    why: WHY,
  });
  const { merges } = await desk.call('people.merges', { personId });
  await desk.call('people.undoMerge', {
    personId,
    version: merged.version,
    mergeId: merges[0]!.mergeId,
    keepEdited: true,
    pin: PINS.supervisor,
    why: WHY,
  });
}

async function importAndUndo(desk: VaultHarness, scratch: string): Promise<void> {
  const rows = [
    ['房号', '业主名称', '手机号'],
    ['5-1-101', '李虚一', phoneOf(5001)],
    ['5-1-102', '李虚二', phoneOf(5002)],
    [null, '李虚三', phoneOf(5003)],
  ];
  const supervisor = await desk.proofOf('supervisor');
  for (const keep of [true, false]) {
    const book = (keep ? 'a1' : 'a2').repeat(16) as FileId;
    const path = join(scratch, `owners-${keep}.xlsx`);
    writeSheets(path, [{ name: 'owners', rows }], 'xlsx');
    desk.vault.offerFile(book, path);
    const { sheets } = await desk.call('import.open', { fileId: book });
    if (!keep) await desk.call('import.forgetLayout', { fileId: book, sheet: sheets[0]!.name, headerRow: 1 });
    const { planId } = await desk.call('import.preview', {
      fileId: book,
      sheets: proposedMapping(sheets),
      supervisor,
    });
    const { importId } = await desk.call('import.apply', {
      planId,
      answers: { rest: 'other', rows: [] },
      supervisor,
    });
    desk.vault.offerFile(REJECTS, join(scratch, `rejects-${keep}.xlsx`), 'write');
    await desk.call('import.saveRejects', {
      fileId: REJECTS,
      language: 'en',
      words: Object.fromEntries(REJECT_REASONS.map((reason) => [reason, reason])) as never,
      supervisor,
    });
    if (keep) {
      await writeFile(path, 'changed since');
      await desk.codeOf('import.dispose', { fileId: book });
      await desk.call('import.undo', { importId, keepEdited: false, supervisor });
    } else await desk.call('import.dispose', { fileId: book });
  }
}

async function damageStore(folder: string): Promise<void> {
  const path = join(folder, BACKUP_STORE_FILE);
  const bytes = await readFile(path);
  bytes.fill(0, 4096, 8192);
  await writeFile(path, bytes);
}

/** The folder as it was before its last change. */
async function putBackYesterday(desk: VaultHarness): Promise<void> {
  await desk.vault.close();
  const yesterday = await mkdtemp(join(tmpdir(), 'resident-vault-yesterday-'));
  await cp(desk.vaultDir, yesterday, { recursive: true, filter: isNotPrevious });
  await desk.start();
  await desk.unlock('supervisor');
  await desk.vault.close();
  // The sign-in may still be removing the header of before.
  for (const name of await readdir(desk.vaultDir))
    await rm(join(desk.vaultDir, name), { recursive: true, force: true });
  await cp(yesterday, desk.vaultDir, { recursive: true });
  await rm(yesterday, { recursive: true });
  await desk.start();
}
