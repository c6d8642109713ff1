/** The registry of pages: each is joined, each role finds its own, and nothing that two of them bring is the same. */
import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../contract/fields.ts';
import { homeOf } from '../../../renderer/desk/home.ts';
import type { Company } from '../../../contract/first-day/routes.ts';
import { type AnyPage, TABS } from '../../../renderer/pages/define-page.ts';
import { TAB_OF } from '../../support/open-page.ts';
import {
  actionsOf,
  areasOf,
  entryOf,
  keysOf,
  offeredOf,
  PAGES,
  pageOf,
} from '../../support/page-registry.ts';

const PLANTED: AnyPage = { ...pageOf('rooms'), name: 'planted' };

/** Chords that two keys of these pages have, as a keyboard shows them. */
const clashesOf = (pages: readonly AnyPage[]): readonly string[] => {
  const chords = keysOf(pages).flatMap(({ key: { chord } }) =>
    (chord?.codes ?? []).map((code) => `${chord?.with}+${code}`),
  );
  return chords.filter((chord, at) => chords.indexOf(chord) !== at);
};
const repeated = (values: readonly unknown[]): readonly unknown[] =>
  values.filter((value, at) => values.indexOf(value) !== at);
/** `tab/page`, as the rail, its tabs and their sections have them. */
const mapOf = (role: Role): readonly string[] =>
  areasOf(PAGES, role).flatMap(({ tabs }) =>
    tabs.flatMap(({ tab, sections }) => sections.map(({ name }) => `${tab}/${name}`)),
  );
/** The tabs that are offered at home. */
const tabsOf = (role: Role, company: Company | null, shown = homeOf(role)): readonly string[] =>
  offeredOf(PAGES, role, company, pageOf(shown)).flatMap(({ tabs }) => tabs.map(({ tab }) => tab));
const actionIds = (role: Role): readonly string[] => actionsOf(PAGES, role).map(({ id }) => id);

describe('the pages', () => {
  it('are all joined that a feature defines, each a section of its tab', () => {
    expect(new Map(PAGES.map(({ name, at }) => [name, at.tab]))).toEqual(TAB_OF);
  });

  it('have a name of their own, and a place of their own in a tab, and no tab is without one', () => {
    expect(repeated(PAGES.map(({ name }) => name))).toEqual([]);
    expect(repeated(PAGES.map(({ at: { tab, place } }) => `${tab} ${place}`))).toEqual([]);
    expect([...new Set(PAGES.map(({ at }) => at.tab)), 'todo'].toSorted()).toEqual(
      Object.values(TABS).flat().toSorted(),
    );
  });

  it('bring no chord twice, and one that another page has is found', () => {
    expect(clashesOf(PAGES)).toEqual([]);
    expect(clashesOf([...PAGES, PLANTED])).toEqual(['alt+KeyH']);
  });

  it.each(PAGES.filter((page: AnyPage) => 'load' in page))(
    '$name brings the component that it names',
    async (page: AnyPage) => {
      expect('load' in page && typeof (await page.load())).toBe('function');
    },
  );
});

const LARGE: Company = { isSmall: false, filled: [] };
const OF_THREE: Company = { isSmall: true, filled: [] };
const SUPERVISED =
  'pending log tracing papers outgoing cleanup inspection procedures consent rectification registers';

describe('the rail, its tabs and their sections', () => {
  it.each(ROLES)('lead a %s to every page that is for them, once, and to no other', (role) => {
    const forThem = PAGES.filter((page: AnyPage) => page.roles.includes(role));
    expect(
      mapOf(role)
        .map((place) => place.split('/')[1])
        .toSorted(),
    ).toEqual(forThem.map(({ name }) => name).toSorted());
  });

  it.each([
    ['receptionist', 5, 'search shift rooms import todo'],
    ['supervisor', 16, `search shift rooms import ${SUPERVISED} keys`],
    ['admin', 16, `rooms ${SUPERVISED} overview staff rules keys`],
  ] as const)('offer a %s %i pages, at most five an area', (role, count, tabs) => {
    expect(tabsOf(role, LARGE)).toEqual(tabs.split(' '));
    expect(tabsOf(role, LARGE)).toHaveLength(count);
    for (const { area, tabs: own } of offeredOf(PAGES, role, LARGE, pageOf(homeOf(role))))
      expect(own.length, area).toBeLessThanOrEqual(5);
  });

  it.each([
    ['receptionist', 4, 'search shift rooms import'],
    ['supervisor', 11, 'search shift rooms import pending log tracing cleanup inspection procedures keys'],
    ['admin', 10, 'pending log tracing cleanup inspection procedures overview staff rules keys'],
  ] as const)('offer a %s of a company of three with empty registers %i pages', (role, count, tabs) => {
    for (const company of [OF_THREE, null]) expect(tabsOf(role, company)).toEqual(tabs.split(' '));
    expect(tabsOf(role, OF_THREE)).toHaveLength(count);
  });

  it('offer a register with its first entry, and one that is shown', () => {
    expect(tabsOf('supervisor', { isSmall: true, filled: ['papers'] })).toContain('papers');
    expect(tabsOf('admin', OF_THREE, 'requests')).toContain('consent');
    expect(tabsOf('supervisor', LARGE, 'limits')).toContain('rules');
  });

  it.each(ROLES)('are led to by a rail for a %s that has the area of home, whatever is shown', (role) => {
    const railOf = (company: Company | null) => offeredOf(PAGES, role, company, null);
    for (const company of [OF_THREE, LARGE, null])
      expect(railOf(company)).toEqual(offeredOf(PAGES, role, company, pageOf(homeOf(role))));
  });

  it('lead back to the section that was looked at last, and never to one that a button leads to', () => {
    const log = areasOf(PAGES, 'supervisor')
      .flatMap(({ tabs }) => tabs)
      .filter(({ tab }) => tab === 'log' || tab === 'registers');
    expect(log.map((tab) => entryOf(tab, [])?.name)).toEqual(['log', 'inventory']);
    const recent = ['second-log', 'forms', 'retention'];
    expect(log.map((tab) => entryOf(tab, recent)?.name)).toEqual(['log', 'forms']);
  });

  it.each(ROLES)('lead a %s home, which is the first page of its area for them', (role) => {
    const home = pageOf(homeOf(role));
    const area = offeredOf(PAGES, role, LARGE, home).find(({ tabs }) =>
      tabs.some(({ tab }) => tab === home.at.tab),
    );
    expect(area?.tabs[0]?.sections[0]?.name).toBe(home.name);
  });

  it('have no area without a page', () => {
    expect(areasOf(PAGES, 'receptionist').map(({ area }) => area)).toEqual([
      'counter',
      'records',
      'compliance',
    ]);
    expect(areasOf([], 'admin')).toEqual([]);
  });
});

describe('what may be done beside the tabs', () => {
  it.each([
    ['receptionist', ['task', 'add']],
    ['supervisor', ['task', 'add']],
    ['admin', []],
  ] as const)('is for a %s: %j', (role, actions) => {
    expect(actionIds(role)).toEqual(actions);
  });

  it('has names of its own', () => {
    expect(repeated(ROLES.flatMap((role) => [...new Set(actionIds(role))]).slice(0, 2))).toEqual([]);
  });
});
