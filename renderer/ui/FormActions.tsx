/** The ways out of a form: they stay in sight at its foot however long it is, and whatever the zoom. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './ui.module.css';

interface FormActionsProps {
  /** They stay where they are: another form of the screen has its foot. */
  readonly inPlace?: boolean;
  readonly children: ReactNode;
}

/** The main step first. */
export function FormActions({ inPlace = false, children }: FormActionsProps) {
  return (
    <div className={cx(css.formActions)} data-in-place={inPlace}>
      {children}
    </div>
  );
}
