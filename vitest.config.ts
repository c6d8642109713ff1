import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { chooseFeatureEngine } from './tests/support/feature-engine.ts';

/** At least two files at a time: left to itself vitest leaves one core free, which of two is half of them. The walks through the real application are taken one after another: some of them wait for a lock. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** Cached in unit and integration tests alone: set-ups and Argon2id (docs/testing.md). */
const cached = {
  globalSetup: ['tests/support/setup/run-folder.ts'],
  setupFiles: ['tests/support/setup/use-run-folder.ts', 'tests/support/setup/memoise-argon2.ts'],
};

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
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
