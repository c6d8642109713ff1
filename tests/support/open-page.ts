/** The way to a page as somebody takes it: its area on the rail, its tab, its section; by the palette where it is not offered. Scripts that Node runs as they are go it too, so that no page is loaded here. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { type PageName, TABS } from '../../renderer/pages/define-page.ts';

const DEFINED =
  /definePage\(\{\s+name: '(?<name>[\w-]+)',\s+at: \{ tab: '(?<tab>[\w-]+)', place: \d+(?<aside>, aside: true)?/g;

const DEFINITIONS = globSync('renderer/*/index.ts', { cwd: projectDir }).flatMap((file) =>
  [...readFileSync(join(projectDir, file), 'utf8').matchAll(DEFINED)].map(({ groups }) => groups!),
);
/** Tab by page, as each feature defines it. */
export const TAB_OF: ReadonlyMap<string, string> = new Map(
  DEFINITIONS.map(({ name, tab }) => [name!, tab!] as const),
);
const ASIDES: ReadonlySet<string> = new Set(
  DEFINITIONS.filter(({ aside }) => aside !== undefined).map(({ name }) => name!),
);

/** What somebody sees and presses, by test id. */
interface Hand {
  readonly click: (testId: string) => Promise<unknown>;
  /** Whether it is there now. */
  readonly has: (testId: string) => Promise<boolean>;
}

/** That of whoever uses a window of the application, once its desk is painted. */
export const handOf = (page: Page): Hand => ({
  click: (testId) => page.getByTestId(testId).click(),
  has: async (testId) => {
    await page.getByTestId('rail-palette').waitFor();
    return (await page.getByTestId(testId).count()) > 0;
  },
});

/** A receptionist has pages of paper and compliance in a tab of their own. */
export async function openPage(page: PageName, { click, has }: Hand): Promise<void> {
  const tab = TAB_OF.get(page)!;
  const area = Object.entries(TABS).find(([, tabs]) => tabs.some((one) => one === tab))![0];
  const press = async (...testIds: readonly string[]): Promise<boolean> => {
    for (const testId of testIds)
      if (await has(testId)) {
        await click(testId);
        return true;
      }
    return false;
  };
  const isThere =
    !ASIDES.has(page) &&
    (await press(`area-${area}`, 'area-compliance')) &&
    (await press(`tab-${tab}`, 'tab-todo')) &&
    ((await press(`section-${page}`)) || !(await has('sections')));
  if (isThere) return;
  await click('rail-palette');
  await click(`palette-${page}`);
}
