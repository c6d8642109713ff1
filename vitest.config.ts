import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { chooseFeatureEngine } from './tests/support/feature-engine.ts';
import { isFullRun } from './tests/support/full-run.ts';

/** One file more at a time than there are cores: each waits for disks, threads and timers a third of its time. */
const maxWorkers = availableParallelism() + 1;

const OF_THE_FULL_RUN = [
  // Compiles all sources twice, as long as everything else that is said of them.
  'tests/integration/guards/left-out.test.ts',
  // Makes installers of Windows, and starts each under wine.
  'tests/integration/update/windows-installer.test.ts',
];
/** Makes every installer, and installs one. */
const INSTALLERS = 'tests/e2e/installers.test.ts';

/** What is waited for comes when the machine has a core for it: a second, as Vitest has it, is too short where others have them all. */
const patient = {
  setupFiles: ['tests/support/setup/wait-longer.ts', 'tests/support/setup/end-of-test.ts'],
  expect: { poll: { timeout: 20_000 } },
};

/**
 * Set-ups, Argon2id and what threads start from are made once in a run, and a process tests one file after another with the modules that it has loaded
 * (docs/testing.md).
 */
const cached = {
  ...patient,
  isolate: false,
  globalSetup: ['tests/support/setup/run-folder.ts', 'tests/support/setup/bundle-threads.ts'],
  setupFiles: [
    'tests/support/setup/fresh-modules.ts',
    ...patient.setupFiles,
    'tests/support/setup/use-run-folder.ts',
    'tests/support/setup/memoise-argon2.ts',
    'tests/support/setup/use-bundled-threads.ts',
  ],
};

/** Attacks by what somebody asks of a vault or has written into its files, in one process. They try neither what a PIN costs nor what is left in memory or on a disk. */
const ATTACKS_ON_KEYS = [
  'canaries',
  'counted-records',
  'disposal',
  'foreign-rows',
  'forged-backup',
  'harvest',
  'hostile-schema',
  'id-guessing',
  'id-removal',
  'inspection',
  'key-of-a-backup',
  'lost-changes',
  'month-of-a-receptionist',
  'names-of-a-small-estate',
  'numbers-without-end',
  'outgoing',
  'pin-as-new-pin',
  'planted-before-rotation',
  'planted-change',
  'planted-journal',
  'planted-settings',
  'practice',
  'procedures',
  'rejects',
  'requests',
  'requests-in-turn',
  'roles-are-keys',
  'scope',
  'second-log',
  'sheet-in-silence',
  'shut-out',
  'signed-deeds',
  'staff-are-keys',
  'sweep-ceilings',
  'touched-files',
  'unapproved-paper',
  'undecided-ids',
  'unsigned-decisions',
].map((name) => `tests/attack/${name}.test.ts`);

/** The vault is killed in the midst of its changes: in a process of its own, to which a PIN costs what it does. What a kill leaves on a disk in memory it leaves on any. */
const KILLS = 'tests/attack/kill-*.test.ts';
/** Kills of changes that are one transaction behind a PIN, of a recovery from a backup, of the steps after a theft and of an update: every run has others of such changes, of a recovery, a backup and a restore, and of each rotation. */
const KILLS_OF_THE_FULL_RUN = [
  'policy',
  'id-removal',
  'print',
  'undo',
  'merge',
  'recovery-from-backup',
  'theft',
  'update',
].map((name) => `tests/attack/kill-${name}.test.ts`);

/** A thousand walks through a vault, with the same PINs: what one costs is not tried here. */
const FUZZERS = ['tests/attack/fuzz-*.test.ts', 'tests/attack/sheet-mutations.test.ts'];

/** Changes of the store, of the header and of a backup's folder, with a scanner beside them. */
const KILLS_ON_WINDOWS = ['backup', 'staff', 'store-key', 'tier-keys'].map(
  (kind) => `tests/attack/kill-${kind}.test.ts`,
);

/** The real application, with a display, a keyring and a bus for each; built once for all of them. */
const e2e = {
  ...patient,
  globalSetup: ['tests/e2e/build-once.ts'],
  setupFiles: [...patient.setupFiles, 'tests/support/setup/tell-failures.ts'],
  testTimeout: 300_000,
  hookTimeout: 300_000,
};
/** The vaults that most tests start from are made once as well. */
const onPreparedVaults = { ...e2e, globalSetup: [...e2e.globalSetup, 'tests/e2e/prepare-profiles.ts'] };
/**
 * Whatever the machine has: an application is several processes, which wait for one another much of the time. Groups run one after another where
 * several projects are run at once.
 */
const threeAtATime = { maxWorkers: 3, sequence: { groupOrder: 1 } };
/** Beside the walk of the screens, which is two applications by itself. */
const twoAtATime = { ...threeAtATime, maxWorkers: 2 };

/** The walk of the screens in Chinese, and in the full run in English. */
const WALKS = 'e2e-screens';
const WALKED = isFullRun ? '*' : '{components,zh-CN}';

/** The longest by far of each suite: begun last, one of them would run alone. */
const LONGEST = /e2e.screens|guards.(clear-replies|left-out)|faults.|recovery.read-only/;
/** Those with a document: a process ends where the next file wants another environment than the last one. */
const WITH_DOCUMENT = /unit.renderer.page|\.tsx$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      LONGEST.test(moduleId) ? 0 : WITH_DOCUMENT.test(moduleId) ? 2 : 1;
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
/**
 * V8's keys for pages of code, which a processor may have, lose a page now and then where a worker compiles much ("Check failed: jit_page.has_value()"),
 * and the worker ends in the midst of whatever it tests.
 */
const execArgv =
  process.platform === 'linux' && process.arch === 'x64' ? ['--no-memory-protection-keys'] : [];

export default defineConfig({
  test: {
    execArgv,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: 120_000,
          maxWorkers,
          ...cached,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: isFullRun ? [] : OF_THE_FULL_RUN,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers,
          ...cached,
          globalSetup: [...cached.globalSetup, 'tests/support/setup/print-engine.ts'],
          env: { RV_FEATURE_ENGINE: chooseFeatureEngine().name },
        },
      },
      {
        test: {
          ...patient,
          name: 'attack',
          include: ['tests/attack/**/*.test.ts'],
          exclude: [...ATTACKS_ON_KEYS, ...FUZZERS, KILLS],
          globalSetup: e2e.globalSetup,
          testTimeout: 600_000,
          hookTimeout: 300_000,
          // Memory is looked at after pauses, and a killed process is waited for: two cores have room for a third.
          ...threeAtATime,
        },
      },
      {
        test: {
          name: 'kills',
          include: [KILLS],
          exclude: isFullRun ? [] : KILLS_OF_THE_FULL_RUN,
          isolate: false,
          testTimeout: 600_000,
          hookTimeout: 300_000,
          ...threeAtATime,
          ...cached,
        },
      },
      {
        test: {
          name: 'attack-keys',
          include: ATTACKS_ON_KEYS,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers,
          ...(isFullRun ? patient : cached),
        },
      },
      {
        test: {
          name: 'attack-store',
          include: FUZZERS,
          testTimeout: 600_000,
          hookTimeout: 120_000,
          maxWorkers,
          ...cached,
        },
      },
      // Makes tests/recordings/replies.gzip; run by hand.
      { test: { name: 'recordings', include: ['tests/recordings/record.ts'], ...cached } },
      // What only Windows does; run by `npm run test:windows`.
      {
        test: {
          name: 'windows',
          include: ['tests/windows/**/*.test.ts'],
          testTimeout: 60_000,
          maxWorkers,
          ...cached,
        },
      },
      {
        test: {
          ...patient,
          name: 'windows-kills',
          include: KILLS_ON_WINDOWS,
          testTimeout: 600_000,
          hookTimeout: 300_000,
          maxWorkers,
          globalSetup: ['tests/windows/scanner.ts'],
        },
      },
      { test: { ...e2e, name: WALKS, include: [`tests/e2e/screens/${WALKED}.test.ts`], ...twoAtATime } },
      // Every integration test over stores whose ops are captured and replayed; run by `npm run desks -- capture`.
      {
        test: {
          name: 'capture',
          include: ['tests/integration/**/*.test.ts'],
          exclude: [
            ...OF_THE_FULL_RUN,
            // They capture by themselves; the walk over every route begins an estate.
            'tests/integration/link/**',
            'tests/integration/ops/**',
            'tests/integration/losses/two-desks.test.ts',
            'tests/integration/guards/clear-replies.test.ts',
            // They begin another version of the program, whose stores are opened past what captures.
            'tests/integration/backup/before-update*.test.ts',
            // It compares the table in which ops are kept here.
            'tests/integration/recovery/from-a-backup.test.ts',
            // It closes a store amid a search, which a replay would let come to its end.
            'tests/integration/erasure/search-gives-way.test.ts',
          ],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers,
          ...cached,
          globalSetup: [...cached.globalSetup, 'tests/support/setup/print-engine.ts'],
          setupFiles: [...cached.setupFiles, 'tests/support/setup/capture-ops.ts'],
          env: { RV_FEATURE_ENGINE: chooseFeatureEngine().name },
        },
      },
      // Documents as an archive takes them, by a validator that is fetched for it; of `npm run test:full` alone.
      {
        test: {
          name: 'archive',
          include: ['tests/archive/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          ...cached,
        },
      },
      // Each screen on each monitor; of `npm run test:full` alone.
      {
        test: {
          ...e2e,
          name: 'screens',
          include: ['tests/screens/displays/*.test.ts'],
          globalSetup: ['tests/screens/displays/prepare.ts'],
          ...threeAtATime,
        },
      },
      {
        test: {
          ...onPreparedVaults,
          name: 'e2e',
          include: ['tests/e2e/*.test.ts'],
          exclude: [INSTALLERS],
          ...twoAtATime,
        },
      },
      {
        test: {
          ...onPreparedVaults,
          name: 'e2e-idle',
          // Another test packs into the same folder.
          include: ['tests/e2e/idle/*.test.ts', ...(isFullRun ? [INSTALLERS] : [])],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
