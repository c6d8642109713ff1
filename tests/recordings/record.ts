/**
 * Records what the vault answers to the screens that tests show without one: `npx vitest run --project recordings`, or with RECORD=forms,papers
 * routes whose names begin so alone. The walk over the routes asks, at a vault that has something of every feature; its people are planted and impossible.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Role } from '../../contract/fields.ts';
import { ROUTE_NAMES, type RouteName } from '../../contract/route-names.ts';
import { ROUTES, type RouteReply } from '../../contract/routes.ts';
import { COMPUTER, fillVault } from '../support/full-vault.ts';
import { type Recording, readRecordings, RECORDINGS_FILE } from '../support/recordings.ts';
import { keepOnce } from '../support/kept-recordings.ts';
import { mayCall } from '../support/may-call.ts';
import { walkRoutes } from '../support/route-walk.ts';

const RECORD_MS = 3_600_000;
/** Asked in any case, and kept where they are wanted: ids of the same people are the same in every recording. */
const OF_PEOPLE: ReadonlySet<RouteName> = new Set(['vault.status', 'session.unlock']);
const features = process.env['RECORD']?.split(',');
const isWanted = (route: RouteName): boolean =>
  features === undefined || features.includes(route.slice(0, route.indexOf('.')));
/** What changes something answers everybody alike: one who may is enough. */
const WHO_CHANGES = ['supervisor', 'admin', 'receptionist'] as const;
const isVisited = (route: RouteName, role: Role | null): boolean =>
  (isWanted(route) || OF_PEOPLE.has(route)) &&
  (role === null ||
    ROUTES[route].facts.changes === undefined ||
    WHO_CHANGES.find((who) => mayCall(route, who)) === role);

/** What a question is told apart by: nothing where it changes something, and nothing that proves. */
function askedFor(route: RouteName, request: unknown): Recording['request'] {
  if (ROUTES[route].facts.changes !== undefined) return {};
  const hasPin = (value: unknown): boolean => String(JSON.stringify(value)).includes('"pin":');
  return Object.fromEntries(
    Object.entries(request as object).filter(([name, value]) => !NOT_ASKED.has(name) && !hasPin(value)),
  );
}
const NOT_ASKED = new Set(['pin', 'why', 'words', 'fileId', 'answers', 'sheet']);

/** A page that shows thirty entries of a log shows more of them alike, and is drawn faster in a test. */
const MAX_ENTRIES = 30;
const shortened = (reply: unknown): unknown =>
  typeof reply === 'object' && reply !== null && 'entries' in reply && Array.isArray(reply.entries)
    ? { ...reply, entries: reply.entries.slice(0, MAX_ENTRIES) }
    : reply;

/** A folder of this run in the place of a drive. */
const A_FOLDER = /(?<=")[^"]*resident-vault-test-[^"/\\]+/g;

/** Ids of the staff: slots as the lock screen has them, then of people by role, whoever was signed in last. */
function idsOfStaff(recordings: readonly Recording[]): readonly string[] {
  const repliesOf = <N extends RouteName>(name: N): readonly RouteReply<N>[] =>
    recordings.filter(({ route }) => route === name).map(({ reply }) => reply as RouteReply<N>);
  const signedIn = repliesOf('session.unlock').map((reply) => reply.signedIn);
  return [
    ...repliesOf('vault.status').flatMap(({ people }) => people.map(({ slotId }) => slotId)),
    ...signedIn.toSorted((one, other) => one.role.localeCompare(other.role)).map(({ staffId }) => staffId),
  ];
}

/** Random ids and hashes are numbered in order, those of the staff first, so that a new recording differs where answers do. */
function withStableIds(recordings: readonly Recording[]): readonly Recording[] {
  const known = new Map(
    [...new Set(idsOfStaff(recordings))].map((id, at) => [
      id,
      (at + 1).toString(16).padStart(id.length, '0'),
    ]),
  );
  const text = JSON.stringify(recordings)
    .replaceAll(A_FOLDER, '/media/备份盘')
    .replaceAll(/(?<=")(?:[\da-f]{16}|[\da-f]{32}|[\da-f]{64})(?=")/g, (id) => {
      const stable = known.get(id) ?? (known.size + 1).toString(16).padStart(id.length, '0');
      known.set(id, stable);
      return stable;
    });
  return JSON.parse(text) as readonly Recording[];
}
const ORDER = [...OF_PEOPLE, ...ROUTE_NAMES];
const placeOf = ({ route, role }: Recording): number => 2 * ORDER.indexOf(route) + (role === null ? 0 : 1);
const inOrder = (recordings: readonly Recording[]): readonly Recording[] =>
  recordings.toSorted((one, other) => placeOf(one) - placeOf(other));

it(
  'records an answer to every route',
  async () => {
    const kept = (await readRecordings()).filter(({ route }) => !isWanted(route));
    const found = new Map<string, Recording>();
    const atDesk = new Set<string>();
    const failed: string[] = [];
    await walkRoutes({
      engine: 'better-sqlite3',
      alter: (_, result) => result,
      visits: isVisited,
      computer: COMPUTER,
      fill: fillVault,
      onFailure: (route, role, error) => failed.push(`${route} as ${role}: ${String(error)}`),
      onAnswer: (route, role, request, reply, isElsewhere) => {
        const asked = askedFor(route, request);
        const question = JSON.stringify([route, role, asked]);
        // The last answer to a question counts, of the desk that was filled before any other: there is most in it then.
        if (isElsewhere && atDesk.has(question)) return;
        if (!isElsewhere) atDesk.add(question);
        found.set(question, { route, role, request: asked, reply: shortened(reply) });
      },
    });
    const all = inOrder([
      ...kept,
      ...withStableIds(inOrder([...found.values()])).filter(({ route }) => isWanted(route)),
    ]);
    const lines = keepOnce(all).map((one) => JSON.stringify(one));
    writeFileSync(RECORDINGS_FILE, gzipSync(`[\n${lines.join(',\n')}\n]\n`, { level: 9 }));
    expect(failed).toEqual([]);
    const recorded = new Set(all.map(({ route }) => route));
    expect(ROUTE_NAMES.filter((route) => !recorded.has(route))).toEqual([]);
  },
  RECORD_MS,
);
