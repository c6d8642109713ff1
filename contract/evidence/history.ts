/** Which entries of the log are the history of a duty. Without schemas, so that pages can read it. */
import type { LogAction } from '../log/actions.ts';
import type { Duty } from './lists.ts';

/** The actions that belong to each duty; none where what is there has its own register. */
export const DUTY_ACTIONS: Readonly<Record<Duty, readonly LogAction[]>> = {
  'responsible-persons': [],
  'management-system': [],
  'counter-procedures': [],
  'incident-plan': [],
  undertakings: [],
  'resident-notices': [],
  'sign-offs': [],
  training: [],
  inventory: [],
  'number-of-people': ['import', 'import-undo'],
  'other-systems': ['other-system-add', 'other-system-change', 'other-system-check', 'other-system-remove'],
  'notice-and-consent': [],
  requests: [],
  retention: [],
  'encryption-and-keys': ['set-up', 'rotation-begun', 'rotation', 'recovery'],
  'permission-matrix': [
    'staff-add',
    'staff-role',
    'staff-reset',
    'staff-name',
    'staff-link',
    'staff-leave',
    'staff-suspend',
    'slot-open',
    'staff-scope',
  ],
  policy: ['policy'],
  'access-oversight': ['alert', 'alert-seen', 'glass-seen', 'limits', 'log-verify', 'log-export'],
  paper: ['paper-in', 'paper-return', 'paper-destroy', 'paper-lost', 'paper-found', 'paper-count', 'print'],
  'walk-round': [],
  disclosures: ['disclosure', 'disclosure-recall', 'disclosure-end'],
  'leftover-files': [
    'sweep',
    'sweep-settings',
    'sweep-accept',
    'sweep-dispose',
    'sweep-import',
    'import-dispose',
  ],
  backups: ['backup', 'backup-settings', 'backup-test', 'backup-restore'],
  'incident-drill': [],
  'impact-assessment': [],
  'self-audit': [],
  'computer-checklist': [],
  'computer-checks': [],
  rectification: [],
};

/** Actions that are the history of some duty. */
export const HISTORY_ACTIONS: readonly LogAction[] = [...new Set(Object.values(DUTY_ACTIONS).flat())];
