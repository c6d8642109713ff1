/**
 * A backup's own key, sealed so that two can open it: whoever has the recovery sheet, anywhere, and an admin with their PIN, on the computer
 * that made it. Making one needs public keys alone, so that nobody has to be asked for a PIN at three in the morning.
 */
import { createHash } from 'node:crypto';
import { AppError } from '../app-error.ts';
import { openAead, sealAead } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, sameBytes, toBase64, toHex } from '../crypto/bytes.ts';
import { type ReceivePair, openFrom, receivePairOf, sealTo } from '../crypto/hpke.ts';
import { hkdf } from '../crypto/kdf.ts';
import { zero } from '../crypto/zero.ts';
import type { Header } from '../keys/header.ts';
import type { OpenedSlot } from '../keys/slots.ts';
import { deriveSheetKeys, disposeSheetKeys } from '../keys/recovery-sheet.ts';
import { RECOVERY, type Roster } from '../keys/roster.ts';
import { membersWithSlots } from '../keys/verify-store.ts';
import type { Manifest, ManifestBody } from '../backup-files/manifest.ts';

type Sealed = ManifestBody['keyFor'];
type Backup = Pick<ManifestBody, 'vaultId' | 'backupId'>;

const NO_AAD = new Uint8Array();
const infoOf = ({ vaultId, backupId }: Backup, staffId: string, generation: number): Uint8Array =>
  bind('backup-key', vaultId, backupId, staffId, generation);
const deviceKey = ({ vaultId }: Backup, staffId: string, deviceSecret: Uint8Array): Uint8Array =>
  hkdf(deviceSecret, bind('backup-device', vaultId, staffId));
const deviceAad = ({ vaultId, backupId }: Backup, staffId: string): Uint8Array =>
  bind('backup-wrap', vaultId, backupId, staffId);

/** `roster` is verified: nothing is sealed to a key without a chain to the roots, nor to an admin who has no way into the vault itself. */
export function sealBackupKey(
  backup: Backup,
  key: Uint8Array,
  { roster, header }: { readonly roster: Roster; readonly header: Pick<Header, 'slots'> },
  device: { readonly id: string; readonly secret: Uint8Array },
): Sealed {
  const admins = membersWithSlots(roster, header).filter(({ role }) => role === 'admin');
  return {
    sheet: {
      receiveKey: toBase64(roster.recoveryKey),
      sealed: toBase64(sealToSheet(backup, key, roster.recoveryKey)),
    },
    deviceSecretId: device.id,
    admins: admins.map(({ staffId, generation, receiveKey }) => {
      const sealed = sealTo(receiveKey, infoOf(backup, staffId, generation), NO_AAD, key);
      const wrapKey = deviceKey(backup, staffId, device.secret);
      const wrapped = sealAead(wrapKey, deviceAad(backup, staffId), sealed);
      zero(wrapKey);
      return { staffId, generation, wrapped: toBase64(wrapped) };
    }),
  };
}

/** By a pair that follows from the key, so that whoever has the key finds out without the sheet whether these bytes would open to it. */
function sealToSheet(backup: Backup, key: Uint8Array, recoveryKey: Uint8Array): Uint8Array {
  const own = receivePairOf(hkdf(key, bind('backup-sheet-seal', backup.backupId, recoveryKey)));
  try {
    return sealTo(recoveryKey, infoOf(backup, RECOVERY, 0), NO_AAD, key, own);
  } finally {
    zero(own.privateKey);
  }
}

/** Whether the sheet of that public key would open the backup to its key. */
export const opensToSheet = (manifest: Manifest, key: Uint8Array, recoveryKey: Uint8Array): boolean =>
  sameBytes(recoveryKey, bytesOfBase64(manifest.keyFor.sheet.receiveKey)) &&
  sameBytes(sealToSheet(manifest, key, recoveryKey), bytesOfBase64(manifest.keyFor.sheet.sealed));

/** SHA-256, lower-case hexadecimal, of the key as it is sealed to the sheet: what the log keeps of it. */
export const digestSheetKey = ({
  backupId,
  keyFor: { sheet },
}: Pick<ManifestBody, 'backupId' | 'keyFor'>): string =>
  toHex(
    createHash('sha256')
      .update(
        bind('backup-sheet-key', backupId, bytesOfBase64(sheet.receiveKey), bytesOfBase64(sheet.sealed)),
      )
      .digest(),
  );

/** The key, 32 bytes; zero it after use. Errors, AppError: `backup-wrong-sheet` where it was made under another one; `backup-damaged` {part: 'key'}. */
export function openBySheet(manifest: Manifest, sheetSecret: Uint8Array): Uint8Array {
  const sheet = deriveSheetKeys(sheetSecret);
  try {
    const { receiveKey, sealed } = manifest.keyFor.sheet;
    if (!sameBytes(sheet.receive.publicKey, bytesOfBase64(receiveKey)))
      throw new AppError('backup-wrong-sheet');
    const key = openFrom(sheet.receive, infoOf(manifest, RECOVERY, 0), NO_AAD, bytesOfBase64(sealed));
    if (key?.length !== 32) throw new AppError('backup-damaged', { part: 'key' });
    return key;
  } finally {
    disposeSheetKeys(sheet);
  }
}

/** Whether these keys of somebody's would open it on this computer: to say before a PIN is asked for which backups take the sheet. */
export const opensByAdmin = (
  manifest: Manifest,
  owner: Pick<OpenedSlot, 'staffId' | 'generation'>,
  deviceSecretId: string,
): boolean =>
  manifest.keyFor.deviceSecretId === deviceSecretId &&
  manifest.keyFor.admins.some(
    ({ staffId, generation }) => staffId === owner.staffId && generation === owner.generation,
  );

/**
 * As `openBySheet`, by an admin's opened slot. Errors, AppError: `backup-needs-sheet` where it was made on another computer, under another
 * device secret, or before this admin had these keys; `backup-damaged` {part: 'key'}.
 */
export function openByAdmin(
  manifest: Manifest,
  slot: Pick<OpenedSlot, 'staffId' | 'generation'> & { readonly receive: ReceivePair },
  device: { readonly id: string; readonly secret: Uint8Array },
): Uint8Array {
  const own = manifest.keyFor.admins.find(
    ({ staffId, generation }) => staffId === slot.staffId && generation === slot.generation,
  );
  if (own === undefined || manifest.keyFor.deviceSecretId !== device.id)
    throw new AppError('backup-needs-sheet');
  const wrapKey = deviceKey(manifest, own.staffId, device.secret);
  const sealed = openAead(wrapKey, deviceAad(manifest, own.staffId), bytesOfBase64(own.wrapped));
  zero(wrapKey);
  const key =
    sealed === null
      ? null
      : openFrom(slot.receive, infoOf(manifest, own.staffId, own.generation), NO_AAD, sealed);
  if (key?.length !== 32) throw new AppError('backup-damaged', { part: 'key' });
  return key;
}
