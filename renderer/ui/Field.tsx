/** A label, what is typed, a hint and what is wrong with it, tied together for assistive technology. */
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import formCss from './form.module.css';
import css from './ui.module.css';

export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

/** Of the label of the input with this id. */
export const labelIdOf = (id: string): string => `${id}-label`;

/** Words of every field. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Said at once, whether or not the form was sent. */
  readonly problem?: ReactNode;
  /** Takes what room its line has. */
  readonly grow?: boolean | undefined;
  readonly className?: string | undefined;
}

const isSaid = (words: ReactNode): boolean =>
  words !== undefined && words !== null && words !== false && words !== '';

export function Field({
  children,
  ...words
}: FieldWords & { readonly children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const { hint, problem } = words;
  const describedBy = [isSaid(hint) && `${id}-hint`, isSaid(problem) && `${id}-bad`]
    .filter(Boolean)
    .join(' ');
  return (
    <FieldFrame
      {...words}
      labelProps={{ id: labelIdOf(id), htmlFor: id }}
      hintProps={{ id: `${id}-hint` }}
      problemProps={{ id: `${id}-bad` }}
    >
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': isSaid(problem),
      })}
    </FieldFrame>
  );
}

export interface FieldFrameProps extends FieldWords {
  readonly labelProps: ComponentProps<'label'>;
  readonly hintProps: ComponentProps<'span'>;
  readonly problemProps: ComponentProps<'span'>;
  readonly children: ReactNode;
}

/** The same around an input that is tied to its words elsewhere. */
export function FieldFrame({
  label,
  hint,
  problem,
  grow = false,
  className,
  labelProps,
  hintProps,
  problemProps,
  children,
}: FieldFrameProps) {
  return (
    <div className={cx('stack1', css.field, grow && formCss.grow, className)}>
      {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- by its id */}
      <label {...labelProps} className={cx(css.label)}>
        {label}
      </label>
      {children}
      {isSaid(hint) && (
        <span {...hintProps} className={cx(css.hint)}>
          {hint}
        </span>
      )}
      <span {...problemProps} className={cx(css.bad)} role="status" hidden={!isSaid(problem)}>
        {problem}
      </span>
    </div>
  );
}
