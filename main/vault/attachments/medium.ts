/** Medium of a content by its first bytes: a file's name proves nothing, since anybody can rename it. */
import type { Medium } from '../../../contract/attachments/lists.ts';
import { fromUtf8 } from '../crypto/bytes.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

/** Null where it is none of the kinds. Text is UTF-8 without any control but tabs and line ends. */
export function mediumOf(bytes: Uint8Array): Medium | null {
  if (beginsWith(bytes, PNG)) return 'png';
  if (beginsWith(bytes, JPEG)) return 'jpeg';
  if (beginsWith(bytes, PDF)) return 'pdf';
  const text = bytes.length === 0 ? null : fromUtf8(bytes);
  // oxlint-disable-next-line no-control-regex -- controls are what it looks for
  return text === null || /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u.test(text) ? null : 'text';
}
