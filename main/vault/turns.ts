/** One exclusive turn after another, first come first served: nothing sees another's half-done work. */

export interface Turns {
  /** Runs `work` when all earlier turns have ended, whatever became of them. */
  take<T>(work: () => Promise<T>): Promise<T>;
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take: (work) => {
      const turn = last.then(work);
      // Waits for the turn without keeping its value: a promise that is held holds what it resolved to.
      last = turn.then(() => undefined, () => undefined);
      return turn;
    },
  };
}
