/**
 * An unlocked vault reads no sealed value: every live object of its process, before a reveal and after one, holds no PIN, no value
 * and no private key. The secrets are known to this process, which opens them with the right PINs and then looks for them in what
 * the vault process holds; the same search finds the tier key while a request with a PIN is under way, so it is known to work.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SEALED_TIERS } from '../../contract/fields.ts';
import type { PersonId } from '../../contract/ids.ts';
import { decodeAnchor } from '../../main/vault/anchor/anchor-codec.ts';
import { toBase64, toHex, utf8 } from '../../main/vault/crypto/bytes.ts';
import { osUserHash, readHeader } from '../../main/vault/keys/header.ts';
import { parseSheet } from '../../main/vault/keys/recovery-sheet.ts';
import { openSlot } from '../support/open-slot.ts';
import { openStoredTier } from '../support/open-stored-tier.ts';
import { verifyStore } from '../../main/vault/keys/verify-store.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import { ChildVault } from '../support/child-vault.ts';
import { draftOf, idNumberOf, phoneOf } from '../support/people-drafts.ts';
import { sheetText } from '../support/recover.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';
import { WHY, revealOf, rotationOf } from '../support/requests-of.ts';
import { makeTempDir } from '../support/temp-dir.ts';

describe('an unlocked vault', () => {
  let desk: VaultHarness;
  let folder: string;
  let personId: PersonId;
  let secrets: ReadonlyMap<string, Uint8Array>;

  beforeAll(async () => {
    desk = await createHarness({ engine: 'better-sqlite3' });
    personId = await desk.setUpWith(draftOf(31));
    await desk.vault.close();
    folder = makeTempDir();
    secrets = await openAllSecrets(desk);
  });

  it('holds no private key, no PIN and no sealed value, before a reveal and after one', async () => {
    const child = await ChildVault.start({
      vaultDir: desk.vaultDir,
      keychain: desk.keychain,
      engine: 'better-sqlite3',
    });
    const slots = (await child.call('vault.status', {})).people;
    const slotId = slots.find((person) => person.role === 'receptionist')!.slotId;
    await child.call('session.unlock', { slotId, pin: PINS.receptionist });
    await child.call('people.search', { text: phoneOf(31).slice(-4) });
    await child.call('people.open', { personId });
    expect(await found(child, 'before')).toEqual([]);

    const cosigner = {
      slotId: slots.find((person) => person.role === 'supervisor')!.slotId,
      pin: PINS.supervisor,
    };
    const shown = await child.call(
      'people.reveal',
      revealOf(personId, 'idNumber', PINS.receptionist, WHY, cosigner),
    );
    expect(shown.value).toBe(idNumberOf(31));
    expect(await found(child, 'after')).toEqual([]);
    await child.kill();
  });

  it('is found out by the same search while a PIN is being used, so the search works', async () => {
    const child = await ChildVault.start({
      vaultDir: desk.vaultDir,
      keychain: new StallingKeychain(desk),
      engine: 'better-sqlite3',
    });
    const slots = (await child.call('vault.status', {})).people;
    const slotId = slots.find((person) => person.role === 'supervisor')!.slotId;
    await child.call('session.unlock', { slotId, pin: PINS.supervisor });
    StallingKeychain.stalled = true;
    void child.ask('people.openFull', { personId, why: WHY, supervisor: { slotId, pin: PINS.supervisor } });
    await StallingKeychain.reached;
    const caught = await found(child, 'during');
    expect(caught).toEqual(expect.arrayContaining(['phone', 'idNumber', 'remark']));
    await child.kill();
  });

  it('holds no key and no value of a rotation of the tier keys once that is over', async () => {
    const child = await ChildVault.start({
      vaultDir: desk.vaultDir,
      keychain: desk.keychain,
      engine: 'better-sqlite3',
    });
    const slots = (await child.call('vault.status', {})).people;
    const slotOf = (role: 'admin' | 'supervisor') => slots.find((person) => person.role === role)!.slotId;
    await child.call('session.unlock', { slotId: slotOf('admin'), pin: PINS.admin });
    await child.call(
      'keys.rotateTierKeys',
      rotationOf(PINS.admin, { slotId: slotOf('supervisor'), pin: PINS.supervisor }),
    );
    const before = secrets;
    const dumps = await dump(child, 'rotated');
    await child.kill();
    secrets = await openAllSecrets(desk);
    for (const tier of SEALED_TIERS)
      expect(secrets.get(`tier key ${tier}`)).not.toEqual(before.get(`tier key ${tier}`));
    expect([...namesIn(dumps, before), ...namesIn(dumps, secrets)]).toEqual([]);
  });

  it('holds nothing of a recovery sheet that was typed at the lock screen before somebody signed in', async () => {
    const recovered = await createHarness({ engine: 'better-sqlite3' });
    const sheet = sheetText(await recovered.setUp());
    await recovered.vault.close();
    const { vaultDir, keychain } = recovered;
    const child = await ChildVault.start({ vaultDir, keychain, engine: 'better-sqlite3' });
    const ofSheet = new Map([['sheet', parseSheet(sheet)]]);
    await child.call('recovery.begin', { sheet });
    expect(namesIn(await dump(child, 'typed'), ofSheet)).toEqual(['sheet']);
    const { people } = await child.call('vault.status', {});
    const { slotId } = people.find(({ role }) => role === 'receptionist')!;
    await child.call('session.unlock', { slotId, pin: PINS.receptionist });
    expect(namesIn(await dump(child, 'signed-in'), ofSheet)).toEqual([]);
    await child.kill();
    await recovered.dispose();
  });

  const found = async (child: ChildVault, name: string): Promise<string[]> =>
    namesIn(await dump(child, name), secrets);
  async function dump(child: ChildVault, name: string): Promise<readonly Buffer[]> {
    const path = join(folder, name);
    await child.dump(path);
    return [await readFile(path), await readFile(`${path}.heap`)];
  }
  const namesIn = (dumps: readonly Buffer[], secrets: ReadonlyMap<string, Uint8Array>): string[] =>
    [...secrets]
      .filter(([, secret]) =>
        encodingsOf(secret).some((needle) => dumps.some((dump) => dump.includes(needle))),
      )
      .map(([label]) => label);
});

/** Passes the anchor on until it is told to stall: the value is then opened and its entry committed, but it may not leave. */
class StallingKeychain {
  static stalled = false;
  static #tell: () => void;
  static #lastSeq = 0;
  static readonly reached = new Promise<void>((resolve) => (StallingKeychain.#tell = resolve));
  readonly #desk: VaultHarness;
  constructor(desk: VaultHarness) {
    this.#desk = desk;
  }
  reading = () => this.#desk.keychain.reading();
  writeDeviceSecret = (id: string, bytes: Uint8Array) => this.#desk.keychain.writeDeviceSecret(id, bytes);
  deleteDeviceSecret = (id: string) => this.#desk.keychain.deleteDeviceSecret(id);
  async writeAnchor(copy: 0 | 1, bytes: Uint8Array): Promise<void> {
    const seq = decodeAnchor(bytes)!.state.log.seq;
    const committed = seq > StallingKeychain.#lastSeq;
    StallingKeychain.#lastSeq = seq;
    // Counting the PIN writes the anchor too; it is the entry of the opened fields that has to wait.
    if (StallingKeychain.stalled && committed) {
      StallingKeychain.#tell();
      await new Promise(() => undefined);
    }
    await this.#desk.keychain.writeAnchor(copy, bytes);
  }
}

/** As bytes, as the text of them, and as a heap snapshot escapes that text. */
function encodingsOf(secret: Uint8Array): readonly Buffer[] {
  const text = Buffer.from(secret).toString('utf8');
  return [
    Buffer.from(secret),
    Buffer.from(toHex(secret)),
    Buffer.from(toBase64(secret)),
    Buffer.from(text, 'utf16le'),
    Buffer.from(JSON.stringify(text).slice(1, -1)),
  ];
}

/** Every secret that a PIN opens, by its name: the same harness with the right PINs. */
async function openAllSecrets(desk: VaultHarness): Promise<ReadonlyMap<string, Uint8Array>> {
  const reading = desk.keychain.reading();
  if (reading.state !== 'found') throw new Error('no keychain');
  const header = (await readHeader({
    vaultDir: desk.vaultDir,
    deviceSecrets: reading.items.deviceSecrets,
    osUserHash: osUserHash(),
  }))!;
  const deviceSecret = reading.items.deviceSecrets[header.deviceSecretId]!;
  const secrets = new Map<string, Uint8Array>([
    ['phone', utf8(phoneOf(31))],
    ['idNumber', utf8(idNumberOf(31))],
    ['remark', utf8('prefers mornings')],
    ...Object.entries(PINS).map(([role, pin]): [string, Uint8Array] => [`PIN of ${role}`, utf8(pin)]),
  ]);
  for (const slot of header.slots) {
    const opened = await openSlot({ header, slot, deviceSecret, pin: PINS[slot.role] });
    secrets
      .set(`receive key of ${slot.role}`, opened.receive.privateKey)
      .set(`sign key of ${slot.role}`, opened.sign.privateKey);
    if (slot.role !== 'supervisor') continue;
    const store = await openStore({
      path: join(desk.vaultDir, header.storeFile),
      key: opened.storeKey,
      create: false,
      engine: chooseEngine('auto'),
    });
    const { member, keys } = await verifyStore({ header, opened, store });
    for (const tier of SEALED_TIERS) {
      const key = await openStoredTier(store, opened, member.generation, tier, keys);
      secrets.set(`tier key ${tier}`, key.privateKey).set(`match key ${tier}`, key.matchKey);
    }
    await store.close();
  }
  return secrets;
}
