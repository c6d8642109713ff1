/** Fields beside one another, and below where there is no room. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './form.module.css';

export function FieldLine({ children }: { readonly children: ReactNode }) {
  return <div className={cx(css.line)}>{children}</div>;
}
