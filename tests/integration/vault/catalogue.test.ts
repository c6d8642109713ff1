/** What routes say that they enter, against a whole vault: each of these requests enters that, and nothing else. */
import { beforeAll, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { NO_LIMITS } from '../../../contract/limits/lists.ts';
import { ACTIONS, LOG_ACTIONS, type LogAction } from '../../../contract/log/entries.ts';
import type { ActionFacts } from '../../../contract/manifest.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import { ROUTES, type RouteReply, type RouteRequest } from '../../../contract/routes.ts';
import { readAnchor } from '../../../main/vault/anchor/anchor.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';

interface Done {
  readonly route: RouteName;
  /** Numbers of the entries that it made: after the first, up to the last. */
  readonly after: number;
  readonly upTo: number;
}

let desk: VaultHarness;
let personId: PersonId;
const done: Done[] = [];
const actions = new Map<number, LogAction>();

/** Number of the log's last entry, as the keychain has it. */
const lastEntry = (): number =>
  readAnchor(desk.keychain.anchors.filter((copy) => copy !== undefined))!.state.log.seq;

async function call<N extends RouteName>(route: N, request: RouteRequest<N>): Promise<RouteReply<N>> {
  const after = lastEntry();
  const reply = await desk.call(route, request);
  done.push({ route, after, upTo: lastEntry() });
  return reply;
}

const WORDS = 'a test of the catalogue';
const why = { reason: 'repair' } as const;

const ROUNDS: readonly (readonly [Role, () => Promise<void>])[] = [
  [
    'receptionist',
    async () => {
      const pin = PINS.receptionist;
      const { rooms } = await call('rooms.find', { text: '3-2' });
      await call('rooms.open', { roomId: rooms[0]!.roomId });
      const { version } = await call('people.open', { personId });
      await call('people.confirm', { personId, version, field: 'phone', ordinal: 0 });
      await call('people.reveal', { personId, field: 'phone', ordinal: 0, why, pin });
      await call('people.verify', { personId, kind: 'phone', said: phoneOf(7), pin });
      await call('notes.add', { personId, roomId: null, task: 'parcel', outcome: 'not-verified', words: '' });
      await call('notes.list', { personId, before: null });
      await call('tasks.checkRoom', { text: '3-2-1801' });
      await call('emergency.begin', { personId, words: WORDS, pin });
      await call('emergency.own', {});
      await call('emergency.end', {});
      await call('limits.override', { supervisor: await desk.proofOf('supervisor'), words: WORDS });
      await call('shift.read', {});
      await call('keys.due', {});
      await call('firstDay.read', {});
      await call('shift.handOver', { next: await desk.slotOf('supervisor') });
    },
  ],
  [
    'supervisor',
    async () => {
      const pin = PINS.supervisor;
      const supervisor = await desk.proofOf('supervisor');
      await call('people.openFull', { personId, why, supervisor });
      await call('people.replaced', { personId });
      await call('people.merges', { personId });
      const { open } = await call('emergency.list', {});
      await call('emergency.acknowledge', { emergencyId: open[0]!.emergencyId, words: WORDS, pin });
      await call('alerts.list', {});
      await call('rooms.add', { text: '9-1-101' });
      await call('import.list', { before: null });
      await call('log.verify', {});
    },
  ],
  [
    'admin',
    async () => {
      const pin = PINS.admin;
      const supervisor = await desk.proofOf('supervisor');
      await call('policy.read', {});
      await call('policy.change', { masks: {}, switchedOn: ['bankCard'], words: WORDS, pin, supervisor });
      await call('limits.read', {});
      await call('limits.try', { limits: NO_LIMITS });
      await call('limits.change', {
        limits: { ...NO_LIMITS, signs: { ...NO_LIMITS.signs, burst: 40 } },
        words: WORDS,
        pin,
      });
      await call('staff.list', {});
      await call('keys.list', {});
      await call('systems.list', {});
      await call('backup.warning', {});
      await call('rooms.patterns', {});
      await call('log.staff', {});
    },
  ],
];

beforeAll(async () => {
  desk = await createHarness();
  personId = await desk.setUpWith(draftOf(7));
  for (const [role, round] of ROUNDS) {
    await desk.lock();
    const after = lastEntry();
    await desk.unlock(role);
    done.push({ route: 'session.unlock', after, upTo: lastEntry() });
    await round();
  }
  const after = lastEntry();
  const { entries } = await desk.call('log.list', { before: null, limit: 200 });
  done.push({ route: 'log.list', after, upTo: lastEntry() });
  for (const { seq, action } of entries) actions.set(seq, action);
});

it('calls routes of each kind', () => {
  const kinds = new Set(
    done
      .map(({ route }) => ROUTES[route].facts.enters)
      .map((one) => (typeof one === 'string' ? one : 'enters')),
  );
  expect(kinds).toEqual(new Set(['as-opened', 'enters', 'masks', 'no-resident', 'preparation']));
});

it('finds in the log what each of them enters, and nothing that it does not', () => {
  const beside: ReadonlySet<LogAction> = new Set(
    LOG_ACTIONS.filter((action) => (ACTIONS[action] as ActionFacts).besideAny === true),
  );
  const wrong = done.flatMap(({ route, after, upTo }) => {
    const entered = Array.from({ length: upTo - after }, (_, at) => actions.get(after + 1 + at)!);
    const own = entered.filter((action) => !beside.has(action) || declared(route).includes(action));
    const isRight =
      declared(route).length === 0
        ? own.length === 0
        : own.length > 0 && own.every((action) => declared(route).includes(action));
    return isRight ? [] : [`${route}: ${entered.join(' ')}`];
  });
  expect(wrong).toEqual([]);
});

const declared = (route: RouteName): readonly LogAction[] => {
  const { enters } = ROUTES[route].facts;
  return typeof enters === 'string' ? [] : enters;
};
