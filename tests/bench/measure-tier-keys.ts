/**
 * A rotation of the tier keys beside the cryptography that it cannot do without, one after the other in the same run: for every value one opening and
 * one sealing of its length, for every tagged one a tag, for every batch its key agreement; on one core, in memory, without a place that is bound, a text or a row.
 */
import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { SEALED_TIERS } from '../../contract/fields.ts';
import {
  type ReceivePair,
  generateReceivePair,
  setupReceiver,
  setupSender,
} from '../../main/vault/crypto/hpke.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { fillSealed } from '../support/fill-sealed.ts';
import { breakIn } from '../support/sealed-values.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';
import { timeBeyondArgon2id } from './argon-clock.ts';
import { type Figure, figure } from './report.ts';
import { settleDisk } from './settle-disk.ts';
import { median } from './statistics.ts';

/** Of the pace that the cryptography alone would have. */
const MIN_PACE = 0.7;
/** A GCM tag. */
const TAG_BYTES = 16;
/** As long as a place that is bound, and what a tag is made of. */
const AAD = new Uint8Array(40);
const TAGGED = new Uint8Array(60);
const INFO = new Uint8Array(64);

/** The values of one batch: how long each is as it is stored, format byte and all, and whether it has a tag. */
type Lengths = readonly { readonly bytes: number; readonly tagged: boolean }[];

async function readLengths(desk: VaultHarness, engine: EngineName): Promise<readonly Lengths[]> {
  await using loot = await breakIn(desk, 'supervisor', { engine });
  const batches = await loot.store.all<{ readonly lengths: string }>(sql`
    SELECT json_group_array(json_array(length(ciphertext), id IN (SELECT value_id FROM match_tag))) AS lengths FROM sealed_value GROUP BY batch_id`);
  return batches.map(({ lengths }) =>
    (JSON.parse(lengths) as readonly (readonly [number, 0 | 1])[]).map(([bytes, tagged]) => ({
      bytes,
      tagged: tagged === 1,
    })),
  );
}

interface OldBatch {
  readonly enc: Uint8Array;
  readonly values: readonly { readonly ciphertext: Uint8Array; readonly tagged: boolean }[];
}

function sealOld(pair: ReceivePair, lengths: Lengths): OldBatch {
  const sender = setupSender(pair.publicKey, INFO);
  return {
    enc: sender.enc,
    values: lengths.map(({ bytes, tagged }) => ({
      ciphertext: sender.seal(AAD, randomBytes(bytes - 1 - TAG_BYTES)).ciphertext,
      tagged,
    })),
  };
}

/** Milliseconds. */
function timeCrypto(batches: readonly Lengths[]): number {
  const [from, to] = [generateReceivePair(), generateReceivePair()];
  const matchKey = createSecretKey(randomBytes(32));
  const old = batches.map((lengths) => sealOld(from, lengths));
  const began = performance.now();
  for (const { enc, values } of old) {
    const receiver = setupReceiver(from, enc, INFO);
    const sender = setupSender(to.publicKey, INFO);
    for (const [n, { ciphertext, tagged }] of values.entries()) {
      const plaintext = receiver.open(n, AAD, ciphertext);
      if (plaintext === null) throw new RangeError('it does not open');
      sender.seal(AAD, plaintext);
      if (tagged) createHmac('sha256', matchKey).update(TAGGED).digest();
    }
  }
  return performance.now() - began;
}

/** A vault of its own in the folder, whose values are really sealed. */
export async function measureTierKeys(
  vaultDir: string,
  engine: EngineName,
  residents: number,
  rounds: number,
): Promise<readonly Figure[]> {
  const desk = await createHarness({ engine, vaultDir });
  await desk.setUp();
  const cosigner = await desk.proofOf('supervisor');
  await desk.vault.close();
  const values = await fillSealed(desk, engine, residents);
  const times = { crypto: [] as number[], rotation: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.crypto.push(timeCrypto(await readLengths(desk, engine)));
    await desk.start();
    await desk.unlock('admin');
    settleDisk();
    const { after, value } = await timeBeyondArgon2id(() =>
      desk.call('keys.rotateTierKeys', { tiers: [...SEALED_TIERS], pin: PINS.admin, cosigner }),
    );
    if (value.unreadable > 0) throw new RangeError(`${value.unreadable} values could not be read`);
    times.rotation.push(after);
    await desk.vault.close();
  }
  await desk.dispose();
  const at = `at ${residents}, ${engine}, Node`;
  const [crypto, rotation] = [median(times.crypto), median(times.rotation)];
  return [
    figure(`tier keys: ${values} values opened, sealed and tagged in memory, ${at}`, crypto, 'ms'),
    figure(`tier keys: the whole rotation beyond Argon2id, ${at}`, rotation, 'ms', undefined, {
      floor: crypto,
    }),
    figure(`tier keys: the whole rotation against its cryptography alone, ${at}`, rotation / crypto, '×', {
      most: 1 / MIN_PACE,
      words: `≤ 1/${MIN_PACE} ×`,
    }),
  ];
}
