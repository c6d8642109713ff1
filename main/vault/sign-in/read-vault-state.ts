/** From a folder and the keychain's items to the state of the vault; and a new vault's files. */
import { stat } from 'node:fs/promises';
import type { KeychainItems } from '../../../contract/host.ts';
import { createAnchor, readAnchor } from '../anchor/anchor.ts';
import { AppError } from '../app-error.ts';
import { settleArchived } from '../backup-files/archive-files.ts';
import { removeTrials } from '../backup/trial-folder.ts';
import { removeLeftovers } from '../key-management/leftovers.ts';
import type { VaultContext } from '../feature.ts';
import { type PreparedVault, removeSetUpLeftovers, writeVault } from '../keys/create-vault.ts';
import { osUserHash, readHeader } from '../keys/header.ts';
import { requirePlace } from '../keys/practice-id.ts';
import { removeScratch } from '../recovery-by-sheet/scratch-folder.ts';
import { type ProvedVault, type VaultState, proveVault } from '../session/vault-state.ts';
import { openStore } from '../store/open-store.ts';

type Surroundings = Pick<VaultContext, 'vaultDir' | 'place' | 'clock' | 'keychain' | 'keychainWriter'>;

/** Makes nothing, whatever is missing; removes what a kill has left. What cannot be read is a state, not an error. */
export async function readVaultState(surroundings: Surroundings): Promise<VaultState> {
  const { keychain } = surroundings;
  if (keychain.state !== 'found' && keychain.state !== 'item-missing')
    return { kind: 'refused', problem: `keychain-${keychain.state}` };
  try {
    const items = keychain.state === 'found' ? keychain.items : { deviceSecrets: {}, anchors: [] };
    return await readWith(surroundings, items);
  } catch (error) {
    return { kind: 'refused', problem: error instanceof AppError ? error.code : 'disk-error' };
  }
}

async function readWith(surroundings: Surroundings, items: KeychainItems): Promise<VaultState> {
  const { vaultDir, keychainWriter } = surroundings;
  if (await folderExists(vaultDir))
    await Promise.all([removeSetUpLeftovers(vaultDir), removeScratch(vaultDir)]);
  const header = await readHeader({
    vaultDir,
    deviceSecrets: items.deviceSecrets,
    osUserHash: osUserHash(),
  });
  if (header === null) return { kind: 'no-vault' };
  requirePlace(header.vaultId, surroundings.place);
  // What cannot be seen to now is seen to at the next start.
  await settleArchived(vaultDir, header)
    .then(() => removeTrials(vaultDir))
    .catch(() => undefined);
  const anchored = readAnchor(items.anchors);
  if (anchored === undefined) return { kind: 'refused', problem: 'keychain-item-missing' };
  const deviceSecret = items.deviceSecrets[header.deviceSecretId];
  if (deviceSecret === undefined) return { kind: 'refused', problem: 'wrong-computer' };
  await removeLeftovers({
    vaultDir,
    header,
    anchored: anchored.state,
    deviceSecrets: items.deviceSecrets,
    deleteDeviceSecret: (id) => keychainWriter.deleteDeviceSecret(id),
  }).catch(() => undefined);
  const anchor = createAnchor(anchored, {
    write: (copy, bytes) => keychainWriter.writeAnchor(copy, bytes),
  });
  return proveVault(surroundings, { header, deviceSecret, anchor });
}

const folderExists = (folder: string): Promise<boolean> =>
  stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Writes a new vault: keychain, store, anchor, and the header last, whose rename makes it one. Errors: those of `writeVault`. */
export async function createVaultFiles(
  context: Surroundings & Pick<VaultContext, 'engine'>,
  prepared: PreparedVault,
): Promise<ProvedVault> {
  const { vaultDir, clock, keychainWriter, engine } = context;
  const written = await writeVault(prepared, {
    vaultDir,
    clock,
    keychainWriter,
    openStore: (path, key) => openStore({ path, key, create: true, engine: engine() }),
  });
  return proveVault(context, written);
}
