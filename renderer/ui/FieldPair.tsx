/** Two fields side by side where there is room for both: a PIN and its repetition, a name and its PIN. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './form.module.css';

export function FieldPair({ children }: { readonly children: ReactNode }) {
  return <div className={cx(css.pair)}>{children}</div>;
}
