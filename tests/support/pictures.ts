/** Files to attach, made here: no picture of anything. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { FileId } from '../../contract/ids.ts';
import { makeTempDir } from './temp-dir.ts';
import type { VaultHarness } from './vault-harness.ts';

/** The file that `offerAttachment` offers. */
export const ATTACHED_FILE = 'e5'.repeat(16) as FileId;

const chunk = (name: string, content: Uint8Array): Uint8Array => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A PNG of one grey, as large as its header says; `noise`: about so many bytes of nothing in its packed data, which make the file longer. */
export function makePng(width = 32, height = 24, noise = 0): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.of(0), Buffer.alloc(width, 0xb0)]);
  const packed = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
  // Stored blocks of no length (RFC 1951, 3.2.4), behind the two bytes of the header.
  const nothing = Buffer.alloc(noise - (noise % 5), Buffer.of(0, 0, 0, 0xff, 0xff));
  return new Uint8Array(
    Buffer.concat([
      Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      chunk('IHDR', header),
      chunk('IDAT', Buffer.concat([packed.subarray(0, 2), nothing, packed.subarray(2)])),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** Picks a file of this content, as main would. */
export function offerAttachment(
  { vault }: Pick<VaultHarness, 'vault'>,
  bytes: Uint8Array = makePng(),
  name = '整改后.png',
): FileId {
  const path = join(makeTempDir(), name);
  writeFileSync(path, bytes);
  vault.offerFile(ATTACHED_FILE, path, 'attachment');
  return ATTACHED_FILE;
}
