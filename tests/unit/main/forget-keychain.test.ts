/** The keychain items of one vault folder, deleted without those of another. */
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import {
  type Dependencies,
  type PasswordStore,
  createOsKeychain,
} from '../../../main/keychain/os-keychain.ts';

function memoryStore(): { readonly store: PasswordStore; readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    store: {
      getPassword: async (_service, account) => items.get(account) ?? null,
      findCredentials: async () => [...items].map(([account, password]) => ({ account, password })),
      setPassword: async (_service, account, password) => void items.set(account, password),
      deletePassword: async (_service, account) => items.delete(account),
    },
  };
}

it('deletes every item of its own folder, and none of another', async () => {
  const { store, items } = memoryStore();
  const open: Dependencies = { store, hasBus: () => true, diagnose: async () => 'open' };
  const [practice, real] = [createOsKeychain('practice', open), createOsKeychain('real', open)];
  for (const keychain of [practice, real]) {
    await keychain.writeDeviceSecret('a1', new Uint8Array([1]));
    await keychain.writeDeviceSecret('a2', new Uint8Array([2]));
    await keychain.writeAnchor(0, new Uint8Array([3]));
    await keychain.writeAnchor(1, new Uint8Array([4]));
  }
  expect(await practice.deleteAll()).toBe(true);
  expect([...items.keys()].sort()).toEqual(
    ['anchor/0', 'anchor/1', 'device-secret/a1', 'device-secret/a2'].map((name) => `real/${name}`),
  );
  expect(await practice.deleteAll()).toBe(true);
});

it('says so where the keychain is locked, and deletes nothing', async () => {
  const { store, items } = memoryStore();
  await createOsKeychain('practice', { store, hasBus: () => true, diagnose: async () => 'open' }).writeAnchor(
    0,
    new Uint8Array([3]),
  );
  const locked = createOsKeychain('practice', {
    store: { ...store, getPassword: async () => null },
    hasBus: () => true,
    diagnose: async () => 'locked',
  });
  expect(await locked.deleteAll()).toBe(false);
  expect(items.size).toBe(1);
});

it('waits until the items of another vault have been listed, which a deletion would spoil', async () => {
  const { store, items } = memoryStore();
  const happened: string[] = [];
  const slow: PasswordStore = {
    ...store,
    findCredentials: async (service) => {
      happened.push('listing');
      await setImmediate();
      happened.push('listed');
      return store.findCredentials(service);
    },
    deletePassword: async (service, account) => {
      happened.push('deleted');
      return store.deletePassword(service, account);
    },
  };
  const open: Dependencies = { store: slow, hasBus: () => true, diagnose: async () => 'open' };
  const [practice, real] = [createOsKeychain('practice', open), createOsKeychain('real', open)];
  await practice.writeAnchor(0, new Uint8Array([3]));
  await real.writeAnchor(0, new Uint8Array([3]));
  await Promise.all([real.read(), practice.deleteAll()]);
  expect(happened.slice(0, 4)).toEqual(['listing', 'listed', 'listing', 'listed']);
  expect(new Set(happened.slice(4))).toEqual(new Set(['deleted']));
  expect([...items.keys()]).toEqual(['real/anchor/0']);
});
