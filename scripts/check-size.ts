/** Fails when the repository holds more than it may: bytes in all, and pictures. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findHeavy } from './checks/repository-size.ts';
import { projectDir } from './setup/paths.mjs';

const files = execFileSync('git', ['ls-files', '-z'], { cwd: projectDir, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(projectDir, path)))
  .map((path) => ({ path, bytes: statSync(join(projectDir, path)).size }));
const documents = files
  .filter(({ path }) => path.endsWith('.md'))
  .map(({ path }) => readFileSync(join(projectDir, path), 'utf8'));
const heavy = findHeavy(files, documents);

for (const line of heavy) process.stderr.write(`${line}\n`);
process.stdout.write(
  `size: ${files.reduce((sum, { bytes }) => sum + bytes, 0)} bytes, ${heavy.length} faults\n`,
);
process.exitCode = heavy.length === 0 && files.length > 0 ? 0 : 1;
