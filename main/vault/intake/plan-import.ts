/** Plans an import without writing anything: reads the mapped rows, tells new from known, and prepares what the screen may see of it. */
import type { MaskPolicy, Policy } from '../../../contract/policy.ts';
import type { SheetMapping } from '../../../contract/routes.ts';
import type { ImportPlan, PlanRow } from '../../../contract/views.ts';
import { AppError } from '../app-error.ts';
import { maskValue } from '../people/mask.ts';
import type { ReadableStore } from '../store/store.ts';
import { findDataRows } from './find-table.ts';
import { isTaken, isUsable } from './map-columns.ts';
import type { RejectedRow, RowDraft } from './parse-rows.ts';
import { parseRow } from './parse-rows.ts';
import type { RoomDraft } from './read-room.ts';
import type { Watcher } from './progress.ts';
import { startPhase } from './progress.ts';
import type { ChangeVisitor, MatchTags, Outcome } from './resolve-rows.ts';
import { compareMatched, matchRows, STEPS_PER_DRAFT } from './resolve-rows.ts';
import type { Workbook } from './workbook.ts';

export type { MatchTags } from './resolve-rows.ts';

/** Rows that become records, and rows that are rejected, in the preview. */
const SHOWN_ACCEPTED = 200;
const SHOWN_REJECTED = 500;

/** A planned import. `view` may cross to the screen; the rest is in clear and stays in this process. */
export interface PreparedImport {
  readonly view: Omit<ImportPlan, 'planId'>;
  readonly fileName: string;
  readonly drafts: readonly RowDraft[];
  readonly rejected: readonly RejectedRow[];
}

export interface PlanOptions extends Watcher {
  readonly store: ReadableStore;
  readonly workbook: Workbook;
  readonly mapping: readonly SheetMapping[];
  readonly tags: MatchTags;
  readonly policy: Policy;
  /** Milliseconds since the epoch: nobody is born later. Default: the machine's clock. */
  readonly now?: number;
}

/**
 * Errors: AppError `workbook-no-columns` (no column of a mapped sheet is a name or a room), `bad-request` (a sheet or
 * header row that the workbook does not have), `workbook-empty` (no row holds data), `cancelled`, those of the store.
 */
export async function planImport(options: PlanOptions): Promise<PreparedImport> {
  const { store, workbook, mapping, tags, policy } = options;
  const sheets = mapping.map((sheetMapping) => findRows(workbook, sheetMapping, policy));
  if (!mapping.some(({ columns }) => isUsable(columns.map(({ target }) => target)))) throw new AppError('workbook-no-columns', { sheets: mapping.length });
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  const pace = startPhase(options, 'checking', total, 2 + STEPS_PER_DRAFT);
  const drafts: RowDraft[] = [];
  const rejected: RejectedRow[] = [];
  const sorted: Sorted = { drafts, rejected, seen: new Map(), rooms: new Map() };
  for (const { sheet, columns, rows } of sheets) {
    for (const index of rows) {
      const parsed = parseRow(sheet, index, columns, options.now ?? Date.now());
      if (parsed !== undefined) sort(parsed, sorted);
      await pace.step();
    }
  }
  if (drafts.length + rejected.length === 0) throw new AppError('workbook-empty');
  const outcomes = await compareMatched(await matchRows(store, drafts, tags, pace), drafts, NOBODY, pace);
  const { fileName } = workbook;
  return { fileName, drafts, rejected, view: { fileName, counts: countOutcomes(outcomes, drafts, rejected.length), rows: preview(policy.masks, drafts, outcomes, rejected) } };
}

/** A plan only counts. */
const NOBODY: ChangeVisitor = { room: () => undefined, person: () => undefined };

function findRows(workbook: Workbook, { sheet: name, headerRow, columns }: SheetMapping, { switchedOn }: Policy) {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined || headerRow > sheet.rows.length) throw new AppError('bad-request', { where: 'sheet' });
  return { sheet, columns: columns.filter(({ target }) => isTaken(target, switchedOn)), rows: findDataRows(sheet, headerRow - 1) };
}

interface Sorted {
  readonly drafts: RowDraft[];
  readonly rejected: RejectedRow[];
  /** Rows so far by a hash of all that they hold. */
  readonly seen: Map<number, RowDraft>;
  /** Rooms so far, by canonical form. */
  readonly rooms: Map<string, RoomDraft>;
}

/** A family has one room, and one object for it. */
function shareRoom(draft: RowDraft, rooms: Map<string, RoomDraft>): RowDraft {
  const { room } = draft;
  if (room === null) return draft;
  const known = rooms.get(room.canonical);
  if (known === undefined) rooms.set(room.canonical, room);
  const same = known !== undefined && (Object.keys(room) as (keyof RoomDraft)[]).every((key) => known[key] === room[key]);
  return same ? { ...draft, room: known } : draft;
}

/** A row that holds nothing but what an earlier one did is most likely pasted twice, and is said to be so. */
function sort(parsed: NonNullable<ReturnType<typeof parseRow>>, { drafts, rejected, seen, rooms }: Sorted): void {
  if ('rejected' in parsed) {
    rejected.push(parsed.rejected);
    return;
  }
  const draft = shareRoom(parsed.draft, rooms);
  const key = hashText(contentOf(draft));
  const before = seen.get(key);
  if (before === undefined || contentOf(before) !== contentOf(draft)) {
    seen.set(key, draft);
    drafts.push(draft);
    return;
  }
  const phone = draft.values.find((value) => value.field === 'phone')?.value ?? '';
  rejected.push({ sheet: draft.sheet, row: draft.row, reason: 'repeated-row', name: draft.name, roomLabel: draft.room?.label ?? '', phone, notes: draft.notes });
}

const contentOf = ({ sheet: _sheet, row: _row, notes: _notes, ...content }: RowDraft): string => JSON.stringify(content);

/** 53 bits, enough to keep a hundred thousand rows apart; equal ones are compared in full. */
function hashText(text: string): number {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x5bd1e995);
    high = Math.imul(high ^ unit, 0x1b873593) + low;
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}

/** Rows by what becomes of them, and the rooms that they name. */
export function countOutcomes(outcomes: readonly Outcome[], drafts: readonly RowDraft[], rejected: number): ImportPlan['counts'] {
  const count = (outcome: Outcome): number => outcomes.reduce((sum, one) => sum + (one === outcome ? 1 : 0), 0);
  return {
    rows: outcomes.length + rejected, new: count('new'), changed: count('changed'), same: count('same'), rejected,
    rooms: new Set(drafts.flatMap(({ room }) => (room === null ? [] : [room.canonical]))).size,
  };
}

function preview(masks: MaskPolicy, drafts: readonly RowDraft[], outcomes: readonly Outcome[], rejected: readonly RejectedRow[]): PlanRow[] {
  const accepted = drafts.slice(0, SHOWN_ACCEPTED).map((draft, index): PlanRow => ({
    sheet: draft.sheet, row: draft.row, outcome: outcomes[index] ?? 'same', nameMask: maskName(masks, draft.name, draft.kind), roomLabel: labelOf(draft.room?.label ?? ''),
    phoneMask: maskPhone(masks, draft.values.find((value) => value.field === 'phone')?.value ?? ''), reason: null, notes: [...draft.notes],
  }));
  const refused = rejected.slice(0, SHOWN_REJECTED).map((row): PlanRow => ({
    sheet: row.sheet, row: row.row, outcome: 'rejected', nameMask: maskName(masks, row.name, 'person'), roomLabel: labelOf(row.roomLabel), phoneMask: maskPhone(masks, row.phone),
    reason: row.reason, notes: [...row.notes],
  }));
  return [...accepted, ...refused];
}

const maskName = (masks: MaskPolicy, name: string, kind: RowDraft['kind']): string => (name === '' ? '' : maskValue(masks, 'name', name, { kind }).mask.slice(0, 200));
const maskPhone = (masks: MaskPolicy, phone: string): string => (phone === '' ? '' : maskValue(masks, 'phone', phone).mask);
/** A room that could not be read may hold anything, so a long number in it is not shown. */
const labelOf = (label: string): string => label.slice(0, 120).replaceAll(/\d{7,}/g, '***');
