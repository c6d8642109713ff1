/** Events at the desk of the practice vault, day by day: enough of everything that every page has something to show, some of it overdue. */
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Role } from '../../../contract/fields.ts';
import type { FileId } from '../../../contract/ids.ts';
import type { OtherSystemFacts } from '../../../contract/other-systems/routes.ts';
import { PRACTICE_COMPANY, PRACTICE_PINS, PRACTICE_STAFF } from '../../../contract/practice/lists.ts';
import type { NewRecord } from '../../../contract/records/requests.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { recreateFile } from '../../files/durable-files.ts';
import { rm } from '../../files/move-and-remove.ts';
import { dayOf } from '../clock.ts';
import { utf8 } from '../crypto/bytes.ts';
import {
  type InventedHousehold,
  type InventedPerson,
  inventEstates,
  inventNextEstate,
} from './invent-estate.ts';
import type { PracticeDesk } from './practice-desk.ts';
import { workbookOf } from './write-workbook.ts';

export interface PracticeDay {
  readonly daysAgo: number;
  /** By the clock on the wall, from 0. */
  readonly hour: number;
  readonly role: Role;
  readonly work: (desk: PracticeDesk) => Promise<void>;
}

const DAY_MS = 86_400_000;
/** Of the residents: the same people in every practice vault. */
export const PRACTICE_SEED = 20;
const WORKBOOK = '演练住户.csv';

/** The first is the longest ago. `today`: milliseconds since 1970. The workbook lies beside the vault while it is imported. */
export function daysOf(today: number, vaultDir: string): readonly PracticeDay[] {
  const households = inventEstates({ seed: PRACTICE_SEED, today });
  const cast = castOf(households);
  const day = (daysAgo: number): string => dayOf(today - daysAgo * DAY_MS);
  return [
    { daysAgo: 430, hour: 9, role: 'admin', work: (desk) => registerSystems(desk, day) },
    {
      daysAgo: 429,
      hour: 10,
      role: 'supervisor',
      work: (desk) => importResidents(desk, households, join(dirname(vaultDir), WORKBOOK)),
    },
    {
      daysAgo: 300,
      hour: 9,
      role: 'receptionist',
      work: (desk) => serveCounter(desk, cast.owners.slice(0, 4)),
    },
    { daysAgo: 200, hour: 14, role: 'supervisor', work: (desk) => keepRecords(desk, cast, day) },
    {
      daysAgo: 30,
      hour: 15,
      role: 'receptionist',
      work: (desk) => answerEmergency(desk, cast.owners.slice(4, 8)),
    },
    {
      daysAgo: 2,
      hour: 9,
      role: 'receptionist',
      work: (desk) => serveCounter(desk, cast.owners.slice(8, 12)),
    },
    {
      daysAgo: 1,
      hour: 16,
      role: 'supervisor',
      work: (desk) => checkRecords(desk, cast.owners.slice(12, 14)),
    },
  ];
}

/** The workbook to practise an import with, as text. `today`: milliseconds since 1970. */
export const exerciseOf = (today: number): string =>
  workbookOf(inventNextEstate({ seed: PRACTICE_SEED + 1, today }));

/** Those whom something happens to. */
interface Cast {
  readonly owners: readonly InventedPerson[];
  readonly tenants: readonly InventedPerson[];
}

function castOf(households: readonly InventedHousehold[]): Cast {
  const people = households.flatMap((household) => household.people);
  const isFound = ({ name, idNumber }: InventedPerson): boolean =>
    idNumber !== undefined && /^\p{Script=Han}+$/u.test(name);
  return {
    owners: people.filter((person) => person.relation === 'owner' && isFound(person)),
    tenants: people.filter((person) => person.relation === 'tenant' && isFound(person)),
  };
}

type Day = (daysAgo: number) => string;

async function registerSystems(desk: PracticeDesk, day: Day): Promise<void> {
  await desk.call('company.change', { facts: PRACTICE_COMPANY, pin: PRACTICE_PINS.admin });
  const add = (facts: Partial<OtherSystemFacts> & Pick<OtherSystemFacts, 'kind' | 'name'>) =>
    desk.call('systems.add', {
      system: {
        vendor: '虚构科技',
        contract: 'YL-001',
        contractEnds: null,
        holder: PRACTICE_STAFF.admin,
        holds: '姓名、房号',
        password: 'changed',
        ...facts,
      },
    });
  await add({ kind: 'door', name: '单元门禁', password: 'default' });
  await add({ kind: 'video', name: '监控录像', password: 'shared', contractEnds: day(60) });
  await add({ kind: 'payment', name: '物业费收缴' });
  const { systems } = await add({ kind: 'parking', name: '东门停车收费', contractEnds: day(-200) });
  for (const { systemId, version, kind } of systems)
    if (kind === 'parking' || kind === 'payment')
      await desk.call('systems.check', { systemId, version, password: 'changed' });
}

async function importResidents(
  desk: PracticeDesk,
  households: readonly InventedHousehold[],
  path: string,
): Promise<void> {
  const supervisor = await desk.proofOf('supervisor');
  await recreateFile(path, utf8(workbookOf(households)));
  try {
    const fileId = randomBytes(16).toString('hex') as FileId;
    desk.offerFile(fileId, path);
    const { sheets } = await desk.call('import.open', { fileId });
    const { planId } = await desk.call('import.preview', {
      fileId,
      sheets: sheets.map(({ name, headerRow, place, columns }) => ({
        place,
        sheet: name,
        headerRow: headerRow ?? 1,
        columns: columns.flatMap(({ index, target }) => (target === null ? [] : [{ index, target }])),
      })),
      takesIdNumbers: true,
      supervisor,
    });
    await desk.call('import.apply', {
      planId,
      answers: { rest: 'other', kinds: [], despite: [], rows: [] },
      supervisor,
    });
  } finally {
    await rm(path, { force: true });
  }
}

/** A usual morning: people are looked up, asked who they are, and what was done for them is noted. */
async function serveCounter(desk: PracticeDesk, people: readonly InventedPerson[]): Promise<void> {
  const [first, second, third, fourth] = people;
  const pin = PRACTICE_PINS.receptionist;
  for (const { name } of people) await desk.open(name);
  if (first !== undefined) {
    const personId = await desk.find(first.name);
    await desk.call('people.verify', { personId, kind: 'phone', said: first.phone, pin, reason: 'parcel' });
    await note(desk, first, 'parcel', 'handed-over', '快递两件，已核对手机号。');
  }
  if (second !== undefined) {
    const personId = await desk.find(second.name);
    await desk.call('people.reveal', {
      personId,
      field: 'phone',
      ordinal: 0,
      why: { reason: 'repair' },
      pin,
    });
    await note(desk, second, 'repair', 'passed-on', '厨房下水慢，已转工程部。');
  }
  if (third !== undefined) await note(desk, third, 'fees', 'done', '');
  if (fourth !== undefined)
    await note(desk, fourth, 'door-card', 'not-verified', '说不出登记的手机号，没有发卡。');
}

/** The words of an emergency wait for a supervisor who acknowledges them. */
async function answerEmergency(desk: PracticeDesk, people: readonly InventedPerson[]): Promise<void> {
  const [first] = people;
  await serveCounter(desk, people.slice(1));
  if (first === undefined) return;
  await desk.call('emergency.begin', {
    personId: await desk.find(first.name),
    words: '楼下天花板漏水，敲门没有人应',
    pin: PRACTICE_PINS.receptionist,
  });
  await note(desk, first, 'emergency', 'called', '已通知本人回家关水阀。');
}

/** Tenants who left and leases that are over, work on flats, animals, consents given and withdrawn. */
async function keepRecords(desk: PracticeDesk, { owners, tenants }: Cast, day: Day): Promise<void> {
  for (const [at, tenant] of tenants.slice(0, 12).entries()) {
    if (at % 3 === 0) await moveOut(desk, tenant, day(210 + at));
    else await addLease(desk, tenant, day(380), at % 3 === 1 ? day(15 + at) : day(-90 - at));
  }
  for (const owner of owners.slice(14, 17))
    await addRoomed(desk, owner, (room) => ({
      kind: 'renovation',
      room,
      from: day(205),
      until: day(100),
      deposit: 2000,
    }));
  for (const [at, breed] of ['柴犬', '橘猫', '鹦鹉'].entries())
    await add(desk, owners[17 + at], { kind: 'pet', breed, vaccinatedOn: day(500) });
  for (const [at, owner] of owners.slice(20, 26).entries())
    await add(desk, owner, {
      kind: 'notice',
      purpose: at % 2 === 0 ? 'notices' : 'parking',
      basis: 'consent',
      noticeVersion: '第 1 版',
      givenOn: day(420),
      consentedOn: day(420),
      withdrawnOn: at % 3 === 0 ? day(201) : null,
    });
}

async function checkRecords(desk: PracticeDesk, people: readonly InventedPerson[]): Promise<void> {
  const [first, second] = people;
  const pin = PRACTICE_PINS.supervisor;
  if (first !== undefined)
    await desk.call('people.reveal', {
      personId: await desk.find(first.name),
      field: 'idNumber',
      ordinal: 0,
      why: { reason: 'transfer' },
      pin,
    });
  if (second !== undefined) {
    const { personId, version } = await desk.open(second.name);
    await desk.call('people.confirm', { personId, version, field: 'phone', ordinal: 0 });
  }
}

async function note(
  desk: PracticeDesk,
  { name }: InventedPerson,
  task: RouteRequest<'notes.add'>['task'],
  outcome: RouteRequest<'notes.add'>['outcome'],
  words: string,
): Promise<void> {
  await desk.call('notes.add', { personId: await desk.find(name), roomId: null, task, outcome, words });
}

async function add(desk: PracticeDesk, person: InventedPerson | undefined, record: NewRecord): Promise<void> {
  if (person === undefined) return;
  const { personId, version } = await desk.open(person.name);
  await desk.call('records.add', { personId, version, record });
}

/** In the room where the person lives. */
async function addRoomed(
  desk: PracticeDesk,
  { name }: InventedPerson,
  recordOf: (room: string) => NewRecord,
): Promise<void> {
  const { personId, version, rooms } = await desk.open(name);
  const [room] = rooms;
  if (room !== undefined) await desk.call('records.add', { personId, version, record: recordOf(room.label) });
}

const addLease = (desk: PracticeDesk, tenant: InventedPerson, from: string, until: string): Promise<void> =>
  addRoomed(desk, tenant, (room) => ({ kind: 'lease', room, from, until }));

async function moveOut(desk: PracticeDesk, { name }: InventedPerson, on: string): Promise<void> {
  const { personId, version, records } = await desk.open(name);
  const lived = records.find((record) => record.kind === 'occupancy');
  if (lived !== undefined)
    await desk.call('records.end', { personId, version, kind: 'occupancy', recordId: lived.recordId, on });
}
