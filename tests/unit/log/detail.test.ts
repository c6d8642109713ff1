/** The detail of an entry in the store: one text for one value, and nothing read that is not exactly that. */
import { describe, expect, it } from 'vitest';
import { LOG_ACTIONS, type LogAction } from '../../../contract/log/entries.ts';
import { encodeDetail, readAnyDetail } from '../../../main/vault/log/detail.ts';
import { samplesOf } from '../../support/detail-samples.ts';

const read = (action: LogAction, detail: string | null) =>
  readAnyDetail({ action, field: null, outcome: 'done', detail });

describe('a detail', () => {
  it.each(LOG_ACTIONS)('of %s is read as it was written, whatever its shape', (action) => {
    const samples = samplesOf(action);
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) {
      const text = encodeDetail(action, sample);
      expect(read(action, text)).toEqual(sample);
    }
  });

  it('is one text for one value, whatever the order of its members', () => {
    const texts = [
      { name: '王芳', role: 'admin', was: null, twoRoles: false, sheet: true },
      { sheet: true, twoRoles: false, was: null, role: 'admin', name: '王芳' },
    ].map((detail) => encodeDetail('staff-add', detail as never));
    expect(new Set(texts)).toEqual(
      new Set(['\u001e{"name":"王芳","role":"admin","sheet":true,"twoRoles":false,"was":null}']),
    );
  });

  it('has its texts composed and on one visible line', () => {
    const text = encodeDetail('handover', { to: ' Ame\u0301lie\r\n\u202eeno\u202c\u200b ' });
    expect(text).toBe('\u001e{"to":"Amélie eno"}');
  });

  it('is refused where it is none of its action, before anything is written', () => {
    for (const [action, detail] of [
      ['open', { of: 'room', room: 1 }],
      ['verify', { kind: 'shoe-size' }],
      ['verify', { kind: 'phone', said: '14100000001' }],
      ['new-day', { pruned: 1.5 }],
      ['new-day', { pruned: Number.NaN }],
      ['locked', null],
    ] as const)
      expect(() => encodeDetail(action, detail as never), action).toThrow();
  });

  it.each([
    ['another action', 'verify', '\u001e{"found":1}'],
    ['a member too many', 'search-id', '\u001e{"found":1,"name":"x"}'],
    ['a member too few', 'sign-in-failed', '\u001e{"count":1}'],
    ['members in another order', 'sign-in-failed', '\u001e{"since":1,"count":1}'],
    ['a member twice', 'search-id', '\u001e{"found":1,"found":1}'],
    ['spaces', 'search-id', '\u001e{"found": 1}'],
    ['a fraction', 'search-id', '\u001e{"found":1.5}'],
    ['an exponent', 'search-id', '\u001e{"found":1e0}'],
    ['a number beyond what is exact', 'search-id', '\u001e{"found":9007199254740993}'],
    ['a number below none', 'search-id', '\u001e{"found":-1}'],
    ['text in the place of a number', 'search-id', '\u001e{"found":"1"}'],
    ['a word that is not of the list', 'verify', '\u001e{"kind":"shoe-size"}'],
    ['an escape that is not needed', 'verify', '\u001e{"kind":"\\u0070hone"}'],
    ['a text that is not composed', 'handover', '\u001e{"to":"Ame\u0301lie"}'],
    ['a text that hides something', 'handover', '\u001e{"to":"Am\u200bi"}'],
    ['half of it', 'search-id', '\u001e{"found":1'],
    ['something after it', 'search-id', '\u001e{"found":1}x'],
    ['the mark twice', 'search-id', '\u001e\u001e{"found":1}'],
    ['the mark alone', 'search-id', '\u001e'],
    ['JSON without the mark', 'search-id', '{"found":1}'],
    ['null as text', 'reveal', '\u001enull'],
    ['nothing where something belongs', 'search-id', null],
    ['something where nothing belongs', 'open', '\u001e{"of":"room","room":1}'],
    ['a sentence where there never was one', 'sign-in', 'by the front door'],
  ] as const)('with %s is unreadable', (_what, action, text) => {
    expect(read(action, text)).toBe('unreadable');
  });

  it('of an action that the program does not know is unreadable', () => {
    for (const action of ['constructor', '__proto__', 'reveal-all', ''])
      expect(read(action as LogAction, '\u001e{}'), action).toBe('unreadable');
  });
});
