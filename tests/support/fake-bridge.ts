/** A bridge in memory, with invented people, for looking at screens in a plain browser and for tests of components. It keeps nothing secret. */
import type { Bridge } from '../../contract/bridge.ts';
import type { BackupWarning } from '../../contract/backup/lists.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import {
  FIELDS,
  type FieldId,
  type RevealableFieldId,
  type Role,
  SWITCHED_FIELD_IDS,
} from '../../contract/fields.ts';
import {
  KEY_DUE_DAYS,
  ROTATED_KEYS,
  type RotatedKey,
  THEFT_STEPS,
  type TheftStep,
} from '../../contract/key-management/lists.ts';
import {
  type MaskPolicy,
  POLICY_SETTINGS,
  type Policy,
  USUAL_MASKS,
  showsMore,
  valueOf,
} from '../../contract/policy/lists.ts';
import { type Result, fail, ok } from '../../contract/result.ts';
import {
  ROUTE_NAMES,
  type RouteName,
  type ShellEventName,
  type VaultEventName,
} from '../../contract/route-names.ts';
import { ROUTES } from '../../contract/routes.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { Scope } from '../../contract/scope/lists.ts';
import type { PickedFor, Settings, ShellEvent, ShellReply } from '../../contract/shell/routes.ts';
import type { Second } from '../../contract/staff/requests.ts';
import type { Alarm } from '../../contract/sign-in/alarms.ts';
import { NOTES_AT_ONCE } from '../../contract/tasks/limits.ts';
import { EMERGENCY_FIELDS, EMERGENCY_MS } from '../../contract/tasks/lists.ts';
import type { PinProblem } from '../../contract/staff/lists.ts';
import type { KeysView, KeyView, TheftView } from '../../contract/key-management/views.ts';
import type {
  FileId,
  EmergencyId,
  NoteId,
  PersonId,
  PlanId,
  RoomId,
  SlotId,
  StaffId,
} from '../../contract/ids.ts';
import type { ImportPlan, ImportRun, PlanRow, WorkbookSheet } from '../../contract/import/views.ts';
import type { PolicyView } from '../../contract/policy/views.ts';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import type { MaskedField, MaskedPerson, RecordView, ReplacedValue } from '../../contract/people/views.ts';
import type { MaskedPersonRow, SearchReply } from '../../contract/search/views.ts';
import type { DeskPerson, SignedIn, VaultStatus } from '../../contract/sign-in/views.ts';
import type { StaffMember, StaffView } from '../../contract/staff/views.ts';
import type { EmergencyEvent, NoteView, OwnEmergency } from '../../contract/tasks/views.ts';
import { type LogEntryView, actionsOfGroup } from '../../contract/log/entries.ts';
import type { LogFilter } from '../../contract/log/routes.ts';
import type { SearchKind } from '../../contract/search/lists.ts';
import { USUAL_SETTINGS } from '../../contract/shell/settings.ts';
import { dayOf } from '../../main/vault/clock.ts';
import { countChoices } from '../../main/vault/policy/count-candidates.ts';
import { inventBackups } from './fake-backups.ts';
import { FAKE_NOTICE } from './fake-consent.ts';
import { fakeFeatures } from './features/fakes.ts';
import {
  type FakeHolder,
  type FakeRoomFacts,
  addFakeRecord,
  changeFakeRecord,
  changeFakeRoom,
  inventRecords,
  inventRoom,
  roomWithPeople,
} from './fake-records.ts';

export interface FakeOptions {
  readonly state?: VaultStatus['state'];
  readonly problem?: ErrorCode;
  readonly settings?: Partial<Settings>;
  readonly people?: number;
  /** Signed in from the start, where the state is unlocked. */
  readonly role?: Role;
  readonly alarms?: readonly Alarm[];
  /** Milliseconds that each answer takes. */
  readonly latency?: number;
  readonly forRealData?: boolean;
  /** The practice vault is open. */
  readonly practice?: ShellReply<'appInfo'>['practice'];
  readonly backupWarning?: BackupWarning;
  /** Every route that is asked, in order, for tests. */
  readonly onAsk?: (route: string, request: unknown) => void;
}

export const FAKE_PINS: Readonly<Record<Role, string>> = {
  receptionist: '402958',
  supervisor: 'harbour-lantern',
  admin: 'walnut-meridian',
};

interface Invented {
  readonly id: number;
  version: number;
  name: string;
  readonly initials: string;
  readonly pinyin: string;
  sex: 'male' | 'female' | 'unknown';
  room: string;
  readonly relation: MaskedPerson['rooms'][number]['relation'];
  values: Map<FieldId, string[]>;
  records: RecordView[] | null;
  confirmed: Map<string, number>;
  replaced: ReplacedValue[];
}

const SURNAMES = [
  ['张', 'zhang'],
  ['李', 'li'],
  ['王', 'wang'],
  ['韦', 'wei'],
  ['覃', 'qin'],
  ['欧阳', 'ouyang'],
  ['吕', 'lv'],
  ['单', 'shan'],
] as const;
const GIVEN = [
  ['拾叁', 'shisan'],
  ['柒', 'qi'],
  ['廿一', 'nianyi'],
  ['叁叁', 'sansan'],
  ['零', 'ling'],
] as const;
const RELATIONS = ['owner', 'owner', 'family', 'tenant', 'co-owner'] as const;

/** Invented and impossible: numbers in unassigned blocks, births in the 1890s. */
function invent(count: number): Invented[] {
  return Array.from({ length: count }, (_, index) => {
    const [surname, surnamePinyin] = SURNAMES[index % SURNAMES.length]!;
    const [given, givenPinyin] = GIVEN[Math.floor(index / 3) % GIVEN.length]!;
    const phone = `141${String((index * 7_919_317) % 100_000_000).padStart(8, '0')}`;
    const values = new Map<FieldId, string[]>([
      ['name', [surname + given]],
      ['sex', [index % 2 === 0 ? 'male' : 'female']],
      ['phone', index % 4 === 0 ? [phone, `1410${phone.slice(4)}`] : [phone]],
      ['idNumber', [`45120018930${1 + (index % 9)}1${index % 9}00${index % 9}X`]],
      ['birthday', [`1893-0${1 + (index % 9)}-1${index % 9}`]],
    ]);
    if (index % 3 === 0) values.set('plate', [`桂M${String(10_000 + index)}`]);
    if (index % 5 === 0)
      values
        .set('address', ['广西壮族自治区无名市虚构路 0 号'])
        .set('emergency', [`${surname}零 14100000000`])
        .set('remark', ['门铃坏了，请先打电话。']);
    return {
      id: index + 1,
      version: 1,
      name: surname + given,
      pinyin: surnamePinyin + givenPinyin,
      initials: surnamePinyin[0]! + givenPinyin[0]!,
      sex: index % 2 === 0 ? 'male' : 'female',
      room: `${1 + (index % 6)}栋${1 + (index % 3)}单元${1 + (index % 28)}0${1 + (index % 4)}`,
      relation: RELATIONS[index % 5]!,
      values,
      records: null,
      confirmed: new Map(),
      replaced: [],
    };
  });
}

const maskName = (name: string) =>
  name.startsWith('欧阳') ? '欧阳**' : `${[...name][0]}${'*'.repeat(Math.min(2, [...name].length - 1))}`;
const maskPhone = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(7)}`;

function maskOf(field: FieldId, value: string): string {
  switch (FIELDS[field].mask) {
    case 'none':
      return value;
    case 'name':
      return maskName(value);
    case 'phone':
      return maskPhone(value);
    case 'id-number':
      return `${value[0]}${'*'.repeat(value.length - 2)}${value.at(-1)}`;
    case 'birthday':
      return `${value.slice(0, 4)}-**-**`;
    case 'plate':
      return `${value.slice(0, 2)}***${value.slice(-2)}`;
    case 'address':
      return '广西壮族自治区无名市***';
    case 'contact-person':
      return `${[...value][0]}* 141****0000`;
    case 'bank-card':
      return `**** ${value.slice(-4)}`;
    case 'hidden':
      return '******';
    default:
      return `${value[0]}***`;
  }
}

const slot = (n: number) => String(n).padStart(16, '0') as SlotId;
/** Entries of a narrowed log that one question looks through: fewer than it has, so that the page has to ask on. */
const FAKE_SCANNED = 150;
/** Each person by the number of their slot. */
const staffIdOf = (slotId: SlotId): StaffId => `a${slotId.slice(1)}` as StaffId;
const PICKED_NAMES: Readonly<Record<PickedFor['use'], string>> = {
  workbook: '业主台账 2025.xlsx',
  rejects: '没有收的行.xlsx',
  folder: '备份盘',
  'sweep-folder': '旧电脑',
  attachment: '整改后.jpg',
  'log-export': '操作记录.jsonl',
  pdf: '泄露追查材料.pdf',
  disclosure: 'own-copy.pdf',
};
const hex32 = (n: number) => String(n).padStart(32, '0');

const FAKE_FINGERPRINT = '3f91 c07a 5be2 d418 90aa 6c3d 17f4 e2b0';
/** A sheet as it is typed, a line each. */
export const FAKE_SHEET = [
  '0123456789ABCDEFG',
  '1123456789ABCDEFG',
  '2123456789ABCDEFG',
  '3123456789ABCDEFG',
] as const;

const fakeSheet = (): RecoverySheetView => ({
  lines: Array.from({ length: 4 }, (_, line) =>
    Array.from({ length: 4 }, (__, group) =>
      '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.slice(line * 5 + group, line * 5 + group + 4),
    ),
  ),
  fingerprint: FAKE_FINGERPRINT,
  ask: [
    { line: 1, group: 2 },
    { line: 3, group: 0 },
  ],
});

function judge({ role, pin }: { readonly role: Role; readonly pin: string }): PinProblem[] {
  if (pin.length < (role === 'receptionist' ? 6 : 8)) return ['too-short'];
  if (/^(\d)\1+$/.test(pin)) return ['repeat'];
  return '0123456789'.includes(pin) ? ['run'] : [];
}

/** Makes a bridge; what it holds lives as long as the page. */
export function createFakeBridge(options: FakeOptions = {}): Bridge & { readonly say: Says } {
  const people = invent(options.people ?? 400);
  const backups = inventBackups();
  const desk: DeskPerson[] = [
    { slotId: slot(1), displayName: '韦晓棠', role: 'receptionist', waitSeconds: 0, closed: false },
    { slotId: slot(2), displayName: '覃 主管', role: 'supervisor', waitSeconds: 0, closed: false },
    { slotId: slot(3), displayName: 'Lu Admin', role: 'admin', waitSeconds: 0, closed: false },
  ];
  const signIn = (role: Role): SignedIn => {
    const person = desk.find((one) => one.role === role)!;
    return {
      staffId: staffIdOf(person.slotId),
      slotId: person.slotId,
      displayName: person.displayName,
      role,
      since: Date.now(),
      until: Date.now() + 43_200_000,
      switchedOn: [],
    };
  };
  let state = options.state ?? 'locked';
  let signedIn: SignedIn | null = state === 'unlocked' ? signIn(options.role ?? 'receptionist') : null;
  let alarms: Alarm[] = [...(options.alarms ?? [])];
  let settings: Settings = { ...USUAL_SETTINGS, ...options.settings };
  let estateName = '云栖花园';
  let wrong = 0;
  let cancelled = false;
  const tries = new Map<number, number>();
  const listeners = new Map<string, Set<(event: never) => void>>();
  const emit = (name: string, event: unknown) =>
    listeners.get(name)?.forEach((listener) => (listener as (event: unknown) => void)(event));
  const log: LogEntryView[] = inventLog(240);
  const imports: ImportRun[] = inventImports();
  const notes: { readonly personId: PersonId | null; readonly words: string; readonly note: NoteView }[] = [];
  const emergency: EmergencyEvent[] = [];
  const ownEmergency = (): OwnEmergency => {
    const running = emergency.find((one) => one.ended === null);
    return {
      running:
        running === undefined
          ? null
          : { since: running.at, until: running.at + EMERGENCY_MS, records: running.records },
      waiting: emergency.some((one) => one.ended !== null && one.seen === null),
    };
  };
  let policy: Policy = { masks: { ...USUAL_MASKS, phone: 'last-four' }, switchedOn: [] };
  const policyHistory: PolicyView['history'][number][] = [
    {
      id: 1,
      at: Date.now() - 86_400_000,
      staffName: 'Lu Admin',
      cosignerName: null,
      setting: 'mask.phone',
      was: 'usual',
      became: 'last-four',
      words: '柜台屏幕朝外',
      remasked: 1208,
    },
  ];
  const describePolicy = (): PolicyView => ({
    masks: { ...policy.masks },
    switchedOn: [...policy.switchedOn],
    choices: countChoices(Date.now()),
    alike: { least: 1, most: 1840 },
    switches: [...SWITCHED_FIELD_IDS],
    history: [...policyHistory],
  });

  const note = (action: LogEntryView['action'], rest: Partial<LogEntryView> = {}) =>
    log.unshift({
      seq: log.length + 1,
      time: Date.now(),
      staffName: signedIn?.displayName ?? '',
      cosignerName: null,
      action,
      personId: null,
      personMask: null,
      field: null,
      reason: null,
      ticket: null,
      outcome: 'done',
      signed: false,
      detail: null,
      ...rest,
    } as LogEntryView);
  /** As the vault narrows the log; entries here know their people by name. */
  const fits = (entry: LogEntryView, { from, to, staffId, group, outcome, personId }: LogFilter): boolean => {
    const day = dayOf(entry.time);
    const name = desk.find(({ slotId }) => staffIdOf(slotId) === staffId)?.displayName;
    const actions: readonly string[] | undefined = group === undefined ? undefined : actionsOfGroup(group);
    return (
      (from === undefined || day >= from) &&
      (to === undefined || day <= to) &&
      (staffId === undefined || entry.staffName === name || entry.cosignerName === name) &&
      (actions === undefined || actions.includes(entry.action)) &&
      (outcome === undefined || entry.outcome === outcome) &&
      (personId === undefined || entry.personId === personId)
    );
  };
  const status = (): VaultStatus => ({
    state,
    problem: state === 'refused' ? (options.problem ?? 'keychain-locked') : null,
    estateName: state === 'no-vault' ? null : estateName,
    people: state === 'no-vault' ? [] : desk,
    signedIn,
    readOnly: false,
  });
  const after = async <T>(
    route: string,
    request: unknown,
    answer: () => Result<T> | Promise<Result<T>>,
  ): Promise<Result<T>> => {
    options.onAsk?.(route, request);
    await new Promise((resolve) => {
      setTimeout(resolve, options.latency ?? 0);
    });
    return answer();
  };
  const roleOf = (slotId: SlotId) => desk.find((one) => one.slotId === slotId)?.role;
  const ownPin = (pin: string) => signedIn !== null && pin === FAKE_PINS[signedIn.role];
  const isSupervisor = (proof: { slotId: SlotId; pin: string } | undefined) =>
    proof !== undefined && roleOf(proof.slotId) === 'supervisor' && proof.pin === FAKE_PINS.supervisor;
  const scopes = new Map<StaffId, Scope>();
  /** A change of staff, with the proofs that it takes. */
  const staffChange = (
    request: { readonly pin: string; readonly second?: Second | undefined },
    work: () => void,
  ): Result<StaffView> => {
    const { second } = request;
    if (second !== undefined && 'sheet' in second && second.sheet.length < 60)
      return fail('sheet-mismatch', { line: 1 });
    const secondRight =
      second === undefined || 'sheet' in second || second.pin === FAKE_PINS[roleOf(second.slotId) ?? 'admin'];
    if (!ownPin(request.pin) || !secondRight)
      return second === undefined ? wrongPin() : fail('wrong-pin-either');
    work();
    return ok(describeStaff());
  };
  const changeDeskPerson = (staffId: StaffId, changes: Partial<DeskPerson>): void => {
    const at = desk.findIndex(({ slotId }) => staffIdOf(slotId) === staffId);
    desk[at] = { ...desk[at]!, ...changes };
  };
  const residentOf = new Map<StaffId, NonNullable<StaffMember['resident']>>();
  const describeStaff = (): StaffView => ({
    members: desk.map(({ slotId, displayName, role, waitSeconds, closed }, index): StaffMember => ({
      staffId: staffIdOf(slotId),
      slotId,
      displayName,
      role,
      since: Date.UTC(2026, 1, 3),
      lastSignInAt: index === 0 ? Date.UTC(2026, 2, 1) : Date.now(),
      waitSeconds,
      closed,
      twoRoles: false,
      dormant: index === 0,
      suspended: false,
      resident: residentOf.get(staffIdOf(slotId)) ?? null,
      root: role !== 'receptionist' && index < 3,
      scope: [...(scopes.get(staffIdOf(slotId)) ?? [])],
      last: role !== 'receptionist' && desk.filter((one) => one.role === role).length === 1,
    })),
  });
  const wrongPin = () => fail('wrong-pin', { freeTries: 4, waitSeconds: 0 });

  const accessOf = (field: FieldId): MaskedField['access'] => {
    const { tier } = FIELDS[field];
    if (tier === 'open') return 'shown';
    if (tier === 'masked') return 'own-pin';
    return signedIn?.role === 'supervisor' || (tier === 'contact' && signedIn?.role === 'receptionist')
      ? 'own-pin'
      : 'co-sign';
  };
  const fieldFor =
    (person: Invented) =>
    (field: FieldId, ordinal: number, mask: string): MaskedField => ({
      field,
      ordinal,
      tier: FIELDS[field].tier,
      mask,
      valid: true,
      access: accessOf(field),
      verifiedAt: person.confirmed.get(`${field} ${ordinal}`) ?? null,
      note: null,
    });
  const holderOf = (person: Invented): FakeHolder => ({
    id: person.id,
    nameMask: maskName(person.name),
    phoneMask: person.values.has('phone') ? maskPhone(person.values.get('phone')![0] ?? '') : null,
    roomLabel: person.room.replace('栋', '栋 ').replace('单元', '单元 '),
    relation: person.relation,
    plates: person.values.get('plate') ?? [],
  });
  const recordsOf = (person: Invented): RecordView[] =>
    (person.records ??= inventRecords(holderOf(person), fieldFor(person)));
  const rooms = new Map<number, FakeRoomFacts>();
  const roomOf = (id: number): FakeRoomFacts | undefined => {
    const person = find(id);
    if (person !== undefined && person.room !== '' && !rooms.has(id))
      rooms.set(id, inventRoom(id, holderOf(person).roomLabel));
    return rooms.get(id);
  };
  const roomView = (facts: FakeRoomFacts) =>
    roomWithPeople(
      facts,
      people
        .filter((person) => person.id <= facts.roomId && person.id >= facts.roomId - 1)
        .map((person) => ({ ...holderOf(person), records: recordsOf(person) })),
    );
  /** A change of somebody's records, where it is allowed. */
  const change = (
    request: { personId: PersonId; version: number; proof?: { pin: string } | undefined },
    work: (person: Invented) => void,
  ): Result<MaskedPerson> => {
    const person = find(request.personId);
    if (person === undefined) return fail('not-found');
    if (request.version !== person.version) return fail('changed-meanwhile');
    if (request.proof !== undefined && !ownPin(request.proof.pin)) return wrongPin();
    work(person);
    person.version += 1;
    return ok(view(person));
  };
  const view = (person: Invented): MaskedPerson => ({
    personId: person.id as PersonId,
    version: person.version,
    kind: 'person',
    nameMask: maskName(person.name),
    sex: person.sex,
    idType: 'resident-id',
    rooms:
      person.room === ''
        ? []
        : [
            {
              roomId: person.id as RoomId,
              label: person.room.replace('栋', '栋 ').replace('单元', '单元 '),
              relation: person.relation,
            },
          ],
    fields: [...person.values].flatMap(([field, values]) =>
      values.map((value, ordinal): MaskedField => ({
        field,
        ordinal,
        tier: FIELDS[field].tier,
        mask: maskOf(field, value),
        valid: !(field === 'phone' && ordinal === 1),
        access: accessOf(field),
        verifiedAt: person.confirmed.get(`${field} ${ordinal}`) ?? null,
        note: null,
      })),
    ),
    records: recordsOf(person),
    updatedAt: Date.UTC(2026, 9, 14),
    verifyTriesLeft: 3 - (tries.get(person.id) ?? 0),
    hasPinyin: false,
  });
  const find = (id: number) => people.find((one) => one.id === id);

  /** Steps that are left of a ceremony after a theft; null while none is under way. */
  let theft: TheftStep[] | null = null;
  const theftHistory: KeysView['theft']['history'] = [];
  const shutOut = new Set<string>();
  const renewed = new Set<string>();
  const rotations: { readonly key: RotatedKey; readonly one: KeyView['history'][number] }[] = [];
  let patterns: readonly string[] = ['T{栋}-{房}'];
  const merges: { readonly mergeId: number; readonly before: Invented; readonly other: Invented }[] = [];
  const vault: Bridge['vault'] = {
    'vault.status': (request) => after('vault.status', request, () => ok(status())),
    'setup.checkPin': (request) => after('setup.checkPin', request, () => ok({ problems: judge(request) })),
    'setup.begin': (request) =>
      after('setup.begin', request, () => {
        ({ estateName } = request);
        return ok(fakeSheet());
      }),
    'setup.finish': (request) =>
      after('setup.finish', request, () => {
        if (request.answers[0] === '' || request.answers[0] !== '789A') return fail('sheet-mismatch');
        state = 'locked';
        return ok(status());
      }),
    'setup.cancel': (request) => after('setup.cancel', request, () => ok({})),
    'recovery.look': (request) =>
      after('recovery.look', request, () =>
        ok({
          bySheet: !['keychain-locked', 'keychain-no-service', 'keychain-no-bus'].includes(
            options.problem ?? '',
          ),
          previousHeader: options.problem === 'header-damaged',
        }),
      ),
    'recovery.checkLine': (request) =>
      after('recovery.checkLine', request, () =>
        ok({ right: request.text === FAKE_SHEET[request.line - 1] }),
      ),
    'recovery.begin': (request) =>
      after('recovery.begin', request, () => {
        const wrongLine = request.sheet.split('\n').findIndex((line, index) => line !== FAKE_SHEET[index]);
        if (wrongLine >= 0) return fail('sheet-slip', { line: wrongLine + 1 });
        return ok({
          estateName,
          fingerprint: FAKE_FINGERPRINT,
          knownHere: state === 'locked',
          people: desk.map(({ displayName, role }, index) => ({
            staffId: String(index).padStart(16, '0') as StaffId,
            displayName,
            role,
          })),
        });
      }),
    'recovery.checkPin': (request) =>
      after('recovery.checkPin', request, () => ok({ problems: judge(request) })),
    'recovery.prepare': (request) => after('recovery.prepare', request, () => ok(fakeSheet())),
    'recovery.finish': (request) =>
      after('recovery.finish', request, () => {
        if (request.answers[0] !== '789A') return fail('sheet-mismatch');
        state = 'locked';
        return ok({ status: status(), keptAs: 'kept-20260131-030000' });
      }),
    'recovery.cancel': (request) => after('recovery.cancel', request, () => ok({})),
    'recovery.findBackups': (request) =>
      after('recovery.findBackups', request, () =>
        ok({
          folder: '/media/backup',
          backups: [{ name: 'RV-20260130-120000', createdAt: Date.UTC(2026, 0, 30, 12), estateName }],
        }),
      ),
    'recovery.stageBackup': ({ folderId: _folder, name: _name, ...request }) =>
      vault['recovery.begin'](request),
    'recovery.usePreviousHeader': (request) =>
      after('recovery.usePreviousHeader', request, () => {
        state = 'locked';
        return ok(status());
      }),
    'session.unlock': (request) =>
      after('session.unlock', request, () => {
        const role = roleOf(request.slotId);
        if (role === undefined) return fail('unknown-slot');
        if (request.pin !== FAKE_PINS[role]) {
          wrong += 1;
          return wrong > 5
            ? fail('must-wait', { waitSeconds: 60 })
            : fail('wrong-pin', { freeTries: 5 - wrong, waitSeconds: wrong === 5 ? 60 : 0 });
        }
        state = 'unlocked';
        signedIn = signIn(role);
        note('sign-in');
        const wrongTries = wrong;
        wrong = 0;
        startIdle();
        return ok({ signedIn, wrongTries, alarms });
      }),
    'session.alarms': (request) => after('session.alarms', request, () => ok({ alarms })),
    'session.acknowledge': (request) =>
      after('session.acknowledge', request, () => {
        if (!ownPin(request.pin)) return wrongPin();
        alarms = [];
        return ok({});
      }),
    'people.search': (request) =>
      after('people.search', request, () => ok(searchIn(people, request.text, request.only))),
    'people.searchNext': (request) => after('people.searchNext', request, () => fail('not-found')),
    'people.findById': (request) =>
      after('people.findById', request, () => {
        if (!isSupervisor(request.supervisor)) return wrongPin();
        const found = people.find((person) => person.values.get('idNumber')?.includes(request.idNumber));
        note('search-id', { detail: { found: found === undefined ? 0 : 1 } });
        return ok({
          rows:
            found === undefined
              ? []
              : searchIn([found], found.name)
                  .groups.flatMap(({ rows }) => rows)
                  .slice(0, 1)
                  .map((row) => ({ ...row, matched: { name: [], room: [], phone: [], plate: [] } })),
        });
      }),
    'people.open': (request) =>
      after('people.open', request, () => {
        const person = find(request.personId);
        return person === undefined ? fail('not-found') : ok(view(person));
      }),
    'people.copy': (request) => after('people.copy', request, () => ok({})),
    'people.reveal': (request) =>
      after('people.reveal', request, () => {
        const person = find(request.personId);
        const value =
          request.field === 'note'
            ? notes.find((one) => one.personId === request.personId && one.note.ordinal === request.ordinal)
                ?.words
            : person?.values.get(request.field)?.[request.ordinal];
        if (value === undefined) return fail('nothing-sealed');
        const coSign = accessOf(request.field) === 'co-sign';
        if (coSign && request.cosigner === undefined) return fail('needs-supervisor');
        if (!ownPin(request.pin) || (coSign && !isSupervisor(request.cosigner)))
          return coSign ? fail('wrong-pin-either') : wrongPin();
        note('reveal', {
          personId: request.personId,
          personMask: maskName(person!.name),
          field: request.field,
          reason: request.why.reason,
        });
        return ok({ field: request.field, ordinal: request.ordinal, value, seconds: 20 });
      }),
    'people.openFull': (request) =>
      after('people.openFull', request, () => {
        const person = find(request.personId);
        if (person === undefined) return fail('not-found');
        if (!isSupervisor(request.supervisor)) return wrongPin();
        return ok({
          fields: [...person.values]
            .filter(
              (entry): entry is [RevealableFieldId, string[]] =>
                entry[0] !== 'sex' && (request.extract?.fields.some((field) => field === entry[0]) ?? true),
            )
            .flatMap(([field, values]) =>
              values.map((value, ordinal) => ({ field, ordinal, value, seconds: 60 })),
            ),
        });
      }),
    'people.verify': (request) =>
      after('people.verify', request, () => {
        const person = find(request.personId);
        if (person === undefined) return fail('not-found');
        if (!ownPin(request.pin)) return wrongPin();
        const used = tries.get(person.id) ?? 0;
        if (used >= 3) return fail('verify-closed', { waitSeconds: 900 });
        const phones = person.values.get('phone') ?? [];
        const expected = {
          name: [person.name],
          phone: phones,
          'phone-hidden': phones.map((phone) => phone.slice(3, 7)),
          'id-number': person.values.get('idNumber') ?? [],
        }[request.kind];
        const match = expected.includes(request.said);
        if (!match) tries.set(person.id, used + 1);
        return ok({ match, triesLeft: 3 - (tries.get(person.id) ?? 0) });
      }),
    'people.add': (request) =>
      after('people.add', request, () => {
        if (!ownPin(request.pin)) return wrongPin();
        const values = new Map<FieldId, string[]>([
          ['name', [request.person.name]],
          ['sex', [request.person.sex]],
        ]);
        for (const { field, value } of request.person.sealed)
          values.set(field, [...(values.get(field) ?? []), value]);
        if (request.person.plates.length > 0) values.set('plate', [...request.person.plates]);
        const person: Invented = {
          id: people.length + 1,
          version: 1,
          name: request.person.name,
          initials: '',
          pinyin: '',
          sex: request.person.sex,
          room: request.person.rooms[0]?.text ?? '',
          relation: request.person.rooms[0]?.relation ?? 'owner',
          values,
          records: null,
          confirmed: new Map(),
          replaced: [],
        };
        people.push(person);
        return ok(view(person));
      }),
    'people.edit': (request) =>
      after('people.edit', request, () => {
        const person = find(request.personId);
        if (person === undefined) return fail('not-found');
        if (request.version !== person.version) return fail('changed-meanwhile');
        if (request.proof !== undefined && !ownPin(request.proof.pin)) return wrongPin();
        for (const { field, ordinal, value } of request.changes.sealed ?? []) {
          const values = [...(person.values.get(field) ?? [])];
          const old = values[ordinal];
          if (old !== undefined)
            person.replaced.unshift({
              valueId: person.id * 100 + person.replaced.length + 1,
              field,
              ordinal,
              mask: maskOf(field, old),
              replacedAt: Date.now(),
              until: Date.now() + 2_592_000_000,
            });
          if (value === null) values.splice(ordinal, 1);
          else values[ordinal] = value;
          person.values.set(field, values);
        }
        person.name = request.changes.name ?? person.name;
        person.values.set('name', [person.name]);
        person.sex = request.changes.sex ?? person.sex;
        person.room = request.changes.rooms?.[0]?.text ?? person.room;
        person.version += 1;
        return ok(view(person));
      }),
    'rooms.patterns': (request) => after('rooms.patterns', request, () => ok({ patterns: [...patterns] })),
    'rooms.tryPatterns': (request) =>
      after('rooms.tryPatterns', request, () =>
        ok({
          problems: request.patterns.map((pattern) =>
            pattern.includes('{房') ? null : ('no-room' as const),
          ),
          readings: request.examples.map((text) => ({
            text,
            usual: text,
            now: text.replace(/^T(\d+)-/, '$1栋'),
          })),
          conflicts: request.patterns.includes('T{栋}-{房}')
            ? [{ text: 'T3-1801', usual: 'T3栋1801', now: '3栋1801' }]
            : [],
          rooms: {
            looked: 402,
            moved: request.patterns.length === 0 ? 0 : 38,
            kept: 0,
            samples: request.patterns.length === 0 ? [] : [{ before: 'T3栋1801', after: '3栋1801' }],
          },
        }),
      ),
    'rooms.savePatterns': (request) =>
      after('rooms.savePatterns', request, () => {
        if (!ownPin(request.pin)) return wrongPin();
        patterns = request.patterns;
        return ok({ moved: 38, kept: 0 });
      }),
    'people.confirm': (request) =>
      after('people.confirm', request, () =>
        change(request, (person) => person.confirmed.set(`${request.field} ${request.ordinal}`, Date.now())),
      ),
    'people.replaced': (request) =>
      after('people.replaced', request, () => {
        const person = find(request.personId);
        return person === undefined ? fail('not-found') : ok({ values: person.replaced });
      }),
    'people.restore': (request) =>
      after('people.restore', request, () =>
        ownPin(request.pin)
          ? change(request, (person) => {
              person.replaced = person.replaced.filter((value) => value.valueId !== request.valueId);
            })
          : wrongPin(),
      ),
    'people.merge': (request) =>
      after('people.merge', request, () => {
        const other = find(request.other.personId);
        if (!ownPin(request.pin)) return wrongPin();
        if (other === undefined) return fail('not-found');
        if (other.version !== request.other.version) return fail('changed-meanwhile');
        if (
          !request.idsMayDiffer &&
          other.values.get('idNumber')?.[0] !== find(request.personId)?.values.get('idNumber')?.[0]
        )
          return fail('ids-differ');
        return change(request, (person) => {
          merges.push({ mergeId: merges.length + 1, before: structuredClone(person), other });
          person.records = [...recordsOf(person), ...recordsOf(other)];
          for (const field of ['phone', 'email', 'address'] as const)
            person.values.set(field, [
              ...new Set([...(person.values.get(field) ?? []), ...(other.values.get(field) ?? [])]),
            ]);
          people.splice(people.indexOf(other), 1);
        });
      }),
    'people.merges': (request) =>
      after('people.merges', request, () =>
        ok({
          merges: merges
            .filter(({ before }) => before.id === request.personId)
            .map(({ mergeId, other }) => ({
              mergeId,
              at: Date.now(),
              until: Date.now() + 30 * 86_400_000,
              staffName: '覃 主管',
              otherMask: maskName(other.name),
              edited: [{ what: 'vehicle' as const, words: '桂M***45' }],
              editedCount: 1,
            })),
        }),
      ),
    'people.undoMerge': (request) =>
      after('people.undoMerge', request, () => {
        const merge = merges.find(
          ({ mergeId, before }) => mergeId === request.mergeId && before.id === request.personId,
        );
        if (!ownPin(request.pin)) return wrongPin();
        if (merge === undefined) return fail('not-found');
        merges.splice(merges.indexOf(merge), 1);
        people.push(merge.other);
        const changed = change(request, (person) =>
          Object.assign(person, merge.before, { version: person.version }),
        );
        return changed.ok ? ok({ person: changed.value, otherId: merge.other.id as PersonId }) : changed;
      }),
    'consent.tell': ({ pin, ...request }) =>
      after('consent.tell', request, () => {
        if (!ownPin(pin)) return wrongPin();
        const recordIds: number[] = [];
        const changed = change(request, (person) => {
          for (const purpose of request.purposes) {
            const before = new Set(recordsOf(person).map(({ recordId }) => recordId));
            const record = {
              kind: 'notice' as const,
              purpose,
              basis: request.agreed ? ('consent' as const) : ('contract' as const),
              noticeVersion: FAKE_NOTICE,
              givenOn: '2026-05-16',
              consentedOn: request.agreed ? '2026-05-16' : null,
              way: request.way,
              consenter: request.consenter,
            };
            person.records = addFakeRecord(recordsOf(person), record, holderOf(person), fieldFor(person));
            recordIds.push(
              ...recordsOf(person).flatMap(({ recordId }) => (before.has(recordId) ? [] : [recordId])),
            );
          }
        });
        return changed.ok ? ok({ person: changed.value, recordIds }) : changed;
      }),
    'consent.takeBack': (request) =>
      after('consent.takeBack', request, () =>
        change(request, (person) => {
          person.records = recordsOf(person).filter(
            ({ kind, recordId }) => kind !== 'notice' || !request.recordIds.includes(recordId),
          );
        }),
      ),
    'consent.withdraw': ({ pin, ...request }) =>
      after('consent.withdraw', request, () => {
        if (!ownPin(pin)) return wrongPin();
        return change(request, (person) => {
          for (const record of recordsOf(person))
            if (record.kind === 'notice' && request.purposes.includes(record.purpose))
              person.records = changeFakeRecord(
                recordsOf(person),
                record.recordId,
                { kind: 'notice', withdrawnOn: request.on, follows: request.follows },
                fieldFor(person),
              );
        });
      }),
    'records.add': (request) =>
      after('records.add', request, () =>
        change(request, (person) => {
          person.records = addFakeRecord(
            recordsOf(person),
            request.record,
            holderOf(person),
            fieldFor(person),
          );
        }),
      ),
    'records.edit': (request) =>
      after('records.edit', request, () =>
        change(request, (person) => {
          person.records = changeFakeRecord(
            recordsOf(person),
            request.recordId,
            request.changes,
            fieldFor(person),
          );
        }),
      ),
    'records.end': (request) =>
      after('records.end', request, () =>
        change(request, (person) => {
          const ends =
            request.kind === 'notice'
              ? { kind: request.kind, withdrawnOn: request.on }
              : { kind: request.kind, until: request.on };
          person.records = changeFakeRecord(recordsOf(person), request.recordId, ends, fieldFor(person));
        }),
      ),
    'records.remove': (request) =>
      after('records.remove', request, () =>
        change(request, (person) => {
          person.records = recordsOf(person).filter(
            (record) => record.kind !== request.kind || record.recordId !== request.recordId,
          );
        }),
      ),
    'rooms.find': (request) =>
      after('rooms.find', request, () => {
        const found = people.filter(
          (person) => request.text.trim() !== '' && person.room.includes(request.text.trim()),
        );
        return ok({
          rooms: found.slice(0, 20).map((person) => ({
            roomId: person.id as RoomId,
            label: holderOf(person).roomLabel,
            status: roomOf(person.id)?.status ?? null,
            livedIn: true,
          })),
          more: found.length > 20,
        });
      }),
    'rooms.open': (request) =>
      after('rooms.open', request, () => {
        const facts = roomOf(request.roomId);
        return facts === undefined ? fail('not-found') : ok(roomView(facts));
      }),
    'rooms.add': (request) =>
      after('rooms.add', request, () => {
        const facts = { ...inventRoom(100_000 + rooms.size, request.text), status: null, statusText: null };
        rooms.set(facts.roomId, facts);
        return ok(roomView(facts));
      }),
    'rooms.edit': (request) =>
      after('rooms.edit', request, () => {
        const facts = roomOf(request.roomId);
        if (facts === undefined) return fail('not-found');
        if (facts.version !== request.version) return fail('changed-meanwhile');
        rooms.set(request.roomId, changeFakeRoom(facts, request.changes));
        return ok(roomView(roomOf(request.roomId)!));
      }),
    'import.open': (request) =>
      after('import.open', request, () =>
        ok({ fileName: '业主台账 2025.xlsx', sheets: [inventSheet(true), NO_SHEET] }),
      ),
    'import.sheet': (request) =>
      after('import.sheet', request, () =>
        ok({
          ...(request.headerRow === 0 ? NAMELESS : inventSheet(false)),
          name: request.sheet,
          headerRow: request.headerRow,
        }),
      ),
    'import.forgetLayout': (request) => after('import.forgetLayout', request, () => ok(inventSheet(false))),
    'import.saveRejects': (request) =>
      after('import.saveRejects', request, () =>
        isSupervisor(request.supervisor) ? ok({ rows: 12 }) : wrongPin(),
      ),
    'import.dispose': (request) =>
      after('import.dispose', request, () => ok({ otherNames: false, disposalId: 1 })),
    'import.preview': (request) =>
      after('import.preview', request, () =>
        isSupervisor(request.supervisor) ? ok(inventPlan()) : wrongPin(),
      ),
    'import.apply': (request) =>
      after('import.apply', request, async () => {
        if (!isSupervisor(request.supervisor)) return wrongPin();
        cancelled = false;
        for (let done = 0; done <= 418; done += 38) {
          emit('import.progress', {
            phase: done < 380 ? 'writing' : 'finishing',
            done,
            total: 418,
            secondsLeft: Math.ceil((418 - done) / 38),
          });
          await new Promise((resolve) => {
            setTimeout(resolve, 120);
          });
          if (cancelled) return fail('cancelled');
        }
        return ok({
          importId: 1,
          rows: 418,
          created: 391,
          changed: 12,
          same: 3,
          rejected: inventPlan()
            .rows.filter((row) => row.outcome === 'rejected')
            .map(({ sheet, row, reason }) => ({ sheet, row, reason: reason! })),
        });
      }),
    'import.cancel': (request) =>
      after('import.cancel', request, () => {
        cancelled = true;
        return ok({});
      }),
    'import.list': (request) =>
      after('import.list', request, () =>
        ok({
          runs: imports.filter((run) => request.before === null || run.importId < request.before),
          more: false,
        }),
      ),
    'import.checkUndo': (request) =>
      after('import.checkUndo', request, () =>
        ok({
          importId: request.importId,
          created: 391,
          changed: 12,
          rooms: 388,
          gone: request.importId === 2 ? 0 : 3,
          edited: request.importId === 2 ? 2 : 0,
          rows:
            request.importId === 2
              ? [
                  { personId: 4 as PersonId, what: 'created', nameMask: '韦**', roomLabel: '4栋 1单元 401' },
                  { personId: null, what: 'room', nameMask: '', roomLabel: '5栋 2单元 501' },
                ]
              : [],
        }),
      ),
    'import.undo': (request) =>
      after('import.undo', request, () => {
        const run = imports.find((one) => one.importId === request.importId);
        if (run === undefined) return fail('not-found');
        if (!isSupervisor(request.supervisor)) return wrongPin();
        imports[imports.indexOf(run)] = { ...run, canUndo: false, undoneAt: Date.now(), undoneBy: '覃 主管' };
        return ok({ removed: 391, restored: 12, rooms: 388, kept: request.keepEdited ? 2 : 0, gone: 0 });
      }),
    'log.list': (request) =>
      after('log.list', request, () => {
        const below = log.filter((entry) => request.before === null || entry.seq < request.before);
        const piece = request.filter === undefined ? below : below.slice(0, FAKE_SCANNED);
        const found = piece.filter((entry) => fits(entry, request.filter ?? {}));
        const entries = found.slice(0, request.limit);
        const next =
          found.length > request.limit
            ? entries.at(-1)!.seq
            : below.length > piece.length
              ? piece.at(-1)!.seq
              : null;
        return ok({ entries, next });
      }),
    'log.staff': (request) =>
      after('log.staff', request, () =>
        ok({
          staff: desk.map(({ slotId, displayName }) => ({
            staffId: staffIdOf(slotId),
            name: displayName,
            left: false,
          })),
        }),
      ),
    'log.cancel': (request) => after('log.cancel', request, () => ok({})),
    'log.verify': (request) =>
      after('log.verify', request, () =>
        ok({
          ok: true,
          checked: log.length,
          firstBad: null,
          problem: null,
          headHash: '9c41f0d2b7a85e33106fd9c2a4be7781',
        }),
      ),
    'tasks.checkRoom': (request) =>
      after('tasks.checkRoom', request, () => {
        const room = people.find((one) => one.room === request.text);
        return ok(
          room === undefined
            ? { answer: 'unknown', roomId: null, label: null }
            : { answer: 'lived-in', roomId: room.id as RoomId, label: room.room },
        );
      }),
    'notes.add': (request) =>
      after('notes.add', request, () => {
        const { personId, task, outcome, words } = request;
        const ordinal =
          words === '' || personId === null
            ? null
            : notes.filter((one) => one.personId === personId && one.words !== '').length;
        const note = {
          noteId: (notes.length + 1) as NoteId,
          task,
          outcome,
          at: Date.now(),
          staffName: signedIn?.displayName ?? '',
          roomLabel: find(request.roomId ?? 0)?.room ?? null,
          ordinal,
          roomWords: personId === null && words !== '',
        };
        notes.unshift({ personId, words, note });
        return ok({ noteId: note.noteId });
      }),
    'notes.list': (request) =>
      after('notes.list', request, () => {
        const own = notes
          .filter(
            (one) =>
              one.personId === request.personId &&
              one.note.noteId < (request.before ?? Number.MAX_SAFE_INTEGER),
          )
          .map(({ note }) => note);
        return ok({ notes: own.slice(0, NOTES_AT_ONCE), more: own.length > NOTES_AT_ONCE });
      }),
    'emergency.begin': (request) =>
      after('emergency.begin', request, () => {
        const person = find(request.personId);
        if (person === undefined) return fail('not-found');
        if (!ownPin(request.pin)) return wrongPin();
        const fields = EMERGENCY_FIELDS.flatMap((field) =>
          (person.values.get(field) ?? []).map((value, ordinal) => ({ field, ordinal, value, seconds: 60 })),
        );
        if (fields.length === 0) return fail('nothing-sealed');
        emergency.push({
          emergencyId: (emergency.length + 1) as EmergencyId,
          at: Date.now(),
          staffName: signedIn?.displayName ?? '',
          openings: [
            {
              at: Date.now(),
              personId: request.personId,
              personMask: maskName(person.name),
              fields: [...new Set(fields.map(({ field }) => field))],
              words: request.words,
              ticket: request.ticket ?? null,
            },
          ],
          records: 1,
          ended: null,
          overdue: false,
          reader: signedIn?.role === 'supervisor' ? 'you-alone' : 'you',
          seen: null,
        });
        return ok({ fields });
      }),
    'emergency.own': (request) => after('emergency.own', request, () => ok(ownEmergency())),
    'emergency.end': (request) =>
      after('emergency.end', request, () => {
        const at = emergency.findIndex((one) => one.ended === null);
        if (at < 0) return fail('not-found');
        emergency[at] = { ...emergency[at]!, ended: 'own' };
        return ok(ownEmergency());
      }),
    'emergency.list': (request) =>
      after('emergency.list', request, () =>
        ok({
          open: emergency.filter((one) => one.seen === null),
          seen: emergency.filter((one) => one.seen !== null),
        }),
      ),
    'emergency.acknowledge': (request) =>
      after('emergency.acknowledge', request, () => {
        if (!ownPin(request.pin)) return wrongPin();
        const at = emergency.findIndex((one) => one.emergencyId === request.emergencyId && one.seen === null);
        if (at < 0) return fail('not-found');
        emergency[at] = {
          ...emergency[at]!,
          ended: emergency[at]!.ended ?? 'acknowledged',
          seen: { at: Date.now(), staffName: signedIn?.displayName ?? '', words: request.words },
        };
        return ok({});
      }),
    'backup.warning': (request) =>
      after('backup.warning', request, () =>
        ok({ warning: options.backupWarning ?? null, lastAt: backups.view.made?.at ?? null }),
      ),
    'backup.read': (request) => after('backup.read', request, () => ok(backups.view)),
    'backup.choose': (request) =>
      after('backup.choose', request, () => {
        if (!ownPin(request.pin)) return wrongPin();
        backups.choose(request.folderId === null ? null : '/media/备份盘', request.on, request.hour);
        return ok(backups.view);
      }),
    'backup.make': (request) =>
      after('backup.make', request, () =>
        backups.view.settings.folder === null ? fail('backup-no-folder') : ok(backups.make()),
      ),
    'backup.test': (request) =>
      after('backup.test', request, () =>
        ownPin(request.pin) ? ok(backups.test(request.name)) : wrongPin(),
      ),
    'backup.look': (request) =>
      after('backup.look', request, () => (ownPin(request.pin) ? ok(backups.look) : wrongPin())),
    'backup.restore': (request) =>
      after('backup.restore', request, () =>
        ownPin(request.pin)
          ? ok({ createdAt: backups.look.createdAt, keptAs: 'kept-20260309-120500' })
          : wrongPin(),
      ),
    'repair.find': (request) =>
      after('repair.find', request, () =>
        ok({
          folder: '/media/备份盘',
          backup: { name: 'RV-20260309-120000', createdAt: backups.look.createdAt },
        }),
      ),
    'repair.restore': (request) =>
      after('repair.restore', request, () =>
        request.pin === FAKE_PINS.admin
          ? ok({ createdAt: backups.look.createdAt, keptAs: 'kept-20260309-120500' })
          : wrongPin(),
      ),
    'backup.cancel': (request) => after('backup.cancel', request, () => ok({})),
    'policy.read': (request) => after('policy.read', request, () => ok(describePolicy())),
    ...fakeFeatures(after),
    'policy.cancel': (request) => after('policy.cancel', request, () => ok({})),
    'staff.changePin': (request) =>
      after('staff.changePin', request, () => {
        if (!ownPin(request.pin)) return wrongPin();
        renewed.add(signedIn!.staffId);
        return ok({});
      }),
    'staff.checkPin': (request) => after('staff.checkPin', request, () => ok({ problems: judge(request) })),
    'staff.list': (request) => after('staff.list', request, () => ok(describeStaff())),
    'staff.add': (request) =>
      after('staff.add', request, () =>
        staffChange(request, () => {
          desk.push({
            slotId: slot(desk.length + 1),
            displayName: request.name,
            role: request.role,
            waitSeconds: 0,
            closed: false,
          });
        }),
      ),
    'staff.changeRole': (request) =>
      after('staff.changeRole', request, () =>
        staffChange(request, () => changeDeskPerson(request.staffId, { role: request.role })),
      ),
    'staff.reset': (request) =>
      after('staff.reset', request, () =>
        staffChange(request, () => {
          renewed.add(request.staffId);
          changeDeskPerson(request.staffId, { closed: false, waitSeconds: 0 });
        }),
      ),
    'staff.rename': (request) =>
      after('staff.rename', request, () =>
        staffChange(request, () => changeDeskPerson(request.staffId, { displayName: request.name })),
      ),
    'staff.link': (request) =>
      after('staff.link', request, () =>
        staffChange(request, () => {
          if (request.personId === null) residentOf.delete(request.staffId);
          else residentOf.set(request.staffId, { nameMask: '张**', roomLabel: '3-2-501' });
        }),
      ),
    'staff.remove': (request) =>
      after('staff.remove', request, () =>
        staffChange(
          request,
          () =>
            void desk.splice(
              desk.findIndex(({ slotId }) => staffIdOf(slotId) === request.staffId),
              1,
            ),
        ),
      ),
    'shift.read': (request) =>
      after('shift.read', request, () =>
        ok({
          staffName: signedIn?.displayName ?? '',
          role: signedIn?.role ?? 'receptionist',
          since: Date.UTC(2026, 9, 14, 1),
          until: Date.UTC(2026, 9, 14, 9),
          counts: {
            searches: 61,
            opened: 44,
            verified: 12,
            revealed: 2,
            emergencies: 0,
            changed: 5,
            wrongPins: 1,
          },
          ownReasons: [],
          openCopies: 0,
          moreReveals: false,
          reveals: [
            { seq: 231, at: Date.UTC(2026, 9, 14, 8), field: 'phone', reason: 'repair', cosignerName: null },
            {
              seq: 214,
              at: Date.UTC(2026, 9, 14, 6),
              field: 'idNumber',
              reason: 'other: 核对过户材料',
              cosignerName: '覃 主管',
            },
          ],
          head: { seq: log.length, hash: '9c41f0d2b7a85e33106fd9c2a4be7781'.repeat(2) },
        }),
      ),
    'shift.handOver': (request) => after('shift.handOver', request, () => ok({})),
    'staff.changeScope': (request) =>
      after('staff.changeScope', request, () =>
        staffChange({ pin: request.pin, second: request.supervisor }, () => {
          scopes.set(request.staffId, request.scope);
        }),
      ),
    'staff.openSlot': (request) =>
      after('staff.openSlot', request, () =>
        staffChange({ pin: request.pin, second: request.supervisor }, () =>
          changeDeskPerson(request.staffId, { closed: false, waitSeconds: 0 }),
        ),
      ),
    'policy.change': (request) =>
      after('policy.change', request, () => {
        if (!ownPin(request.pin)) return wrongPin();
        const next: Policy = {
          masks: { ...policy.masks, ...request.masks } as MaskPolicy,
          switchedOn: request.switchedOn ?? policy.switchedOn,
        };
        const changed = POLICY_SETTINGS.filter(
          (setting) => valueOf(policy, setting) !== valueOf(next, setting),
        );
        if (
          changed.some((setting) => showsMore(setting, valueOf(policy, setting), valueOf(next, setting))) &&
          !isSupervisor(request.supervisor)
        ) {
          return request.supervisor === undefined ? fail('needs-supervisor') : wrongPin();
        }
        policyHistory.unshift(
          ...changed.map((setting, index) => ({
            id: policyHistory.length + index + 1,
            at: Date.now(),
            staffName: signedIn!.displayName,
            cosignerName: request.supervisor === undefined ? null : '覃 主管',
            setting,
            was: valueOf(policy, setting),
            became: valueOf(next, setting),
            words: request.words,
            remasked: setting.startsWith('mask.') ? 412 : 0,
          })),
        );
        policy = next;
        return ok(describePolicy());
      }),
    'keys.due': (request) =>
      after('keys.due', request, () => ok({ keys: [], by: null, theft: theft?.length ?? null })),
    'keys.list': (request) => after('keys.list', request, () => ok(describeKeys())),
    'keys.checkStoreKey': (request) =>
      after('keys.checkStoreKey', request, () =>
        ok({ storeBytes: 92_400_000, neededBytes: 231_000_000, freeBytes: 48_200_000_000, enough: true }),
      ),
    'keys.rotateStoreKey': (request) =>
      after('keys.rotateStoreKey', request, () => {
        if (!ownPin(request.pin)) return wrongPin();
        return ok({ view: noteRotation('store-key'), tables: 34, rows: 812_345 });
      }),
    'keys.rotateDeviceSecret': (request) =>
      after('keys.rotateDeviceSecret', request, () =>
        ownPin(request.pin) ? ok({ view: noteRotation('device-secret') }) : wrongPin(),
      ),
    'keys.rotateTierKeys': (request) =>
      after('keys.rotateTierKeys', request, () => {
        if (!ownPin(request.pin)) return fail('wrong-pin-either');
        return ok({ view: noteRotation('tier-keys', '覃 主管'), values: 312_007, unreadable: 0 });
      }),
    'keys.beginSheet': (request) => after('keys.beginSheet', request, () => ok(fakeSheet())),
    'keys.finishSheet': (request) =>
      after('keys.finishSheet', request, () => {
        if (request.answers[0] !== '789A') return fail('sheet-mismatch');
        if (!ownPin(request.pin)) return fail('wrong-pin-either');
        return ok({ view: noteRotation('recovery-sheet', '覃 主管') });
      }),
    'keys.cancel': (request) => after('keys.cancel', request, () => ok({})),
    'theft.read': (request) => after('theft.read', request, () => ok(describeTheft())),
    'theft.begin': (request) =>
      after('theft.begin', request, () => {
        if (!ownPin(request.pin)) return fail('wrong-pin-either');
        theft = THEFT_STEPS.slice(1);
        return ok(describeTheft());
      }),
    'theft.shutOut': (request) =>
      after('theft.shutOut', request, () => {
        if (!ownPin(request.pin)) return fail('wrong-pin-either');
        shutOut.add(request.staffId);
        return ok(describeTheft());
      }),
    'theft.end': (request) =>
      after('theft.end', request, () => {
        theft = null;
        theftHistory.unshift({
          id: rotations.length + 1,
          begunAt: Date.now(),
          endedAt: Date.now(),
          staffName: signedIn!.displayName,
          cosignerName: '覃 主管',
          end: 'done',
          code: null,
        });
        return ok(describeTheft());
      }),
  };

  function describeTheft(): TheftView {
    const people = describeStaff().members.map(
      ({ staffId }) =>
        ({
          staffId,
          state: shutOut.has(staffId) ? 'shut-out' : renewed.has(staffId) ? 'renewed' : 'old',
        }) as const,
    );
    if (theft?.[0] === 'people' && people.every(({ state }) => state !== 'old')) theft = theft.slice(1);
    return {
      begun:
        theft === null ? null : { at: Date.now(), staffName: signedIn!.displayName, cosignerName: '覃 主管' },
      left: theft ?? [...THEFT_STEPS],
      people,
      minutes: people.length,
    };
  }

  function describeKeys(): KeysView {
    const day = 86_400_000;
    return {
      keys: ROTATED_KEYS.map((key): KeyView => {
        const history = rotations.filter((one) => one.key === key).map(({ one }) => one);
        const madeAt = history[0]?.endedAt ?? Date.now() - 340 * day;
        return { key, madeAt, rotated: history.length > 0, dueAt: madeAt + KEY_DUE_DAYS * day, history };
      }),
      theft: { left: theft?.length ?? null, history: theftHistory },
      touches: { storeBytes: 92_400_000, people: 3, holders: 2, values: 312_007 },
    };
  }

  function noteRotation(key: RotatedKey, cosignerName: string | null = null): KeysView {
    if (theft?.[0] === key) theft = theft.slice(1);
    rotations.unshift({
      key,
      one: {
        id: rotations.length + 1,
        begunAt: Date.now(),
        endedAt: Date.now(),
        staffName: signedIn!.displayName,
        cosignerName,
        end: 'done',
        code: null,
      },
    });
    return describeKeys();
  }

  let idleAt: number | null = null;
  function startIdle(): void {
    idleAt = Date.now() + settings.idleSeconds * 1000;
    emit('idleDeadline', { at: idleAt });
  }
  const shell: Bridge['shell'] = {
    lock: (request) =>
      after('lock', request, () => {
        state = 'locked';
        signedIn = null;
        emit('idleDeadline', { at: null });
        return ok({});
      }),
    pickFile: (request) =>
      after('pickFile', request, () =>
        ok({
          file: {
            fileId: hex32(1) as FileId,
            fileName: PICKED_NAMES[request.use],
          },
        }),
      ),
    readSettings: (request) => after('readSettings', request, () => ok(settings)),
    writeSettings: (request) =>
      after('writeSettings', request, () => {
        settings = {
          ...settings,
          ...Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)),
        };
        return ok(settings);
      }),
    printSheet: (request) => after('printSheet', request, () => ok({ done: true })),
    saveSheet: (request) => after('saveSheet', request, () => ok({ fileName: 'recovery-sheet.pdf' })),
    copyValue: ({ text }) => after('copyValue', { length: text.length }, () => ok({ copied: true })),
    restartVault: (request) => after('restartVault', request, () => ok({})),
    appInfo: (request) =>
      after('appInfo', request, () =>
        ok({
          version: '0.1.0',
          electron: '45.4.1',
          forRealData: options.forRealData ?? true,
          osLockWatched: true,
          memoryGuarded: true,
          desk: null,
          next: null,
          repair: false,
          unfinished: false,
          practice: options.practice ?? null,
        }),
      ),
    enterPractice: (request) => after('enterPractice', request, () => ok({})),
    leavePractice: (request) => after('leavePractice', request, () => ok({})),
    discardPractice: (request) => after('discardPractice', request, () => ok({})),
    keepTour: (request) => after('keepTour', request, () => ok({})),
  };

  const on = (name: string) => (listener: (event: never) => void) => {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set.add(listener));
    if (name === 'idleDeadline' && signedIn !== null) startIdle();
    return () => {
      set.delete(listener);
    };
  };
  return {
    vault,
    shell,
    onVault: {
      'import.progress': on('import.progress'),
      'policy.progress': on('policy.progress'),
      'backup.progress': on('backup.progress'),
      'keys.progress': on('keys.progress'),
      'log.progress': on('log.progress'),
      'exports.progress': on('exports.progress'),
      'sweep.progress': on('sweep.progress'),
      'retention.progress': on('retention.progress'),
      'estateTransfer.progress': on('estateTransfer.progress'),
      'evidence.progress': on('evidence.progress'),
      'disposals.progress': on('disposals.progress'),
      changed: on('changed'),
      'session.expiring': on('session.expiring'),
      'session.readOnly': on('session.readOnly'),
    } as Bridge['onVault'],
    onShell: {
      idleDeadline: on('idleDeadline'),
      idleWarning: on('idleWarning'),
      covered: on('covered'),
      practiceMaking: on('practiceMaking'),
    } as Bridge['onShell'],
    say: emit as Says,
  };
}

/** The routes of a fake bridge, each of which says what it has changed, as the vault does. What is put into the bridge later is asked from then on. */
export function tellChanges({
  vault,
  say,
}: {
  readonly vault: Bridge['vault'];
  readonly say: Says;
}): Bridge['vault'] {
  const telling = (name: RouteName) => async (request: never) => {
    const reply = await vault[name](request);
    const { changes } = ROUTES[name].facts;
    if (reply.ok && changes !== undefined) say('changed', { topics: changes });
    return reply;
  };
  return Object.fromEntries(ROUTE_NAMES.map((name) => [name, telling(name)])) as unknown as Bridge['vault'];
}

/** Lets a test speak for main or the vault. */
export type Says = <N extends ShellEventName | VaultEventName>(
  name: N,
  event: N extends ShellEventName ? ShellEvent<N> : N extends VaultEventName ? VaultEvent<N> : never,
) => void;

function searchIn(people: readonly Invented[], text: string, only?: SearchKind): SearchReply {
  const query = text.trim().replace(/['\s]/g, '');
  const dashed = (person: Invented) => person.room.replace('栋', '-').replace('单元', '-');
  const row = (person: Invented, matched: Partial<MaskedPersonRow['matched']>): MaskedPersonRow => ({
    personId: person.id as PersonId,
    kind: 'person',
    nameMask: maskName(person.name),
    phoneMask: maskPhone(person.values.get('phone')?.[0] ?? '14100000000'),
    plateMask: person.values.has('plate') ? maskOf('plate', person.values.get('plate')![0]!) : null,
    roomLabel: person.room.replace('栋', '栋 ').replace('单元', '单元 '),
    relation: person.relation,
    former: false,
    matched: { name: [], room: [], phone: [], plate: [], ...matched },
  });
  const groups: [SearchKind, MaskedPersonRow[]][] = [
    [
      'room',
      people
        .filter(
          (person) =>
            /\d/.test(query) &&
            (person.room.includes(query) || dashed(person).startsWith(query.replace('#', '-'))),
        )
        .map((person) => row(person, { room: [[0, Math.min(2, query.length)]] })),
    ],
    [
      'name',
      people
        .filter(
          (person) =>
            person.name.startsWith(query) ||
            (query.length > 0 && (person.initials.startsWith(query) || person.pinyin.startsWith(query))),
        )
        .map((person) => row(person, { name: [[0, 1]] })),
    ],
    [
      'phone',
      people
        .filter(
          (person) => /^\d{4,11}$/.test(query) && (person.values.get('phone')?.[0]?.endsWith(query) ?? false),
        )
        .map((person) => row(person, { phone: [[7, 11]] })),
    ],
    [
      'plate',
      people
        .filter(
          (person) =>
            query.length >= 2 && (person.values.get('plate')?.[0]?.includes(query.toUpperCase()) ?? false),
        )
        .map((person) => row(person, { plate: [[0, 2]] })),
    ],
  ];
  const asked = groups.filter(([kind]) => only === undefined || kind === only);
  return {
    groups: asked.map(([kind, rows]) => ({ kind, rows: rows.slice(0, 50), more: rows.length > 50 })),
    next: null,
  };
}

const NO_SHEET: WorkbookSheet = {
  name: '填写说明',
  headerRow: null,
  dataRows: 6,
  otherRows: 0,
  remembered: false,
  columns: [],
  firstRows: [
    { row: 1, cells: ['填***'] },
    { row: 2, cells: ['一***', '手***'] },
  ],
};

const NAMELESS: WorkbookSheet = {
  ...NO_SHEET,
  headerRow: 0,
  firstRows: [],
  columns: [0, 1, 27].map((index) => ({ index, header: '', target: null, sample: '一***' })),
};

const inventSheet = (remembered: boolean): WorkbookSheet => ({
  name: '业主',
  headerRow: 3,
  dataRows: 418,
  otherRows: 5,
  remembered,
  firstRows: [],
  columns: [
    { index: 0, header: '楼号', target: 'building', sample: '3栋' },
    { index: 1, header: '单元', target: 'unit', sample: '2' },
    { index: 2, header: '房间', target: 'room', sample: '1801' },
    { index: 3, header: '业主名称', target: 'name', sample: '张**' },
    { index: 4, header: '手机号', target: 'phone', sample: '141****0231' },
    { index: 5, header: '身份证号', target: 'idNumber', sample: '4****************X' },
    { index: 6, header: '总层数', target: null, sample: '28' },
    { index: 7, header: '备注', target: 'remark', sample: '******' },
  ],
});

function inventPlan(): ImportPlan {
  const rows = Array.from({ length: 212 }, (_, index): PlanRow => {
    const rejected = index >= 200;
    return {
      sheet: '业主',
      row: index + 4,
      outcome: rejected ? 'rejected' : index % 9 === 4 ? 'changed' : index % 40 === 8 ? 'same' : 'new',
      nameMask: rejected && index % 2 === 0 ? '' : '张**',
      roomLabel: `${1 + (index % 6)}栋 ${1 + (index % 3)}单元 ${1 + (index % 28)}01`,
      phoneMask: '141****0231',
      reason: rejected ? (index % 2 === 0 ? 'no-name' : 'room-not-understood') : null,
      vehicles:
        index === 1
          ? [
              { plateMask: '桂M***45', brand: '五菱', colour: '白', vehicleKind: '小型轿车' },
              { plateMask: '桂M***45', brand: null, colour: null, vehicleKind: null },
            ]
          : [],
      spaces:
        index === 1
          ? [
              {
                code: 'B1-021',
                carPark: '地下一层',
                spaceKind: 'leased' as const,
                plateMask: '桂M***45',
                from: '2026-01-05',
                until: null,
              },
            ]
          : [],
      notes: index % 7 === 3 ? ['number-cell', 'full-width'] : index % 11 === 5 ? ['placeholder-phone'] : [],
    };
  });
  const about = { nameMask: '韦**', roomLabel: '4栋 1单元 401', phoneMask: '141****0417' };
  const questions = [
    {
      question: 30,
      sheet: '业主',
      row: 34,
      ...about,
      options: [
        {
          personId: 4 as PersonId,
          row: null,
          ...about,
          phoneMask: '141****0999',
        },
      ],
    },
    {
      question: 31,
      sheet: '业主',
      row: 35,
      ...about,
      options: [{ personId: 4 as PersonId, row: null, ...about }],
    },
    {
      question: 32,
      sheet: '业主',
      row: 36,
      ...about,
      options: [
        { personId: 4 as PersonId, row: null, ...about },
        { personId: null, row: 34, ...about, roomLabel: '5栋 2单元 501' },
      ],
    },
  ];
  return {
    planId: hex32(2) as PlanId,
    fileName: '业主台账 2025.xlsx',
    counts: {
      rows: 421,
      new: 391,
      changed: 12,
      same: 3,
      ambiguous: 3,
      rejected: 12,
      rooms: 402,
      vehicles: 318,
      spaces: 264,
    },
    rows,
    questions,
  };
}

function inventImports(): ImportRun[] {
  const run = {
    staffName: '韦晓棠',
    cosignerName: '覃 主管',
    rows: 418,
    created: 391,
    changed: 12,
    rejected: 12,
    undoneAt: null,
    undoneBy: null,
    canUndo: true,
  };
  return [
    {
      ...run,
      importId: 3,
      at: Date.UTC(2026, 9, 14, 2),
      fileName: '车位登记 2026.xlsx',
      rows: 96,
      created: 0,
      changed: 88,
      rejected: 5,
    },
    { ...run, importId: 2, at: Date.UTC(2026, 9, 12, 6), fileName: '业主台账 2025.xlsx' },
    {
      ...run,
      importId: 1,
      at: Date.UTC(2026, 8, 30, 3),
      fileName: '业主台账（旧）.xls',
      undoneAt: Date.UTC(2026, 8, 30, 4),
      undoneBy: '覃 主管',
      canUndo: false,
    },
  ];
}

function inventLog(count: number): LogEntryView[] {
  const kinds = [
    { action: 'reveal', field: 'phone', reason: 'repair', outcome: 'done' },
    { action: 'open', field: null, reason: null, outcome: 'done' },
    { action: 'verify', field: 'phone', reason: null, outcome: 'no-match' },
    { action: 'search', field: null, reason: null, outcome: 'done' },
    { action: 'reveal', field: 'idNumber', reason: 'other: 核对过户材料', outcome: 'done' },
    { action: 'pin-failed', field: null, reason: null, outcome: 'failed' },
  ] as const;
  return Array.from({ length: count }, (_, index): LogEntryView => {
    const kind = kinds[index % kinds.length]!;
    const aboutSomebody = kind.action !== 'search' && kind.action !== 'pin-failed';
    return {
      seq: count - index,
      time: Date.UTC(2026, 9, 14, 9) - index * 437_000,
      staffName: '韦晓棠',
      cosignerName: kind.field === 'idNumber' ? '覃 主管' : null,
      ...kind,
      personId: aboutSomebody ? ((index + 1) as PersonId) : null,
      personMask: aboutSomebody ? '张** · 3栋 2单元 1801' : null,
      ticket: index % 5 === 0 ? 'BX-0417' : null,
      signed: kind.action === 'reveal',
      detail:
        kind.action === 'search'
          ? { of: 'found', kinds: [{ kind: 'name', count: 12, more: false }] }
          : kind.action === 'pin-failed'
            ? { of: 'own' }
            : kind.action === 'verify'
              ? { kind: 'phone' }
              : null,
    } as LogEntryView;
  });
}
