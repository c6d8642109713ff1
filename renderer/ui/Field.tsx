/** A label, what is typed, a hint and what is wrong with it, tied together for assistive technology. */
import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import css from './ui.module.css';

export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

/** Of the label of the input with this id. */
export const labelIdOf = (id: string): string => `${id}-label`;

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: ReactNode;
  readonly className?: string | undefined;
  readonly children: (ids: FieldIds) => ReactNode;
}

export function Field({ label, hint, problem, className, children }: FieldProps) {
  const id = useId();
  const hasProblem = problem !== undefined && problem !== null && problem !== false && problem !== '';
  const hasHint = hint !== undefined && hint !== null && hint !== '';
  const describedBy = [hasHint && `${id}-hint`, hasProblem && `${id}-bad`].filter(Boolean).join(' ');
  return (
    <div className={cx(css.field, className)}>
      <label id={labelIdOf(id)} className={cx(css.label)} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': hasProblem,
      })}
      {hasHint && (
        <span id={`${id}-hint`} className={cx(css.hint)}>
          {hint}
        </span>
      )}
      <span id={`${id}-bad`} className={cx(css.bad)} role="status" hidden={!hasProblem}>
        {problem}
      </span>
    </div>
  );
}
