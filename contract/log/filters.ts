/** What the log can be narrowed by, and the kinds of its actions. Without schemas, so that pages can read it. */
import type { LogAction } from './actions.ts';

/** What `log.list` can be narrowed by, as the entry of the reading names it. */
export const LOG_FILTERS = ['days', 'staff', 'group', 'outcome', 'resident'] as const;
export type LogFilterName = (typeof LOG_FILTERS)[number];

/** The actions of each kind. */
export const LOG_GROUPS = {
  session: ['set-up', 'sign-in', 'locked', 'handover', 'new-day'],
  denied: [
    'sign-in-failed',
    'pin-failed',
    'refused',
    'scope-refused',
    'alarm',
    'acknowledge',
    'alert',
    'alert-seen',
  ],
  search: ['search', 'search-id', 'open', 'open-room', 'scope-open'],
  reveal: [
    'verify',
    'reveal',
    'copy',
    'open-full',
    'extract',
    'disclose',
    'replaced-list',
    'break-glass',
    'glass-end',
    'glass-seen',
    'room-check',
  ],
  records: [
    'add',
    'edit',
    'end',
    'remove',
    'confirm',
    'restore',
    'merge',
    'merge-undo',
    'note',
    'room-patterns',
    'erase',
    'erase-check',
    'hold',
    'hold-end',
  ],
  imports: ['import-preview', 'import', 'import-undo', 'import-rejects', 'import-dispose', 'import-layout'],
  sweep: ['sweep', 'sweep-settings', 'sweep-accept', 'sweep-dispose', 'sweep-import'],
  log: [
    'log-read',
    'log-verify',
    'log-export',
    'who-saw',
    'who-saw-number',
    'who-saw-print',
    'who-saw-answer',
    'trace',
    'case-file',
    'second-log-choice',
    'second-log',
    'inspection',
    'inspection-print',
    'inspection-end',
  ],
  rules: [
    'policy',
    'limits',
    'limit-lift',
    'reasons',
    'canary',
    'other-system-add',
    'other-system-change',
    'other-system-check',
    'other-system-remove',
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
    'paper-count-print',
    'print',
    'print-clear',
    'disclosure',
    'disclosure-file',
    'disclosure-recall',
    'disclosure-note',
    'disclosure-end',
  ],
  compliance: [
    'attachment-add',
    'attachment-show',
    'attachment-save',
    'attachment-remove',
    'rectification-add',
    'rectification-change',
    'rectification-done',
    'rectification-reopen',
    'police-notice',
    'police-answer',
  ],
  staff: [
    'pin-change',
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
  keys: [
    'rotation-begun',
    'rotation',
    'recovery',
    'backup',
    'backup-settings',
    'backup-test',
    'backup-restore',
  ],
} as const satisfies Readonly<Record<string, readonly LogAction[]>>;
export type LogGroup = keyof typeof LOG_GROUPS;

/** Every kind, in the order in which it is offered. */
export const LOG_GROUP_NAMES = Object.keys(LOG_GROUPS) as readonly LogGroup[];

type Ungrouped = Exclude<LogAction, (typeof LOG_GROUPS)[LogGroup][number]>;
/** Does not compile where an action has no kind. */
export const EVERY_ACTION_HAS_A_KIND: [Ungrouped] extends [never]
  ? true
  : { readonly 'no kind has': Ungrouped } = true;
