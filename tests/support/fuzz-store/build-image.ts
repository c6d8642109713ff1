/**
 * A vault with something in every part of it, made by the application itself, and left where a kill behind the switch leaves one: a change of keys
 * waits in its store. What is fuzzed are copies of it.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkTo } from '../../../contract/people/guardian.ts';
import { type Role, SWITCHED_FIELD_IDS } from '../../../contract/fields.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { FileId, NoteId, PersonId, RoomId, SlotId, StaffId } from '../../../contract/ids.ts';
import type { PersonDraft } from '../../../contract/people/requests.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { readCurrentHeader } from '../backup-desk.ts';
import { DAY_MS, createFakeClock } from '../fake-clock.ts';
import { askForCopy, offerDisclosure } from '../features/disclosures.ts';
import { csvOf } from '../features/sweep.ts';
import { A_YEAR } from '../features/retention.ts';
import { COMPUTER, moveOut, publish, walkAs } from '../full-vault.ts';
import { type FixtureCell, writeSheets } from '../fixture-workbooks.ts';
import { openSlot } from '../open-slot.ts';
import { draftOf, phoneOf } from '../people-drafts.ts';
import { draftOfPlanted, PLANTED } from '../planted-people.ts';
import { proposedMapping } from '../proposed-mapping.ts';
import { driveStaff, NEWCOMER_PINS } from '../staff-desk.ts';
import { allowRows, openStoreOf, refuseRows, storeFileOf, storeKeyOf } from '../store-tools.ts';
import { MemoryKeychain, PINS, type VaultHarness, createHarness } from '../vault-harness.ts';
import type { KeychainSnapshot } from '../vault-images.ts';
import { WHY, applyOf, newcomerOf, rotationOf } from '../requests-of.ts';
import { VISITS } from '../route-walk.ts';
import { words } from '../words.ts';

/** Of mutations: the one engine that lets its schema be rewritten and that every runtime of the tests has. */
export const FUZZED_ENGINE = 'better-sqlite3';
export const FOLDER = 'b2'.repeat(16) as FileId;
const SWEPT = '5e'.repeat(16) as FileId;
/** Folders of a copy, beside one another; nothing else may come to lie there. */
export const VAULT = 'vault';
export const BACKUPS = 'backups';

const BOOK = 'a1'.repeat(16) as FileId;

/** What the walk asks for by its number. */
export interface Known {
  readonly personId: PersonId;
  readonly mergedId: PersonId;
  readonly childId: PersonId;
  readonly roomId: RoomId;
  readonly roomNote: NoteId;
  readonly mergeId: number;
  readonly importId: number;
  readonly slots: Readonly<Record<'receptionist' | 'supervisor' | 'admin', SlotId>>;
}

export interface StoreImage {
  /** With the vault and its backups in it. */
  readonly folder: string;
  readonly storeFile: string;
  /** 32 bytes. */
  readonly storeKey: Uint8Array;
  readonly keychain: KeychainSnapshot;
  /** Milliseconds since 1970 at which it was left. */
  readonly at: number;
  readonly known: Known;
  /** What an admin signs with. */
  readonly admin: { readonly vaultId: string; readonly staffId: StaffId; readonly privateKey: Uint8Array };
  /** Lines of the recovery sheet. */
  readonly sheet: readonly (readonly string[])[];
  /** Name of the backup that was made and tested. */
  readonly backup: string;
}

/**
 * Lives in `folder`, where the copies will be, because the vault remembers where its backups go; kept in `keptIn`. Neither is there before. Throws
 * where a request is refused that should not be.
 */
export async function buildImage(folder: string, keptIn: string): Promise<StoreImage> {
  for (const name of [VAULT, BACKUPS]) mkdirSync(join(folder, name), { recursive: true });
  const clock = createFakeClock();
  const desk = await createHarness({
    engine: FUZZED_ENGINE,
    clock,
    keychain: new MemoryKeychain(),
    vaultDir: join(folder, VAULT),
    computer: COMPUTER,
  });
  const sheet = await desk.setUp();
  await choosePolicy(desk);
  const residents = await addResidents(desk);
  clock.advance(DAY_MS);
  const work = await workAtCounter(desk, residents.personId);
  const mergeId = await merge(desk, residents.personId, residents.mergedId);
  const importId = await importSheet(desk, folder);
  clock.advance(DAY_MS);
  await giveAndSweep(desk, folder, residents.personId);
  await complyWith(desk, residents.personId);
  const backup = await keepHouse(desk, folder);
  clock.advance(DAY_MS);
  await leaveChangeWaiting(desk);
  const known: Known = {
    ...residents,
    ...work,
    mergeId,
    importId,
    slots: {
      receptionist: await desk.slotOf('receptionist'),
      supervisor: await desk.slotOf('supervisor'),
      admin: await desk.slotOf('admin'),
    },
  };
  await desk.vault.close();
  renameSync(folder, keptIn);
  const vaultDir = join(keptIn, VAULT);
  const { deviceSecrets } = desk.keychain;
  return {
    folder: keptIn,
    storeFile: await storeFileOf(vaultDir, deviceSecrets),
    storeKey: await storeKeyOf(vaultDir, deviceSecrets, 'admin', PINS.admin),
    keychain: desk.keychain.snapshot(),
    at: clock.now(),
    known,
    admin: await signerOfAdmin({ vaultDir, keychain: desk.keychain }),
    sheet,
    backup,
  };
}

async function signerOfAdmin(
  vault: Pick<VaultHarness, 'vaultDir' | 'keychain'>,
): Promise<StoreImage['admin']> {
  const header = await readCurrentHeader(vault);
  const slot = header.slots.find(({ role }) => role === 'admin')!;
  const deviceSecret = vault.keychain.deviceSecrets[header.deviceSecretId]!;
  const { sign } = await openSlot({ header, slot, deviceSecret, pin: PINS.admin });
  return { vaultId: header.vaultId, staffId: slot.staffId, privateKey: sign.privateKey };
}

/** A file that left the house, and a folder that was looked through. */
async function giveAndSweep(desk: VaultHarness, folder: string, personId: PersonId): Promise<void> {
  await desk.switchTo('supervisor');
  const copy = await askForCopy(desk.call.bind(desk), { personId, phone: PLANTED[0].sealed.phone[0].value });
  offerDisclosure(desk, 'own-copy', folder);
  await desk.call('disclosures.ownCopy', { ...copy, pin: PINS.supervisor });
  const swept = join(folder, 'swept');
  mkdirSync(swept);
  writeFileSync(join(swept, 'residents.csv'), csvOf(6, 8));
  desk.vault.offerFile(SWEPT, swept, 'sweep-folder');
  await desk.call('sweep.addFolder', { fileId: SWEPT });
  await desk.call('sweep.begin', { drives: false });
  while ((await desk.call('sweep.read', {})).sweeps[0]?.endedAt === null)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Something of every duty: what features leave behind when each of their routes is visited. */
async function complyWith(desk: VaultHarness, personId: PersonId): Promise<void> {
  await desk.switchTo('supervisor');
  await publish(desk);
  for (const [role, visits] of DUTIES_DONE) {
    await desk.switchTo(role);
    for (const visit of visits) await VISITS[visit](walkAs(desk, role, personId));
  }
  await deleteSomebody(desk, personId);
}

/** A tenant who has left long ago. */
async function deleteSomebody(desk: VaultHarness, residentId: PersonId): Promise<void> {
  const person = draftOf(8, { rooms: [], plates: [] });
  const { personId } = await desk.addPerson(person);
  await moveOut(desk, personId, '2020-01-31');
  await desk.switchTo('admin');
  await desk.call('retention.setRules', { rules: A_YEAR, words: '按公司制度办理', pin: PINS.admin });
  await desk.switchTo('supervisor');
  await desk.call('retention.erase', {
    people: 'due',
    words: '按公司制度办理',
    pin: PINS.supervisor,
    other: await desk.proofOf('admin'),
  });
  // Others whose time is over by now, and somebody whom a paper says to have been deleted, and who is there.
  await moveOut(desk, (await desk.addPerson(draftOf(10, { rooms: [], plates: [] }))).personId, '2020-01-31');
  const { version } = await open(desk, residentId);
  const lease = { kind: 'lease', room: '29-2-1803', from: '2019-01-01', until: '2020-03-31' } as const;
  await desk.addRecord({ personId: residentId, version }, lease);
  const { personId: back } = await desk.addPerson(draftOf(9, { rooms: [], plates: [] }));
  await desk.call('retention.recall', {
    people: [back],
    isAll: true,
    words: '证明 X-0003',
    pin: PINS.supervisor,
  });
}

const DUTIES_DONE = [
  ['admin', ['inventory.change']],
  [
    'supervisor',
    words(
      'computer.check training.finish consent.tell consent.findChildren papers.attach',
      'disposals.destroy requests.verify incidents.addMeasure rectification.takeNotice',
      'rectification.attach forms.finish forms.attach walks.addPlace walks.finish consent.post',
      'retention.hold estateTransfer.order',
    ),
  ],
] as const satisfies readonly (readonly [Role, readonly RouteName[]])[];

/** Names hidden altogether, so that a looser mask of one is seen whoever it is of. */
async function choosePolicy(desk: VaultHarness): Promise<void> {
  await desk.unlock('admin');
  await desk.call('policy.change', {
    masks: { name: 'hidden', phone: 'last-four', email: 'hidden' },
    switchedOn: [...SWITCHED_FIELD_IDS],
    words: 'the screen faces the hall',
    pin: PINS.admin,
  });
  await desk.call('rooms.savePatterns', { patterns: ['T{栋}-{房}'], pin: PINS.admin });
  for (const [name, password] of [
    ['东门停车收费', 'default'],
    ['园区监控', 'shared'],
  ] as const)
    await desk.call('systems.add', {
      system: {
        kind: 'parking',
        name,
        vendor: '无名设备厂',
        contract: 'TC-2025-03',
        contractEnds: '2030-12-31',
        holder: '停车主管',
        holds: '车牌',
        password,
      },
    });
  const { slotId: custodian } = await desk.proofOf('receptionist');
  for (const dueOn of [null, '2030-12-31'])
    await desk.call('papers.takeIn', {
      paper: {
        sort: 'booklet',
        title: '旧登记册',
        pages: 62,
        foundAt: '前台',
        custodian,
        place: '柜',
        dueOn,
      },
    });
}

async function addResidents(desk: VaultHarness): Promise<Pick<Known, 'personId' | 'mergedId' | 'childId'>> {
  await desk.switchTo('supervisor');
  const add = async (person: PersonDraft): Promise<PersonId> => (await desk.addPerson(person)).personId;
  const [personId] = [
    await add(draftOfPlanted(PLANTED[0], SWITCHED_FIELD_IDS)),
    await add(withBirthday(draftOfPlanted(PLANTED[1]))),
    await add(draftOfPlanted(PLANTED[2])),
    await add(draftOfPlanted(PLANTED[3])),
  ];
  const mergedId = await add({ ...draftOfPlanted(PLANTED[0]), plates: ['桂M7K39P', '桂MD67988'] });
  const childId = await add(
    draftOf(2, {
      rooms: [{ text: '29-2-1803', relation: 'family' }],
      plates: [],
      sealed: [
        { field: 'phone', value: phoneOf(22) },
        { field: 'birthday', value: '1897-06-01' },
        { field: 'guardian', value: linkTo(personId) },
      ],
      idType: null,
    }),
  );
  await addRecords(desk, personId);
  await addRecords(desk, mergedId);
  return { personId, mergedId, childId };
}

const withBirthday = (draft: PersonDraft): PersonDraft => ({
  ...draft,
  sealed: [...draft.sealed, { field: 'birthday', value: '1893-04-05' }],
});

async function addRecords(desk: VaultHarness, personId: PersonId): Promise<void> {
  const proof = { pin: PINS.supervisor, why: WHY };
  const span = { from: '2025-01-01', until: null };
  const records = [
    { kind: 'lease', room: '29-2-1803', ...span },
    { kind: 'space', code: 'B1-017', spaceKind: 'owned', ...span },
    {
      kind: 'renovation',
      room: '29-2-1803',
      deposit: 2000,
      sealed: [{ field: 'foreman', value: '邢砚舟 14136508274' }],
    },
    { kind: 'pet', breed: 'poodle', vaccinatedOn: '2025-05-04' },
    { kind: 'notice', purpose: 'service', basis: 'contract', givenOn: '2025-01-02' },
  ] as const;
  for (const record of records)
    await desk.addRecord({ personId, version: (await open(desk, personId)).version }, record as never, proof);
}

const open = (desk: VaultHarness, personId: PersonId): Promise<MaskedPerson> =>
  desk.call('people.open', { personId });

async function workAtCounter(
  desk: VaultHarness,
  personId: PersonId,
): Promise<Pick<Known, 'roomId' | 'roomNote'>> {
  const proof = { pin: PINS.supervisor, why: WHY };
  for (const value of ['kvanrhong.other@post.example', 'kvanrhong.third@post.example'])
    await desk.edit(
      { personId, version: (await open(desk, personId)).version },
      { sealed: [{ field: 'email', ordinal: 0, value }] },
      proof,
    );
  await desk.call('people.confirm', {
    personId,
    version: (await open(desk, personId)).version,
    field: 'phone',
    ordinal: 0,
  });
  const { rooms } = await desk.call('rooms.find', { text: '29-2-1803' });
  const room = await desk.call('rooms.open', { roomId: rooms[0]!.roomId });
  await desk.call('rooms.edit', {
    roomId: room.roomId,
    version: room.version,
    changes: { layout: 'three rooms', status: 'lived-in' },
  });
  const note = { task: 'repair', outcome: 'done', words: '靛青陶罐' } as const;
  await desk.call('notes.add', { personId, roomId: null, ...note });
  const { noteId } = await desk.call('notes.add', { personId: null, roomId: room.roomId, ...note });
  await desk.call('emergency.begin', { personId, words: 'water from above', pin: PINS.supervisor });
  return { roomId: room.roomId, roomNote: noteId };
}

async function merge(desk: VaultHarness, personId: PersonId, otherId: PersonId): Promise<number> {
  const [person, other] = [await open(desk, personId), await open(desk, otherId)];
  await desk.merge(
    { personId, version: person.version },
    { personId: otherId, version: other.version },
    { pin: PINS.supervisor, why: WHY },
    false,
  );
  return (await desk.call('people.merges', { personId })).merges[0]!.mergeId;
}

/** One who is there already, born on another day, and a room, a vehicle and a space of which more is known; and two who come. */
async function importSheet(desk: VaultHarness, folder: string): Promise<number> {
  const idNumber = PLANTED[1].sealed.idNumber[0].value;
  const rows: FixtureCell[][] = [
    ['房号', '业主名称', '身份证号', '手机号', '生日', '车牌号', '品牌', '户型', '车位号', '备注'],
    ['28-1-0602', '欧阳砚秋', idNumber, null, '1893-05-06', '桂A83Q61', '大众', '三房', 'C-9', '甲'],
    ['5-1-101', '李虚一', null, phoneOf(5001), '不详之日', null, null, '两房', null, '乙'],
    ['5-1-102', '李虚二', null, phoneOf(5002), null, '桂A83Q62', '大众', '两房', null, '丙'],
  ];
  const supervisor = await desk.proofOf('supervisor');
  const path = join(folder, 'owners.xlsx');
  writeSheets(path, [{ name: 'owners', rows }], 'xlsx');
  desk.vault.offerFile(BOOK, path);
  const { sheets } = await desk.call('import.open', { fileId: BOOK });
  const { planId } = await desk.call('import.preview', {
    fileId: BOOK,
    // Without the last column: a mapping that somebody chose is remembered.
    sheets: proposedMapping(sheets).map((sheet) => ({ ...sheet, columns: sheet.columns.slice(0, -1) })),
    takesIdNumbers: true,
    supervisor,
  });
  const { importId } = await desk.call('import.apply', applyOf(planId, 'same', supervisor));
  await desk.call('import.cancel', {});
  await keepSaid(desk, path);
  rmSync(path);
  return importId;
}

/** What somebody has answered of another list, which waits to be imported. */
async function keepSaid(desk: VaultHarness, path: string): Promise<void> {
  writeSheets(
    path,
    [
      {
        name: 'later',
        rows: [
          ['房号', '业主名称'],
          ['5-1-105', '李虚五'],
        ],
      },
    ],
    'xlsx',
  );
  desk.vault.offerFile(BOOK, path);
  const { sheets } = await desk.call('import.open', { fileId: BOOK });
  const said = { sheets: proposedMapping(sheets), rest: null, kinds: [], despite: [], rows: [] };
  await desk.call('import.keepAnswers', { fileId: BOOK, said });
  await desk.call('import.cancel', {});
}

/** Returns the name of the backup that it makes. */
async function keepHouse(desk: VaultHarness, folder: string): Promise<string> {
  await desk.lock();
  await desk.codeOf('session.unlock', { slotId: await desk.slotOf('receptionist'), pin: '918273' });
  await desk.unlock('receptionist');
  await desk.switchTo('admin');
  await desk.call('canaries.make', {
    person: { name: '罗秋萍', sex: 'female', phones: [phoneOf(991)], room: null },
    pin: PINS.admin,
    supervisor: await desk.proofOf('supervisor'),
  });
  const staff = driveStaff(desk);
  await staff.add('receptionist', 'Desk Two');
  await staff.remove('Desk Two');
  await desk.call(
    'keys.rotateTierKeys',
    rotationOf(PINS.admin, await desk.proofOf('supervisor'), ['contact']),
  );
  await desk.call('keys.rotateStoreKey', { pin: PINS.admin });
  desk.vault.offerFile(FOLDER, join(folder, BACKUPS), 'folder');
  await desk.call('backup.choose', { folderId: FOLDER, on: false, hour: 3, pin: PINS.admin });
  const { name } = await desk.call('backup.make', {});
  await desk.call('backup.test', { folderId: null, name, pin: PINS.admin });
  // Given up again: the copies would write to the same place, one after another.
  await desk.call('second.choose', { folderId: FOLDER, entries: false, pin: PINS.admin });
  await desk.call('second.stop', { pin: PINS.admin });
  return name;
}

/** A newcomer is in the header, and the store does not take them: as a kill between the two leaves it. */
async function leaveChangeWaiting(desk: VaultHarness): Promise<void> {
  const engine = chooseEngine(FUZZED_ENGINE);
  const vault = { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets };
  await refuseRows(vault, engine, PINS.admin, 'roster_entry');
  const code = await desk.codeOf(
    'staff.add',
    newcomerOf('Desk Five', 'receptionist', NEWCOMER_PINS.receptionist, {
      pin: PINS.admin,
      second: await desk.proofOf('supervisor'),
    }),
  );
  if (code !== 'change-unfinished') throw new Error(`a newcomer behind the switch: ${code}`);
  await desk.vault.close();
  await allowRows(vault, engine, PINS.admin);
  const store = await openStoreOf(vault, engine, PINS.admin);
  const waiting = await store.get(sql`SELECT id FROM pending_change`);
  await store.checkpoint();
  await store.close();
  if (waiting === undefined) throw new Error('no change waits');
  await desk.start();
}
