/**
 * The panel of a deed: at the right edge of the desk, over the page, as high as the desk. Its head, its foot with the error above the ways out, and
 * as much of its fields as there is room for are in sight together.
 */
import { type ReactNode, createContext, useState } from 'react';
import { cx } from './cx.ts';
import css from './task-panel.module.css';

/** Element that panels are shown in; null where a form stands where it is: outside of the desk, in a dialog, in another panel. */
export const TaskPanelHost = createContext<HTMLElement | null>(null);

/** The desk, with room for a panel over its page. */
export function WithTaskPanels({ children }: { readonly children: (host: ReactNode) => ReactNode }) {
  const [host, setHost] = useState<HTMLElement | null>(null);
  return (
    <TaskPanelHost value={host}>{children(<div ref={setHost} className={cx(css.host)} />)}</TaskPanelHost>
  );
}

interface TaskPanelProps {
  readonly head: ReactNode;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

/** What stands in the form of a panel. */
export function TaskPanel({ head, foot, children }: TaskPanelProps) {
  return (
    <TaskPanelHost value={null}>
      {head !== null && <div className={cx(css.head)}>{head}</div>}
      <div className={cx(css.body)}>{children}</div>
      <div className={cx(css.foot)}>{foot}</div>
    </TaskPanelHost>
  );
}
