/**
 * Published versions and their signatures, from entries of the log that are signed with the key of whoever did it; the store has the texts alone, and one that
 * does not match the hash of its entry counts for nothing.
 */
import type { StaffId } from '../../../contract/ids.ts';
import type { ProcedureKind } from '../../../contract/procedures/lists.ts';
import type { LogRow } from '../log/audit-log.ts';
import { allChains } from '../log/chains.ts';
import { type KnowsStaff, decisionRows, decisionsIn } from '../log/decisions.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { type ProcedureText, decodeText, hashText } from './procedure-text.ts';

/** That a version was published. */
export interface Publication {
  readonly procedureId: number;
  readonly kind: ProcedureKind;
  readonly versionId: number;
  /** From 1, of each document. */
  readonly number: number;
  readonly sha256: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: StaffId;
  /** Why sections of its template are left out; empty where nobody has said so. */
  readonly why: string;
}

/** That somebody has signed a version. */
export interface Signature {
  readonly versionId: number;
  readonly sha256: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: StaffId;
}

/** A document in force, whole. */
export interface PublishedProcedure extends Publication, ProcedureText {}

/** Entries of the log about documents, oldest first. */
export interface ProcedureLog {
  readonly publications: readonly Publication[];
  readonly signatures: readonly Signature[];
}

/** Actions of documents, as their index names them. */
const PROCEDURE_ACTIONS = ['procedure-publish', 'procedure-sign'] as const;
const PROCEDURE_ENTRIES = decisionRows(allChains, PROCEDURE_ACTIONS, 'ORDER BY seq');

/**
 * All publications and the signatures: of everybody, of one person, or of nobody, since each takes a tenth of a millisecond or more to check the first
 * time. Errors: those of `decisionsIn`.
 */
export async function readProcedureLog(
  staff: KnowsStaff,
  store: ReadableStore,
  signers: 'everybody' | 'nobody' | StaffId = 'everybody',
): Promise<ProcedureLog> {
  const rows = (await store.all<LogRow>(PROCEDURE_ENTRIES)).filter(
    ({ action, staffId }) => action !== 'procedure-sign' || signers === 'everybody' || signers === staffId,
  );
  const publications: Publication[] = [];
  const signatures: Signature[] = [];
  for (const { action, row, detail } of decisionsIn(staff, rows, PROCEDURE_ACTIONS)) {
    if (row.outcome !== 'done') continue;
    const { procedure: procedureId, kind, version: versionId, number, sha256 } = detail;
    const said = { versionId, sha256, at: row.time, by: row.staffId };
    if (action === 'procedure-publish')
      publications.push({ procedureId, kind, number, ...said, why: row.reason ?? '' });
    else signatures.push(said);
  }
  return { publications, signatures };
}

/** The newest publication of each document, in the order in which the documents were first published. */
export const inForceOf = (publications: readonly Publication[]): readonly Publication[] => [
  ...new Map(publications.map((one) => [one.procedureId, one])).values(),
];

/** The text of a publication; null where the store does not have what was published. */
export async function readPublishedText(
  store: ReadableStore,
  { versionId, sha256 }: Pick<Publication, 'versionId' | 'sha256'>,
): Promise<ProcedureText | null> {
  const row = await store.get<{ readonly text: string }>(
    sql`SELECT text FROM procedure_version WHERE id = ${versionId}`,
  );
  return row === undefined || hashText(row.text) !== sha256 ? null : decodeText(row.text);
}

/** Every document in force with its text, for whatever asks about it; one whose text was altered is left out. */
export async function readPublished(
  session: Pick<Session, 'roster' | 'store'>,
  store: ReadableStore = session.store,
): Promise<readonly PublishedProcedure[]> {
  const { publications } = await readProcedureLog(session, store, 'nobody');
  return withTexts(store, publications);
}

/** Those in force with their texts, of publications that were read. */
export async function withTexts(
  store: ReadableStore,
  publications: readonly Publication[],
): Promise<readonly PublishedProcedure[]> {
  const found: PublishedProcedure[] = [];
  for (const publication of inForceOf(publications)) {
    const text = await readPublishedText(store, publication);
    if (text !== null) found.push({ ...publication, ...text });
  }
  return found;
}
