/** How it stands with retention: rules, counts, holds, deletions and the backups that are older. */
import { MAX_ERASURES_LISTED, MAX_HOLDS_LISTED } from '../../../contract/retention/lists.ts';
import type { HoldView, RetentionView } from '../../../contract/retention/routes.ts';
import { dayOf } from '../clock.ts';
import type { HoldRow } from '../erasure/holds.ts';
import { HOLD_QUERIES } from '../erasure/holds.ts';
import { findOlderBackups } from '../erasure/left.ts';
import type { ErasureRow } from '../erasure/read-erasures.ts';
import { readErasures } from '../erasure/read-erasures.ts';
import { articlesOf } from '../law/read-law.ts';
import { readNameMask } from '../residents/read-person.ts';
import { cutoffsDue, cutoffsRestricted } from '../restricted/purpose.ts';
import { readRules, readSuggested } from '../restricted/rules.ts';
import type { Session } from '../session/session.ts';
import { nameOfStaff } from '../session/session.ts';
import { countPeople, countRecords, countReturned } from './read-due.ts';
import { readGap } from './read-gap.ts';

/** Errors: `law-unreadable`; those of the store. */
export async function readRetention(session: Session): Promise<RetentionView> {
  const { store } = session;
  const today = dayOf(session.clock.now());
  const chosen = await readRules(store);
  const suggested = readSuggested();
  const rules = chosen?.rules ?? {
    restrictDays: suggested.restrictDays,
    rules: suggested.rules.map(({ entity, months }) => ({ entity, months })),
  };
  const erasures = await readErasures(store, MAX_ERASURES_LISTED);
  const older = await findOlderBackups(session, erasures[0]?.doneAt ?? 0);
  const { title, titleEn, version, grade } = suggested.source;
  return {
    rules: {
      ...rules,
      chosen:
        chosen === null
          ? null
          : { at: chosen.at, by: nameOfStaff(session, chosen.staffId), words: chosen.words },
      grounds: suggested.rules.map(({ entity, ground }) => ({ entity, ground })),
      source: { title, titleEn, version, grade },
      articles: articlesOf(suggested.articles).map(({ law, number, paragraphs }) => ({
        title: `${law} ${number}`,
        text: paragraphs.join('\n'),
      })),
    },
    due: chosen === null ? 0 : await countPeople(store, cutoffsDue(rules, today)),
    restricted: chosen === null ? 0 : await countPeople(store, cutoffsRestricted(rules, today)),
    returned: (await countReturned(session)).all,
    gap: await readGap(store),
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
