/** Whether the window is so small, or so enlarged, that a panel takes the whole of it. */
import { useSyncExternalStore } from 'react';

let query: MediaQueryList | undefined;
/** One for all that ask: a list asks at each key. Not before there is a window: words are read without one. */
const small = (): MediaQueryList => (query ??= window.matchMedia('(max-width: 860px)'));

const subscribe = (listen: () => void): (() => void) => {
  small().addEventListener('change', listen);
  return () => small().removeEventListener('change', listen);
};

export const useSmallWindow = (): boolean => useSyncExternalStore(subscribe, () => small().matches);
