/** Deeds that wait for one signature. */
import { expect, it } from 'vitest';
import { fail, ok } from '../../../contract/result.ts';
import { createSigningStore } from '../../../renderer/ui/signing.ts';

it('signs in their order with the PIN that was typed, up to the first that fails, which stays with those after it', async () => {
  const store = createSigningStore();
  const { put, sign, drop } = store.getState();
  const signed: string[] = [];
  let isRefused = true;
  put({ title: 'one', send: async (pin) => ok(signed.push(`one ${pin}`)) });
  put({
    title: 'two',
    send: async (pin) => (isRefused ? fail('changed-meanwhile') : ok(signed.push(`two ${pin}`))),
  });
  put({ title: 'three', send: async (pin) => ok(signed.push(`three ${pin}`)) });
  expect((await sign('a'))?.code).toBe('changed-meanwhile');
  expect(store.getState().deeds.map(({ title }) => title)).toEqual(['two', 'three']);
  isRefused = false;
  drop(store.getState().deeds[1]!);
  expect(await sign('b')).toBeNull();
  expect(signed).toEqual(['one a', 'two b']);
  expect(store.getState().deeds).toEqual([]);
});
