import { expect, test } from 'vitest';
import { isPlaceholder, validateField } from '../../../main/vault/values/validate.ts';
import { createRandom, generateEstate } from '../../support/generate-people.ts';

test('the same seed makes the same estate, another makes another', () => {
  const [first, again, other] = [1, 1, 2].map((seed) =>
    JSON.stringify(generateEstate({ residents: 300, seed })),
  );
  expect(first).toBe(again);
  expect(first).not.toBe(other);
  expect(createRandom(1)()).toBe(createRandom(1)());
});

test('everybody is valid, and nobody can exist: born in the 1890s, phones in blocks that nobody has', () => {
  const { households } = generateEstate({ residents: 5000, seed: 3 });
  const people = households.flatMap((household) => household.people);
  expect(people.length).toBe(5000);
  expect(new Set(households.map(({ parsed }) => parsed.canonical)).size).toBe(households.length);
  for (const person of people) {
    expect(validateField('name', person.name, { kind: person.kind }).valid, person.name).toBe(true);
    for (const plate of person.plates)
      expect(validateField('plate', plate), plate).toMatchObject({ valid: true, normalised: plate });
    for (const { field, value } of person.sealed) {
      expect(validateField(field, value), value).toMatchObject({ valid: true, normalised: value });
      expect(isPlaceholder(field, value), value).toBe(false);
      if (field === 'phone') expect(value).toMatch(/^141\d{8}$/);
      if (field === 'idNumber') expect(Number(value.slice(6, 10))).toBeLessThan(1900);
    }
  }
  const names = people.map(({ name }) => name).join(' ');
  for (const kind of [/·/, /[A-Z][a-z]+ [A-Z]/, /有限公司/, /欧阳|上官|诸葛/, /[\u{20000}-\u{323af}]/u])
    expect(names).toMatch(kind);
  expect(households.some((household) => household.people.length > 2)).toBe(true);
  expect(households.some(({ parsed }) => parsed.label.startsWith('商场'))).toBe(true);
});
