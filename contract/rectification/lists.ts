/** Sources, states and steps of rectification items. Without schemas, so that pages can read it. */

/** Where an item comes from. `own`: somebody has noticed it. */
export const RECTIFICATION_SOURCES = [
  'walk-round',
  'self-audit',
  'impact',
  'computer-checklist',
  'computer-check',
  'inventory',
  'consent',
  'incident',
  'sweep',
  'police-notice',
  'form',
  'own',
] as const;
/** A source of items. */
export type RectificationSource = (typeof RECTIFICATION_SOURCES)[number];

/** How it stands with an item. */
export const RECTIFICATION_STATES = ['open', 'done'] as const;
/** A state of an item. */
export type RectificationState = (typeof RECTIFICATION_STATES)[number];

/** Steps in the history of an item. */
export const RECTIFICATION_STEPS = [
  'opened',
  'changed',
  'evidence',
  'evidence-removed',
  'done',
  'reopened',
] as const;
/** A step of the history. */
export type RectificationStep = (typeof RECTIFICATION_STEPS)[number];

/** Of an item's evidence: how it was, and how it is now. */
export const EVIDENCE_SIDES = ['before', 'after'] as const;
/** A side. */
export type EvidenceSide = (typeof EVIDENCE_SIDES)[number];

/** Most open items. */
export const MAX_RECTIFICATIONS = 400;
/** How many of those that are done are listed, the last first. */
export const MAX_DONE_LISTED = 200;
/** Most notices. */
export const MAX_NOTICES = 100;
/** Most items of a notice when it is taken in. */
export const MAX_NOTICE_ITEMS = 40;
/** Bound of a title, in UTF-16 code units. */
export const MAX_TITLE = 120;
/** Bound of what explains it, in UTF-16 code units. */
export const MAX_EXPLANATION = 400;
/** Bound of who sees to it, in UTF-16 code units. */
export const MAX_WHO = 30;
/** Most steps of an item's history that are listed, the last first. */
export const MAX_STEPS_LISTED = 100;

/** Its actions, as log and papers call them. */
export const RECTIFICATION_ACTION_WORDS = {
  'rectification-add': ['整改立项', 'Rectification item opened'],
  'rectification-change': ['整改变更', 'Rectification item changed'],
  'rectification-done': ['整改完成', 'Rectification item resolved'],
  'rectification-reopen': ['整改重开', 'Rectification item reopened'],
  'police-notice': ['登记检查通知', "Authority's notice registered"],
  'police-answer': ['出具整改回复', "Authority's notice answered"],
} as const;
