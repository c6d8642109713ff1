/** Writes the table of what every Han character is read: `node scripts/names/write-readings.ts`, after a new version of pinyin-pro. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';
import { listReadings } from './list-readings.ts';

const HEAD = `/**
 * Reading of every Han character, as pinyin-pro has it: the usual reading first, without tones, ü as v. A line each, the readings before the characters
 * that have them. Written by scripts/names/write-readings.ts.
 */
export const READING_TABLE = \`
`;

writeFileSync(
  join(projectDir, 'main', 'vault', 'values', 'reading-table.ts'),
  `${HEAD}${listReadings().join('\n')}\n\`;\n`,
);
