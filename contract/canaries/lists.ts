/** Bounds and states of canary records: records of nobody, with phones of the company's own. Without schemas, so that pages can read it. */

/** Most that there are at a time. */
export const MAX_CANARIES = 40;

/** `watching`: nobody has touched it; `touched`: somebody has, so that it is to be replaced; `gone`: merged into another record, or never readable again. */
export const CANARY_STATES = ['watching', 'touched', 'gone'] as const;
/** How it stands with a canary record. */
export type CanaryState = (typeof CANARY_STATES)[number];

/** Its actions, as log and papers call them. */
export const CANARIES_ACTION_WORDS = { canary: ['哨兵档案', 'Canary record'] } as const;
