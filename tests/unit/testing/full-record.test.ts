import { expect, it } from 'vitest';
import { type FullPartResult, withPart } from '../../../scripts/testing/full-record.ts';

const MACHINE = { cpu: 'some', cores: 2, memoryGiB: 8, node: 'v24.0.0', os: 'Linux 6' };
const NAMES = ['checks', 'attack', 'e2e'];
const runAt = (commit: string) => ({ date: '2026-01-31', machine: MACHINE, commit });
const partOf = (name: string, passed: number): FullPartResult => ({
  name,
  seconds: 5,
  passed,
  failed: 0,
  skipped: 0,
});

it('takes the place of an earlier run of the same part and leaves the others in their order', () => {
  let record = withPart(null, runAt('a'), partOf('e2e', 1), NAMES);
  record = withPart(record, runAt('a'), partOf('checks', 2), NAMES);
  record = withPart(record, runAt('a'), partOf('e2e', 3), NAMES);
  expect(record).toEqual({ ...runAt('a'), parts: [partOf('checks', 2), partOf('e2e', 3)] });
});

it('keeps the commit of a part that was run at another one', () => {
  let record = withPart(null, runAt('a'), partOf('checks', 1), NAMES);
  record = withPart(record, runAt('b'), partOf('attack', 1), NAMES);
  record = withPart(record, runAt('c'), partOf('e2e', 1), NAMES);
  expect(record.commit).toBe('c');
  expect(record.parts.map(({ name, commit }) => [name, commit])).toEqual([
    ['checks', 'a'],
    ['attack', 'b'],
    ['e2e', undefined],
  ]);
});
