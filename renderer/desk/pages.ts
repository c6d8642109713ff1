/** The pages of the desk, each as its feature defines it. The order is that of tabs and sections, of the help (F1) and of the palette. */
import { type ComponentType, lazy } from 'react';
import { firstDayWords } from '../first-day/words.ts';
import { registerMessages } from '../messages/i18n.ts';
import type { UnnamedInLog } from '../messages/translate.ts';
import { type AlertSource, type AnyPage, type PageName, TABS } from '../pages/define-page.ts';
import { bringDetailWords } from '../pages/detail-words.ts';
import { bringMended } from '../evidence/duty-pages.ts';
import { inOrder } from './areas.ts';
import * as list from './page-list.ts';
import { tabWords } from './tab-words.ts';
import type * as words from './word-list.ts';

type Listed = (typeof list)[keyof typeof list];

/** In the order of the areas, of the tabs within each, and of their sections. */
export const PAGES: readonly Listed[] = Object.values<Listed>(list).toSorted(inOrder);

type WordList = typeof words;

declare module '../pages/define-page.ts' {
  interface Joined {
    readonly name: Listed['name'];
  }
}

declare module '../messages/i18n.ts' {
  interface Brought extends WordList {}
}

true satisfies [UnnamedInLog] extends [never] ? true : { readonly 'no words for': UnnamedInLog };

for (const page of PAGES as readonly AnyPage[]) {
  const { messages, log } = page;
  bringMended(page);
  if (messages !== undefined) registerMessages(messages);
  if (log !== undefined) bringDetailWords(log);
}
registerMessages(firstDayWords);
registerMessages(tabWords);

/** Pages that follow what changes. */
export const FOLLOWING: readonly AnyPage[] = (PAGES as readonly AnyPage[]).filter(
  ({ follows }) => follows !== undefined,
);

const isWorkList = ({ at }: AnyPage): boolean => TABS.compliance.some((tab) => tab === at.tab);
/** Alert sources of the bell: work lists of compliance after what protects the vault and the desk. */
export const ALERT_SOURCES: readonly AlertSource[] = (PAGES as readonly AnyPage[])
  .toSorted((one, other) => Number(isWorkList(one)) - Number(isWorkList(other)))
  .flatMap(({ alert }) => alert ?? []);

const BY_NAME: ReadonlyMap<string, AnyPage> = new Map(PAGES.map((page) => [page.name, page]));

/** The page of that name. */
export function pageOf(name: PageName): AnyPage {
  const page = BY_NAME.get(name);
  if (page === undefined) throw new RangeError(`no page is called ${name}`);
  return page;
}

const COMPONENTS = new Map<AnyPage, ComponentType>(
  PAGES.map((page: AnyPage) => [
    page,
    'component' in page ? page.component : lazy(async () => ({ default: await page.load() })),
  ]),
);

/** Returns the component of a page: one for the whole session, read from its file when it is first shown. Throws RangeError where the page is not joined. */
export function componentOf(page: AnyPage): ComponentType {
  const component = COMPONENTS.get(page);
  if (component === undefined) throw new RangeError(`${page.name} is not joined`);
  return component;
}
