/** Everybody and every room of a vault in clear, straight from its store: what an import left, without a word of the importer's. */
import { join } from 'node:path';
import { SEALED_TIERS, type SealedTier } from '../../../contract/fields.ts';
import { osUserHash, readHeader } from '../../../main/vault/keys/header.ts';
import { openSealed } from '../../../main/vault/keys/seal.ts';
import type { TierPrivate } from '../../../main/vault/keys/tier-keys.ts';
import { verifyStore } from '../../../main/vault/keys/verify-store.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { openSlot } from '../open-slot.ts';
import { openStoredTier } from '../open-stored-tier.ts';
import type { ClosedVault } from '../store-tools.ts';
import { words } from '../words.ts';
import type { TrueRoom } from './truth.ts';

/** A row of the store: its columns by their names. */
type Row = Readonly<Record<string, string | number | Uint8Array | null>>;

export interface StoredValue {
  readonly field: string;
  readonly value: string;
  /** Of a relation or of the dates of a home. */
  readonly roomId?: number;
}

export interface StoredPerson {
  readonly id: number;
  readonly name: string;
  readonly values: readonly StoredValue[];
  readonly roomIds: readonly number[];
}

export interface StoredRoom extends TrueRoom {
  readonly id: number;
  readonly values: readonly StoredValue[];
}

export interface Stored {
  readonly people: readonly StoredPerson[];
  readonly rooms: readonly StoredRoom[];
}

/** By a supervisor's way in. The vault may be open: it is only read. */
export async function readVault({ vaultDir, deviceSecrets }: ClosedVault, pin: string): Promise<Stored> {
  const header = (await readHeader({ vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
  const slot = header.slots.find(({ role }) => role === 'supervisor')!;
  const opened = await openSlot({ header, slot, deviceSecret: deviceSecrets[header.deviceSecretId]!, pin });
  const engine = chooseEngine('sqlcipher');
  const path = join(vaultDir, header.storeFile);
  const store = await openStore({ path, key: opened.storeKey, create: false, engine });
  try {
    const { keys, member } = await verifyStore({ header, opened, store });
    const tiers = new Map<SealedTier, TierPrivate>();
    for (const tier of SEALED_TIERS)
      tiers.set(tier, await openStoredTier(store, opened, member.generation, tier, keys));
    return { people: await readPeople(store, keys.vaultId, tiers), rooms: await readRooms(store) };
  } finally {
    await store.close();
    opened.dispose();
  }
}

/** Tables of what people have, and which column has which field. */
const OF_PEOPLE = {
  occupancy: { relation: 'relation', share: 'share', movedIn: 'from_date', movedOut: 'until_date' },
  lease: { leaseFrom: 'from_date', leaseUntil: 'until_date' },
  vehicle: { plate: 'plate', brand: 'brand', colour: 'colour' },
  space: { space: 'code', carPark: 'car_park', spaceFrom: 'from_date', spaceUntil: 'until_date' },
} as const;

async function readPeople(
  store: Store,
  vaultId: string,
  tiers: ReadonlyMap<SealedTier, TierPrivate>,
): Promise<readonly StoredPerson[]> {
  const values = new Map<number, StoredValue[]>();
  const keep = (personId: unknown, field: string, value: unknown, roomId?: unknown): void => {
    if (value === null || value === '') return;
    const room = roomId === undefined ? {} : { roomId: Number(roomId) };
    const of = values.get(Number(personId)) ?? [];
    values.set(Number(personId), [...of, { field, value: String(value), ...room }]);
  };
  for (const row of await store.all<Row>(sql`
    SELECT v.person_id AS personId, v.field, v.ordinal, v.n, v.ciphertext, v.tier, b.epoch, b.nonce, b.enc
    FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id WHERE v.replaced_at IS NULL`)) {
    const place = row as unknown as Parameters<typeof openSealed>[3] & Parameters<typeof openSealed>[2];
    const tier = tiers.get(row['tier'] as SealedTier)!;
    const value = openSealed(vaultId, tier, place, place, row['ciphertext'] as Uint8Array);
    keep(row['personId'], String(row['field']), value);
  }
  for (const [table, fields] of Object.entries(OF_PEOPLE))
    for (const row of await store.all<Row>({ text: `SELECT * FROM ${table}`, values: [] }))
      for (const [field, column] of Object.entries(fields))
        keep(row['person_id'], field, row[column], row['room_id']);
  const people = await store.all<Row>(sql`SELECT id, name, sex, id_type FROM person`);
  for (const { id, name, sex, id_type: idType } of people) {
    keep(id, 'name', name);
    keep(id, 'sex', sex === 'unknown' ? null : sex);
    keep(id, 'idType', idType);
  }
  return people.map(({ id, name }) => {
    const own = values.get(Number(id)) ?? [];
    const homes = own.flatMap(({ field, roomId }) => (field === 'relation' ? (roomId ?? []) : []));
    return { id: Number(id), name: String(name), values: own, roomIds: [...new Set(homes)] };
  });
}

/** Fields of a room; its columns have their names in snake case. */
const OF_ROOMS = words(
  'estate building unit room floor layout area status innerArea sharedArea usage totalFloors deliveredOn',
);

async function readRooms(store: Store): Promise<readonly StoredRoom[]> {
  const rows = await store.all<Row>(sql`SELECT * FROM room`);
  return rows.map((row) => {
    const has = (field: string): string =>
      String(row[field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] ?? '');
    const values = OF_ROOMS.map((field) => ({ field, value: has(field) })).filter(
      ({ value }) => value !== '',
    );
    const place = { estate: has('estate'), building: has('building'), unit: has('unit'), room: has('room') };
    return { id: Number(row['id']), ...place, values };
  });
}
