/**
 * Zeroing of secrets in our own buffers. Copies in strings, KeyObjects and SQLCipher last until the process
 * ends.
 */

/** Overwrites each buffer with zeros; null and undefined are ignored. */
export function zero(...secrets: readonly (Uint8Array | null | undefined)[]): void {
  for (const secret of secrets) secret?.fill(0);
}
