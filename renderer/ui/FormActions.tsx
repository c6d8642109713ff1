/** The ways out of a form: they stay in sight at its foot however long it is, and whatever the zoom. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './ui.module.css';

interface FormActionsProps {
  /** They stay where they are: another form of the screen has its foot. */
  readonly inPlace?: boolean;
  /** What went wrong, or is missing: above them. */
  readonly errors?: ReactNode;
  readonly children: ReactNode;
}

/** The main step first. */
export function FormActions({ inPlace = false, errors, children }: FormActionsProps) {
  const actions = (
    <div className={cx(css.formActions)} data-in-place={inPlace}>
      {children}
    </div>
  );
  if (errors === undefined) return actions;
  return (
    <div className={cx(css.formFoot)}>
      {errors}
      {actions}
    </div>
  );
}
