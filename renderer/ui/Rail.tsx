/** The steps of a ceremony: what is done, where one is, what comes. */
import { cx } from './cx.ts';
import css from './ui.module.css';

export function Rail({
  label,
  steps,
  now,
}: {
  readonly label: string;
  readonly steps: readonly string[];
  readonly now: number;
}) {
  return (
    <ol className={cx('stack1', css.rail)} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          data-state={index < now ? 'done' : index === now ? 'now' : 'next'}
          aria-current={index === now ? 'step' : undefined}
        >
          {step}
        </li>
      ))}
    </ol>
  );
}
