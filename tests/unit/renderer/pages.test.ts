/** The registry of pages: each is joined, each role finds its own, and nothing that two of them bring is the same. */
import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../contract/fields.ts';
import { homeOf } from '../../../renderer/desk/home.ts';
import { AREAS, type AnyPage } from '../../../renderer/pages/define-page.ts';
import { AREA_OF } from '../../support/open-page.ts';
import { actionsOf, areasOf, keysOf, PAGES, pageOf } from '../../support/page-registry.ts';

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
/** `area/page`, as the rail and its tabs have them. */
const mapOf = (role: Role): readonly string[] =>
  areasOf(PAGES, role).flatMap(({ area, pages }) => pages.map(({ name }) => `${area}/${name}`));
const actionIds = (role: Role): readonly string[] => actionsOf(PAGES, role).map(({ id }) => id);

describe('the pages', () => {
  it('are all joined that a feature defines, in its area', () => {
    expect(new Map(PAGES.map(({ name, area }) => [name, area]))).toEqual(AREA_OF);
  });

  it('have a name of their own, and a place of their own in an area', () => {
    expect(repeated(PAGES.map(({ name }) => name))).toEqual([]);
    for (const { name, area } of PAGES) expect(AREAS, name).toContain(area);
    expect(repeated(PAGES.map(({ area, place }) => `${area} ${place}`))).toEqual([]);
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

describe('the rail and its tabs', () => {
  it.each(ROLES)('lead a %s to every page that is for them, once, and to no other', (role) => {
    const forThem = PAGES.filter((page: AnyPage) => page.roles.includes(role));
    expect(mapOf(role).toSorted()).toEqual(forThem.map(({ area, name }) => `${area}/${name}`).toSorted());
  });

  it.each(ROLES)('lead a %s home, which is the first page of its area for them', (role) => {
    const home = pageOf(homeOf(role));
    const first = areasOf(PAGES, role).find(({ area }) => area === home.area)?.pages[0];
    expect(first?.name).toBe(home.name);
  });

  it('have no area without a page', () => {
    const pages = PAGES.filter(({ area }) => area !== 'compliance');
    expect(areasOf(pages, 'receptionist').map(({ area }) => area)).toEqual(['counter', 'records', 'paper']);
    expect(areasOf(PAGES, 'receptionist').map(({ area }) => area)).toContain('compliance');
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
