/** The door for tests from outside opens what it says. */
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { type OpenedVault, openVault } from '../../support/open-vault.ts';

let vault: OpenedVault;
beforeAll(async () => {
  vault = await openVault();
});

it('asks any route, as whoever is signed in and as nobody', async () => {
  expect(await vault.ask('log.list', { before: null, limit: 5 })).toMatchObject({
    ok: false,
    error: { code: 'locked' },
  });
  await vault.signIn('supervisor');
  expect(await vault.ask('log.list', { before: null, limit: 5 })).toMatchObject({ ok: true });
  expect(await vault.ask('no.such.route')).toMatchObject({ ok: false });
  await expect(vault.signIn('admin', 'wrong-pin-12')).rejects.toThrow('wrong-pin');
});

it('finds header, store and anchor, and meets what was done to them', async () => {
  await vault.signIn('admin');
  await vault.close();
  const { deviceSecretId } = JSON.parse(await readFile(vault.headerFile(), 'utf8')) as {
    readonly deviceSecretId: string;
  };
  expect(Object.keys(vault.deviceSecrets())).toEqual([deviceSecretId]);
  expect((await readFile(await vault.storeFile())).subarray(0, 15).toString()).not.toBe('SQLite format 3');
  const anchors = vault.anchors();
  for (const copy of [0, 1] as const) vault.putAnchor(copy, new Uint8Array(8));
  await vault.lock();
  const [admin] = ((await vault.ask('vault.status')) as { value: { people?: { role: string }[] } }).value
    .people ?? [undefined];
  expect(admin).toBeUndefined();
  for (const copy of [0, 1] as const) vault.putAnchor(copy, anchors[copy]!);
  await vault.signIn('admin');
});
