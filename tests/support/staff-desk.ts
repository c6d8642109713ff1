/** A vault with its first three people, and words for what an admin does about people in it. */
import type { Role } from '../../contract/fields.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { Second } from '../../contract/staff/requests.ts';
import type { SlotId } from '../../contract/ids.ts';
import type { StaffMember } from '../../contract/staff/views.ts';
import { createAnchor, readAnchor } from '../../main/vault/anchor/anchor.ts';
import type { Clock } from '../../main/vault/clock.ts';
import { createLimiter } from '../../main/vault/keys/limiter.ts';
import { PINS, type VaultHarness } from './vault-harness.ts';

/** PINs for newcomers that pass the rules. */
export const NEWCOMER_PINS: Readonly<Record<Role, string>> = {
  receptionist: '804926',
  supervisor: 'otter-52-lamp',
  admin: 'cedar-18-mill',
};

export interface StaffDriver {
  members(): Promise<readonly StaffMember[]>;
  named(name: string): Promise<StaffMember>;
  slotNamed(name: string): Promise<SlotId>;
  proof(role: Role): Promise<{ slotId: SlotId; pin: string }>;
  add(role: Role, name: string, second?: Second): Promise<ErrorCode | 'ok'>;
  remove(name: string, second?: Second): Promise<ErrorCode | 'ok'>;
  /** Locks first. */
  signIn(name: string, pin: string): Promise<ErrorCode | 'ok'>;
  unlocked(name: string, pin: string): Promise<RouteReply<'session.unlock'>>;
}

/** The admin of set-up acts, with a supervisor of set-up behind it where nobody else is named. */
export function driveStaff(desk: VaultHarness): StaffDriver {
  const driver: StaffDriver = {
    members: async () => (await desk.call('staff.list', {})).members,
    named: async (name) => (await driver.members()).find(({ displayName }) => displayName === name)!,
    slotNamed: async (name) => (await desk.people()).find(({ displayName }) => displayName === name)!.slotId,
    proof: (role) => desk.proofOf(role),
    add: async (role, name, second) =>
      desk.codeOf('staff.add', {
        name,
        role,
        twoRoles: false,
        newPin: NEWCOMER_PINS[role],
        pin: PINS.admin,
        second: second ?? (await desk.proofOf('supervisor')),
      }),
    remove: async (name, second) =>
      desk.codeOf('staff.remove', {
        staffId: (await driver.named(name)).staffId,
        pin: PINS.admin,
        ...(second === undefined ? {} : { second }),
      }),
    signIn: async (name, pin) => {
      await desk.lock();
      return desk.codeOf('session.unlock', { slotId: await driver.slotNamed(name), pin });
    },
    unlocked: async (name, pin) => {
      await desk.lock();
      return desk.call('session.unlock', { slotId: await driver.slotNamed(name), pin });
    },
  };
  return driver;
}

export const sheetOf = (lines: readonly (readonly string[])[]): Second => ({
  sheet: lines.map((groups) => groups.join(' ')).join('\n'),
});

/** A hundred wrong tries between right ones, counted by the limiter of a vault that is closed: nobody waits for a hundred stretched PINs. */
export async function closeSlot(desk: VaultHarness, slotId: SlotId, clock: Clock): Promise<void> {
  const { anchors, deviceSecrets } = desk.keychain;
  const anchor = createAnchor(readAnchor(anchors.filter((copy) => copy !== undefined))!, {
    write: (copy, bytes) => desk.keychain.writeAnchor(copy, bytes),
  });
  const limiter = createLimiter({
    anchor,
    vaultDir: desk.vaultDir,
    deviceSecret: Object.values(deviceSecrets)[0]!,
    clock,
  });
  const guess = async () =>
    (await limiter.begin([slotId], async () => ({ dispose: () => undefined }))).attempt;
  for (let tries = 1; !limiter.status(slotId).closed; tries++) {
    const attempt = await guess();
    if (tries % 5 === 0) await attempt.succeeded();
  }
  await limiter.drain();
}
