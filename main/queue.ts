/** Work that is done one after another, in the order in which it was asked for. */

/** A queue: each work begins once all that was asked for before has ended, well or not. Errors: those of the work. */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
