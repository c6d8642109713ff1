/** Seconds running down, measured by the monotonic clock so that setting the computer's time changes nothing. */
import { useCallback, useEffect, useEffectEvent, useState } from 'react';

/** Seconds from `now` to `endsAt` (both milliseconds of one clock), never negative. */
export const secondsLeft = (endsAt: number, now: number): number => Math.max(0, (endsAt - now) / 1000);

const TICK_MS = 200;

/** Counts `seconds` down from when they change and calls `onEnd` once; null counts nothing. */
export function useCountdown(seconds: number | null, onEnd: () => void): number {
  const [counted, setCounted] = useState({ from: seconds, left: seconds ?? 0 });
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (seconds === null) return undefined;
    const endsAt = performance.now() + seconds * 1000;
    const timer = window.setInterval(() => {
      const now = secondsLeft(endsAt, performance.now());
      setCounted({ from: seconds, left: now });
      if (now > 0) return;
      window.clearInterval(timer);
      end();
    }, TICK_MS);
    return () => window.clearInterval(timer);
  }, [seconds]);
  return counted.from === seconds ? counted.left : (seconds ?? 0);
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

/** The monotonic clock in milliseconds, renewed every `everyMs` and when the second part is called. */
export function useMonotonicNow(everyMs: number): readonly [number, () => void] {
  const [now, setNow] = useState(() => performance.now());
  const renew = useCallback(() => setNow(performance.now()), []);
  useEffect(() => {
    const timer = window.setInterval(renew, everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs, renew]);
  return [now, renew];
}
