/** A recovery from the typed sheet to the new one, as the screens ask for it. */
import type { Role } from '../../contract/fields.ts';
import type { RouteReply, RouteRequest } from '../../contract/routes.ts';
import type { RecoverySheetView, RecoveryView } from '../../contract/recovery/views.ts';
import type { VaultHarness } from './vault-harness.ts';

/** What people choose afterwards; nothing of it was used before. */
export const RECOVERY_PINS: Readonly<Record<Role, string>> = {
  receptionist: '804926',
  supervisor: 'otter-52-lamp',
  admin: 'cedar-18-mill',
};

type People = RouteRequest<'recovery.prepare'>['people'];

export const sheetText = (lines: readonly (readonly string[])[]): string =>
  lines.map((groups) => groups.join(' ')).join('\n');

/** Of those in the roster, the first in each of these roles; somebody new where there is none. */
export function peopleFor(
  { people }: RecoveryView,
  roles: readonly Role[],
  pins: Readonly<Record<Role, string>> = RECOVERY_PINS,
): People {
  return roles.map((role) => {
    const known = people.find((person) => person.role === role);
    return {
      staffId: known?.staffId ?? null,
      name: known?.displayName ?? `New ${role}`,
      role,
      twoRoles: false,
      pin: pins[role],
    };
  });
}

export const answersTo = ({ lines, ask }: RecoverySheetView): [string, string] =>
  ask.map(({ line, group }) => lines[line]![group]!) as [string, string];

export interface RecoveryDone {
  readonly view: RecoveryView;
  readonly sheet: RecoverySheetView;
  readonly reply: RouteReply<'recovery.finish'>;
}

export async function recover(
  desk: VaultHarness,
  lines: readonly (readonly string[])[],
  choose: (view: RecoveryView) => People = (view) => peopleFor(view, ['admin', 'supervisor']),
): Promise<RecoveryDone> {
  const view = await desk.call('recovery.begin', { sheet: sheetText(lines) });
  const sheet = await desk.call('recovery.prepare', { people: choose(view) });
  return { view, sheet, reply: await desk.call('recovery.finish', { answers: answersTo(sheet) }) };
}
