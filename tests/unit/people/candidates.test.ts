/** What masks leave to somebody who reads all that an unlocked session reads: counted over generated people, value by value or by exact combinatorics. */
import { describe, expect, test } from 'vitest';
import { type FieldId, SEALED_FIELD_IDS } from '../../../contract/fields.ts';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import { checkCharacter } from '../../../main/vault/values/id-number.ts';
import { maskValue } from '../../../main/vault/values/mask.ts';
import { createSealBatch } from '../../../main/vault/keys/seal.ts';
import { type TrustedTierKey, createTierPrivate } from '../../../main/vault/keys/tier-keys.ts';
import { type GeneratedPerson, generateEstate } from '../../support/generate-people.ts';
import { fc, forAllIn } from '../../support/for-all.ts';

const NOW = Date.UTC(2026, 5, 1);
const MIN_CANDIDATES = 10_000;
const PEOPLE = generateEstate({ residents: 1_500, seed: 23 }).households.flatMap(({ people }) => people);

const key = createTierPrivate('a'.repeat(32), 'identity', 1);
const batch = createSealBatch({ ...key, vaultId: 'a'.repeat(32) } as unknown as TrustedTierKey & {
  vaultId: string;
});
const sealedLengths = new Map<number, number>();

/** The one thing that a ciphertext tells. */
function sealedLength(value: string): number {
  const bytes = Buffer.byteLength(value);
  const known =
    sealedLengths.get(bytes) ??
    batch.seal({ personId: 1, field: 'idNumber', ordinal: 0 }, value).ciphertext.length;
  sealedLengths.set(bytes, known);
  return known;
}

/** All that a session reads of somebody, rooms and names apart, which say nothing of a number: sex, kind of document, every mask, whether it is valid, every length. */
const readable = (person: Pick<GeneratedPerson, 'sex' | 'idType' | 'sealed'>): string =>
  JSON.stringify([
    person.sex,
    person.idType,
    person.sealed.map(({ field, value }) => [
      field,
      maskValue(USUAL_MASKS, field, value, { idType: person.idType, now: NOW }),
      sealedLength(value),
    ]),
  ]);

const valueOf = (person: GeneratedPerson, field: FieldId): string | undefined =>
  person.sealed.find((one) => one.field === field)?.value;

/** The person as they would be with another value, and what follows from it. */
const withValues = (
  person: GeneratedPerson,
  values: Readonly<Partial<Record<FieldId, string>>>,
): GeneratedPerson => ({
  ...person,
  sealed: person.sealed.map((one) => ({ ...one, value: values[one.field] ?? one.value })),
});

/** IDs of the person's own region, year of birth and sex, which all count as known. */
function* idNumbersLike(id: string): Iterable<{ readonly id: string; readonly birthday: string }> {
  const year = Number(id.slice(6, 10));
  const days = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000;
  for (let day = 0; day < days; day += 1) {
    const birthday = new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10);
    for (let sequence = Number(id[16]) % 2; sequence < 1000; sequence += 2) {
      const body = `${id.slice(0, 6)}${birthday.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
      yield { id: body + checkCharacter(body), birthday };
    }
  }
}

const isResident = (person: GeneratedPerson): boolean =>
  /^\d{17}[\dX]$/.test(valueOf(person, 'idNumber') ?? '');
const residents = PEOPLE.filter(isResident);

/** As many as `idNumbersLike` with the last character of this one: by the residues of days and sequences, which add up. */
function countByResidues(id: string): number {
  const residueOf = (body: string): number => '10X98765432'.indexOf(checkCharacter(body));
  const count = (bodies: readonly string[]): number[] =>
    bodies.reduce(
      (counts, body) => counts.with(residueOf(body), counts[residueOf(body)]! + 1),
      Array<number>(11).fill(0),
    );
  const year = Number(id.slice(6, 10));
  const length = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000;
  const days = count(
    Array.from(
      { length },
      (_, day) =>
        `${id.slice(0, 10)}${new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(5, 10).replace('-', '')}000`,
    ),
  );
  const sequences = count(
    Array.from(
      { length: 500 },
      (_, n) => `00000000000000${String(2 * n + (Number(id[16]) % 2)).padStart(3, '0')}`,
    ),
  );
  const wanted = '10X98765432'.indexOf(id[17]!);
  return days.reduce((sum, many, residue) => sum + many * sequences[(wanted - residue + 11) % 11]!, 0);
}

describe('an ID number', () => {
  test('for a few people: every number of their region, year and sex, held against all that can be read', () => {
    expect(residents.length).toBeGreaterThan(500);
    for (const person of residents.slice(0, 4)) {
      const id = valueOf(person, 'idNumber')!;
      const seen = readable(person);
      let alike = 0;
      for (const candidate of idNumbersLike(id)) {
        // The last character is the cheap test; the rest of what is read then has to be the same too.
        if (
          candidate.id[17] === id[17] &&
          readable(withValues(person, { idNumber: candidate.id, birthday: candidate.birthday })) === seen
        )
          alike += 1;
      }
      expect(alike).toBe(countByResidues(id));
      expect(alike).toBeGreaterThanOrEqual(MIN_CANDIDATES);
    }
  });

  test('for everybody: by exact combinatorics, and sampled against all that can be read', () => {
    const counts = residents.map((person) => countByResidues(valueOf(person, 'idNumber')!));
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(MIN_CANDIDATES);
    forAllIn(
      1_500,
      fc.constantFrom(...residents),
      fc.integer({ min: 0, max: 364 }),
      fc.integer({ min: 0, max: 499 }),
      (person, day, step) => {
        const id = valueOf(person, 'idNumber')!;
        const birthday = new Date(Date.UTC(Number(id.slice(6, 10)), 0, 1 + day)).toISOString().slice(0, 10);
        const body = `${id.slice(0, 6)}${birthday.replaceAll('-', '')}${String(2 * step + (Number(id[16]) % 2)).padStart(3, '0')}`;
        const other = withValues(person, { idNumber: body + checkCharacter(body), birthday });
        expect(readable(other) === readable(person)).toBe(checkCharacter(body) === id[17]);
      },
    );
  });

  test('of another document: 10,000 at least with its first and last characters', () => {
    const others = [
      ['E12345678', Array.from({ length: MIN_CANDIDATES }, (_, n) => `E${String(n).padStart(6, '0')}78`)],
      ['GA1234567', Array.from({ length: MIN_CANDIDATES }, (_, n) => `G0${String(n).padStart(5, '0')}67`)],
      [
        'CHN450000010101',
        Array.from({ length: MIN_CANDIDATES }, (_, n) => `CHN${String(n).padStart(11, '0')}1`),
      ],
      [
        '912345678901234567',
        Array.from({ length: MIN_CANDIDATES }, (_, n) => `91${String(n).padStart(15, '0')}7`),
      ],
    ] as const;
    for (const [value, candidates] of others) {
      const seen = readable({ sex: 'unknown', idType: null, sealed: [{ field: 'idNumber', value }] });
      expect(
        candidates.filter(
          (candidate) =>
            readable({ sex: 'unknown', idType: null, sealed: [{ field: 'idNumber', value: candidate }] }) ===
            seen,
        ).length,
        value,
      ).toBeGreaterThanOrEqual(MIN_CANDIDATES * 0.9);
    }
  });
});

describe('a phone', () => {
  test('of everybody: every number of its form with the shown digits, a WeChat id that is the phone held against it as well', () => {
    const masks = new Map<string, number>();
    for (const person of PEOPLE) {
      const phone = valueOf(person, 'phone');
      if (phone === undefined || !/^1\d{10}$/.test(phone)) continue;
      const same = valueOf(person, 'wechat') === phone;
      const about = `${phone.slice(0, 3)}${phone.slice(7)}${same}`;
      if (masks.has(about) || masks.size >= 12) continue;
      const only = {
        ...person,
        sealed: person.sealed.filter(({ field }) => field === 'phone' || field === 'wechat'),
      };
      const seen = readable(only);
      let alike = 0;
      for (let hidden = 0; hidden < 10_000; hidden += 1) {
        const candidate = `${phone.slice(0, 3)}${String(hidden).padStart(4, '0')}${phone.slice(7)}`;
        const sealed = only.sealed.map((one) =>
          (one.field === 'phone' && one.value === phone) || (same && one.field === 'wechat')
            ? { ...one, value: candidate }
            : one,
        );
        if (readable({ ...only, sealed }) === seen) alike += 1;
      }
      masks.set(about, alike);
    }
    expect(masks.size).toBe(12);
    expect(Math.min(...masks.values())).toBeGreaterThanOrEqual(MIN_CANDIDATES);
  });

  test('with an area code: seven and eight digits look the same, sealed as well, with an extension or not', () => {
    const seen = (value: string): string =>
      readable({ sex: 'unknown', idType: null, sealed: [{ field: 'phone', value }] });
    const first = seen('0778-2123456');
    const bodies = [4, 5].flatMap((digits) =>
      Array.from({ length: 10 ** digits }, (_, n) => String(n).padStart(digits, '0')).filter((body) =>
        /^[2-9]/.test(body),
      ),
    );
    expect(bodies.filter((body) => seen(`0778-${body}456`) === first).length).toBe(8_000 + 80_000);
    expect(seen('0778-2123456-801')).toBe(first);
  });

  test('from abroad: all but the country and two digits', () => {
    const seen = (value: string): string =>
      readable({ sex: 'unknown', idType: null, sealed: [{ field: 'phone', value }] });
    const first = seen('+85291234567');
    expect(
      Array.from({ length: 20_000 }, (_, n) => seen(`+8529${String(n).padStart(5, '0')}67`)).filter(
        (one) => one === first,
      ),
    ).toHaveLength(20_000);
  });
});

/** Two values that differ in nothing but what has to be hidden. */
const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const han = (min: number, max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...'小明红伟芳娜秀英敏静丽强磊军洋勇艳杰涛𠮷'), { minLength: min, maxLength: max })
    .map((all) => all.join(''));
const latin = (min: number, max: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...'abcdefghij'), { minLength: min, maxLength: max }).map((all) => all.join(''));
const pair = (
  make: (hidden: string) => string,
  hidden: fc.Arbitrary<string>,
): fc.Arbitrary<readonly [string, string]> =>
  fc.tuple(hidden, hidden).map(([a, b]) => [make(a), make(b)] as const);

const PAIRS: Readonly<Record<string, readonly [FieldId, fc.Arbitrary<readonly [string, string]>]>> = {
  'a given name of two or more': ['name', pair((hidden) => `张${hidden}`, han(2, 20))],
  'a given name of one': ['name', pair((hidden) => `张${hidden}`, han(1, 1))],
  'what follows a compound surname': ['name', pair((hidden) => `欧阳${hidden}`, han(1, 8))],
  'the rest of each part of a name': [
    'name',
    fc
      .tuple(han(1, 5), han(1, 5), han(1, 5), han(1, 5))
      .map(([a, b, c, d]) => [`买${a}·吐${b}`, `买${c}·吐${d}`] as const),
  ],
  'the rest of Latin words': [
    'name',
    fc
      .tuple(latin(1, 9), latin(1, 9), latin(1, 9), latin(1, 9))
      .map(([a, b, c, d]) => [`J${a} S${b}`, `J${c} S${d}`] as const),
  ],
  'the middle of a mobile': ['phone', pair((hidden) => `141${hidden}1234`, digits(4))],
  'all but the last three of a landline': [
    'phone',
    pair((hidden) => `0778-2${hidden}456`, fc.oneof(digits(3), digits(4))),
  ],
  'the extension of a landline': [
    'phone',
    pair((hidden) => `0778-2123456-${hidden}`, fc.oneof(digits(1), digits(4))),
  ],
  'a number in Hong Kong': ['phone', pair((hidden) => `+8529${hidden}67`, digits(5))],
  'what stands before the @': ['email', pair((hidden) => `z${hidden}@qq.com`, latin(0, 20))],
  'the middle of a WeChat id': ['wechat', pair((hidden) => `z${hidden}3`, latin(4, 18))],
  'a street': [
    'address',
    pair(
      (hidden) => `广西壮族自治区河池市${hidden}`,
      fc
        .tuple(han(0, 6), fc.constantFrom('路', '街', '市', '盟', '地区', '1号'), han(0, 6))
        .map((all) => all.join('')),
    ),
  ],
  'a street without a city': [
    'address',
    pair(
      (hidden) => `广西${hidden}`,
      fc
        .tuple(
          han(1, 6),
          fc.constantFrom('路', '街', '村', '市场', '1号'),
          han(0, 6),
          fc.constantFrom('', '超市', '市场'),
        )
        .map((all) => all.join('')),
    ),
  ],
  'an address without a province': [
    'address',
    pair(
      (hidden) => hidden,
      fc.tuple(han(1, 6), fc.constantFrom('市', '路', '街', '1号'), han(0, 6)).map((all) => all.join('')),
    ),
  ],
  'a contact': [
    'emergency',
    fc
      .tuple(han(2, 5), digits(4), han(2, 5), digits(4))
      .map(([a, b, c, d]) => [`李${a} 141${b}1234`, `李${c} 141${d}1234`] as const),
  ],
  'a remark': [
    'remark',
    fc
      .tuple(fc.string({ minLength: 1, maxLength: 40 }), fc.string({ minLength: 1, maxLength: 40 }))
      .filter((both) => both.every((text) => /[a-z]/.test(text))),
  ],
  'the middle of an ID number': [
    'idNumber',
    fc
      .tuple(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(...'0123456789X'),
      )
      .map(([a, b, last]) => [idEndingIn(a, last), idEndingIn(b, last)] as const),
  ],
  'the middle of a passport': ['idNumber', pair((hidden) => `E${hidden}78`, digits(6))],
  'a passport of another length': [
    'idNumber',
    pair((hidden) => `K${hidden}78`, fc.oneof(digits(3), digits(9))),
  ],
  'month and day': [
    'birthday',
    fc
      .tuple(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([a, b, c, d]) => [`1890-${a}-${b}`, `1890-${c}-${d}`] as const),
  ],
  'the middle of a plate': [
    'plate',
    pair(
      (hidden) => `桂M${hidden}45`,
      fc.array(fc.constantFrom(...'ABCDEFGH123'), { minLength: 3, maxLength: 3 }).map((all) => all.join('')),
    ),
  ],
  'the middle of a plate with a class letter': ['plate', pair((hidden) => `桂MD${hidden}45`, digits(3))],
  'all but four of a bank card': [
    'bankCard',
    pair((hidden) => `${hidden}1234`, fc.oneof(digits(8), digits(12), digits(15))),
  ],
};

function idEndingIn(from: number, last: string): string {
  for (let n = from; ; n += 1) {
    const day = new Date(Date.UTC(1891, 0, 1 + Math.floor(n / 999)))
      .toISOString()
      .slice(0, 10)
      .replaceAll('-', '');
    const body = `450102${day}${String((n % 999) + 1).padStart(3, '0')}`;
    if (checkCharacter(body) === last) return body + last;
  }
}

describe('nothing that is hidden moves a mask', () => {
  test.each(Object.entries(PAIRS))('%s', (_, [field, values]) => {
    forAllIn(400, values, ([one, other]) => {
      const masked = maskValue(USUAL_MASKS, field, one, { now: NOW });
      expect(maskValue(USUAL_MASKS, field, other, { now: NOW })).toEqual(masked);
      expect(masked.valid).toBe(true);
    });
  });

  test('is tried for every sealed field with a mask that shows something', () => {
    const shows = (field: FieldId): boolean =>
      !/^\**$/.test(
        PEOPLE.flatMap((person) => valueOf(person, field) ?? []).map(
          (value) => maskValue(USUAL_MASKS, field, value).mask,
        )[0] ?? '',
      );
    const tried = new Set(Object.values(PAIRS).map(([field]) => field));
    expect(SEALED_FIELD_IDS.filter((field) => shows(field) && !tried.has(field))).toEqual([]);
  });
});
