import { describe, expect, test } from 'vitest';
import {
  FIELDS,
  FIELD_IDS,
  type FieldId,
  ID_TYPES,
  type IdType,
  type PersonKind,
} from '../../../contract/fields.ts';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import { checkCharacter } from '../../../main/vault/values/id-number.ts';
import { maskValue } from '../../../main/vault/values/mask.ts';
import { parsePhone } from '../../../main/vault/values/phone.ts';
import { createRandom, generateEstate } from '../../support/generate-people.ts';
import { fc, forAll, forAllIn } from '../../support/for-all.ts';

const idOf = (body: string): string => body + checkCharacter(body);

test.each<[FieldId, string, string, { kind?: PersonKind; idType?: IdType }?]>([
  ['name', '张三', '张*'],
  ['name', '张小明', '张**'],
  ['name', '张王小明', '张**'],
  ['name', '张', '*'],
  ['name', '欧阳锋', '欧阳**'],
  ['name', '欧阳娜娜', '欧阳**'],
  ['name', '欧阳', '欧*'],
  ['name', '尉迟恭', '尉迟**'],
  ['name', '爱新觉罗启', '爱新觉罗**'],
  ['name', '买买提·吐尔逊', '买**·吐**'],
  ['name', '买买提．吐尔逊', '买**·吐**'],
  ['name', '阿卜·买', '阿**·**'],
  ['name', 'John Smith', 'J*** S***'],
  ['name', 'J Smith', '*** S***'],
  ['name', '𠮷野家', '𠮷**'],
  ['name', '张𠮷', '张*'],
  ['name', '恒大公司', '恒大公司', { kind: 'company' }],
  ['name', '恒大公司', '恒**'],
  ['phone', '14112341234', '141****1234'],
  ['phone', '+85291234567', '+852******67'],
  ['phone', '+886912345678', '+886*******78'],
  ['phone', '0778-2123456', '0778-****456'],
  ['phone', '0778-21234567', '0778-****567'],
  ['phone', '0778-2123456-801', '0778-****456'],
  ['email', 'zhangsan@qq.com', 'z***@qq.com'],
  ['wechat', 'zhang_san3', 'z****3'],
  ['wechat', '14112341234', '141****1234'],
  ['address', '广西壮族自治区河池市金城江区新建路1号', '广西壮族自治区河池市***'],
  ['address', '广西河池市金城江区', '广西河池市***'],
  ['address', '北京市朝阳区1号', '北京市***'],
  ['address', '北京市朝阳新村大市场', '北京市***'],
  ['address', '广西建设路市场1号', '广西***'],
  ['address', '广西某村盟友楼', '广西***'],
  ['address', '广西大超市', '广西***'],
  ['address', '湖南省邵阳市新邵县', '湖南省邵阳市***'],
  ['address', '江西省景德镇市1号', '江西省景德镇市***'],
  ['address', '河南省驻马店市1号', '河南省驻马店市***'],
  ['address', '云南省西双版纳傣族自治州景洪市', '云南省西双版纳傣族自治州***'],
  ['address', '新建路1号超市', '***'],
  ['address', '内蒙古自治区锡林郭勒盟某旗', '内蒙古自治区锡林郭勒盟***'],
  ['emergency', '张三 14112341234', '张* 141****1234'],
  ['emergency', '14112341234', '141****1234'],
  ['remark', 'anything', '***'],
  ['idNumber', '450102189001010010', '4****************0'],
  ['idNumber', '450102000101001', '4****************9'],
  ['idNumber', idOf('81000018900101001'), `8****************${checkCharacter('81000018900101001')}`],
  ['idNumber', 'CHN450000010101', 'C****************1'],
  ['idNumber', 'E12345678', 'E******78'],
  ['idNumber', 'AB12345', 'A******45'],
  ['idNumber', '军字001', '***', { idType: 'other' }],
  ['birthday', '1890-01-02', '1890-**-**'],
  ['bankCard', '6222 0212 3456 7894', '**** 7894'],
  ['bankCard', '622202123456', '**** 3456'],
  ['plate', '桂M12345', '桂M***45'],
  ['plate', '桂MD12345', '桂MD***45'],
  ['plate', '桂M12345D', '桂M****5D'],
  ['sex', '男', 'male'],
])('%s %s is shown as %s', (field, value, mask, hints) => {
  expect(maskValue(USUAL_MASKS, field, value, hints)).toEqual({ mask, valid: true });
});

test.each<[FieldId, string, string]>([
  ['name', '张三、李四、王五', '张**'],
  ['name', '1', '***'],
  ['phone', '1411234123', '****23'],
  ['phone', '12', '***'],
  ['phone', '12345', '****5'],
  ['idNumber', '450102189001010017', '****17'],
  ['plate', '桂M1234', '****34'],
  ['plate', 'ß1', '***'],
  ['idNumber', 'ßßß', '****S'],
  ['email', 'nobody', '***'],
  ['wechat', '微信', '***'],
  ['birthday', '1890-13-01', '***'],
  ['bankCard', '62220212345', '****45'],
  ['bankCard', '6222 0212 3456 7890 12345', '****45'],
  ['emergency', '某某的14112341234或14112341235', '***'],
])('%s %s, which is not valid, is shown as %s', (field, value, mask) => {
  expect(maskValue(USUAL_MASKS, field, value)).toEqual({ mask, valid: false });
});

/** Values as they come, right and wrong, and rows of stars. */
const anyValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'张三欧阳买提·*138 -@.qcom桂M5EX李'), maxLength: 24 }),
  fc.stringMatching(/^[0-9*]{1,20}$/),
  fc.constantFrom(
    '*',
    '**',
    '***',
    '****',
    '*****',
    '张*',
    '张**',
    '141****1234',
    '桂M***45',
    'z***@qq.com',
    '广西***',
    '1890-**-**',
  ),
  fc.constantFrom(
    ...generateEstate({ residents: 200, seed: 5 }).households.flatMap(({ people }) =>
      people.flatMap((person) => [person.name, ...person.plates, ...person.sealed.map(({ value }) => value)]),
    ),
  ),
);
const anyHints = fc.record({
  kind: fc.constantFrom<PersonKind>('person', 'company'),
  idType: fc.constantFrom<IdType | null>(null, ...ID_TYPES),
});
const shownCharacters = (mask: string): readonly string[] =>
  [...mask].filter((character) => character !== '*');

describe('whatever the value', () => {
  test('no mask is the value, but for open fields and companies', () => {
    forAllIn(5000, fc.constantFrom(...FIELD_IDS), anyValue, anyHints, (field, value, hints) => {
      fc.pre(FIELDS[field].mask !== 'none' && !(field === 'name' && hints.kind === 'company'));
      expect(maskValue(USUAL_MASKS, field, value, hints).mask).not.toBe(value);
    });
  });

  test('one that fails its validator shows a third of itself at most, and never more than two characters', () => {
    forAllIn(5000, fc.constantFrom(...FIELD_IDS), anyValue, anyHints, (field, value, hints) => {
      const { mask, valid } = maskValue(USUAL_MASKS, field, value, hints);
      fc.pre(!valid);
      expect(shownCharacters(mask).length).toBeLessThanOrEqual(Math.min(2, [...value].length / 3));
    });
  });

  test('a mask fits its place on the screen', () => {
    forAllIn(
      500,
      fc.constantFrom(...FIELD_IDS),
      fc.string({ unit: 'binary', maxLength: 2000 }),
      (field, value) => {
        expect(maskValue(USUAL_MASKS, field, value).mask.length).toBeLessThanOrEqual(220);
      },
    );
  });

  test('names of any length above two look alike', () => {
    forAll(fc.integer({ min: 2, max: 49 }), (length) => {
      expect(maskValue(USUAL_MASKS, 'name', `张${'小'.repeat(length)}`).mask).toBe('张**');
      expect(maskValue(USUAL_MASKS, 'name', `John ${'S'.padEnd(Math.min(40, length), 'x')}`).mask).toBe(
        'J*** S***',
      );
    });
  });

  test("a passport's, an email's and a WeChat id's mask do not tell their length", () => {
    for (let length = 5; length <= 20; length++) {
      expect(maskValue(USUAL_MASKS, 'idNumber', 'A1'.padEnd(length, '7')).mask.length).toBe(9);
      expect(maskValue(USUAL_MASKS, 'email', `${'a'.repeat(length)}@qq.com`).mask).toBe('a***@qq.com');
      if (length > 5) expect(maskValue(USUAL_MASKS, 'wechat', 'a'.padEnd(length, 'b')).mask).toBe('a****b');
    }
  });
});

describe('how many values a mask leaves', () => {
  test('a phone: 10,000 or more by format', () => {
    const mobiles = Array.from({ length: 10_000 }, (_, n) => `141${String(n).padStart(4, '0')}1234`);
    expect(new Set(mobiles.map((value) => maskValue(USUAL_MASKS, 'phone', value).mask))).toEqual(
      new Set(['141****1234']),
    );
    expect(mobiles.every((value) => parsePhone(value) !== null)).toBe(true);
    // Whether a landline has 7 or 8 digits is part of what its mask hides.
    const landlines = [4, 5].flatMap((hidden) =>
      Array.from({ length: 10 ** hidden }, (_, n) => `0778-${String(n).padStart(hidden, '0')}456`),
    );
    const candidates = landlines.filter(
      (value) => parsePhone(value) !== null && maskValue(USUAL_MASKS, 'phone', value).mask === '0778-****456',
    );
    expect(candidates.length).toBeGreaterThanOrEqual(10_000);
    const abroad = Array.from({ length: 20_000 }, (_, n) => `+8529${String(n).padStart(5, '0')}67`);
    expect(new Set(abroad.map((value) => maskValue(USUAL_MASKS, 'phone', value).mask))).toEqual(
      new Set(['+852******67']),
    );
  });

  test('an ID number: 10,000 or more, given sex, year of birth, region and the mask, for each last character', () => {
    const days = Array.from({ length: 365 }, (_, n) => new Date(Date.UTC(1890, 0, 1 + n))).map(
      (day) =>
        `1890${String(day.getUTCMonth() + 1).padStart(2, '0')}${String(day.getUTCDate()).padStart(2, '0')}`,
    );
    for (const region of ['450102', '810000']) {
      const left = new Map<string, number>();
      for (const day of days) {
        for (let sequence = 1; sequence < 1000; sequence += 2) {
          const last = checkCharacter(`${region}${day}${String(sequence).padStart(3, '0')}`);
          left.set(last, (left.get(last) ?? 0) + 1);
        }
      }
      expect(left.size).toBe(11);
      expect(Math.min(...left.values())).toBeGreaterThanOrEqual(10_000);
    }
    // The count stands for the mask only if nothing but the first and last character tells two of them apart.
    const random = createRandom(9);
    for (let n = 0; n < 500; n++) {
      const value = idOf(
        `450102${days[Math.floor(random() * 365)]}${String(Math.floor(random() * 1000)).padStart(3, '0')}`,
      );
      expect(maskValue(USUAL_MASKS, 'idNumber', value)).toEqual({
        mask: `4****************${value[17]}`,
        valid: true,
      });
    }
  });
});
