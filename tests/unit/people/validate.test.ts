import { describe, expect, test } from 'vitest';
import { FIELD_IDS, type FieldId, type IdType, ROOM_STATUSES } from '../../../contract/fields.ts';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import { checkDay } from '../../../main/vault/values/days.ts';
import { isCompanyCode } from '../../../contract/company/credit-code.ts';
import { checkCharacter } from '../../../main/vault/values/id-number.ts';
import { maskValue } from '../../../main/vault/values/mask.ts';
import { readStatus } from '../../../main/vault/values/room-status.ts';
import { isPlaceholder, validateField } from '../../../main/vault/values/validate.ts';
import { fc, forAll, forAllIn } from '../../support/for-all.ts';
import { words } from '../../support/words.ts';

const NOW = Date.UTC(2026, 5, 1);
const check = (field: FieldId, value: string, hints: { kind?: 'company'; idType?: IdType } = {}) =>
  validateField(field, value, { ...hints, now: NOW });

/** Each value of the fields with the field. */
const each = (
  values: Readonly<Partial<Record<FieldId, readonly string[]>>>,
): readonly (readonly [FieldId, string])[] =>
  FIELD_IDS.flatMap((field) => (values[field] ?? []).map((value) => [field, value] as const));

describe('what a field takes, and the form in which it is kept', () => {
  test.each<[FieldId, string, string]>([
    ['name', ' 张三 ', '张三'],
    ['name', '张　三', '张三'],
    ['name', '张\u200b三\u202e', '张三'],
    ['name', '买买提•吐尔逊', '买买提·吐尔逊'],
    ['name', '买买提・吐尔逊', '买买提·吐尔逊'],
    ['name', '买买提･吐尔逊', '买买提·吐尔逊'],
    ['name', '买买提‧吐尔逊', '买买提·吐尔逊'],
    ['name', '买买提．吐尔逊', '买买提·吐尔逊'],
    ['name', '买买提 · 吐尔逊', '买买提·吐尔逊'],
    ['name', '买买提.吐尔逊', '买买提·吐尔逊'],
    ['name', '𠮷野', '𠮷野'],
    ['name', '𠮷'.repeat(50), '𠮷'.repeat(50)],
    ['name', '刘〇', '刘〇'],
    ['name', 'John  Smith', 'John Smith'],
    ['name', "Seán O'Brien-Lee", "Seán O'Brien-Lee"],
    ['sex', '男', 'male'],
    ['sex', ' 女 ', 'female'],
    ['sex', 'F', 'female'],
    ['sex', '未知', 'unknown'],
    ['phone', '14112341234', '14112341234'],
    ['phone', '１４１１２３４１２３４', '14112341234'],
    ['phone', '+86 141-1234-1234', '14112341234'],
    ['phone', '008614112341234', '14112341234'],
    ['phone', '014112341234', '14112341234'],
    ['phone', '+852 9123 4567', '+85291234567'],
    ['phone', '00853-61234567', '+85361234567'],
    ['phone', '+886 912 345 678', '+886912345678'],
    ['phone', '+8860912345678', '+886912345678'],
    ['phone', '0778-2123456', '0778-2123456'],
    ['phone', '(010)62345678', '010-62345678'],
    ['phone', '07782123456转801', '0778-2123456-801'],
    ['phone', '0778-2123456-801', '0778-2123456-801'],
    ['phone', '010 6234 5678', '010-62345678'],
    ['phone', '+86-778-2123456', '0778-2123456'],
    ['email', 'Z.San@QQ.com', 'Z.San@qq.com'],
    ['email', 'ｚ@qq.com', 'z@qq.com'],
    ['wechat', 'zhang_san3', 'zhang_san3'],
    ['wechat', '14112341234', '14112341234'],
    ['wechat', '81234567', '81234567'],
    ['address', ' 广西 河池市 ', '广西 河池市'],
    ['emergency', '张三：14112341234', '张三 14112341234'],
    ['emergency', '14112341234', '14112341234'],
    ['emergency', '张三', '张三'],
    ['remark', ' a\r\nb ', 'a\nb'],
    ['birthday', '1890/1/2', '1890-01-02'],
    ['birthday', '18900102', '1890-01-02'],
    ['birthday', '1890年1月2日', '1890-01-02'],
    ['birthday', '1892-02-29', '1892-02-29'],
    ['birthday', '1890.01.02', '1890-01-02'],
    ['plate', '桂M12345', '桂M12345'],
    ['plate', ' 桂m·123 45 ', '桂M12345'],
    ['plate', '桂MD12345', '桂MD12345'],
    ['plate', '桂M12345D', '桂M12345D'],
    ['plate', '粤B1234挂', '粤B1234挂'],
    ['plate', '粤Z1234港', '粤Z1234港'],
    ['plate', '桂MDA1234', '桂MDA1234'],
  ])('%s takes %j as %j', (field, value, normalised) => {
    expect(check(field, value)).toMatchObject({ valid: true, normalised });
  });

  test.each(
    each({
      name: [...words('张3 张三、李四 ·张 张三,李四 (空) ---'), '', ' ', '𠮷'.repeat(51)],
      sex: ['人', 'constructor'],
      phone: [
        ...words('1411234123 141123412345 12112341234 2123456 0778-123456 abc'),
        '+852 1234567',
        '14112341234 14112341235',
      ],
      email: ['a@b', '@qq.com', 'a b@qq..com'],
      wechat: words('1 ab 微信号码'),
      address: ['---'],
      emergency: ['父亲的电话:141'],
      birthday: words('1891-02-29 1890-13-01 2026-06-03 1849-01-01 90-1-2 18901'),
      plate: words('桂M1234 桂I12345 桂M1O345 龙M12345 桂M123456 桂ML12345 桂M12345L 桂挂12345'),
    }),
  )('%s does not take %j', (field, value) => {
    expect(check(field, value).valid).toBe(false);
  });

  test('a company may be called what it likes', () => {
    expect(check('name', '河池市88号店', { kind: 'company' }).valid).toBe(true);
    expect(check('name', '河池市88号店').valid).toBe(false);
  });
});

/** Body and its check character, with a birthday in the 1890s. */
const idOf = (body: string): string => body + checkCharacter(body);

describe('identity documents', () => {
  test.each<[string, IdType | undefined, string, IdType]>([
    ['450102189001010010', undefined, '450102189001010010', 'resident-id'],
    [' 450102189001010010 ', 'resident-id', '450102189001010010', 'resident-id'],
    ['４５０１０２１８９００１０１００１０', undefined, '450102189001010010', 'resident-id'],
    ['450102000101001', undefined, '450102190001010019', 'resident-id'],
    [idOf('81000018900101001'), undefined, idOf('81000018900101001'), 'residence-permit'],
    [idOf('83000018900101001'), 'residence-permit', idOf('83000018900101001'), 'residence-permit'],
    ['912345678901234567', undefined, '912345678901234567', 'permanent-residence'],
    [idOf('91145018900101001'), undefined, idOf('91145018900101001'), 'permanent-residence'],
    ['CHN450000010101', undefined, 'CHN450000010101', 'permanent-residence'],
    ['e12345678', undefined, 'E12345678', 'passport'],
    ['G12345678', 'passport', 'G12345678', 'passport'],
    ['EA1234567', 'passport', 'EA1234567', 'passport'],
    ['AB12345', undefined, 'AB12345', 'passport'],
    ['91350100M000100Y43', 'company-code', '91350100M000100Y43', 'company-code'],
    ['91350100M000100Y43', undefined, '91350100M000100Y43', 'company-code'],
    ['军字第001号', 'other', '军字第001号', 'other'],
  ])('%s (%s)', (value, idType, normalised, type) => {
    expect(check('idNumber', value, idType === undefined ? {} : { idType })).toMatchObject({
      valid: true,
      normalised,
      type,
    });
  });

  test.each<[string, IdType | undefined, string | null]>([
    ['450102189001010017', undefined, 'id-check-digit'],
    ['450102189001010000', undefined, 'id-cut'],
    ['450102189013010016', undefined, null],
    ['990102189001010016', 'resident-id', null],
    ['450102202612310010', undefined, null],
    ['45010218900101001', undefined, null],
    ['810000189001010019', 'residence-permit', null],
    ['E12345678', 'resident-id', null],
    ['ABCDEFGH', undefined, null],
    ['911450189001010013', undefined, 'id-check-digit'],
    ['91350100M000100Y44', 'company-code', null],
    ['91350100M000100Y43', 'resident-id', null],
    ['A1', undefined, null],
  ])('%s (%s) is refused, noted %s', (value, idType, note) => {
    expect(check('idNumber', value, idType === undefined ? {} : { idType })).toMatchObject({
      valid: false,
      note,
    });
  });

  test('check characters of the examples in GB 11643 and GB 32100', () => {
    expect(['44052418800101001', '53010219200508011'].map(checkCharacter)).toEqual(['4', 'X']);
    expect(isCompanyCode('91350100M000100Y43')).toBe(true);
    // Nowhere is a region 02.
    expect(isCompanyCode('990203199112155793')).toBe(false);
  });

  test("a company's code of digits alone is told from a permanent-residence card by its check character", () => {
    const digits = Array.from({ length: 31 }, (_, n) => `9135010000000${String(n).padStart(4, '0')}`).flatMap(
      (body) => [...'0123456789'].map((last) => body + last),
    );
    const codes = digits.filter(isCompanyCode);
    expect(codes.length).toBeGreaterThan(5);
    for (const code of codes)
      expect(check('idNumber', code)).toMatchObject({ valid: true, type: 'company-code' });
    for (const other of digits.filter((text) => !isCompanyCode(text)).slice(0, 20))
      expect(check('idNumber', other)).toMatchObject({ valid: true, type: 'permanent-residence' });
  });

  test('an old number is to be confirmed', () =>
    expect(check('idNumber', '450102000101001').note).toBe('old-id'));

  test('one wrong digit is always noticed, and two neighbours exchanged', () => {
    forAll(
      fc.integer({ min: 0, max: 999 }),
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
      (sequence, place, change) => {
        const good = idOf(`45010218${90 + (sequence % 10)}0101${String(sequence).padStart(3, '0')}`);
        const digits = [...good];
        digits[place] = String((Number(digits[place]) + change) % 10);
        expect(check('idNumber', digits.join(''), { idType: 'resident-id' }).valid).toBe(false);
        if (place < 16 && good[place] !== good[place + 1]) {
          const swapped = good.slice(0, place) + good[place + 1]! + good[place]! + good.slice(place + 2);
          expect(check('idNumber', swapped, { idType: 'resident-id' }).valid).toBe(false);
        }
      },
    );
  });
});

describe('fields of records', () => {
  test.each<[FieldId, string, string]>([
    ['certificate', '桂（２０２０）无名市不动产权第0001234号', '桂(2020)无名市不动产权第0001234号'],
    ['certificate', 'No 0042', 'No0042'],
    ['petLicence', ' A-0042 ', 'A-0042'],
    ['contractor', '无名装饰工程有限公司', '无名装饰工程有限公司'],
    ['contractor', '零工长', '零工长'],
    ['contractorPhone', '141 1234 1234', '14112341234'],
    ['contractorPhone', '07782123456', '0778-2123456'],
    ['foreman', '零工长：14112341234', '零工长 14112341234'],
    ['guardian', '零零 (141-1234-1234)', '零零 14112341234'],
    ['guardian', '14112341234', '14112341234'],
  ])('%s %s', (field, value, normalised) =>
    expect(check(field, value)).toMatchObject({ valid: true, normalised }),
  );

  test.each(
    each({
      certificate: ['没有号码', '123'],
      petLicence: ['无证', '7'],
      contractor: ['12345'],
      contractorPhone: ['29384'],
      foreman: ['零工长 29384'],
      guardian: ['***'],
    }),
  )('%s %s is refused', (field, value) => expect(check(field, value).valid).toBe(false));

  test.each<[FieldId, string, string]>([
    ['certificate', '桂(2020)无名市不动产权第0001234号', '***'],
    ['petLicence', 'A-0042', '***'],
    ['contractor', '无名装饰工程有限公司', '无**'],
    ['contractorPhone', '14112341234', '141****1234'],
    ['foreman', '零工长 14112341234', '零** 141****1234'],
    ['guardian', '欧阳零 14112341234', '欧阳** 141****1234'],
  ])('%s is shown as %s → %s', (field, value, mask) =>
    expect(maskValue(USUAL_MASKS, field, value)).toEqual({ mask, valid: true }),
  );
});

describe('rooms', () => {
  test.each([
    ['已入住', 'lived-in'],
    ['空置', 'vacant'],
    ['未售', 'unsold'],
    ['法院查封', '法院查封'],
  ])('%s is the status %s', (word, status) => expect(readStatus(word)).toBe(status));

  test('every status of the list has a word that is read as it', () => {
    const words = ['未销售', '已交房', '未入住', '装修中', '已装修', '已入住', '已出租', '空闲'];
    expect(words.map(readStatus)).toEqual(ROOM_STATUSES);
  });
});

describe('days', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['1849-12-31', false],
    ['2200-12-31', true],
    ['2201-01-01', false],
    ['2199-01-01', true],
  ])('%s: %s', (day, good) => {
    if (good) expect(checkDay('from', day)).toBe(day);
    else
      expect(() => checkDay('from', day)).toThrow(
        expect.objectContaining({ code: 'invalid-value', details: { field: 'from' } }),
      );
  });

  test('none stays none', () => expect(checkDay('until', null)).toBeNull());
  test('a moment falls on the day of the wall', () =>
    expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05'));
});

describe('placeholders', () => {
  test.each(
    each({
      phone: [
        ...words(
          '18999999999 13800000000 13800138000 11111111111 １８９９９９９９９９９ 12345678901 13812345678',
          '00000000 无 - / 000',
        ),
        '+86 138-0000-0000',
      ],
      idNumber: words(
        '111111111111111111 123456789012345678 11111111111111111X 450102111111111111 000000000000000000 不详',
      ),
      name: words('无 未知 ***'),
      plate: words('无车 桂A00000 桂M****'),
      email: ['N/A'],
      wechat: ['11111111111'],
      remark: ['  '],
    }),
  )('%s %j stands for nothing', (field, value) => expect(isPlaceholder(field, value)).toBe(true));

  test.each(
    each({
      phone: words('14112341234 14155551801 0778-2123456 +85291234567'),
      idNumber: words('450102189001010010 450102000101001 E12345678'),
      name: ['张三', '吴不详'],
      plate: ['桂M12345', '桂A0000M'],
      wechat: ['zhang_san3'],
      remark: ['1'],
      birthday: ['1890-01-01'],
    }),
  )('%s %j is a value', (field, value) => expect(isPlaceholder(field, value)).toBe(false));
});

test('any text at all gets an answer, and a normal form stays as it is', () => {
  forAllIn(
    3000,
    fc.constantFrom(...FIELD_IDS),
    fc.string({ unit: 'binary', maxLength: 60 }),
    (field, value) => {
      const first = check(field, value);
      const again = check(field, first.normalised);
      if (first.valid) expect(again).toMatchObject({ valid: true, normalised: first.normalised });
      isPlaceholder(field, value);
    },
  );
});
