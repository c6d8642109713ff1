/** Holds work back until a test lets it go on. */
export interface Gate {
  /** Shut from now on, until the returned function is called. */
  hold(): () => void;
  /** Resolves while the gate is open. */
  passed(): Promise<void>;
}

export function createGate(): Gate {
  let gate: Promise<void> = Promise.resolve();
  return {
    hold: () => {
      let open: () => void = () => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
    passed: () => gate,
  };
}
