/** A ring that runs down with the seconds left inside it. */
import { cx } from './cx.ts';
import css from './ui.module.css';

const RADIUS = 18;
const ROUND = 2 * Math.PI * RADIUS;

/** `left` and `of` in seconds; the ring is full when they are equal. */
export function Ring({
  left,
  of,
  label,
}: {
  readonly left: number;
  readonly of: number;
  readonly label: string;
}) {
  const share = of <= 0 ? 0 : Math.min(1, Math.max(0, left / of));
  return (
    <svg
      className={cx(css.ring)}
      width="44"
      height="44"
      viewBox="0 0 44 44"
      role="img"
      aria-label={label}
      data-testid="ring"
    >
      <circle className={cx(css.track)} cx="22" cy="22" r={RADIUS} fill="none" strokeWidth="3" />
      <circle
        className={cx(css.left)}
        cx="22"
        cy="22"
        r={RADIUS}
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        strokeDasharray={ROUND}
        strokeDashoffset={ROUND * (1 - share)}
      />
      <text x="22" y="22" dominantBaseline="central" textAnchor="middle" aria-hidden="true">
        {Math.ceil(left)}
      </text>
    </svg>
  );
}
