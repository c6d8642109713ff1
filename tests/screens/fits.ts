/** Whether a screen fits: at 200 % the smallest monitor has 640 × 360 CSS pixels, where everything that can be pressed or filled has to be reachable by scrolling, and not under something else; and no text runs into another. */
import type { Page as Tab } from 'playwright-core';
import type { RunningApp } from '../support/electron-app.ts';
import { settle } from '../support/settle.ts';

/** A window in CSS pixels, and how many dots of the monitor one of them has. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly factor: number;
}

/** Lays the page out as at a factor while `work` runs: so many times fewer CSS pixels, each of so many times more dots. */
export async function zoomed<T>(app: RunningApp, factor: number, work: (tab: Tab) => Promise<T>): Promise<T> {
  const [width, height] = await sizeOf(app.page());
  return laidOut(
    app,
    { width: Math.round(width / factor), height: Math.round(height / factor), factor },
    work,
  );
}

const sizeOf = (tab: Tab): Promise<readonly [number, number]> =>
  tab.evaluate(() => [window.innerWidth, window.innerHeight] as const);

/**
 * Lays the page out in another window while `work` runs. Not by the window's own zoom, at which a page of the stand-in runtime crashed three times in
 * some twenty walks on a busy machine; that one has tests of its own.
 */
export async function laidOut<T>(
  app: RunningApp,
  { width, height, factor }: Layout,
  work: (tab: Tab) => Promise<T>,
): Promise<T> {
  const tab = app.page();
  const before = await sizeOf(tab);
  const session = await tab.context().newCDPSession(tab);
  const sizeIs = (wanted: readonly [number, number]): Promise<unknown> =>
    tab.waitForFunction(([x, y]) => window.innerWidth === x && window.innerHeight === y, wanted);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: factor,
    mobile: false,
  });
  try {
    await sizeIs([width, height]);
    await settle(tab);
    return await work(tab);
  } finally {
    await session.send('Emulation.clearDeviceMetricsOverride');
    await session.detach();
    // Whoever looks next waits until the screen stands still.
    await sizeIs(before);
  }
}

/** Scrolls everything back to where it was once `work` is done, which has scrolled to what it looked at. */
export async function keepingScroll<T>(tab: Tab, work: () => Promise<T>): Promise<T> {
  const scrolled = await tab.evaluateHandle(
    () =>
      new Map(
        [...document.querySelectorAll('*')]
          .filter((one) => one.scrollTop > 0 || one.scrollLeft > 0)
          .map((one) => [one, [one.scrollLeft, one.scrollTop] as const]),
      ),
  );
  try {
    return await work();
  } finally {
    await scrolled.evaluate((before) => {
      for (const one of document.querySelectorAll('*')) {
        const [left, top] = before.get(one) ?? [0, 0];
        if (one.scrollTop !== top || one.scrollLeft !== left)
          one.scrollTo({ left, top, behavior: 'instant' });
      }
    });
    await scrolled.dispose();
  }
}

/** What cannot be reached, each by its test id or words. */
export const outOfReach = (tab: Tab): Promise<readonly string[]> =>
  tab.evaluate(() => {
    const isHidden = (element: Element): boolean =>
      !element.checkVisibility({ checkVisibilityCSS: true }) ||
      element.closest('[aria-hidden=true], [inert], .hidden-text') !== null ||
      element.getBoundingClientRect().width < 2 ||
      // What only a screen reader presses.
      (element.getAttribute('tabindex') === '-1' && element.textContent === '');
    const nameOf = (element: Element): string =>
      element.closest('[data-testid]')?.getAttribute('data-testid') ??
      element.textContent.trim().slice(0, 30);
    const problems: string[] = [];
    if (document.documentElement.scrollWidth > window.innerWidth) {
      const wide = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > window.innerWidth + 1,
      );
      problems.push(`the page is wider than the window: ${wide.slice(-3).map(nameOf).join(', ')}`);
    }
    for (const element of document.querySelectorAll('button, input, textarea, summary, [role=option]')) {
      if (!element.isConnected || isHidden(element)) continue;
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
      const isInside =
        left >= -1 && right <= window.innerWidth + 1 && top >= -1 && bottom <= window.innerHeight + 1;
      const [x, y] = [left + width / 2, top + height / 2];
      const hit = document.elementFromPoint(x, y);
      const isOnTop =
        hit !== null && (element.contains(hit) || (hit.contains(element) && hit.closest('label') !== null));
      if (!isInside || !isOnTop)
        problems.push(
          `${nameOf(element)} ${isInside ? `is under ${hit === null ? 'nothing' : nameOf(hit)}` : `is at ${Math.round(left)}–${Math.round(right)} × ${Math.round(top)}–${Math.round(bottom)}`}`,
        );
    }
    return problems;
  });

interface ShownText {
  readonly element: Element;
  readonly node: Node;
  readonly text: string;
}

/** Run in the page: the texts under `root` that can be seen; not what a screen reader alone has. */
function shownTexts(root: Element): readonly ShownText[] {
  const isForScreenReaders = (element: Element): boolean => {
    for (let one: Element | null = element; one !== null; one = one.parentElement)
      if (one.clientWidth === 1 || getComputedStyle(one).clipPath !== 'none') return true;
    return false;
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: ShownText[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement!;
    const text = node.nodeValue!.trim();
    const isShown =
      text !== '' &&
      element.checkVisibility({ checkVisibilityCSS: true }) &&
      element.closest('[aria-hidden=true]') === null &&
      !isForScreenReaders(element);
    if (isShown) found.push({ element, node, text });
  }
  return found;
}

/** Runs `look` in the page, which is sent there as its text and knows nothing else of this file. */
const lookAtTexts = (
  tab: Tab,
  look: (shown: typeof shownTexts) => readonly string[],
): Promise<readonly string[]> => tab.evaluate(`(${look.toString()})(${shownTexts.toString()})`);

/** Texts that something else runs over, each with what does; of a dialog alone where one is open. */
export const runInto = (tab: Tab): Promise<readonly string[]> =>
  lookAtTexts(tab, (shown) => {
    const problems = new Set<string>();
    const range = document.createRange();
    const root = [...document.querySelectorAll('[role=dialog], dialog[open]')].at(-1) ?? document.body;
    for (const { element, node, text } of shown(root)) {
      // Under a panel on purpose.
      if (element.closest('[inert]') !== null) continue;
      element.scrollIntoView({ block: 'center', inline: 'center' });
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // What is cut off with an ellipsis ends where its box does.
        const end = Math.min(right, element.getBoundingClientRect().right);
        for (const x of [left + 2, (left + end) / 2, end - 2]) {
          const hit = document.elementFromPoint(x, (top + bottom) / 2);
          const isOwn =
            hit === null ||
            element.contains(hit) ||
            hit.contains(element) ||
            (hit instanceof HTMLInputElement && hit.closest('label')?.contains(element) === true);
          if (!isOwn)
            problems.add(
              `${text.slice(0, 30)} is under ${hit.textContent.trim().slice(0, 30) || hit.outerHTML.slice(0, 60)}`,
            );
        }
      }
    }
    return [...problems];
  });

/** Steps forward that are not in sight as the screen stands, without any scrolling: of the form that is being filled in, or of all where none is. */
export const belowTheFold = (tab: Tab): Promise<readonly string[]> =>
  tab.evaluate(() => {
    const nameOf = (element: Element): string =>
      element.getAttribute('data-testid') ?? element.textContent.trim();
    const filledIn = document.activeElement?.closest('form') ?? document;
    return [...filledIn.querySelectorAll('button[type=submit]')].flatMap((button) => {
      if (!button.checkVisibility({ checkVisibilityCSS: true }) || button.closest('[inert]') !== null)
        return [];
      const { left, right, top, bottom } = button.getBoundingClientRect();
      // Whoever has scrolled past it has seen it.
      let box: Element | null = button;
      while (box !== null && !['auto', 'scroll'].includes(getComputedStyle(box).overflowY))
        box = box.parentElement;
      if (bottom <= Math.max(0, box?.getBoundingClientRect().top ?? 0)) return [];
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return hit !== null && button.contains(hit) && bottom <= window.innerHeight
        ? []
        : [`${nameOf(button)} is at ${Math.round(top)}–${Math.round(bottom)} of ${window.innerHeight}`];
    });
  });

/** Tabs and sections that take more than one row, or are not all in sight in it. */
export const beyondOneRow = (tab: Tab): Promise<readonly string[]> =>
  tab.evaluate(() =>
    [...document.querySelectorAll('main nav')].flatMap((nav) => {
      const boxes = [...nav.querySelectorAll('button')].map((button) => button.getBoundingClientRect());
      const rows = new Set(boxes.map(({ top }) => Math.round(top)));
      const end = nav.getBoundingClientRect().right;
      return rows.size <= 1 && boxes.every(({ right }) => right <= end)
        ? []
        : [`${nav.ariaLabel}: ${rows.size} rows`];
    }),
  );

/** Column headings in which a word is torn over two lines, each with the word. */
export const tornHeadings = (tab: Tab): Promise<readonly string[]> =>
  tab.evaluate(() => {
    const words = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' });
    const range = document.createRange();
    const isTorn = (node: Node, { index, segment }: Intl.SegmentData): boolean => {
      range.setStart(node, index);
      range.setEnd(node, index + segment.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    };
    return [...document.querySelectorAll('th[scope=col], [role=columnheader], [data-headings] > *')].flatMap(
      (heading) => {
        if (!heading.checkVisibility({ checkVisibilityCSS: true })) return [];
        const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
        const torn: string[] = [];
        while (texts.nextNode() !== null)
          for (const word of words.segment(texts.currentNode.nodeValue ?? ''))
            if (word.isWordLike === true && isTorn(texts.currentNode, word))
              torn.push(`${heading.textContent.trim()}: ${word.segment}`);
        return torn;
      },
    );
  });

/**
 * Forms whose first field may lie further down at 200 %, while their main step is in sight: a restore and the end of all keys say first what is lost.
 */
const READ_FIRST = ['restore-look-form', 'theft-form'];
/** Two people's fields below one another: what went wrong is scrolled to as it comes, and stands between them and the ways out. */
const SCROLLED_TO = ['ceremony-form', 'ceremony-proof'];

/** What of the form that is being filled in is not in sight together: its first field, what went wrong, its main button. From its first line on, as it opens. */
export const apart = (tab: Tab): Promise<readonly string[]> =>
  tab.evaluate(
    ([readFirst, scrolledTo]) => {
      const FIELD = 'input, textarea, [aria-haspopup=listbox]';
      const isShown = (element: Element): boolean =>
        element.checkVisibility({ checkVisibilityCSS: true }) && element.getBoundingClientRect().width > 1;
      const shownIn = (form: Element, what: string): readonly Element[] =>
        [...form.querySelectorAll(what)].filter(isShown);
      const forms = [...document.querySelectorAll('form')].filter(
        (form) => form.closest('[inert]') === null && shownIn(form, 'button[type=submit]').length > 0,
      );
      const form = document.activeElement?.closest('form') ?? forms.at(-1);
      if (form === undefined || !forms.includes(form) || readFirst.includes(form.dataset['testid'] ?? ''))
        return [];
      for (const box of [form, ...form.querySelectorAll('*')]) box.scrollTop = 0;
      // On a page it may be further down: as it is when it has the focus.
      // One without a box of its own begins with its first field.
      const first = shownIn(form, FIELD)[0];
      const top = form.getBoundingClientRect().height > 0 ? form : first?.closest('label, fieldset, div');
      top?.scrollIntoView({ block: 'start', behavior: 'instant' });
      const nameOf = (element: Element): string =>
        element.getAttribute('data-testid') ?? element.textContent.trim().slice(0, 30);
      const isInSight = (element: Element): boolean => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return (
          top >= -1 &&
          bottom <= window.innerHeight + 1 &&
          hit !== null &&
          (element.contains(hit) || hit.contains(element))
        );
      };
      const failure = scrolledTo.includes(form.dataset['testid'] ?? '')
        ? undefined
        : shownIn(form, '[data-testid=failure]').at(-1);
      const parts = [first, failure, shownIn(form, 'button[type=submit]').at(-1)].filter(
        (part) => part !== undefined,
      );
      return parts.flatMap((part) =>
        isInSight(part) ? [] : [`${nameOf(form)}: ${nameOf(part)} is not in sight`],
      );
    },
    [READ_FIRST, SCROLLED_TO] as const,
  );

/** Texts of which something is not shown and cannot be scrolled to: what a box around them cuts off, with or without an ellipsis, unless its title has the whole. */
export const cutOff = (tab: Tab): Promise<readonly string[]> =>
  lookAtTexts(tab, (shown) => {
    const problems = new Set<string>();
    const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
    /** The first box around the text that does not let it out, and which sides of it are cut. */
    const isCut = (element: Element, rect: DOMRect): boolean => {
      for (
        let box: Element | null = element;
        box !== null && box !== document.body;
        box = box.parentElement
      ) {
        const style = getComputedStyle(box);
        if (style.display === 'inline' || style.display === 'contents') continue;
        const [acrossX, acrossY] = [style.overflowX, style.overflowY];
        const edge = box.getBoundingClientRect();
        if (cuts(acrossX) && (rect.right > edge.right + 1.5 || rect.left < edge.left - 1.5)) return true;
        // A line is taller than what is written in it.
        if (cuts(acrossY) && (rect.bottom > edge.bottom + 4 || rect.top < edge.top - 4)) return true;
        if (!cuts(acrossX) && acrossX !== 'visible') return false;
        if (!cuts(acrossY) && acrossY !== 'visible') return false;
        if (style.position === 'fixed') break;
      }
      // The window itself does not scroll.
      return (
        rect.left < -1.5 ||
        rect.right > window.innerWidth + 1.5 ||
        rect.top < -4 ||
        rect.bottom > window.innerHeight + 4
      );
    };
    const range = document.createRange();
    for (const { element, node, text } of shown(document.body)) {
      // Of a room's number nothing may be missing, though its title had it.
      if (element.closest('[title]') !== null && element.closest('.room-number') === null) continue;
      range.selectNodeContents(node);
      if ([...range.getClientRects()].some((rect) => isCut(element, rect))) problems.add(text.slice(0, 40));
    }
    const brush = document.createElement('canvas').getContext('2d')!;
    for (const input of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      if (!input.checkVisibility({ checkVisibilityCSS: true }) || input.value !== '') continue;
      const style = getComputedStyle(input);
      const text = input.placeholder.trim();
      brush.font = style.font;
      const room = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      if (brush.measureText(text).width > room + 1) problems.add(`${text} (in its field)`);
    }
    return [...problems];
  });
