/** Waits, highlights and groups of digits. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { translateOf } from '../../../renderer/messages/translate.ts';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { secondsLeft } from '../../../renderer/countdown.ts';
import { en } from '../../../renderer/messages/words.ts';
import { formatDay, sayDays } from '../../../renderer/messages/days.ts';
import {
  formatDate,
  formatDuration,
  formatFullMoment,
  formatMoment,
  groupValue,
  splitHighlight,
} from '../../../renderer/messages/format.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { cx } from '../../../renderer/ui/cx.ts';
import { fc, forAll } from '../../support/for-all.ts';

const words = i18next.createInstance();
beforeAll(() => words.init({ lng: 'en', resources: { en: { translation: en } } }));

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [0.2, '1 s'],
    [59, '59 s'],
    [59.5, '1 min'],
    [300, '5 min'],
    [90, '1 min 30 s'],
    [3600, '1 h 0 min'],
    [14_460, '4 h 1 min'],
    [-5, '0 s'],
  ])('%s s', (seconds, text) => {
    expect(formatDuration(translateOf(words), seconds)).toBe(text);
  });
});

describe('splitHighlight', () => {
  it('marks what the range covers and nothing beside it', () => {
    expect(splitHighlight('张**', [[0, 1]])).toEqual([
      { text: '张', marked: true },
      { text: '**', marked: false },
    ]);
    expect(splitHighlight('141****0231', [[7, 11]])).toEqual([
      { text: '141****', marked: false },
      { text: '0231', marked: true },
    ]);
  });

  it('gives the text back whole, whatever the ranges', () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
    forAll(fc.string({ maxLength: 30 }), fc.array(range, { maxLength: 6 }), (text, ranges) => {
      const segments = splitHighlight(text, ranges);
      expect(segments.map((segment) => segment.text).join('')).toBe(text);
      expect(segments.every((segment) => segment.text !== '')).toBe(true);
    });
  });

  it('marks exactly the union of the ranges', () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }));
    forAll(fc.array(range, { maxLength: 5 }), (ranges) => {
      const text = 'abcdefghijklmnop';
      const marked = splitHighlight(text, ranges).flatMap((segment) =>
        [...segment.text].map(() => segment.marked),
      );
      expect(marked).toEqual(
        [...text].map((_, at) => ranges.some(([start, end]) => at >= start && at < end)),
      );
    });
  });
});

describe('groupValue', () => {
  it('groups a mobile number and an ID, and leaves the rest alone', () => {
    expect(groupValue('phone', '14100000231')).toEqual(['141', '0000', '0231']);
    expect(groupValue('idNumber', '45120018930101001X')).toEqual(['451200', '1893', '0101', '001X']);
    expect(groupValue('phone', '0778-0000000')).toEqual(['0778-0000000']);
    expect(groupValue('plate', '桂M00000')).toEqual(['桂M00000']);
  });

  it('never changes the value', () => {
    forAll(
      fc.constantFrom('phone' as const, 'idNumber' as const, 'remark' as const),
      fc.string(),
      (field, value) => {
        expect(groupValue(field, value).join('')).toBe(value);
      },
    );
  });
});

describe('secondsLeft', () => {
  it('runs down and stops at zero', () => {
    expect(secondsLeft(20_000, 0)).toBe(20);
    expect(secondsLeft(20_000, 19_800)).toBeCloseTo(0.2);
    expect(secondsLeft(20_000, 25_000)).toBe(0);
  });
});

describe('formatDate', () => {
  it('writes a day as it is typed into a form', () => {
    expect(formatDate(new Date(2026, 0, 9, 12).getTime())).toBe('2026-01-09');
  });

  it('writes a moment to the minute, and of today its time alone', () => {
    const moment = new Date(2026, 9, 11, 7, 5, 59).getTime();
    expect(formatMoment(moment, new Date(2026, 9, 12).getTime())).toBe('2026-10-11 07:05');
    expect(formatMoment(moment, new Date(2026, 9, 11, 23).getTime())).toBe('07:05');
    expect(formatFullMoment(moment)).toBe('2026-10-11 07:05');
  });
});

describe('a day', () => {
  const now = new Date(2026, 10, 30).getTime();
  it.each([
    ['zh-CN', new Date(2026, 0, 31).getTime(), '1月31日 周六'],
    ['en', new Date(2026, 0, 31).getTime(), 'Sat 31 Jan'],
    ['zh-CN', new Date(2025, 0, 31).getTime(), '2025年1月31日 周五'],
    ['en', new Date(2025, 0, 31).getTime(), 'Fri 31 Jan 2025'],
  ])('is said in %s with its weekday, and with its year where that is another', (language, time, said) => {
    expect(formatDay(time, language, now)).toBe(said);
  });

  it('is said so within a sentence, and stays as in a table elsewhere', () => {
    const year = new Date().getFullYear();
    const day = `${year}-01-31`;
    const said = formatDay(new Date(year, 0, 31).getTime(), 'zh-CN');
    expect(sayDays(`${day} 前再答一次。`, { day }, 'zh-CN')).toBe(`${said} 前再答一次。`);
    expect(sayDays(`${day} 09:05 已报告。`, { time: `${day} 09:05` }, 'zh-CN')).toBe(
      `${said} 09:05 已报告。`,
    );
    expect(sayDays(`${day}，还有 3 天`, { day }, 'zh-CN')).toBe(`${day}，还有 3 天`);
    // Typed by somebody, with a day in it.
    expect(sayDays(`说明：${day} 已修好。`, { words: `${day} 已修好` }, 'zh-CN')).toBe(
      `说明：${day} 已修好。`,
    );
  });

  it('is written by nothing but the formats of the messages and the field for a day', () => {
    const others = globSync('renderer/**/*.{ts,tsx}', { cwd: projectDir })
      .map((file) => file.replaceAll('\\', '/'))
      .filter(
        (file) => !/^renderer\/(?:messages\/(?:days|format)|ui\/days|activity\/weekdays)\.ts$/.test(file),
      )
      .filter((file) =>
        /DateTimeFormat|toLocale(?:Date|Time)|getFullYear|getMonth\(|getMinutes|toISOString/.test(
          readFileSync(join(projectDir, file), 'utf8'),
        ),
      );
    expect(others).toEqual([]);
  });
});

describe('cx', () => {
  it('keeps the names that apply', () => expect(cx('a', false, undefined, null, '', 'b')).toBe('a b'));
});
