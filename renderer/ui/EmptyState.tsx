/** Placeholder of an empty list, register or table: a drawing, a sentence, and the actions that fill it. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './empty-state.module.css';
import { Drawing, type IconName } from './Icon.tsx';

interface EmptyStateProps {
  readonly drawing: IconName;
  /** A heading, where the sentence needs one. */
  readonly title?: string;
  readonly words: string;
  /** Within a list of a record or a menu, where a large drawing would push aside what is there. */
  readonly small?: boolean;
  /** It came of what was just typed or chosen: read out. */
  readonly live?: boolean;
  readonly testId?: string;
  /** Buttons, the main one first; none where nothing is to be done. */
  readonly children?: ReactNode;
}

export function EmptyState({
  drawing,
  title,
  words,
  small = false,
  live = false,
  testId,
  children,
}: EmptyStateProps) {
  return (
    <div
      className={cx('stack2', css.empty)}
      data-small={small}
      role={live ? 'status' : undefined}
      data-testid={testId}
    >
      <Drawing name={drawing} size={small ? 24 : 64} />
      {title !== undefined && <h2>{title}</h2>}
      <p>{words}</p>
      {(children ?? false) !== false && <div className={cx('line2', css.actions)}>{children}</div>}
    </div>
  );
}
