/** The text of a document as it is stored and hashed: its title, its blocks, and the template it came from. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MAX_DOCUMENT, MAX_TITLE } from '../../../contract/procedures/lists.ts';
import { blocksSchema, originSchema } from '../../../contract/procedures/views.ts';

const textSchema = z.strictObject({
  title: z.string().min(1).max(MAX_TITLE),
  blocks: blocksSchema,
  origin: originSchema.nullable(),
});
/** A whole document, of which its hash is made. */
export type ProcedureText = z.infer<typeof textSchema>;

/** Longest stored text in UTF-16 code units: title and template beside the blocks. */
const MAX_STORED = MAX_DOCUMENT + 10_000;

/** The stored form: JSON with its members in the order of the schema, so that one text has one form. Errors: ZodError for no document. */
export const encodeText = (text: ProcedureText): string => JSON.stringify(textSchema.parse(text));

/** Null for anything that `encodeText` has not written: the row may be somebody else's. */
export function decodeText(stored: string): ProcedureText | null {
  if (stored.length > MAX_STORED) return null;
  try {
    const found = textSchema.safeParse(JSON.parse(stored));
    return found.success && JSON.stringify(found.data) === stored ? found.data : null;
  } catch {
    return null;
  }
}

/** SHA-256 of a stored form, in lower-case hexadecimal. */
export const hashText = (stored: string): string => createHash('sha256').update(stored).digest('hex');
