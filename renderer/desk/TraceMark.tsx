/** Who looks at the screen and when, in ink that a photo keeps: whoever finds a picture of it finds the hour in the log. */
import { useNow } from '../countdown.ts';
import { formatClock, formatDate } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { cx } from '../ui/cx.ts';
import css from './desk.module.css';

const MINUTE_MS = 60_000;

export function TraceMark() {
  const { displayName } = useDesk().signedIn;
  const now = useNow(MINUTE_MS);
  return (
    <p className={cx(css.trace, 'digits')} title={displayName} data-testid="trace-mark">
      <span className={cx(css.traceLine)}>
        <span className={cx(css.traceName)}>{displayName} </span>
        {formatClock(now)}
      </span>{' '}
      <span>{formatDate(now)}</span>
    </p>
  );
}
