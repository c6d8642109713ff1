/** A word about what it stands beside: what somebody is, how something is. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './ui.module.css';

interface BadgeProps {
  readonly tone?: 'plain' | 'accent' | 'amber' | 'harm' | 'good';
  readonly children: ReactNode;
}

export function Badge({ tone = 'plain', children }: BadgeProps) {
  return (
    <span className={cx(css.badge)} data-tone={tone}>
      {children}
    </span>
  );
}
