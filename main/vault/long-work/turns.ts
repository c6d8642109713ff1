/** Turns in order of arrival: an exclusive turn never overlaps another; shared turns run together. */

/** A queue of turns. */
export interface Turns {
  /** Runs `work` alone after all earlier turns have ended, successfully or not. Errors: those of `work`. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Runs `work` together with other shared turns after all earlier exclusive ones have ended. Errors: those
   * of `work`.
   */
  share<T>(work: () => Promise<T>): Promise<T>;
}

/** An empty queue. */
export function createTurns(): Turns {
  let exclusive: Promise<unknown> = Promise.resolve();
  const sharing = new Set<Promise<void>>();
  // Waits for a turn without keeping its value, which a stored promise would.
  const ended = (turn: Promise<unknown>): Promise<void> =>
    turn.then(
      () => undefined,
      () => undefined,
    );
  return {
    take: (work) => {
      const turn = Promise.all([exclusive, ...sharing]).then(work);
      exclusive = ended(turn);
      return turn;
    },
    share: (work) => {
      const turn = exclusive.then(work);
      const end = ended(turn);
      sharing.add(end);
      void end.then(() => sharing.delete(end));
      return turn;
    },
  };
}
