/**
 * Keys of a desk among several: the pairs by which it signs its ops and receives what is sealed to it, and the op keys of the estate. They lie in the store under
 * the device secret, so that it takes store key and device secret to have any: folder and keychain without a PIN open and sign no op.
 */
import { randomBytes } from 'node:crypto';
import { AppError } from '../app-error.ts';
import { openAead, sealAead } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { toHex } from '../crypto/bytes.ts';
import { type SignPair, generateSignPair, signPairOf } from '../crypto/ed25519.ts';
import { type ReceivePair, generateReceivePair, receivePairOf } from '../crypto/hpke.ts';
import { hkdf } from '../crypto/kdf.ts';
import { zero } from '../crypto/zero.ts';
import { nextStep } from '../ops/op-envelope.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** An op key as far as it has stepped. */
export interface OpKey {
  readonly epoch: number;
  readonly step: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

export interface LinkKeys {
  readonly sign: SignPair;
  readonly receive: ReceivePair;
  /** By epoch, the earliest step of each that is still needed. */
  readonly op: readonly OpKey[];
}

/** What the keys lie under besides the store key. */
export interface Under {
  readonly vaultId: string;
  /** 32 bytes. */
  readonly deviceSecret: Uint8Array;
}

/** Pairs of a desk that begins. */
export const newLinkKeys = (op: readonly OpKey[]): LinkKeys => ({
  sign: generateSignPair(),
  receive: generateReceivePair(),
  op,
});

/** The op key with which an estate begins, or that a rotation draws: no earlier one leads to it. */
export const drawOpKey = (epoch: number): OpKey => ({ epoch, step: 0, key: new Uint8Array(randomBytes(32)) });

type Kind = 'sign' | 'receive' | 'op';

const boundTo = ({ vaultId }: Under, kind: Kind, epoch: number, step: number): Uint8Array =>
  bind('link-key', vaultId, kind, epoch, step);

const keyUnder = ({ vaultId, deviceSecret }: Under): Uint8Array =>
  hkdf(deviceSecret, bind('link-keys', vaultId));

/** Which device secret it is, for whoever has none. */
const nameOf = ({ vaultId, deviceSecret }: Under): string =>
  toHex(hkdf(deviceSecret, bind('link-keys-name', vaultId))).slice(0, 32);

const rowsOf = ({ sign, receive, op }: LinkKeys): readonly (readonly [Kind, OpKey])[] => [
  ['sign', { epoch: 0, step: 0, key: sign.privateKey }],
  ['receive', { epoch: 0, step: 0, key: receive.privateKey }],
  ...op.map((one) => ['op', one] as const),
];

async function insertKeys(
  tx: WritableStore,
  under: Under,
  rows: readonly (readonly [Kind, OpKey])[],
): Promise<void> {
  const sealing = keyUnder(under);
  try {
    for (const [kind, { epoch, step, key }] of rows)
      await tx.run(
        sql`INSERT INTO link_key (under, kind, epoch, step, sealed)
          VALUES (${nameOf(under)}, ${kind}, ${epoch}, ${step}, ${sealAead(sealing, boundTo(under, kind, epoch, step), key)})`,
      );
  } finally {
    zero(sealing);
  }
}

/** In the place of all that were there. */
export async function writeLinkKeys(tx: WritableStore, under: Under, keys: LinkKeys): Promise<void> {
  await tx.run(sql`DELETE FROM link_key`);
  await insertKeys(tx, under, rowsOf(keys));
}

/** One more op key beside those that are there. */
export const addOpKey = (tx: WritableStore, under: Under, key: OpKey): Promise<void> =>
  insertKeys(tx, under, [['op', key]]);

/** The same keys under the secret that follows this one, beside them: whichever of the two a header names, they open. Errors: those of `readLinkKeys`. */
export async function copyLinkKeys(tx: WritableStore, from: Under, to: Under): Promise<void> {
  const keys = await readLinkKeys(tx, from);
  await dropOtherLinkKeys(tx, from);
  await insertKeys(tx, to, rowsOf(keys));
}

/** What lies under a secret that came before, or that never was in force. */
export async function dropOtherLinkKeys(tx: WritableStore, under: Under): Promise<void> {
  await tx.run(sql`DELETE FROM link_key WHERE under <> ${nameOf(under)}`);
}

/** Errors: AppError `store-tampered` {part: 'link'} where one is missing, or does not open under this computer's secret. */
export async function readLinkKeys(store: ReadableStore, under: Under): Promise<LinkKeys> {
  const rows = await store.all<{
    readonly kind: Kind;
    readonly epoch: number;
    readonly step: number;
    readonly sealed: Uint8Array;
  }>(sql`SELECT kind, epoch, step, sealed FROM link_key WHERE under = ${nameOf(under)} ORDER BY kind, epoch`);
  const key = keyUnder(under);
  try {
    const opened = rows.map((row) => {
      const bytes = openAead(key, boundTo(under, row.kind, row.epoch, row.step), row.sealed);
      if (bytes?.length !== 32) throw noKeys();
      return { ...row, bytes };
    });
    const only = (kind: Kind): Uint8Array => opened.find((row) => row.kind === kind)?.bytes ?? raise();
    const op = opened.filter(({ kind }) => kind === 'op');
    return {
      sign: signPairOf(only('sign')),
      receive: receivePairOf(only('receive')),
      op: op.map(({ epoch, step, bytes }) => ({ epoch, step, key: bytes })),
    };
  } finally {
    zero(key);
  }
}

const noKeys = (): AppError => new AppError('store-tampered', { part: 'link' });
const raise = (): never => {
  throw noKeys();
};

/** Most steps that are gone at once: of a desk that was away for years of days and deletions. */
const MAX_STEPS = 100_000;

/** The op key of an epoch and step; null where this desk has none that leads to it. */
export function opKeyAt(
  { op }: Pick<LinkKeys, 'op'>,
  vaultId: string,
  at: Pick<OpKey, 'epoch' | 'step'>,
): Uint8Array | null {
  const from = op.find(({ epoch }) => epoch === at.epoch);
  if (from === undefined || at.step < from.step || at.step - from.step > MAX_STEPS) return null;
  let { key } = from;
  for (let step = from.step; step < at.step; step += 1) key = nextStep(key, vaultId);
  return key;
}
