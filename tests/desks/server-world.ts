/** A mailbox on a real server, with its keepers and desks, for the checks of `npm run desks -- server`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  type Known,
  type Mailbox,
  type MailboxAddress,
  MailboxError,
  openMailbox,
} from '../../main/carrier/mailbox-client.ts';
import { scramVerifier } from '../../main/files/spool/scram-verifier.ts';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { DATABASE, type Postgres, startPostgres } from '../support/postgres.ts';

export const MAILBOX_SQL = readFileSync(join(projectDir, 'main', 'carrier', 'mailbox.sql'), 'utf8');

export const sha256 = (...bytes: readonly Buffer[]): Buffer =>
  createHash('sha256').update(Buffer.concat(bytes)).digest();

const int8 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
};
/** H(p) of docs/many-desks.md. */
export const runOn = (before: Buffer, place: number, desk: number, n: number, hash: Buffer): Buffer =>
  sha256(before, int8(place), int8(desk), int8(n), hash);

export const opOf = (n: number, text: string) => {
  const whole = Buffer.from(text);
  return { n, hash: sha256(whole), parts: 1, whole };
};

export interface Desk {
  readonly desk: number;
  readonly login: string;
  readonly box: Mailbox;
  readonly address: MailboxAddress;
  /** One more connection of the same login. */
  another(): Promise<Mailbox>;
  /** Any statement, as its login. */
  sql(): Promise<Client>;
}

export interface Estate {
  readonly vault: string;
  /** Place 0 and its hash. */
  readonly start: Known;
  readonly keeper: Desk;
  addDesk(desk: number, joins?: boolean): Promise<Desk>;
}

export interface World {
  readonly postgres: Postgres;
  /** As the owner of the whole server. */
  admin(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** `first`: the hash with which its order begins; `vault`: its id. */
  addEstate(first?: Buffer, vault?: string): Promise<Estate>;
  /** The server ends as by a power cut and comes up again. Errors: after 30 s. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

export const newPassword = (): string => randomBytes(32).toString('base64url');

export async function startWorld(sql = MAILBOX_SQL): Promise<World> {
  const postgres = await startPostgres(sql);
  const opened: (() => Promise<void>)[] = [];
  const address = (login: string, password: string) => ({
    host: '127.0.0.1',
    port: postgres.port,
    database: DATABASE,
    login,
    password,
    pins: [postgres.key.pin],
  });
  const deskOf = async (desk: number, login: string, password: string): Promise<Desk> => {
    const another = async (): Promise<Mailbox> => {
      const box = await openMailbox(address(login, password));
      opened.push(() => box.close());
      return box;
    };
    const sql = async (): Promise<Client> => {
      const client = new Client({
        ...address(login, password),
        user: login,
        ssl: { rejectUnauthorized: false },
      });
      client.on('error', () => undefined);
      await client.connect();
      opened.push(() => client.end());
      return client;
    };
    return { desk, login, address: address(login, password), box: await another(), another, sql };
  };
  let admin = await postgres.as('superuser');
  const installer = await postgres.as('installer');
  opened.push(
    () => admin.end(),
    () => installer.end(),
  );
  return {
    postgres,
    admin: async (text, values = []) => (await admin.query(text, [...values])).rows,
    async addEstate(first = sha256(randomBytes(16)), vault = randomBytes(16).toString('hex')) {
      const password = newPassword();
      const start = { place: 0, hash: first };
      const made = await installer.query<{ login: string }>('SELECT mailbox.add_vault($1, $2, $3) AS login', [
        vault,
        scramVerifier(password),
        start.hash,
      ]);
      const keeper = await deskOf(-1, made.rows[0]?.login ?? '', password);
      const addDesk = async (desk: number, joins = false): Promise<Desk> => {
        const own = newPassword();
        return deskOf(desk, await keeper.box.addDesk(desk, scramVerifier(own), joins, 0), own);
      };
      return { vault, start, keeper, addDesk };
    },
    async crash() {
      await postgres.crash();
      for (let look = 0; ; look += 1)
        try {
          admin = await postgres.as('superuser');
          return;
        } catch (error) {
          if (look > 300) throw error;
          await sleep(100);
        }
    },
    async stop() {
      await Promise.allSettled(opened.map((close) => close()));
      await postgres.stop();
    },
  };
}

/** What one check tried, and what of it came out wrong. */
export class Findings {
  tried = 0;
  readonly wrong: string[] = [];
  /** Figures. */
  readonly said: string[] = [];

  is(what: string, found: unknown, expected: unknown): void {
    this.tried += 1;
    const [one, other] = [found, expected].map((value) => JSON.stringify(value) ?? 'undefined');
    if (one !== other) this.wrong.push(`${what}: ${one?.slice(0, 200)} instead of ${other?.slice(0, 200)}`);
  }

  /** By the mailbox: a call that answers with this word. */
  async word(what: string, call: Promise<unknown>, word: MailboxError['word']): Promise<void> {
    const told = await call.then(
      () => 'done',
      (error: unknown) => (error instanceof MailboxError ? error.word : String(error)),
    );
    this.is(what, told, word);
  }

  /** By PostgreSQL: a statement that it refuses. */
  async refused(client: Client, text: string): Promise<void> {
    this.tried += 1;
    const done = await client.query(text).then(
      () => true,
      (error: { code?: string }) => !REFUSED.has(error.code ?? ''),
    );
    if (done) this.wrong.push(`not refused: ${text}`);
  }
}

/** No privilege; a role that may not be become; a function that this version does not have. */
const REFUSED = new Set(['42501', '0LP01', '28000', '42883']);
