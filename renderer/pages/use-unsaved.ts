/** For a form: calls what comes back when something is typed; leaving is then asked about until the form is saved or gone. */
import { useEffect } from 'react';
import { deskStore } from './stores.ts';

export function useUnsaved(): () => void {
  useEffect(() => () => deskStore.getState().markDirty(false), []);
  return () => {
    if (!deskStore.getState().unsaved) deskStore.getState().markDirty(true);
  };
}
