/** Where somebody lands who has just signed in, decided before the desk is painted, so that no page is shown for a moment alone. */
import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Role } from '../../contract/fields.ts';
import { emergencyStore } from '../emergency-access/stores.ts';
import { deskStore } from '../pages/stores.ts';
import type { PageName } from '../pages/define-page.ts';
import { appStore } from '../stores.ts';
import { homeOf } from './home.ts';

/** Milliseconds that a supervisor waits for the emergencies at most; the bell tells of them after that. */
const MAX_WAIT = 300;

/** False while nothing may be painted yet. A visitor's view begins at the counter, whoever is signed in. */
export function useLanding(role: Role): boolean {
  const [hasLanded, setLanded] = useState(() => role === 'receptionist' || isVisitorView());
  useLayoutEffect(() => {
    if (hasLanded) return undefined;
    const land = (page: PageName): void => {
      if (deskStore.getState().page === 'counter') deskStore.getState().go(page);
      setLanded(true);
    };
    if (role === 'supervisor') return landOnEmergencies(land);
    land(homeOf(role));
    return undefined;
  }, [hasLanded, role]);
  return hasLanded;
}

const isVisitorView = (): boolean => appStore.getState().settings.privacy;

/** Calls `land` once, unless the function that comes back was called first. */
function landOnEmergencies(land: (page: PageName) => void): () => void {
  const stop = (): void => {
    clearTimeout(waiting);
    window.removeEventListener('keydown', onKey, { capture: true });
    isOver = true;
  };
  const finish = (page: PageName): void => {
    if (isOver) return;
    stop();
    land(page);
  };
  // Whoever types already means the search: its box is there, with the focus, before this key types its character.
  const onKey = ({ key }: KeyboardEvent): void => {
    if ([...key].length === 1) flushSync(() => finish('counter'));
  };
  let isOver = false;
  const waiting = setTimeout(() => finish('counter'), MAX_WAIT);
  window.addEventListener('keydown', onKey, { capture: true });
  void emergencyStore
    .getState()
    .read()
    .then(() => finish(emergencyStore.getState().open.length > 0 ? 'emergency' : 'counter'));
  return stop;
}
