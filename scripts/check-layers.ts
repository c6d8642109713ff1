/** Fails when a file of the application imports what its room may not know. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { checkFile } from './checks/layer-rules.ts';
import { projectDir } from './setup/paths.mjs';

const ROOTS = ['contract', 'main', 'preload', 'renderer'] as const;

const files = ROOTS.flatMap((root) =>
  readdirSync(join(projectDir, root), { recursive: true, withFileTypes: true }),
)
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) => relative(projectDir, join(entry.parentPath, entry.name)).split(sep).join('/'));
const violations = files.flatMap((file) => checkFile(file, readFileSync(join(projectDir, file), 'utf8')));

for (const { file, imports, rule } of violations)
  process.stderr.write(`${file}: imports ${imports}: ${rule}\n`);
process.stdout.write(`layers: ${files.length} files, ${violations.length} violations\n`);
process.exitCode = violations.length === 0 && files.length > 0 ? 0 : 1;
