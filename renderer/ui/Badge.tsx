/** A word about what it stands beside: what somebody is, how something is. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './ui.module.css';

export type BadgeTone = 'plain' | 'accent' | 'amber' | 'harm' | 'good';

/** Returns how a day that something is due on looks: overdue, soon, or not yet. `daysLeft` is null where there is none. */
export const dueTone = (daysLeft: number | null, soon = 7): BadgeTone =>
  daysLeft === null || daysLeft > soon ? 'plain' : daysLeft < 0 ? 'harm' : 'amber';

interface BadgeProps {
  readonly tone?: BadgeTone;
  readonly children: ReactNode;
}

export function Badge({ tone = 'plain', children }: BadgeProps) {
  return (
    <span className={cx(css.badge)} data-tone={tone}>
      {children}
    </span>
  );
}
