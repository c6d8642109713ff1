/** When backups were made and tried last: read from the log, which has an entry for each. */
import type { LogOutcome } from '../../../contract/log/outcomes.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import { ownChain } from '../log/chains.ts';
import { readDecisions, readLastDecision } from '../log/decisions.ts';
import { AppError } from '../app-error.ts';
import { readDetail } from '../log/detail.ts';
import type { Session } from '../session/session.ts';
import { type Sql, sql } from '../store/sql.ts';

export interface Recorded {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly outcome: LogOutcome;
  /** Of the backup; null where the entry names none, as one that failed before it had a name. */
  readonly name: string | null;
}

interface Row {
  readonly at: number;
  readonly action: 'backup';
  readonly field: string | null;
  readonly outcome: LogOutcome;
  readonly detail: string | null;
}

const LAST_BACKUP: Sql = ownChain(
  sql`SELECT time AS at, action, field, outcome, detail FROM $log WHERE action = 'backup' AND outcome = 'done' ORDER BY seq DESC LIMIT 1`,
);
const LAST_TRY: Sql = ownChain(
  sql`SELECT time AS at, action, field, outcome, detail FROM $log WHERE action = 'backup' ORDER BY seq DESC LIMIT 1`,
);

export interface BackupRecord {
  /** The last that was made. */
  readonly made: Recorded | null;
  /** The last that was tried, made or not. */
  readonly tried: Recorded | null;
  readonly tested: Recorded | null;
  /** When there began to be something to keep. */
  readonly since: number;
}

/** An entry whose detail cannot be read is an entry without a name. Errors: those of store and of `readLastDecision`. */
export async function readRecord({
  roster,
  store,
}: Pick<Session, 'roster' | 'store'>): Promise<BackupRecord> {
  const read = async (query: Sql): Promise<Recorded | null> => {
    const row = await store.get<Row>(query);
    return row === undefined ? null : { at: row.at, outcome: row.outcome, name: nameIn(row) };
  };
  const [made, tried, tested, first] = await Promise.all([
    read(LAST_BACKUP),
    read(LAST_TRY),
    readLastDecision({ roster }, store, ownChain, 'backup-test'),
    store.get<{ readonly at: number }>(ownChain(sql`SELECT time AS at FROM $log ORDER BY seq LIMIT 1`)),
  ]);
  return {
    made,
    tried,
    tested: tested && { at: tested.row.time, outcome: tested.row.outcome, name: tested.detail.name },
    since: first?.at ?? 0,
  };
}

function nameIn(row: Row): string | null {
  const detail = readDetail(row);
  return detail !== UNREADABLE && 'name' in detail ? detail.name : null;
}

const MADE: Sql = ownChain(
  sql`SELECT time AS at, action, field, outcome, detail FROM $log WHERE action = 'backup' AND outcome = 'done' ORDER BY seq DESC`,
);

/**
 * The key that the sheet opens is the one of every good test of a backup of this name, which an admin has signed, and the one that it was made with, by the entry that the clock may have
 * made and nobody signs; nothing is known of one that another log made. Errors: AppError `backup-damaged` {part: 'key'}; those of store and of `readDecisions`.
 */
export async function expectKeyAsKnown(
  { roster, store }: Pick<Session, 'roster' | 'store'>,
  { name, sheetKey }: { readonly name: string; readonly sheetKey: string },
): Promise<void> {
  const [made, tested] = await Promise.all([
    store.all<Row>(MADE),
    readDecisions({ roster }, store, ownChain, 'backup-test'),
  ]);
  const known = [...made.map(readDetail), ...tested.map(({ detail }) => detail)].flatMap((detail) =>
    detail !== UNREADABLE && 'sheetKey' in detail && detail.name === name ? [detail.sheetKey] : [],
  );
  if (known.some((one) => one !== sheetKey)) throw new AppError('backup-damaged', { part: 'key' });
}
