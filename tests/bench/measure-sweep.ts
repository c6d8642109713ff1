/** A sweep of an invented computer by the scanner as it is built: what it finds and misses, how fast it reads, what it takes. */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MIN_PEOPLE } from '../../contract/sweep/lists.ts';
import {
  type ListedFile,
  SCANNER_FLAGS,
  type ScannedFile,
  type ScannerAnswer,
  type ScannerRequest,
} from '../../contract/sweep/scanner.ts';
import { sweepRoots } from '../../main/vault/file-disposal/folders.ts';
import { distDir } from '../../scripts/setup/paths.mjs';
import {
  OFFICE_FILES,
  describeOfficeFiles,
  falseAlarmsOf,
  missedOf,
  readOfficeFiles,
} from '../support/office-files.ts';
import { NO_FOLDERS } from '../support/scanners-here.ts';
import { type CorpusFile, makeCorpus } from '../support/sweep-corpus/make-corpus.ts';
import { mostMegabytes } from './processes.ts';
import { type Figure, type KeepFigures, figure } from './report.ts';

const SEED = 20_260_516;
const LONGEST_MS = 900_000;

interface Swept {
  readonly files: ReadonlyMap<string, ScannedFile>;
  readonly wallMs: number;
  readonly processorMs: number;
  /** Of the process, in megabytes. */
  readonly mostMB: number;
  /** Of the processor, for each file. */
  readonly times: ReadonlyMap<string, { readonly ms: number; readonly bytes: number }>;
}

/** `files`: of the corpus, beside eight large ones. */
export async function measureSweep(files: number, keep: KeepFigures): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'resident-vault-sweep-'));
  try {
    const corpus = await makeCorpus(folder, { files, seed: SEED, large: true });
    const large = corpus.filter(({ path }) => path.includes('大'));
    const swept = await sweepFolder(folder);
    keep([...foundFigures(corpus, swept), ...(await officeFigures()), ...costFigures(large, swept)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of files by the programs of offices; prints a table by program. */
async function officeFigures(): Promise<readonly Figure[]> {
  const files = await readOfficeFiles(OFFICE_FILES);
  process.stdout.write(`${describeOfficeFiles(files)}\n`);
  const at = `a sweep of ${files.length} files by other programs`;
  const share = (some: number, expected: 'people' | 'nobody'): number =>
    (100 * some) / files.filter((file) => file.expected === expected).length;
  return [
    figure(
      `${at}, those with three people or more that it misses`,
      share(missedOf(files).length, 'people'),
      '%',
      { most: 2 },
    ),
    figure(`${at}, false alarms`, share(falseAlarmsOf(files).length, 'nobody'), '%', { most: 2.7 }),
  ];
}

function foundFigures(corpus: readonly CorpusFile[], { files }: Swept): readonly Figure[] {
  const of = (expected: CorpusFile['expected']) => corpus.filter((file) => file.expected === expected);
  const isFound = ({ path }: CorpusFile): boolean => (files.get(path)?.people ?? 0) >= MIN_PEOPLE;
  const share = (some: readonly CorpusFile[], all: readonly CorpusFile[]): number =>
    (100 * some.length) / Math.max(1, all.length);
  const people = of('people');
  const nobody = of('nobody');
  const at = `a sweep of ${corpus.length} files`;
  return [
    figure(
      `${at}, those with three people or more that it misses`,
      share(
        people.filter((file) => !isFound(file)),
        people,
      ),
      '%',
      { most: 2 },
    ),
    figure(`${at}, false alarms`, share(nobody.filter(isFound), nobody), '%', { most: 2 }),
    figure(
      `${at}, with a password and not named as such`,
      share(
        of('locked').filter(({ path }) => files.get(path)?.unread !== 'locked'),
        of('locked'),
      ),
      '%',
      { most: 0 },
    ),
  ];
}

function costFigures(large: readonly CorpusFile[], swept: Swept): readonly Figure[] {
  const timed = large.map(({ path, format }) => ({ format, ...swept.times.get(path)! }));
  const text = timed.filter(({ format }) => format === 'csv' || format === 'txt');
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const perMB = (some: typeof timed): number =>
    sum(some.map(({ ms }) => ms)) / (sum(some.map(({ bytes }) => bytes)) / 1e6);
  return [
    figure('a sweep, a megabyte of text and tables as text (csv, txt), processor', perMB(text), 'ms', {
      most: 20,
      words: '≤ 20 ms (50 MB/s)',
    }),
    figure(
      'a sweep, a megabyte of workbooks (xls, xlsx), processor',
      perMB(timed.filter(({ format }) => format.startsWith('xls'))),
      'ms',
    ),
    figure('a sweep, most memory of its process (RSS)', swept.mostMB, 'MB', { most: 200 }),
    figure('a sweep, processors that it uses', swept.processorMs / swept.wallMs, '×', { most: 1 }),
  ];
}

/** By a process that lists and reads one file after another, as the vault asks it to. */
async function sweepFolder(home: string): Promise<Swept> {
  const child = fork(
    fileURLToPath(new URL('./scan-child.cjs', import.meta.url)),
    [join(distDir, 'scan', 'scan-process.cjs')],
    { serialization: 'advanced', execArgv: [...SCANNER_FLAGS], env: {} },
  );
  try {
    return await sweepBy(child, home);
  } finally {
    child.kill('SIGKILL');
  }
}

function sweepBy(child: ChildProcess, home: string): Promise<Swept> {
  const around = {
    ...NO_FOLDERS,
    documents: join(home, 'Documents'),
    desktop: join(home, 'Desktop'),
    downloads: join(home, 'Downloads'),
  };
  const listed: ListedFile[] = [];
  const files = new Map<string, ScannedFile>();
  const times = new Map<string, { readonly ms: number; readonly bytes: number }>();
  const say = (request: ScannerRequest): void => void child.send(request);
  const askNext = (): void => {
    const next = listed[files.size];
    if (next !== undefined)
      say({ type: 'scan', id: files.size, path: next.path, key: new Uint8Array(32), today: Date.now() });
  };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the sweep took too long')), LONGEST_MS);
    let [began, processorBegan, processor] = [0, 0, 0];
    child.on('exit', () => reject(new Error('the scanner has ended')));
    child.on('message', (answer: ScannerAnswer) => {
      if (answer.type === 'listed') {
        if (answer.cut.length > 0) reject(new Error('a folder was not listed to its end'));
        return void listed.push(...answer.items);
      }
      if (answer.type === 'list-ended') {
        [began, processorBegan] = [performance.now(), processorMsOf(child)];
        processor = processorBegan;
        return askNext();
      }
      if (answer.type !== 'scanned') return;
      const { path, size } = listed[answer.id]!;
      const now = processorMsOf(child);
      files.set(path, answer.file);
      times.set(path, { ms: now - processor, bytes: size });
      processor = now;
      if (files.size < listed.length) return askNext();
      clearTimeout(timer);
      resolve({
        files,
        times,
        wallMs: performance.now() - began,
        processorMs: now - processorBegan,
        mostMB: mostMegabytes(child.pid ?? 0),
      });
    });
    say({ type: 'list', roots: sweepRoots(around, { picked: [], drives: false }), leftOut: [] });
  });
}

const TICK_MS = 10;

/** By /proc (Linux): all threads, in user and system. */
function processorMsOf({ pid }: ChildProcess): number {
  const [, facts = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = facts.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
