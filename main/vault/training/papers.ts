/** Papers of quizzes: each as it was answered, under the hash that its signed entry has. One that is not what its entry says is not shown. */
import { sha256Hex } from '../crypto/sha256.ts';
import type { LawSource } from '../../../contract/forms/schemas.ts';
import { type QuizPaper, paperSchema } from '../../../contract/training/routes.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { readTraining } from './read-training.ts';

/** Returns its SHA-256 in hexadecimal. */
export async function keepPaper(tx: WritableStore, paper: QuizPaper): Promise<string> {
  const content = JSON.stringify(paperSchema.parse(paper));
  const sha256 = sha256Hex(content);
  await tx.run(
    sql`INSERT INTO quiz_paper (sha256, content) VALUES (${sha256}, ${content}) ON CONFLICT DO NOTHING`,
  );
  return sha256;
}

/** Errors: `not-found` where nobody has handed it in, or a receptionist asks for somebody else's; `store-tampered` {part: 'rows'} where it is not what was handed in. */
export async function readPaper(session: Session, paper: string): Promise<QuizPaper> {
  const { role, staffId } = session.signedIn;
  const trainingOf = await readTraining(session, session.store);
  const { members, removed } = session.roster;
  const whose = role === 'receptionist' ? [staffId] : [...members.keys(), ...removed.keys()];
  if (!whose.some((member) => trainingOf(member).done.some((one) => one.paper === paper)))
    throw new AppError('not-found');
  return paperIn(session.store, paper);
}

/** Each source of the product's own questions that these papers ask by, once. A paper that is not what was handed in has none. */
export async function sourcesOf(
  store: ReadableStore,
  papers: readonly string[],
): Promise<readonly LawSource[]> {
  const found = new Map<string, LawSource>();
  for (const sha256 of new Set(papers)) {
    const { source } = await paperIn(store, sha256).catch(() => ({ source: null }));
    if (source !== null) found.set(JSON.stringify(source), source);
  }
  return [...found.values()];
}

async function paperIn(store: ReadableStore, sha256: string): Promise<QuizPaper> {
  const row = await store.get<{ readonly content: string }>(
    sql`SELECT content FROM quiz_paper WHERE sha256 = ${sha256}`,
  );
  const parsed =
    row === undefined || sha256Hex(row.content) !== sha256
      ? null
      : paperSchema.safeParse(JSON.parse(row.content));
  if (parsed?.success !== true) throw new AppError('store-tampered', { part: 'rows' });
  return parsed.data;
}
