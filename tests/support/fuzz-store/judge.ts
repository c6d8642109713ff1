/** Whether a walk through a vault that somebody has changed ended as it has to. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteName } from '../../../contract/route-names.ts';
import { findClear, secretsOf } from '../clear-values.ts';
import { searchFiles } from '../file-search.ts';
import { PLANTED } from '../planted-people.ts';
import { BACKUPS, VAULT } from './build-image.ts';
import type { Mutation } from './mutations.ts';
import type { Entry, Replaced, Step, Walked } from './walk-store.ts';

/** A step may keep the processor busy for so many milliseconds; waiting for a disk or another process does not count. */
const MAX_BUSY = 2_000;

const RULES = [
  'hang',
  'internal error',
  'thrown error',
  'clear value in a view',
  'looser mask',
  'other reply',
  'other value opened',
  'lost entry',
  'other action',
  'file elsewhere',
  'clear file',
] as const;

export interface Finding {
  readonly rule: (typeof RULES)[number];
  readonly what: string;
}

type Area = readonly (RouteName | `${string}.*`)[];

/** Rooms, residents and what is found of them: whoever has the store key writes names, plates and rooms, and can take values away. */
const RESIDENTS: Area = ['people.*', 'rooms.*', 'notes.*', 'tasks.*', 'import.*', 'emergency.list'];
/** One record of a person, where it is shown and where a merge has moved it. */
const RECORDS: Area = ['people.open', 'people.merges', 'people.undoMerge', 'rooms.open'];
/** What an undo gives back, and what is seen of it from then on. */
const MERGES: Area = [...RECORDS, 'people.search', 'people.replaced', 'notes.list'];
const IMPORTS: Area = [...RECORDS, 'people.search', 'import.*', 'tasks.checkRoom', 'rooms.find'];

/**
 * Tables that a session writes without a signature and without the log, and the routes whose replies show them. Whatever else is answered with, is what
 * it was, or there is an alarm. A table that is not here may change no reply.
 */
const OPEN_TABLES: Readonly<Record<string, Area>> = {
  room: RESIDENTS,
  room_key: ['people.search', 'rooms.find', 'tasks.checkRoom'],
  room_pattern: ['people.search', 'rooms.find', 'tasks.checkRoom', 'rooms.patterns'],
  person: RESIDENTS,
  name_key: ['people.search'],
  occupancy: RESIDENTS,
  vehicle: [...RECORDS, 'people.search', 'people.reveal', 'people.openFull', 'import.*'],
  plate_key: ['people.search'],
  lease: RECORDS,
  space: [...RECORDS, 'import.*'],
  renovation: RECORDS,
  pet: RECORDS,
  notice: RECORDS,
  confirmed_field: RECORDS,
  merged_person: [],
  // Without it its values are not there.
  seal_batch: [...MERGES, 'people.openFull', 'import.*'],
  sealed_value: [...MERGES, 'people.reveal', 'people.openFull', 'people.verify', 'import.*'],
  phone_key: ['people.search'],
  match_tag: [],
  // What was taken off comes back by no list.
  former_tag: ['import.*'],
  former_keys: [],
  counter_note: [...RECORDS, 'notes.list'],
  room_note: ['notes.list'],
  merge_run: MERGES,
  merge_row: MERGES,
  import_run: IMPORTS,
  import_range: IMPORTS,
  import_person: IMPORTS,
  import_room: IMPORTS,
  import_record: IMPORTS,
  import_replaced: IMPORTS,
  import_flag: ['import.*'],
  import_said: ['import.*'],
  other_system: ['systems.list'],
  paper: ['papers.*', 'shift.read'],
  disclosure: ['disclosures.*'],
  sweep_run: ['sweep.*'],
  sweep_file: ['sweep.*'],
  sweep_folder: ['sweep.*'],
  // What has ended by today.
  local_state: RESIDENTS,
  // The next number of a row is another.
  id_counter: ['notes.add', 'notes.list'],
};

/** Facts that follow from how much there is, on the disk too, and from who is called what, wherever they stand. */
const COUNTED: readonly RegExp[] = [
  /^policy\.read alike/,
  /^log\.list entries\.\d+\.personMask/,
  /^backup\.make (bytes|rows)/,
  // Of the backup that an admin has made by then, where one could be made.
  /^backup\.warning lastAt/,
  /^backup\.read .*bytes/i,
  /^keys\.list touches\.(storeBytes|values)/,
  /^log\.verify checked/,
  /^shift\.read counts/,
  // Over entries that say how much was found and saved; each of them is judged by itself.
  /^(log\.verify|shift\.read) head/,
];

/** A mutated vault after a walk through it. */
interface Judged {
  readonly mutation: Mutation;
  /** Where it lies, alone but for its backups. */
  readonly folder: string;
  /** The log as it was before any mutation. */
  readonly older: readonly Entry[];
}

/** `base`: the same walk through the vault unchanged. */
export function judge(base: Walked, walked: Walked, { mutation, folder, older }: Judged): readonly Finding[] {
  const alarmed = hasAlarm(base, walked);
  const head = older.at(-1)?.seq ?? 0;
  const writesLog = mutation.kind !== 'schema' && mutation.table === 'log_entry';
  return [
    ...[...walked.steps, ...walked.later].flatMap(judgeStep),
    ...judgeViews(base, walked),
    ...(alarmed ? [] : judgeReplies(base, walked, mutation, head)),
    ...judgeOpened(base, walked),
    ...(alarmed ? [] : judgeLog(older, walked)),
    // What somebody has written into the log stays in it behind the alarm.
    ...(alarmed && writesLog ? [] : judgeActions(base, walked, head)),
    ...judgeFiles(folder),
  ];
}

/** `base`: the same walk in the vault unchanged. What whoever comes in last sees and opens, is what they would have; what fails on the way is a refusal. */
export function judgeReplacing(
  base: Replaced,
  walked: Replaced,
  { mutation, folder, older }: Judged,
): readonly Finding[] {
  const [before, after] = [base, walked].map(lastVisit) as [Replaced, Replaced];
  const hasComeIn = routesOf(after) === routesOf(before);
  // What was refused on the way, and answered in the vault unchanged, has changed nothing.
  const alarmed = hasAlarm(base, walked) || !hasComeIn || refusalsIn(walked) > refusalsIn(base);
  return [
    ...walked.steps.map((step) => ({ ...step, busy: step.busy / REPLACING_TAKES })).flatMap(judgeStep),
    ...judgeViews(base, walked),
    ...(alarmed ? [] : judgeReplies(before, after, mutation, older.at(-1)?.seq ?? 0)),
    ...(alarmed ? [] : judgeLength(before, after, older.length)),
    ...(hasComeIn ? judgeOpened(before, after) : []),
    ...judgeFiles(folder),
  ];
}

/** Times as long as another step: every value is sealed anew. */
const REPLACING_TAKES = 10;

/** From the last sign-in on; nothing where the walk was refused before that. */
function lastVisit({ steps, ...rest }: Replaced): Replaced {
  const began = steps.findLastIndex(({ route }) => route === 'session.unlock');
  return { ...rest, steps: steps.slice(began + 1) };
}

const refusalsIn = ({ steps }: Replaced): number => steps.filter(({ refused }) => refused !== null).length;
const withoutAlarms = (steps: readonly Step[]): readonly Step[] =>
  steps.filter(({ route }) => route !== 'session.acknowledge');
const routesOf = ({ steps }: Replaced): string =>
  withoutAlarms(steps)
    .map(({ route }) => route)
    .join(' ');

/** Entries that were there are gone through, or are told to be missing. */
function judgeLength(base: Replaced, walked: Replaced, older: number): readonly Finding[] {
  const [before, after] = [base, walked].map(({ steps }) => {
    const last = steps.findLast(({ route }) => route === 'log.verify');
    return (last?.reply as { readonly checked?: number } | undefined)?.checked ?? null;
  });
  return before !== null && after !== null && before! >= older && after! < older
    ? [{ rule: 'lost entry', what: `${after} of ${older}` }]
    : [];
}

/** Whoever looks for digits finds them in the free bytes of a disk now and then. */
const withoutSizes = (reply: unknown): unknown =>
  JSON.parse(JSON.stringify(reply, (key, value: unknown) => (/bytes/i.test(key) ? null : value)));

const nameOf = ({ route, as }: Step): string => `${route} as ${as}`;

function judgeStep(step: Step): readonly Finding[] {
  const found: Finding[] = [];
  if (step.busy > MAX_BUSY)
    found.push({ rule: 'hang', what: `${nameOf(step)}: ${Math.round(step.busy)} ms` });
  if (step.thrown !== null) found.push({ rule: 'thrown error', what: `${nameOf(step)}: ${step.thrown}` });
  if (step.refused === 'internal')
    found.push({ rule: 'internal error', what: `${nameOf(step)}: ${JSON.stringify(step.reply)}` });
  return found;
}

/** Somebody is told what nobody is told of the vault unchanged: at the sign-in, by a store that stays shut, or by the check of the log. */
const hasAlarm = (base: Replaced, walked: Replaced): boolean => {
  const usual = new Set(base.steps.flatMap(alarmsOf));
  return walked.steps.flatMap(alarmsOf).some((alarm) => !usual.has(alarm));
};

function alarmsOf({ route, reply, refused }: Step): readonly string[] {
  if (refused === 'store-tampered') return [refused];
  if (route === 'log.verify')
    return refused === null && !(reply as { readonly ok: boolean }).ok ? ['log'] : [];
  if (route !== 'session.unlock') return [];
  return refused === null ? (reply as { readonly alarms: readonly string[] }).alarms : [refused];
}

// --- masks

/** Of a name that is hidden. */
const HIDDEN = /^\**$/;
const SECRETS = secretsOf(PLANTED);
/** Replies that hold what was asked for with a PIN. */
const OPENS: ReadonlySet<string> = new Set(['people.reveal', 'people.openFull']);

function judgeViews(base: Replaced, { steps, later, events }: Replaced): readonly Finding[] {
  const views = [...steps, ...later].filter(({ route, opened }) => !OPENS.has(route) && opened !== true);
  const known = new Set(
    findClear(
      SECRETS,
      [...base.steps, ...base.later]
        .filter(({ route, opened }) => !OPENS.has(route) && opened !== true)
        .map(({ reply }) => withoutSizes(reply)),
    ),
  );
  return [
    ...views.flatMap((step) =>
      findClear(SECRETS, withoutSizes(step.reply))
        .filter((line) => !known.has(line))
        .map((line): Finding => ({ rule: 'clear value in a view', what: `${nameOf(step)}: ${line}` })),
    ),
    ...findClear(SECRETS, events).map((line): Finding => ({
      rule: 'clear value in a view',
      what: `event: ${line}`,
    })),
    ...views.flatMap((step) =>
      namesShown(step.reply).map((mask): Finding => ({
        rule: 'looser mask',
        what: `${nameOf(step)}: ${mask.slice(0, 40)}`,
      })),
    ),
  ];
}

/** Every mask of a name that shows more than the policy lets it. */
function namesShown(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesShown);
  if (typeof value !== 'object' || value === null) return [];
  const fact = value as Readonly<Record<string, unknown>>;
  const own = [
    fact['nameMask'],
    fact['personMask'],
    fact['otherMask'],
    fact['field'] === 'name' ? fact['mask'] : undefined,
  ].filter((mask): mask is string => typeof mask === 'string' && !HIDDEN.test(mask));
  return [...own, ...Object.values(fact).flatMap(namesShown)];
}

// --- replies

function judgeReplies(
  base: Replaced,
  { steps }: Replaced,
  mutation: Mutation,
  head: number,
): readonly Finding[] {
  const open = mutation.kind === 'schema' ? [] : (OPEN_TABLES[mutation.table] ?? []);
  const isOpen = (route: string): boolean => isAmong(open, route);
  let hasRefused = false;
  let hasVerified = true;
  return pairs(base.steps, steps).flatMap(([before, after]) => {
    hasRefused ||= after.refused !== null && CHANGES.has(after.route);
    hasVerified &&= after.refused === null || after.route !== 'people.verify';
    if (before.refused !== null || after.refused !== null || isOpen(after.route)) return [];
    // What was not undone is seen from then on.
    if (hasRefused && isAmong(RESIDENTS, after.route)) return [];
    return (
      differences(before, after, head)
        .filter((path) => !COUNTED.some((counted) => counted.test(path)))
        // Who was not verified is not said to have been.
        .filter((path) => hasVerified || !path.endsWith('verifiedAt'))
        .slice(0, 3)
        .map((path): Finding => ({ rule: 'other reply', what: `${nameOf(after)}: ${path}` }))
    );
  });
}

/** What the walk changes of residents. */
const CHANGES: ReadonlySet<string> = new Set(['people.undoMerge', 'import.undo', 'notes.add']);

const isAmong = (area: Area, route: string): boolean =>
  area.some((one) => (one.endsWith('.*') ? route.startsWith(one.slice(0, -1)) : route === one));

/** Steps of the two walks that ask for the same: an alarm alone adds one. */
function pairs(before: readonly Step[], after: readonly Step[]): readonly (readonly [Step, Step])[] {
  const [one, other] = [withoutAlarms(before), withoutAlarms(after)];
  return one.flatMap((step, index) => (other[index] === undefined ? [] : [[step, other[index]] as const]));
}

/** Of the log the entries of this walk are left out: they count what was found, and are judged by what was done. */
function differences(before: Step, after: Step, head: number): readonly string[] {
  // A page has room for so many, and the walks do not enter as many of their own.
  const oldest = Math.max(oldestOf(before), oldestOf(after));
  const [one, other] = [before, after].map((step) => leavesOf(step, { oldest, head })) as [Leaves, Leaves];
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));
}

type Leaves = ReadonlyMap<string, string>;

interface Numbers {
  readonly oldest: number;
  readonly head: number;
}

function leavesOf({ route, reply }: Step, numbers: Numbers): Leaves {
  const leaves = new Map<string, string>();
  const collect = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) leaves.set(path, JSON.stringify(value) ?? '');
    else
      for (const [name, inner] of Object.entries(value))
        collect(inner, path === '' ? name : `${path}.${name}`);
  };
  collect(route === 'log.list' ? olderEntries(reply, numbers) : reply, '');
  return new Map([...leaves].map(([path, value]) => [`${route} ${path}`, value]));
}

/** By their numbers. */
const olderEntries = (reply: unknown, { oldest, head }: Numbers): unknown => ({
  entries: Object.fromEntries(
    entriesOf(reply)
      .filter(({ seq }) => seq >= oldest && seq <= head)
      .map((entry) => [entry.seq, entry]),
  ),
});

const entriesOf = (reply: unknown): readonly { readonly seq: number }[] =>
  (reply as { readonly entries: readonly { readonly seq: number }[] }).entries;

const oldestOf = ({ route, reply }: Step): number =>
  route === 'log.list' && reply !== null ? (entriesOf(reply).at(-1)?.seq ?? 0) : 0;

// --- what was opened

/** A value is what it was before, or stays shut: it is sealed to its place. */
function judgeOpened(base: Replaced, { steps }: Replaced): readonly Finding[] {
  return pairs(base.steps, steps).flatMap(([before, after]) => {
    if (!OPENS.has(after.route) || before.refused !== null || after.refused !== null) return [];
    const known = new Set(openedIn(before.reply));
    return openedIn(after.reply)
      .filter((line) => !known.has(line) && !/^(name|plate) /.test(line))
      .map((line): Finding => ({ rule: 'other value opened', what: `${nameOf(after)}: ${line}` }));
  });
}

interface Opened {
  readonly field: string;
  readonly value: string;
}
const openedIn = (reply: unknown): readonly string[] => {
  const fields =
    'fields' in (reply as object)
      ? (reply as { readonly fields: readonly Opened[] }).fields
      : [reply as Opened];
  return fields.map(({ field, value }) => `${field} ${value}`);
};

// --- the log

/** Whatever becomes of a store, its entries are all there, or somebody is told. */
const judgeLog = (older: readonly Entry[], { log }: Walked): readonly Finding[] => {
  if (log === null) return [{ rule: 'lost entry', what: 'the log cannot be read' }];
  const there = new Set(log.map(({ hash }) => hash));
  return older
    .filter(({ hash }) => !there.has(hash))
    .map(({ seq, action }): Finding => ({ rule: 'lost entry', what: `${seq} ${action}` }));
};

/** What the application enters where it refuses, alarms, or has lost something that was kept for thirty days. */
const OF_REFUSALS: ReadonlySet<string> = new Set([
  'refused refused',
  'alarm failed',
  'acknowledge done',
  'new-day done',
  'log-verify failed',
  'backup failed',
]);

/** Each entry of the walk is of something that was asked for, by whoever asked, and not more often. */
function judgeActions(base: Walked, { log, dayEnds }: Walked, head: number): readonly Finding[] {
  const asked = newerThan(head, base.log).map(describeEntry);
  const ofDay = newerThan(head, log).filter(({ seq }) => seq <= dayEnds);
  return ofDay.flatMap((entry): readonly Finding[] => {
    const said = describeEntry(entry);
    const at = asked.indexOf(said);
    if (at >= 0) asked.splice(at, 1);
    return at >= 0 || OF_REFUSALS.has(`${entry.action} ${entry.outcome}`)
      ? []
      : [{ rule: 'other action', what: said }];
  });
}

const newerThan = (head: number, log: readonly Entry[] | null): readonly Entry[] =>
  (log ?? []).filter(({ seq }) => seq > head);
/** Another answer is no other deed. */
const describeEntry = ({ staff, action, outcome }: Entry): string =>
  `${action} ${outcome.replace('no-match', 'match')} by ${staff}`;

// --- files

const CLEAR = SECRETS.filter(({ value }) => value.length > 2).map(({ value }) => value);

function judgeFiles(folder: string): readonly Finding[] {
  const strangers = readdirSync(folder).filter((name) => name !== VAULT && name !== BACKUPS);
  const here = readdirSync('.').filter((name) => name.includes('loot'));
  return [
    ...[...strangers, ...here].map((name): Finding => ({ rule: 'file elsewhere', what: name })),
    ...searchFiles([join(folder)], CLEAR).map(({ file, value }): Finding => ({
      rule: 'clear file',
      what: `${file.slice(folder.length)}: ${value}`,
    })),
  ];
}
