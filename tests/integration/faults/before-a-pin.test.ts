/** What can be seen before anybody types a PIN: each state of keychain and header has its own name, and nothing is touched. */
import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeychainReading } from '../../../contract/host.ts';
import {
  HEADER_FILE,
  LINKED_FORMAT,
  type Header,
  MAX_HEADER_BYTES,
  sealHeader,
} from '../../../main/vault/keys/header.ts';
import { hashFolder } from '../../support/folder-hash.ts';
import { createHarness } from '../../support/vault-harness.ts';
import {
  type FaultDesk,
  STORE_FILE,
  WAL_FILE,
  everything,
  makeFaultDesk,
  refusalAtStart,
  signIn,
} from './fault-desk.ts';

let desk: FaultDesk;
beforeAll(async () => {
  desk = await makeFaultDesk();
});
afterAll(() => desk.dispose());
beforeEach(() => desk.putBack('killed'));

/** Refused under this name, with every byte of folder and keychain as it was; once the cause is gone, somebody signs in. */
async function expectRefused(problem: string, reading?: KeychainReading): Promise<void> {
  const before = everything(desk);
  expect(await refusalAtStart(desk, reading)).toBe(problem);
  expect(await refusalAtStart(desk, reading)).toBe(problem);
  await desk.harness.vault.noteRefusal('navigation');
  await desk.harness.vault.close();
  expect(everything(desk)).toEqual(before);
  await desk.putBack('killed');
  expect(await signIn(desk, 'receptionist')).toBe('ok');
}

describe('the keychain', () => {
  it.each(['locked', 'no-service', 'no-bus', 'item-missing'] as const)('that is %s', async (state) => {
    await expectRefused(`keychain-${state}`, { state });
  });

  it.each(['locked', 'no-service', 'no-bus'] as const)(
    'that is %s makes no vault in an empty folder either',
    async (state) => {
      const empty = await createHarness();
      await empty.start({ state });
      expect(await empty.call('vault.status', {})).toMatchObject({
        state: 'refused',
        problem: `keychain-${state}`,
      });
      expect(await empty.codeOf('setup.begin', {})).not.toBe('ok');
      expect(hashFolder(empty.vaultDir)).toBe('');
      await empty.dispose();
    },
  );

  it('that has lost both copies of the anchor', async () => {
    desk.harness.keychain.anchors = [undefined, undefined];
    await expectRefused('keychain-item-missing');
  });

  it('that has nothing but torn copies of the anchor', async () => {
    desk.harness.keychain.anchors = desk.harness.keychain.anchors.map((copy) => copy?.subarray(0, 40));
    await expectRefused('keychain-item-missing');
  });

  it('that has one torn copy is no trouble: the other is taken', async () => {
    const { anchors } = desk.harness.keychain;
    // The copy of the right PIN's count, which says no more than the one before it.
    anchors[0] = anchors[0]?.subarray(0, 40);
    await desk.harness.start();
    expect((await desk.harness.call('vault.status', {})).state).toBe('locked');
  });

  it('that has lost the device secret alone', async () => {
    const anchors = desk.harness.keychain.anchors.filter((copy) => copy !== undefined);
    await expectRefused('keychain-item-missing', { state: 'found', items: { deviceSecrets: {}, anchors } });
  });

  it('of another computer', async () => {
    desk.harness.keychain.deviceSecrets = { [`${'0'.repeat(32)}`]: new Uint8Array(32).fill(7) };
    await expectRefused('wrong-computer');
  });

  it('of another user of this computer', async () => {
    desk.harness.keychain.deviceSecrets = {};
    desk.writeHeader(JSON.stringify({ ...desk.header(), osUser: 'f'.repeat(64) }));
    await expectRefused('keychain-other-user');
  });

  it('whose device secret has the right name and other bytes', async () => {
    for (const id of Object.keys(desk.harness.keychain.deviceSecrets))
      desk.harness.keychain.deviceSecrets[id] = new Uint8Array(32);
    await expectRefused('header-forged');
  });
});

describe('the header', () => {
  const damages: Readonly<Record<string, () => string | Uint8Array>> = {
    empty: () => '',
    garbage: () => Buffer.from([0xff, 0xfe, 0, 1, 2, 0x7b]),
    'cut short': () => JSON.stringify(desk.header()).slice(0, 700),
    'too large': () => Buffer.alloc(MAX_HEADER_BYTES + 1, 0x20),
    'another JSON': () => '{"format":1}',
    'full of zeros': () => Buffer.alloc(5000),
  };
  it.each(Object.keys(damages))('that is damaged: %s', async (name) => {
    desk.writeHeader(damages[name]!());
    await expectRefused('header-damaged');
  });

  const forgeries: Readonly<Record<string, (header: Header) => unknown>> = {
    'the estate': (header) => ({ ...header, estateName: 'Another Estate' }),
    'a role': (header) => ({
      ...header,
      slots: header.slots.map((slot) =>
        slot.role === 'receptionist' ? { ...slot, role: 'supervisor' } : slot,
      ),
    }),
    'the generation': (header) => ({ ...header, generation: header.generation + 1 }),
    'the vault': (header) => ({ ...header, vaultId: 'a'.repeat(32) }),
    'whose MAC was made with another secret': ({ mac: _mac, ...body }) =>
      sealHeader(body, new Uint8Array(32).fill(9)),
  };
  it.each(Object.keys(forgeries))('that is forged: %s', async (name) => {
    desk.writeHeader(JSON.stringify(forgeries[name]!(desk.header())));
    await expectRefused('header-forged');
  });

  it('that is missing beside its store', async () => {
    rmSync(desk.path(HEADER_FILE));
    await expectRefused('header-missing');
  });

  it('that is missing with a copy of the one before: nothing is taken for it unasked', async () => {
    writeFileSync(desk.path('header.prev.json'), JSON.stringify(desk.header()));
    rmSync(desk.path(HEADER_FILE));
    await expectRefused('header-missing');
  });

  it('of a newer version', async () => {
    desk.writeHeader(JSON.stringify({ ...desk.header(), format: LINKED_FORMAT + 1, more: true }));
    await expectRefused('header-newer');
  });

  it('alone, its store and WAL gone, is not taken for an empty folder', async () => {
    for (const name of [STORE_FILE, WAL_FILE]) rmSync(desk.path(name));
    await desk.harness.start();
    expect((await desk.harness.call('vault.status', {})).state).toBe('locked');
    expect(await desk.harness.codeOf('setup.begin', {})).toBe('vault-exists');
  });
});
