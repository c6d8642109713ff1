/** Sets the practice vault up: its three members of staff with the PINs that the lock screen shows. */
import { PRACTICE_ESTATE, PRACTICE_PINS, PRACTICE_STAFF } from '../../../contract/practice/lists.ts';
import type { PracticeDesk } from './practice-desk.ts';

/** Errors: those of `setup.begin` and `setup.finish`. The recovery sheet is nobody's: a new one can be made in practice. */
export async function setUpPractice(desk: PracticeDesk): Promise<void> {
  const sheet = await desk.call('setup.begin', {
    estateName: PRACTICE_ESTATE,
    admin: { name: PRACTICE_STAFF.admin, pin: PRACTICE_PINS.admin },
    supervisor: { name: PRACTICE_STAFF.supervisor, pin: PRACTICE_PINS.supervisor },
    receptionist: { name: PRACTICE_STAFF.receptionist, pin: PRACTICE_PINS.receptionist },
    adminIsSupervisor: false,
  });
  const [first, second] = sheet.ask.map(({ line, group }) => sheet.lines[line]?.[group] ?? '');
  await desk.call('setup.finish', { answers: [first ?? '', second ?? ''] });
}
