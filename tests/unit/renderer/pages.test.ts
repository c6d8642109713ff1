/** The registry of pages: each is joined, each role finds its own, and nothing that two of them bring is the same. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../contract/fields.ts';
import type { Role } from '../../../contract/fields.ts';
import { AREAS } from '../../../renderer/pages/define-page.ts';
import type { AnyPage } from '../../../renderer/pages/define-page.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { keysOf, menuOf, PAGES, pageOf } from '../../support/page-registry.ts';

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
const menuIds = (role: Role): readonly string[] => menuOf(PAGES, role).map(({ id, page }) => id ?? page.name);

describe('the pages', () => {
  it('are all joined that a feature defines', () => {
    const defined = readdirSync(join(projectDir, 'renderer'))
      .map((folder) => join(projectDir, 'renderer', folder, 'index.ts'))
      .filter((file) => existsSync(file))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/definePage\(\{\s+name: '([\w-]+)'/g)].map(
          ([, name]) => name,
        ),
      );
    expect(PAGES.map(({ name }) => name).toSorted()).toEqual(defined.toSorted());
  });

  it('have a name, a place in the menu and an area of their own', () => {
    expect(repeated(PAGES.map(({ name }) => name))).toEqual([]);
    expect(repeated(PAGES.flatMap((page: AnyPage) => page.menu?.order ?? []))).toEqual([]);
    for (const { name, area } of PAGES) expect(AREAS, name).toContain(area);
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

const OF_THE_FIRST: ReadonlySet<string> = new Set([
  'add',
  'import',
  'rooms',
  'log',
  'policy',
  'staff',
  'keys',
  'room-patterns',
  'backup',
]);

describe('the menu', () => {
  it.each([
    ['receptionist', ['add', 'import', 'rooms']],
    ['supervisor', ['add', 'import', 'rooms', 'log', 'policy', 'keys']],
    ['admin', ['rooms', 'log', 'policy', 'staff', 'keys', 'room-patterns', 'backup']],
  ] as const)('leads a %s to what they may open and nowhere else', (role, entries) => {
    // The way to the page of a later feature is shown by the feature's own walk.
    expect(menuIds(role).filter((id) => OF_THE_FIRST.has(id))).toEqual(entries);
  });

  it('leads nobody to a page that is not for them', () => {
    for (const role of ROLES)
      for (const { page } of menuOf(PAGES, role)) expect(page.roles, page.name).toContain(role);
  });
});
