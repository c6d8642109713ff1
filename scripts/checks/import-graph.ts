/** Checks that need all files together: circles of imports, types included, and whether the exports of a folder stand on the lines below alone. */
import { type Import, type Violation, areNeighbours, isPublished, targetOf } from './layer-rules.ts';

/** Each file with the files that it imports, by whatever way of naming them. Paths are relative to the project. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The graph of files given by their paths and what each imports. Packages, and files that are not given, are left out. */
export const readImportGraph = (imports: ReadonlyMap<string, readonly Import[]>): ImportGraph =>
  new Map(
    [...imports].map(([path, named]) => [
      path,
      named.flatMap((one) => {
        const target = targetOf(path, one);
        return target !== null && imports.has(target) ? [target] : [];
      }),
    ]),
  );

/**
 * Groups of two or more files each of which imports, directly or not, all others of its group, and files that import themselves: the strongly
 * connected components of the graph (Tarjan 1972). Each group is sorted.
 */
export function findCircles(graph: ImportGraph): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const order = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    open.push(file);
    let lowest = own;
    for (const target of graph.get(file) ?? []) {
      const known = order.get(target);
      if (known === undefined) lowest = Math.min(lowest, visit(target));
      else if (open.includes(target)) lowest = Math.min(lowest, known);
    }
    if (lowest === own) {
      const group = open.splice(open.indexOf(file));
      if (group.length > 1 || graph.get(file)?.includes(file) === true) circles.push(group.toSorted());
    }
    return lowest;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}

/** Files that a published file stands on and that import from another folder of their line: through them, neighbours could come to import each other. */
export function checkPublished(graph: ImportGraph): readonly Violation[] {
  return [...graph.keys()].filter(isPublished).flatMap((published) =>
    filesBelow(graph, published).flatMap((file) =>
      (graph.get(file) ?? [])
        .filter((target) => areNeighbours(file, target))
        .map((target) => ({
          file,
          imports: target,
          rule: `${published} stands on it: imports from the lines below its own alone`,
        })),
    ),
  );
}

/** A file, and whatever it imports of its own folder. */
function filesBelow(graph: ImportGraph, start: string): readonly string[] {
  const folder = start.slice(0, start.lastIndexOf('/') + 1);
  const found = new Set([start]);
  // What is added while the set is gone through is gone through as well.
  for (const file of found)
    for (const target of graph.get(file) ?? []) if (target.startsWith(folder)) found.add(target);
  return [...found];
}
