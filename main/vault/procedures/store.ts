/** Rows of documents, read as somebody else's: what is none of ours is left out or says so. */
import { z } from 'zod';
import type { StaffId } from '../../../contract/ids.ts';
import {
  type ProcedureKind,
  TEXT_FACTS,
  type TextFact,
  VAULT_FACTS,
  type VaultFact,
} from '../../../contract/procedures/lists.ts';
import { procedureKindSchema } from '../../../contract/procedures/views.ts';
import { AppError } from '../app-error.ts';
import { readCompany } from '../company-facts/read-company.ts';
import { textWords } from './filling.ts';
import { processedWords, readGrounds, readInventoryLaw } from '../inventory/api.ts';
import { incidentRules, levelWords } from '../incidents/api.ts';
import { isUnreadable } from '../law/read-law.ts';
import { readRulesInForce } from '../retention-rules/rules.ts';
import { keptInDocuments } from '../retention-rules/words.ts';
import { type ProcedureText, decodeText, encodeText } from './procedure-text.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { asSeen, orNotFound, requireRow } from '../store/rows.ts';

/** Values that a document was filled with, by name. */
export type Filled = Readonly<Partial<Record<TextFact | VaultFact, string>>>;

/** Dependencies of what documents are filled with. */
type TextReading = Pick<Session, 'lawFolder' | 'roster' | 'usualIdNumbers' | 'policy'>;

/** A document as it is kept: of its published versions the log knows. */
export interface ProcedureRow {
  readonly procedureId: number;
  readonly kind: ProcedureKind;
  readonly draft: ProcedureText | null;
  readonly filled: Filled;
  readonly changedAt: number;
  readonly changedBy: StaffId;
  /** Grows with each change of the draft. */
  readonly version: number;
}

interface StoredRow extends Omit<ProcedureRow, 'kind' | 'draft' | 'filled'> {
  readonly kind: string;
  readonly draft: string | null;
  readonly filled: string;
}

const SELECT = `SELECT id AS procedureId, kind, draft, filled, changed_at AS changedAt, changed_by AS changedBy, version FROM procedure`;

/** All documents, in the order of their making. Errors: `store-damaged` {part: 'value', table} for a row that says nothing that there is. */
export const readProcedures = async (store: ReadableStore): Promise<readonly ProcedureRow[]> =>
  (await store.all<StoredRow>({ text: `${SELECT} ORDER BY id`, values: [] })).map(rowOf);

/** Errors: `not-found`, as `readProcedures`. */
export async function requireProcedure(store: ReadableStore, procedureId: number): Promise<ProcedureRow> {
  const row = await requireRow<StoredRow>(store, { text: `${SELECT} WHERE id = ?`, values: [procedureId] });
  return rowOf(row);
}

/** The document with its draft. Errors: `not-found`, `changed-meanwhile` where it is no longer what the request has seen. */
export async function requireDraft(
  store: ReadableStore,
  { procedureId, version }: { readonly procedureId: number; readonly version: number },
): Promise<ProcedureRow & { readonly draft: ProcedureText }> {
  const row = await requireProcedure(store, procedureId);
  const draft = orNotFound(row.draft);
  return { ...asSeen(row, version), draft };
}

function rowOf({ kind, draft, filled, ...row }: StoredRow): ProcedureRow {
  const known = procedureKindSchema.safeParse(kind);
  const text = draft === null ? null : decodeText(draft);
  if (!known.success || (draft !== null && text === null))
    throw new AppError('store-damaged', { part: 'value', table: 'procedure' });
  return { ...row, kind: known.data, draft: text, filled: decodeFilled(filled) };
}

/** Puts a draft in the place of what was there. */
export const writeDraft = (
  tx: WritableStore,
  procedureId: number,
  draft: ProcedureText | null,
  by: { readonly filled: Filled; readonly changedAt: number; readonly changedBy: StaffId },
): Promise<unknown> =>
  tx.run(sql`
    UPDATE procedure SET draft = ${draft === null ? null : encodeText(draft)}, filled = ${JSON.stringify(by.filled)},
      changed_at = ${by.changedAt}, changed_by = ${by.changedBy}, version = version + 1 WHERE id = ${procedureId}`);

/** UTF-16 code units of the longest value that a document is filled with. */
const MAX_FILLED = 20_000;

const filledSchema = z.partialRecord(z.enum([...TEXT_FACTS, ...VAULT_FACTS]), z.string().max(MAX_FILLED));

/** Nothing, where the row has something else: it only tells what has changed since. */
export function decodeFilled(stored: string): Filled {
  try {
    const found = filledSchema.safeParse(JSON.parse(stored));
    return found.success ? (found.data as Filled) : {};
  } catch {
    return {};
  }
}

/** What documents say of the company by its rules and its inventory: retention periods and what is processed are nothing that somebody has typed. */
export async function readTextFacts(
  session: TextReading,
  store: ReadableStore,
): Promise<Readonly<Partial<Record<TextFact, string>>>> {
  const rules = await readRulesInForce({ roster: session.roster }, store, session.lawFolder);
  const { facts } = await readCompany(store);
  return textWords({
    ...facts,
    keptFor: rules === null ? '' : keptInDocuments(rules),
    ...(await readProcessed(session, store)),
    incidentLevels: readLevels(session),
  });
}

/** Nothing where their data cannot be read. */
function readLevels(session: TextReading): string {
  try {
    return levelWords(incidentRules(session).file);
  } catch (error) {
    if (isUnreadable(error)) return '';
    throw error;
  }
}

/** Nothing where the data of the inventory cannot be read: a document waits for it, and every other goes on. */
async function readProcessed(
  session: TextReading,
  store: ReadableStore,
): Promise<Record<'processed' | 'separate', string>> {
  try {
    const law = readInventoryLaw(session.lawFolder);
    const { processed, separate } = processedWords(await readGrounds(session, store, law), law);
    return { processed: processed.join('\n'), separate: separate.join('\n') };
  } catch (error) {
    if (isUnreadable(error)) return { processed: '', separate: '' };
    throw error;
  }
}
