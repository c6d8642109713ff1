/** Search measured inside Electron's own utility process, where the vault lives: encrypted as it stands, and without a cipher. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import type { ReadableStore } from '../../../main/vault/store/store.ts';
import { timeOneQuery, timeSearches } from '../time-searches.ts';

export interface SearchJob {
  readonly encrypted: string;
  readonly keyHex: string;
  readonly plain: string;
  readonly texts: readonly string[];
  readonly names: readonly string[];
  readonly answer: string;
}

export interface SearchAnswer {
  readonly engine: string;
  readonly inside: readonly number[];
  readonly all: readonly number[];
  readonly oneQuery: readonly number[];
}

type Done<T> = (error: Error | null, result: T) => void;
interface NativeStatement {
  all(values: readonly unknown[], done: Done<unknown[]>): void;
  reset(done: () => void): void;
}
interface NativeDatabase {
  prepare(text: string): NativeStatement;
  serialize(): void;
}
interface NativeModule {
  readonly OPEN_READWRITE: number;
  readonly Database: new (path: string, mode: number, done: (error: Error | null) => void) => NativeDatabase;
}

/** The same module without a key is plain SQLite. */
async function openPlain(path: string): Promise<ReadableStore> {
  const native = createRequire(__filename)('@journeyapps/sqlcipher') as NativeModule;
  const db = await new Promise<NativeDatabase>((resolve, reject) => {
    const opened = new native.Database(path, native.OPEN_READWRITE, (error) =>
      error === null ? resolve(opened) : reject(error),
    );
  });
  db.serialize();
  const statements = new Map<string, NativeStatement>();
  const all = (text: string, values: readonly unknown[]): Promise<unknown[]> => {
    const statement = statements.get(text) ?? db.prepare(text);
    statements.set(text, statement);
    return new Promise((resolve, reject) =>
      statement.all(values, (error, rows) =>
        error === null ? statement.reset(() => resolve(rows)) : reject(error),
      ),
    );
  };
  return {
    all: (query) => all(query.text, query.values) as Promise<never[]>,
    get: async (query) => (await all(query.text, query.values))[0] as never,
  };
}

async function run(job: SearchJob): Promise<SearchAnswer> {
  const engine = chooseEngine('auto');
  const store = await openStore({
    path: job.encrypted,
    key: new Uint8Array(Buffer.from(job.keyHex, 'hex')),
    create: false,
    engine,
  });
  const plain = await openPlain(job.plain);
  const times = { inside: [] as number[], all: [] as number[], oneQuery: [] as number[] };
  for (let round = 0; round < 3; round++) {
    times.inside.push(...(await timeSearches(store, job.texts)));
    times.all.push(...(await timeSearches(plain, job.texts)));
    times.oneQuery.push(...(await timeOneQuery(plain, job.names)));
  }
  await store.close();
  return { engine: engine.name, ...times };
}

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as SearchJob;
void run(job).then(
  (answer) => {
    writeFileSync(job.answer, JSON.stringify(answer));
    process.exit(0);
  },
  (error: unknown) => {
    writeFileSync(job.answer, JSON.stringify({ error: String(error) }));
    process.exit(1);
  },
);
