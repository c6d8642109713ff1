/**
 * SIGKILL while somebody is added, given a new PIN or leaves. Afterwards it is done as a whole or not at all, for everybody who signs in,
 * without an alarm and with one entry in the log or none.
 */
import { expect } from 'vitest';
import type { PersonId, SlotId, StaffId } from '../../contract/ids.ts';
import { HEADER_FILE } from '../../main/vault/keys/header.ts';
import { readCurrentHeader } from '../support/backup-desk.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import type { PhaseOf } from '../support/kills/kill-in-phase.ts';
import { readLog } from '../support/kills/read-log.ts';
import { isCommit, isNamed } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const NAME = 'Desk Two';
/** The PIN changes with each reset. */
const NEWCOMER_PINS = ['804926', '903718'] as const;

/** The change waits by the time that the new header is begun. */
const phaseOf: PhaseOf = (sign, before) => {
  if (sign.type === 'write-anchor') return before === 'store followed' ? 'anchoring' : 'PIN counted';
  if (isNamed(sign, `${HEADER_FILE}.new`)) return 'waiting in the store, header as before';
  if (isNamed(sign, HEADER_FILE)) return 'header switched, store not yet';
  return isCommit(sign) && before === 'header switched, store not yet' ? 'store followed' : null;
};

const CHANGE = {
  phases: [
    'PIN counted',
    'waiting in the store, header as before',
    'header switched, store not yet',
    'store followed',
    'anchoring',
  ],
  phaseOf: () => phaseOf,
  behindSwitch: 'header switched, store not yet',
} as const;

/** What the newcomer is after a kill; the test goes on from there. */
interface Newcomer {
  readonly staffId: StaffId;
  readonly slotId: SlotId;
  readonly pin: (typeof NEWCOMER_PINS)[number];
}

describeKill('kill of a change of staff', {
  title: 'leaves all or nothing of it',
  changes: {
    'staff: add': { route: 'staff.add', ...CHANGE },
    'staff: reset': { route: 'staff.reset', ...CHANGE },
    'staff: remove': { route: 'staff.remove', ...CHANGE },
  },
  by: 'admin',
  async setUp(engine) {
    const desk = await createHarness({ engine });
    const personId = await desk.setUpWith(draftOf(7), 'admin');
    const second = await desk.proofOf('supervisor');
    let newcomer: Newcomer | null = null;
    let [resets, { generation }] = [0, await readCurrentHeader(desk)];
    const otherPin = (): Newcomer['pin'] => NEWCOMER_PINS.find((pin) => pin !== newcomer?.pin)!;
    return {
      desk,
      canBeMade: (change) => (change === 'staff: add') === (newcomer === null),
      request(_, __, change) {
        const proof = { pin: PINS.admin, second };
        if (change === 'staff: remove') return { staffId: newcomer?.staffId, pin: PINS.admin };
        if (change === 'staff: reset') return { staffId: newcomer?.staffId, newPin: otherPin(), ...proof };
        return { name: NAME, role: 'receptionist', twoRoles: false, newPin: otherPin(), ...proof };
      },
      // Header, roster and log say the same.
      async expectAfter(what, _, change) {
        const isMade = (await readCurrentHeader(desk)).generation > generation;
        const wasThere = newcomer !== null;
        await expectSound(desk, what);
        const isThere = (await desk.people()).some(({ displayName }) => displayName === NAME);
        expect(isThere !== wasThere, what).toBe(isMade && change !== 'staff: reset');
        if (isMade && change === 'staff: reset') resets++;
        const told = (await readLog(desk)).filter(({ action }) => action === 'staff-reset');
        expect(told.length, what).toBe(resets);
        newcomer = await newcomerOf(desk, isMade && isThere ? otherPin() : newcomer?.pin);
        if (newcomer !== null) await expectToWork(desk, newcomer, personId);
        await desk.vault.close();
        ({ generation } = await readCurrentHeader(desk));
        return isMade;
      },
    };
  },
});

async function newcomerOf(desk: VaultHarness, pin: Newcomer['pin'] | undefined): Promise<Newcomer | null> {
  await desk.switchTo('admin');
  const { members } = await desk.call('staff.list', {});
  expect(members.map(({ slotId }) => slotId)).toEqual((await desk.people()).map(({ slotId }) => slotId));
  const member = members.find(({ displayName }) => displayName === NAME);
  return member === undefined ? null : { staffId: member.staffId, slotId: member.slotId!, pin: pin! };
}

/** Their one PIN opens, the other does not, and what it opens is what their role holds. */
async function expectToWork(
  desk: VaultHarness,
  { slotId, pin }: Newcomer,
  personId: PersonId,
): Promise<void> {
  await desk.lock();
  const other = NEWCOMER_PINS.find((one) => one !== pin)!;
  expect(await desk.codeOf('session.unlock', { slotId, pin: other })).toBe('wrong-pin');
  expect(await desk.codeOf('session.unlock', { slotId, pin })).toBe('ok');
  expect(
    await desk.ask('people.reveal', { personId, field: 'phone', ordinal: 0, why: { reason: 'repair' }, pin }),
  ).toMatchObject({ ok: true, value: { value: phoneOf(7) } });
}
