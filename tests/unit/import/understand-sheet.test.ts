/** A sheet is understood as a whole: its headings of several rows, its titles, its name and the lines between its rows. */
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../contract/import/views.ts';
import { USUAL_POLICY } from '../../../contract/policy/lists.ts';
import { namedEstate, readPlaceWords, readLine } from '../../../main/vault/import/place-words.ts';
import { type EstatesOnRecord, NO_ESTATES } from '../../../main/vault/import/estates.ts';
import { proposeTargets } from '../../../main/vault/import/map-columns.ts';
import { describeWorkbook } from '../../../main/vault/import/describe-workbook.ts';
import { readDate, readSpan } from '../../../main/vault/import/read-date.ts';
import { understandSheet } from '../../../main/vault/import/understand-sheet.ts';
import { findHeader } from '../../../main/vault/import/find-table.ts';
import type { Sheet } from '../../../main/vault/import/workbook.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';

const TODAY = Date.UTC(2026, 10, 30);
const sheetOf = (name: string, rows: readonly (readonly string[])[]): Sheet => ({ name, rows, marks: [] });
const understood = (sheet: Sheet) => understandSheet(sheet, findHeader(sheet)!, null);
const at = (estate: string, building: string, unit: string): Place => ({ estate, building, unit });

describe('words for a place', () => {
  it.each([
    ['5栋', at('', '5', '')],
    ['5栋1单元', at('', '5', '1')],
    ['阳光花园十二号楼二单元业主名册', at('', '12', '2')],
    ['A座', at('', 'A', '')],
    ['05#楼', at('', '5', '')],
    ['二期3幢', at('二期', '3', '')],
    ['一期A区', at('一期A区', '', '')],
    ['小区名称：测试雅苑', at('测试雅苑', '', '')],
    ['楼栋：7 单元：2', at('', '7', '2')],
    ['一栋一单元', at('', '1', '1')],
    ['1-5栋业主名册', at('', '', '')],
    ['业主信息', at('', '', '')],
  ])('%s', (text, place) => {
    expect(readPlaceWords(text)).toEqual(place);
  });

  it.each([['5栋'], ['5栋业主名单'], ['2单元'], ['【三栋】'], ['16栋（楼管员：张三 12345678901）']])(
    '%s is a line between rows',
    (text) => {
      expect(readLine(text)).toBeDefined();
    },
  );

  it.each([['5栋1801'], ['5栋小计'], ['合计'], ['张三']])('%s is none', (text) => {
    expect(readLine(text)).toBeUndefined();
  });
});

describe('the estate that a name begins with', () => {
  it.each([
    ['测试雅苑', '测试雅苑'],
    ['测试雅苑5#楼业主信息登记表', '测试雅苑'],
    ['测试府业主名册', '测试府'],
    ['测试苑小区房态一览表', '测试苑'],
    ['测试家园首次业主大会会议业主名册', '测试家园'],
    ['测试花园2026年车位台账', '测试花园'],
    ['测试家园3期业主信息', '测试家园'],
    ['社区居民委员会通知', ''],
    ['业主信息', ''],
    ['小区业主名册', ''],
    ['车位', ''],
  ])('%s', (text, estate) => {
    expect(namedEstate(text)).toBe(estate);
  });
});

describe('the sheets of a workbook', () => {
  const HEADS = ['楼栋', '房号', '业主姓名', '联系电话'];
  const sheetWith = (name: string, names: readonly string[]): Sheet =>
    sheetOf(name, [HEADS, ...names.map((one, at) => ['1', `10${at + 1}`, one, phoneOf(at)])]);
  const A = sheetWith('甲表', ['张明', '李晓红', '王伟']);
  const said = (sheets: readonly Sheet[], record: EstatesOnRecord = NO_ESTATES) =>
    describeWorkbook(USUAL_POLICY, { fileName: 'x', sheets }, [], record).map(
      ({ place, asks }) => [place.estate, asks] as const,
    );

  it('ask where they are with the same rooms of other people, and not with the same people', () => {
    expect(said([A, sheetWith('乙表', ['赵明', '钱红', '孙伟'])])).toEqual([
      ['', ['place']],
      ['', ['place']],
    ]);
    const family = sheetWith('家属', ['赵明', '钱红', '孙伟']);
    expect(said([{ ...A, name: '业主' }, family]).map(([, asks]) => asks)).toEqual([[], []]);
    expect(said([A, { ...A, name: '乙表' }])).toEqual([
      ['', []],
      ['', []],
    ]);
  });

  it('are in the estates of their names where each of them has one', () => {
    const B = sheetWith('测试府', ['赵明', '钱红', '孙伟']);
    expect(said([{ ...A, name: '测试雅苑' }, B])).toEqual([
      ['测试雅苑', []],
      ['测试府', []],
    ]);
    // A sheet beside the one with an estate is in it too, which two sheets with other people in the same rooms cannot be.
    expect(said([{ ...A, name: '甲表' }, B])).toEqual([
      ['测试府', ['place']],
      ['测试府', ['place']],
    ]);
    const C = sheetWith('乙表', ['张明', '李晓红', '王伟']);
    expect(said([{ ...A, name: '测试雅苑' }, B, { ...C, name: '乙表' }, C])).toEqual([
      ['测试雅苑', []],
      ['测试府', []],
      ['', ['estate']],
      ['', []],
    ]);
  });

  it.each([
    ['no room on record', '测试府', [], '测试府', []],
    ['a record without estates', '', [''], '', []],
    ['one estate on record', '', ['测试府'], '测试府', []],
    ['that estate on record', '测试府', ['测试府', '测试园'], '测试府', []],
    ['another estate on record', '测试府', ['测试园'], '测试府', []],
    ['two estates on record', '', ['测试府', '测试园'], '', ['estate']],
    ['rooms of one estate and of none on record', '', ['', '测试府'], '', ['estate']],
    ['rooms of another estate and of none on record', '测试府', ['', '测试园'], '测试府', ['estate']],
    ['rooms of no estate on record', '测试府', [''], '', ['estate']],
    ['the served estate, rooms of none on record', '测试园', [''], '', []],
  ])('with %s: %s is taken or asked', (_, title, ofRooms, estate, asks) => {
    expect(said([{ ...A, name: title || '甲表' }], { ofRooms, served: ['测试园'] })).toEqual([
      [estate, asks],
    ]);
  });

  it('name their estate in the room, so that none is taken from the record or asked', () => {
    const rows = [
      ['房号', '业主姓名'],
      ['测试园3栋2单元1801', '张明'],
      ['测试府3栋2单元1802', '王伟'],
    ];
    expect(said([sheetOf('甲表', rows)], { ofRooms: ['测试府', '测试园'], served: [] })).toEqual([['', []]]);
  });
});

describe('a sheet', () => {
  const ROWS = [
    ['101', '张明', phoneOf(1)],
    ['102', '李晓红', phoneOf(2)],
    ['201', '王伟', phoneOf(3)],
  ];

  it('is in the building that its name says', () => {
    const { place, placeFrom, asks } = understood(sheetOf('5栋', [['房号', '户主', '联系电话'], ...ROWS]));
    expect([place, placeFrom, asks]).toEqual([at('', '5', ''), 'name', []]);
  });

  it('has days of a lease beside whoever lives there, though their plate stands there too', () => {
    const heads = ['房间', '住户姓名', '身份', '手机', '起租日', '到期日', '车牌'];
    const rows = ROWS.map(([room, name, phone]) => [
      `A座${room}`,
      name!,
      '租客',
      phone!,
      '2026-01-01',
      '2026-12-31',
      '',
    ]);
    const { columns } = understood(sheetOf('A', [heads, ...rows]));
    expect(columns.map(({ target }) => target).join(' ')).toBe(
      'room name relation phone leaseFrom leaseUntil plate',
    );
  });

  it.each([
    ['ID(切勿修改)|房号|姓名|身份证号', '- roomText name idNumber'],
    ['幢-号|姓名|电话', 'roomText name phone'],
    ['商铺|业主|业主电话', 'room name phone'],
    ['不动产单元号|坐落|权利人|分摊建筑面积', '- roomText name sharedArea'],
    ['楼栋|房号|居住人|身份|电话', 'building room name relation phone'],
    [
      '楼栋|房号|第一产权人 / 姓名|第二产权人 / 姓名|第二产权人 / 手机',
      'building room name coOwnerName coOwnerPhone',
    ],
    ['座|房号|租户名称|止租日', 'building room tenantName leaseUntil'],
  ])('has headings such as %s', (heads, targets) => {
    expect(
      proposeTargets(heads.split('|'))
        .map((target) => target ?? '-')
        .join(' '),
    ).toBe(targets);
  });

  it('is in the building that its title says', () => {
    const rows = [['测试花园7号楼业主名册', '', ''], ['房号', '户主', '联系电话'], ...ROWS];
    const { place, placeFrom, asks } = understood(sheetOf('Sheet1', rows));
    expect([place, placeFrom, asks]).toEqual([at('测试花园', '7', ''), 'title', []]);
  });

  it('has the buildings of the lines between its rows', () => {
    const rows = [['房号', '户主', '联系电话'], ['1栋'], ROWS[0]!, ['2栋1单元'], ROWS[1]!, ROWS[2]!];
    const { table, asks } = understood(sheetOf('Sheet1', rows));
    expect(table.rows).toEqual([2, 4, 5]);
    expect(table.lines.map(({ row, place }) => [row, place.building, place.unit])).toEqual([
      [1, '1', ''],
      [3, '2', '1'],
    ]);
    expect(asks).toEqual([]);
  });

  it.each([['5'], ['Sheet1']])('called %s, whose rooms name no building, is asked where it is', (name) => {
    expect(understood(sheetOf(name, [['房号', '户主', '联系电话'], ...ROWS])).asks).toEqual(['place']);
  });

  it('without a column of rooms is asked about', () => {
    expect(understood(sheetOf('A', [['姓名', '联系电话'], ...ROWS.map((row) => row.slice(1))])).asks).toEqual(
      ['rooms'],
    );
  });

  it('has headings of two rows, by their groups', () => {
    const { heads, columns, headRows } = understood(
      sheetOf('1栋', [
        ['序号', '房屋信息', '', '业主信息', '', '租户信息', ''],
        ['', '单元', '房号', '姓名', '电话', '姓名', '电话'],
        ['1', '1', '101', '张明', phoneOf(1), '李四', phoneOf(2)],
        ['2', '1', '102', '王伟', phoneOf(3), '', ''],
      ]),
    );
    expect(headRows).toBe(2);
    expect(heads[5]).toBe('租户信息 / 姓名');
    expect(columns.map(({ target }) => target)).toEqual([
      null,
      'unit',
      'roomText',
      'name',
      'phone',
      'tenantName',
      'tenantPhone',
    ]);
    expect(columns.every(({ sure }) => sure)).toBe(true);
  });

  it('is asked about a column whose cells are something else than its heading says, and about one that nobody knows', () => {
    const { columns, asks } = understood(
      sheetOf('1栋', [
        ['房号', '姓名', '身份证号', '特别登记'],
        ['101', '张明', phoneOf(1), '甲'],
        ['102', '李晓红', phoneOf(2), '乙'],
      ]),
    );
    expect(columns.map(({ sure }) => sure)).toEqual([true, true, false, false]);
    expect(asks).toEqual(['columns']);
  });

  it.each([
    '代理人',
    '担保人',
    '监护人',
    '前业主',
    '原业主',
    '实际居住人',
    '房东',
    '法定代表人',
    '业主代表',
    '租户担保人',
    '开票',
  ])('asks whose the phone of %s is, and proposes nobody', (somebody) => {
    const { columns } = understood(
      sheetOf('1栋', [
        ['房号', '业主姓名', '业主电话', `${somebody}电话`],
        ['101', '张明', phoneOf(1), phoneOf(4)],
        ['102', '李晓红', phoneOf(2), phoneOf(5)],
      ]),
    );
    expect(columns.map(({ sure }) => sure)).toEqual([true, true, true, false]);
    expect(columns[3]?.target).toBeNull();
  });

  it.each(['现住人', '现居住人', '实际居住人', '实际使用人', '现住户'])(
    'knows %s beside an owner, and asks who they are where no owner stands beside them',
    (somebody) => {
      const targetsOf = (owner: string) =>
        understood(
          sheetOf('1栋', [
            ['房号', owner, somebody, `${somebody}电话`],
            ['101', '张明', '王伟', phoneOf(4)],
            ['102', '李晓红', '李晓红', phoneOf(5)],
          ]),
        ).columns.slice(2);
      expect(targetsOf('业主')).toEqual([
        { target: 'occupantName', sure: true },
        { target: 'occupantPhone', sure: true },
      ]);
      expect(targetsOf('网格员')).toEqual([
        { target: null, sure: false },
        { target: null, sure: false },
      ]);
    },
  );

  it.each([
    ['房号|业主|电话|租客|电话', 'roomText name phone tenantName tenantPhone'],
    ['房号|房东|电话|租客|租客电话', 'roomText name phone tenantName tenantPhone'],
    ['房号|租客|电话|房东|房东电话', 'roomText tenantName tenantPhone name phone'],
    ['房号|姓名|电话|房东|联系方式', 'roomText name phone landlordName landlordPhone'],
    ['房号|房主|电话|房客|房客电话', 'roomText name phone tenantName tenantPhone'],
    ['房号|业主1|电话|业主2|电话', 'roomText name phone coOwnerName coOwnerPhone'],
    ['房号|业主|电话|租客|备注', 'roomText name phone tenantName remark'],
    ['房号|业主|租客|电话|备注', 'roomText name tenantName ? remark'],
    ['房号|业主|电话|房东|房东电话', 'roomText name phone ? ?'],
    ['房号|租客姓名|性别|电话|房东|房东电话', 'roomText name sex phone landlordName landlordPhone'],
    ['房号|业主|电话|租客|性别|电话', 'roomText name phone tenantName ? tenantPhone'],
    [
      '房号|业主姓名/电话|租客姓名|承租人电话|租赁起始日|租赁截止日',
      'roomText name tenantName tenantPhone leaseFrom leaseUntil',
    ],
    ['户号|户名|电话|租客信息', 'roomText name phone tenantName'],
    ['房号|户主|家庭成员及关系|电话', 'roomText name familyName phone'],
  ])('tells whose a phone is by the name before it: %s', (heads, targets) => {
    const isPhone = heads.split('|').map((head) => /(?<!\/)(?:电话|方式)$/u.test(head));
    const row = (n: number): readonly string[] =>
      heads.split('|').map((_, column) => {
        if (column === 0) return `1-1-10${n}`;
        const head = heads.split('|')[column] ?? '';
        if (head === '性别') return '男';
        if (head.endsWith('日')) return '2026-01-01';
        if (head.includes('及关系'))
          return `妻：${['陈红', '李红', '王红'][n]}，子：${['陈明', '李明', '王明'][n]}`;
        if (isPhone[column] === true) return phoneOf(n * 10 + column);
        return heads.endsWith('备注') && column === 4 ? '钥匙在前台' : ['陈一', '李二', '王三'][n]!;
      });
    const { columns } = understood(sheetOf('A', [heads.split('|'), row(0), row(1), row(2)]));
    expect(columns.map(({ target, sure }) => (sure ? target : '?')).join(' ')).toBe(targets);
  });

  it.each([
    ['房号|业主|电话|紧急联系人|电话', 'roomText name phone emergency emergency'],
    ['房号|业主|紧急联系人|电话|关系', 'roomText name emergency ? ?'],
    ['房号|业主|电话|专属管家|电话', 'roomText name phone - -'],
    ['房号|业主|电话|紧急联系人|入住日期', 'roomText name phone emergency moveIn'],
    ['房号|姓名|所属网格|身份', 'roomText name - relation'],
    ['房号|男主人|电话|女主人|电话', 'roomText ? phone ? ?'],
    ['房号|业主|电话|担保人|电话', 'roomText name phone ? ?'],
    ['房号|业主1|业主2|电话1|电话2', 'roomText name coOwnerName phone coOwnerPhone'],
    [
      '房号|户主|家庭成员1|关系1|家庭成员2|关系2',
      'roomText name familyName familyRelation familyName familyRelation',
    ],
    ['房号|户主|姓名|与户主关系|电话', 'roomText landlordName name relation phone'],
    ['房号|户主姓名|成员姓名|关系|身份证号', 'roomText landlordName name relation idNumber'],
    ['房号|业主|电话|租户|电话|入住日期', 'roomText name phone tenantName tenantPhone tenantMoveIn'],
    [
      '房号|业主姓名|业主电话|领取人|与业主关系|领取人电话',
      'roomText name phone familyName familyRelation familyPhone',
    ],
    ['房号|业主姓名|经办人|与业主关系', 'roomText name - ?'],
    [
      '房号|姓名|与房主关系|电话|房主姓名|房主电话',
      'roomText name relation phone landlordName landlordPhone',
    ],
    ['房号|业主|车位号|车位到期日', 'roomText name spaceCode spaceUntil'],
    ['房号|业主|称呼|性别|电话', 'roomText name - sex phone'],
    ['房号|被告一（业主）|电话|被告二（共有人）|电话', 'roomText name phone coOwnerName coOwnerPhone'],
    ['房号|业主|共有人|共有人电话|关系', 'roomText name coOwnerName coOwnerPhone ?'],
    ['房号|主贷人|共同还款人|共还人电话', 'roomText name coOwnerName coOwnerPhone'],
    ['项目|分期|房号|业主', 'estate estate roomText name'],
    ['房号|权利人|领证人|领证人电话', 'roomText name occupantName occupantPhone'],
    ['房号|房主|爱人姓名|电话', 'roomText name familyName phone'],
    ['户主|居民姓名|与户主关系|房号', 'landlordName name relation roomText'],
    ['房号|户主（业主）|车主姓名|与业主关系', 'roomText landlordName name relation'],
    ['小区名称|弄|号|室|户名', 'estate ? building room name'],
    ['房号|姓名|有效期起|有效期止|车位号', 'roomText name spaceFrom spaceUntil spaceCode'],
    ['房号|户主|其他家人|家人电话|住房面积', 'roomText name familyName familyPhone area'],
    ['车位编号|车主|使用起始日|使用截止日', 'spaceCode name spaceFrom spaceUntil'],
    ['房号|姓名|人员身份', 'roomText name relation'],
    ['房号|业主|搬入时间', 'roomText name moveIn'],
    ['房产编号|房屋通称|业主', '- roomText name'],
    ['商铺编号|产权人|地面车位号', 'room name spaceCode'],
    ['房号|姓名|家属姓名|家属与老人关系', 'roomText name familyName familyRelation'],
    ['户号|类型|业主', 'roomText ? name'],
    ['房号|持卡人姓名|持卡人身份|电话', 'roomText name relation phone'],
    ['房号|二房东|电话|实际租户|实际租户电话', 'roomText ? ? tenantName tenantPhone'],
    ['小区|详细地址|收件人|电话', 'estate roomText name phone'],
    [
      '房号|业主|电话|家庭成员1|与业主关系1|成员1电话|家庭成员2|成员2电话',
      'roomText name phone familyName familyRelation familyPhone familyName familyPhone',
    ],
    ['房号|房东|租户姓名|身份证号|电话', 'roomText name tenantName tenantId tenantPhone'],
    ['楼栋|用户姓名|用户电话|管家|管家电话', 'building name phone - -'],
    ['安置楼栋|房号|被安置人|电话', 'building room name phone'],
    ['栋|代表姓名|所住房号|电话', 'building name room phone'],
    ['1、您的姓名|2、您居住的楼栋|3、房号|4、电话', 'name building room phone'],
    ['房号|房主|Tenant Name|Tenant Email', 'roomText name tenantName tenantEmail'],
    [
      '房号|业主|套型|规划用途|分摊共有面积|固定车位号|离开日期',
      'roomText name layout usage sharedArea spaceCode moveOut',
    ],
    ['原房号|新房号|业主|电话', '- roomText name phone'],
    ['车位编号|使用人|房号|租期起|租期止', 'spaceCode name roomText spaceFrom spaceUntil'],
    [
      '车位编号|停车场|承租人|房号|租期起|租期止',
      'spaceCode carPark tenantName roomText spaceFrom spaceUntil',
    ],
    ['铺位号|业主姓名|承租人|合同起始|合同到期', 'room name tenantName leaseFrom leaseUntil'],
    ['房号|出租人|承租人|租赁起止', 'roomText name tenantName leaseTerm'],
    ['房号|姓名|电话|租金|到期日', 'roomText name phone - leaseUntil'],
    ['房号|户名|催缴电话|到期日', 'roomText name phone ?'],
    ['房号|户主|身份证 ID|车位1|车位2', 'roomText name idNumber spaceCode spaceCode'],
    ['房号|户主|电话|是否入住', 'roomText name phone status'],
    ['苑|栋|房|户主', 'estate building room name'],
  ])('knows columns by what stands beside them: %s', (given, targets) => {
    const cellOf = (head: string, n: number): string => {
      if (/起止/u.test(head)) return '2024.1.1-2025.1.1';
      if (/日|起$|止$|起始|到期|搬入/u.test(head)) return `2024-0${n + 1}-01`;
      if (/房号|地址/u.test(head)) return `${n + 1}-1-${n + 1}02`;
      if (/电话/u.test(head)) return phoneOf(n + head.length * 3);
      if (/身份证/u.test(head)) return idNumberOf(n + 1);
      if (/身份|关系/u.test(head)) return ['业主', '租户', '家属'][n]!;
      if (/车位/u.test(head)) return `B1-00${n + head.length}`;
      return (
        {
          小区: '梅苑',
          小区名称: '梅苑',
          项目: '梅苑',
          分期: '一期',
          称呼: '陈先生',
          房产编号: `FC10020${n}`,
          房屋通称: `梅苑-1栋-1单元-10${n}`,
          商铺编号: `商铺00${n}`,
          户号: `梅苑${n + 1}号`,
          住房面积: `8${n}.5`,
          弄: '梅路288弄',
          号: `${n + 1}号`,
          室: `10${n * 2}`,
          性别: '男',
          是否入住: '是',
          苑: '梅苑',
          栋: `${n + 1}`,
          房: `10${n * 2}`,
          铺位号: `S0${n}`,
          租金: '1500',
          停车场: '地下',
        }[head] ?? ['陈一', '李二', '王三'][n]!
      );
    };
    const heads = given.split('|');
    const rows = [0, 1, 2].map((n) => heads.map((head) => cellOf(head, n)));
    const { columns } = understood(sheetOf('A', [heads, ...rows]));
    expect(columns.map(({ target, sure }) => (sure ? (target ?? '-') : '?')).join(' ')).toBe(targets);
  });

  it('asks whose the columns of a group of somebody else are', () => {
    const { columns } = understood(
      sheetOf('1栋', [
        ['房号', '业主', '业主', '原业主', '原业主'],
        ['房号', '姓名', '电话', '姓名', '电话'],
        ['101', '张明', phoneOf(1), '王伟', phoneOf(4)],
        ['102', '李晓红', phoneOf(2), '赵敏', phoneOf(5)],
      ]),
    );
    expect(columns.map(({ target }) => target)).toEqual(['roomText', 'name', 'phone', null, null]);
    expect(columns[4]?.sure).toBe(false);
  });

  it.each(['备用电话', '业主预留手机', '现业主联系电话', '常用手机号码2'])('takes %s as theirs', (header) => {
    const { columns } = understood(
      sheetOf('1栋', [
        ['房号', '姓名', header],
        ['101', '张明', phoneOf(1)],
        ['102', '李晓红', phoneOf(2)],
      ]),
    );
    expect(columns[2]).toEqual({ target: 'phone', sure: true });
  });

  it('takes the one column of names that nobody knows for its people, and what is headed with the same word', () => {
    const { columns } = understood(
      sheetOf('车位', [
        ['车位号', '购买人', '购买人电话', '身份证号'],
        ['B1-001', '张明', phoneOf(1), idNumberOf(1)],
        ['B1-002', '李晓红', phoneOf(2), idNumberOf(2)],
      ]),
    );
    expect(columns.map(({ target }) => target)).toEqual(['spaceCode', 'name', 'phone', 'idNumber']);
    expect(columns.every(({ sure }) => sure)).toBe(true);
  });

  it('asks about the one column of names that is of somebody else, and about two of them', () => {
    const asked = (...names: readonly string[]) =>
      understood(
        sheetOf('1栋', [
          ['房号', '电话', ...names],
          ['101', phoneOf(1), '张明', '王伟'],
          ['102', phoneOf(2), '李晓红', '赵敏'],
        ]),
      ).columns.slice(2, 2 + names.length);
    expect(asked('前任').map(({ sure }) => sure)).toEqual([false]);
    expect(asked('甲方', '乙方').map(({ sure }) => sure)).toEqual([false, false]);
  });

  it.each([
    [
      'a whole address beside the room for its estate',
      '楼栋|单元|房号|房屋坐落|业主',
      (n: number) => ['1幢', '1单元', `10${n}`, `测试苑1幢1单元10${n}室`, `陈${'一二三'[n]}`],
      ['building', 'unit', 'room', 'estate', 'name'],
    ],
    [
      'the numbers of houses beside rooms for buildings',
      '门牌|室号|住户',
      (n: number) => [`1${n}号`, `10${n}室`, `陈${'一二三'[n]}`],
      ['building', 'room', 'name'],
    ],
    [
      'whoever is to be called for its people, without a firm beside them',
      '单元房号|联系人|手机1',
      (n: number) => [`1#10${n}`, `陈${'一二三'[n]}`, phoneOf(n)],
      ['unitRoom', 'name', 'phone'],
    ],
    [
      'nobody whom one calls at a firm',
      '房号|公司名称|联系人|手机',
      (n: number) => [`1-10${n}`, '测试有限公司', `陈${'一二三'[n]}`, phoneOf(n)],
      ['roomText', null, null, null],
    ],
    [
      'the short rooms of a floor, called units',
      '楼层|单位|业户|电话',
      (n: number) => ['2层', `2${n}1`, `陈${'一二三'[n]}`, phoneOf(n)],
      ['floor', 'roomText', 'name', 'phone'],
    ],
    [
      'parts of an estate',
      '区|栋|房号|业主',
      (n: number) => [`${'AB'[n % 2]}区`, '1', `10${n}`, `陈${'一二三'[n]}`],
      ['estate', 'building', 'room', 'name'],
    ],
    [
      'no districts of a city for estates',
      '区|栋|房号|业主',
      (n: number) => ['测试新区', '1', `10${n}`, `陈${'一二三'[n]}`],
      [null, 'building', 'room', 'name'],
    ],
    [
      'the landlord\u2019s phone for the owner\u2019s, whatever is between the signs of its heading',
      '房号|房 东|房东电话|租客姓名|租客电话',
      (n: number) => [`1-10${n}`, `周${'一二三'[n]}`, phoneOf(n), `陈${'一二三'[n]}`, phoneOf(n + 5)],
      ['roomText', 'name', 'phone', 'tenantName', 'tenantPhone'],
    ],
    [
      'the day behind a family for that of the household',
      '房号|户主|家庭成员|入住时间',
      (n: number) => [`1-10${n}`, `周${'一二三'[n]}`, `陈${'一二三'[n]}`, '2013.2.5'],
      ['roomText', 'name', 'familyName', 'moveIn'],
    ],
    [
      'the days of a space',
      '车位编号|屋主|房屋坐落|起租日|止租日',
      (n: number) => [`B2-00${n}`, `周${'一二三'[n]}`, `1-10${n}`, '2024-01-01', '2026-01-01'],
      ['spaceCode', 'name', 'roomText', 'spaceFrom', 'spaceUntil'],
    ],
  ])('takes %s', (_, heads, rowOf, targets) => {
    const { columns, asks } = understood(sheetOf('A', [heads.split('|'), ...[0, 1, 2].map(rowOf)]));
    expect(columns.map(({ target }) => target)).toEqual(targets);
    expect(asks.includes('columns')).toBe(targets.includes(null));
    if (heads.startsWith('单元房号')) expect(asks).toEqual([]);
  });

  it('takes a column known as nothing for the rooms that no other column has', () => {
    const rows = [
      ['1', '101', '张明', '2210'],
      ['1', '102', '李晓红', '3415'],
    ];
    const targets = (...heads: readonly string[]) => understood(sheetOf('', [heads, ...rows])).columns;
    expect(targets('楼', '户号', '业主', '物业费')[1]).toEqual({ target: 'room', sure: true });
    expect(targets('楼', '编号', '业主', '物业费')[1]).toEqual({ target: null, sure: false });
    expect(targets('楼', '房号', '业主', '编号')[3]).toEqual({ target: null, sure: true });
  });

  it('takes ID numbers of right check characters and states of rooms by their cells', () => {
    const { columns } = understood(
      sheetOf('1栋', [
        ['房号', '姓名', '证照', '现状', '租户证照'],
        ['101', '张明', idNumberOf(1), '自住', idNumberOf(3)],
        ['102', '李晓红', idNumberOf(2), '出租', idNumberOf(4)],
      ]),
    );
    expect(columns.slice(2)).toEqual([
      { target: 'idNumber', sure: true },
      { target: 'status', sure: true },
      { target: null, sure: false },
    ]);
  });

  it('has no row of sums, however wide', () => {
    const { table } = understood(
      sheetOf('1栋', [
        ['房号', '业主', '电话', '面积', '应收', '实收'],
        ['101', '张明', phoneOf(1), '88.2', '100', '100'],
        ['3栋小计', '', '50户', '4400', '105600', '1056000.00'],
        ['合计', '王伟', phoneOf(2), '88.2', '100', '100'],
      ]),
    );
    expect(table.rows).toEqual([1, 3]);
    expect(table.leftOut).toEqual([]);
  });

  it('has two tables beside a blank column, the last without the first one\u2019s last column', () => {
    const { columns } = understood(
      sheetOf('', [
        ['栋号', '房号', '业主姓名', '电话', '备注', '', '栋号', '房号', '业主姓名', '电话'],
        ['1', '101', '张明', phoneOf(1), '甲', '', '2', '201', '王伟', phoneOf(2)],
        ['1', '102', '李晓红', phoneOf(3), '乙', '', '2', '202', '赵敏', phoneOf(4)],
      ]),
    );
    const table = ['building', 'room', 'name', 'phone'];
    expect(columns.map(({ target }) => target)).toEqual([...table, 'remark', null, ...table]);
  });

  it('has the houses of numbers that stand alone above rooms, and of villas none', () => {
    const lane = (rooms: readonly string[]): Sheet =>
      sheetOf('名册', [
        ['室号', '姓名', '称谓'],
        ['12号'],
        ...rooms.map((room) => [room, '张明', '户主']),
        ['13号'],
        ...rooms.map((room) => [room, '王伟', '户主']),
      ]);
    expect(understood(lane(['101室', '102室'])).table.lines.map(({ place }) => place.building)).toEqual([
      '12',
      '13',
    ]);
    expect(understood(lane(['14号', '15号'])).table.lines).toEqual([]);
  });

  it('is about whoever the relation is of, and names the owner beside them', () => {
    const { columns } = understood(
      sheetOf('车辆', [
        ['房号', '业主姓名', '车主姓名', '与业主关系', '车主电话'],
        ['1-1-101', '张明', '张明', '本人', phoneOf(1)],
        ['1-1-102', '王伟', '李晓红', '妻子', phoneOf(2)],
        ['1-1-103', '赵敏', '赵兰', '女儿', phoneOf(3)],
      ]),
    );
    expect(columns.map(({ target }) => target)).toEqual([
      'roomText',
      'landlordName',
      'name',
      'relation',
      'phone',
    ]);
  });

  it('has old and new phones of one person, and asks about the old one beside a former owner', () => {
    const targets = (heads: readonly string[]) =>
      understood(
        sheetOf('核对', [
          heads,
          ['1-1-101', '张明', phoneOf(1), phoneOf(4)],
          ['1-1-102', '王伟', phoneOf(2), phoneOf(5)],
        ]),
      ).columns.map(({ target, sure }) => (sure ? target : '?'));
    expect(targets(['房号', '业主姓名', '原电话', '更新后电话'])).toEqual([
      'roomText',
      'name',
      'phone',
      'phone',
    ]);
    expect(targets(['房号', '原业主', '原电话', '更新后电话'])[2]).toBe('?');
  });

  it('is asked in the words of a form, and has flats where a unit is one', () => {
    const targets = (heads: readonly string[], cells: readonly string[]) =>
      understood(sheetOf('x', [heads, cells, cells.map((cell) => cell.replace('1', '2'))])).columns.map(
        ({ target, sure }) => (sure ? target : '?'),
      );
    expect(
      targets(
        ['1. 您的姓名（必填）', '2. 您是', '3. 您的楼栋（必填）', '4、请填写您的房间号'],
        ['张明', 'A.业主', '1栋', '101'],
      ),
    ).toEqual(['name', 'relation', 'building', 'room']);
    expect(targets(['Tower', 'Unit', 'Owner Name'], ['Tower 1', '0501', '张明'])).toEqual([
      'building',
      'room',
      'name',
    ]);
    expect(targets(['座別', '單位', '業主姓名'], ['A座', '101', '张明'])).toEqual([
      'building',
      'room',
      'name',
    ]);
  });

  it('has as many tables as its headings come again side by side', () => {
    const { columns } = understood(
      sheetOf('1栋', [
        ['房号', '业主姓名', '房号', '业主姓名'],
        ['101', '张明', '201', '李晓红'],
        ['102', '王伟', '202', '赵敏'],
      ]),
    );
    expect(columns.map(({ target }) => target)).toEqual(['roomText', 'name', 'roomText', 'name']);
  });
});

describe('days', () => {
  it.each([
    ['1995年10月23日', '1995-10-23'],
    ['95.10.23', '1995-10-23'],
    ['19951023', '1995-10-23'],
    ['二〇一五年三月二十一日', '2015-03-21'],
    ['23-Oct-1995', '1995-10-23'],
    ['34995', '1995-10-23'],
    ['２０１５－１－２（已交）', '2015-01-02'],
    ['2015/1/5 08:30:00', '2015-01-05'],
    ['3/15/2019', '2019-03-15'],
    ['3/4/2019', null],
    ['2019年10月', null],
    ['2019-02-30', null],
  ])('%s', (text, day) => {
    expect(readDate(text, TODAY)).toBe(day);
  });

  it('stand two in a cell, and neither where one cannot be read', () => {
    expect(readSpan('2024.10.1-2027.9.30')).toEqual({ from: '2024-10-01', until: '2027-09-30' });
    expect(readSpan('2024.10.1起')).toBeNull();
  });
});
