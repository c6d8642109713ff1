/** Starts an application without a driver in its way, and times how soon it is there. */
import { type Start, startUndriven } from '../support/undriven-app.ts';

/** Long enough for any page to be painted; asking earlier would take time from what is measured. */
export const SETTLE_MS = 2_000;
export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * An expression for a page: when something within the selector was first painted, in milliseconds since 1970. Of the page's largest
 * contentful paints (W3C), which are kept with their elements, the first that lies within: what stood there before does not count.
 */
export const paintOf = (selector: string): string => `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const paint = list.getEntries().find(({ element }) => element !== null && element.closest(${JSON.stringify(selector)}) !== null);
    if (paint !== undefined) resolve(performance.timeOrigin + paint.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

/** Milliseconds from the start of the process to the first paint within a CSS selector. */
export async function timeStart(start: Start, shows: string): Promise<number> {
  const began = Date.now();
  const app = await startUndriven(start);
  try {
    await sleep(SETTLE_MS);
    return (await app.read<number>(paintOf(shows))) - began;
  } finally {
    await app.end();
  }
}
