/** A server that speaks just enough of PostgreSQL's protocol to ask for a password in a way of its own, and keeps what it is told. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { ServerKey } from '../support/self-signed.ts';

/** How it asks: each is what it sends once it was told who wants in, and, `then`, what after the answer to that. */
export type Asking =
  | 'clear'
  | 'md5'
  | 'scram'
  | 'nothing'
  | 'silence'
  | 'clear after the binding'
  | 'nothing after the binding'
  | 'no TLS'
  | 'TLS 1.2';

export interface FakeServer {
  readonly port: number;
  /** All that came after the handshake. */
  heard(): Buffer;
  /** The letters of its messages, behind the first, which has no letter and says who wants in. */
  letters(): readonly string[];
  stop(): Promise<void>;
}

const message = (letter: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(letter), length, body]);
};
const int4 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const asks = (kind: number, more: string | Buffer = ''): Buffer =>
  message('R', Buffer.concat([int4(kind), Buffer.from(more)]));
const SASL = 10;
const CLEAR = asks(3);
const OFFERS_BINDING = asks(SASL, 'SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0');
/** Its nonce is the client's and more. */
const FIRST_OF_SERVER = (heard: Buffer): Buffer =>
  asks(11, `r=${/,r=([^,]+)$/.exec(heard.toString('latin1'))?.[1] ?? ''}more,s=c2FsdHNhbHRzYWx0,i=4096`);
const LET_IN = Buffer.concat([asks(0), message('Z', Buffer.from('I'))]);

const SAYS: Readonly<Record<Asking, readonly (Buffer | ((heard: Buffer) => Buffer))[]>> = {
  clear: [CLEAR],
  md5: [asks(5, 'salt')],
  scram: [asks(SASL, 'SCRAM-SHA-256\0\0')],
  nothing: [LET_IN],
  silence: [],
  'clear after the binding': [OFFERS_BINDING, CLEAR],
  // Goes on as if it had shown that it knows the password.
  'nothing after the binding': [OFFERS_BINDING, FIRST_OF_SERVER, LET_IN],
  'no TLS': [],
  'TLS 1.2': [LET_IN],
};

export function startFakeServer(asking: Asking, { key, certificate }: ServerKey): Promise<FakeServer> {
  const sockets = new Set<Socket>();
  const heard: Buffer[] = [];
  const secured = (plain: Socket): void => {
    const version = asking === 'TLS 1.2' ? { maxVersion: 'TLSv1.2' as const } : {};
    const secure = new TLSSocket(plain, { isServer: true, key, cert: certificate, ...version });
    const says = [...SAYS[asking]];
    secure.on('error', () => plain.destroy());
    secure.on('data', (bytes: Buffer) => {
      heard.push(bytes);
      const next = says.shift();
      if (next !== undefined) secure.write(typeof next === 'function' ? next(bytes) : next);
    });
  };
  const server = createServer((plain) => {
    sockets.add(plain);
    plain.on('error', () => undefined);
    plain.once('data', () => {
      plain.write(asking === 'no TLS' ? 'N' : 'S', () => {
        if (asking !== 'no TLS') secured(plain);
        else plain.on('data', (bytes: Buffer) => heard.push(bytes));
      });
    });
  });
  return listen(server, sockets, {
    heard: () => Buffer.concat(heard),
    letters: () => lettersOf(Buffer.concat(heard)),
  });
}

function lettersOf(heard: Buffer): readonly string[] {
  const letters: string[] = [];
  let at = heard.length < 4 ? heard.length : heard.readInt32BE(0);
  while (at + 5 <= heard.length) {
    letters.push(heard.toString('latin1', at, at + 1));
    at += 1 + heard.readInt32BE(at + 1);
  }
  return letters;
}

export interface Line {
  readonly port: number;
  /** From now on nothing passes, and neither end is told. */
  freeze(): void;
  stop(): Promise<void>;
}

/** A line to a server that can be cut so that neither end notices. */
export function startLine(to: number): Promise<Line> {
  const ends = new Set<Socket>();
  let isFrozen = false;
  const pass = (from: Socket, other: Socket): void => {
    ends.add(from);
    from.on('data', (bytes) => void (isFrozen || other.write(bytes)));
    from.on('error', () => undefined);
    from.on('close', () => void (isFrozen || other.destroy()));
  };
  const server = createServer((near) => {
    const far = connect({ port: to, host: '127.0.0.1' });
    pass(near, far);
    pass(far, near);
  });
  return listen(server, ends, { freeze: () => void (isFrozen = true) });
}

/** Any free port; `stop` also ends what is open. */
function listen<More extends object>(
  server: Server,
  open: ReadonlySet<Socket>,
  more: More,
): Promise<More & { port: number; stop(): Promise<void> }> {
  const stop = (): Promise<void> =>
    new Promise((stopped) => {
      server.close(() => stopped());
      for (const socket of open) socket.destroy();
    });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({ ...more, stop, port: (server.address() as AddressInfo).port }),
    );
  });
}
