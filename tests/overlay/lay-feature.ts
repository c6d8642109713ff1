/**
 * Lays a small feature onto a copy of the sources, as somebody adds one by CONTRIBUTING.md: files of its own and one line in each join. Whatever else it
 * would take shows: an error of the compiler in a file that is neither, or a test over every feature that fails.
 */
import { appendFileSync, cpSync, mkdirSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { say } from '../../scripts/setup/say.mjs';
import type { ExtraEnv } from '../../scripts/testing/run-node.ts';
import { inScratch } from '../support/scratch.ts';

const OVERLAY = 'tests/overlay/parcels';
/** Most files that a feature with a page and its tests may take. */
const MAX_OWN_FILES = 13;

/** The line that each join takes. The contract comes first: what it asks for is what the others are seen to lack. */
const JOINS: readonly (readonly [file: string, line: string])[] = [
  ['contract/features.ts', "export { parcelsContract } from './parcels/index.ts';"],
  ['main/vault/store/schema/index.ts', "export { parcelsSchema } from './parcels.ts';"],
  ['main/vault/features.ts', "export { parcelsFeature } from './parcels/index.ts';"],
  ['renderer/desk/page-list.ts', "export { parcelsPage } from '../parcels/index.ts';"],
  ['renderer/desk/word-list.ts', "export { parcelsWords } from '../parcels/words.ts';"],
  ['tests/support/features/list.ts', "export * as parcels from './parcels.ts';"],
];
/** Where the compiler says what a join lacks. */
const SAYS_WHAT_IS_MISSING = [
  'main/vault/create-features.ts',
  'renderer/desk/pages.ts',
  'tests/support/route-walk.ts',
];

/** Tests over every feature, and the laid feature's own. */
const TESTS: readonly (readonly [project: string, files: readonly string[]])[] = [
  // Its answers, for tests of the page.
  ['recordings', []],
  [
    'unit',
    [
      'tests/unit/renderer/page/parcels.test.ts',
      'tests/unit/renderer/pages.test.ts',
      'tests/unit/renderer/messages.test.ts',
      'tests/unit/renderer/detail-words.test.ts',
      'tests/unit/contract',
      'tests/unit/store',
      'tests/unit/support/recordings.test.ts',
    ],
  ],
  ['integration', ['tests/integration/parcels', 'tests/integration/guards/clear-replies.test.ts']],
];

interface Scratch {
  readonly dir: string;
  /** Of the feature's own. */
  readonly files: readonly string[];
}

/** Copies the feature's own files beside the sources in `dir`. */
function layFiles(dir: string): Scratch {
  const overlay = join(projectDir, OVERLAY);
  const files = readdirSync(overlay, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(overlay.length + 1));
  for (const file of files) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    cpSync(join(overlay, file), join(dir, file), { errorOnExist: true, force: false });
  }
  return { dir, files };
}

const takeLine = ({ dir }: Scratch, [file, line]: (typeof JOINS)[number]): void =>
  appendFileSync(join(dir, file), `${line}\n`);

interface Ended {
  readonly code: number;
  readonly output: string;
}

function run({ dir }: Scratch, args: readonly string[], env: ExtraEnv = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: dir,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1_024 * 1_024,
  });
  return { code: status ?? 1, output: `${stdout}${stderr}` };
}

/** Files in which the compiler finds something wrong. */
function compile(scratch: Scratch): ReadonlySet<string> {
  const { output } = run(scratch, [join('node_modules', 'typescript', 'bin', 'tsc'), '-b']);
  return new Set([...output.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map(([, file]) => file!));
}

/** Returns the faults of how the feature is taken, a line each. */
function tryFeature(scratch: Scratch): readonly string[] {
  const [contract, ...others] = JOINS;
  if (scratch.files.length > MAX_OWN_FILES) return [`${scratch.files.length} files of its own`];
  say('a feature in the contract alone');
  takeLine(scratch, contract!);
  const lacking = compile(scratch);
  const allowed = new Set([...scratch.files, ...JOINS.map(([file]) => file), ...SAYS_WHAT_IS_MISSING]);
  const elsewhere = [...lacking].filter((file) => !allowed.has(file));
  if (elsewhere.length > 0) return elsewhere.map((file) => `an error in ${file}`);
  for (const file of SAYS_WHAT_IS_MISSING)
    if (!lacking.has(file)) return [`${file} says nothing of what is missing`];
  say('the feature in each join');
  for (const one of others) takeLine(scratch, one);
  const wrong = compile(scratch);
  if (wrong.size > 0) return [...wrong].map((file) => `an error in ${file}`);
  const checks = [
    [join('node_modules', 'oxlint', 'bin', 'oxlint'), ...scratch.files],
    [join('scripts', 'check-layers.ts')],
    [join('scripts', 'check-schema.ts')],
    ...TESTS.map(([project, files]) => [
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--project',
      project,
      ...files,
    ]),
  ];
  return checks.flatMap((args) => {
    say(args.join(' '));
    const { code, output } = run(scratch, args, { RECORD: 'parcels' });
    if (code !== 0) process.stdout.write(output);
    return code === 0 ? [] : [`${args.join(' ')} fails`];
  });
}

await inScratch('feature', (dir) => {
  const scratch = layFiles(dir);
  const wrong = tryFeature(scratch);
  for (const one of wrong) process.stdout.write(`${one}\n`);
  process.stdout.write(
    `${scratch.files.length} files of its own, ${JOINS.length} lines in joins, ${wrong.length} things wrong\n`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
});
