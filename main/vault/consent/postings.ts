/** A notice that was posted tells whoever the records have there: a row for each of them, entered together and taken back together. */
import { GENERAL, MAX_POSTINGS } from '../../../contract/consent/lists.ts';
import type { PostingArea, PostingView } from '../../../contract/consent/routes.ts';
import { RELATIONS } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { labelOfArea } from '../../../contract/scope/lists.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { type ConsentGrounds, readConsentGrounds } from '../inventory/api.ts';
import { isInUse } from '../retention-rules/on-request.ts';
import { join, roomsWithin } from '../scope/scope.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { takeId, takeIds } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { checkDay } from '../values/days.ts';
import { requireNoticeVersion } from './consent-rules.ts';
import { withSupervisor } from '../session/with-own-pin.ts';
import { commit } from '../session/commit.ts';
import { done } from '../log/done.ts';
import { countRowsOf, requireRow } from '../store/rows.ts';

interface Row extends PostingArea {
  readonly id: number;
  readonly noticeVersion: string;
  readonly on: string;
  readonly people: number;
  readonly at: number;
  readonly by: StaffId;
}

const SELECT = `SELECT id, estate, building, unit, notice_version AS noticeVersion, posted_on AS "on", people, made_at AS at, made_by AS "by" FROM notice_posting`;

/** Newest first. */
export async function readPostings(session: Pick<Session, 'store' | 'roster'>): Promise<PostingView[]> {
  const rows = await session.store.all<Row>({
    text: `${SELECT} ORDER BY made_at DESC, id DESC LIMIT ${MAX_POSTINGS}`,
    values: [],
  });
  return rows.map(({ id, estate, building, unit, noticeVersion, on, people, at, by }) => ({
    postingId: id,
    area: { estate, building, unit },
    noticeVersion,
    on,
    people,
    at,
    by: nameOfStaff(session as Session, by),
  }));
}

/** Where there are rooms. */
export async function readAreas({ store }: Pick<Session, 'store'>): Promise<RouteReply<'consent.areas'>> {
  return {
    areas: await store.all<{ estate: string; building: string }>(
      sql`SELECT DISTINCT estate, building FROM room ORDER BY estate, length(building), building LIMIT 1000`,
    ),
  };
}

/** Whoever lives there on that day, is a natural person and was not told by the version before. */
const peopleThere = (area: PostingArea, today: string, noticeVersion: string): Sql =>
  join([
    `SELECT p.id, p.list_relation AS relation FROM (`,
    roomsWithin({ scope: [area], today }),
    sql`) r CROSS JOIN occupancy o ON o.room_id = r.id CROSS JOIN person p ON p.id = o.person_id
      WHERE p.kind = 'person' AND (o.until_date IS NULL OR o.until_date > ${today})
      AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.person_id = p.id AND n.notice_version = ${noticeVersion} AND n.given_on IS NOT NULL) AND `,
    isInUse('p.id'),
    ' GROUP BY p.id',
  ]);

const basisCase = ({ basisOf }: ConsentGrounds): Sql => ({
  text: `CASE there.relation ${RELATIONS.map(() => 'WHEN ? THEN ?').join(' ')} ELSE 'consent' END`,
  values: RELATIONS.flatMap((relation) => [relation, basisOf.get(relation) ?? 'consent']),
});

/**
 * Errors: `invalid-value` {field: givenOn} for no day or one to come, `bad-request` {where: 'version'} (no notice is in force), {where: 'area'} (nobody there is to be told),
 * `needs-supervisor`, those of `withSlots`, `log-unavailable`.
 */
export async function post(session: Session, { area, on, pin }: RouteRequest<'consent.post'>): Promise<void> {
  const today = dayOf(session.clock.now());
  const day = checkDay('givenOn', on) ?? today;
  if (day > today) throw new AppError('invalid-value', { field: 'givenOn' });
  if (area.building === null && area.unit !== null) throw new AppError('bad-request', { where: 'area' });
  await withSupervisor(session, pin, (present) =>
    commit(session, async (tx) => {
      const version = await requireNoticeVersion(tx);
      const there = peopleThere(area, today, version);
      const people = await countRowsOf(tx, there);
      if (people === 0) throw new AppError('bad-request', { where: 'area' });
      const posting = await takeId(tx, 'notice_posting');
      await tx.run(sql`
        INSERT INTO notice_posting (id, estate, building, unit, notice_version, posted_on, people, made_at, made_by)
        VALUES (${posting}, ${area.estate}, ${area.building}, ${area.unit}, ${version}, ${day}, ${people}, ${session.clock.now()}, ${session.signedIn.staffId})`);
      const first = await takeIds(tx, 'notice', people);
      await tx.run(
        join([
          sql`INSERT INTO notice (id, person_id, purpose, basis, notice_version, given_on, way, posting_id)
            SELECT ${first} - 1 + row_number() OVER (ORDER BY there.id), there.id, ${GENERAL}, `,
          basisCase(await readConsentGrounds(session, tx)),
          sql`, ${version}, ${day}, 'posted', ${posting} FROM (`,
          there,
          ') there',
        ]),
      );
      return [
        done(
          'consent-post',
          { posting, where: labelOfArea(area), version, people, on: day },
          { signedBy: present },
        ),
      ];
    }),
  );
}

/** For one that was entered by mistake: whom it told is not told by it. Errors: `not-found`, `needs-supervisor`, those of `withSlots`, `log-unavailable`. */
export async function takeDown(
  session: Session,
  { postingId, pin }: RouteRequest<'consent.takeDown'>,
): Promise<void> {
  await withSupervisor(session, pin, (present) =>
    commit(session, async (tx) => {
      const row = await requireRow<Row>(tx, { text: `${SELECT} WHERE id = ?`, values: [postingId] });
      await tx.run(sql`DELETE FROM notice WHERE posting_id = ${postingId}`);
      await tx.run(sql`DELETE FROM notice_posting WHERE id = ${postingId}`);
      const { estate, building, unit, noticeVersion, people } = row;
      return [
        done(
          'consent-take-down',
          {
            posting: postingId,
            where: labelOfArea({ estate, building, unit }),
            version: noticeVersion,
            people,
          },
          { signedBy: present },
        ),
      ];
    }),
  );
}
