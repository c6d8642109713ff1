/** What holds of any vault after any kill. */
import { expect } from 'vitest';
import type { VaultHarness } from '../vault-harness.ts';

/** Opens to the supervisor, who stays signed in, without an alarm; the log's chain is whole. */
export async function expectSound(desk: VaultHarness, what: string): Promise<void> {
  await desk.start();
  expect((await desk.unlock('supervisor')).alarms, what).toEqual([]);
  expect(await desk.call('log.verify', {}), what).toMatchObject({ ok: true });
}
