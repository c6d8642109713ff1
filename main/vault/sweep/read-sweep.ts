/** How it stands with leftover files, as the page and the bell show it. While somebody inspects, without the names of files. */
import { basename, dirname } from 'node:path';
import { toOneLine } from '../../../contract/one-line.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { SWEEP_DAYS, type SweepDays } from '../../../contract/sweep/lists.ts';
import {
  MAX_FINDINGS,
  MAX_SWEEPS,
  type SweepFinding,
  type SweepRun,
  type SweepView,
} from '../../../contract/sweep/routes.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { shownPath } from '../../files/raw-names.ts';
import { dayOf } from '../clock.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import type { ReadableStore } from '../store/store.ts';
import { countLeft } from '../file-disposal/disposals.ts';
import { readFolders, readSetting } from '../file-disposal/sweep-settings.ts';
import { type FileRow, type RunRow, readFindings, readRuns, readUnread } from './sweep-store.ts';

const DAY_MS = 86_400_000;

/** Errors: those of the store. */
export async function readSweep(session: Session, store: ReadableStore = session.store): Promise<SweepView> {
  const runs = await readRuns(store, MAX_SWEEPS);
  const { everyDays } = await readSetting(store);
  const all = await readFindings(store);
  const today = dayOf(session.clock.now());
  const copies = countByFingerprint(all);
  const viewOf = (row: FileRow): SweepFinding => describeFile(session, row, today, copies);
  const openFirst = (a: SweepFinding, b: SweepFinding): number => Number(b.isOpen) - Number(a.isOpen);
  const findings = all.map(viewOf).toSorted(openFirst);
  const unread = (await readUnread(store)).map(viewOf).toSorted(openFirst);
  const { openUnread, unlisted } = await countUnread(session, store);
  const folders = await readFolders(store);
  const days = daysOf(everyDays);
  return {
    sweeps: runs.map(describeRun),
    everyDays: days,
    nextAt: nextSweep(runs, days),
    folders: folders.map(({ id, path }) => ({
      folderId: id,
      path: session.inspection === null ? toOneLine(path) : null,
    })),
    findings: findings.slice(0, MAX_FINDINGS),
    more: Math.max(0, findings.length - MAX_FINDINGS),
    unread: unread.slice(0, MAX_FINDINGS),
    moreUnread: Math.max(0, unread.length - MAX_FINDINGS) + unlisted,
    openUnread,
    open: findings.filter(({ isOpen }) => isOpen).length,
  };
}

/** Errors: those of the store. */
export async function readDue(session: Session): Promise<RouteReply<'sweep.due'>> {
  const today = dayOf(session.clock.now());
  const findings = await readFindings(session.store);
  const runs = await readRuns(session.store, MAX_SWEEPS);
  const { everyDays } = await readSetting(session.store);
  const next = nextSweep(runs, daysOf(everyDays));
  const isLate = next !== null && session.clock.now() > next + everyDays * DAY_MS;
  return {
    open: findings.filter((row) => isOpen(row, today)).length,
    openUnread: (await countUnread(session)).openUnread,
    overdueSince: isLate ? next : null,
    left: await countLeft(session.store),
  };
}

/** How many files and folders that were not read to their end nobody has decided on, and how many of the last whole sweep are in no list. */
export async function countUnread(
  session: Session,
  store: ReadableStore = session.store,
): Promise<{ readonly openUnread: number; readonly unlisted: number }> {
  const last = (await readRuns(store, MAX_SWEEPS)).find(({ state }) => state === 'done');
  const unlisted = last?.unlisted ?? 0;
  const today = dayOf(session.clock.now());
  const open = (await readUnread(store)).filter((row) => isOpen(row, today)).length;
  return { openUnread: open + unlisted, unlisted };
}

/** When the clock begins one; null where it does not: by hand alone, before the first one, while one is open. */
export function nextSweep(runs: readonly RunRow[], everyDays: SweepDays): number | null {
  const last = runs[0];
  if (everyDays === 0 || last === undefined || last.endedAt === null) return null;
  return last.endedAt + everyDays * DAY_MS;
}

/** A row that somebody has written by hand says no other number. */
export const daysOf = (days: number): SweepDays => SWEEP_DAYS.find((one) => one === days) ?? 7;

const isOpen = ({ decision, until }: FileRow, today: string): boolean =>
  decision !== 'accepted' || until === null || until <= today;

function countByFingerprint(rows: readonly FileRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { fingerprint } of rows)
    if (fingerprint !== null) counts.set(hex(fingerprint), (counts.get(hex(fingerprint)) ?? 0) + 1);
  return counts;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function describeFile(
  session: Session,
  row: FileRow,
  today: string,
  copies: ReadonlyMap<string, number>,
): SweepFinding {
  const { id, path, place, kind, size, changed, ids, phones, people, unread, firstAt, lastAt } = row;
  const isShown = session.inspection === null;
  return {
    findingId: id,
    name: isShown ? toOneLine(basename(shownPath(path))).slice(0, 260) : null,
    folder: isShown ? toOneLine(dirname(shownPath(path))) : null,
    place,
    kind,
    size,
    changed: Math.max(0, Math.floor(changed)),
    ids,
    phones,
    people,
    unread,
    firstAt,
    lastAt,
    copies: row.fingerprint === null ? 0 : Math.max(0, (copies.get(hex(row.fingerprint)) ?? 1) - 1),
    decision:
      row.decision === null
        ? null
        : {
            what: row.decision,
            at: row.decidedAt ?? 0,
            by: nameOfStaff(session, row.decidedBy as StaffId),
            words: row.words,
            until: row.until,
          },
    isOpen: isOpen(row, today),
  };
}

const describeRun = ({
  state,
  byHand,
  begunAt,
  endedAt,
  files,
  bytes,
  found,
  people,
  unread,
}: RunRow): SweepRun => ({
  state,
  byHand: byHand === 1,
  begunAt,
  endedAt,
  files,
  bytes,
  found,
  people,
  unread,
});
