/** Many short byte strings in a few large buffers, since as many arrays of their own take five times the memory. */

export interface PackedBytes {
  readonly length: number;
  /** Its index, from 0. */
  add(bytes: Uint8Array): number;
  /** A view of what was added. */
  get(index: number): Uint8Array;
}

const BLOCK_BYTES = 1024 * 1024;

export function createPackedBytes(): PackedBytes {
  const blocks: Uint8Array[] = [];
  const ends: number[] = [];
  const blockOf: number[] = [];
  let used = BLOCK_BYTES;
  return {
    get length() {
      return ends.length;
    },
    add(bytes) {
      if (used + bytes.length > BLOCK_BYTES) {
        blocks.push(new Uint8Array(Math.max(BLOCK_BYTES, bytes.length)));
        used = 0;
      }
      blocks[blocks.length - 1]?.set(bytes, used);
      used += bytes.length;
      blockOf.push(blocks.length - 1);
      return ends.push(used) - 1;
    },
    get(index) {
      const block = blockOf[index] ?? 0;
      const start = index > 0 && blockOf[index - 1] === block ? ends[index - 1] ?? 0 : 0;
      return (blocks[block] ?? new Uint8Array(0)).subarray(start, ends[index]);
    },
  };
}
