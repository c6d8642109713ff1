/** List of points to come or to have ready: `li` elements, each with an icon before its words. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './ui.module.css';

export function Points({ children }: { readonly children: ReactNode }) {
  return <ul className={cx('stack3', css.points)}>{children}</ul>;
}
