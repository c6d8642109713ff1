/** Which entries of the log are the history of a duty. Without schemas, so that pages can read it. */
import type { LogAction } from '../log/actions.ts';
import { PROCEDURE_KINDS, type ProcedureKind, isSignedByAll } from '../procedures/lists.ts';
import type { Duty } from './lists.ts';

/** The actions that belong to each duty. */
export const DUTY_ACTIONS: Readonly<Record<Duty, readonly [LogAction, ...LogAction[]]>> = {
  'responsible-persons': ['procedure-facts', 'procedure-publish'],
  'management-system': ['procedure-draft', 'procedure-publish'],
  'counter-procedures': ['procedure-draft', 'procedure-publish'],
  'incident-plan': ['procedure-draft', 'procedure-publish'],
  undertakings: ['procedure-draft', 'procedure-publish', 'procedure-sign'],
  'resident-notices': ['procedure-draft', 'procedure-publish'],
  'sign-offs': ['procedure-sign'],
  training: ['training', 'training-practice', 'training-rule'],
  inventory: ['inventory-change', 'inventory-print'],
  'number-of-people': ['import', 'import-undo', 'add', 'erase'],
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
  retention: [
    'retention-rules',
    'retention-records',
    'erase-check',
    'hold',
    'hold-end',
    'erasures-known',
    'backups-destroy',
    'certificate',
  ],
  'encryption-and-keys': ['set-up', 'rotation-begun', 'rotation', 'recovery'],
  'permission-matrix': [
    'set-up',
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
  policy: ['set-up', 'policy'],
  'access-oversight': [
    'set-up',
    'alert',
    'alert-seen',
    'emergency-seen',
    'limits',
    'log-verify',
    'log-export',
  ],
  paper: [
    'paper-in',
    'paper-change',
    'paper-extend',
    'paper-return',
    'paper-destroy',
    'paper-lost',
    'paper-found',
    'paper-count',
    'paper-none',
    'print',
  ],
  'walk-round': ['walk-round', 'walk-places'],
  disclosures: ['disclosure', 'disclosure-recall', 'disclosure-end'],
  'leftover-files': [
    'sweep',
    'sweep-settings',
    'sweep-accept',
    'sweep-dispose',
    'sweep-import',
    'import-dispose',
    'disposal-check',
    'disposal-copy',
  ],
  backups: ['backup', 'backup-settings', 'backup-test', 'backup-restore'],
  'incident-drill': [
    'incident-open',
    'incident-count',
    'incident-notice',
    'incident-told',
    'incident-not-told',
    'incident-measure',
    'incident-file',
    'incident-close',
  ],
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

const kinds = (...of: readonly ProcedureKind[]): readonly string[] => of.map((kind) => `"kind":"${kind}"`);

/** Where several duties share an action: what the detail of the entry has one of, as the log writes it, for it to be this duty's. */
export const DUTY_DETAILS: Readonly<Partial<Record<Duty, readonly string[]>>> = {
  // The facts of the company name the persons.
  'responsible-persons': [...kinds('information-officer', 'network-officer'), '"changed":['],
  'management-system': kinds('management-system'),
  'counter-procedures': kinds('data-procedures', 'counter-procedures'),
  'incident-plan': kinds('incident-plan'),
  undertakings: kinds('undertaking'),
  'resident-notices': kinds('resident-notice', 'posted-notice'),
  'sign-offs': kinds(...PROCEDURE_KINDS.filter((kind) => isSignedByAll(kind) && kind !== 'undertaking')),
  'incident-drill': ['"drill":true'],
  'impact-assessment': ['"form":"impact-assessment"'],
  'self-audit': ['"form":"self-audit"'],
  'computer-checklist': ['"form":"computer-checklist"'],
};

/** Actions that are the history of some duty. */
export const HISTORY_ACTIONS: readonly LogAction[] = [...new Set(Object.values(DUTY_ACTIONS).flat())];
