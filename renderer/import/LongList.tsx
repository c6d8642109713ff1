/** A long list of which those rows are drawn that are in sight, whether it scrolls by itself or, where there is no room for that, with the page. */
import { type ComponentProps, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { cx } from '../ui/cx.ts';
import css from './import.module.css';

interface LongListProps<One> extends Omit<ComponentProps<'div'>, 'children'> {
  readonly all: readonly One[];
  /** Pixels of a row until it is measured. */
  readonly usual: number;
  readonly rowClass: string | undefined;
  /** Attributes of a row for tests and styles. */
  readonly marksOf?: (one: One) => Readonly<Record<`data-${string}`, string | boolean>>;
  /** `onNext`: shows the row after it, and gives its field the focus. */
  readonly children: (one: One, onNext: () => void) => ReactNode;
}

export function LongList<One>({ all, usual, rowClass, marksOf, children, ...rest }: LongListProps<One>) {
  const list = useRef<HTMLDivElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const virtual = useVirtualizer<HTMLElement, Element>({
    count: all.length,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => usual,
    overscan: 6,
    scrollMargin,
    initialRect: { width: 800, height: 430 },
  });
  // What stands above it is of another height after any change; the same number draws nothing again.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => setScrollMargin(above(list.current)));
  const goTo = (index: number): void => {
    virtual.scrollToIndex(index);
    const row = `[data-index="${index}"]`;
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLInputElement>(`${row} input:checked, ${row} input`)?.focus(),
    );
  };
  return (
    <div {...rest} className={cx(css.planRows)} ref={list} role="list">
      <div className={cx(css.longList)} style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const one = all[index];
          if (one === undefined) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={all.length}
              aria-posinset={index + 1}
              className={rowClass}
              {...marksOf?.(one)}
              style={{ transform: `translateY(${start - scrollMargin}px)` }}
            >
              {children(one, () => goTo(Math.min(index + 1, all.length - 1)))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  for (let one = list; one !== null; one = one.parentElement)
    if (getComputedStyle(one).overflowY === 'auto') return one;
  return list;
}

function above(list: HTMLElement | null): number {
  const scroller = scrollerOf(list);
  if (list === null || scroller === null || scroller === list) return 0;
  return Math.round(
    list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop,
  );
}
