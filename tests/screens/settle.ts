/** Waits until a screen stands still. */
import type { Page as Tab } from 'playwright-core';

/** Resolves when two frames are painted and what fades in has. */
export async function settle(tab: Tab): Promise<void> {
  await tab.evaluate(async () => {
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    });
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}
