/** The one list of keys: what is pressed, that no two are the same, and the steps of the zoom. */
import { describe, expect, it } from 'vitest';
import { USUAL_SETTINGS, ZOOMS } from '../../../contract/shell/settings.ts';
import { KEY_GROUPS, type KeyFacts } from '../../../renderer/keys.ts';
import { zoomAfter } from '../../../renderer/zoom.ts';
import { ALL_KEYS, KEY_IDS, struckKey } from '../../support/page-registry.ts';

const press = (code: string, held: Partial<KeyFacts> = {}): KeyFacts => ({
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const keyOf = (event: KeyFacts): string | null => struckKey(event)?.id ?? null;
const HELD = { nothing: {}, control: { ctrlKey: true }, alt: { altKey: true } } as const;

describe('the list of keys', () => {
  it('tells every chord from every other', () => {
    for (const { id, key } of ALL_KEYS)
      for (const code of key.chord?.codes ?? [])
        expect(keyOf(press(code, HELD[key.chord!.with])), id).toBe(id);
  });

  it('takes no letter without Ctrl or Alt, because letters search', () => {
    for (const { id, key } of ALL_KEYS)
      if (key.chord?.with === 'nothing')
        expect(
          key.chord.codes.every((code) => /^F\d+$/.test(code)),
          id,
        ).toBe(true);
    expect([keyOf(press('KeyN')), keyOf(press('KeyN', { shiftKey: true }))]).toEqual([null, null]);
  });

  it('asks for exactly what is to be held, with Command in the place of Ctrl', () => {
    expect(keyOf(press('KeyN', { metaKey: true }))).toBe('add');
    expect(keyOf(press('KeyN', { ctrlKey: true, altKey: true }))).toBeNull();
    expect(keyOf(press('KeyN', { ctrlKey: true, shiftKey: true }))).toBeNull();
    expect(keyOf(press('KeyV', { ctrlKey: true }))).toBeNull();
    expect(keyOf(press('Equal', { ctrlKey: true, shiftKey: true }))).toBe('zoomIn');
  });

  it('shows each key once, each in a group', () => {
    expect(new Set(ALL_KEYS.map(({ key }) => key.shown)).size).toBe(ALL_KEYS.length);
    for (const group of KEY_GROUPS)
      expect(
        ALL_KEYS.some(({ key }) => key.group === group),
        group,
      ).toBe(true);
  });

  it('gives each name once, so that no page takes the key of another', () => {
    expect(new Set(KEY_IDS).size).toBe(KEY_IDS.length);
  });
});

describe('the zoom', () => {
  it('steps through the list to its ends and back to the usual size', () => {
    expect(zoomAfter(100, 'zoomIn')).toBe(110);
    expect(zoomAfter(100, 'zoomOut')).toBe(90);
    expect(zoomAfter(ZOOMS[0], 'zoomOut')).toBe(ZOOMS[0]);
    expect(zoomAfter(200, 'zoomIn')).toBe(200);
    for (const zoom of ZOOMS) expect(zoomAfter(zoom, 'zoomReset')).toBe(USUAL_SETTINGS.zoom);
  });
});
