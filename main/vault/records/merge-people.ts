/** Makes two records of one person one, with a supervisor's PIN: all of it or nothing. */
import { type PersonKind, SEALED_TIERS } from '../../../contract/fields.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import { AppError } from '../app-error.ts';
import { bumpVersion, readBack } from '../people/change-person.ts';
import { withTiers } from '../session/open-values.ts';
import { readPersonRow } from '../people/read-person.ts';
import { indexPerson, unindexPerson } from '../search/search-index.ts';
import { dayOf } from '../clock.ts';
import type { Session } from '../session/session.ts';
import { describeWhy } from '../session/access-reason.ts';
import { requireSupervisor } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { digestMerge, keepAfter, keepBefore } from './merge-journal.ts';
import { moveRecords } from './merge-records.ts';
import { moveValues } from './merge-values.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { commit } from '../session/commit.ts';

/**
 * Everything of `other` becomes of the first, whose name stays. It can be undone for thirty days (undo-merge.ts); what the log says of `other` stays under its number.
 * Errors: `bad-request` (one record, or a person and a company), `changed-meanwhile`, `not-found`, `ids-differ`, `needs-supervisor`, those of `withSlots`.
 */
export async function mergePeople(
  session: Session,
  { personId: keep, version, other, idsMayDiffer, pin, why }: RouteRequest<'people.merge'>,
): Promise<MaskedPerson> {
  const described = describeWhy(session, why);
  const merging = { keep, other: other.personId };
  const [one, another] = [
    await readPersonRow(session.store, keep),
    await readPersonRow(session.store, other.personId),
  ];
  if (keep === other.personId || one.kind !== another.kind)
    throw new AppError('bad-request', { where: 'other' });
  await withOwnPin(session, pin, (present) =>
    withTiers(session, requireSupervisor(present), SEALED_TIERS, (keys) =>
      commit(session, async (tx) => {
        const now = session.clock.now();
        const mergeId = await keepBefore(tx, merging, { at: now, staffId: session.signedIn.staffId });
        await bumpVersion(tx, session, keep, version);
        await bumpVersion(tx, session, other.personId, other.version);
        const { newPlace, moved } = await moveRecords(tx, merging, dayOf(session.clock.now()));
        const { fields, hidden } = await moveValues(tx, session, keys, merging, {
          newPlace,
          idsMayDiffer,
          now,
        });
        await fillFromOther(tx, keep, other.personId);
        await tx.run(sql`DELETE FROM person WHERE id = ${other.personId}`);
        await tx.run(sql`INSERT INTO merged_person (gone_id, into_id) VALUES (${other.personId}, ${keep})`);
        await keepAfter(tx, mergeId, hidden);
        const journal = await digestMerge(tx, mergeId);
        const entry = {
          action: 'merge',
          outcome: 'done',
          field: [...moved, ...fields].join(','),
          signedBy: present,
          ...described,
        } as const;
        return [
          {
            ...entry,
            personId: keep,
            detail: { side: 'into', other: other.personId, journal },
          },
          { ...entry, personId: other.personId, detail: { side: 'away', other: keep } },
        ];
      }),
    ),
  );
  return readBack(session, keep);
}

/** Fills the gaps of the first person from the other; the pinyin of a name, where it is the same name. */
async function fillFromOther(tx: WritableStore, keep: PersonId, other: PersonId): Promise<void> {
  await tx.run(sql`
    UPDATE person SET sex = CASE person.sex WHEN 'unknown' THEN o.sex ELSE person.sex END, id_type = coalesce(person.id_type, o.id_type), created_at = min(person.created_at, o.created_at),
      pinyin = CASE WHEN person.name = o.name THEN coalesce(person.pinyin, o.pinyin) ELSE person.pinyin END
    FROM person o WHERE person.id = ${keep} AND o.id = ${other}`);
  const person = await tx.get<{
    readonly kind: PersonKind;
    readonly name: string;
    readonly pinyin: string | null;
  }>(sql`SELECT kind, name, pinyin FROM person WHERE id = ${keep}`);
  if (person === undefined) return;
  await unindexPerson(tx, keep);
  await indexPerson(tx, keep, person);
}
