/** The program with one migration more, as its next version would have: on what the present one has left, in modules of its own. */
import { afterEach, vi } from 'vitest';
import type { Migration } from '../../main/vault/store/migrations/index.ts';
import { FAILING_MIGRATION, NEXT_MIGRATION } from './next-migration.ts';
import type { VaultHarness } from './vault-harness.ts';

const MIGRATIONS_FILE = '../../main/vault/store/migrations/index.ts';

/** What is loaded late is loaded by the version that was started last: for files that start another one. */
export const backToPresentVersion = (): void =>
  afterEach(() => {
    vi.doUnmock(MIGRATIONS_FILE);
    vi.resetModules();
  });

/** Another start of the program on what the one before has left, which is let go of. */
export async function openAgainIn(
  version: 'present' | 'next' | 'failing',
  before: VaultHarness,
): Promise<VaultHarness> {
  await before.letGo();
  vi.resetModules();
  if (version !== 'present')
    vi.doMock(MIGRATIONS_FILE, async (real) => {
      const { MIGRATIONS } = await real<{ readonly MIGRATIONS: readonly Migration[] }>();
      return { MIGRATIONS: [...MIGRATIONS, version === 'next' ? NEXT_MIGRATION : FAILING_MIGRATION] };
    });
  else vi.doUnmock(MIGRATIONS_FILE);
  const { VaultHarness: Harness } = await import('./vault-harness.ts');
  const started = before.anewIn(Harness);
  await started.start();
  return started;
}
