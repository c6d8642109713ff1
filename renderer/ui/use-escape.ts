/**
 * Escape belongs to one thing at a time: an open list, menu or calendar, else what was laid over the screen last, else the page. One press is one
 * step, wherever the focus is: a press that goes on repeating itself takes no second one.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';

/** Layers over the screen, the topmost last. */
const layers: symbol[] = [];

/** An open list, menu or calendar sees to its own keys; React Aria marks it with what it was opened by. */
export const isPopoverOpen = (): boolean =>
  document.querySelector('[data-trigger]:not([data-exiting])') !== null;

/** Whether the key is Escape, pressed once, and nobody else's: neither a popover's nor that of something over the page. */
export const isEscapeOfPage = (event: KeyboardEvent): boolean =>
  isEscape(event) && !event.defaultPrevented && layers.length === 0 && !isPopoverOpen();

const isEscape = ({ key, isComposing, repeat }: KeyboardEvent): boolean =>
  key === 'Escape' && !isComposing && !repeat;

/** Closes by Escape what lies over the screen for as long as it is mounted, and what was laid over it before stays. */
export function useEscape(close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  // With the paint and not after it: what is gone from the screen takes no key any more.
  useLayoutEffect(() => {
    const layer = Symbol('layer');
    layers.push(layer);
    const onKey = (event: KeyboardEvent): void => {
      if (!isEscape(event) || event.defaultPrevented) return;
      if (layers.at(-1) !== layer || isPopoverOpen()) return;
      // Whoever hears it later knows by this that it was taken.
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, []);
}
