/** A long log, changed in every way that somebody with the store key could, and with the keychain's key, too: each is noticed, and its first bad entry named. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { NO_HASH, hashEntry, stepKey, tagEntry } from '../../../main/vault/log/chain.ts';
import type { LogRow } from '../../../main/vault/log/audit-log.ts';
import { createSignatureChecker, signEntry } from '../../../main/vault/log/signatures.ts';
import { type LogFinding, type LogHead, createLogVerifier } from '../../../main/vault/log/verify.ts';
import { isFullRun } from '../../support/full-run.ts';
import { SIGNER, SIGNERS, STAFF } from '../../support/log-desk.ts';
import { MUTATIONS, randomOf } from '../../support/log-mutations.ts';

const ENTRIES = isFullRun ? 10_000 : 2_000;
/** Every tenth is a deed. */
const SIGNED_EACH = 10;
const KINDS = Object.keys(MUTATIONS).length;
/** A thousand mutations in all where there is time for them. */
const ROUNDS = isFullRun ? Math.ceil(1000 / KINDS) : 1;

const vaultId = randomBytes(16);

function buildLog(): { readonly rows: readonly LogRow[]; readonly head: LogHead } {
  const rows: LogRow[] = [];
  let key: Uint8Array = randomBytes(32);
  let prevHash = NO_HASH;
  for (let seq = 1; seq <= ENTRIES; seq++) {
    const isDeed = seq % SIGNED_EACH === 0;
    const content = {
      seq,
      segmentId: 1,
      time: seq * 1000,
      staffId: STAFF,
      cosignerId: null,
      action: isDeed ? ('reveal' as const) : ('open' as const),
      personId: null,
      field: isDeed ? 'phone' : null,
      reason: 'repair',
      ticket: `R-${seq}`,
      outcome: 'done' as const,
      detail: null,
      prevHash,
    };
    const signature = isDeed ? signEntry(vaultId, content, [SIGNER]) : null;
    const tag = tagEntry(vaultId, { ...content, signature }, key);
    const hash = hashEntry(vaultId, { ...content, signature }, tag);
    rows.push({ ...content, signature, tag, hash });
    prevHash = hash;
    key = stepKey(key);
  }
  return { rows, head: { segment: 1, seq: ENTRIES, hash: prevHash, key } };
}

function verifyAll(rows: readonly LogRow[], head: LogHead): LogFinding | undefined {
  const signatures = createSignatureChecker(vaultId, SIGNERS);
  const verifier = createLogVerifier({ vaultId, head, signatures });
  for (const row of rows) {
    const finding = verifier.next(row);
    if (finding !== undefined) return finding;
  }
  return verifier.end();
}

test(`${KINDS * ROUNDS} mutations of ${ENTRIES} entries are noticed, each with its first bad entry`, () => {
  const { rows, head } = buildLog();
  expect(verifyAll(rows, head)).toBeUndefined();
  const missed: string[] = [];
  for (const [name, mutate] of Object.entries(MUTATIONS))
    for (let round = 0; round < ROUNDS; round++) {
      const changed = [...rows];
      const expected = mutate(changed, randomOf(round * 7919 + name.length), { vaultId, key: head.key });
      const found = verifyAll(changed, head);
      // The log itself begins at 1, whatever number a row in front of it has.
      const firstBad = found === undefined ? undefined : Math.max(1, found.firstBad);
      if (firstBad !== expected.firstBad || found?.problem !== expected.problem)
        missed.push(`${name}, round ${round}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
    }
  expect(missed).toEqual([]);
}, 600_000);
