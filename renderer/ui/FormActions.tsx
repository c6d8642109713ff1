/** The ways out of a form: they stay in sight at its foot however long it is, and whatever the zoom. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './ui.module.css';

/** The main step first. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className={cx(css.formActions)}>{children}</div>;
}
