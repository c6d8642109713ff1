import { describe, expect, it } from 'vitest';
import { isDue, isOverdue, OVERDUE_MS, RETRY_MS } from '../../../main/vault/backup-files/schedule.ts';

const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();
const NOON = { on: true, hour: 12 };

describe('a backup', () => {
  it('is due once its hour has struck and none was made since', () => {
    expect(isDue(NOON, at(24, 12, 5), null, at(25, 11, 59))).toBe(false);
    expect(isDue(NOON, at(24, 12, 5), null, at(25, 12))).toBe(true);
    expect(isDue(NOON, at(25, 12, 1), null, at(25, 18))).toBe(false);
    expect(isDue(NOON, at(25, 12, 1), null, at(26, 11))).toBe(false);
  });

  it('that was missed is due at any hour', () => {
    expect(isDue(NOON, at(20, 12), null, at(25, 8))).toBe(true);
    expect(isDue(NOON, null, null, at(25, 8))).toBe(true);
  });

  it('is not due where it is turned off', () => {
    expect(isDue({ on: false, hour: 12 }, null, null, at(25, 13))).toBe(false);
  });

  it('that failed is tried again an hour later, not before', () => {
    const tried = at(25, 12);
    expect(isDue(NOON, at(24, 12), tried, tried + RETRY_MS - 1)).toBe(false);
    expect(isDue(NOON, at(24, 12), tried, tried + RETRY_MS)).toBe(true);
  });

  it('is put off by no clock that was ahead', () => {
    expect(isDue(NOON, at(28, 12), null, at(25, 13))).toBe(true);
    expect(isDue(NOON, at(24, 12), at(28, 12), at(25, 13))).toBe(true);
  });

  it('is overdue after a day and a half, counted from the first day where none was ever made', () => {
    expect(isOverdue(at(24, 12), 0, at(24, 12) + OVERDUE_MS)).toBe(false);
    expect(isOverdue(at(24, 12), 0, at(24, 12) + OVERDUE_MS + 1)).toBe(true);
    expect(isOverdue(null, at(25, 9), at(25, 18))).toBe(false);
    expect(isOverdue(null, at(20, 9), at(25, 18))).toBe(true);
  });
});
