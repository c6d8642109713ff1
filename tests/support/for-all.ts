import fc from 'fast-check';

type Property<T extends [unknown, ...unknown[]]> = [
  ...arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  holds: (...values: T) => boolean | void,
];

/** Throws, with the smallest values that were found, where `holds` throws or answers false for values of the arbitraries before it. Tries a hundred. */
export function forAll<T extends [unknown, ...unknown[]]>(...property: Property<T>): void {
  fc.assert(fc.property<T>(...property));
}

/** The same with so many values. */
export function forAllIn<T extends [unknown, ...unknown[]]>(numRuns: number, ...property: Property<T>): void {
  fc.assert(fc.property<T>(...property), { numRuns });
}
