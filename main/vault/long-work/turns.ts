/** Turns, first come first served: an exclusive one sees nothing of another's half-done work; shared ones run together. */

export interface Turns {
  /** Runs `work` alone, when all earlier turns have ended, whatever became of them. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Runs `work` together with other shared turns, when all earlier exclusive ones have ended. */
  share<T>(work: () => Promise<T>): Promise<T>;
}

export function createTurns(): Turns {
  let exclusive: Promise<unknown> = Promise.resolve();
  const sharing = new Set<Promise<void>>();
  // Waits for a turn without keeping its value: a promise that is held holds what it resolved to.
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
