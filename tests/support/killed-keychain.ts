/** A keychain by which a vault can be killed: what lies in its folder and what it holds itself, before and behind each write. */
import { cpSync } from 'node:fs';
import { makeTempDir } from './temp-dir.ts';
import { MemoryKeychain } from './vault-harness.ts';

/** Keeps what a kill would leave before and behind each write: the folder and itself. */
export class KilledKeychain extends MemoryKeychain {
  #watched: string | null = null;
  readonly #left: { readonly vaultDir: string; readonly keychain: MemoryKeychain }[] = [];

  watch(vaultDir: string): void {
    this.#watched = vaultDir;
  }

  left() {
    this.#watched = null;
    return this.#left;
  }

  override writeAnchor(copy: 0 | 1, bytes: Uint8Array): Promise<void> {
    return this.#around(() => super.writeAnchor(copy, bytes));
  }

  override writeDeviceSecret(secretId: string, bytes: Uint8Array): Promise<void> {
    return this.#around(() => super.writeDeviceSecret(secretId, bytes));
  }

  override deleteDeviceSecret(secretId: string): Promise<void> {
    return this.#around(() => super.deleteDeviceSecret(secretId));
  }

  override writeMailboxPassword(password: string): Promise<void> {
    return this.#around(() => super.writeMailboxPassword(password));
  }

  async #around(write: () => Promise<void>): Promise<void> {
    this.#keep();
    await write();
    this.#keep();
  }

  #keep(): void {
    if (this.#watched === null) return;
    const [vaultDir, keychain] = [makeTempDir(), new MemoryKeychain()];
    cpSync(this.#watched, vaultDir, { recursive: true });
    keychain.restore(this.snapshot());
    keychain.mailboxPassword = this.mailboxPassword;
    this.#left.push({ vaultDir, keychain });
  }
}
