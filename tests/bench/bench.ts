/** `npm run bench -- [--json FILE] [--residents N] [--quick] [--log] [--sweep] [--desks] [--import] [--entries N]`: the figures of docs/quality, each beside its floor of the same run. */
import './argon-clock.ts';
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { buildApp } from '../../scripts/build/build-app.ts';
import { say } from '../../scripts/setup/say.mjs';
import { NO_POSTGRES } from '../support/postgres.ts';
import { type DeskRuns, measureDesk, measureImportAlone, measureUtilityProcess } from './measure-desk.ts';
import { FULL_DESKS, QUICK_DESKS, measureDesks } from './measure-desks.ts';
import { measureLog } from './measure-log.ts';
import { type StoreRuns, measureStore } from './measure-store.ts';
import { measureSweep } from './measure-sweep.ts';
import { type Figure, type KeepFigures, type Machine, describeFigures, describeMachine } from './report.ts';
import { stageBench } from './stage-bench.ts';

const SIZES = [1000, 100_000] as const;
const FULL: StoreRuns & DeskRuns = { texts: 600, rounds: 15, starts: 7, typed: 20 };
/** Enough to show that every figure is there; its times say nothing. */
const QUICK: StoreRuns & DeskRuns = { texts: 30, rounds: 2, starts: 1, typed: 3 };
const QUICK_RESIDENTS = 200;
/** Entries of the log that are read and checked. */
const LOG_ENTRIES = 1_000_000;
const QUICK_LOG_ENTRIES = 2_000;
const SWEPT_FILES = { full: 2000, quick: 100 } as const;

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    residents: { type: 'string' },
    log: { type: 'boolean', default: false },
    sweep: { type: 'boolean', default: false },
    desks: { type: 'boolean', default: false },
    import: { type: 'boolean', default: false },
    entries: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const runs = values.quick ? QUICK : FULL;
const sizes =
  values.residents === undefined ? (values.quick ? [QUICK_RESIDENTS] : SIZES) : [Number(values.residents)];
if (sizes.some((size) => !Number.isInteger(size) || size < 100 || size > 1_000_000))
  throw new RangeError('--residents: a whole number from 100 to 1000000');

const logEntries =
  values.entries === undefined ? (values.quick ? QUICK_LOG_ENTRIES : LOG_ENTRIES) : Number(values.entries);
if (!Number.isInteger(logEntries) || logEntries < 1_000 || logEntries > 10_000_000)
  throw new RangeError('--entries: a whole number from 1000 to 10000000');

const loadBefore = loadavg()[0] ?? 0;
const started = performance.now();
// Log, sweep and desks are measured without the application, which a sweep needs as it is built.
const isAlone = values.log || values.sweep || values.desks;
const isPart = isAlone || values.import;
if (values.sweep) await buildApp();
const stage = isAlone ? null : await stageBench();
const figures: Figure[] = [];
const machine = (): Machine =>
  describeMachine({
    loadBefore,
    electron: stage === null ? 'not started' : `${stage.app.runtime.version} (${stage.app.runtime.kind})`,
    residents: stage === null ? [] : sizes,
    quick: values.quick,
    minutes: Math.round((performance.now() - started) / 6000) / 10,
  });
const keep: KeepFigures = (found) => {
  figures.push(...found);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ machine: machine(), figures }, null, 1)}\n`);
};
try {
  if (values.log || !isPart) {
    say('the log: in this Node');
    await measureLog({ entries: logEntries, rounds: runs.rounds }, keep);
  }
  if (values.sweep || !isPart) {
    say('a sweep for leftover files');
    await measureSweep(values.quick ? SWEPT_FILES.quick : SWEPT_FILES.full, keep);
  }
  if ((values.desks || !isPart) && NO_POSTGRES === null) {
    say('several desks');
    await measureDesks(values.quick ? QUICK_DESKS : FULL_DESKS, keep);
  }
  for (const residents of sizes) {
    if (stage === null) break;
    if (values.import) {
      say(`an import of ${residents} rows: in Electron ${stage.app.runtime.version}`);
      keep(await measureImportAlone(stage, residents));
      continue;
    }
    say(`${residents} residents: in this Node`);
    await measureStore(residents, runs, keep, async (stores) =>
      keep(await measureUtilityProcess(stage, residents, stores, runs)),
    );
    say(`${residents} residents: in Electron ${stage.app.runtime.version}`);
    await measureDesk(stage, residents, runs, keep);
  }
} finally {
  stage?.dispose();
}
const { cpu, cores, load, node, electron } = machine();
process.stdout.write(
  `${cpu}, ${cores} cores, load ${load.join(' → ')}, Node ${node}, Electron ${electron}\n\n${describeFigures(figures)}\n`,
);
const missed = figures.filter(({ ok }) => ok === false).length;
process.stdout.write(`\n${figures.filter(({ ok }) => ok === true).length} goals met, ${missed} missed\n`);
// Ratios of one run.
if (values.desks && missed > 0) process.exitCode = 1;
// A part of the full run, which goes on machines of any speed: what it holds in memory does not depend on that.
if (values.import && figures.some(({ unit, ok }) => unit === 'MB' && ok !== true)) process.exitCode = 1;
