/** The number of a row as people say it: its place among those of its desk. Without schemas, so that pages can read it. */

/** From 1. `id`: desk · 2³² + counter. */
export const rowNumber = (id: number): number => id % 2 ** 32;
