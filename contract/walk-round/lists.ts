/** Bounds and outcomes of walks through the places where paper and numbers of residents may lie about. Without schemas, so that pages can read it. */

/** Outcomes at a place. `absent`: there is no such place here. */
export const WALK_OUTCOMES = ['fine', 'finding', 'absent'] as const;
export type WalkOutcome = (typeof WALK_OUTCOMES)[number];

/** Months between two walks. */
export const WALK_MONTHS = [1, 3, 6, 12] as const;
export type WalkMonths = (typeof WALK_MONTHS)[number];

/** Most places of a company's own. */
export const MAX_OWN_PLACES = 40;
/** How many walks are told. */
export const MAX_WALKS = 24;
/** Bounds of what is to be looked at in a place of the company's own. */
export const MAX_PLACE_WORDS = 200;
/** Days within which a finding is to be put right. */
export const FINDING_DAYS = 14;

/** Its actions, as log and papers call them. */
export const WALK_ROUND_ACTION_WORDS = {
  'walk-round': ['巡查', 'Walk-round'],
  'walk-places': ['巡查清单', 'List of the walk-round'],
  'walk-print': ['打印巡查表', 'Sheet of the walk-round'],
} as const;
