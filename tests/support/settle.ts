/** Waits until a screen stands still. */
import type { Page as Tab } from 'playwright-core';

/** Resolves when two frames are painted and what fades in has. What moves for as long as the vault is at work, or as somebody scrolls, has no end to wait for. */
export async function settle(tab: Tab): Promise<void> {
  await tab.evaluate(async () => {
    await new Promise((resolve) => void requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document
      .getAnimations()
      .filter(
        ({ effect, timeline }) =>
          timeline === document.timeline && effect?.getComputedTiming().endTime !== Infinity,
      );
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });
}
