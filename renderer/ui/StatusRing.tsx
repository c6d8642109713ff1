/** How far something is: a ring that fills, with a tick once it is done. What it says stands beside it in words. */
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import css from './step-list.module.css';

/** `share`: from 0 to 1. */
export const StatusRing = ({ share }: { readonly share: number }) => (
  <span className={cx(css.ring)}>
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="11" />
      {share > 0 && <circle cx="12" cy="12" r="11" pathLength="1" strokeDasharray={`${share} 1`} />}
    </svg>
    {share === 1 && <Icon name="check" />}
  </span>
);
