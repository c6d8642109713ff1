/** From a key to the list that answers it on screen: the same clock in the product's page and in the bare one. */
import type { Page } from 'playwright-core';

/** Between two keys, in milliseconds: as fast as quick typing, and never in step with the frames. */
const paceOf = (key: number): number => 75 + ((key * 37) % 60);
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * From the time stamp of the key's event to the end of the frame in which the list had changed: the first change after the
 * key, the next animation frame, and the first task after that frame was drawn. A key that left the list as it was
 * counts as missed.
 */
export async function watchKeys(page: Page, listSelector: string): Promise<void> {
  await page.evaluate((selector) => {
    const list = document.querySelector(selector);
    if (list === null) throw new Error('the page has no list');
    const seen: { times: number[]; missed: number } = { times: [], missed: 0 };
    let began: number | null = null;
    const begin = (at: number | null): void => {
      if (began !== null) seen.missed += 1;
      began = at;
    };
    // A key that types nothing, such as the one that empties the box, ends the wait for the one before.
    window.addEventListener(
      'keydown',
      (event) => begin(event.key.length === 1 && !event.ctrlKey ? event.timeStamp : null),
      true,
    );
    // What an input method commits comes without a key.
    window.addEventListener(
      'beforeinput',
      (event) => {
        if (began === null && event.inputType.startsWith('insert')) begin(event.timeStamp);
      },
      true,
    );
    // The line that says that an answer is awaited is no answer.
    const isWait = (node: Node): boolean =>
      node instanceof HTMLElement && node.dataset['testid'] === 'search-wait';
    const onlyWaits = (changes: readonly MutationRecord[]): boolean =>
      changes.every(
        ({ type, addedNodes, removedNodes }) =>
          type === 'childList' && [...addedNodes, ...removedNodes].every(isWait),
      );
    new MutationObserver((changes) => {
      if (began === null || onlyWaits(changes)) return;
      const from = began;
      began = null;
      requestAnimationFrame(() => {
        const drawn = new MessageChannel();
        drawn.port1.onmessage = () => seen.times.push(performance.now() - from);
        drawn.port2.postMessage(null);
      });
    }).observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
    (window as unknown as { benchKeys: typeof seen }).benchKeys = seen;
  }, listSelector);
}

export async function typeText(page: Page, text: string): Promise<void> {
  await page.getByTestId('search-box').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await sleep(60);
  for (const [index, character] of [...text].entries()) {
    if (character.charCodeAt(0) < 128) await page.keyboard.press(character);
    else await page.keyboard.insertText(character);
    await sleep(paceOf(index));
  }
  await sleep(60);
}

export function readKeys(
  page: Page,
): Promise<{ readonly times: readonly number[]; readonly missed: number }> {
  return page.evaluate(
    () => (window as unknown as { benchKeys: { times: number[]; missed: number } }).benchKeys,
  );
}
