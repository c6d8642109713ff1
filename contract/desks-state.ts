/** How a desk stands with the others of its estate, as the foot of its screens says it. */

/**
 * `synced`: all is sent and taken in. `waiting`, `receiving`: not yet. `held`: another desk is changing what all go by. `offline`: nobody is reached. `trouble`: the mailbox
 * is reached and something else is wrong with it. `behind`: another desk has a newer program. `stopped`: nothing more is taken in. `refused`: nothing more is taken from here.
 */
export const DESKS_STATES = [
  'synced',
  'waiting',
  'receiving',
  'held',
  'offline',
  'trouble',
  'behind',
  'stopped',
  'refused',
] as const;

/** What the vault tells of it. */
export interface DesksState {
  readonly is: (typeof DESKS_STATES)[number];
  /** Ops of this desk that have no place yet. */
  readonly waiting: number;
  /** Of `offline` and `trouble`: since when, in milliseconds since 1970; null before the first contact. */
  readonly since: number | null;
  /** The desk that it is about, of `held`, `behind` and `stopped`. */
  readonly desk: number | null;
}
