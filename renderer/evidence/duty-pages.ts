/** Where each duty is seen to, and by whom: the one button that mends it leads there. */
import type { Role } from '../../contract/fields.ts';
import type { Point } from '../../contract/evidence/findings.ts';
import type { PageName } from '../pages/define-page.ts';

interface Mended {
  readonly page: PageName;
  /** Who may open that page, of those who see the duties; everybody else is told who sees to it. */
  readonly by: 'supervisor' | 'admin' | 'both';
}

/** Null of what has no page yet. */
export const PAGE_OF: Readonly<Record<Point, Mended | null>> = {
  'responsible-persons': null,
  'management-system': null,
  'counter-procedures': null,
  'incident-plan': null,
  undertakings: null,
  'resident-notices': null,
  'sign-offs': null,
  training: null,
  inventory: null,
  'number-of-people': null,
  'other-systems': { page: 'other-systems', by: 'both' },
  'notice-and-consent': null,
  requests: null,
  retention: null,
  'encryption-and-keys': { page: 'keys', by: 'both' },
  'permission-matrix': { page: 'staff', by: 'admin' },
  policy: { page: 'policy', by: 'both' },
  'access-oversight': { page: 'alerts', by: 'both' },
  paper: { page: 'paper-register', by: 'both' },
  'walk-round': null,
  disclosures: { page: 'disclosures', by: 'both' },
  'leftover-files': { page: 'sweep', by: 'both' },
  backups: { page: 'backup', by: 'admin' },
  'incident-drill': null,
  'impact-assessment': null,
  'self-audit': null,
  'computer-checklist': null,
  'computer-checks': null,
  rectification: null,
  residents: { page: 'intake', by: 'supervisor' },
  originals: { page: 'sweep', by: 'both' },
  pack: { page: 'evidence', by: 'supervisor' },
};

/** Whether somebody in that role may open the page. */
export const mayMend = ({ by }: Mended, role: Role): boolean => by === 'both' || by === role;
