/** The areas of the work with their tabs and sections, as a role of a company finds them: what the rail, the tabs and the palette show. Pure. */
import type { Role } from '../../contract/fields.ts';
import type { FilledTab } from '../../contract/first-day/lists.ts';
import type { Company } from '../../contract/first-day/routes.ts';
import { type AnyPage, type Area, type PageAction, type Tab, TABS } from '../pages/define-page.ts';

export interface TabSections {
  readonly tab: Tab;
  /** Every page of the tab that the role may open. */
  readonly sections: readonly AnyPage[];
}

export interface AreaTabs {
  readonly area: Area;
  readonly tabs: readonly TabSections[];
}

/** Work that a role seldom has there: the palette and links lead to it. */
const SELDOM: Readonly<Partial<Record<Tab, readonly Role[]>>> = {
  search: ['admin'],
  shift: ['admin'],
  rules: ['supervisor'],
};
/** What a small company does without until there is something in it; an admin of one looks at no rooms. */
const UNTIL_FILLED: Readonly<Partial<Record<Tab, readonly Role[]>>> = {
  rooms: ['admin'],
  papers: ['supervisor', 'admin'],
  outgoing: ['supervisor', 'admin'],
  consent: ['supervisor', 'admin'],
  rectification: ['supervisor', 'admin'],
  registers: ['supervisor', 'admin'],
  todo: ['receptionist'],
} satisfies Readonly<Record<FilledTab | 'rooms', readonly Role[]>>;

const AREAS = Object.keys(TABS) as readonly Area[];
const OWN: ReadonlySet<Tab> = new Set([...TABS.paper, ...TABS.compliance]);

/** The tab on which somebody in that role finds a page. */
export const tabOf = ({ at: { tab } }: AnyPage, role: Role): Tab =>
  role === 'receptionist' && OWN.has(tab) ? 'todo' : tab;

const INDEX = AREAS.flatMap((area): readonly Tab[] => TABS[area]);
/** In the order of the tabs, and of the sections of each. */
export const inOrder = (one: AnyPage, other: AnyPage): number =>
  INDEX.indexOf(one.at.tab) - INDEX.indexOf(other.at.tab) || one.at.place - other.at.place;

/** Every page that a role may open, by its tab and its area; areas and tabs without one are not there. */
export const areasOf = (pages: readonly AnyPage[], role: Role): readonly AreaTabs[] =>
  AREAS.map((area) => ({
    area,
    tabs: TABS[area]
      .map((tab: Tab) => ({
        tab,
        sections: pages.filter((page) => page.roles.includes(role) && tabOf(page, role) === tab),
      }))
      .filter(({ sections }) => sections.length > 0),
  })).filter(({ tabs }) => tabs.length > 0);

/** Those of them that are offered; the tab of the page that is shown is too, on that page and not on the rail, which is the same everywhere. `company` is null until it is known: a tab may come, and goes from nobody. */
export const offeredOf = (
  pages: readonly AnyPage[],
  role: Role,
  company: Company | null,
  shown: AnyPage | null,
): readonly AreaTabs[] => {
  const isOffered = (tab: Tab): boolean =>
    (shown !== null && tab === tabOf(shown, role)) ||
    !(
      SELDOM[tab]?.includes(role) === true ||
      (company?.isSmall !== false &&
        UNTIL_FILLED[tab]?.includes(role) === true &&
        company?.filled.some((filled) => filled === tab) !== true)
    );
  return areasOf(pages, role)
    .map(({ area, tabs }) => ({ area, tabs: tabs.filter(({ tab }) => isOffered(tab)) }))
    .filter(({ tabs }) => tabs.length > 0);
};

/** The page that a tab leads to: the section that was looked at last, else the first. `recent`: the names of pages, the last one first. */
export function entryOf({ sections }: TabSections, recent: readonly string[]): AnyPage | undefined {
  const choices = sections.filter(({ at }) => at.aside !== true);
  const last = recent.find((name) => choices.some((page) => page.name === name));
  return choices.find(({ name }) => name === last) ?? choices[0];
}

/** Returns the actions of these pages that a role may use. */
export const actionsOf = (pages: readonly AnyPage[], role: Role): readonly PageAction[] =>
  pages.flatMap((page) => (page.actions ?? []).filter(({ roles }) => (roles ?? page.roles).includes(role)));
