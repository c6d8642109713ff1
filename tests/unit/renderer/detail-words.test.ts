/** The log's details in words: the forms that the vault writes are read, anything else is shown as it is. */
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { LOCK_REASONS } from '../../../contract/host.ts';
import type { LogAction } from '../../../contract/views.ts';
import { detailWords } from '../../../renderer/log/detail-words.ts';
import { zhCN } from '../../../renderer/messages/zh-CN.ts';

const words = i18next.createInstance();
beforeAll(
  async () =>
    void (await words.init({
      lng: 'zh-CN',
      resources: { 'zh-CN': { translation: zhCN } },
      interpolation: { escapeValue: false },
    })),
);
const say = (action: LogAction, detail: string | null): string =>
  detailWords(words.t, { action, detail }, 'zh-CN');

describe('a detail', () => {
  it('of a lock: why and when', () => {
    for (const why of LOCK_REASONS)
      expect(say('locked', `${why} at 2026-10-14T09:00:00.000Z`)).toMatch(
        new RegExp(`^${zhCN.lockReasons[why]} · 2026/10/14`),
      );
  });

  it('of a search: the kinds and how many, or what was looked for', () => {
    expect(say('search', 'room 3, name 16+')).toBe('房号 3，姓名 16+');
    expect(say('search', 'none of name, phone')).toBe('没有找到 · 姓名，电话');
    expect(say('search', 'none')).toBe('没有找到');
  });

  it('of an ID number and of patterns: how many', () => {
    expect(say('search-id', 'idNumber 2')).toBe('证件号 2');
    expect(say('room-patterns', 'patterns 1, rooms 38, kept 2')).toBe('写法 1 种，重认 38 间，未改 2 间');
  });

  it('of a note that is of the room: that it is', () => {
    expect(say('reveal', 'note 12 of the room')).toBe('房屋的办理记录');
  });

  it('of a new day: what ended and what was let go', () => {
    expect(say('new-day', 'ended 2, let go 1')).toBe('到期结束 2 项，清除满 30 天的旧值 1 项');
  });

  it('of a record: its kind, without its number', () => {
    expect(say('edit', 'renovation 12')).toBe('装修');
  });

  it('of a merge and of its undo: with whom', () => {
    expect(say('merge', 'person 7 merged into this one')).toBe('住户 7 并入本档案');
    expect(say('merge', 'merged into person 3')).toBe('并入住户 3');
    expect(say('merge-undo', 'person 7 is apart from this one again, kept 2')).toBe(
      '住户 7 重新分开，留下改过的 2 处',
    );
    expect(say('merge-undo', 'apart from person 3 again')).toBe('与住户 3 重新分开');
  });

  it('that is none of these stays as it is', () => {
    expect([
      say('locked', 'elsewhere at noon'),
      say('search', 'tea 3'),
      say('edit', 'own slot'),
      say('import', '62 rows'),
      say('search', null),
    ]).toEqual(['elsewhere at noon', 'tea 3', 'own slot', '62 rows', '']);
  });
});
