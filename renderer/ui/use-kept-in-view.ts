/** Keeps something that grows on the screen as a whole, as far as it fits: what opens further down brings its buttons along. */
import { type RefObject, useEffect } from 'react';

export function useKeptInView(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const shown = element.current;
    if (shown === null) return;
    const show = (): void => shown.scrollIntoView({ block: 'nearest' });
    const growing = new ResizeObserver(show);
    growing.observe(shown);
    return () => growing.disconnect();
  }, [element]);
}
