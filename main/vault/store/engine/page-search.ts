/** Looks for byte strings in the pages of a SQLCipher 4 file, decrypted: what SQL no longer shows may still lie in the free space of a page. */
import { closeSync, fstatSync, openSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { decryptPage, PAGE_BYTES, readFrom } from './pages.ts';

/** For so long other work waits at a time. */
const SLICE_MS = 4;
const PAGES_AT_ONCE = 4;
const WAL_HEADER_BYTES = 32;
const WAL_FRAME_BYTES = 24 + PAGE_BYTES;
/** Bytes of a string that are looked up; what is longer is compared whole where they are met. */
const HEAD_BYTES = 8;

/** Byte strings to look for; those shorter than 8 bytes are left out, because they are met by chance. */
export interface ByteStrings {
  /** How many there are. */
  readonly size: number;
  add(bytes: Uint8Array): void;
  /** How many of the strings a page has, each counted once over all pages. */
  meet(page: Uint8Array): void;
  readonly met: number;
}

/** No string is looked for twice. Memory: 16 bytes for each, as a table without objects, since there may be a million. */
export function createByteStrings(): ByteStrings {
  let slots = new Uint32Array(2 * 1024);
  let marks = new Uint8Array(1024);
  /** Says no for most of what is not looked for, in one read. */
  const sieve = new Uint8Array(SIEVE_SIZE);
  let size = 0;
  let met = 0;
  /** Of strings longer than their head, by the slot's head in hexadecimal. */
  const wholes = new Map<string, { readonly bytes: Uint8Array; met: boolean }[]>();

  const slotOf = (table: Uint32Array, low: number, high: number): number => {
    const mask = table.length / 2 - 1;
    let at = (Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b) >>> 7) & mask;
    while (
      (table[2 * at] !== 0 || table[2 * at + 1] !== 0) &&
      (table[2 * at] !== low || table[2 * at + 1] !== high)
    )
      at = (at + 1) & mask;
    return at;
  };
  const grow = (): void => {
    const [oldSlots, oldMarks] = [slots, marks];
    slots = new Uint32Array(oldSlots.length * 2);
    marks = new Uint8Array(oldMarks.length * 2);
    for (let at = 0; at < oldMarks.length; at++) {
      const [low = 0, high = 0] = [oldSlots[2 * at], oldSlots[2 * at + 1]];
      if (low === 0 && high === 0) continue;
      const to = slotOf(slots, low, high);
      slots.set([low, high], 2 * to);
      marks[to] = oldMarks[at] ?? 0;
    }
  };
  const keyOf = (low: number, high: number): string => `${low} ${high}`;

  return {
    get size() {
      return size;
    },
    get met() {
      return met;
    },
    add(bytes) {
      if (bytes.length < HEAD_BYTES) return;
      const [low, high] = [wordAt(bytes, 0), wordAt(bytes, 4)];
      if (low === 0 && high === 0) return;
      const at = slotOf(slots, low, high);
      const isNew = slots[2 * at] === 0 && slots[2 * at + 1] === 0;
      sieve[sieveOf(low, high)] = 1;
      if (isNew) {
        slots.set([low, high], 2 * at);
        marks[at] = bytes.length > HEAD_BYTES ? IS_LONG : 0;
      }
      if (bytes.length > HEAD_BYTES && marks[at] === IS_LONG) {
        const key = keyOf(low, high);
        wholes.set(key, [...(wholes.get(key) ?? []), { bytes: Uint8Array.from(bytes), met: false }]);
        size += 1;
      } else if (isNew) size += 1;
      if (size * 2 > marks.length) grow();
    },
    meet(page) {
      // The eight bytes from `from` on, moved along: this loop sees every byte of a store.
      let low = wordAt(page, 0);
      let high = wordAt(page, 4);
      for (let from = 0; from + HEAD_BYTES <= page.length; from++) {
        if (from > 0) {
          low = ((low >>> 8) | (high << 24)) >>> 0;
          high = ((high >>> 8) | ((page[from + 7] ?? 0) << 24)) >>> 0;
        }
        if (sieve[sieveOf(low, high)] === 0 || (low === 0 && high === 0)) continue;
        const at = slotOf(slots, low, high);
        if ((slots[2 * at] === 0 && slots[2 * at + 1] === 0) || marks[at] === IS_MET) continue;
        if (marks[at] === 0) {
          marks[at] = IS_MET;
          met += 1;
          continue;
        }
        for (const whole of wholes.get(keyOf(low, high)) ?? []) {
          if (whole.met || !beginsWith(page, from, whole.bytes)) continue;
          whole.met = true;
          met += 1;
        }
      }
    },
  };
}

const SIEVE_SIZE = 2 ** 20;
const sieveOf = (low: number, high: number): number => (low ^ (high >>> 9) ^ (low >>> 11)) & (SIEVE_SIZE - 1);

const IS_LONG = 1;
const IS_MET = 2;

const wordAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)) >>>
  0;

const beginsWith = (page: Uint8Array, from: number, bytes: Uint8Array): boolean =>
  from + bytes.length <= page.length && bytes.every((byte, at) => page[from + at] === byte);

/** How far a search has come, in pages, told after each slice of it; what it throws ends the search. */
export type OnSearched = (done: number, total: number) => void;

/**
 * Meets every page of the file, giving way to other work after every few milliseconds. Returns how many pages there are. The WAL is not read: move it
 * into the file before. `key`: 32 bytes. Errors: those of the file system and of `onSearched`.
 */
export async function searchPages(
  path: string,
  key: Uint8Array,
  strings: ByteStrings,
  onSearched: OnSearched = () => undefined,
): Promise<number> {
  const file = openSync(path, 'r');
  try {
    const pages = Math.floor(fstatSync(file).size / PAGE_BYTES);
    let first = 1;
    while (first <= pages) {
      const until = performance.now() + SLICE_MS;
      do {
        const count = Math.min(PAGES_AT_ONCE, pages - first + 1);
        meetPages(file, { first, count }, key, strings);
        first += count;
      } while (first <= pages && performance.now() < until);
      onSearched(first - 1, pages);
      await setImmediate();
    }
    return pages;
  } finally {
    closeSync(file);
  }
}

/** Meets some pages of the file, by their numbers, at one go. Errors: those of the file system. */
export function searchSomePages(
  path: string,
  key: Uint8Array,
  strings: ByteStrings,
  numbers: Iterable<number>,
): void {
  const file = openSync(path, 'r');
  try {
    const pages = Math.floor(fstatSync(file).size / PAGE_BYTES);
    for (const first of numbers) if (first <= pages) meetPages(file, { first, count: 1 }, key, strings);
  } finally {
    closeSync(file);
  }
}

function meetPages(
  file: number,
  { first, count }: { readonly first: number; readonly count: number },
  key: Uint8Array,
  strings: ByteStrings,
): void {
  const bytes = readFrom(file, (first - 1) * PAGE_BYTES, count * PAGE_BYTES);
  for (let i = 0; i < count; i++)
    strings.meet(decryptPage(bytes.subarray(i * PAGE_BYTES, (i + 1) * PAGE_BYTES), first + i, key));
}

/**
 * Numbers of the pages that a WAL would change in its file (SQLite file format, 4.1: a header of 32 bytes, before each page one of 24 whose first
 * four bytes are the number, big-endian; neither is encrypted). Of a WAL that has been begun anew there may be more than that.
 */
export function pagesInWal(path: string): readonly number[] {
  const file = openIfThere(path);
  if (file === null) return [];
  try {
    const frames = Math.max(0, Math.floor((fstatSync(file).size - WAL_HEADER_BYTES) / WAL_FRAME_BYTES));
    return Array.from({ length: frames }, (_, frame) =>
      readFrom(file, WAL_HEADER_BYTES + frame * WAL_FRAME_BYTES, 4).readUInt32BE(),
    );
  } finally {
    closeSync(file);
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
