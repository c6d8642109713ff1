/** What becomes of a table once many desks keep the same vault. */

/**
 * `replicated`: every desk has the rows that any desk has written. `derived`: each desk makes them from those. `local`: of one desk or one computer
 * alone, never sent to another.
 */
export type TableKind = 'replicated' | 'derived' | 'local';
