/** Whether the window is so small, or so enlarged, that a panel takes the whole of it. */
import { useSyncExternalStore } from 'react';

const small = (): MediaQueryList => window.matchMedia('(max-width: 860px)');

const subscribe = (listen: () => void): (() => void) => {
  const query = small();
  query.addEventListener('change', listen);
  return () => query.removeEventListener('change', listen);
};

export const useSmallWindow = (): boolean => useSyncExternalStore(subscribe, () => small().matches);
