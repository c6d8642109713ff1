/** The log in words: every action with every shape of its detail, in both languages. */
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Translate } from '../../../renderer/messages/translate.ts';
import {
  LOG_ACTIONS,
  type LogAction,
  type LogDetail,
  type LogEntryView,
} from '../../../contract/log/entries.ts';
import { POLICY_SETTINGS, valuesOf } from '../../../contract/policy/lists.ts';
import { ROUTE_NAMES } from '../../../contract/route-names.ts';
import { detailWords } from '../../../renderer/log/detail-words.ts';
import { wordsIn } from '../../../renderer/messages/i18n.ts';
import { zhCN } from '../../../renderer/messages/words.ts';
import '../../support/page-registry.ts';
import { samplesOf } from '../../support/detail-samples.ts';

const LANGUAGES = ['zh-CN', 'en'] as const;
type Language = (typeof LANGUAGES)[number];
const words = {} as Record<Language, Translate>;
beforeAll(async () => {
  for (const lng of LANGUAGES)
    words[lng] = (await i18next.createInstance().init({
      lng,
      resources: { 'zh-CN': { translation: wordsIn('zh-CN') }, en: { translation: wordsIn('en') } },
      interpolation: { escapeValue: false },
    })) as unknown as Translate;
});

/** Of a policy's setting that can be what the sample says. */
const fieldOf = (action: LogAction, detail: unknown): string | null =>
  action === 'policy'
    ? (POLICY_SETTINGS.find((setting) =>
        [(detail as LogDetail<'policy'>).was, (detail as LogDetail<'policy'>).became].every((value) =>
          valuesOf(setting).includes(value),
        ),
      ) ?? null)
    : null;
const say = (
  language: Language,
  action: LogAction,
  detail: unknown,
  field: string | null = fieldOf(action, detail),
): string => detailWords(words[language], { action, field, detail } as LogEntryView);

/** Latin words that a Chinese reader of such a screen knows. */
const LATIN = /[A-Za-z][A-Za-z'-]+/g;
const KNOWN_LATIN: ReadonlySet<string> = new Set([
  'PIN',
  'WPS',
  'PDF',
  'QQ',
  'P-',
  'E-',
  'X-',
  'H-',
  'R-',
  'I-',
]);
/** What is a name, a number of something or an example of a mask in either language. */
const withoutNames = (text: string): string =>
  text.replace(
    /RV-\d{8}-\d{6}|\b[0-9a-f]{8,16}\b|\b[KMGT]?B\b|\S*\*\S*|王芳|(Admin|Super|Desk) (One|Two|Three|Deux)/g,
    '',
  );

function expectWords(language: Language, text: string, what: string): void {
  expect(text.trim(), what).not.toBe('');
  expect(text, what).not.toMatch(/undefined|null|NaN|Invalid|\[object|\{\{|\}\}|"/);
  // A key of the messages where its words should be.
  expect(withoutNames(text), what).not.toMatch(/\b[a-z]\w*\.[a-zA-Z-]+\b/);
  expect(withoutNames(text), what).not.toMatch(/\b[a-z]+[A-Z]/);
  if (language === 'zh-CN')
    for (const [word] of withoutNames(text).matchAll(LATIN))
      expect(KNOWN_LATIN, `${what}: ${text}`).toContain(word);
  else expect(withoutNames(text), what).not.toMatch(/[\u4e00-\u9fff，。；：（）]/);
}

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(LOG_ACTIONS)('%s is told in words, whatever the shape of its detail', (action) => {
    for (const detail of samplesOf(action)) {
      const what = JSON.stringify({ action, detail });
      if (detail === null) expect(say(language, action, detail), what).toBe('');
      else if (action === 'policy' && fieldOf(action, detail) === null)
        expect(say(language, action, detail), what).toBe(words[language]('log.unreadable'));
      else {
        expectWords(language, say(language, action, detail), what);
        expect(say(language, action, detail), what).not.toBe(words[language]('log.unreadable'));
      }
      expect(say(language, action, 'unreadable')).toBe(words[language]('log.unreadable'));
    }
  });

  it('a choice of every setting is told by what it was and what it became', () => {
    for (const setting of POLICY_SETTINGS)
      for (const was of valuesOf(setting))
        for (const became of valuesOf(setting))
          expectWords(language, say(language, 'policy', { was, became, remasked: 3 }, setting), setting);
  });

  it('a refusal is told for every route, also for one that is no longer there', () => {
    for (const route of [...ROUTE_NAMES, 'unknown', 'once.upon'])
      expectWords(language, say(language, 'refused', { of: 'route', route, code: 'locked' }), route);
  });
});

describe('a detail', () => {
  const zh = (action: LogAction, detail: unknown, field?: string): string =>
    say('zh-CN', action, detail, field);

  it('of a lock: why and when', () =>
    expect(zh('locked', { why: 'idle', at: Date.UTC(2026, 9, 14, 9) })).toMatch(
      new RegExp(`^${zhCN.lockReasons.idle} · 2026-10-14`),
    ));

  it('of a search: the kinds and how many, or what was looked for', () => {
    const found = [
      { kind: 'room', count: 3, more: false },
      { kind: 'name', count: 16, more: true },
    ];
    expect(zh('search', { of: 'found', kinds: found })).toBe('房号 3，姓名 16+');
    expect(zh('search', { of: 'nothing', sought: ['name', 'phone'] })).toBe('没有找到 · 姓名，电话');
    expect(zh('search', { of: 'nothing', sought: [] })).toBe('没有找到');
  });

  it('of an ID number and of patterns: how many', () => {
    expect(zh('search-id', { found: 2 })).toBe('证件号 2');
    expect(zh('room-patterns', { patterns: 1, rooms: 38, kept: 2 })).toBe(
      '格式 1 种，重新识别 38 间，未改 2 间',
    );
  });

  it('of an emergency that was acknowledged: which entry, and whether nobody else was there', () => {
    expect(zh('emergency-seen', { entry: 47, alone: false })).toBe('第 47 条起打开的内容');
    expect(zh('emergency-seen', { entry: 47, alone: true })).toBe(
      '第 47 条起打开的内容 · 本人确认，没有其他主管',
    );
  });

  it('of a note that is of the room: that it is', () =>
    expect(zh('reveal', { of: 'room-note', note: 12 })).toBe('房屋的办理记录'));

  it('of a new day: what was removed', () =>
    expect(zh('new-day', { pruned: 1 })).toBe('清除满 30 天的旧值 1 项'));

  it('of a record: its kind, without its number', () =>
    expect(zh('edit', { of: 'record', kind: 'renovation', record: 12 })).toBe('装修'));

  it('of a merge and of its undo: with whom', () => {
    expect(zh('merge', { side: 'into', other: 7 })).toBe('住户 7 并入本档案');
    expect(zh('merge', { side: 'away', other: 3 })).toBe('并入住户 3');
    expect(zh('merge-undo', { side: 'into', other: 7, kept: 2 })).toBe('住户 7 重新分开，留下改过的 2 处');
    expect(zh('merge-undo', { side: 'away', other: 3 })).toBe('与住户 3 重新分开');
  });

  it('of a choice: the levels by their look', () =>
    expect(zh('policy', { was: 'usual', became: 'last-four', remasked: 6 }, 'mask.phone')).toBe(
      '138****1234 → 1******1234 · 重新脱敏 6 处',
    ));
});
