/** The log: what an entry takes beyond its signature, a page of it and who saw a resident among many entries, and the check of them all, beside what no check does without. */
import { hash, randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonId } from '../../contract/ids.ts';
import { generateSignPair, sign, verifyInThread } from '../../main/vault/crypto/ed25519.ts';
import { type LogRow, type NewLogEntry, selectRows } from '../../main/vault/log/audit-log.ts';
import { allChains } from '../../main/vault/log/chains.ts';
import { findEntries } from '../../main/vault/oversight/find-entries.ts';
import type { Session } from '../../main/vault/session/session.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { Store } from '../../main/vault/store/store.ts';
import { readActs, readSummary } from '../../main/vault/access-history/find-acts.ts';
import { scopeOf } from '../../main/vault/access-history/scope.ts';
import { ENGINES } from '../support/engines.ts';
import { type LogDesk, SIGNER, SIGNERS, entry, makeLogDesk } from '../support/log-desk.ts';
import { type Figure, type KeepFigures, figure } from './report.ts';
import { median, percentile } from './statistics.ts';

interface LogRuns {
  /** Entries that the pages are read among. */
  readonly entries: number;
  /** Of each of what is timed. */
  readonly rounds: number;
}

/** Of the acts of the simulated honest desk so many take a PIN (tests/support/desk-days/). */
const SIGNED_SHARE = 0.2;
const AT_ONCE = 1_000;
const RESIDENTS = 12_000;
/** Milliseconds that a page may take. */
const PAGE_MOST = 200;
const GOAL_A_SECOND = 200_000;

/** `keep` is given the figures as they come. */
export async function measureLog(runs: LogRuns, keep: KeepFigures): Promise<void> {
  for (const engine of ENGINES) {
    const folder = mkdtempSync(join(tmpdir(), 'rv-bench-log-'));
    try {
      const desk = await makeLogDesk(engine, folder);
      keep(await measureEntries(desk, engine.name, runs.rounds * 20));
      await fill(desk, runs.entries, SIGNED_SHARE);
      keep(await measurePages(desk, engine.name, runs));
      keep(
        await measureCheck(desk, engine.name, {
          entries: runs.entries,
          share: SIGNED_SHARE,
          which: `a fifth of ${runs.entries} signed`,
        }),
      );
      await desk.store.checkpoint();
      const megabytes = statSync(desk.path).size / 1e6;
      keep([
        figure(`log: the store of ${runs.entries} entries and nothing else, ${engine.name}`, megabytes, 'MB'),
      ]);
      await desk.store.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    keep(await measureUnsigned(engine, runs.entries));
  }
}

/** The chain alone, without any signature. */
async function measureUnsigned(
  engine: (typeof ENGINES)[number],
  entries: number,
): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rv-bench-log-'));
  try {
    const desk = await makeLogDesk(engine, folder);
    await fill(desk, entries, 0);
    const figures = await measureCheck(desk, engine.name, {
      entries,
      share: 0,
      which: `none of ${entries} signed`,
    });
    await desk.store.close();
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const deed = (personId: PersonId): NewLogEntry =>
  entry({
    action: 'verify',
    outcome: 'match',
    personId,
    field: 'phone',
    detail: { kind: 'phone' },
    signedBy: [SIGNER],
  });
const opened = (personId: PersonId): NewLogEntry => entry({ action: 'open', personId });
const searched = (): NewLogEntry =>
  entry({ action: 'search', detail: { of: 'found', kinds: [{ kind: 'name', count: 12, more: false }] } });

async function fill(desk: LogDesk, entries: number, share: number): Promise<void> {
  const from = await count(desk.store);
  for (let at = from; at < entries; at += AT_ONCE) {
    desk.clock.advance(60_000);
    await desk.log.record(desk.store, async () => ({
      value: undefined,
      entries: Array.from({ length: Math.min(AT_ONCE, entries - at) }, (_, index) => {
        const personId = (((at + index) % RESIDENTS) + 1) as PersonId;
        if ((at + index) % 100 < share * 100) return deed(personId);
        return index % 2 === 0 ? opened(personId) : searched();
      }),
    }));
  }
}

const count = async (store: Store): Promise<number> =>
  (await store.get<{ readonly n: number }>(sql`SELECT count(*) AS n FROM log_entry`))?.n ?? 0;

async function timeEach(times: number, work: (at: number) => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let at = 0; at < times; at++) {
    const began = performance.now();
    await work(at);
    taken.push(performance.now() - began);
  }
  return taken;
}

/** One after another, each committed and anchored in memory, by turns with one row of the same engine and nothing else. */
async function measureEntries(desk: LogDesk, engine: string, times: number): Promise<readonly Figure[]> {
  const alone = await timeEach(times, (at) =>
    desk.log.recordDisclosure(desk.store, undefined, opened((at + 1) as PersonId)),
  );
  const floor = await timeEach(times, (at) =>
    desk.store.runAlone(sql`INSERT INTO meta (key, value) VALUES (${`bench ${at}`}, ${new Uint8Array(300)})`),
  );
  return [
    figure(
      `log: an entry beyond its signature, p95, ${engine}`,
      percentile(alone, 0.95),
      'ms',
      { most: 2 },
      { floor: percentile(floor, 0.95) },
    ),
    figure(`log: an entry beyond its signature, p50, ${engine}`, percentile(alone, 0.5), 'ms'),
  ];
}

async function measurePages(
  desk: LogDesk,
  engine: string,
  { entries, rounds }: LogRuns,
): Promise<readonly Figure[]> {
  const { store } = desk;
  const session = { store, roster: { members: new Map(), removed: new Map() } } as unknown as Session;
  const page = (filter: object) =>
    timeEach(rounds, () => findEntries(store, { before: null, limit: 100, filter }));
  const newest = await page({});
  const filtered = await page({ outcome: 'no-match' });
  const saw = await timeEach(rounds, async (at) => {
    const scope = await scopeOf(store, { about: { by: 'person', personId: (at + 1) as PersonId } });
    await readActs(session, scope, null, 101);
    await readSummary(session, scope);
  });
  const among = `among ${entries} entries, ${engine}`;
  const most = { most: PAGE_MOST };
  return [
    figure(`log: its newest page ${among}`, median(newest), 'ms', most),
    figure(`log: a page narrowed to what is not there ${among}`, median(filtered), 'ms', most),
    figure(`log: who saw a resident ${among}`, median(saw), 'ms', most),
  ];
}

async function measureCheck(
  desk: LogDesk,
  engine: string,
  { entries, share, which }: { readonly entries: number; readonly share: number; readonly which: string },
): Promise<readonly Figure[]> {
  const checks = await timeEach(CHECKS, async () => {
    const check = await desk.log.verify(desk.store, SIGNERS);
    if (!check.ok) throw new Error(`the log of the bench does not hold: ${check.problem}`);
  });
  const floor = await secondsOf(() => checkBare(desk, entries, share));
  const rows = await secondsOf(() => readRows(desk));
  return [
    figure(
      `log: its check, ${which}, ${engine}`,
      median(checks) / 1_000,
      's',
      { most: entries / GOAL_A_SECOND, words: `200,000 entries a second: ≤ ${entries / GOAL_A_SECOND} s` },
      { floor },
    ),
    figure(`log: its rows one by one and nothing else, ${which}, ${engine}`, rows, 's'),
  ];
}

/** One alone says as much about the machine as about the check: its times are a third apart within minutes. */
const CHECKS = 3;

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

/** Bytes that an entry's hash is over, about. */
const HASHED_BYTES = 280;
const SIGNATURES_AT_ONCE = 200;

/** What no check does without: each row read within SQLite, one SHA-256 an entry, and each signature on all processors. */
async function checkBare({ store }: LogDesk, entries: number, share: number): Promise<void> {
  await store.get(sql`SELECT max(hash), max(detail) FROM log_entry`);
  const bytes = randomBytes(HASHED_BYTES);
  for (let at = 0; at < entries; at++) hash('sha256', bytes, 'binary');
  const { publicKey, privateKey } = generateSignPair();
  const signature = sign(privateKey, bytes);
  for (let left = entries * share; left > 0; left -= SIGNATURES_AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(left, SIGNATURES_AT_ONCE) }, () =>
        verifyInThread(publicKey, bytes, signature),
      ),
    );
}

async function readRows({ store }: LogDesk): Promise<void> {
  for (let last = 0; ;) {
    const rows = await store.all<LogRow>(selectRows(allChains, 'WHERE seq > ? ORDER BY seq LIMIT 500', last));
    if (rows.length === 0) return;
    last = rows.at(-1)?.seq ?? last;
  }
}
