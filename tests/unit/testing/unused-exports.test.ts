/** No file exports a name that no other file imports; and the search that says so, over planted files: each way of using an export, and of exporting. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { findUnusedExports } from '../../support/unused-exports.ts';

const CHECKED = /^(?:contract|main|preload|renderer|scripts|tests)\/.*\.tsx?$/;
/** vitest calls what set-up files export; files that must not compile are compiled one by one, and those that are laid somewhere else, there. */
const CALLED = /^tests\/(?:.*: (?:setup|teardown)$|must-not-compile\/|overlay\/)/;

const DECLARED =
  'export const a = 1; export const { b, c: [d] } = x; export function f() {} export class G {} export type T = 1; export interface I { t: T }';
const ALL = ['a', 'b', 'd', 'f', 'G', 'I'];

const unusedIn = (files: Readonly<Record<string, string>>): readonly string[] =>
  findUnusedExports(new Map(Object.entries(files)), (path) => !path.startsWith('tests/'));

const unusedBeside = (user: string): readonly string[] =>
  unusedIn({ 'main/a.ts': DECLARED, 'tests/b.tsx': user }).map((one) => one.replace('main/a.ts: ', ''));

describe('unused exports', () => {
  it('are in no file of the project', () => {
    const files = globSync(['{contract,main,preload,renderer,scripts,tests}/**/*.{ts,tsx,mjs,cjs}', '*.ts'], {
      cwd: projectDir,
    }).map((path) => path.split(sep).join('/'));
    const sources = new Map(files.map((path) => [path, readFileSync(join(projectDir, path), 'utf8')]));
    const isChecked = (path: string): boolean => CHECKED.test(path) && !path.endsWith('.d.ts');
    expect(findUnusedExports(sources, isChecked).filter((one) => !CALLED.test(one))).toEqual([]);
  });

  it('are names of every kind of declaration that no other file imports', () => {
    expect(unusedBeside('')).toEqual(ALL);
    expect(
      unusedBeside("import { a } from './a.ts'; import x from 'a.ts'; import { f } from 'main/a.ts';"),
    ).toEqual(ALL);
  });

  it.each([
    ['an import', "import { a, type I as J } from '../main/a.ts';", ['b', 'd', 'f', 'G']],
    ['an export of another file', "export { f as z, G } from '../main/a.ts';", ['a', 'b', 'd', 'I']],
    ['a namespace', "import * as all from '../main/a.ts';", []],
    ['an export of all', "export * from '../main/a.ts';", []],
    ['a dynamic import', "const all = await import('../main/a.ts');", []],
    ['the type of an import', "type All = typeof import('../main/a.ts');", []],
    ['a query of the bundler', "import { a } from '../main/a.ts?raw';", ['b', 'd', 'f', 'G', 'I']],
    [
      'an interface that is added to',
      "declare module '../main/a.ts' { interface I { u: 1 } }",
      ALL.slice(0, -1),
    ],
  ])('do not include those of %s', (_, user, unused) => {
    expect(unusedBeside(user)).toEqual(unused);
  });

  it('include an export list and names that are exported again', () => {
    expect(
      unusedIn({
        'main/a.ts': 'const a = 1; export { a, a as b };',
        'main/c.ts': "export { a } from './a.ts';",
      }),
    ).toEqual(['main/a.ts: b', 'main/c.ts: a']);
  });

  it('do not include types that an export names in another place than a parameter', () => {
    const types = 'export type A = 1; export type B = 2; export type C = 3;';
    const user = { 'tests/b.ts': "import { make } from '../main/a.ts';" };
    const make = 'export const make = (a: A) => { const b: B = 2; return call<C>(b); };';
    expect(unusedIn({ 'main/a.ts': `${types} ${make}`, ...user })).toEqual(['main/a.ts: A']);
    expect(unusedIn({ 'main/a.ts': `${types} ${make.replace('export ', '')}` })).toHaveLength(3);
  });

  it('are looked for in checked files alone', () => {
    expect(unusedIn({ 'tests/a.ts': 'export const a = 1;' })).toEqual([]);
  });
});
