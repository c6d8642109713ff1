/** What of the vault a request may have changed: what other screens show of it is asked anew. */
import * as features from './features.ts';

type Contracts = typeof features;
/** A topic of some feature. */
export type ChangeTopic = Contracts[keyof Contracts]['topics'][number];

/** Topics of every feature. */
export const CHANGE_TOPICS: readonly ChangeTopic[] = Object.values(features).flatMap(
  ({ topics }): readonly ChangeTopic[] => topics,
);
