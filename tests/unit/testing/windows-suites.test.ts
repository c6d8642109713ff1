import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { WINDOWS_SUITES } from '../../../scripts/windows/windows-suites.ts';

it('the runs on Windows name files and folders that there are', () => {
  const named = Object.values(WINDOWS_SUITES).flatMap((suites) =>
    suites.flatMap(({ filters = [] }) => filters),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((path) => !existsSync(join(projectDir, path)))).toEqual([]);
});
