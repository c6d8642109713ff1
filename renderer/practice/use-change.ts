/** A change of place that a button asks for: whether it is under way, and why it was not done. */
import { useState } from 'react';
import type { Failure } from '../../contract/result.ts';
import { type ChangeOfPlace, changePlace } from './change-place.ts';

export interface Change {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly ask: (change: ChangeOfPlace) => void;
}

export function useChange(): Change {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ask = (change: ChangeOfPlace): void => {
    setBusy(true);
    setFailure(null);
    void changePlace(change).then((why) => {
      setFailure(why);
      if (why !== null) setBusy(false);
    });
  };
  return { busy, failure, ask };
}
