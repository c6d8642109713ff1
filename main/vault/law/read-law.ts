/** Reads data files of the law: what is claimed of it is data with source, version and grade, and is replaced without a change of code. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { readPlainFile } from '../../files/plain-file.ts';
import { AppError } from '../app-error.ts';
import { fromUtf8 } from '../crypto/bytes.ts';
import { type Articles, type FormData, articlesSchema, formSchema } from './schemas.ts';

/** More than any has: the files lie where only an administrator writes, and still may not take all memory. */
const MAX_FILE_BYTES = 2 * 2 ** 20;
const ARTICLES = 'articles';
const FILE_NAME = /^([a-z0-9][a-z0-9-]{0,59})\.json$/;

/** Where the files lie: beside the bundle, or in the sources. */
export const lawFolder = (url: string = import.meta.url): string =>
  fileURLToPath(new URL(url.endsWith('.ts') ? '../../../assets/law/' : './law/', url));

/**
 * The content of one file, by the schema of whoever asks. `name` has no extension.
 * Errors: `law-unreadable` {file} where it is missing, larger than any may be, no JSON, or not what the schema says.
 */
export function readLawFile<S extends z.ZodType>(
  name: string,
  schema: S,
  folder: string = lawFolder(),
): z.infer<S> {
  const parsed = schema.safeParse(parseFile(name, folder));
  if (!parsed.success) throw unreadable(name, parsed.error);
  return parsed.data as z.infer<S>;
}

function parseFile(name: string, folder: string): unknown {
  try {
    const bytes = readPlainFile(join(folder, `${name}.json`), MAX_FILE_BYTES);
    return bytes === null ? undefined : (JSON.parse(fromUtf8(bytes) ?? '') as unknown);
  } catch (error) {
    throw unreadable(name, error);
  }
}

const unreadable = (name: string, cause: unknown): AppError =>
  new AppError('law-unreadable', { file: `${name}.json` }, { cause });

/** Whether it is that of a data file that is missing or no longer what it has to be. */
export const isUnreadable = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === 'law-unreadable';

/** A form with its name, or why it cannot be read. */
export type ReadForm =
  | { readonly form: string; readonly data: FormData; readonly failure: null }
  | { readonly form: string; readonly data: null; readonly failure: AppError };

/** Every form that lies in the folder, by name; one that cannot be read does not keep the others from being read. Errors: `law-unreadable` {file: law}. */
export function readForms(folder: string = lawFolder()): readonly ReadForm[] {
  return namesIn(folder).flatMap((form): readonly ReadForm[] => {
    try {
      const content = parseFile(form, folder);
      if (!isForm(content)) return [];
      return [{ form, data: readLawFile(form, formSchema, folder), failure: null }];
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return [{ form, data: null, failure: error }];
    }
  });
}

/** One form. Errors: `not-found` where the name is none, `law-unreadable` {file}. */
export function readForm(form: string, folder: string = lawFolder()): FormData {
  if (!FILE_NAME.test(`${form}.json`)) throw new AppError('not-found');
  return readLawFile(form, formSchema, folder);
}

const isForm = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && (content as { kind?: unknown }).kind === 'form';

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .flatMap((file) => FILE_NAME.exec(file)?.[1] ?? [])
      .sort();
  } catch (error) {
    throw unreadable('law', error);
  }
}

/** Articles as the law has them. Errors: `law-unreadable` {file}. */
export const readArticles = (folder: string = lawFolder()): Articles =>
  readLawFile(ARTICLES, articlesSchema, folder);

/** Some articles, and where they come from. */
export type FoundArticles = Pick<Articles, 'source' | 'articles'>;

/** The articles of these ids, in their order; an id that there is not is left out. Errors: as `readArticles`. */
export function articlesOf(ids: readonly string[], folder: string = lawFolder()): FoundArticles {
  const { source, articles } = readArticles(folder);
  return { source, articles: ids.flatMap((id) => articles.find((article) => article.id === id) ?? []) };
}
