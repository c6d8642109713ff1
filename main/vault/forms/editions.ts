/** Editions of a form: its content as it was when somebody began to answer it, kept under its hash. */
import { createHash } from 'node:crypto';
import { AppError } from '../app-error.ts';
import type { FormData } from '../law/schemas.ts';
import { formSchema } from '../law/schemas.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** SHA-256 in hexadecimal of a form's content. The schema fixes the order of its parts. */
export const editionOf = (data: FormData): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('hex');

/** Keeps it, once. Returns its name. */
export async function keepEdition(tx: WritableStore, form: string, data: FormData): Promise<string> {
  const edition = editionOf(data);
  await tx.run(sql`
    INSERT INTO form_edition (edition, form, content) VALUES (${edition}, ${form}, ${JSON.stringify(data)}) ON CONFLICT DO NOTHING`);
  return edition;
}

/** Errors: AppError `store-damaged` {part: 'value'} where it is missing or not what its name says. */
export async function readEdition(store: ReadableStore, edition: string): Promise<FormData> {
  const row = await store.get<{ readonly content: string }>(
    sql`SELECT content FROM form_edition WHERE edition = ${edition}`,
  );
  const parsed = formSchema.safeParse(parse(row?.content));
  if (!parsed.success || editionOf(parsed.data) !== edition)
    throw new AppError('store-damaged', { part: 'value' });
  return parsed.data;
}

function parse(content: string | undefined): unknown {
  try {
    return content === undefined ? undefined : (JSON.parse(content) as unknown);
  } catch {
    return undefined;
  }
}
