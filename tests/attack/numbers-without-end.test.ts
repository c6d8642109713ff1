/**
 * A number beyond its range is signed, sealed or written by whoever has the keys for it, into a line of an exported log, a line of the second place or an entry that is
 * sealed to the sheet. It is no line and no entry: nothing is counted, compared or shown by it.
 */
import { describe, expect, it } from 'vitest';
import { toBase64, utf8 } from '../../main/vault/crypto/bytes.ts';
import { generateReceivePair } from '../../main/vault/crypto/hpke.ts';
import { decodeLine, encodeEntry } from '../../main/vault/log-export/line.ts';
import { encodeRows, openEntries, sealEntries } from '../../main/vault/second-log/entries.ts';
import { contentOf, rowOf, signatureOf } from '../support/signed-rows.ts';

const BEYOND = [2 ** 48, -1, 1e300, 0.5] as const;
const content = contentOf('backup-settings', { on: true, hour: 3 });
const row = rowOf(content, signatureOf('admin', content));

describe('a number beyond its range', () => {
  it.each(
    (['seq', 'segment', 'time', 'person'] as const).flatMap((name) =>
      BEYOND.map((value) => [name, value] as const),
    ),
  )('in a line of an export makes it none: %s of %d', (name, value) => {
    const line = encodeEntry(row);
    expect(decodeLine(line)).not.toBeNull();
    expect(decodeLine(JSON.stringify({ ...(JSON.parse(line) as object), [name]: value }))).toBeNull();
  });

  it.each((['seq', 'time'] as const).flatMap((name) => BEYOND.map((value) => [name, value] as const)))(
    'in an entry that is sealed to the sheet makes it none: %s of %d',
    (name, value) => {
      const sheet = generateReceivePair();
      const open = (encoded: Uint8Array) => {
        const roster = { vaultId: 'a'.repeat(32), recoveryKey: sheet.publicKey, recoveryGeneration: 1 };
        const entries = sealEntries(roster, encoded, { first: 3, seq: 3 });
        return openEntries({ vault: roster.vaultId, seq: 3, entries }, [sheet]);
      };
      expect(open(encodeRows([row]))).toHaveLength(1);
      const hash = { base64: toBase64(row.hash) };
      expect(open(utf8(JSON.stringify([{ ...row, hash, [name]: value }])))).toBeNull();
    },
  );
});
