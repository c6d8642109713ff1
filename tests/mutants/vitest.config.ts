/** The tests that mutants of keys, cryptography and log are tried with: those that need no whole vault, so that a mutant takes a second. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..', '..'),
    include: [
      'tests/unit/{anchor,backup,crypto,keys,limiter,log}/**/*.test.ts',
      'tests/integration/log/**/*.test.ts',
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { RV_FEATURE_ENGINE: 'better-sqlite3', RV_ENGINE: 'better-sqlite3' },
    globalSetup: ['tests/support/setup/run-folder.ts'],
    setupFiles: [
      'tests/support/setup/end-of-test.ts',
      'tests/support/setup/use-run-folder.ts',
      'tests/support/setup/memoise-argon2.ts',
    ],
  },
});
