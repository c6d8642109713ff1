import { describe, expect, it, test } from 'vitest';
import { describeFigures, figure } from '../../bench/report.ts';
import { median, percentile, round } from '../../bench/statistics.ts';
import { namesAmong, typedTexts } from '../../bench/typed-texts.ts';

describe('statistics', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
    [[10, 9], 9.5],
  ])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));
  test.each([
    [0.5, 50],
    [0.95, 95],
    [1, 100],
    [0, 1],
  ])('the share %d of 1–100 lies at %d', (share, expected) => {
    expect(
      percentile(
        Array.from({ length: 100 }, (_, index) => 100 - index),
        share,
      ),
    ).toBe(expected);
  });
  it('says nothing of nothing', () =>
    expect([median([]), percentile([], 0.5)]).toEqual([Number.NaN, Number.NaN]));
  test.each([
    [0.012345, 0.0123],
    [123.456, 123],
    [1.2549, 1.25],
  ])('%d is told as %d', (value, expected) => expect(round(value)).toBe(expected));
});

describe('a figure', () => {
  it('is judged before it is rounded', () => {
    expect(figure('a', 10.04, 'ms', { most: 10 })).toMatchObject({ value: 10, ok: false, goal: '≤ 10 ms' });
    expect(figure('a', 10, 'ms', { most: 10 })).toMatchObject({ ok: true });
    expect(figure('a', 0.699, '×', { least: 0.7 })).toMatchObject({ ok: false, goal: '≥ 0.7 ×' });
    expect(figure('a', 0.7, '×', { least: 0.7 })).toMatchObject({ ok: true });
    expect(figure('a', Number.NaN, '×', { least: 0.7 })).toMatchObject({ ok: false });
  });
  it('that is not there is not good', () =>
    expect(figure('a', Number.NaN, 'ms', { most: 10 }).ok).toBe(false));
  it('without a goal has no verdict', () =>
    expect(figure('a', 1, 'MB', undefined, { floor: 0.50001 })).toEqual({
      name: 'a',
      value: 1,
      unit: 'MB',
      goal: null,
      ok: null,
      floor: 0.5,
    }));
  it('that missed its goal is marked in the table', () => {
    expect(
      describeFigures([figure('slow', 2, 'ms', { most: 1 }), figure('fast', 1, 'ms', { most: 1 })])
        .split('\n')
        .map((line) => line[0]),
    ).toEqual(['✗', '✓']);
  });
});

describe('what is typed', () => {
  it('is of every kind, and the same in every run', () => {
    const texts = typedTexts(2000, 200);
    expect(texts).toHaveLength(200);
    expect(typedTexts(2000, 200)).toEqual(texts);
    for (const kind of [
      /^[a-z]+$/,
      /^\p{Script=Han}{2,4}$/u,
      /^\d{4}$/,
      /^141\d{8}$/,
      /^\d+-\d+-\d+$/,
      /^桂/,
      /栋/,
    ])
      expect(
        texts.some((text) => kind.test(text)),
        String(kind),
      ).toBe(true);
    expect(namesAmong(texts).length).toBeGreaterThan(10);
  });
});
