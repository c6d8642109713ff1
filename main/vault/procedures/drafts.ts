/** Drafts: made from templates or from what is in force, edited, filled, given up. Each change is an entry, and no entry has a word of a text. */
import {
  MAX_PROCEDURES,
  type ProcedureKind,
  TEXT_FACTS,
  VAULT_FACTS,
} from '../../../contract/procedures/lists.ts';
import type { ProcedureDocument, ProcedureRegister } from '../../../contract/procedures/views.ts';
import type { LogDetail } from '../../../contract/log/entries.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { ProcedureText } from './procedure-text.ts';
import { inForceOf, readProcedureLog, readPublishedText } from './read-published.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { idleInWords, vaultWords } from './filling.ts';
import { fillGaps, gapsOf } from './gaps.ts';
import { readRegister } from './register.ts';
import {
  type Filled,
  type ProcedureRow,
  decodeFilled,
  readProcedures,
  readTextFacts,
  requireDraft,
  requireProcedure,
  writeDraft,
} from './store.ts';
import { type Filling, type Template, fillTemplate, readTemplate } from './templates.ts';
import { done } from '../log/done.ts';
import { countOf, orNotFound } from '../store/rows.ts';
import { commitAndRead, commitValue } from '../session/commit.ts';

/** Log entry of a change that a request has made to drafts. */
const drafted = (detail: LogDetail<'procedure-draft'>): SessionEntry => done('procedure-draft', detail);

const changedNow = (session: Session) => ({
  changedAt: session.clock.now(),
  changedBy: session.signedIn.staffId,
});

/**
 * A draft of each kind, in the place of none: one that is there stays as it is. Errors: `bad-request` {where: 'drafts'} where all of them have one, or there are too many
 * documents.
 */
export async function useTemplates(
  session: Session,
  { kinds, idleSeconds }: RouteRequest<'procedures.useTemplates'>,
): Promise<ProcedureRegister> {
  const templates = [...new Set(kinds)].map((kind) => [kind, readTemplate(kind, session.lawFolder)] as const);
  return commitAndRead(session, readRegister, async (tx) => {
    const rows = new Map((await readProcedures(tx)).map((row) => [row.kind, row]));
    const filling: Filling = {
      ...vaultWords(session),
      idle: idleInWords(idleSeconds),
      ...(await readTextFacts(session, tx)),
    };
    const entries: SessionEntry[] = [];
    for (const [kind, template] of templates) {
      if ((rows.get(kind)?.draft ?? null) !== null) continue;
      const draft = draftOf(template, filling);
      const procedureId = rows.get(kind)?.procedureId ?? (await addProcedure(session, tx, kind));
      await writeDraft(tx, procedureId, draft, {
        filled: usedOf(template, filling),
        ...changedNow(session),
      });
      entries.push(drafted({ procedure: procedureId, kind, from: 'template' }));
    }
    if (entries.length === 0) throw new AppError('bad-request', { where: 'drafts' });
    return entries;
  });
}

const draftOf = (template: Template, filling: Filling): ProcedureText => ({
  title: template.title,
  blocks: [...fillTemplate(template, filling)],
  origin: template.origin,
});

/** Of what there is to say, what the template says; the idle lock aside, which no vault knows later. */
function usedOf({ lines }: Template, filling: Filling): Filled {
  const text = lines.join('\n');
  return Object.fromEntries(
    [...TEXT_FACTS, ...VAULT_FACTS].flatMap((name) => {
      const value = name === 'idle' ? undefined : filling[name];
      return value !== undefined && text.includes(`{{${name}}}`) ? [[name, value]] : [];
    }),
  );
}

/** A document without a draft. Errors: `bad-request` {where: 'procedures'} where there are too many. */
async function addProcedure(session: Session, tx: WritableStore, kind: ProcedureKind): Promise<number> {
  const there = await countOf(tx, sql`SELECT count(*) AS n FROM procedure`);
  if (there >= MAX_PROCEDURES) throw new AppError('bad-request', { where: 'procedures' });
  const procedureId = await takeId(tx, 'procedure');
  const { changedAt, changedBy } = changedNow(session);
  await tx.run(sql`
    INSERT INTO procedure (id, kind, draft, filled, changed_at, changed_by, version)
    VALUES (${procedureId}, ${kind}, NULL, '{}', ${changedAt}, ${changedBy}, 1)`);
  return procedureId;
}

/** A document of the company's own, which everybody signs. Errors: as `addProcedure`. */
export const addOwn = (
  session: Session,
  { title }: RouteRequest<'procedures.add'>,
): Promise<ProcedureRegister> =>
  commitAndRead(session, readRegister, async (tx) => {
    const procedureId = await addProcedure(session, tx, 'own');
    const blocks: ProcedureText['blocks'] = [{ kind: 'heading', level: 1, runs: [{ text: title }] }];
    await writeDraft(
      tx,
      procedureId,
      { title, blocks, origin: null },
      { filled: {}, ...changedNow(session) },
    );
    return [drafted({ procedure: procedureId, kind: 'own', from: 'empty' })];
  });

/** A draft of what is in force. Errors: `not-found`, `changed-meanwhile` where there is a draft, `store-tampered` {part: 'rows'}. */
export const beginDraft = (
  session: Session,
  { procedureId }: RouteRequest<'procedures.beginDraft'>,
): Promise<ProcedureRegister> =>
  commitAndRead(session, readRegister, async (tx) => {
    const row = await requireProcedure(tx, procedureId);
    if (row.draft !== null) throw new AppError('changed-meanwhile');
    const { text, filled } = await inForce(session, tx, row);
    await writeDraft(tx, procedureId, text, { filled, ...changedNow(session) });
    return [drafted({ procedure: procedureId, kind: row.kind, from: 'published' })];
  });

async function inForce(
  session: Session,
  tx: WritableStore,
  { procedureId }: ProcedureRow,
): Promise<{ readonly text: ProcedureText; readonly filled: Filled }> {
  const { publications } = await readProcedureLog(session, tx, 'nobody');
  const current = orNotFound(inForceOf(publications).find((one) => one.procedureId === procedureId));
  const text = await readPublishedText(tx, current);
  if (text === null) throw new AppError('store-tampered', { part: 'rows' });
  const row = await tx.get<{ readonly filled: string }>(
    sql`SELECT filled FROM procedure_version WHERE id = ${current.versionId}`,
  );
  return { text, filled: decodeFilled(row?.filled ?? '') };
}

/** Errors: those of `requireDraft`. */
export const saveDraft = (
  session: Session,
  request: RouteRequest<'procedures.saveDraft'>,
): Promise<ProcedureDocument> =>
  commitValue(session, async (tx) => {
    const { procedureId, kind, draft, filled, version } = await requireDraft(tx, request);
    const text = { ...draft, title: request.title, blocks: request.blocks };
    await writeDraft(tx, procedureId, text, { filled, ...changedNow(session) });
    return {
      value: { procedureId, kind, ...text, draft: version + 1, published: null },
      entries: [drafted({ procedure: procedureId, kind, from: 'edit' })],
    };
  });

/** Where there is no published version, the document goes with its draft. Errors: those of `requireDraft`. */
export const discardDraft = (
  session: Session,
  request: RouteRequest<'procedures.discardDraft'>,
): Promise<ProcedureRegister> =>
  commitAndRead(session, readRegister, async (tx) => {
    const { procedureId, kind } = await requireDraft(tx, request);
    const { publications } = await readProcedureLog(session, tx, 'nobody');
    if (publications.some((one) => one.procedureId === procedureId))
      await writeDraft(tx, procedureId, null, { filled: {}, ...changedNow(session) });
    else await tx.run(sql`DELETE FROM procedure WHERE id = ${procedureId}`);
    return [drafted({ procedure: procedureId, kind, from: 'discard' })];
  });

/** Says in every draft what it was waiting for and the company has stated by now. */
export async function closeGaps(session: Session, tx: WritableStore): Promise<void> {
  const words = await readTextFacts(session, tx);
  for (const { procedureId, draft, filled } of await readProcedures(tx)) {
    const closed = draft === null ? [] : gapsOf(draft.blocks).filter((fact) => words[fact] !== undefined);
    if (draft === null || closed.length === 0) continue;
    const said = Object.fromEntries(closed.map((fact) => [fact, words[fact]]));
    await writeDraft(
      tx,
      procedureId,
      { ...draft, blocks: fillGaps(draft.blocks, words) },
      { filled: { ...filled, ...said }, ...changedNow(session) },
    );
  }
}
