import { describe, expect, it } from 'vitest';
import { OWN_SEALED_FIELD_IDS } from '../../../contract/fields.ts';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import { checkOf, showTraceCode } from '../../../contract/trace/lists.ts';
import { maskValue } from '../../../main/vault/values/mask.ts';
import { findClear, secretsOf } from '../../support/clear-values.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';

const secrets = secretsOf(PLANTED);
const [full] = PLANTED;

describe('planted values', () => {
  it('are there for every sealed field, for names, readings and plates, and each has pieces to be found by', () => {
    expect(Object.keys(full.sealed).sort()).toEqual([...OWN_SEALED_FIELD_IDS].sort());
    expect(secrets.filter(({ pieces }) => pieces.length === 0)).toEqual([]);
    expect(secrets.length).toBeGreaterThanOrEqual(24);
  });

  it('are masked by the product as the specification has it', () => {
    for (const person of PLANTED) {
      const draft = draftOfPlanted(person);
      expect(maskValue(USUAL_MASKS, 'name', draft.name)).toEqual({ mask: person.name.shown, valid: true });
      for (const { value, shown } of person.plates)
        expect(maskValue(USUAL_MASKS, 'plate', value)).toEqual({ mask: shown, valid: true });
      for (const [field, planted] of Object.entries(person.sealed)) {
        for (const { value, shown } of planted)
          expect([
            field,
            maskValue(USUAL_MASKS, field as keyof typeof person.sealed, value, { idType: person.idType }),
          ]).toEqual([field, { mask: shown, valid: true }]);
      }
    }
  });
});

describe('the search for clear values', () => {
  it('finds nothing in masks, in what is open, and in words of the product', () => {
    const shown = PLANTED.map(({ name, plates, sealed, room, sex }) => [
      name.shown,
      plates.map((plate) => plate.shown),
      Object.values(sealed)
        .flat()
        .map((value) => value.shown),
      room,
      sex,
    ]);
    expect(findClear(secrets, shown)).toEqual([]);
  });

  it.each(secrets.map(({ what, value }) => [what, value]))(
    'finds the %s, wherever it stands',
    (what, value) => {
      const found = (held: unknown): boolean =>
        findClear(secrets, held).some((line) => line.startsWith(what));
      expect(found(value)).toBe(true);
      expect(found({ rows: [{ deep: [`x${value}y`] }] })).toBe(true);
      expect(found({ [value]: 1 })).toBe(true);
      expect(found(new Error('failed', { cause: new Error(value) }))).toBe(true);
    },
  );

  it.each([
    ['full-width digits', '１４１２７３６５０８４'],
    ['groups', '141 2736 5084'],
    ['dashes', '141-2736-5084'],
    ['a country code', '+86 (141) 27365084'],
    ['zero-width characters', '141\u200b2736\u200d5084'],
    ['one element a character', [...'14127365084']],
    ['a number', 14_127_365_084],
    ['most of it', '…1273650…'],
    ['bytes', Buffer.from('14127365084')],
    ['bytes of UTF-16', Buffer.from('14127365084', 'utf16le')],
  ])('finds a phone as %s', (_, held) => {
    expect(findClear(secrets, { held })).toEqual([expect.stringMatching(/^phone of 邢\*\*/)]);
  });

  it.each([
    ['the given name', '婉蓉女士'],
    ['the first two', '邢婉'],
    ['spaces', '婉 蓉'],
    ['its reading', 'Xing Wanrong'],
    ['half of it', 'wanrong'],
  ])('finds a name by %s', (_, held) => {
    expect(findClear(secrets, { held })).toHaveLength(1);
  });

  it.each([
    ['a fingerprint', '0f3c 6798 aa07 1b2c 6798 77e0 9d41 00c3'],
    ['the end of the log', '6798 ab01 6798 0000'],
    ['a hash', '67980f3c6798aa07'],
    ['a moment', '2026-11-25T04:17:26.000Z'],
    ['a clock', '26 Nov 2026, 04:17:26'],
    ['a clock without seconds', '2026/11/04 17:41'],
    ['a size in bytes', { bytes: 4_167_987 }],
    ['the name of a backup', 'RV-20261126-041726'],
    ['the mark of a window', showTraceCode(`QM7K39PD6B1${checkOf('QM7K39PD6B1')}`)],
  ])('passes over the digits of a plate, a card or an ID number in %s', (_, held) => {
    expect(findClear(secrets, held)).toEqual([]);
  });

  it.each([
    ['a card in groups', '9558 8004 1726 3948 519', 'bankCard'],
    ['a plate beside a fingerprint', '6798 7 · 0f3c 1111 aa07 1b2c', 'plate'],
    ['a plate among letters', 'md67987', 'plate'],
    ['a plate in what looks like a mark and has a slip', 'QM7K-39PD-6B10', 'plate'],
    ['a card with colons that is no clock', '9558:80:041726:39', 'bankCard'],
  ])('does not pass over %s', (_, held, field) => {
    expect(findClear(secrets, held)).toEqual([expect.stringContaining(field)]);
  });

  it('leaves out what was opened, and nothing else of the same person', () => {
    const held = { value: '14127365084', more: '婉蓉' };
    expect(findClear(secrets, held, ['14127365084'])).toEqual([expect.stringMatching(/^name of 邢/)]);
  });
});
