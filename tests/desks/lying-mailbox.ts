/** A mailbox that shows each desk an order of its own, as whoever runs the server may have it. It holds for any word of the desks, and refuses nothing. */
import { createHash } from 'node:crypto';
import { type FetchedPart, type Mailbox, MailboxError } from '../../main/carrier/mailbox-client.ts';

/** An op as it was sent. */
export interface SentOp {
  readonly desk: number;
  readonly n: number;
  readonly parts: readonly Buffer[];
}

/** What a desk is shown for an op that was just sent: nothing, that, or others. */
export type Lie = (op: SentOp, to: number) => readonly SentOp[];

export const honest: Lie = (op) => [op];

export class LyingMailbox {
  lie: Lie = honest;
  isCut = false;
  /** What a desk is given for the word of another, which was said last. */
  giveWord: (word: Buffer, of: number, to: number) => Buffer | null = (word) => word;
  readonly #words = new Map<number, Buffer>();
  readonly #shown: Map<number, SentOp[]>;

  constructor(desks: readonly number[]) {
    this.#shown = new Map(desks.map((desk) => [desk, []]));
  }

  shownTo(desk: number): SentOp[] {
    return this.#shown.get(desk)!;
  }

  /** As an older copy of it has them, or a later one again. */
  putBack(shown: ReadonlyMap<number, readonly SentOp[]>): void {
    for (const [desk, ops] of shown) this.#shown.set(desk, [...ops]);
  }

  copy(): ReadonlyMap<number, readonly SentOp[]> {
    return new Map([...this.#shown].map(([desk, ops]) => [desk, [...ops]]));
  }

  #wordFor(to: number, of: number): Buffer | null {
    const word = this.#words.get(of);
    return word === undefined ? null : this.giveWord(word, of, to);
  }

  open(desk: number): Mailbox {
    const staged: Buffer[] = [];
    const shown = (): SentOp[] => {
      if (this.isCut) throw new MailboxError('unreachable', 'cut');
      return this.#shown.get(desk)!;
    };
    const never = (): Promise<never> => Promise.reject(new MailboxError('refused'));
    return {
      pin: '',
      stage: async (_number, part, bytes) => void (staged[part] = bytes),
      append: async ({ n, parts, whole }) => {
        const op = { desk, n, parts: whole === null ? staged.splice(0, parts) : [whole] };
        for (const [to, its] of this.#shown) its.push(...this.lie(op, to));
        return shown().length;
      },
      fetch: async (after, afterPart) =>
        shown()
          .slice(Math.max(0, after - 1), after + 256)
          .flatMap((op, at) => partsOf(op, Math.max(1, after) + at))
          .filter(({ place, part }) => place > after || (place === after && part > afterPart)),
      ack: async (_known, word) => {
        if (word !== null) this.#words.set(desk, word);
        return [...this.#shown].map(([of, its]) => ({
          desk: of,
          state: 'live',
          acked: 0,
          lastN: its.findLast((op) => op.desk === of)?.n ?? 0,
          word: this.#wordFor(desk, of),
          seconds: 0,
          last: shown().length,
        }));
      },
      hold: async () => ({ given: 1, seconds: 120 }),
      seed: never,
      giveSnapshot: never,
      takeSnapshot: never,
      addDesk: never,
      endDesk: never,
      close: async () => undefined,
    };
  }
}

function partsOf({ desk, n, parts }: SentOp, place: number): readonly FetchedPart[] {
  const hash = createHash('sha256').update(Buffer.concat(parts)).digest();
  return parts.map((bytes, part) => ({ place, desk, n, hash, parts: parts.length, part, bytes }));
}
