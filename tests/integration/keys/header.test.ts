import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../main/vault/app-error.ts';
import {
  HEADER_FILE,
  LINKED_FORMAT,
  type Header,
  MAX_HEADER_BYTES,
  PREVIOUS_HEADER_FILE,
  SET_UP_MARKER,
  dropPreviousHeader,
  osUserHash,
  parseHeader,
  readHeader,
  sealHeader,
  writeHeader,
} from '../../../main/vault/keys/header.ts';
import { openSlot } from '../../support/open-slot.ts';
import { type Desk, PINS, failureOf, makeDesk } from './desk.ts';
import { fc, forAllIn } from '../../support/for-all.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { words } from '../../support/words.ts';

let root: string;
let desk: Desk;
let original: Buffer;
const path = (): string => join(desk.dir, HEADER_FILE);

beforeAll(async () => {
  root = makeTempDir();
  desk = await makeDesk(join(root, 'vault'));
  original = readFileSync(path());
});
beforeEach(() => {
  writeFileSync(path(), original);
  for (const name of readdirSync(desk.dir))
    if (name !== HEADER_FILE && !name.startsWith('store-')) rmSync(join(desk.dir, name));
});

const body = (header: Header) => {
  const { mac: _mac, ...rest } = header;
  return rest;
};
/** Written without a MAC of ours. */
const plant = (change: (header: Header) => unknown): void =>
  writeFileSync(path(), JSON.stringify(change(JSON.parse(original.toString('utf8')) as Header)));

describe('reading the header', () => {
  it('gives back what was written', async () => {
    expect(await desk.read()).toEqual(desk.header);
  });

  it('says that there is no vault in an empty folder, or in none', async () => {
    const empty = join(root, 'empty');
    mkdirSync(empty);
    for (const vaultDir of [empty, join(root, 'nowhere')])
      expect(await readHeader({ vaultDir, deviceSecrets: {}, osUserHash: osUserHash() })).toBeNull();
  });

  it('never takes a store without a header for no vault', async () => {
    rmSync(path());
    expect(await failureOf(desk.read)).toBe('header-missing');
  });

  it('tells a new format, damage, a wrong computer and another user apart', async () => {
    const secrets = desk.deviceSecrets;
    plant((header) => ({ ...header, format: LINKED_FORMAT + 1, whatever: true }));
    expect(await failureOf(desk.read)).toBe('header-newer');
    for (const damaged of [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{}',
      original.subarray(0, original.length - 9),
      Buffer.concat([original, Buffer.from('x')]),
      Buffer.alloc(MAX_HEADER_BYTES + 1, 0x20),
    ]) {
      writeFileSync(path(), damaged);
      expect(await failureOf(desk.read)).toBe('header-damaged');
    }
    writeFileSync(path(), original);
    expect(
      await failureOf(() => readHeader({ vaultDir: desk.dir, deviceSecrets: {}, osUserHash: osUserHash() })),
    ).toBe('keychain-item-missing');
    expect(
      await failureOf(() =>
        readHeader({
          vaultDir: desk.dir,
          deviceSecrets: { ['0'.repeat(32)]: new Uint8Array(32) },
          osUserHash: osUserHash(),
        }),
      ),
    ).toBe('wrong-computer');
    expect(
      await failureOf(() =>
        readHeader({ vaultDir: desk.dir, deviceSecrets: {}, osUserHash: 'f'.repeat(64) }),
      ),
    ).toBe('keychain-other-user');
    expect(
      await readHeader({ vaultDir: desk.dir, deviceSecrets: secrets, osUserHash: 'f'.repeat(64) }),
    ).toEqual(desk.header);
  });

  it('refuses a forged one before any PIN: every field that somebody may like to change', async () => {
    const changes: Readonly<Record<string, (header: Header) => unknown>> = {
      vaultId: (header) => ({ ...header, vaultId: 'f'.repeat(32) }),
      estateName: (header) => ({ ...header, estateName: '别的小区' }),
      'epoch and store': (header) => ({ ...header, epoch: 2, storeFile: 'store-0002.db' }),
      generation: (header) => ({ ...header, generation: header.generation + 1 }),
      osUser: (header) => ({ ...header, osUser: 'f'.repeat(64) }),
      'a role': (header) => ({
        ...header,
        slots: header.slots.map((slot) => ({ ...slot, role: 'supervisor' })),
      }),
      'a name': (header) => ({
        ...header,
        slots: header.slots.map((slot, index) => (index === 0 ? { ...slot, displayName: 'X' } : slot)),
      }),
      'cheaper guessing': (header) => ({
        ...header,
        slots: header.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, memoryKiB: 65_537 } })),
      }),
      'a slot less': (header) => ({ ...header, slots: header.slots.slice(1) }),
      'slots in another order': (header) => ({ ...header, slots: [...header.slots].reverse() }),
      'the recovery key': (header) => ({
        ...header,
        recovery: { ...header.recovery, receiveKey: header.slots[0]!.receiveKey },
      }),
      'the MAC': (header) => ({ ...header, mac: Buffer.alloc(32).toString('base64') }),
    };
    for (const [name, change] of Object.entries(changes)) {
      plant(change);
      expect(await failureOf(desk.read), name).toBe('header-forged');
    }
    writeFileSync(path(), JSON.stringify(sealHeader(body(desk.header), new Uint8Array(32))));
    expect(await failureOf(desk.read), 'a MAC under another secret').toBe('header-forged');
  });

  it('refuses what no header of ours holds', async () => {
    const changes: Readonly<Record<string, (header: Header) => unknown>> = {
      'guessing made cheap': (header) => ({
        ...header,
        slots: header.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, memoryKiB: 8 } })),
      }),
      'unlocking made endless': (header) => ({
        ...header,
        slots: header.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, memoryKiB: 1 << 30 } })),
      }),
      'a path for a store': (header) => ({ ...header, storeFile: '../store-0001.db' }),
      'a store of another epoch': (header) => ({ ...header, storeFile: 'store-0002.db' }),
      'a field more': (header) => ({ ...header, extra: 1 }),
      'the same slot twice': (header) => ({ ...header, slots: [...header.slots, header.slots[0]] }),
      'no slot': (header) => ({ ...header, slots: [] }),
      'format zero': (header) => ({ ...header, format: 0 }),
      'a format that is no number': (header) => ({ ...header, format: '2' }),
    };
    for (const [name, change] of Object.entries(changes)) {
      plant(change);
      expect(await failureOf(desk.read), name).toBe('header-damaged');
    }
  });

  it("looks up no secret by a name of the language's own", async () => {
    plant((header) => ({ ...header, deviceSecretId: '__proto__' }));
    expect(await failureOf(desk.read)).toBe('header-damaged');
  });

  it('answers any bytes and any change with an AppError or the header, never otherwise', async () => {
    const tryParse = (bytes: Uint8Array): void => {
      try {
        parseHeader(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
        expect(['header-damaged', 'header-newer']).toContain((error as AppError).code);
      }
    };
    forAllIn(2000, fc.uint8Array({ maxLength: 400 }), tryParse);
    forAllIn(1000, fc.json({ maxDepth: 4 }), (text) => tryParse(Buffer.from(text)));
    forAllIn(
      2000,
      fc.nat(original.length - 1),
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
      (at, bytes) => {
        tryParse(Buffer.concat([original.subarray(0, at), bytes, original.subarray(at + bytes.length)]));
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(original.length - 1), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const changed = Buffer.from(original);
        changed[at]! ^= 1 << bit;
        writeFileSync(path(), changed);
        // A flip in the device-secret id is a header of nobody here; everything else is damage, a later format or a forgery.
        expect(
          words('header-damaged header-forged header-newer wrong-computer keychain-other-user'),
        ).toContain(await failureOf(desk.read));
      }),
      { numRuns: 400 },
    );
  });
});

describe('writing the header', () => {
  const next = (): Header =>
    sealHeader({ ...body(desk.header), generation: desk.header.generation + 1 }, desk.deviceSecret);

  it('replaces it whole and keeps the one before until it is dropped', async () => {
    await writeHeader(desk.dir, next());
    expect(await desk.read()).toEqual(next());
    expect(readFileSync(join(desk.dir, PREVIOUS_HEADER_FILE))).toEqual(original);
    await dropPreviousHeader(desk.dir);
    await dropPreviousHeader(desk.dir);
    expect(existsSync(join(desk.dir, PREVIOUS_HEADER_FILE))).toBe(false);
    expect(readdirSync(desk.dir).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('leaves the old one as it was when it cannot be written', async () => {
    // A folder where the temporary file belongs: opening it fails as a full disk's does, whoever runs the test.
    mkdirSync(`${path()}.new/x`, { recursive: true });
    expect(await failureOf(() => writeHeader(desk.dir, next()))).toBe('disk-error');
    expect(readFileSync(path())).toEqual(original);
    rmSync(`${path()}.new`, { recursive: true });
  });

  it('replaces a link that lies where it stages the new one, and leaves its target alone', async () => {
    const target = join(desk.dir, 'elsewhere');
    writeFileSync(target, 'kept');
    symlinkSync(target, `${path()}.new`);
    const header = next();
    await writeHeader(desk.dir, header);
    expect(readFileSync(target, 'utf8')).toBe('kept');
    expect(lstatSync(path()).isSymbolicLink()).toBe(false);
    expect(await desk.read()).toEqual(header);
  });
});

describe('a set-up that was cut short', () => {
  it('is no vault while its marker lies there without a header', async () => {
    rmSync(path());
    writeFileSync(join(desk.dir, SET_UP_MARKER), 'store-0001.db');
    expect(await desk.read()).toBeNull();
  });
});

describe('opening a slot', () => {
  const slot = () => desk.header.slots.find((candidate) => candidate.role === 'receptionist')!;
  const tryOpen = (changes: Partial<Parameters<typeof openSlot>[0]>) =>
    failureOf(() =>
      openSlot({
        header: desk.header,
        slot: slot(),
        deviceSecret: desk.deviceSecret,
        pin: PINS.receptionist,
        ...changes,
      }),
    );
  const flip = (text: string, at: number): string =>
    Buffer.from(Buffer.from(text, 'base64').map((byte, index) => (index === at ? byte ^ 1 : byte))).toString(
      'base64',
    );

  it('tells a wrong PIN from a wrong computer, also when both are wrong', async () => {
    expect(await tryOpen({})).toBe('no failure');
    expect(await tryOpen({ pin: '728165' })).toBe('wrong-pin');
    expect(await tryOpen({ deviceSecret: new Uint8Array(32) })).toBe('wrong-computer');
    expect(await tryOpen({ deviceSecret: new Uint8Array(32), pin: '728165' })).toBe('wrong-computer');
  });

  it('refuses a slot of another vault, of another person, in another place, or with other costs', async () => {
    const supervisor = desk.header.slots.find((candidate) => candidate.role === 'supervisor')!;
    expect(await tryOpen({ header: { ...desk.header, vaultId: 'f'.repeat(32) } })).toBe('wrong-computer');
    expect(await tryOpen({ slot: { ...slot(), id: supervisor.id } })).toBe('wrong-computer');
    expect(await tryOpen({ slot: { ...slot(), staffId: supervisor.staffId } })).toBe('wrong-computer');
    expect(await tryOpen({ slot: { ...slot(), generation: 2 } })).toBe('wrong-computer');
    expect(await tryOpen({ slot: { ...slot(), kdf: { ...slot().kdf, time: 4 } } })).toBe('wrong-computer');
    expect(await tryOpen({ slot: { ...slot(), wrapped: supervisor.wrapped } })).toBe('wrong-computer');
    expect(await tryOpen({ slot: { ...slot(), wrapped: flip(slot().wrapped, 40) } })).toBe('wrong-computer');
  });

  it('refuses a store key that no pinned admin has signed for this slot and epoch, or that another slot was given', async () => {
    const supervisor = desk.header.slots.find((candidate) => candidate.role === 'supervisor')!;
    const { sealedStoreKey, signature } = supervisor;
    expect(await tryOpen({ slot: { ...slot(), sealedStoreKey, signature } })).toBe('header-forged/slot');
    expect(
      await tryOpen({
        slot: { ...slot(), signature: { ...slot().signature, sig: flip(slot().signature.sig, 3) } },
      }),
    ).toBe('header-forged/slot');
    expect(await tryOpen({ slot: { ...slot(), sealedStoreKey: flip(slot().sealedStoreKey, 50) } })).toBe(
      'header-forged/slot',
    );
    expect(await tryOpen({ slot: { ...slot(), receiveKey: supervisor.receiveKey } })).toBe(
      'header-forged/slot',
    );
    expect(await tryOpen({ header: { ...desk.header, epoch: 2, storeFile: 'store-0002.db' } })).toBe(
      'header-forged/slot',
    );
  });

  it('zeroes what it opened when it is disposed of', async () => {
    const opened = await desk.open('receptionist');
    const secrets = [opened.receive.privateKey, opened.sign.privateKey, opened.storeKey];
    expect(secrets.some((secret) => secret.every((byte) => byte === 0))).toBe(false);
    opened.dispose();
    expect(secrets.every((secret) => secret.every((byte) => byte === 0))).toBe(true);
  });
});
