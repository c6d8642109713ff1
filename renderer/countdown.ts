/** Seconds running down, measured by the monotonic clock so that setting the computer's time changes nothing. */
import { useEffect, useRef, useState } from 'react';

/** Seconds from `now` to `endsAt` (both milliseconds of one clock), never negative. */
export const secondsLeft = (endsAt: number, now: number): number => Math.max(0, (endsAt - now) / 1000);

const TICK_MS = 200;

/** Counts `seconds` down from when they change and calls `onEnd` once; null counts nothing. */
export function useCountdown(seconds: number | null, onEnd: () => void): number {
  const [left, setLeft] = useState(seconds ?? 0);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (seconds === null) return undefined;
    const endsAt = performance.now() + seconds * 1000;
    setLeft(seconds);
    const timer = window.setInterval(() => {
      const now = secondsLeft(endsAt, performance.now());
      setLeft(now);
      if (now > 0) return;
      window.clearInterval(timer);
      end.current();
    }, TICK_MS);
    return () => window.clearInterval(timer);
  }, [seconds]);
  return left;
}

/** Milliseconds since the epoch, renewed every `everyMs`. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}
