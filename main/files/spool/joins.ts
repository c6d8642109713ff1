/**
 * What lies in the spool for desks that join, a folder a desk: at a desk of the estate what the carrier gives the one that joins, and what that one says; at the
 * one that joins the same the other way round. All of it is sealed.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stageFile } from '../durable-files.ts';
import { rm } from '../move-and-remove.ts';
import { NotOursError, readPlainFile } from '../plain-file.ts';
import { SPOOL_FOLDER } from './spool.ts';

/**
 * `offer`: the estate's keys; `word`: those of the desk that joins; `done`: the same, and that its vault stands, laid here before it does, so that no kill comes
 * between; `head`: by which the snapshot is opened.
 */
export type Post = 'offer' | 'word' | 'done' | 'head';

/** What the mailbox takes as one part. */
const MAX_POST_BYTES = 2 ** 20;
const NUMBER = /^\d{1,5}$/;

/** How many bytes a snapshot has, in clear before the rest of its head; none where it is no head. */
export const SIZE_BYTES = 6;
export const sizeInHead = (head: Uint8Array): number =>
  head.length < SIZE_BYTES
    ? 0
    : Buffer.from(head.buffer, head.byteOffset, SIZE_BYTES).readUIntBE(0, SIZE_BYTES);

export interface Joins {
  /** Desks of which something lies there. */
  list(): Promise<readonly number[]>;
  /** Null where there is none, or it is none of ours. */
  read(desk: number, post: Post): Uint8Array | null;
  /** On the disk when it returns. Errors: those of the file system. */
  put(desk: number, post: Post, bytes: Uint8Array): Promise<void>;
  /** Where the snapshot lies or will lie. */
  snapshotOf(desk: number): string;
  end(desk: number): Promise<void>;
}

/** Those of the vault in a folder. */
export function joinsOf(vaultDir: string): Joins {
  const folder = join(vaultDir, SPOOL_FOLDER, 'joins');
  const pathOf = (desk: number, name: string): string => join(folder, String(desk), name);
  return {
    async list() {
      const names = await readdir(folder).catch(() => []);
      return names.filter((name) => NUMBER.test(name)).map(Number);
    },
    read(desk, post) {
      try {
        return readPlainFile(pathOf(desk, post), MAX_POST_BYTES);
      } catch (error) {
        if (error instanceof NotOursError) return null;
        throw error;
      }
    },
    async put(desk, post, bytes) {
      await mkdir(pathOf(desk, ''), { recursive: true, mode: 0o700 });
      await (await stageFile(pathOf(desk, post), bytes)).commit();
    },
    snapshotOf: (desk) => pathOf(desk, 'snapshot.db'),
    end: (desk) => rm(pathOf(desk, ''), { recursive: true, force: true }),
  };
}
