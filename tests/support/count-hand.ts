/**
 * What a hand does in the application, by one rule: a press of the pointer, of Enter or of a chord is a click, wherever it goes; an input that is typed
 * into is a PIN where it takes one and a field otherwise, once for each time that it has the focus; a page of the desk, or a screen outside of it, that another follows is a change of page.
 */
import type { RunningApp } from './electron-app.ts';

const COUNTED = ['clicks', 'pins', 'fields', 'pages'] as const;
type Counted = (typeof COUNTED)[number];
export type HandCount = Readonly<Record<Counted, number>>;

/** Runs in each page of the application, before anything of it. */
function watchHand(): void {
  const tell = (what: string): void =>
    void (window as unknown as { countHand: (what: string, at: number) => Promise<void> }).countHand(
      what,
      Date.now(),
    );
  let typed: EventTarget | null = null;
  addEventListener('pointerdown', () => tell('clicks'), true);
  addEventListener(
    'keydown',
    ({ key, ctrlKey, altKey }) => {
      if (key === 'Enter' || ((ctrlKey || altKey) && key.length === 1)) tell('clicks');
    },
    true,
  );
  addEventListener('focusout', () => (typed = null), true);
  addEventListener(
    'input',
    ({ target }) => {
      const isText =
        target instanceof HTMLTextAreaElement ||
        (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type));
      if (!isText || target === typed) return;
      typed = target;
      tell(/pin/.test(target.dataset['testid'] ?? '') ? 'pins' : 'fields');
    },
    true,
  );
  let screen = '';
  const look = (): void => {
    const desk = document.querySelector<HTMLElement>('[data-page]')?.dataset['page'];
    const other = document.querySelector<HTMLElement>('[data-testid^="screen-"]')?.dataset['testid'];
    const shown = desk ?? other;
    const now = shown === undefined || shown === 'screen-leaving' ? screen : shown;
    if (now !== screen) tell('pages');
    screen = now;
  };
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['data-page'],
  });
}

/** Counts from now on, in `app` until it ends. What was done so far, and the same by what it was done for. */
export async function countHand(app: RunningApp): Promise<{
  /** What follows is done for this. */
  for(part: string): void;
  readonly parts: ReadonlyMap<string, HandCount>;
}> {
  // By the clock: what a page tells arrives after what follows it has begun.
  const begun = [{ part: '', at: 0 }];
  const told: { readonly what: Counted; readonly at: number }[] = [];
  const context = app.electron.context();
  await context.exposeFunction('countHand', (what: Counted, at: number) => told.push({ what, at }));
  await context.addInitScript(watchHand);
  await app.page().evaluate(watchHand);
  return {
    for: (part) => void begun.push({ part, at: Date.now() }),
    get parts() {
      const parts = new Map<string, Record<Counted, number>>();
      for (const { what, at } of told) {
        const { part } = begun.findLast((one) => one.at < at) ?? { part: '' };
        const counts = parts.get(part) ?? { clicks: 0, pins: 0, fields: 0, pages: 0 };
        counts[what] += 1;
        parts.set(part, counts);
      }
      return parts;
    },
  };
}

/** All of these together. */
export const sumOf = (counts: Iterable<HandCount>): HandCount =>
  [...counts].reduce(
    (sum, one) =>
      Object.fromEntries(COUNTED.map((what) => [what, sum[what] + one[what]])) as Record<Counted, number>,
    { clicks: 0, pins: 0, fields: 0, pages: 0 },
  );
