/** When the search box hides what is typed from the main process: its transitions, key by key. */
import { describe, expect, it } from 'vitest';
import {
  type BoxMode,
  endsId,
  isWholeId,
  looksLikeId,
  modeAfterInput,
  modeAfterKey,
  modeAfterPaste,
} from '../../../renderer/counter/number-mode.ts';
import { fc, forAll } from '../../support/for-all.ts';

const key = (name: string, first = false) => ({ key: name, composing: false, command: false, first });

/** Types keys into an empty box, as the screen does. */
function type(keys: readonly string[]): { readonly mode: BoxMode; readonly value: string } {
  let mode: BoxMode = 'text';
  let value = '';
  for (const name of keys) {
    mode = modeAfterKey(mode, { ...key(name, value === ''), endsId: endsId(value) });
    value = name === 'Backspace' ? value.slice(0, -1) : value + name;
    mode = modeAfterInput(mode, value, false);
  }
  return { mode, value };
}

describe('number mode', () => {
  it.each(['0', '5', '9', '#'])('begins with %s as the first key', (first) =>
    expect(type([first]).mode).toBe('number'),
  );
  it.each(['z', 'Z', '张', '-', ' ', 'é'])('does not begin with %s', (first) =>
    expect(type([first]).mode).toBe('text'),
  );
  it('holds through a phone and through a room', () => {
    expect(type([...'14100000231']).mode).toBe('number');
    expect(type([...'3-2-1801']).mode).toBe('number');
    expect(type([...'#33 2']).mode).toBe('number');
  });
  it('ends at a letter, wherever it is typed', () => {
    expect(type([...'3栋']).mode).toBe('text');
    expect(type([...'141a']).mode).toBe('text');
  });
  it('does not come back by a digit after letters', () => expect(type([...'m123']).mode).toBe('text'));
  it('ends with an input method, however its keys are called', () => {
    expect(modeAfterKey('number', { ...key('Process'), composing: false })).toBe('text');
    expect(modeAfterKey('number', { ...key('3'), composing: true })).toBe('text');
    expect(modeAfterKey('text', { ...key('3', true), composing: true })).toBe('text');
  });
  it('takes no notice of commands and of keys that type nothing', () => {
    expect(modeAfterKey('number', { ...key('a'), command: true })).toBe('number');
    for (const name of ['ArrowLeft', 'Backspace', 'Shift', 'Enter', 'F1'])
      expect(modeAfterKey('number', key(name))).toBe('number');
    expect(modeAfterKey('text', { ...key('5', true), command: true })).toBe('text');
  });
  it('begins anew once the box is empty', () => {
    expect(type(['1', 'Backspace'])).toEqual({ mode: 'text', value: '' });
    expect(type(['1', 'a', 'Backspace', 'Backspace', '2']).mode).toBe('number');
    expect(type(['a', 'Backspace', '7']).mode).toBe('number');
  });
  it('comes back when a slip is deleted, but does not break into a composition', () => {
    expect(type(['1', '4', 'q', 'Backspace']).mode).toBe('number');
    expect(modeAfterInput('text', '3', true)).toBe('text');
    expect(modeAfterInput('text', 'm123', false)).toBe('text');
  });
  it('takes the X that an ID number may end in, there and nowhere else', () => {
    expect(type([...'45010218900101001x'])).toEqual({ mode: 'number', value: '45010218900101001x' });
    expect(type([...'450102 18900101 001', 'X']).mode).toBe('number');
    expect(type([...'4501021890010100', 'x']).mode).toBe('text');
    expect(type([...'45010218900101001xy']).mode).toBe('text');
    expect(modeAfterPaste('text', '45010218900101001X', true)).toBe('number');
    expect(modeAfterPaste('text', '1234X', true)).toBe('text');
  });
  it.each([
    ['45010218900101', false, false],
    ['450102900101001', true, true],
    ['4501021890010100', true, false],
    ['450102189001010012', true, true],
    ['45010218900101001x', true, true],
    ['450102 18900101-0012', true, true],
    ['4501021890010100123', false, false],
    ['008614112341234', false, false],
    ['14112341234', false, false],
    ['3-2-1801', false, false],
  ])('%s may be an ID number: %s, and is a whole one: %s', (text, looks, whole) =>
    expect([looksLikeId(text), isWholeId(text)]).toEqual([looks, whole]),
  );
  it('replacing the whole text decides anew', () => {
    expect(modeAfterKey('number', key('z', true))).toBe('text');
    expect(modeAfterKey('text', key('4', true))).toBe('number');
  });
  it('never leaves digits alone in a plain text box', () => {
    forAll(fc.array(fc.constantFrom(...'0123456789'), { minLength: 1, maxLength: 20 }), (keys) => {
      expect(type(keys).mode).toBe('number');
    });
  });
});

describe('a paste', () => {
  it('of a number into an empty box turns it to number mode', () =>
    expect(modeAfterPaste('text', ' 14100000231\n', true)).toBe('number'));
  it('of words turns it back', () => {
    expect(modeAfterPaste('number', '张三', false)).toBe('text');
    expect(modeAfterPaste('number', '张三', true)).toBe('text');
  });
  it('of digits into text leaves it', () => expect(modeAfterPaste('text', '123', false)).toBe('text'));
  it('of nothing changes nothing', () => expect(modeAfterPaste('number', '  ', false)).toBe('number'));
});
