/** How it stands with retention: rules, counts, holds, deletions and the backups that are older. */
import {
  MAX_ERASURES_LISTED,
  MAX_HOLDS_LISTED,
  MAX_RESTRICT_DAYS,
} from '../../../contract/retention/lists.ts';
import type { HoldView, RetentionView } from '../../../contract/retention/routes.ts';
import { dayOf } from '../clock.ts';
import { HOLD_QUERIES, type HoldRow, requireHolds } from '../erasure/holds.ts';
import { findOlderBackups } from '../erasure/residual-scan.ts';
import { type ErasureRow, readErasures } from '../erasure/read-erasures.ts';
import { articlesOf, isUnreadable } from '../law/read-law.ts';
import { readNameMask } from '../people/read-person.ts';
import { cutoffsDue, cutoffsRestricted } from '../retention-rules/purpose.ts';
import {
  type RetentionFile,
  readRules,
  readSuggested,
  readSuggestedThen,
  rulesSuggested,
  suggestionsOf,
} from '../retention-rules/rules.ts';
import { requireRecalled } from '../retention-rules/returned.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { countPeople, countRecords, countReturned } from './read-due.ts';
import { readGap } from './read-gap.ts';

/** View of retention. Parts that depend on a data file that cannot be read are left out, and the file named. Errors: those of the store. */
export async function readRetention(session: Session): Promise<RetentionView> {
  const { store } = session;
  await requireHolds(session, store);
  await requireRecalled(session, store);
  const today = dayOf(session.clock.now());
  const chosen = await readRules(session, store);
  const unreadable: string[] = [];
  const file = orNamed(() => readSuggested(session.lawFolder), unreadable) ?? NOTHING_SUGGESTED;
  const found = orNamed(() => articlesOf(file.articles, session.lawFolder), unreadable);
  const rules = chosen?.rules ?? rulesSuggested(file);
  const erasures = await readErasures(store, MAX_ERASURES_LISTED);
  const older = await findOlderBackups(session, erasures[0]?.doneAt ?? 0);
  return {
    rules: {
      ...rules,
      chosen:
        chosen === null
          ? null
          : {
              at: chosen.at,
              by: nameOfStaff(session, chosen.staffId),
              words: chosen.words,
              edition: viewOf(await readSuggestedThen(store, chosen.edition)),
            },
      suggested: suggestionsOf(file),
      source: file.source,
      articles: (found?.articles ?? []).map(({ law, lawEn, number, numberEn, paragraphs }) => ({
        title: `${law} ${number}`,
        titleEn: `${lawEn}, ${numberEn}`,
        text: paragraphs.join('\n'),
      })),
      articlesSource: found?.source ?? null,
      unreadable,
    },
    due: chosen === null ? 0 : await countPeople(store, cutoffsDue(rules, today)),
    restricted: chosen === null ? 0 : await countPeople(store, cutoffsRestricted(rules, today)),
    returned: (await countReturned(session)).all,
    gap: await readGap(session),
    records: chosen === null ? [] : await countRecords(store, rules, today),
    holds: await Promise.all(
      (await store.all<HoldRow>(HOLD_QUERIES.all(MAX_HOLDS_LISTED))).map((row) =>
        describeHold(session, row, today),
      ),
    ),
    erasures: erasures.map((row) => describeErasure(session, row, older.older)),
    backups: { folder: older.folder !== null, hasNewer: older.hasNewer },
  };
}

const viewOf = (file: RetentionFile) => ({ source: file.source, suggested: suggestionsOf(file) });

/** Where the file cannot be read: nothing is suggested. */
const NOTHING_SUGGESTED: Omit<RetentionFile, 'source'> & { readonly source: null } = {
  kind: 'retention',
  source: null,
  articles: [],
  restrictDays: MAX_RESTRICT_DAYS,
  rules: [],
};

/** Null where a data file cannot be read, whose name is put into the list. */
function orNamed<T>(read: () => T, unreadable: string[]): T | null {
  try {
    return read();
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    unreadable.push(String(error.details['file']));
    return null;
  }
}

async function describeHold(session: Session, row: HoldRow, today: string): Promise<HoldView> {
  const { holdId, personId, kind, words, untilDate, begunAt, begunBy } = row;
  return {
    holdId,
    personId,
    nameMask: await readNameMask(session.store, session.policy.masks, personId),
    kind,
    words,
    until: untilDate,
    isOver: untilDate !== null && untilDate < today,
    at: begunAt,
    by: nameOfStaff(session, begunBy),
  };
}

type Older = Awaited<ReturnType<typeof findOlderBackups>>['older'];

function describeErasure(session: Session, row: ErasureRow, older: Older): RetentionView['erasures'][number] {
  const { erasureId, cause, basis, people, held, doneAt, madeBy, madeWith } = row;
  return {
    erasureId,
    cause,
    basis,
    people,
    held,
    at: doneAt,
    by: nameOfStaff(session, madeBy),
    with: madeWith === null ? null : nameOfStaff(session, madeWith),
    check:
      row.checkedAt === null
        ? null
        : {
            at: row.checkedAt,
            pages: row.pages ?? 0,
            searched: row.searched ?? 0,
            found: row.found ?? 0,
            walBytes: row.walBytes ?? 0,
            rewritten: row.rewritten === 1,
          },
    older: older.filter(({ madeAt }) => madeAt === null || madeAt <= doneAt),
  };
}
