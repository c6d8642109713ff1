/**
 * Carries sealed ops between the spool of a vault and its mailbox: fetches first, then sends what waits, and says what it has. It has no key of the vault. What
 * a desk that it knows has not signed takes its place of the order and is dropped.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CarrierState,
  type CarrierTrouble,
  type Errand,
  NOTHING_KNOWN,
} from '../../contract/carrier.ts';
import { type Place, nextPlace, readEnvelope, readHead, sha256 } from '../files/spool/envelope.ts';
import { parseWord } from '../files/spool/desk-words.ts';
import { MAX_ENVELOPE_BYTES, type Placed, type Spool } from '../files/spool/spool.ts';
import type { Joins } from '../files/spool/joins.ts';
import { scramVerifier } from '../files/spool/scram-verifier.ts';
import { createGiver } from './give-snapshot.ts';
import { type DeskWord, type FetchedPart, type Mailbox, MailboxError, troubleOf } from './mailbox-client.ts';

interface CarrierOptions {
  readonly spool: Spool;
  readonly vaultId: string;
  readonly desk: number;
  /** Ed25519, 32 bytes, by the desk's number. */
  readonly publicKeys: ReadonlyMap<number, Uint8Array>;
  /** A new connection; as the mailbox's keeper, with this password, where there is one. Errors: MailboxError. */
  readonly open: (keeper?: string) => Promise<Mailbox>;
  /** What is given to desks that join; nothing where it is left out. */
  readonly joins?: Joins;
  readonly onState: (state: CarrierState) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Most bytes that may lie in the spool for the vault to take in. */
  readonly mostBytes?: number;
}

export interface Carrier {
  /** How long it rests between two looks, in milliseconds, from now on. */
  rest(ms: number): void;
  /** Looks at once. */
  wake(): void;
  /** Has all other desks wait for so many milliseconds from now on, 0 for no longer, and looks at once. */
  hold(ms: number): void;
  /** Does as the mailbox's keeper, now; how it went, the state tells. */
  send(errand: Errand): void;
  /** One look; for whoever does not `run` it. Never rejects. */
  look(): Promise<CarrierState>;
  /** Looks again and again, until it is stopped. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

const NOTHING_SAID = { place: -1, at: -Infinity };
const FETCH_BYTES = 4 * 2 ** 20;
const PART_BYTES = 2 ** 20;
/** Behind every part of what is here already. */
const MAX_PARTS = 256;
const MOST_BYTES = 512 * 2 ** 20;
const USUAL_REST_MS = 2_000;
/** Between two words to the mailbox where nothing is new: others see by them that this desk is there. */
const WORD_MS = 60_000;
/** From one renewal of a hold to the next: the mailbox gives it for 120 s. */
const RENEW_MS = 30_000;

export function createCarrier(options: CarrierOptions): Carrier {
  const { now = Date.now } = options;
  let restMs = USUAL_REST_MS;
  let box: Mailbox | null = null;
  let state = NOTHING_KNOWN;
  let resting = new AbortController();
  const ended = new AbortController();
  let carriage: Carriage | null = null;
  const hold = createHold(now);

  const tell = (next: Partial<CarrierState>): void => {
    state = { ...state, ...next };
    options.onState(state);
  };

  let last: Promise<unknown> = Promise.resolve();
  /** One after another: each goes on from where the one before has come. */
  const look = (): Promise<CarrierState> => {
    const state = last.then(lookOnce);
    last = state;
    return state;
  };

  async function lookOnce(): Promise<CarrierState> {
    try {
      box ??= await options.open();
      carriage ??= await startCarriage(options, now, hold);
      tell({
        ...(await carriage.round(box)),
        trouble: null,
        heldBy: null,
        since: state.trouble === null ? state.since : now(),
      });
    } catch (error) {
      const said = troubleOf(error);
      // Not even from where the vault is does the mailbox lead on: the computer was put back, or another one goes on as this desk.
      const isStill = state.trouble === 'behind' || state.trouble === 'copied';
      const told = said === 'behind' && isStill ? 'copied' : said;
      const isOfCall = error instanceof MailboxError && error.isOfCall;
      // Where the mailbox is past what is known, another carrier of this desk has gone on: the spool tells how far.
      if (!isOfCall || said === 'behind') carriage = null;
      if (!isOfCall) {
        await box?.close().catch(() => undefined);
        box = null;
      }
      tell({
        trouble: told,
        heldBy: told === 'held' ? heldBy(error) : null,
        holds: false,
        since: state.trouble === told ? state.since : now(),
      });
    }
    return state;
  }

  return {
    rest(ms) {
      restMs = ms;
      resting.abort();
    },
    wake: () => resting.abort(),
    hold(ms) {
      hold.want(ms);
      resting.abort();
    },
    send: (errand) =>
      void doErrand(options, errand).then((trouble) => tell({ errand: { id: errand.id, trouble } })),
    look,
    async run() {
      while (!ended.signal.aborted) {
        // Before it looks: who is woken meanwhile looks again.
        resting = new AbortController();
        await look();
        await sleep(restMs, undefined, { signal: resting.signal }).catch(() => undefined);
      }
    },
    async stop() {
      ended.abort();
      resting.abort();
      await box?.close().catch(() => undefined);
    },
  };
}

/** Why it was not done; null where it was. Never rejects. */
async function doErrand(
  { open }: Pick<CarrierOptions, 'open'>,
  { password, desk, joins, by }: Errand,
): Promise<CarrierTrouble | null> {
  try {
    const keeper = await open(password);
    try {
      if (by === 'end') await keeper.endDesk(desk);
      else await keeper.addDesk(desk, 'verifier' in by ? by.verifier : scramVerifier(by.password), joins, 0);
    } finally {
      await keeper.close().catch(() => undefined);
    }
    return null;
  } catch (error) {
    return troubleOf(error);
  }
}

/** The hold of the mailbox, over several connections: whoever was cut off lets it go as it comes again. */
interface Hold {
  /** For so many milliseconds from now on; 0 for no longer. */
  want(ms: number): void;
  fence(): number | null;
  /** It is over. */
  lose(): void;
  /** Takes it, renews it or lets it go, as it is wanted. Errors: MailboxError. */
  keep(box: Mailbox): Promise<void>;
}

function createHold(now: () => number): Hold {
  let until = 0;
  let held: { readonly fence: number; readonly at: number } | null = null;
  return {
    want(ms) {
      until = ms === 0 ? 0 : now() + ms;
    },
    fence: () => held?.fence ?? null,
    lose() {
      held = null;
    },
    async keep(box) {
      const isWanted = now() < until;
      if (held === null && isWanted) held = { fence: (await box.hold('take', null)).given, at: now() };
      else if (held !== null && (!isWanted || now() - held.at >= RENEW_MS)) {
        const { fence } = held;
        await box.hold(isWanted ? 'renew' : 'release', fence).catch((error: unknown) => {
          if (!isOver(error)) throw error;
          held = null;
        });
        // One that was over is taken anew at the next look.
        held = held !== null && isWanted ? { fence, at: now() } : null;
      }
    },
  };
}

/** What one connection's time has found out. */
interface Carriage {
  /** Fetches, sends, says. Errors: MailboxError, those of the file system. */
  round(box: Mailbox): Promise<Partial<CarrierState>>;
}

async function startCarriage(
  { spool, vaultId, desk, publicKeys, joins, mostBytes = MOST_BYTES }: CarrierOptions,
  now: () => number,
  hold: Hold,
): Promise<Carriage> {
  const publicKeyOf = (of: number): Uint8Array | null => publicKeys.get(of) ?? null;
  let { known, bytes } = await readKnown(spool);
  let sent = 0;
  const doubts = createDoubts(spool, desk);
  let said = NOTHING_SAID;
  let lowest = 0;
  const give = joins === undefined ? null : createGiver(joins);

  /** Of a desk whose vault stands: says so until the mailbox takes its ops. */
  async function arrive(box: Mailbox): Promise<void> {
    const word = joins?.read(desk, 'done') ?? joins?.read(desk, 'word') ?? null;
    if (word === null) return;
    const desks = await box.ack(bufferOf(known), Buffer.from(word));
    if (desks.some((one) => one.desk === desk && one.state === 'joining'))
      throw new MailboxError('out-of-turn', 'joining');
    await joins?.end(desk);
  }

  /** What the mailbox has behind what is known. Returns whether the spool has room for all. */
  async function fetch(box: Mailbox): Promise<boolean> {
    let parts: FetchedPart[] = [];
    for (;;) {
      if (bytes >= mostBytes) return false;
      const got = await (parts.length === 0
        ? box.fetch(known.place, MAX_PARTS, FETCH_BYTES)
        : box.fetch(known.place + 1, parts.length - 1, FETCH_BYTES));
      if (got.length === 0) return true;
      for (const part of got) {
        parts.push(part);
        if (!isPartOf(parts, known.place + 1)) throw new MailboxError('unreachable', 'order');
        if (parts.length < part.parts) continue;
        const placed = place(parts);
        await spool.putPlaced(placed);
        known = { place: placed.place, hash: placed.running };
        bytes += placed.envelope?.length ?? 0;
        parts = [];
      }
    }
  }

  function place(parts: readonly FetchedPart[]): Placed {
    const [{ desk: of, n, hash }] = parts as readonly [FetchedPart];
    const envelope = Buffer.concat(parts.map((part) => part.bytes));
    const after = nextPlace(known, { desk: of, n, hash });
    const isWhole = Buffer.compare(sha256(envelope), hash) === 0;
    // A desk that has joined since the vault was last open is not known yet: the vault has to tell.
    const head = publicKeys.has(of) ? readEnvelope(vaultId, envelope, publicKeyOf) : readHead(envelope);
    const isSigned = isWhole && head !== null && head.desk === of && head.n === n;
    return {
      place: after.place,
      desk: of,
      n,
      hash,
      running: after.hash,
      envelope: isSigned ? envelope : null,
    };
  }

  async function send(box: Mailbox): Promise<void> {
    for (const n of await spool.list('out')) {
      if (n <= sent) continue;
      const envelope = spool.readOut(n);
      const head = envelope === null ? null : readEnvelope(vaultId, envelope, publicKeyOf);
      // Not of the vault: it lays another in its place, or none.
      if (envelope === null || head?.desk !== desk || head.n !== n) return;
      const parts = Math.ceil(envelope.length / PART_BYTES);
      if (parts > 1)
        for (let part = 0; part < parts; part += 1)
          await box.stage(
            n,
            part,
            Buffer.from(envelope.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)),
          );
      const whole = parts === 1 ? Buffer.from(envelope) : null;
      const fence = hold.fence();
      const at = await box
        .append({ n, parts, hash: Buffer.from(sha256(envelope)), whole }, bufferOf(known), fence)
        .catch((error: unknown) => {
          if (isOver(error)) hold.lose();
          throw error;
        });
      sent = n;
      if (at <= known.place) doubts.keep(n, at);
    }
  }

  /** Says up to where all is here, and drops what every desk has and the vault has taken in. */
  async function say(box: Mailbox, hasSent: boolean): Promise<Partial<CarrierState>> {
    if (!hasSent && said.place === known.place && now() - said.at < WORD_MS) return {};
    // Until it has answered, each look asks again.
    said = NOTHING_SAID;
    const own = spool.words.read(desk)?.word ?? null;
    const words = await box.ack(bufferOf(known), own === null ? null : Buffer.from(own));
    // An older copy of it, which takes what is sent and has not what is here.
    if ((words[0]?.last ?? known.place) < known.place) throw new MailboxError('mailbox-older');
    said = { place: known.place, at: now() };
    hear(words);
    lowest = Math.min(...words.filter((word) => word.state === 'live').map(({ acked }) => acked));
    return {
      last: words[0]?.last ?? known.place,
      desks: words.map((word) => ({ desk: word.desk, acked: word.acked, seconds: word.seconds })),
    };
  }

  /** Keeps what others say that is newer than what they have said before, whatever the mailbox gives again. */
  function hear(words: readonly DeskWord[]): void {
    for (const { desk: of, state, word } of words) {
      const said = word === null || of === desk || state !== 'live' ? null : parseWord(word);
      if (word === null || said === null) continue;
      const kept = spool.words.read(of);
      const before = kept === null ? null : parseWord(kept.word);
      if (said.at > (before?.at ?? 0)) spool.words.put(of, { heardAt: now(), word });
    }
  }

  async function drop(): Promise<void> {
    const upTo = Math.min(lowest, spool.readTaken()?.place ?? 0);
    for (const at of await spool.list('in')) {
      if (at > upTo) return;
      bytes -= spool.readPlaced(at)?.envelope?.length ?? 0;
      await spool.remove('in', at);
    }
  }

  return {
    async round(box) {
      await arrive(box);
      // One call is made after another. Whoever has to wait has what is there all the same.
(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'c:round']);      const asked = hold.keep(box);
      asked.catch(() => undefined);
      const hasRoom = await fetch(box);
      await asked;
(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'c:fetched+hold']);      await doubts.expectNone();
      const before = sent;
      await send(box);(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'c:sent']);
      const hasRoomStill = hasRoom && (await fetch(box));
(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'c:fetched again']);      const words = await say(box, sent > before);
(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'c:said']);      await drop();
(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'c:dropped']);      await give?.(box, bufferOf(known));
      return { ...words, got: known.place, sent, holds: hold.fence() !== null, isFull: !hasRoomStill };
    },
  };
}

/**
 * Ops that were given a place which was known before: where they lie there, they had been sent before. An older copy of the mailbox gives such a place to what
 * is new, which would never come back from it.
 */
function createDoubts(spool: Spool, desk: number) {
  const places = new Map<number, number>();
  return {
    keep: (n: number, at: number): void => void places.set(n, at),
    /** Asked a look later, by when the vault has put away what it has taken in. Errors: `mailbox-older`. */
    async expectNone(): Promise<void> {
      const waiting = places.size === 0 ? [] : await spool.list('out');
      for (const [n, at] of places) {
        const placed = spool.readPlaced(at);
        if (waiting.includes(n) && (placed?.desk !== desk || placed.n !== n))
          throw new MailboxError('mailbox-older');
        places.delete(n);
      }
    },
  };
}

/** Whether these are the first parts of what has the place. */
const isPartOf = (parts: readonly FetchedPart[], place: number): boolean => {
  const [first] = parts;
  const size = parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return (
    size <= MAX_ENVELOPE_BYTES &&
    parts.every(
      (one, at) =>
        one.place === place &&
        one.part === at &&
        one.n === first?.n &&
        one.desk === first.desk &&
        one.parts === first.parts,
    )
  );
};

const isOver = (error: unknown): boolean => error instanceof MailboxError && error.word === 'fence-over';

const bufferOf = ({ place, hash }: Place) => ({ place, hash: Buffer.from(hash) });

/** The last place up to which all is here. */
async function readKnown(spool: Spool): Promise<{ readonly known: Place; readonly bytes: number }> {
  await spool.make();
  let known = spool.readTaken();
  // The vault lays it down with the first op, or as it joins.
  if (known === null) throw new MailboxError('refused', 'spool');
  let bytes = 0;
  for (const place of await spool.list('in')) {
    const placed = spool.readPlaced(place);
    bytes += placed?.envelope?.length ?? 0;
    if (placed !== null && place === known.place + 1) known = { place, hash: placed.running };
  }
  return { known, bytes };
}

const heldBy = (error: unknown): number | null =>
  error instanceof MailboxError && /^\d+$/.test(error.about) ? Number(error.about) : null;
