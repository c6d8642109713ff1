/**
 * npm run import-accuracy -- [DIR] [--only TEXT] [--details FILE]: takes each workbook of DIR that has a truth beside it into a vault of
 * its own and prints what became of each value (docs/import-accuracy.md). Ends with 1 where a bound is not kept.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { VaultPress, listWorkbooks, measureWorkbook } from './measure.ts';
import { type Measured, describeFaults, describeRuns, faultsOf } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, details: { type: 'string' } },
});
const folder = resolve(positionals[0] ?? join(projectDir, 'tests/import-corpus/files'));
const files = (await listWorkbooks(folder)).filter((file) => file.includes(values.only ?? ''));
const press = await VaultPress.make();
const runs: Measured[] = [];
for (const file of files) {
  runs.push(await measureWorkbook(press, folder, file));
  process.stderr.write(`\r${runs.length} of ${files.length} `);
}
await press.dispose();
process.stdout.write(`\n${describeRuns(runs)}\n\n`);
if (values.details !== undefined) writeFileSync(values.details, `${runs.map(describeFaults).join('\n')}\n`);
const faults = runs.length === 0 ? [`no workbook with a truth in ${folder}`] : faultsOf(runs);
process.stdout.write(`${faults.map((fault) => `OVER ${fault}`).join('\n') || 'every bound is kept'}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
