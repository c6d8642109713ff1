/** Shows a screen in the dark, as the setting does it, without its dialog. */
import type { Page as Tab } from 'playwright-core';
import { settle } from '../support/settle.ts';

/** In the light again when this resolves to what `work` does. */
export async function inTheDark<T>(tab: Tab, work: () => Promise<T>): Promise<T> {
  const wear = (theme: string) =>
    tab.evaluate((worn) => {
      document.documentElement.dataset['theme'] = worn;
    }, theme);
  await wear('dark');
  await settle(tab);
  try {
    return await work();
  } finally {
    await wear('light');
  }
}
