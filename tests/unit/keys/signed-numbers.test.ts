/** No signed number without a range: one that nobody bounds is an order to whoever reads it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_EPOCH, MAX_GENERATION, nextNumber } from '../../../main/vault/keys/numbers.ts';
import { freeEpoch, storeFileOf } from '../../../main/vault/keys/header.ts';
import { RECOVERY } from '../../../main/vault/keys/roster.ts';

const VAULT = join(import.meta.dirname, '../../../main/vault');
/** Folders in which something is signed, sealed or put under a MAC. */
const SIGNED = [
  'keys',
  'key-change',
  'backup-files',
  'anchor',
  'recovery-by-sheet',
  'key-management',
  'log',
  'log-export',
  'second-log',
];
/** A schema of a number, with all that is said of it. */
const NUMBER = /z\s*\.\s*(?:number|int|coerce|bigint)\b(?:\(\)|\s*\.\w+\([^)]*\))*/g;

describe('a number in what is signed', () => {
  it('gets its range from one file, and from no schema beside it', () => {
    const beside = SIGNED.flatMap((folder) =>
      readdirSync(join(VAULT, folder))
        .filter((file) => file.endsWith('.ts') && file !== 'numbers.ts')
        .filter((file) =>
          /z\s*\.\s*(number|int|coerce|bigint)\b/.test(readFileSync(join(VAULT, folder, file), 'utf8')),
        )
        .map((file) => `${folder}/${file}`),
    );
    expect(beside).toEqual([]);
    expect(RECOVERY).toBe('recovery');
  });

  it('of whatever else the vault reads has an end as well', () => {
    const endless = readdirSync(VAULT, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && file !== join('keys', 'numbers.ts'))
      .flatMap((file) =>
        (readFileSync(join(VAULT, file), 'utf8').match(NUMBER) ?? [])
          .filter((schema) => !schema.includes('.max('))
          .map((schema) => `${file}: ${schema}`),
      );
    expect(endless).toEqual([]);
    expect(NUMBER.exec('z.number().int().positive()')?.[0]).toBe('z.number().int().positive()');
  });

  it('has a next one, also at the end of its range', () => {
    expect(nextNumber(7, MAX_GENERATION)).toBe(8);
    expect(nextNumber(MAX_GENERATION, MAX_GENERATION)).toBe(1);
  });

  it('of an epoch is free whatever the files in the folder are called', () => {
    expect(freeEpoch(1, [storeFileOf(MAX_EPOCH), storeFileOf(2), storeFileOf(3)])).toBe(4);
    expect(freeEpoch(MAX_EPOCH, [storeFileOf(1)])).toBe(2);
  });
});
