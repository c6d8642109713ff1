/** Tells main that somebody is there: real input alone, once a second at most, and nothing of what it was. */

const INPUT_EVENTS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const EVERY_MS = 1000;

/** Events that a script made do not count: `isTrusted` is false for them. */
export function watchActivity(target: EventTarget, now: () => number, tell: () => void): void {
  let last = Number.NEGATIVE_INFINITY;
  const notice = (event: Event): void => {
    if (!event.isTrusted || now() - last < EVERY_MS) return;
    last = now();
    tell();
  };
  for (const name of INPUT_EVENTS) target.addEventListener(name, notice, { capture: true, passive: true });
}
