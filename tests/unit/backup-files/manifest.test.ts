import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffId } from '../../../contract/ids.ts';
import {
  MAX_MANIFEST_BYTES,
  type ManifestFacts,
  encodeManifest,
  openFacts,
  parseManifest,
} from '../../../main/vault/backup-files/manifest.ts';
import { AppError } from '../../../main/vault/app-error.ts';
import { toBase64, toHex } from '../../../main/vault/crypto/bytes.ts';
import { prepareVault } from '../../../main/vault/keys/create-vault.ts';
import { ARGON2_FLOOR } from '../../../main/vault/crypto/kdf.ts';
import { PINS } from '../../support/vault-harness.ts';
import { fc, forAll, forAllIn } from '../../support/for-all.ts';

const KEY = new Uint8Array(randomBytes(32));
const FACTS: ManifestFacts = {
  rosterHead: { n: 4, hash: 'a'.repeat(64) },
  log: { seq: 12, hash: 'b'.repeat(64) },
  tierEpochs: { contact: 1, identity: 1 },
  tables: [{ name: 'person', rows: 4_711, hash: 'c'.repeat(64) }],
};
let bytes: Uint8Array;

beforeAll(async () => {
  const staff = (name: string, pin: string) => ({ name, pin });
  const { header } = await prepareVault(
    {
      estateName: 'Test Estate',
      adminIsSupervisor: false,
      admin: staff('Admin One', PINS.admin),
      supervisor: staff('Super One', PINS.supervisor),
      receptionist: staff('Desk One', PINS.receptionist),
    },
    { calibrate: async () => ARGON2_FLOOR },
  );
  const random = (length: number): string => toBase64(new Uint8Array(randomBytes(length)));
  bytes = encodeManifest(
    {
      format: 1,
      backupId: toHex(new Uint8Array(randomBytes(16))),
      vaultId: header.vaultId,
      estateName: header.estateName,
      createdAt: 1_700_000_000_000,
      epoch: 1,
      header: JSON.stringify(header),
      keyFor: {
        sheet: { receiveKey: random(32), sealed: random(81) },
        deviceSecretId: header.deviceSecretId,
        admins: [{ staffId: '0'.repeat(16) as StaffId, generation: 1, wrapped: random(110) }],
      },
      store: { bytes: 4096, sha256: 'd'.repeat(64) },
      schema: 10,
    },
    FACTS,
    KEY,
  );
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'ok';
  } catch (error) {
    return error instanceof AppError ? error.code : `a crash: ${String(error)}`;
  }
};
/** As somebody who can write the drive would change it: with a sum that fits. */
function forge(change: (json: Record<string, unknown>) => object): Uint8Array {
  const { sum: _sum, ...rest } = change(
    JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>,
  ) as Record<string, unknown>;
  const sorted = (value: unknown): string =>
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    );
  const bound = (text: string): Buffer => {
    const part = Buffer.from(text, 'utf8');
    const head = Buffer.alloc(5);
    head.writeUInt8(0x73, 0);
    head.writeUInt32BE(part.length, 1);
    return Buffer.concat([head, part]);
  };
  const sum = createHash('sha256')
    .update(Buffer.concat(['resident-vault/1', 'backup-sum', sorted(rest)].map(bound)))
    .digest('hex');
  return new Uint8Array(Buffer.from(JSON.stringify({ ...rest, sum })));
}

describe('a manifest', () => {
  it('gives back what its maker said, to the key alone', () => {
    const manifest = parseManifest(bytes);
    expect(openFacts(manifest, KEY)).toEqual(FACTS);
    expect(codeOf(() => openFacts(manifest, new Uint8Array(randomBytes(32))))).toBe('backup-damaged');
    expect(manifest.parsedHeader.estateName).toBe('Test Estate');
  });

  it('tells nobody without the key what the store holds', () => {
    expect(Buffer.from(bytes).toString('utf8')).not.toContain('4711');
    expect(Buffer.from(bytes).toString('utf8')).not.toContain('"person"');
  });

  it('shows every flipped bit and every cut, without a key', () => {
    forAllIn(400, fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), (index, bit) => {
      const flipped = bytes.slice();
      flipped[index]! ^= 1 << bit;
      expect(codeOf(() => parseManifest(flipped))).toBe('backup-damaged');
    });
    for (let length = 0; length < bytes.length; length += 97)
      expect(codeOf(() => parseManifest(bytes.subarray(0, length)))).toBe('backup-damaged');
  });

  it('of a newer version is called that, and only with a sum that fits', () => {
    expect(codeOf(() => parseManifest(forge((json) => ({ ...json, format: 2, more: true }))))).toBe(
      'backup-newer',
    );
    expect(codeOf(() => parseManifest(forge((json) => ({ ...json, schema: 990 }))))).toBe('backup-newer');
    expect(codeOf(() => parseManifest(new Uint8Array(Buffer.from(JSON.stringify({ format: 2 })))))).toBe(
      'backup-damaged',
    );
  });

  it('that somebody has written without the key opens to nobody', () => {
    for (const change of [
      { createdAt: 1 },
      { store: { bytes: 8192, sha256: 'e'.repeat(64) } },
      { epoch: 1, estateName: 'Another Estate' },
    ]) {
      const manifest = parseManifest(forge((json) => ({ ...json, ...change })));
      expect(codeOf(() => openFacts(manifest, KEY))).toBe('backup-damaged');
    }
  });

  it('is never read past its largest size, and no bytes make it crash', () => {
    expect(codeOf(() => parseManifest(new Uint8Array(MAX_MANIFEST_BYTES + 1)))).toBe('backup-damaged');
    forAll(fc.uint8Array({ maxLength: 400 }), (any) => {
      expect(codeOf(() => parseManifest(any))).toBe('backup-damaged');
    });
    forAll(fc.json(), (text) => {
      expect(codeOf(() => parseManifest(new Uint8Array(Buffer.from(text, 'utf8'))))).toBe('backup-damaged');
    });
  });
});
