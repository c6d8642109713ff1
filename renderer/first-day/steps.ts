/** The steps of the first day, in their order: when each is done, where it is done, and by whom. */
import type { Role } from '../../contract/fields.ts';
import type { FirstDay } from '../../contract/first-day/routes.ts';
import type { PageName } from '../pages/define-page.ts';

export interface FirstDayStep {
  /** Its words are `firstDay.steps.<id>`. */
  readonly id: 'import' | 'backup' | 'admin';
  readonly isDone: (facts: FirstDay) => boolean;
  readonly page: PageName;
  /** Who may open that page; everybody else is told who does the step. */
  readonly roles: readonly Role[];
}

export const FIRST_DAY_STEPS: readonly FirstDayStep[] = [
  {
    id: 'import',
    isDone: ({ hasResidents }) => hasResidents,
    page: 'intake',
    roles: ['receptionist', 'supervisor'],
  },
  {
    id: 'backup',
    isDone: ({ hasBackupFolder }) => hasBackupFolder,
    page: 'backup',
    roles: ['admin'],
  },
  { id: 'admin', isDone: ({ admins }) => admins > 1, page: 'staff', roles: ['admin'] },
];
