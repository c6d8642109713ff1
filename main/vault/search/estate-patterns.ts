/**
 * The estate's room patterns: listed, tried and saved; saving rereads every room by them in the same
 * transaction.
 */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { checkPatterns, readPatternTexts } from './read-room-patterns.ts';
import { type RoomPatterns, samplesOf } from '../values/room-pattern.ts';
import { type ParsedRoom, isUnderstood, parseRoom } from '../values/room-text.ts';
import { INSERT_ROOM_KEY, roomKeyRows } from './search-index.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { commitValue } from '../session/commit.ts';
import { done } from '../log/done.ts';

/** Most rooms that a trial reads, so that typing a pattern stays fast. */
const LOOKED_AT = 5000;
const SHOWN = 6;

/** Handles `rooms.patterns`. */
export async function listPatterns(session: Session): Promise<RouteReply<'rooms.patterns'>> {
  return { patterns: [...(await readPatternTexts(session.store))] };
}

/** Handles `rooms.tryPatterns`: what the patterns would do. Nothing is written. */
export async function tryPatterns(
  session: Session,
  request: RouteRequest<'rooms.tryPatterns'>,
): Promise<RouteReply<'rooms.tryPatterns'>> {
  const checks = checkPatterns(request.patterns);
  const patterns = checks.flatMap((check) => ('pattern' in check ? [check.pattern] : []));
  const rooms = await session.store.all<RoomRow>(
    sql`SELECT id, label, canonical, written FROM room ORDER BY id LIMIT ${LOOKED_AT}`,
  );
  const { moved, kept } = readAnew(rooms, patterns);
  return {
    problems: checks.map((check) => ('problem' in check ? check.problem : null)),
    readings: request.examples.map((text) => ({
      text,
      usual: parseRoom(text)?.label ?? '',
      now: parseRoom(text, patterns)?.label ?? '',
    })),
    conflicts: patterns.flatMap((pattern) =>
      samplesOf(pattern)
        .slice(0, 1)
        .flatMap(({ text }) => conflictOf(text, patterns)),
    ),
    rooms: {
      looked: rooms.length,
      moved: moved.length,
      kept: kept.length,
      samples: moved.slice(0, SHOWN).map(({ row, parsed }) => ({ before: row.label, after: parsed.label })),
    },
  };
}

/** The text where the built-in notations read it as another room. */
function conflictOf(text: string, patterns: RoomPatterns): RouteReply<'rooms.tryPatterns'>['conflicts'] {
  const [usual, now] = [parseRoom(text), parseRoom(text, patterns)];
  if (usual === null || now === null || !isUnderstood(usual) || usual.canonical === now.canonical) return [];
  return [{ text, usual: usual.label, now: now.label }];
}

/**
 * Handles `rooms.savePatterns`. Errors: `bad-request` where a pattern cannot be used, those of `withSlots`.
 */
export async function savePatterns(
  session: Session,
  { patterns: texts, pin }: RouteRequest<'rooms.savePatterns'>,
): Promise<RouteReply<'rooms.savePatterns'>> {
  const patterns = checkPatterns(texts).flatMap((check) => ('pattern' in check ? [check.pattern] : []));
  if (patterns.length !== texts.length) throw new AppError('bad-request', { where: 'patterns' });
  return withOwnPin(session, pin, async (present) => {
    const rooms = await commitValue(session, async (tx) => {
      await tx.run(sql`DELETE FROM room_pattern`);
      for (const [position, { text }] of patterns.entries())
        await tx.run(sql`INSERT INTO room_pattern (position, text) VALUES (${position}, ${text})`);
      const value = await rereadRooms(tx, patterns);
      const { moved, kept } = value;
      const detail = { patterns: patterns.length, rooms: moved, kept };
      return { value, entries: [done('room-patterns', detail, { signedBy: present })] };
    });
    session.roomPatterns = patterns;
    return rooms;
  });
}

interface RoomRow {
  readonly id: number;
  readonly label: string;
  readonly canonical: string;
  readonly written: string | null;
}
interface Move {
  readonly row: RoomRow;
  readonly parsed: ParsedRoom;
}

/**
 * The rooms that a pattern reads now or read before. Two rooms are never merged: a room whose new form
 * belongs to another stays as it is, because a pattern cannot decide that their records belong together.
 */
function readAnew(
  rooms: readonly RoomRow[],
  patterns: RoomPatterns,
): { readonly moved: readonly Move[]; readonly kept: readonly Move[] } {
  const changed = rooms.flatMap((row): Move[] => {
    const parsed = parseRoom(row.written ?? row.label, patterns);
    return parsed === null ||
      (row.written === null && parsed.written === null) ||
      parsed.canonical === row.canonical
      ? []
      : [{ row, parsed }];
  });
  let moved: readonly Move[] = changed;
  for (;;) {
    const moving = new Set(moved.map(({ row }) => row.id));
    const taken = new Set(rooms.flatMap((row) => (moving.has(row.id) ? [] : [row.canonical])));
    const free = moved.filter(({ parsed }) => !taken.has(parsed.canonical) && taken.add(parsed.canonical));
    if (free.length === moved.length)
      return { moved, kept: changed.filter((move) => !moving.has(move.row.id)) };
    moved = free;
  }
}

async function rereadRooms(
  tx: WritableStore,
  patterns: RoomPatterns,
): Promise<{ readonly moved: number; readonly kept: number }> {
  const { moved, kept } = readAnew(
    await tx.all<RoomRow>(sql`SELECT id, label, canonical, written FROM room ORDER BY id`),
    patterns,
  );
  if (moved.length === 0) return { moved: 0, kept: kept.length };
  // A room may take the form that another gives up, so all give up theirs first.
  await tx.runMany(
    `UPDATE room SET canonical = '?' || id WHERE id = ?`,
    moved.map(({ row }) => [row.id]),
  );
  await tx.runMany(
    'UPDATE room SET estate = ?, building = ?, unit = ?, room = ?, label = ?, canonical = ?, written = ? WHERE id = ?',
    moved.map(({ row, parsed: { estate, building, unit, room, label, canonical, written } }) => [
      estate,
      building,
      unit,
      room,
      label,
      canonical,
      written,
      row.id,
    ]),
  );
  await tx.run(
    sql`DELETE FROM room_key WHERE room_id IN (SELECT value FROM json_each(${JSON.stringify(moved.map(({ row }) => row.id))}))`,
  );
  await tx.runMany(INSERT_ROOM_KEY, roomKeyRows(moved.map(({ row, parsed }) => ({ id: row.id, parsed }))));
  return { moved: moved.length, kept: kept.length };
}
