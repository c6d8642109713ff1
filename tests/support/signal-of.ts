/** A signal that is asked anew at each look, for work that is to be cancelled at a moment of the test's choice. */
export const signalOf = (isAborted: () => boolean): AbortSignal =>
  ({
    get aborted(): boolean {
      return isAborted();
    },
  }) as AbortSignal;
