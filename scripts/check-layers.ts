/** Fails when a file of the application imports what its room may not know, and when files import each other in a circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { checkPublished, findCircles, readImportGraph } from './checks/import-graph.ts';
import { checkFile, findImports } from './checks/layer-rules.ts';
import { projectDir } from './setup/paths.mjs';

const ROOTS = ['contract', 'main', 'preload', 'renderer'] as const;

const sources = new Map(
  ROOTS.flatMap((root) => readdirSync(join(projectDir, root), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(projectDir, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const),
);
const imports = new Map([...sources].map(([file, source]) => [file, findImports(file, source)]));
const graph = readImportGraph(imports);
const violations = [
  ...[...sources].flatMap(([file, source]) => checkFile(file, source, imports.get(file))),
  ...checkPublished(graph),
];
const circles = findCircles(graph);

for (const violation of violations)
  process.stderr.write(`${violation.file}: imports ${violation.imports}: ${violation.rule}\n`);
for (const circle of circles) process.stderr.write(`import each other: ${circle.join(', ')}\n`);
process.stdout.write(
  `layers: ${sources.size} files, ${violations.length} violations, ${circles.length} circles\n`,
);
process.exitCode = violations.length + circles.length === 0 && sources.size > 0 ? 0 : 1;
