/** How wide an element is, so that what is drawn in it keeps the size of its letters. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Width in CSS pixels, 0 until it is laid out. */
export function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const measure = (): void => setWidth(measured.clientWidth);
    measure();
    const sized = new ResizeObserver(measure);
    sized.observe(measured);
    return () => sized.disconnect();
  }, []);
  return [element, width];
}
