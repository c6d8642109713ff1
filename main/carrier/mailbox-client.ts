/**
 * The one file that speaks with a mailbox. TLS 1.3 to a pinned key before anything is said, then SCRAM-SHA-256-PLUS and no other answer: a server that asks
 * for the password in clear, as MD5 or without the binding to this connection gets none. Each function of `mailbox.sql` is one method here.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { type CarrierTrouble, MAILBOX_REFUSALS as REFUSALS } from '../../contract/carrier.ts';
import { Client, type ClientConfig, Connection, types } from 'pg';

type Trouble = Exclude<CarrierTrouble, (typeof REFUSALS)[number] | 'disk'>;

/** A refusal of the mailbox, or why there is no connection to it. */
export class MailboxError extends Error {
  /** With 'held' and 'fence-over' the number of the desk that holds the vault. */
  readonly about: string;
  readonly word: (typeof REFUSALS)[number] | Trouble;

  /** Whether the mailbox has answered so to one call, and the connection stands. */
  get isOfCall(): boolean {
    return this.word === 'busy' || (REFUSALS as readonly string[]).includes(this.word);
  }

  constructor(word: MailboxError['word'], about = '') {
    super(`mailbox: ${word}${about === '' ? '' : ` (${about})`}`);
    this.word = word;
    this.about = about;
  }
}

/** Why a call failed; `disk`: at this end. */
export const troubleOf = (error: unknown): CarrierTrouble =>
  error instanceof MailboxError ? error.word : 'disk';

export interface MailboxAddress {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly login: string;
  readonly password: string;
  /** SHA-256 of the SubjectPublicKeyInfo of each key that the server may have, in hexadecimal: this one and the next. Null of a visit: that the server knows what the password leads to, and is at this end of the connection, the binding proves. */
  readonly pins: readonly string[] | null;
}

/** An op as the mailbox keeps it: of which desk, which of its ops, in how many parts, and the SHA-256 of all of them. */
interface Envelope {
  readonly n: number;
  readonly hash: Buffer;
  readonly parts: number;
  /** Where it has one part, that; else the parts were staged before. */
  readonly whole: Buffer | null;
}

export interface FetchedPart {
  readonly place: number;
  readonly desk: number;
  readonly n: number;
  readonly hash: Buffer;
  readonly parts: number;
  readonly part: number;
  readonly bytes: Buffer;
}

export interface DeskWord {
  readonly desk: number;
  readonly state: 'joining' | 'live';
  /** Up to which place it has everything. */
  readonly acked: number;
  /** Of its own last op. */
  readonly lastN: number;
  readonly word: Buffer | null;
  /** How long ago it said so, by the server's clock. */
  readonly seconds: number | null;
  /** The last place of the mailbox. */
  readonly last: number;
}

export interface Known {
  readonly place: number;
  /** The running hash after it. */
  readonly hash: Buffer;
}

/** One call is made after another; each rejects with a MailboxError. */
export interface Mailbox {
  /** SHA-256 of the server's key, in hexadecimal: the one that the password was bound to. */
  readonly pin: string;
  stage(number: number, part: number, bytes: Buffer): Promise<void>;
  /** The place. */
  append(op: Envelope, known: Known, fence: number | null): Promise<number>;
  seed(place: number, before: Buffer, author: number, op: Envelope): Promise<void>;
  fetch(after: number, afterPart: number, mostBytes: number): Promise<readonly FetchedPart[]>;
  ack(known: Known, word: Buffer | null): Promise<readonly DeskWord[]>;
  hold(act: 'take' | 'renew' | 'release', fence: number | null): Promise<{ given: number; seconds: number }>;
  giveSnapshot(joins: number, part: number, bytes: Buffer): Promise<void>;
  takeSnapshot(giver: number, part: number): Promise<Buffer | null>;
  /** By the keeper: its login. `n`: of its last op in a mailbox before this one. */
  addDesk(desk: number, verifier: string, joins: boolean, n: number): Promise<string>;
  /** By the keeper; also where it was begun before. */
  endDesk(desk: number): Promise<void>;
  close(): Promise<void>;
}

/** Of a connection that says nothing, half-open ones too. */
const TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 10_000;
const SSL_REQUEST = Buffer.from('0000000804d2162f', 'hex');
const BINDING = 'SCRAM-SHA-256-PLUS';

/** Opens one connection. `timeoutMs` is for each step until it stands, and for each call. */
export async function openMailbox(address: MailboxAddress, timeoutMs = TIMEOUT_MS): Promise<Mailbox> {
  const { socket, pin } = await openSecure(address, timeoutMs);
  const client = new Client({
    database: address.database,
    user: address.login,
    password: address.password,
    // By then the connection is secure: what pg would do is not strict enough.
    ssl: false,
    enableChannelBinding: true,
    types: WITH_NUMBERS,
    connection: new BoundConnection(socket),
  } as ClientConfig);
  client.on('error', () => socket.destroy());
  let last: Promise<unknown> = Promise.resolve();
  const query: Ask = (text, values = []) => {
    const ask = async () => (await client.query(text, [...values])).rows;
    const answer = last.then(() => within(socket, timeoutMs, ask));
    last = answer.catch(() => undefined);
    return answer;
  };
  await within(socket, timeoutMs, async () => void (await client.connect()));
  // The server has shown that it knows the password as well; pg would do without.
  if ((client as unknown as { readonly saslSession?: unknown }).saslSession !== null) {
    socket.destroy();
    throw new MailboxError('no-binding');
  }
  return callsOf(pin, query, async () => {
    await client.end().catch(() => undefined);
    socket.destroy();
  });
}

/** Places and numbers are below 2^53; pg would give texts. */
const WITH_NUMBERS: NonNullable<ClientConfig['types']> = {
  getTypeParser: (oid, format) => (oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)),
};

type Ask = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

function callsOf(pin: string, query: Ask, close: () => Promise<void>): Mailbox {
  const one = async <T>(call: string, values: readonly unknown[]): Promise<T> =>
    (await query<{ readonly it: T }>(`SELECT mailbox.${call} AS it`, values))[0]?.it as T;
  const ofOp = ({ n, parts, hash }: Envelope): readonly unknown[] => [n, parts, hash];
  return {
    pin,
    stage: (...values) => one('stage($1, $2, $3)', values),
    append: (op, known, fence) =>
      one('append($1, $2, $3, $4, $5, $6, $7)', [...ofOp(op), known.place, known.hash, fence, op.whole]),
    seed: (place, before, author, op) =>
      one('seed($1, $2, $3, $4, $5, $6, $7)', [place, before, author, ...ofOp(op), op.whole]),
    fetch: (...values) => query('SELECT * FROM mailbox.fetch($1, $2, $3)', values),
    ack: ({ place, hash }, word) =>
      query('SELECT *, last_n AS "lastN" FROM mailbox.ack($1, $2, $3)', [place, hash, word]),
    async hold(act, fence) {
      const [held] = await query<{ given: number; seconds: number }>('SELECT * FROM mailbox.hold($1, $2)', [
        act,
        fence,
      ]);
      return held ?? { given: 0, seconds: 0 };
    },
    giveSnapshot: (...values) => one('give_snapshot($1, $2, $3)', values),
    takeSnapshot: (...values) => one('take_snapshot($1, $2)', values),
    addDesk: (...values) => one('add_desk($1, $2, $3, $4)', values),
    async endDesk(desk) {
      while (!(await one<boolean>('end_desk($1)', [desk]))) void 0;
    },
    close,
  };
}

/** Takes what pg says by itself of a server that asks for the password in another way than by the binding. */
class BoundConnection extends Connection {
  constructor(socket: TLSSocket) {
    // pg connects what it is given, which is connected.
    Object.assign(socket, { connect: () => process.nextTick(() => socket.emit('connect')) });
    super({ stream: () => socket });
  }

  /** By which pg would send it in clear or as MD5, also after a binding was agreed on. */
  password(): void {
    this.refuse();
  }

  sendSASLInitialResponseMessage(mechanism: string, response: string): void {
    if (mechanism !== BINDING) this.refuse();
    else SASL_OF_PG.sendSASLInitialResponseMessage.call(this, mechanism, response);
  }

  private refuse(): void {
    this.emit('error', new MailboxError('no-binding'));
    this.stream.destroy();
  }
}
const SASL_OF_PG = Connection.prototype as unknown as Pick<BoundConnection, 'sendSASLInitialResponseMessage'>;

/** A connection under TLS 1.3 to a pinned key, over which nothing was said. */
async function openSecure(
  { host, port, pins }: MailboxAddress,
  timeoutMs: number,
): Promise<{ readonly socket: TLSSocket; readonly pin: string }> {
  const plain = connectTcp({
    host,
    port,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_MS,
  });
  await within(plain, timeoutMs, () => askForTls(plain));
  const secure = connectTls({
    socket: plain,
    minVersion: 'TLSv1.3',
    maxVersion: 'TLSv1.3',
    // Nobody vouches for the server's key: it is the pinned one or it is refused.
    rejectUnauthorized: false,
  });
  await within(secure, timeoutMs, () => once(secure, 'secureConnect', 'no-tls'));
  // Read once, for whoever asks: some versions of Node give it a second time without its bytes, which pg binds the password to.
  const certificate = secure.getPeerCertificate();
  const pin = pinOf(certificate.raw);
  if (pins === null || pins.includes(pin))
    return { socket: Object.assign(secure, { getPeerCertificate: () => certificate }), pin };
  secure.destroy();
  throw new MailboxError('other-key');
}

function pinOf(certificate: Buffer): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('hex');
}

async function askForTls(plain: Socket): Promise<void> {
  await once(plain, 'connect', 'unreachable');
  plain.write(SSL_REQUEST);
  const answer = await once(plain, 'data', 'no-tls');
  // One letter: what came with it in clear would be taken for something that came later.
  if (!Buffer.from('S').equals(answer)) throw new MailboxError('no-tls');
}

/** The first value of an event, which a socket that closes before never gives. */
function once(socket: Socket, event: string, trouble: Trouble): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void =>
      reject(error instanceof MailboxError ? error : new MailboxError(trouble));
    socket.once('error', fail).once('close', fail);
    socket.once(event, (value: Buffer) => {
      socket.off('error', fail).off('close', fail);
      resolve(value);
    });
  });
}

/** Does one step. What takes longer, or fails before a call was answered, ends the connection: a half-open one never says so. */
async function within<T>(socket: Socket, timeoutMs: number, step: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => socket.destroy(new MailboxError('unreachable', 'timeout')), timeoutMs);
  try {
    return await step();
  } catch (error) {
    const told = inWords(error);
    if (!told.isOfCall) socket.destroy();
    throw told;
  } finally {
    clearTimeout(timer);
  }
}

const BY_STATE: Readonly<Record<string, MailboxError['word']>> = {
  '28P01': 'wrong-login',
  '28000': 'wrong-login',
  '42501': 'refused',
  '53300': 'busy',
  '55P03': 'busy',
};

function inWords(error: unknown): MailboxError {
  if (error instanceof MailboxError) return error;
  const {
    code = '',
    detail = '',
    message = '',
  } = error as { code?: string; detail?: string; message?: string };
  const refusal = /^RV(\d{3})$/.exec(code)?.[1];
  if (refusal !== undefined) return new MailboxError(REFUSALS[Number(refusal) - 1] ?? 'refused', detail);
  // Of pg itself, at a server that offers no binding, or none of ours.
  if (message.startsWith('SASL')) return new MailboxError('no-binding');
  return new MailboxError(BY_STATE[code] ?? 'unreachable', message);
}
