/** Editions of data files: the content of one as it was when somebody began to answer it or decided by it, kept under its hash. */
import { sha256Hex } from '../crypto/sha256.ts';
import type { z } from 'zod';
import { AppError } from '../app-error.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** SHA-256 in hexadecimal of a content. Its schema fixes the order of its parts. */
export const editionOf = (data: object): string => sha256Hex(JSON.stringify(data));

/** Keeps it, once. `file`: its name without an extension. Returns the name of the edition. */
export async function keepEdition(tx: WritableStore, file: string, data: object): Promise<string> {
  const edition = editionOf(data);
  await tx.run(sql`
    INSERT INTO form_edition (edition, form, content) VALUES (${edition}, ${file}, ${JSON.stringify(data)}) ON CONFLICT DO NOTHING`);
  return edition;
}

/**
 * By the schema of its file, whose later parts are optional, so that editions from before them are read. Errors: AppError `store-damaged` {part: 'value'}
 * where it is missing or not what its name says.
 */
export async function readEdition<S extends z.ZodType<object>>(
  store: ReadableStore,
  edition: string,
  schema: S,
): Promise<z.infer<S>> {
  const row = await store.get<{ readonly content: string }>(
    sql`SELECT content FROM form_edition WHERE edition = ${edition}`,
  );
  const parsed = schema.safeParse(parse(row?.content));
  if (!parsed.success || editionOf(parsed.data) !== edition)
    throw new AppError('store-damaged', { part: 'value' });
  return parsed.data as z.infer<S>;
}

function parse(content: string | undefined): unknown {
  try {
    return content === undefined ? undefined : (JSON.parse(content) as unknown);
  } catch {
    return undefined;
  }
}
