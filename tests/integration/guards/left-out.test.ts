/** A route that is not visited, a screen that is not shown and a field without a planted value do not compile: each is left out once, in a copy of the sources. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { HAS_LINKS } from '../../support/platform.ts';
import { words } from '../../support/words.ts';

const COPIED = words(
  'contract main preload renderer scripts tests package.json tsconfig.json tsconfig.base.json',
);
/** What the compiler knows from the last check of types: it compiles anew only what has changed since. */
const BUILD_INFO = join('.cache', 'types');
const COMPILE_MS = 300_000;
let copy: string;

beforeAll(() => {
  if (!HAS_LINKS) return;
  copy = mkdtempSync(join(tmpdir(), 'resident-vault-left-out-'));
  for (const name of [...COPIED, BUILD_INFO].filter((one) => existsSync(join(projectDir, one))))
    cpSync(join(projectDir, name), join(copy, name), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(projectDir, 'node_modules'), join(copy, 'node_modules'));
  expect(compile()).toBe('');
}, COMPILE_MS);
afterAll(() => {
  if (HAS_LINKS) rmSync(copy, { recursive: true, force: true });
});

/** What the compiler says; nothing where it is content. */
function compile(): string {
  try {
    return execFileSync(process.execPath, [join(projectDir, 'node_modules/typescript/bin/tsc'), '-b'], {
      cwd: copy,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}

const LEFT_OUT: readonly (readonly [file: string, before: string, after: string])[] = [
  [
    'contract/log/routes.ts',
    "  'log.list': route(",
    "  'log.planted': route(OVERSIGHT, z.strictObject({ day: z.string() }), nothing, { ...NO_RESIDENT }),\n  'log.list': route(",
  ],
  [
    'renderer/desk/page-list.ts',
    "export { logPage } from '../log/index.ts';",
    "import { logPage } from '../log/index.ts';\nexport { logPage };\nexport const plantedPage = { ...logPage, name: 'planted' } as const;",
  ],
  [
    'contract/fields.ts',
    '  remark: {',
    "  planted: { tier: 'contact', mask: 'hidden', most: 1, longest: 10, matched: false, columns: [] },\n  remark: {",
  ],
];

it.skipIf(!HAS_LINKS)(
  'a route, a page and a sealed field that the walk leaves out are told by the compiler',
  () => {
    for (const [file, before, after] of LEFT_OUT) {
      const source = readFileSync(join(copy, file), 'utf8');
      expect(source).toContain(before);
      writeFileSync(join(copy, file), source.replace(before, after));
    }
    const told = compile();
    expect(told).toMatch(/tests\/support\/route-walk\.ts.*log\.planted/);
    expect(told).toMatch(/tests\/screens\/screen-list\.ts.*no screen shows/);
    expect(told).toMatch(/tests\/support\/planted-people\.ts.*planted/);
  },
  COMPILE_MS,
);
