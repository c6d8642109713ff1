/** When backups were made and tried last: read from the log, which has an entry for each. */
import type { LogOutcome } from '../../../contract/views.ts';
import { sql } from '../store/sql.ts';
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

export interface Recorded {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly outcome: LogOutcome;
  readonly detail: string;
}

export const LAST_BACKUP: Sql = sql`SELECT time AS at, outcome, detail FROM log_entry WHERE action = 'backup' AND outcome = 'done' ORDER BY seq DESC LIMIT 1`;
const LAST_TRY: Sql = sql`SELECT time AS at, outcome, detail FROM log_entry WHERE action = 'backup' ORDER BY seq DESC LIMIT 1`;
const LAST_TEST: Sql = sql`SELECT time AS at, outcome, detail FROM log_entry WHERE action = 'backup-test' ORDER BY seq DESC LIMIT 1`;

export interface BackupRecord {
  /** The last that was made. */
  readonly made: Recorded | null;
  /** The last that was tried, made or not. */
  readonly tried: Recorded | null;
  readonly tested: Recorded | null;
  /** When there began to be something to keep. */
  readonly since: number;
}

export async function readRecord(store: ReadableStore): Promise<BackupRecord> {
  const read = (query: Sql): Promise<Recorded | undefined> => store.get<Recorded>(query);
  const [made, tried, tested, first] = await Promise.all([
    read(LAST_BACKUP),
    read(LAST_TRY),
    read(LAST_TEST),
    store.get<{ readonly at: number }>(sql`SELECT time AS at FROM log_entry ORDER BY seq LIMIT 1`),
  ]);
  return { made: made ?? null, tried: tried ?? null, tested: tested ?? null, since: first?.at ?? 0 };
}

/** The words of an entry, which begin with the name of the backup. */
export const detailOf = (name: string, facts: Readonly<Record<string, string | number>>): string =>
  [name, ...Object.entries(facts).map(([what, value]) => `${what} ${value}`)].join(', ');

/** The name with which an entry's words begin, or null. */
export const nameIn = (detail: string | null): string | null =>
  /^RV-\d{8}-\d{6}/.exec(detail ?? '')?.[0] ?? null;
