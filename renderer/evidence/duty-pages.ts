/** Where each duty is seen to, and by whom: the one button that mends it leads there. */
import type { Role } from '../../contract/fields.ts';
import type { Point } from '../../contract/evidence/findings.ts';
import type { PageName } from '../pages/define-page.ts';

interface Mended {
  readonly page: PageName;
  /** Who can see to it there, of those who see the duties; everybody else is told who does. */
  readonly by: 'supervisor' | 'admin' | 'both';
  /** Whoever cannot see to it may open the page all the same, and look. */
  readonly isOpenToBoth?: true;
}

/** Null of what has no page yet. */
export const PAGE_OF: Readonly<Record<Point, Mended | null>> = {
  'responsible-persons': { page: 'procedures', by: 'both' },
  'management-system': { page: 'procedures', by: 'both' },
  'counter-procedures': { page: 'procedures', by: 'both' },
  'incident-plan': { page: 'procedures', by: 'both' },
  undertakings: { page: 'procedures', by: 'both' },
  'resident-notices': { page: 'procedures', by: 'both' },
  'sign-offs': { page: 'procedures', by: 'both' },
  training: { page: 'training', by: 'both' },
  inventory: { page: 'inventory', by: 'admin', isOpenToBoth: true },
  'number-of-people': { page: 'inventory', by: 'both' },
  'other-systems': { page: 'other-systems', by: 'admin', isOpenToBoth: true },
  'notice-and-consent': { page: 'consent', by: 'both' },
  requests: { page: 'requests', by: 'both' },
  retention: { page: 'retention', by: 'admin', isOpenToBoth: true },
  'encryption-and-keys': { page: 'keys', by: 'both' },
  'permission-matrix': { page: 'staff', by: 'admin' },
  policy: { page: 'policy', by: 'both' },
  'access-oversight': { page: 'alerts', by: 'both' },
  paper: { page: 'paper-register', by: 'both' },
  'walk-round': { page: 'walk-round', by: 'both' },
  disclosures: { page: 'disclosures', by: 'both' },
  'leftover-files': { page: 'sweep', by: 'both' },
  backups: { page: 'backup', by: 'admin' },
  'incident-drill': { page: 'incidents', by: 'both' },
  'impact-assessment': { page: 'forms', by: 'both' },
  'self-audit': { page: 'forms', by: 'both' },
  'computer-checklist': { page: 'forms', by: 'both' },
  'computer-checks': { page: 'computer-checks', by: 'both' },
  rectification: { page: 'rectification', by: 'both' },
  residents: { page: 'import', by: 'supervisor' },
  originals: { page: 'sweep', by: 'both' },
  pack: { page: 'evidence', by: 'supervisor' },
};

/** Whether somebody in that role can see to it. */
export const mayMend = ({ by }: Mended, role: Role): boolean => by === 'both' || by === role;
