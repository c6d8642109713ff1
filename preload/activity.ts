/** Tells main that somebody is there, or that they pressed the lock key: real input alone, and nothing of what else was typed. */

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

interface KeyLike {
  readonly isTrusted: boolean;
  readonly repeat: boolean;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  preventDefault(): void;
}

/** Ctrl+L (⌘L) on every screen. Heard here and not in the main process, which would be told of every key of a PIN to hear it. */
export function watchLockKey(target: EventTarget, lock: () => void): void {
  target.addEventListener(
    'keydown',
    (event) => {
      const key = event as unknown as KeyLike;
      if (
        !key.isTrusted ||
        key.key.toLowerCase() !== 'l' ||
        !(key.ctrlKey || key.metaKey) ||
        key.altKey ||
        key.shiftKey
      )
        return;
      key.preventDefault();
      if (!key.repeat) lock();
    },
    { capture: true },
  );
}
