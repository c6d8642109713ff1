/** A form with its draft, what was finished before, and what the product itself knows of its items. */
import { MAX_FILLS_LISTED } from '../../../contract/forms/lists.ts';
import type { FormSuggestion, OpenedForm } from '../../../contract/forms/routes.ts';
import { dayOf } from '../clock.ts';
import type { DutyEvidence } from '../../../contract/evidence/routes.ts';
import type { Showing } from '../feature.ts';
import { articlesOf, isUnreadable, readForm } from '../law/read-law.ts';
import type { FormData, FormItem } from '../law/schemas.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { editionOf } from '../law/editions.ts';
import { optionsOf } from './form-rules.ts';
import { countFindings } from './list-forms.ts';
import { FILL_QUERIES, type FillRow, readFill } from './read-fill.ts';
import { DUTY_WORDS, EVIDENCE_STATE_WORDS } from '../../../contract/vocabulary/evidence.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** Errors: `not-found`, `law-unreadable` {file}, those of `readFill`. */
export async function openForm(
  session: Session,
  form: string,
  folder: string,
  showing: Showing,
): Promise<OpenedForm> {
  const content = readForm(form, folder);
  const draft = await session.store.get<FillRow>(FILL_QUERIES.draft(form));
  const finished = await session.store.all<FillRow>(FILL_QUERIES.finished(form, MAX_FILLS_LISTED));
  const history: OpenedForm['history'] = [];
  for (const { fillId, finishedAt, finishedBy, dueOn, subject } of finished) {
    if (finishedAt === null || finishedBy === null) continue;
    const findings = await countFindings(session, fillId);
    history.push({ fillId, at: finishedAt, by: nameOfStaff(session, finishedBy), dueOn, subject, findings });
  }
  return {
    form,
    content,
    edition: editionOf(content),
    draft: draft === undefined ? null : await readFill(session, session.store, draft.fillId, folder),
    history,
    suggestions: suggest(content, await showing.evidence(session)),
    ...articlesHeld(content, folder),
  };
}

/** Without the articles a form can still be filled in. */
function articlesHeld({ items }: FormData, folder: string): Pick<OpenedForm, 'articles' | 'articlesSource'> {
  try {
    const ids = [...new Set(items.flatMap(({ articles }) => articles))];
    const { source, articles } = articlesOf(ids, folder);
    return { articles, articlesSource: source };
  } catch (error) {
    if (isUnreadable(error)) return { articles: [], articlesSource: null };
    throw error;
  }
}

/** Known evidence for each item: a result is proposed where all of its evidence is there, and a person decides. */
export function suggest(data: FormData, evidence: readonly DutyEvidence[]): FormSuggestion[] {
  return data.items.flatMap((item): readonly FormSuggestion[] => {
    const known = evidence.filter(({ duty }) => (item.evidence ?? []).includes(duty));
    if (known.length === 0) return [];
    return [
      {
        item: item.id,
        known: known.map(({ points: _, ...one }) => one),
        choice: proposedFor(data, item, known),
        words: wordsOf(known),
      },
    ];
  });
}

/** The first result is the one of an item that is in order. What the computer was asked itself is answered by that alone, for better or worse. */
function proposedFor(data: FormData, item: FormItem, known: readonly DutyEvidence[]): string | null {
  const options = optionsOf(data, item);
  const inOrder = options[0]?.id ?? null;
  if (item.checks === undefined) return known.every(({ state }) => state === 'there') ? inOrder : null;
  const asked = known
    .flatMap(({ points }) => points)
    .filter(({ point }) => item.checks?.some((check) => check === point));
  if (asked.length > 0 && asked.every(({ state }) => state === 'there')) return inOrder;
  const isWanting = asked.some(({ state }) => state === 'stale');
  return isWanting ? (options.find(({ finding }) => finding === true)?.id ?? null) : null;
}

const wordsOf = (known: readonly DutyEvidence[]): string =>
  `本系统记录：${known
    .map(
      ({ duty, state, at }) =>
        `${inChinese(DUTY_WORDS[duty])}${inChinese(EVIDENCE_STATE_WORDS[state])}${at === null ? '' : `（${dayOf(at)}）`}`,
    )
    .join('，')}。`;
