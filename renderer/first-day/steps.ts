/** The steps of the first day, in their order: when each is done, where it is done, and by whom. */
import type { Role } from '../../contract/fields.ts';
import type { FirstDay } from '../../contract/first-day/routes.ts';
import type { Settings } from '../../contract/shell/routes.ts';
import type { PageName } from '../pages/define-page.ts';

/** Facts of the vault, and of this computer's settings, that decide which steps are done. */
export type FirstDayFacts = FirstDay & Pick<Settings, 'practised'>;

/** A step that is done on a page. */
export interface PageStep {
  /** Its words are `firstDay.steps.<id>`. */
  readonly id: 'company' | 'ids' | 'import' | 'backup' | 'admin';
  readonly isDone: (facts: FirstDayFacts) => boolean;
  readonly page: PageName;
  /** Who may open that page; everybody else is told who does the step. */
  readonly roles: readonly Role[];
}

/** Begun in the list itself, by anybody. */
export interface PracticeStep {
  readonly id: 'practice';
  readonly isDone: (facts: FirstDayFacts) => boolean;
}

export type FirstDayStep = PageStep | PracticeStep;

export const FIRST_DAY_STEPS: readonly FirstDayStep[] = [
  { id: 'company', isDone: ({ hasCompany }) => hasCompany, page: 'company', roles: ['admin'] },
  // First: an import takes ID numbers as it is decided.
  {
    id: 'ids',
    isDone: ({ idNumbersDecided }) => idNumbersDecided,
    page: 'id-numbers',
    roles: ['supervisor', 'admin'],
  },
  {
    id: 'import',
    isDone: ({ hasResidents }) => hasResidents,
    page: 'import',
    roles: ['receptionist', 'supervisor'],
  },
  { id: 'backup', isDone: ({ hasBackupFolder }) => hasBackupFolder, page: 'backup', roles: ['admin'] },
  { id: 'admin', isDone: ({ admins }) => admins > 1, page: 'staff', roles: ['admin'] },
  // Last: it locks the vault.
  { id: 'practice', isDone: ({ practised }) => practised },
];
