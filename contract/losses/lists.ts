/** Changes of one desk that were not kept among several. Without schemas, so that pages can read it. */
import type { WordTree } from '../vocabulary/wording.ts';

/** How many are listed, the newest first; others follow as these are seen. */
export const MAX_LOSSES = 200;

/**
 * Why it does not count. `changed`: another desk had changed it; `gone`: the row, or one that it belongs to, was removed; `taken`: another row has what only one may
 * have; `needed`: others refer to the row that was to be removed; `merged`: of somebody merged away; `author`: whoever wrote it was removed; `whole`: another part
 * of it does not count, and it counts as a whole or not at all; `one`: another desk had added the row and says otherwise.
 * Two count all the same, and are listed: `replaced`, a value that is kept as one that was replaced; `many`, more of them than somebody may have.
 */
export const WHYS = [
  'changed',
  'gone',
  'taken',
  'needed',
  'merged',
  'author',
  'whole',
  'one',
  'replaced',
  'many',
] as const;

/** Its actions, as log and papers call them. */
export const LOSSES_ACTION_WORDS = {
  'loss-seen': ['查看未保留的改动', 'Change not kept, seen'],
} satisfies WordTree;
