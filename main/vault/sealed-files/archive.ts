/** Several files as one ZIP under a password: AES-256 in the form of WinZip (AE-2), which 7-Zip, Bandizip and WinRAR open and the Explorer of Windows does not. */
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** A file of an archive. Its name is readable without the password. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const AES_256 = 3;

/** The archive, of which every file is opened by `password` alone. */
export async function encryptArchive(files: readonly ArchivedFile[], password: string): Promise<Uint8Array> {
  configure({ useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    password,
    encryptionStrength: AES_256,
    // The weak way that every program opens.
    zipCrypto: false,
  });
  for (const { name, bytes } of files) await writer.add(name, new Uint8ArrayReader(bytes));
  return writer.close();
}
