/** How far long work has come. */
import { cx } from './cx.ts';
import css from './ui.module.css';

/** `share` from 0 to 1, or null while nobody can say. */
export function ProgressBar({ share, label }: { readonly share: number | null; readonly label: string }) {
  const known = share === null ? undefined : Math.round(share * 100);
  return (
    <div
      className={cx(css.bar)}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known}
    >
      <div style={{ transform: `scaleX(${(known ?? 15) / 100})` }} />
    </div>
  );
}
