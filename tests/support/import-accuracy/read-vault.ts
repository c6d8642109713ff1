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

export interface StoredRoom {
  readonly id: number;
  readonly estate: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
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

async function readPeople(
  store: Store,
  vaultId: string,
  tiers: ReadonlyMap<SealedTier, TierPrivate>,
): Promise<readonly StoredPerson[]> {
  const values = new Map<number, StoredValue[]>();
  const keep = (personId: unknown, field: string, value: unknown, roomId?: unknown): void => {
    if (value === null || value === '') return;
    const one = { field, value: String(value), ...(roomId === undefined ? {} : { roomId: Number(roomId) }) };
    values.set(Number(personId), [...(values.get(Number(personId)) ?? []), one]);
  };
  for (const row of await store.all<Row>(sql`
    SELECT v.person_id AS personId, v.field, v.ordinal, v.n, v.ciphertext, v.tier, b.epoch, b.nonce, b.enc
    FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id WHERE v.replaced_at IS NULL`)) {
    const place = row as unknown as Parameters<typeof openSealed>[3] & Parameters<typeof openSealed>[2];
    const tier = tiers.get(row['tier'] as SealedTier)!;
    const field = String(row['field']);
    keep(row['personId'], field, openSealed(vaultId, tier, place, place, row['ciphertext'] as Uint8Array));
  }
  const homes = new Map<number, number[]>();
  for (const row of await store.all<Row>(sql`SELECT * FROM occupancy`)) {
    const [person, room] = [row['person_id'], Number(row['room_id'])];
    homes.set(Number(person), [...(homes.get(Number(person)) ?? []), room]);
    keep(person, 'relation', row['relation'], room);
    keep(person, 'share', row['share'], room);
    keep(person, 'movedIn', row['from_date'], room);
    keep(person, 'movedOut', row['until_date'], room);
  }
  for (const row of await store.all<Row>(sql`SELECT * FROM lease`)) {
    keep(row['person_id'], 'leaseFrom', row['from_date'], row['room_id']);
    keep(row['person_id'], 'leaseUntil', row['until_date'], row['room_id']);
  }
  for (const row of await store.all<Row>(sql`SELECT * FROM vehicle`)) {
    keep(row['person_id'], 'plate', row['plate']);
    keep(row['person_id'], 'brand', row['brand']);
    keep(row['person_id'], 'colour', row['colour']);
  }
  for (const row of await store.all<Row>(sql`SELECT * FROM space`)) {
    keep(row['person_id'], 'space', row['code']);
    keep(row['person_id'], 'carPark', row['car_park']);
    keep(row['person_id'], 'spaceFrom', row['from_date']);
    keep(row['person_id'], 'spaceUntil', row['until_date']);
  }
  const people = await store.all<Row>(sql`SELECT id, name, sex, id_type FROM person`);
  for (const { id, name, sex, id_type: idType } of people) {
    keep(id, 'name', name);
    keep(id, 'sex', sex === 'unknown' ? null : sex);
    keep(id, 'idType', idType);
  }
  return people.map(({ id, name }) => ({
    id: Number(id),
    name: String(name),
    values: values.get(Number(id)) ?? [],
    roomIds: [...new Set(homes.get(Number(id)))],
  }));
}

/** Columns of a room, by the names of its fields. */
const OF_ROOMS = {
  estate: 'estate',
  building: 'building',
  unit: 'unit',
  room: 'room',
  floor: 'floor',
  layout: 'layout',
  area: 'area',
  status: 'status',
  innerArea: 'inner_area',
  sharedArea: 'shared_area',
  usage: 'usage',
  totalFloors: 'total_floors',
  deliveredOn: 'delivered_on',
} as const;

const readRooms = async (store: Store): Promise<readonly StoredRoom[]> =>
  (await store.all<Row>(sql`SELECT * FROM room`)).map((row) => ({
    id: Number(row['id']),
    estate: String(row['estate']),
    building: String(row['building']),
    unit: String(row['unit']),
    room: String(row['room']),
    values: Object.entries(OF_ROOMS).flatMap(([field, column]) => {
      const value = row[column] ?? '';
      return value === '' ? [] : [{ field, value: String(value) }];
    }),
  }));
