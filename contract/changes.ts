/** Topics of the vault that a request may have changed: screens read again whatever they show of them. */
import * as features from './features.ts';

type Contracts = typeof features;
/** A topic of some feature. */
export type ChangeTopic = Contracts[keyof Contracts]['topics'][number];

/** Topics of every feature. */
export const CHANGE_TOPICS: readonly ChangeTopic[] = Object.values(features).flatMap(
  ({ topics }): readonly ChangeTopic[] => topics,
);
