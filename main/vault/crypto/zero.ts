/** Overwrites secrets in buffers that we own; what strings, KeyObjects and SQLCipher copied dies with the process. */

export function zero(...secrets: readonly (Uint8Array | null | undefined)[]): void {
  for (const secret of secrets) secret?.fill(0);
}
