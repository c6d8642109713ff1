/** An inspection pack of a whole estate: everything that every feature has for it, the log checked, the PDF made and written. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pickPack } from '../support/features/evidence.ts';
import { PINS, type VaultHarness } from '../support/vault-harness.ts';
import { timeBeyondArgon2id } from './argon-clock.ts';
import { type Figure, figure } from './report.ts';
import { median } from './statistics.ts';

/** Seconds that a pack may take. */
const MAX_SECONDS = 10;

/** The vault is started and locked, and is again when this returns. `where` names engine and process. */
export async function measurePack(
  harness: VaultHarness,
  where: string,
  residents: number,
  rounds: number,
): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rv-bench-pack-'));
  try {
    await harness.unlock('supervisor');
    const packs: number[] = [];
    const looks: number[] = [];
    for (let round = 0; round < rounds; round++) {
      looks.push((await timeBeyondArgon2id(() => harness.call('evidence.read', {}))).whole);
      const { fileId } = pickPack(harness, folder);
      const made = await timeBeyondArgon2id(() =>
        harness.call('evidence.makePack', { fileId, pin: PINS.supervisor }),
      );
      packs.push(made.whole / 1000);
    }
    await harness.lock();
    const at = `at ${residents}, ${where}`;
    return [
      figure(`inspection pack, ${at}`, median(packs), 's', { most: MAX_SECONDS }),
      figure(`how every duty stands, ${at}`, median(looks), 'ms'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
