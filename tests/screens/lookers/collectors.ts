/** Gather what is judged once the walk is over. */
import type { ScreenName } from '../screen-list.ts';
import type { Looker } from './looker.ts';

export interface Collected {
  readonly lookers: readonly Looker[];
  /** The words of each screen as a person reads them. */
  readonly texts: ReadonlyMap<ScreenName, string>;
  readonly testIds: ReadonlySet<string>;
}

export function collectScreens(): Collected {
  const texts = new Map<ScreenName, string>();
  const testIds = new Set<string>();
  const readWords: Looker = {
    name: 'words',
    async look(screen, tab) {
      texts.set(screen, await tab.locator('body').innerText());
      return [];
    },
  };
  const readTestIds: Looker = {
    name: 'test ids',
    async look(_, tab) {
      const found = await tab.evaluate(() =>
        [...document.querySelectorAll('[data-testid]')].map((one) => one.getAttribute('data-testid')!),
      );
      for (const id of found) testIds.add(id);
      return [];
    },
  };
  return { lookers: [readWords, readTestIds], texts, testIds };
}
