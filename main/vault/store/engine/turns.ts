/** One exclusive turn after another, first come first served: a transaction never sees another's half-done work. */

export interface Turns {
  /** Runs `work` when all earlier turns have ended, whatever became of them. */
  take<T>(work: () => Promise<T>): Promise<T>;
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take: (work) => {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
