import fc from 'fast-check';
import { isFullRun } from './full-run.ts';

export { fc };

type Property<T extends [unknown, ...unknown[]]> = [
  ...arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  holds: (...values: T) => boolean | void,
];

/** Throws, with the smallest values that were found, where `holds` throws or answers false for values of the arbitraries before it. Tries a hundred. */
export function forAll<T extends [unknown, ...unknown[]]>(...property: Property<T>): void {
  fc.assert(fc.property<T>(...property));
}

const FEWEST = 100;
const SHARE_OF_A_RUN = 5;

/** The same with so many values in the full run, and with a fifth of them otherwise, a hundred at least: other ones in each run. */
export function forAllIn<T extends [unknown, ...unknown[]]>(many: number, ...property: Property<T>): void {
  const share = Math.max(FEWEST, Math.ceil(many / SHARE_OF_A_RUN));
  fc.assert(fc.property<T>(...property), { numRuns: isFullRun ? many : Math.min(many, share) });
}
