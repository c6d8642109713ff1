/** Decides whom a row means: the keys by which somebody is found again, who may be meant, and what speaks against it. */
import type { QuestionKind } from '../../../contract/import/lists.ts';
import { RELATIONS, type Relation, type SealedFieldId } from '../../../contract/fields.ts';
import { type KnownPerson, hex } from './look-up.ts';
import { MAX_ALIKE } from './limits.ts';
import type { RowDraft } from './parse-rows.ts';
import type { FoldedPerson } from './folded-person.ts';
import type { DraftValue } from './row-reading.ts';

/** The tag of a value of somebody; those that were computed for the search are not computed again. */
export type TagOf = (field: SealedFieldId, personId: number, normalised: string) => Uint8Array;

/** Somebody of the store, not yet named by a row, or somebody whom a row has named. */
export interface Candidate {
  readonly known: KnownPerson | null;
  folded: FoldedPerson | null;
}

export interface Index {
  /** One candidate, or several in the order in which they came. */
  readonly byKey: Map<string, Candidate | readonly Candidate[]>;
  readonly tagOf: TagOf;
}

/** Who may be meant. */
export interface Option {
  readonly candidate: Candidate;
  /** Why it has to be asked whether they are the same; null where nothing speaks against it. */
  readonly differs: QuestionKind | null;
  /** The row's ID number was held against theirs, so that whoever reads the answer learns of theirs. */
  readonly comparesId: boolean;
}

export const idKey = (value: string): string => `i ${value}`;
export const doubtfulIdKey = (value: string, name: string): string => `d ${value} ${name}`;
export const phoneKey = (value: string, name: string): string => `p ${value} ${name}`;
/** The beginning of a key by a room, before its canonical form and a line end. */
export const ROOM_KEY = 'r ';
export const roomKey = (canonical: string, name: string, relation: Relation): string =>
  `${ROOM_KEY}${canonical}\n${name}\n${relation}`;
/** Within a workbook alone: the store keeps no such codes. */
const codeKey = (code: string, name: string): string => `c ${code}\n${name}`;

/** Of more than MAX_ALIKE the first are kept: a workbook may have a hundred thousand of one key, and each row that has it would be held against all of them. */
export function addCandidate(byKey: Index['byKey'], key: string, candidate: Candidate): void {
  const there = listOf(byKey.get(key));
  if (there.length === 0) byKey.set(key, candidate);
  else if (there.length < MAX_ALIKE && !there.includes(candidate)) byKey.set(key, [...there, candidate]);
}

/** The candidates of a key. */
export const listOf = (there: Candidate | readonly Candidate[] | undefined): readonly Candidate[] =>
  there === undefined ? [] : Array.isArray(there) ? (there as readonly Candidate[]) : [there as Candidate];

export const idOf = (draft: RowDraft): DraftValue | undefined =>
  draft.values.find((value) => value.field === 'idNumber');
const phonesOf = (draft: RowDraft): readonly DraftValue[] =>
  draft.values.filter((value) => value.field === 'phone');

/** By what this row is compared with others. */
export const soughtBy = (draft: RowDraft): readonly string[] => [
  ...idKeys(draft),
  ...blockKeys(draft),
  ...codeKeys(draft),
  ...phonesOf(draft).map((value) => phoneKey(value.value, draft.name)),
  ...roomKeys(draft),
];

/** By what others are compared with this row from now on. */
export function keysOf(draft: RowDraft): readonly string[] {
  return [
    ...idKeys(draft),
    ...blockKeys(draft),
    ...codeKeys(draft),
    ...phonesOf(draft).map((value) => phoneKey(value.value, draft.name)),
    ...(draft.room === null || draft.isReference
      ? []
      : [roomKey(draft.room.canonical, draft.name, draft.relation)]),
  ];
}

function idKeys(draft: RowDraft): readonly string[] {
  const id = idOf(draft);
  return id === undefined ? [] : [id.valid ? idKey(id.value) : doubtfulIdKey(id.value, draft.name)];
}

/** Rows of one merged cell of names. */
const blockKeys = ({ block, sheet, name }: RowDraft): readonly string[] =>
  block === null ? [] : [`b ${block} ${sheet}\n${name}`];

const codeKeys = (draft: RowDraft): readonly string[] =>
  draft.ownerCode === '' ? [] : [codeKey(draft.ownerCode, draft.name)];

/** A list of vehicles does not say what the owner is to the room. */
const roomKeys = ({ room, name, relation, isReference }: RowDraft): readonly string[] =>
  room === null
    ? []
    : (isReference ? RELATIONS : [relation]).map((one) => roomKey(room.canonical, name, one));

/**
 * The same person: equal ID number and name (one that fails its check counts no less); else equal phone and name, or
 * code of the workbook and name, or a merged cell of names; else equal room, name and relation, of somebody on record. None: a new person. One that
 * differs in nothing: the same. Anything else has to be asked: several, an equal ID number with another name, another valid ID number, an equal room and name with
 * another phone, or nothing but one name twice in a room of one workbook.
 */
export function choosePerson({ byKey, tagOf }: Index, draft: RowDraft): readonly Option[] {
  const find = (keys: readonly string[]): readonly Candidate[] => [
    ...new Set(keys.flatMap((key) => listOf(byKey.get(key)))),
  ];
  const equal = find(idKeys(draft)).map((candidate): Option => ({
    candidate,
    differs: isNamed(candidate, draft) ? null : 'id-names',
    comparesId: true,
  }));
  const named = equal.filter(({ differs }) => differs === null);
  if (named.length > 0) return named;
  const idTag = validTagOf({ byKey, tagOf }, draft);
  const reached = find([
    ...blockKeys(draft),
    ...codeKeys(draft),
    ...phonesOf(draft).map((value) => phoneKey(value.value, draft.name)),
  ]).map((candidate): Option => {
    const comparesId = hasOtherId(candidate, idTag);
    return { candidate, differs: comparesId ? 'other-id' : null, comparesId };
  });
  const fitting = reached.filter(({ differs }) => differs === null);
  if (fitting.length === 1) return fitting;
  if (reached.length > 0) return [...reached, ...equal];
  const inRoom = find(roomKeys(draft)).map((candidate): Option => {
    const comparesId = hasOtherId(candidate, idTag);
    return { candidate, differs: comparesId ? 'other-id' : differsInRoom(candidate, draft), comparesId };
  });
  return inRoom.length === 0 ? equal : [...inRoom, ...equal];
}

function differsInRoom(candidate: Candidate, draft: RowDraft): QuestionKind | null {
  if (phonesOf(draft).length > 0 && hasPhone(candidate)) return 'other-phone';
  // Somebody on record is meant by a list that has them there; two rows of one list may be two people.
  const isMeant = draft.isReference || draft.isMention || candidate.folded?.isMention === true;
  return candidate.known === null && !isMeant ? 'twice-in-room' : null;
}

const isNamed = ({ known, folded }: Candidate, { name }: RowDraft): boolean =>
  known?.name === name || folded?.name.value === name;

/** Hexadecimal tag of the row's valid ID number. */
export function validTagOf({ tagOf }: Index, draft: RowDraft): string | null {
  const id = idOf(draft);
  return id?.valid === true ? hex(tagOf('idNumber', 0, id.value)) : null;
}

function hasOtherId(candidate: Candidate, idTag: string | null): boolean {
  const theirs = candidate.folded?.validId ?? validIdOf(candidate.known);
  return theirs !== null && idTag !== null && theirs !== idTag;
}

export const validIdOf = (known: KnownPerson | null): string | null =>
  known?.values.find((value) => value.field === 'idNumber' && value.valid)?.tag ?? null;

/** With an equal one they would have been found by it. */
const hasPhone = ({ known, folded }: Candidate): boolean =>
  known?.values.some(({ field }) => field === 'phone') === true ||
  folded?.values.some(({ value }) => value.field === 'phone') === true;
