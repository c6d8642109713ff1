/** Holds work back until a test lets it go on. */
export interface Gate {
  /** Shut from now on, until the returned function is called. */
  hold(): () => void;
  /** Resolves while the gate is open. */
  passed(): Promise<void>;
  /** Resolves when somebody stands at the gate that was shut last. */
  reached(): Promise<void>;
}

export function createGate(): Gate {
  let gate = Promise.resolve();
  let arrival = defer();
  return {
    hold: () => {
      const shut = defer();
      gate = shut.promise;
      arrival = defer();
      return shut.resolve;
    },
    passed: () => {
      arrival.resolve();
      return gate;
    },
    reached: () => arrival.promise,
  };
}

function defer(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
