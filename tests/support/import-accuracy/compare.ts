/** Each value of a workbook beside what the vault has of it, and its people and rooms beside those of the vault. */
import type { Told } from './answer.ts';
import type { Stored, StoredPerson, StoredRoom, StoredValue } from './read-vault.ts';
import { type TrueRoom, type Truth, type TrueValue, isSame, partsOf, roomKey } from './truth.ts';

export const OUTCOMES = ['right', 'asked', 'flagged', 'wrong', 'lost'] as const;
/** What became of a value; `wrong` and `lost` are in silence. */
export type Outcome = (typeof OUTCOMES)[number];

export interface Judged {
  readonly value: TrueValue;
  readonly outcome: Outcome;
  /** Right, and named as one to look at without need. */
  readonly needless: boolean;
}

/** Of people or of rooms, in silence. */
export interface Mixed {
  readonly merged: readonly string[];
  readonly split: readonly string[];
  readonly invented: readonly string[];
  readonly lost: readonly string[];
}

export interface Comparison {
  readonly values: readonly Judged[];
  readonly people: Mixed;
  readonly rooms: Mixed;
}

/** Ids of the truth → what the vault has of them. */
interface Matched<T> {
  readonly of: ReadonlyMap<string, T>;
  readonly mixed: Mixed;
}

export function compare(truth: Truth, stored: Stored, told: Told): Comparison {
  const rooms = matchRooms(truth, stored.rooms);
  const people = matchPeople(truth, stored.people, rooms.of);
  const sides = { truth, told, people: people.of, rooms: rooms.of };
  const isTold = (value: TrueValue): boolean => told.isAsked(value) || told.isFlagged(value);
  const isSilent = (id: string): boolean =>
    !truth.values.some((value) => value.of === id && WHO.has(value.field) && isTold(value));
  const silent = (mixed: Mixed): Mixed => ({
    ...mixed,
    merged: mixed.merged.filter(isSilent),
    split: mixed.split.filter(isSilent),
    lost: mixed.lost.filter(isSilent),
  });
  const { invented, ...others } = silent(people.mixed);
  return {
    values: truth.values.map((value) => judge(value, sides)),
    people: { ...others, invented: [...invented, ...strangers(sides)] },
    rooms: silent(rooms.mixed),
  };
}

/** By which somebody is told who it is, or which room. */
const WHO = new Set(['name', 'estate', 'building', 'unit', 'room']);

/** Everybody beyond the first of whom the vault has the same. */
function beyondFirst<T>(
  map: ReadonlyMap<string, T>,
  first: ReadonlyMap<T, string> = new Map(),
): readonly string[] {
  const firsts = new Map([...map].reverse().map(([id, one]) => [one, first.get(one) ?? id]));
  return [...map].flatMap(([id, one]) => (firsts.get(one) === id ? [] : [id]));
}

/** By the whole address; where that is not there, by as much of its end as the vault has. */
function matchRooms(truth: Truth, stored: readonly StoredRoom[]): Matched<StoredRoom> {
  const keyed = stored.map((room) => ({
    room,
    whole: `-${roomKey(room, true)}`,
    bare: `-${roomKey(room, false)}`,
  }));
  const find = (room: TrueRoom): StoredRoom | undefined => {
    const [whole, bare] = [`-${roomKey(room, true)}`, `-${roomKey(room, false)}`];
    const found =
      keyed.find((one) => one.whole === whole) ??
      keyed.find((one) => one.whole.endsWith(whole)) ??
      keyed.find((one) => one.bare === bare) ??
      keyed.find((one) => whole.endsWith(one.whole));
    return found?.room;
  };
  const ids = Object.keys(truth.rooms);
  const of = new Map(
    Object.entries(truth.rooms).flatMap(([id, room]) => {
      const found = find(room);
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
  const kept = new Set(of.values());
  return {
    of,
    mixed: {
      merged: beyondFirst(of),
      split: [],
      invented: stored.filter((room) => !kept.has(room)).map((room) => roomKey(room, true)),
      lost: ids.filter((id) => !of.has(id)),
    },
  };
}

/** Values by whose they are. */
function saidOf(
  { values }: Truth,
  more: readonly TrueValue[] = [],
): ReadonlyMap<string, readonly TrueValue[]> {
  const said = new Map<string, TrueValue[]>();
  for (const value of [...values, ...more]) said.set(value.of, [...(said.get(value.of) ?? []), value]);
  return said;
}

/** By name and what else is theirs; where nobody has the name, by who has what is theirs. */
function matchPeople(
  truth: Truth,
  stored: readonly StoredPerson[],
  rooms: ReadonlyMap<string, StoredRoom>,
): Matched<StoredPerson> {
  const of = new Map<string, StoredPerson>();
  const split: string[] = [];
  const swallowed: string[] = [];
  const named = new Map<StoredPerson, string>();
  const said = saidOf(truth);
  for (const [id, name] of Object.entries(truth.people)) {
    const own = said.get(id) ?? [];
    const links = (person: StoredPerson): number =>
      own.filter((value) => isLink(value, person, rooms)).length;
    const namesakes = stored
      .filter((person) => isSame('name', name, person.name))
      .map((person) => ({ person, links: links(person) - (named.has(person) ? 0.5 : 0) }))
      .sort((a, b) => b.links - a.links);
    const [best, ...others] = namesakes;
    const found = best?.person ?? stored.find((person) => own.some((value) => isNumber(value, person)));
    if (found === undefined) continue;
    of.set(id, found);
    if (best === undefined) swallowed.push(id);
    else named.set(found, id);
    if (others.some((other) => other.links > 0 && !named.has(other.person))) split.push(id);
  }
  const kept = new Set(of.values());
  const ids = Object.keys(truth.people);
  const unnamed = new Set(split.flatMap((id) => truth.people[id] ?? []));
  return {
    of,
    mixed: {
      merged: [...new Set([...swallowed, ...beyondFirst(of, named)])],
      split,
      invented: stored
        .filter((person) => !kept.has(person) && !unnamed.has(person.name))
        .map(({ name }) => name),
      lost: ids.filter((id) => !of.has(id)),
    },
  };
}

/** What tells one person from another. */
const isLink = (value: TrueValue, person: StoredPerson, rooms: ReadonlyMap<string, StoredRoom>): boolean =>
  value.field === 'relation'
    ? person.roomIds.includes(rooms.get(value.room)?.id ?? -1)
    : isNumber(value, person);

/** A number of theirs that the vault has with that person. */
const isNumber = (value: TrueValue, person: StoredPerson): boolean =>
  NUMBERS.includes(value.field) &&
  person.values.some((one) => one.field === value.field && isAcceptable(value, one.value));

const NUMBERS: readonly string[] = ['phone', 'idNumber', 'plate'];

const isAcceptable = (value: TrueValue, stored: string): boolean =>
  value.accepted.some((one) => isSame(value.field, one, stored));

interface Sides {
  readonly truth: Truth;
  readonly told: Told;
  readonly people: ReadonlyMap<string, StoredPerson>;
  readonly rooms: ReadonlyMap<string, StoredRoom>;
}

function judge(value: TrueValue, sides: Sides): Judged {
  const { told } = sides;
  const flagged = told.isFlagged(value);
  const found = storedOf(value, sides);
  const outcome = ((): Outcome => {
    if (value.accepted.length === 0)
      return flagged || told.isAsked(value) ? 'flagged' : found.length > 0 ? 'wrong' : 'lost';
    if (found.some((one) => isAcceptable(value, one))) {
      if (value.toFlag && !flagged && !told.isAsked(value)) return 'wrong';
      return told.isAsked(value) ? 'asked' : 'right';
    }
    if (flagged) return 'flagged';
    return found.length > 0 ? 'wrong' : 'lost';
  })();
  return { value, outcome, needless: outcome === 'right' && flagged && !value.toFlag };
}

/** What the vault has in the place of a value. */
function storedOf(value: TrueValue, { people, rooms, truth }: Sides): readonly string[] {
  const { of, field } = value;
  if (of.startsWith('r')) {
    const room = rooms.get(of);
    if (room === undefined) return [];
    return PARTS.has(field) ? partOf(room, value) : textsOf(room.values, field);
  }
  const person = people.get(of);
  if (person === undefined) return [];
  const home = value.room === '' ? undefined : rooms.get(value.room)?.id;
  const own = person.values.filter(
    (one) => one.field === field && (value.room === '' || one.roomId === home),
  );
  if (field !== 'remark') return own.map((one) => one.value);
  // A remark is of the household: whoever of it has it.
  const homes = Object.keys(truth.people).flatMap((id) => people.get(id) ?? []);
  return homes
    .filter((one) => one.roomIds.some((id) => person.roomIds.includes(id)) || one === person)
    .flatMap((one) => textsOf(one.values, 'remark'));
}

const textsOf = (values: readonly StoredValue[], field: string): readonly string[] =>
  values.flatMap((one) => (one.field === field ? [one.value] : []));

const PARTS = new Set(['estate', 'building', 'unit', 'room']);

/** A part of an address as the truth spells it, where the vault has the same however it spells it. */
function partOf(room: StoredRoom, value: TrueValue): readonly string[] {
  const part = value.field as 'estate' | 'building' | 'unit' | 'room';
  const held = room[part];
  const spellings = part === 'building' ? [held, `${room.estate}${held}`, `${room.estate}-${held}`] : [held];
  // Another estate's phase may stand before the building.
  if (part === 'estate') spellings.push(...partsOf(room.building).slice(0, -1));
  // 香樟1号 is a room in whole words, whatever part of them is its building.
  if (part === 'room') spellings.push(`${room.building}-${held}`);
  const same = value.accepted.find((one) =>
    spellings.some(
      (spelled) =>
        partsOf(spelled).join('-') === partsOf(one).join('-') ||
        partsOf(spelled).at(-1) === partsOf(one).join('-'),
    ),
  );
  return same === undefined ? spellings.slice(0, held === '' ? 0 : 1) : [same];
}

/** Numbers and homes that somebody has and that the workbook does not give them. */
function strangers({ truth, told, people, rooms }: Sides): readonly string[] {
  const said = saidOf(truth, truth.outdated);
  return [...new Set(people.values())].flatMap((person) => {
    const own = [...people].flatMap(([id, one]) => (one === person ? (said.get(id) ?? []) : []));
    const numbers = NUMBERS.flatMap((field) => {
      const ofField = own.filter((value) => value.field === field);
      // What a cell without a right value says may be another's number, and is held as the cell says.
      if (ofField.some((value) => value.accepted.length === 0)) return [];
      // Beside a cell that was flagged something may be held that nobody can say; another's number is a stranger's all the same.
      const isUnsaid = ofField.some((value) => told.isFlagged(value));
      const isOfAnother = (held: string): boolean =>
        truth.values.some(
          (value) => value.field === field && !own.includes(value) && isAcceptable(value, held),
        );
      return textsOf(person.values, field)
        .filter((held) => !ofField.some((value) => isAcceptable(value, held)))
        .filter((held) => !isUnsaid || isOfAnother(held))
        .map((held) => `${person.name}: ${field} ${held}`);
    });
    const homes = own.flatMap(({ room }) => (room === '' ? [] : (rooms.get(room)?.id ?? [])));
    const foreign = person.roomIds.filter((id) => homes.length > 0 && !homes.includes(id));
    return [...numbers, ...foreign.map((id) => `${person.name}: room ${id}`)];
  });
}
