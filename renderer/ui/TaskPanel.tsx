/**
 * The panel of a deed: at the right edge of the desk, over the page, as high as the desk. Its head, its foot with the error above the ways out, and
 * as much of its fields as there is room for are in sight together.
 */
import { type ReactNode, useContext, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { cx } from './cx.ts';
import { ProofPlace, TaskPanelHost } from './task-panel-host.ts';
import css from './task-panel.module.css';

/** The desk, with room for a panel over its page: what it covers is what the element before it holds, and on a small window all that stands beside it. */
export function WithTaskPanels({ children }: { readonly children: (host: ReactNode) => ReactNode }) {
  const [host, setHost] = useState<HTMLElement | null>(null);
  return (
    <TaskPanelHost value={host}>{children(<div ref={setHost} className={cx(css.host)} />)}</TaskPanelHost>
  );
}

interface TaskPanelProps {
  /** False where there is none. */
  readonly head: ReactNode;
  /** What went wrong. */
  readonly errors?: ReactNode;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

/** The covered page is seen and not to be pressed: what was typed would be lost. Not by a state, or it would still be so when the focus goes back. */
function cover(host: HTMLElement, by: 1 | -1): void {
  const open = Number(host.dataset['panels'] ?? 0) + by;
  host.dataset['panels'] = String(open);
  if (host.parentElement !== null) host.parentElement.dataset['covered'] = String(open > 0);
  // Not of the element itself, which a menu makes inert while it is open, and then as it was.
  const page = host.previousElementSibling?.firstElementChild;
  if (page instanceof HTMLElement) page.inert = open > 0;
}

/** What stands in the form of a panel. */
export function TaskPanel({ head, errors, foot, children }: TaskPanelProps) {
  const host = useContext(TaskPanelHost);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (host === null) return;
    cover(host, 1);
    return () => cover(host, -1);
  }, [host]);
  return (
    <TaskPanelHost value={null}>
      {head !== false && <div className={cx(css.head)}>{head}</div>}
      <div className={cx(css.body)} data-one-column="true">
        <ProofPlace value={place}>{children}</ProofPlace>
      </div>
      <div className={cx(css.foot)}>
        {errors}
        <div ref={setPlace} className={cx(css.proof)} />
        {foot}
      </div>
    </TaskPanelHost>
  );
}

/** Who signs: beside the main step of a panel, and elsewhere where it stands. */
export function InFoot({ children }: { readonly children: ReactNode }) {
  const place = useContext(ProofPlace);
  const here = <ProofPlace value={undefined}>{children}</ProofPlace>;
  if (place === undefined) return here;
  return place !== null && createPortal(here, place);
}
