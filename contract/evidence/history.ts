/** Which entries of the log are the history of a duty. Without schemas, so that pages can read it. */
import type { LogAction } from '../log/actions.ts';
import type { Duty } from './lists.ts';

/** The actions that belong to each duty; none where what is there has its own register. */
export const DUTY_ACTIONS: Readonly<Record<Duty, readonly LogAction[]>> = {
  'responsible-persons': ['procedure-facts', 'procedure-publish'],
  'management-system': ['procedure-draft', 'procedure-publish'],
  'counter-procedures': ['procedure-draft', 'procedure-publish'],
  'incident-plan': ['procedure-draft', 'procedure-publish'],
  undertakings: ['procedure-publish', 'procedure-sign'],
  'resident-notices': ['procedure-draft', 'procedure-publish'],
  'sign-offs': ['procedure-sign'],
  training: ['training', 'training-practice', 'training-rule'],
  inventory: ['inventory-change', 'inventory-print'],
  'number-of-people': ['import', 'import-undo'],
  'other-systems': ['other-system-add', 'other-system-change', 'other-system-check', 'other-system-remove'],
  'notice-and-consent': [
    'consent-tell',
    'consent-withdraw',
    'consent-version',
    'consent-post',
    'consent-take-down',
    'consent-children',
  ],
  requests: ['request-in', 'request-extend', 'request-decide', 'request-letter'],
  retention: ['retention-rules', 'retention-records', 'erase-check', 'hold-end', 'erasures-known'],
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
  'walk-round': ['walk-round', 'walk-places'],
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
  'incident-drill': ['incident-open', 'incident-close'],
  'impact-assessment': ['form-finish', 'form-give'],
  'self-audit': ['form-finish', 'form-give'],
  'computer-checklist': ['form-finish', 'form-give'],
  'computer-checks': ['computer-check'],
  rectification: [
    'rectification-add',
    'rectification-change',
    'rectification-done',
    'rectification-reopen',
    'police-notice',
    'police-answer',
  ],
};

/** Actions that are the history of some duty. */
export const HISTORY_ACTIONS: readonly LogAction[] = [...new Set(Object.values(DUTY_ACTIONS).flat())];
