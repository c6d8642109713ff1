/** The ceremony after a theft, request by request, as an admin and a supervisor go through it; two of the staff are not there. */
import { type Role, SEALED_TIERS } from '../../contract/fields.ts';
import type { TheftStep } from '../../contract/key-management/lists.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { PersonDraft } from '../../contract/people/requests.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { PersonId, SlotId, StaffId } from '../../contract/ids.ts';
import { driveStaff, NEWCOMER_PINS } from './staff-desk.ts';
import { PINS, type VaultHarness } from './vault-harness.ts';

/** Of those who are there, once they have another. */
export const RENEWED_PINS: Readonly<Record<Role, string>> = {
  receptionist: '639275',
  supervisor: 'willow-71-sand',
  admin: 'maple-29-fern',
};
/** Who is not there, by their role. */
export const AWAY = { receptionist: 'Desk Two', supervisor: 'Super Two' } as const;

/** A vault in this process or in another. */
interface Caller {
  call<N extends RouteName>(route: N, payload: never): Promise<RouteReply<N>>;
}

export interface TheftDesk {
  readonly personId: PersonId;
  readonly slots: Readonly<Record<Role, SlotId>>;
  readonly staffIds: Readonly<Record<Role | `away-${keyof typeof AWAY}`, StaffId>>;
  /** As they are by now. */
  readonly pins: Record<Role, string>;
}

/** The three of set-up, and two more who will not be there; the admin is signed in. */
export async function openTheftDesk(desk: VaultHarness, person: PersonDraft): Promise<TheftDesk> {
  const personId = await desk.setUpWith(person, 'admin');
  const staff = driveStaff(desk);
  await staff.add('receptionist', AWAY.receptionist);
  await staff.add('supervisor', AWAY.supervisor);
  const members = await staff.members();
  const find = (role: Role, name?: string): StaffId =>
    members.find((one) => one.role === role && (name === undefined || one.displayName === name))!.staffId;
  return {
    personId,
    slots: {
      admin: await desk.slotOf('admin'),
      supervisor: await desk.slotOf('supervisor'),
      receptionist: await desk.slotOf('receptionist'),
    },
    staffIds: {
      admin: find('admin'),
      supervisor: find('supervisor'),
      receptionist: find('receptionist'),
      'away-receptionist': find('receptionist', AWAY.receptionist),
      'away-supervisor': find('supervisor', AWAY.supervisor),
    },
    pins: { ...PINS },
  };
}

export interface TheftRequest {
  readonly step: TheftStep;
  readonly what: string;
  send(caller: Caller, desk: TheftDesk): Promise<unknown>;
}

const both = ({ pins, slots }: TheftDesk) => ({
  pin: pins.admin,
  cosigner: { slotId: slots.supervisor, pin: pins.supervisor },
});
const ask = (caller: Caller, route: RouteName, payload: object): Promise<unknown> =>
  caller.call(route, payload as never);

async function renew(caller: Caller, desk: TheftDesk, role: 'supervisor' | 'receptionist'): Promise<void> {
  const newPin = RENEWED_PINS[role];
  await ask(caller, 'staff.reset', {
    staffId: desk.staffIds[role],
    newPin,
    pin: desk.pins.admin,
    second: { slotId: desk.slots.supervisor, pin: desk.pins.supervisor },
  });
  desk.pins[role] = newPin;
}

/** In the order in which the screen goes. */
export const THEFT_REQUESTS: readonly TheftRequest[] = [
  { step: 'begin', what: 'begun', send: (caller, desk) => ask(caller, 'theft.begin', both(desk)) },
  {
    step: 'people',
    what: 'the admin has another PIN',
    send: async (caller, desk) => {
      await ask(caller, 'staff.changePin', { pin: desk.pins.admin, newPin: RENEWED_PINS.admin });
      desk.pins.admin = RENEWED_PINS.admin;
    },
  },
  {
    step: 'people',
    what: 'the supervisor has another PIN, with their own old one',
    send: (caller, desk) => renew(caller, desk, 'supervisor'),
  },
  {
    step: 'people',
    what: 'the receptionist has another PIN',
    send: (caller, desk) => renew(caller, desk, 'receptionist'),
  },
  {
    step: 'people',
    what: 'a receptionist is not there',
    send: (caller, desk) =>
      ask(caller, 'theft.shutOut', { staffId: desk.staffIds['away-receptionist'], ...both(desk) }),
  },
  {
    step: 'people',
    what: 'a supervisor is not there',
    send: (caller, desk) =>
      ask(caller, 'theft.shutOut', { staffId: desk.staffIds['away-supervisor'], ...both(desk) }),
  },
  {
    step: 'tier-keys',
    what: 'the tier keys are others',
    send: (caller, desk) => ask(caller, 'keys.rotateTierKeys', { tiers: [...SEALED_TIERS], ...both(desk) }),
  },
  {
    step: 'store-key',
    what: 'the store key is another',
    send: (caller, desk) => ask(caller, 'keys.rotateStoreKey', { pin: desk.pins.admin }),
  },
  {
    step: 'device-secret',
    what: 'the device secret is another',
    send: (caller, desk) => ask(caller, 'keys.rotateDeviceSecret', { pin: desk.pins.admin }),
  },
  { step: 'end', what: 'ended', send: (caller) => ask(caller, 'theft.end', {}) },
];

export { NEWCOMER_PINS as AWAY_PINS };
