/** The invented residents of the practice vault: valid to the last one, the same every time, and nobody who can exist. */
import { describe, expect, it } from 'vitest';
import { SEALED_FIELD_IDS } from '../../../contract/fields.ts';
import {
  type InventedPerson,
  formalNumber,
  inventEstates,
  inventNextEstate,
} from '../../../main/vault/practice/invent-estate.ts';
import { workbookOf } from '../../../main/vault/practice/write-workbook.ts';
import { mayBeReal } from '../../../main/vault/values/invented.ts';
import { isPlaceholder, validateField } from '../../../main/vault/values/validate.ts';

const TODAY = Date.UTC(2026, 10, 27, 9);
const households = inventEstates({ seed: 20, today: TODAY });
const people = households.flatMap((household) => household.people);
const everybody = [
  ...people,
  ...inventNextEstate({ seed: 21, today: TODAY }).flatMap((household) => household.people),
];

const sealedOf = (person: InventedPerson) =>
  SEALED_FIELD_IDS.flatMap((field) => {
    const value = (person as unknown as Readonly<Record<string, string | undefined>>)[field];
    return value === undefined ? [] : [{ field, value }];
  });

describe('the invented residents', () => {
  it('are some three hundred in three estates, with every relation that an import knows of a flat', () => {
    expect(people.length).toBeGreaterThan(250);
    expect(people.length).toBeLessThan(360);
    expect(new Set(households.map(({ estate }) => estate)).size).toBe(3);
    expect(new Set(people.map(({ relation }) => relation))).toEqual(
      new Set(['owner', 'co-owner', 'family', 'tenant']),
    );
  });

  it('cannot exist: phones of nobody, births in the 1890s, given names that are numbers, plates of no city', () => {
    for (const person of everybody) {
      for (const { field, value } of sealedOf(person)) expect(mayBeReal(field, value), value).toBe(false);
      expect(person.phone).toMatch(/^141[1-9]\d{7}$/);
      if (person.idNumber !== undefined) expect(person.idNumber.slice(6, 9)).toBe('189');
      expect(person.name).toMatch(/[壹贰叁肆伍陆柒捌玖拾]|^Nobody /);
      if (person.car !== undefined) expect(person.car.plate).toMatch(/^桂[XYZ]/);
    }
  });

  it('are valid in every field, and none of a value that stands for an unknown one', () => {
    for (const person of everybody) {
      for (const { field, value } of sealedOf(person)) {
        expect(isPlaceholder(field, value), value).toBe(false);
        expect(
          validateField(field, value, field === 'idNumber' ? { idType: 'resident-id' } : {}),
          value,
        ).toMatchObject({ valid: true });
      }
      const kind = person.idNumber === undefined ? 'company' : 'person';
      expect(validateField('name', person.name, { kind }).valid, person.name).toBe(true);
      if (person.car !== undefined) expect(validateField('plate', person.car.plate).valid).toBe(true);
    }
  });

  it('are the same for the same seed and day, and others for another seed', () => {
    expect(inventEstates({ seed: 20, today: TODAY })).toEqual(households);
    expect(inventEstates({ seed: 21, today: TODAY })).not.toEqual(households);
  });

  it('share no phone, no ID number and no room, and leases of spaces end before and after the day', () => {
    const values = everybody.flatMap(({ phone, idNumber }) => [
      phone,
      ...(idNumber === undefined ? [] : [idNumber]),
    ]);
    expect(new Set(values).size).toBe(values.length);
    const rooms = households.map(
      ({ estate, building, unit, room }) => `${estate} ${building}-${unit}-${room}`,
    );
    expect(new Set(rooms).size).toBe(rooms.length);
    const ends = people.flatMap(({ car }) => (car === undefined ? [] : [car.until]));
    expect(ends.some((day) => day < '2026-11-27')).toBe(true);
    expect(ends.some((day) => day > '2026-11-27')).toBe(true);
  });

  it('fill a row of the workbook each, none of which needs a quote', () => {
    const lines = workbookOf(households).trimEnd().split('\r\n');
    expect(lines.length).toBe(people.length + 1);
    const columns = lines[0]!.split(',').length;
    for (const line of lines) {
      expect(line.split(',').length).toBe(columns);
      expect(line).not.toMatch(/["\n]/);
    }
  });
});

it('writes numbers from 1 to 99 as a cheque has them', () => {
  expect([1, 10, 13, 20, 25, 99].map(formalNumber)).toEqual(['壹', '拾', '拾叁', '贰拾', '贰拾伍', '玖拾玖']);
});
