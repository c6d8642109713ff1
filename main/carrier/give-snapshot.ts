/** Carries between a desk of the estate and one that joins, by the mailbox: posts and the snapshot, which are sealed to whom they are for. */
import type { CarrierTrouble } from '../../contract/carrier.ts';
import { createFile } from '../files/durable-files.ts';
import { rm } from '../files/move-and-remove.ts';
import { openPlainFile } from '../files/plain-file.ts';
import { sha256 } from '../files/spool/envelope.ts';
import { type Joins, type Post, sizeInHead } from '../files/spool/joins.ts';
import { type Known, type Mailbox, troubleOf } from './mailbox-client.ts';

const PART_BYTES = 2 ** 20;
/** The parts of what is given: posts, and behind them the snapshot. */
const OFFER = 0;
const HEAD = 1;
const SNAPSHOT = 2;
const NOWHERE: Known = { place: 0, hash: Buffer.alloc(32) };

const idOf = (bytes: Uint8Array): string => Buffer.from(sha256(bytes)).toString('hex');

/** One round of a desk of the estate; errors: MailboxError, those of the file system. It hears what those that join say and gives them what lies there for them. */
export function createGiver(joins: Joins): (box: Mailbox, known: Known) => Promise<void> {
  const given = new Set<string>();
  async function once(id: string, give: () => Promise<void>): Promise<void> {
    if (given.has(id)) return;
    await give();
    given.add(id);
  }
  return async (box, known) => {
    const desks = await joins.list();
    if (desks.length === 0) return;
    const words = await box.ack(known, null);
    for (const desk of desks) {
      const there = words.find((word) => word.desk === desk && word.state === 'joining');
      if (there === undefined) continue;
      if (there.word !== null) await putNew(joins, desk, 'word', there.word);
      for (const [post, part] of [
        ['offer', OFFER],
        ['head', HEAD],
      ] as const) {
        const bytes = joins.read(desk, post);
        if (bytes === null) continue;
        await once(`${desk} ${idOf(bytes)}`, async () => {
          // The head last: whoever reads it finds all of the snapshot.
          if (post === 'head') await giveFile(box, desk, joins.snapshotOf(desk));
          await box.giveSnapshot(desk, part, Buffer.from(bytes));
        });
      }
    }
  };
}

async function giveFile(box: Mailbox, desk: number, path: string): Promise<void> {
  const file = await openPlainFile(path);
  if (file === null) return;
  try {
    const piece = Buffer.alloc(PART_BYTES);
    for (let part = 0; ; part += 1) {
      const { bytesRead } = await file.read(piece, 0, PART_BYTES, part * PART_BYTES);
      if (bytesRead === 0) return;
      await box.giveSnapshot(desk, SNAPSHOT + part, piece.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** One round of the desk that joins, whose number this is; errors as of the other. It says its word and takes what is given to it. */
function createTaker(joins: Joins, desk: number): (box: Mailbox) => Promise<void> {
  let said = '';
  return async (box) => {
    const word = joins.read(desk, 'word');
    const isNew = word !== null && idOf(word) !== said;
    const desks = await box.ack(NOWHERE, isNew ? Buffer.from(word) : null);
    if (isNew) said = idOf(word);
    for (const { desk: giver } of desks.filter(({ state }) => state === 'live')) {
      const offer = await box.takeSnapshot(giver, OFFER);
      if (offer === null) continue;
      await putNew(joins, desk, 'offer', offer);
      const head = await box.takeSnapshot(giver, HEAD);
      if (head === null || isThere(joins, desk, 'head', head)) continue;
      const path = joins.snapshotOf(desk);
      await rm(path, { force: true });
      await createFile(path, partsOf(box, giver, snapshotParts(head)));
      await joins.put(desk, 'head', head);
    }
  };
}

/** Of a snapshot before there may be more parts than it has. */
const snapshotParts = (head: Buffer): number => Math.ceil(sizeInHead(head) / PART_BYTES);

/** The end of the desk that joins: one round after another, with the slip's password and, once the estate has let it in, its own. */
export interface Joiner {
  /** One round. Why it did not come to its end; null where it did. Never rejects. */
  look(): Promise<CarrierTrouble | null>;
  stop(): Promise<void>;
}

export function createJoiner({
  joins,
  desk,
  passwords,
  open,
}: {
  readonly joins: Joins;
  readonly desk: number;
  readonly passwords: readonly [first: string, own: string];
  /** A new connection. Errors: MailboxError. */
  readonly open: (password: string) => Promise<Mailbox>;
}): Joiner {
  let box: Mailbox | null = null;
  const take = createTaker(joins, desk);
  const openEither = (): Promise<Mailbox> =>
    open(passwords[0]).catch((error: unknown) => {
      if (troubleOf(error) !== 'wrong-login') throw error;
      return open(passwords[1]);
    });
  const stop = async (): Promise<void> => {
    const open = box;
    box = null;
    await open?.close().catch(() => undefined);
  };
  return {
    async look() {
      try {
        box ??= await openEither();
        await take(box);
        return null;
      } catch (error) {
        await stop();
        return troubleOf(error);
      }
    },
    stop,
  };
}

async function* partsOf(box: Mailbox, giver: number, parts: number): AsyncGenerator<Uint8Array> {
  for (let part = 0; part < parts; part += 1) {
    const bytes = await box.takeSnapshot(giver, SNAPSHOT + part);
    if (bytes === null) return;
    yield bytes;
  }
}

const isThere = (joins: Joins, desk: number, post: Post, bytes: Uint8Array): boolean => {
  const there = joins.read(desk, post);
  return there !== null && idOf(there) === idOf(bytes);
};

const putNew = async (joins: Joins, desk: number, post: Post, bytes: Uint8Array): Promise<void> => {
  if (!isThere(joins, desk, post, bytes)) await joins.put(desk, post, bytes);
};
