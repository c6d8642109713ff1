/** The only door to the native module that computes Argon2id. It needs no library that a computer may lack (docs/decisions/0226-a-pack-that-starts.md). */
import { loadNative } from '../load-native.ts';

/** As the module takes it: `m` is memory in KiB, `t` passes, `p` lanes, `type` 2 for Argon2id. */
export interface Argon2Input {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly secret: Uint8Array;
  readonly data: Uint8Array;
  readonly hashLength: number;
  readonly m: number;
  readonly t: number;
  readonly p: number;
  readonly version: number;
  readonly type: number;
}
/** The function of the module. */
export type HashRaw = (input: Argon2Input) => Promise<Buffer>;

/** Where the module lies in node_modules. */
export const argon2File = (): string =>
  `argon2/prebuilds/${process.platform}-${process.arch}/argon2${process.arch === 'arm64' ? '.armv8' : ''}.glibc.node`;

/** The raw hash, computed off this thread; what is passed may be zeroed at once. */
export const hashRaw: HashRaw = (input) => (loadNative(argon2File()) as { hash: HashRaw }).hash(input);
