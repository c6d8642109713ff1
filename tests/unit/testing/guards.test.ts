/** Guards that are broken on purpose stand in the sources as their files say, and the attacks that have to notice are there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { readGuards } from '../../faults/guards.ts';

const GUARDS = readGuards();
const read = (file: string): string => readFileSync(join(projectDir, file), 'utf8');

describe('the guards', () => {
  it('are fifteen or more, and at least one attack names each', () => {
    expect(GUARDS.length).toBeGreaterThanOrEqual(15);
    expect(
      GUARDS.filter(({ tests }) => !tests.some((test) => test.startsWith('tests/attack/'))).map(
        ({ name }) => name,
      ),
    ).toEqual([]);
  });

  it('have each a row in the table of what attackers found', () => {
    const table = read('docs/attacks.md');
    expect(GUARDS.filter(({ name }) => !table.includes(`\`${name}\``)).map(({ name }) => name)).toEqual([]);
  });

  it.each(GUARDS.map((guard) => [guard.name, guard] as const))(
    '%s stands once where it is broken, into something else, and is tried by tests that there are',
    (_, { file, was, becomes, tests }) => {
      expect(read(file).split(was)).toHaveLength(2);
      expect(becomes).not.toBe(was);
      for (const [path = '', titled = ''] of tests.map((test) => test.split(': ')))
        // A title may be made of parts.
        expect(read(path)).toContain(titled.split(' ').slice(0, 3).join(' '));
    },
  );
});
