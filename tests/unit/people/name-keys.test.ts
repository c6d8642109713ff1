import { describe, expect, test } from 'vitest';
import { begunSurnames, foldQuery, matchName, normalisePinyin } from '../../../main/vault/values/name.ts';
import { plateKeys } from '../../../main/vault/values/plate.ts';
import { MAX_NAME_KEYS, nameKeys, phoneKeys } from '../../../main/vault/search/search-index.ts';
import { COMPOUND_SURNAMES, SURNAME_READINGS, surnameOf } from '../../../main/vault/values/surnames.ts';
import { generateEstate } from '../../support/generate-people.ts';
import { processorMs } from '../../support/processor-time.ts';
import { fc, forAllIn } from '../../support/for-all.ts';
import { words } from '../../support/words.ts';

const NAMES = [
  ...new Set(
    generateEstate({ residents: 2000, seed: 21 }).households.flatMap(({ people }) =>
      people.map(({ name }) => name),
    ),
  ),
];

test.each([
  ['张三', ['zs', 'zsan', 'zhangs', 'zhangsan', '张san']],
  ['张小明', ['zxm', 'zhangxiaoming', 'zxiaoming', 'zhangxming', 'zxming']],
  ['单雄', ['sx', 'shanxiong', 'danxiong', 'dx']],
  ['仇英', ['qiuying', 'chouying']],
  ['解缙', ['xiejin', 'jiejin']],
  ['查良', ['zhaliang', 'chaliang']],
  ['区大', ['ouda', 'quda', 'od', 'qd']],
  ['曾巩', ['zenggong', 'cenggong']],
  ['吕布', ['lvbu', 'lubu', 'lyubu', 'lb']],
  ['尉迟恭', ['yuchigong', 'weichigong', 'ycg', 'wcg']],
  ['万俟明', ['moqiming', 'mqm', 'mm']],
  ['欧阳锋', ['ouyangfeng', 'oyf', 'of', 'oyfeng']],
  ['买买提·吐尔逊', ['mmttex', 'maimaitituerxun', '买买提吐尔逊']],
  ['John Smith', ['js', 'johnsmith', 'smith', 's', 'jsmith']],
  ['张𠮷', ['z𠮷', 'zhang𠮷']],
])('%s is typed as %j', (name, keys) => expect(nameKeys(name)).toEqual(expect.arrayContaining([...keys])));

test('a spelling given by a person takes the place of the readings', () => {
  expect(nameKeys('单雄信', 'shan xiong xin').toSorted()).toEqual(
    words('shanxiongxin shanxxin sxiongxin sxx sxxin 单xiongxin 单xxin'),
  );
});

test.each([
  ['单雄信', 'shan xiong xin', 'shan xiong xin'],
  ['单雄信', ' Shàn  Xióng Xìn ', 'shan xiong xin'],
  ['单雄信', "shan'xiong'xin", 'shan xiong xin'],
  ['吕布', 'lü bu', 'lv bu'],
  ['买买提·吐尔逊', 'mai mai ti tu er xun', 'mai mai ti tu er xun'],
  ['张𠮷', 'zhang ji', 'zhang ji'],
  ['单雄信', 'shan xiong', null],
  ['单雄信', 'shanxiongxin', null],
  ['单雄信', 'shan xiong xin xin', null],
  ['单雄信', 'shan xiong 1', null],
  ['单雄信', 'shan xiong 信', null],
  ['单雄信', '', null],
  ['单雄信', 'shan xiongggg xin', null],
  ['John', 'john', null],
])('%s read as %j is kept as %j', (name, pinyin, kept) => expect(normalisePinyin(name, pinyin)).toBe(kept));

test('a reading that somebody gave is the only one that is matched', () => {
  expect(matchName('单于', 'chan', 'shan yu')).toBeNull();
  expect(matchName('单于', 'shanyu', 'shan yu')).toEqual({ from: 0, until: 2, whole: true, rare: false });
  expect(matchName('单于', '单于', 'shan yu')).toMatchObject({ whole: true });
});

describe('of every name', () => {
  test('the keys are few, plain and begin with what the name begins with', () => {
    for (const name of [...NAMES, '乐'.repeat(50), '曾仇解区', '单乐行查重', 'A '.repeat(20).trim()]) {
      const keys = nameKeys(name);
      expect(keys.length, name).toBeGreaterThan(0);
      expect(keys.length, name).toBeLessThanOrEqual(MAX_NAME_KEYS);
      expect(new Set(keys).size, name).toBe(keys.length);
      for (const key of keys) expect(foldQuery(key), name).toBe(key);
    }
  });

  test('each key, and each beginning of one, is seen to match the name', () => {
    forAllIn(
      3000,
      fc
        .constantFrom(...NAMES)
        .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...nameKeys(name)))),
      fc.nat(),
      ([name, key], cut) => {
        const typed = [...key].slice(0, 1 + (cut % [...key].length)).join('');
        const match = matchName(name, typed);
        expect(match, `${name} ${typed}`).not.toBeNull();
        expect(match!.until).toBeLessThanOrEqual([...name].length);
      },
    );
  });

  test('a name built to be ambiguous takes no time', () => {
    const started = processorMs();
    // Each pair may take two letters (a n) or four (a nan): 2^25 ways to go wrong.
    expect(matchName('安南'.repeat(25), `${'an'.repeat(49)}x`)).toBeNull();
    expect(processorMs() - started).toBeLessThan(200);
  });
});

test.each([
  ['张三', 'zs', 0, 2, false],
  ['张三', 'zhangsan', 0, 2, true],
  ['张三', '张三', 0, 2, true],
  ['张三', 'zh', 0, 1, false],
  ['欧阳锋', 'ouya', 0, 2, false],
  ['John Smith', 'smi', 4, 10, false],
] as const)('%s typed as %s', (name, typed, from, until, whole) =>
  expect(matchName(name, typed)).toMatchObject({ from, until, whole }),
);
test.each([
  ['解缙', 'xiej', false],
  ['解缙', 'jiej', true],
  ['解缙', 'jj', true],
  ['解缙', '解j', false],
  ['吕布', 'lyubu', false],
  ['沈三', 'chens', true],
  ['万俟明', 'wansim', true],
  ['王乐', 'wangyue', true],
  ['王乐', 'wl', false],
] as const)('%s typed as %s by a reading that is not the usual one: %s', (name, typed, rare) =>
  expect(matchName(name, typed)).toMatchObject({ rare }),
);
test.each([
  ['欧y', [['欧阳', '']]],
  ['欧yang', [['欧阳', '']]],
  ['欧yf', [['欧阳', 'f']]],
  [
    '欧yangf',
    [
      ['欧阳', 'f'],
      ['欧阳', 'angf'],
    ],
  ],
  ['欧f', []],
  ['欧阳y', []],
  ['张s', []],
] as const)('%s may go on from a compound surname', (typed, begun) =>
  expect(
    begunSurnames(
      [...typed].filter((character) => !/[a-z]/.test(character)).join(''),
      typed.replace(/[^a-z]/g, ''),
    ).map(({ surname, rest }) => [surname, rest]),
  ).toEqual(begun),
);
test.each([
  ['张三', 'ls'],
  ['张三', 'zhangsanfeng'],
  ['张三', '三'],
])('%s is not typed as %s', (name, typed) => expect(matchName(name, typed)).toBeNull());

test('surnames: the longest match that leaves a given name', () => {
  expect(
    ['欧阳锋', '欧阳', '爱新觉罗启', '司马', '司马光', '张三', '侯莫陈悦', '侯莫'].map(surnameOf),
  ).toEqual(['欧阳', '欧', '爱新觉罗', '司', '司马', '张', '侯莫陈', '侯']);
  for (const surname of COMPOUND_SURNAMES) expect([...surname].length, surname).toBeGreaterThan(1);
  for (const [surname, readings] of SURNAME_READINGS)
    for (const reading of readings) expect(reading, surname).toMatch(/^[a-z]+$/);
});

test.each([
  ['141****1234', ['141****1234', '1234']],
  ['0778-****456', ['0778-****456', '456']],
  ['+852******67', ['+852******67', '67']],
  ['****23', ['****23', '23']],
  ['***', []],
  ['z****3', []],
  ['4****************6', []],
  ['4****************X', []],
])('the phone mask %s is found by %j', (mask, keys) => expect(phoneKeys(mask)).toEqual(keys));

test.each([
  ['桂M12345', ['桂M12345', 'M12345', '12345', '2345', '345']],
  ['桂MD12345', ['桂MD12345', 'MD12345', 'D12345', '12345', '2345', '345']],
  ['京A1', ['京A1']],
])('the plate %s is found by %j', (plate, keys) =>
  expect(plateKeys(plate).toSorted()).toEqual([...keys].toSorted()),
);
