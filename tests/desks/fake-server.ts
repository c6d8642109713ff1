/** A server that speaks just enough of PostgreSQL's protocol to ask for a password in a way of its own, and keeps what it is told. */
import { createServer, type Socket } from 'node:net';
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
const LET_IN = Buffer.concat([asks(0), message('Z', Buffer.from('I'))]);

const SAYS: Readonly<Record<Asking, readonly Buffer[]>> = {
  clear: [CLEAR],
  md5: [asks(5, 'salt')],
  scram: [asks(SASL, 'SCRAM-SHA-256\0\0')],
  nothing: [LET_IN],
  silence: [],
  'clear after the binding': [asks(SASL, 'SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0'), CLEAR],
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
      if (next !== undefined) secure.write(next);
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
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : 0,
        heard: () => Buffer.concat(heard),
        letters: () => lettersOf(Buffer.concat(heard)),
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            for (const socket of sockets) socket.destroy();
          }),
      });
    });
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
