/** How it stands with one person: told by the version in force, asked by relation and for what is sensitive, and never asked again for what they refused. */
import { describe, expect, it } from 'vitest';
import { type ConsentRules, standingOf } from '../../../contract/consent/lists.ts';
import type { FieldId, Relation } from '../../../contract/fields.ts';
import type { RoomId } from '../../../contract/ids.ts';
import type { MaskedField, RecordView } from '../../../contract/people/views.ts';

const RULES: ConsentRules = {
  noticeVersion: '2',
  consenting: ['tenant', 'family'],
  sensitive: [
    { field: 'idNumber', purpose: 'identity' },
    { field: 'guardian', purpose: 'minors' },
  ],
};
type Notice = Extract<RecordView, { readonly kind: 'notice' }>;
const NOTICE: Notice = {
  kind: 'notice',
  recordId: 1,
  purpose: 'service',
  basis: 'consent',
  noticeVersion: '2',
  givenOn: '2026-01-01',
  consentedOn: null,
  withdrawnOn: null,
  way: 'counter',
  consenter: 'self',
  follows: null,
};
const about = (
  relations: readonly Relation[],
  fields: readonly FieldId[] = [],
  records: readonly Partial<Notice>[] = [],
) =>
  standingOf(
    {
      kind: 'person',
      rooms: relations.map((relation) => ({ roomId: 1 as RoomId, label: '3-2-1801', relation })),
      fields: fields.map((field) => ({ field }) as MaskedField),
      records: records.map((record) => ({ ...NOTICE, ...record })),
    },
    RULES,
  );

describe('whether somebody was told', () => {
  it('is by the version in force alone', () => {
    expect(about(['owner'])?.told).toBe(false);
    expect(about(['owner'], [], [{ noticeVersion: '1' }])?.told).toBe(false);
    expect(about(['owner'], [], [{ givenOn: null }])?.told).toBe(false);
    expect(about(['owner'], [], [{}])?.told).toBe(true);
    expect(
      standingOf(
        { kind: 'person', rooms: [], fields: [], records: [{ ...NOTICE, noticeVersion: null }] },
        { ...RULES, noticeVersion: null },
      )?.told,
    ).toBe(false);
  });

  it('is not asked of a company', () => {
    expect(standingOf({ kind: 'company', rooms: [], fields: [], records: [] }, RULES)).toBeNull();
  });
});

describe('what somebody is asked', () => {
  it('is the general consent where every relation is no party to the contract', () => {
    expect(about(['tenant'])?.needs).toEqual(['service']);
    expect(about(['tenant', 'owner'])?.needs).toEqual([]);
    expect(about([])?.needs).toEqual([]);
  });

  it('is a consent of its own for each sensitive purpose whose data is held', () => {
    expect(about(['owner'], ['idNumber'])?.missing).toEqual(['identity']);
    expect(
      about(['owner'], ['idNumber'], [{ purpose: 'identity', consentedOn: '2026-01-01' }])?.missing,
    ).toEqual([]);
  });

  it('is not asked again once they have refused, and counts as withdrawn until they consent anew', () => {
    const refused = { purpose: 'service', consentedOn: '2026-01-01', withdrawnOn: '2026-01-02' } as const;
    expect(about(['tenant'], [], [refused])).toMatchObject({ missing: [], withdrawn: ['service'] });
    expect(about(['tenant'], [], [refused, { consentedOn: '2026-01-03' }])).toMatchObject({
      missing: [],
      withdrawn: [],
    });
  });

  it("counts a minor's consent by the guardian alone", () => {
    const consent = { purpose: 'minors', consentedOn: '2026-01-01' } as const;
    expect(about(['owner'], ['guardian'], [consent])).toMatchObject({
      missing: ['minors'],
      byGuardian: true,
    });
    expect(about(['owner'], ['guardian'], [{ ...consent, consenter: 'guardian' }])?.missing).toEqual([]);
  });
});
