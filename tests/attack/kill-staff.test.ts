/**
 * SIGKILL while somebody is added, given a new PIN or leaves. Afterwards it is done as a whole or not at all, for everybody who signs in,
 * without an alarm and with one entry in the log or none.
 */
import { describe, expect, it } from 'vitest';
import type { RouteName } from '../../contract/route-names.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { SlotId, StaffId } from '../../contract/ids.ts';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { readCurrentHeader } from '../support/backup-desk.ts';
import { type PhaseOf, createPace, expectSide, killInPhase } from '../support/kills/kill-in-phase.ts';
import { createAims, createKillRecord, KILL_ENGINES, killsTimeout } from '../support/kills/kill-plan.ts';
import { isCommit, isNamed, sideOf, SIDES } from '../support/kills/signs.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const NAME = 'Desk Two';
/** The PIN changes with each reset. */
const NEWCOMER_PINS = ['804926', '903718'] as const;

const CHANGES = ['add', 'reset', 'remove'] as const;
type Change = (typeof CHANGES)[number];
const PHASES = [
  'asked',
  'PIN counted',
  'waiting in the store, header as before',
  'header switched, store not yet',
  'store followed',
  'anchoring',
  'acknowledged',
] as const;

/** The change waits by the time that the new header is begun. */
const phaseOf: PhaseOf = (sign, before) => {
  if (sign.type === 'write-anchor') return before === 'store followed' ? 'anchoring' : 'PIN counted';
  if (isNamed(sign, `${HEADER_FILE}.new`)) return 'waiting in the store, header as before';
  if (isNamed(sign, HEADER_FILE)) return 'header switched, store not yet';
  return isCommit(sign) && before === 'header switched, store not yet' ? 'store followed' : null;
};

/** What the newcomer is after a kill; the test goes on from there. */
interface Newcomer {
  readonly staffId: StaffId;
  readonly slotId: SlotId;
  readonly pin: (typeof NEWCOMER_PINS)[number];
}

describe.each(KILL_ENGINES)('kill of a change of staff on %s', (engine) => {
  it('leaves all or nothing of it', { timeout: killsTimeout() }, async () => {
    const desk = await createHarness({ engine });
    const personId = await desk.setUpWith(draftOf(7), 'admin');
    const supervisor = await desk.proofOf('supervisor');
    await desk.vault.close();
    const killed = {
      add: createKillRecord('staff: add', engine),
      reset: createKillRecord('staff: reset', engine),
      remove: createKillRecord('staff: remove', engine),
    };
    const pace = createPace(53);
    const aims = createAims({ add: PHASES, reset: PHASES, remove: PHASES });
    let newcomer: Newcomer | null = null;
    let resets = 0;
    while (aims.left() > 0) {
      const isThere: boolean = newcomer !== null;
      const aim = aims.next((change) => (change === 'add') !== isThere);
      const change: Change = aim?.change ?? (isThere ? 'remove' : 'add');
      const next = NEWCOMER_PINS.find((pin) => pin !== newcomer?.pin)!;
      const [route, payload] = requestOf(change, newcomer, next, supervisor);
      if (aim === undefined) {
        // None is left of what can be done as things stand.
        await desk.start();
        await desk.unlock('admin');
        await desk.call(route, payload as never);
        newcomer = await newcomerOf(desk, next);
        await desk.vault.close();
        continue;
      }
      const before = await readCurrentHeader(desk);
      const work = { route, phases: PHASES, phaseOf, request: () => payload };
      const fell = await killInPhase(desk, engine, work, aim, pace);
      const isSwitched = (await readCurrentHeader(desk)).generation > before.generation;
      killed[change].record(fell.phase);
      killed[change].record(sideOf(isSwitched));
      expectSide({ phases: PHASES, behindSwitch: 'header switched, store not yet' }, aim, fell, isSwitched);
      const isDone = await settle(desk, change, isThere, resets);
      if (change === 'reset' && isDone) resets++;
      expect(isDone, `${change}, after a kill at ${fell.phase}`).toBe(isSwitched);
      newcomer = await newcomerOf(desk, change === 'remove' ? newcomer?.pin : isDone ? next : newcomer?.pin);
      if (newcomer !== null) await expectToWork(desk, newcomer, personId);
      await desk.vault.close();
    }
    for (const { tooFew } of Object.values(killed)) expect(tooFew([...PHASES, ...SIDES])).toEqual([]);
    await desk.dispose();
  });
});

function requestOf(
  change: Change,
  newcomer: Newcomer | null,
  newPin: string,
  second: { readonly slotId: SlotId; readonly pin: string },
): readonly [RouteName, object] {
  const pin = PINS.admin;
  switch (change) {
    case 'add':
      return ['staff.add', { name: NAME, role: 'receptionist', twoRoles: false, newPin, pin, second }];
    case 'reset':
      return ['staff.reset', { staffId: newcomer?.staffId, newPin, pin, second }];
    case 'remove':
      return ['staff.remove', { staffId: newcomer?.staffId, pin }];
  }
}

/** The next sign-in, a supervisor's; whether the change has been made. Header, roster and log say the same. */
async function settle(
  desk: VaultHarness,
  change: Change,
  wasThere: boolean,
  resetsBefore: number,
): Promise<boolean> {
  await desk.start();
  expect((await desk.unlock('supervisor')).alarms).toEqual([]);
  expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
  const isThere = (await desk.people()).some(({ displayName }) => displayName === NAME);
  if (change !== 'reset') return isThere !== wasThere;
  // Each reset takes a roster entry, and has one in the log.
  return (await countResets(desk)) > resetsBefore;
}

const countResets = async (desk: VaultHarness): Promise<number> => {
  let [count, before]: [number, number | null] = [0, null];
  for (;;) {
    const { entries, next }: RouteReply<'log.list'> = await desk.call('log.list', { before, limit: 200 });
    count += entries.filter(({ action }) => action === 'staff-reset').length;
    if (next === null) return count;
    before = next;
  }
};

async function newcomerOf(desk: VaultHarness, pin: Newcomer['pin'] | undefined): Promise<Newcomer | null> {
  await desk.switchTo('admin');
  const { members } = await desk.call('staff.list', {});
  expect(members.map(({ slotId }) => slotId)).toEqual((await desk.people()).map(({ slotId }) => slotId));
  const member = members.find(({ displayName }) => displayName === NAME);
  return member === undefined ? null : { staffId: member.staffId, slotId: member.slotId!, pin: pin! };
}

/** Their one PIN opens, the other does not, and what it opens is what their role holds. */
async function expectToWork(desk: VaultHarness, { slotId, pin }: Newcomer, personId: number): Promise<void> {
  await desk.lock();
  expect(
    await desk.codeOf('session.unlock', { slotId, pin: NEWCOMER_PINS.find((other) => other !== pin) }),
  ).toBe('wrong-pin');
  expect(await desk.codeOf('session.unlock', { slotId, pin })).toBe('ok');
  expect(
    await desk.ask('people.reveal', { personId, field: 'phone', ordinal: 0, why: { reason: 'repair' }, pin }),
  ).toMatchObject({ ok: true, value: { value: phoneOf(7) } });
}
