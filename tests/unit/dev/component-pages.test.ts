/** Every component has a page, every page is in the list, and what a browser loads for them reaches nothing of Node. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { findImports } from '../../../scripts/checks/layer-rules.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';

const ENTRIES = 'scripts/dev/entries';
const PAGES = `${ENTRIES}/components/pages`;

const read = (path: string): string => readFileSync(join(projectDir, path), 'utf8');
const filesOf = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: projectDir }).map((path) => path.replaceAll('\\', '/'));

/** A function in capitals: `Button`, and not `QUIET_PIN`. */
const COMPONENT = /^[A-Z][A-Za-z]*[a-z][A-Za-z]*$/;

/** Names of the exported functions of a module that are components. */
function componentsIn(source: string): readonly string[] {
  return parseAst(source, { lang: 'tsx' }).body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration === null) return [];
    const { declaration } = statement;
    const names =
      declaration.type === 'FunctionDeclaration'
        ? [declaration.id?.name ?? '']
        : declaration.type === 'VariableDeclaration'
          ? declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
          : [];
    return names.filter((name) => COMPONENT.test(name));
  });
}

/** What the pages import, as `renderer/ui/Button.tsx#Button`. An import that nothing uses is refused by the linter. */
const shown: ReadonlySet<string> = new Set(
  filesOf(`${PAGES}/*.tsx`).flatMap((page) =>
    findImports(page, read(page))
      .filter(({ typeOnly }) => !typeOnly)
      .flatMap(({ source, names }) =>
        names.map((name) => `${posix.join(posix.dirname(page), source)}#${name}`),
      ),
  ),
);

/** Packages that the modules of an entry name at run time, with the way to each. */
function packagesBehind(entry: string): ReadonlyMap<string, string> {
  const packages = new Map<string, string>();
  const ways = new Map([[entry, entry]]);
  // A map hands out what is added to it while it is walked.
  for (const [file, way] of ways)
    for (const { source, typeOnly } of findImports(file, read(file))) {
      if (typeOnly) continue;
      const target = posix.join(posix.dirname(file), source);
      if (!source.startsWith('.')) packages.set(source, packages.get(source) ?? way);
      else if (/\.tsx?$/.test(target) && existsSync(join(projectDir, target)) && !ways.has(target))
        ways.set(target, `${way} > ${target}`);
    }
  return packages;
}

describe('the pages of the components', () => {
  it('show each component of renderer/ui', () => {
    const components = filesOf('renderer/ui/*.tsx').flatMap((file) =>
      componentsIn(read(file)).map((name) => `${file}#${name}`),
    );
    expect(components.length).toBeGreaterThan(30);
    expect(components.filter((component) => !shown.has(component))).toEqual([]);
  });

  it('are missed where there is none', () => {
    const source =
      'export function Button() {}\nexport const Memo = memo(Button);\nexport const QUIET_PIN = {};\nexport function useSecret() {}\nexport type Tone = string;\nfunction Inner() {}\n';
    expect(componentsIn(source)).toEqual(['Button', 'Memo']);
  });

  it('are in the list, each once', () => {
    const list = findImports('list.ts', read(`${ENTRIES}/components/list.ts`))
      .map(({ source }) => source)
      .filter((source) => source.startsWith('./pages/'));
    expect(list.map((source) => posix.join(`${ENTRIES}/components`, source)).toSorted()).toEqual(
      filesOf(`${PAGES}/*.tsx`).toSorted(),
    );
  });

  it('have an address of their own, and so has each of their states', () => {
    const ids = filesOf(`${PAGES}/*.tsx`).map((page) => /^ {2}id: '([a-z-]+)',$/m.exec(read(page))?.[1]);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what a browser loads of the development server', () => {
  it.each(['browser-page.ts', 'components-page.ts'])('reaches no module of Node from %s', (entry) => {
    const packages = packagesBehind(`${ENTRIES}/${entry}`);
    const foreign = [...packages].filter(([name]) =>
      /^(?:node:|vitest|playwright|@node-rs|better-sqlite3)/.test(name),
    );
    expect(packages.has('react')).toBe(true);
    expect(foreign).toEqual([]);
  });
});
