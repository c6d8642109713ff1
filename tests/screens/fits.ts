/** Whether a screen fits: at 200 % the smallest monitor has 640 × 360 CSS pixels, where everything that can be pressed or filled has to be reachable by scrolling, and not under something else; and no text runs into another. */
import type { Page as Tab } from 'playwright-core';
import type { RunningApp } from '../support/electron-app.ts';
import { settle } from './settle.ts';

/**
 * Lays the page out as at a factor while `work` runs: so many times fewer CSS pixels, each of so many times more dots. Not by the window's own zoom, at
 * which a page of the stand-in runtime crashed three times in some twenty walks on a busy machine; that one has tests of its own.
 */
export async function zoomed<T>(app: RunningApp, factor: number, work: (tab: Tab) => Promise<T>): Promise<T> {
  const tab = app.page();
  const [width, height] = await tab.evaluate(() => [window.innerWidth, window.innerHeight] as const);
  const session = await tab.context().newCDPSession(tab);
  const widthIs = (wanted: number): Promise<unknown> =>
    tab.waitForFunction((shown) => window.innerWidth === shown, wanted);
  const narrow = Math.round(width / factor);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: narrow,
    height: Math.round(height / factor),
    deviceScaleFactor: factor,
    mobile: false,
  });
  try {
    await widthIs(narrow);
    await settle(tab);
    return await work(tab);
  } finally {
    await session.send('Emulation.clearDeviceMetricsOverride');
    await session.detach();
    // Whoever looks next waits until the screen stands still.
    await widthIs(width);
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
    if (document.documentElement.scrollWidth > window.innerWidth)
      problems.push('the page is wider than the window');
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

/** Texts that something else runs over, each with what does; of a dialog alone where one is open. */
export const runInto = (tab: Tab): Promise<readonly string[]> =>
  tab.evaluate(() => {
    const walker = document.createTreeWalker(
      [...document.querySelectorAll('[role=dialog], dialog[open]')].at(-1) ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    // One pixel wide, by itself or within what is.
    const isForReaders = (one: Element | null): boolean =>
      one !== null && (one.clientWidth === 1 || isForReaders(one.parentElement));
    const problems = new Set<string>();
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement!;
      const text = node.nodeValue!.trim();
      if (
        text === '' ||
        !element.checkVisibility({ checkVisibilityCSS: true }) ||
        element.closest('[aria-hidden=true], .hidden-text') !== null ||
        isForReaders(element)
      )
        continue;
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
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return hit !== null && button.contains(hit) && bottom <= window.innerHeight
        ? []
        : [`${nameOf(button)} is at ${Math.round(top)}–${Math.round(bottom)} of ${window.innerHeight}`];
    });
  });

/** Texts that their box cuts off without saying so by an ellipsis, or that run out of it. What an input holds is scrolled through. */
export const cutOff = (tab: Tab): Promise<readonly string[]> =>
  tab.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const problems = new Set<string>();
    const range = document.createRange();
    const hasBox = ({ display }: CSSStyleDeclaration): boolean => !/^(?:inline|contents)$/.test(display);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue!.trim();
      const element = node.parentElement!;
      if (
        text === '' ||
        !element.checkVisibility({ checkVisibilityCSS: true }) ||
        element.closest('.hidden-text, option, select, svg') !== null
      )
        continue;
      range.selectNodeContents(node);
      const { left, right } = range.getBoundingClientRect();
      for (
        let box: Element | null = element;
        box !== null && box !== document.body;
        box = box.parentElement
      ) {
        const style = getComputedStyle(box);
        // What is one pixel wide is for screen readers; what scrolls shows the rest.
        if (box.clientWidth === 1 || style.textOverflow === 'ellipsis' || /auto|scroll/.test(style.overflowX))
          break;
        const edges = box.getBoundingClientRect();
        if (hasBox(style) && (left < edges.left - 1 || right > edges.right + 1)) {
          problems.add(`${text.slice(0, 30)} runs out of ${box.tagName.toLowerCase()}.${box.className}`);
          break;
        }
      }
    }
    return [...problems];
  });
