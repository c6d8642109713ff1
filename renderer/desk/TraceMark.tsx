/** Who looks at the screen and when, in ink that a photo keeps: whoever finds a picture of it finds the hour in the log. */
import { useEffect, useState } from 'react';
import { showTraceCode } from '../../contract/trace/lists.ts';
import { bridge } from '../bridge.ts';
import { useNow } from '../countdown.ts';
import { formatClock, formatDate } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { cx } from '../ui/cx.ts';
import css from './desk.module.css';

const MINUTE_MS = 60_000;

export function TraceMark() {
  const { displayName } = useDesk().signedIn;
  const now = useNow(MINUTE_MS);
  const code = useTraceCode();
  return (
    <p className={cx(css.trace, 'digits')} title={displayName} data-testid="trace-mark">
      <span className={cx(css.traceName)}>{displayName} </span>
      {formatDate(now)} {formatClock(now)}{' '}
      {code !== null && <span data-testid="trace-code-shown">{showTraceCode(code)}</span>}
    </p>
  );
}

/** The code of this window, anew each minute; null until the vault has told it, and where it has none. */
function useTraceCode(): string | null {
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    let isOver = false;
    const ask = async (): Promise<void> => {
      const reply = await bridge.vault['trace.mark']({});
      if (!isOver) setCode(reply.ok ? reply.value.code : null);
    };
    void ask();
    const timer = window.setInterval(() => void ask(), MINUTE_MS);
    return () => {
      isOver = true;
      window.clearInterval(timer);
    };
  }, []);
  return code;
}
