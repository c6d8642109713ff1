/** The real Credential Manager, as the application uses it: secrets and both copies of the anchor of one vault folder. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MAX_ANCHOR_BYTES } from '../../main/vault/anchor/anchor-codec.ts';
import { openOsKeychain } from '../../main/keychain/os-keychain.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const bytes = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

it('holds what is written, for this folder alone, until it is removed', async () => {
  const folder = makeTempDir();
  const [mine, other] = [openOsKeychain(join(folder, '业主档案')), openOsKeychain(join(folder, 'other'))];
  expect(await mine.read()).toEqual({ state: 'item-missing' });
  const [secret, first, second] = [bytes(32), bytes(900), bytes(900)];
  expect(await mine.writeDeviceSecret('one', secret)).toBe(true);
  expect(await mine.writeAnchor(0, first)).toBe(true);
  expect(await mine.writeAnchor(1, second)).toBe(true);
  const reading = await mine.read();
  expect(reading).toMatchObject({ state: 'found', items: { deviceSecrets: { one: secret } } });
  expect(reading.state === 'found' && reading.items.anchors.toSorted(compare)).toEqual(
    [first, second].toSorted(compare),
  );
  expect(await other.read()).toEqual({ state: 'item-missing' });
  expect(await mine.deleteDeviceSecret('one')).toBe(true);
  expect(await mine.read()).toMatchObject({ items: { deviceSecrets: {} } });
});

const compare = (one: Uint8Array, other: Uint8Array): number => Buffer.compare(one, other);

it('takes an anchor of every size that the vault makes', async () => {
  const keychain = openOsKeychain(join(makeTempDir(), 'vault'));
  for (const size of [200, 900, MAX_ANCHOR_BYTES])
    expect(await keychain.writeAnchor(0, bytes(size)), `${size}`).toBe(true);
});
