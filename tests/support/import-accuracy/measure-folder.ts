/** In a process of its own: FOLDER, a part of a name or nothing, a file for details or nothing. */
import { writeFileSync } from 'node:fs';
import { listWorkbooks, makePress, measureWorkbook } from './measure.ts';
import { type Measured, describeFaults, describeRuns, faultsOf } from './report.ts';

const [folder = '', only = '', details = ''] = process.argv.slice(2);

async function measureFolder(): Promise<boolean> {
  const files = (await listWorkbooks(folder)).filter((file) => file.includes(only));
  const press = await makePress();
  const runs: Measured[] = [];
  const broken: string[] = [];
  try {
    for (const file of files) {
      await measureWorkbook(press, folder, file).then(
        (run) => runs.push(run),
        (error: unknown) => broken.push(`${file}: ${String(error)}`),
      );
      process.stderr.write(`\r${runs.length + broken.length} of ${files.length} `);
    }
  } finally {
    await press.dispose();
  }
  process.stdout.write(`\n${describeRuns(runs)}\n\n`);
  if (details !== '') writeFileSync(details, `${runs.map(describeFaults).join('\n')}\n`);
  const faults = runs.length === 0 ? [`no workbook with a truth in ${folder}`] : faultsOf(runs);
  for (const one of broken) process.stdout.write(`BROKEN ${one}\n`);
  process.stdout.write(`${faults.map((fault) => `OVER ${fault}`).join('\n') || 'every bound is kept'}\n`);
  return faults.length + broken.length === 0;
}

void measureFolder().then((isKept) => {
  process.exitCode = isKept ? 0 : 1;
});
