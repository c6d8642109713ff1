/** Whether the window is so small, or so enlarged, that a panel takes the whole of it. */
import { useSyncExternalStore } from 'react';

/** One for all that ask: a list asks at each key. */
const small = window.matchMedia('(max-width: 860px)');

const subscribe = (listen: () => void): (() => void) => {
  small.addEventListener('change', listen);
  return () => small.removeEventListener('change', listen);
};

export const useSmallWindow = (): boolean => useSyncExternalStore(subscribe, () => small.matches);
