/** For a form: calls what comes back when something is typed; leaving is then asked about until the form is saved or gone. */
import { useEffect, useRef } from 'react';
import { deskStore } from './stores.ts';

export function useUnsaved(): () => void {
  // Another form of the screen may still be unsaved when this one goes.
  const isMarked = useRef(false);
  useEffect(
    () => () => {
      if (isMarked.current) deskStore.getState().markDirty(false);
    },
    [],
  );
  return () => {
    isMarked.current = true;
    if (!deskStore.getState().unsaved) deskStore.getState().markDirty(true);
  };
}
