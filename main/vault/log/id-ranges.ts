/** Many ids in few numbers: an import numbers the people that it adds one after another. */

/** First and last of each run of ids, ascending. */
export function toRanges<Id extends number>(ids: Iterable<Id>): [first: Id, last: Id][] {
  const ranges: [Id, Id][] = [];
  for (const id of [...new Set(ids)].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] + 1 === id) last[1] = id;
    else ranges.push([id, id]);
  }
  return ranges;
}
