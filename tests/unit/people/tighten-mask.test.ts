import { describe, expect, test } from 'vitest';
import { FIELDS, FIELD_IDS, type FieldId, type IdType, type MaskName } from '../../../contract/fields.ts';
import {
  MASK_LEVELS,
  type MaskLevel,
  type MaskPolicy,
  POLICY_MASKS,
  type PolicyMask,
  USUAL_MASKS,
  strictness,
} from '../../../contract/policy/lists.ts';
import { maskValue } from '../../../main/vault/values/mask.ts';
import { phoneKeys } from '../../../main/vault/search/search-index.ts';
import { tightenMask } from '../../../main/vault/values/tighten-mask.ts';
import { isPlaceholder } from '../../../main/vault/values/validate.ts';
import { generateEstate } from '../../support/generate-people.ts';
import { fc, forAllIn } from '../../support/for-all.ts';

const policyOf = (levels: Partial<Record<PolicyMask, MaskLevel>>): MaskPolicy =>
  ({ ...USUAL_MASKS, ...levels }) as MaskPolicy;

test.each<[FieldId, string, Partial<Record<PolicyMask, MaskLevel>>, string]>([
  ['name', '张小明', { name: 'hidden' }, '**'],
  ['name', '张', { name: 'hidden' }, '**'],
  ['name', '买买提·吐尔逊', { name: 'hidden' }, '**'],
  ['name', '张三、李四、王五', { name: 'hidden' }, '**'],
  ['phone', '14112341234', { phone: 'last-four' }, '1******1234'],
  ['phone', '0778-2123456', { phone: 'last-four' }, '0***-****456'],
  ['phone', '010-62345678', { phone: 'last-four' }, '0***-****678'],
  ['phone', '+85291234567', { phone: 'last-four' }, '+852******67'],
  ['phone', '1411234123', { phone: 'last-four' }, '****23'],
  ['phone', '14112341234', { phone: 'hidden' }, '***'],
  ['phone', '0778-2123456', { phone: 'hidden' }, '***'],
  ['phone', '+85291234567', { phone: 'hidden' }, '***'],
  ['phone', '1411234123', { phone: 'hidden' }, '***'],
  ['email', 'zhangsan@qq.com', { email: 'domain' }, '***@qq.com'],
  ['email', '*x@qq.com', { email: 'domain' }, '***@qq.com'],
  ['email', 'zhangsan@qq.com', { email: 'hidden' }, '***'],
  ['wechat', 'zhang_san3', { wechat: 'hidden' }, '***'],
  ['wechat', 'zhang_san3', { phone: 'hidden' }, 'z****3'],
  ['wechat', '14112341234', { phone: 'last-four' }, '1******1234'],
  ['wechat', '14112341234', { phone: 'hidden' }, '***'],
  ['wechat', '1234567', { phone: 'hidden' }, '1****7'],
  ['address', '广西壮族自治区河池市金城江区1号', { address: 'province' }, '广西壮族自治区***'],
  ['address', '北京市朝阳区1号', { address: 'province' }, '北京市***'],
  ['address', '新建路1号', { address: 'province' }, '***'],
  ['address', '广西河池市1号', { address: 'hidden' }, '***'],
  ['emergency', '张三 14112341234', { name: 'hidden' }, '** 141****1234'],
  ['emergency', '张三 14112341234', { phone: 'hidden' }, '张*'],
  ['emergency', '张三 14112341234', { name: 'hidden', phone: 'last-four' }, '** 1******1234'],
  ['emergency', 'John Smith 0778-2123456', { phone: 'last-four' }, 'J*** S*** 0***-****456'],
  ['emergency', '张三', { phone: 'hidden' }, '张*'],
  ['emergency', '14112341234', { phone: 'hidden' }, '***'],
  ['emergency', '14112341234', { name: 'hidden' }, '141****1234'],
  ['emergency', '张三 14112341234', { 'contact-person': 'hidden' }, '***'],
  ['idNumber', '450102189001010010', { 'id-number': 'hidden' }, '***'],
  ['idNumber', 'E12345678', { 'id-number': 'hidden' }, '***'],
  ['birthday', '1890-01-02', { birthday: 'hidden' }, '***'],
  ['bankCard', '6222 0212 3456 7890', { 'bank-card': 'hidden' }, '***'],
  ['plate', '桂M12345', { plate: 'province' }, '桂******'],
  ['plate', '桂MD12345', { plate: 'province' }, '桂*******'],
  ['plate', '桂M1234', { plate: 'province' }, '***'],
  ['plate', '桂M12345', { plate: 'hidden' }, '***'],
])('%s %s under %j is shown as %s', (field, value, levels, mask) => {
  expect(maskValue(policyOf(levels), field, value).mask).toBe(mask);
});

test("a company's name stays in clear, whatever the policy", () => {
  expect(maskValue(policyOf({ name: 'hidden' }), 'name', '恒大公司', { kind: 'company' }).mask).toBe(
    '恒大公司',
  );
});

const anyPolicy = fc.record(
  Object.fromEntries(POLICY_MASKS.map((mask) => [mask, fc.constantFrom(...MASK_LEVELS[mask])])),
) as unknown as fc.Arbitrary<MaskPolicy>;

/** A policy and one that hides no less. */
const twoPolicies = fc.tuple(anyPolicy, anyPolicy).map(([a, b]) => {
  const pick = (stricter: boolean): MaskPolicy =>
    policyOf(
      Object.fromEntries(
        POLICY_MASKS.map((mask) => [
          mask,
          strictness(mask, a[mask]) > strictness(mask, b[mask]) === stricter ? a[mask] : b[mask],
        ]),
      ),
    );
  return [pick(false), pick(true)] as const;
});

const people = generateEstate({ residents: 400, seed: 11 }).households.flatMap(
  (household) => household.people,
);
const VALUES = people.flatMap((person): [FieldId, string, IdType | null][] => [
  ['name', person.name, null],
  ...person.plates.map((plate): [FieldId, string, null] => ['plate', plate, null]),
  ...person.sealed.map(({ field, value }): [FieldId, string, IdType | null] => [field, value, person.idType]),
]);
const WRITTEN: readonly [FieldId, string, IdType | null][] = [
  ['emergency', '买买提·吐尔逊 14112341234', null],
  ['emergency', 'J S +85291234567', null],
  ['emergency', '张 0778-2123456-801', null],
  ['wechat', '14112341234', null],
  ['wechat', '12345', null],
  ['email', 'a@b.cn', null],
  ['address', '内蒙古锡林郭勒盟某旗', null],
  ['bankCard', '622202123456', null],
  ['idNumber', 'E12345678', null],
  ['phone', '0778-2123456-8', null],
];
const anyValue = fc
  .oneof(
    fc.constantFrom(...VALUES),
    fc.constantFrom(...WRITTEN),
    fc.tuple(
      fc.constantFrom(...FIELD_IDS),
      fc.string({ unit: fc.constantFrom(...'张三欧阳买·*138 -@.qcom桂M5EX李'), maxLength: 24 }),
      fc.constant(null),
    ),
  )
  .filter(([field, value]) => !isPlaceholder(field, value));

describe('whatever the value and the policy', () => {
  test('a stored mask that is tightened is the one that the value itself would get', () => {
    forAllIn(5000, anyValue, twoPolicies, ([field, value, idType], [loose, strict]) => {
      const stored = maskValue(loose, field, value, { idType }).mask;
      expect(tightenMask(strict, FIELDS[field].mask, stored)).toBe(
        maskValue(strict, field, value, { idType }).mask,
      );
    });
  });

  test('a stricter policy shows no character that a weaker one hides', () => {
    forAllIn(5000, anyValue, twoPolicies, ([field, value, idType], [loose, strict]) => {
      const shown = (policy: MaskPolicy): readonly string[] => [
        ...maskValue(policy, field, value, { idType }).mask.replaceAll('*', ''),
      ];
      const left = [...shown(loose)];
      // A separator may stand where another part went.
      for (const character of shown(strict))
        expect(
          left.splice(left.indexOf(character), left.includes(character) ? 1 : 0),
          `${character} of ${field}`,
        ).toHaveLength(1);
    });
  });

  test('a mask that is hidden shows nothing, and its phone is found by nothing', () => {
    const hidden = policyOf(Object.fromEntries(POLICY_MASKS.map((mask) => [mask, 'hidden'])));
    forAllIn(2000, anyValue, ([field, value, idType]) => {
      fc.pre(FIELDS[field].mask !== 'none');
      const { mask } = maskValue(hidden, field, value, { idType });
      expect(mask).toMatch(/^\*+$/);
      expect(phoneKeys(mask)).toEqual([]);
    });
  });
});

test('every mask that shows something has a level that hides it', () => {
  for (const mask of FIELD_IDS.map((field): MaskName => FIELDS[field].mask)) {
    if (mask === 'none' || mask === 'hidden') continue;
    expect(MASK_LEVELS[mask][0]).toBe('usual');
    expect(MASK_LEVELS[mask].at(-1)).toBe('hidden');
  }
});
