/** Whoever looks for what a feature shows of its duties finds it under one name in each folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';

const vault = join(projectDir, 'main', 'vault');
/** Files of features with a function that returns such a type of `feature.ts`, but the joins and what all features pass through. */
const filesThatReturn = (type: 'Evidence' | 'PackPart'): readonly string[] =>
  readdirSync(vault, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && name.includes('/') && basename(name) !== 'index.ts')
    .filter((name) => dirname(name) !== 'evidence' && name !== 'law/without-file.ts')
    .filter((name) =>
      new RegExp(String.raw`\): (?:Promise<)?(?:readonly )?${type}\b`).test(
        readFileSync(join(vault, name), 'utf8'),
      ),
    );

it('how it stands with duties lies in evidence.ts and the blocks of a pack in pack.ts, in the same folders', () => {
  const evidence = filesThatReturn('Evidence');
  expect(evidence.filter((name) => basename(name) !== 'evidence.ts')).toEqual([]);
  expect(filesThatReturn('PackPart').filter((name) => basename(name) !== 'pack.ts')).toEqual([]);
  const folders = readdirSync(vault).filter((folder) => evidence.includes(`${folder}/evidence.ts`));
  expect(folders.filter((folder) => !readdirSync(join(vault, folder)).includes('pack.ts'))).toEqual([]);
  expect(folders).toContain('requests');
});
