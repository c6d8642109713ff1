/** The days by which retention goes. */
import { describe, expect, it } from 'vitest';
import { RELATIONS } from '../../../contract/fields.ts';
import { RETENTION_ENTITIES } from '../../../contract/retention/lists.ts';
import { type RetentionRules, retentionRulesSchema } from '../../../contract/retention/log.ts';
import {
  cutoffsDue,
  cutoffsRestricted,
  entityOf,
  monthsFrom,
} from '../../../main/vault/retention-rules/purpose.ts';
import { readSuggested } from '../../../main/vault/retention-rules/rules.ts';

const MONTHS = { owner: 36, tenant: 24, household: 12 } as Readonly<Record<string, number>>;
const RULES: RetentionRules = {
  restrictDays: 30,
  rules: RETENTION_ENTITIES.map((entity) => ({ entity, months: MONTHS[entity] ?? 6 })),
};

describe('a month', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-05-16', -36, '2023-05-16'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('from %s by %i is %s', (day, months, expected) => expect(monthsFrom(day, months)).toBe(expected));
});

describe('who is due', () => {
  it('is so by the rule of what they were last', () => {
    const { byRelation, contact } = cutoffsDue(RULES, '2026-05-16');
    expect(byRelation).toEqual({
      owner: '2023-05-16',
      'co-owner': '2023-05-16',
      'right-of-residence': '2023-05-16',
      tenant: '2024-05-16',
      family: '2025-05-16',
      temporary: '2025-05-16',
    });
    expect(contact).toBe('2025-11-16');
  });

  it('has an entity for every relation', () => {
    for (const relation of RELATIONS) expect(['owner', 'tenant', 'household']).toContain(entityOf(relation));
  });
});

it('restriction begins the same number of days after the end, whatever somebody was', () => {
  const { byRelation } = cutoffsRestricted(RULES, '2026-03-01');
  expect(new Set(Object.values(byRelation))).toEqual(new Set(['2026-01-30']));
});

describe('the rules that are suggested', () => {
  it('are those of the data file, whole, and say that no law sets them', () => {
    const { rules, restrictDays, source, articles } = readSuggested();
    expect(
      retentionRulesSchema.safeParse({
        restrictDays,
        rules: rules.map(({ entity, months }) => ({ entity, months })),
      }).success,
    ).toBe(true);
    expect(source.grade).not.toBe('P');
    expect(articles).toContain('pipl-47');
  });
});
