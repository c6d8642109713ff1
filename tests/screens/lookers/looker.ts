/** Looks at every screen of a walk, beside others. */
import type { Page as Tab } from 'playwright-core';
import type { ScreenName } from '../screen-list.ts';

export interface Looker {
  /** As a failure names it. */
  readonly name: string;
  /** What is wrong with the screen, a line each; empty where nothing is. The screen is left as it was found. */
  look(screen: ScreenName, tab: Tab): Promise<readonly string[]>;
}
