import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { chooseFeatureEngine } from './tests/support/feature-engine.ts';

/** At least two files at a time: left to itself vitest leaves one core free, which of two is half of them. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** Cached in unit and integration tests alone: set-ups and Argon2id (docs/testing.md). */
const cached = {
  globalSetup: ['tests/support/setup/run-folder.ts'],
  setupFiles: ['tests/support/setup/use-run-folder.ts', 'tests/support/setup/memoise-argon2.ts'],
};

/** The real application, with a display, a keyring and a bus for each; built once for all of them. */
const e2e = {
  globalSetup: ['tests/e2e/build-once.ts'],
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // What a screen does at once it may do later where another application has the core; a second was too short.
  expect: { poll: { timeout: 5_000 } },
};
/** The vaults that most tests start from are made once as well. */
const onPreparedVaults = { ...e2e, globalSetup: [...e2e.globalSetup, 'tests/e2e/prepare-profiles.ts'] };
/** Whatever the machine has: an application is several processes. Groups run one after another where several projects are run at once. */
const twoAtATime = (groupOrder: number) => ({ maxWorkers: 2, sequence: { groupOrder } });

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          maxWorkers,
          ...cached,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
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
          name: 'attack',
          include: ['tests/attack/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
          maxWorkers,
        },
      },
      // The two walks of the screens are the longest files by far, so they go first and side by side.
      { test: { ...e2e, name: 'e2e-screens', include: ['tests/e2e/screens/*.test.ts'], ...twoAtATime(1) } },
      { test: { ...onPreparedVaults, name: 'e2e', include: ['tests/e2e/*.test.ts'], ...twoAtATime(2) } },
      {
        test: {
          ...onPreparedVaults,
          name: 'e2e-idle',
          include: ['tests/e2e/idle/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
