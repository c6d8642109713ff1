/**
 * Lists replaced or removed sealed values by their masks, and restores them for a supervisor without showing
 * them.
 */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { FIELDS } from '../../../contract/fields.ts';
import type { MaskedPerson, ReplacedValue } from '../../../contract/people/views.ts';
import { AppError } from '../app-error.ts';
import { requireIdsKept } from '../id-number-rules/decision.ts';
import { matchTag } from '../keys/match.ts';
import { type Session, entryOf } from '../session/session.ts';
import { describeWhy } from '../session/access-reason.ts';
import { requireSupervisor } from '../session/with-slots.ts';
import { KEPT_MS } from '../store/replaced-values.ts';
import { type Sql, sql } from '../store/sql.ts';
import { bumpVersion, readBack } from './change-person.ts';
import { maskValue } from '../values/mask.ts';
import { openValue, withTiers } from '../session/open-values.ts';
import { readPersonRow } from './read-person.ts';
import { indexPhone } from '../search/search-index.ts';
import { retireValues } from './sealed-changes.ts';
import { tightenMask } from '../values/tighten-mask.ts';
import { validateField } from '../values/validate.ts';
import { type SealedValueRow, isOfSealedField } from './sealed-values.ts';
import { commit } from '../session/commit.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';
import { requireRow } from '../store/rows.ts';

const MAX_REPLACED = 500;

/** Excludes values that both people of a merge had, which are kept only for its undo. */
const replacedSince = (personId: number, since: number): Sql => sql`
  SELECT id AS valueId, field, ordinal, mask, replaced_at AS replacedAt FROM sealed_value
  WHERE person_id = ${personId} AND replaced_at >= ${since} AND id NOT IN (SELECT row_id FROM merge_row WHERE what = 'sealed_value' AND after IS NULL)
  ORDER BY replaced_at DESC, id DESC LIMIT ${MAX_REPLACED}`;

/** Handles `people.replaced`; newest first. Errors: `not-found`, those of AuditLog.recordDisclosure. */
export async function listReplaced(
  session: Session,
  { personId }: RouteRequest<'people.replaced'>,
): Promise<RouteReply<'people.replaced'>> {
  await readPersonRow(session.store, personId);
  const rows = await session.store.all<Omit<ReplacedValue, 'until'>>(
    replacedSince(personId, session.clock.now() - KEPT_MS),
  );
  const values = rows.filter(isOfSealedField).map((row): ReplacedValue => ({
    ...row,
    mask: tightenMask(session.policy.masks, FIELDS[row.field].mask, row.mask),
    until: row.replacedAt + KEPT_MS,
  }));
  return session.log.recordDisclosure(
    session.store,
    { values },
    entryOf(session, done('replaced-list', { values: values.length }, { personId })),
  );
}

/**
 * Handles `people.restore`. Errors: `not-found` (also after the 30 days), `changed-meanwhile`,
 * `needs-supervisor`, those of `requireIdsKept` and of `withSlots`.
 */
export async function restoreValue(
  session: Session,
  { personId, version, valueId, pin, why }: RouteRequest<'people.restore'>,
): Promise<MaskedPerson> {
  const described = describeWhy(session, why);
  const person = await readPersonRow(session.store, personId);
  const row = await requireRow<SealedValueRow>(
    session.store,
    sql`
    SELECT v.id, v.field, v.ordinal, v.tier, b.epoch, b.nonce, b.enc, v.n, v.ciphertext, v.mask, v.valid, v.note FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id
    WHERE v.id = ${valueId} AND v.person_id = ${personId} AND v.replaced_at >= ${session.clock.now() - KEPT_MS}
      AND v.id NOT IN (SELECT row_id FROM merge_row WHERE what = 'sealed_value' AND after IS NULL)`,
  );
  const { field, ordinal, tier } = row;
  if (field === 'idNumber' && person.kind === 'person') await requireIdsKept(session, personId);
  await withOwnPin(session, pin, (present) =>
    withTiers(session, requireSupervisor(present), [tier], (keys) => {
      // Opened to check that it is intact, for its tag, and for its mask by the present policy; it is not returned.
      const value = openValue(session, keys, personId, row);
      const { mask, valid } = maskValue(
        session.policy.masks,
        field,
        value,
        field === 'idNumber' ? { idType: person.id_type } : {},
      );
      const { normalised } = validateField(field, value);
      const key = keys.get(tier);
      return commit(session, async (tx) => {
        await bumpVersion(tx, session, personId, version);
        await retireValues(tx, session, personId, [{ field, ordinal, checked: null }]);
        const { changes } = await tx.run(
          sql`UPDATE sealed_value SET replaced_at = NULL, mask = ${mask}, valid = ${valid ? 1 : 0} WHERE id = ${valueId} AND replaced_at IS NOT NULL`,
        );
        if (changes !== 1) throw new AppError('not-found');
        if (field === 'phone' || field === 'wechat') await indexPhone(tx, { id: valueId, personId, mask });
        if (FIELDS[field].matched && key !== undefined) {
          const tag = matchTag(session.keys.vaultId, key, field, normalised);
          await tx.run(
            sql`INSERT INTO match_tag (tag, tier, epoch, value_id) VALUES (${tag}, ${tier}, ${key.epoch}, ${valueId})`,
          );
        }
        return [
          {
            action: 'restore',
            outcome: 'done',
            personId,
            field,
            signedBy: present,
            ...described,
          },
        ];
      });
    }),
  );
  return readBack(session, personId);
}
