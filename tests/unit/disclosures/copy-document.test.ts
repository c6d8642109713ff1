/** A record as its person gets it: every value with its words, in its place. */
import { expect, it } from 'vitest';
import type { MaskedPerson, RevealedField } from '../../../contract/people/views.ts';
import { copySheets, readableRecord } from '../../../main/vault/disclosures/copy-document.ts';
import { COMPANY } from '../../support/features/company.ts';

const field = (name: RevealedField['field'], value: string, ordinal = 0): RevealedField => ({
  field: name,
  ordinal,
  value,
  seconds: 60,
});
const plate = { field: 'plate', ordinal: 3, tier: 'masked', mask: '桂A***61' };
const RECORDS = [
  {
    kind: 'occupancy',
    recordId: 1,
    room: { roomId: 9, label: '29栋2单元1803' },
    relation: 'owner',
    share: null,
    from: '2019-05-01',
    until: null,
    ended: false,
    fields: [],
  },
  { kind: 'vehicle', recordId: 2, brand: '五菱', colour: null, vehicleKind: null, fields: [plate] },
] as unknown as MaskedPerson['records'];
const FIELDS = [
  field('name', '邢婉蓉'),
  field('plate', '桂A83Q61', 3),
  field('phone', '14127365084'),
  field('phone', '0778-2739586', 1),
];
const PERSON = { kind: 'person', sex: 'female', id_type: 'resident-id', pinyin: 'xingwanrong' } as const;

const record = readableRecord(PERSON, { records: RECORDS }, FIELDS);

it('has each value once, a record’s own in that record', () => {
  expect(record.own).toEqual([
    { name: '姓名', value: '邢婉蓉' },
    { name: '电话', value: '14127365084' },
    { name: '电话', value: '0778-2739586' },
    { name: '姓名拼音', value: 'xingwanrong' },
    { name: '性别', value: '女' },
    { name: '证件类型', value: '居民身份证' },
  ]);
  expect(record.records).toEqual([
    {
      title: '居住',
      facts: [
        { name: '房号', value: '29栋2单元1803' },
        { name: '与房屋的关系', value: '业主' },
        { name: '起', value: '2019-05-01' },
      ],
    },
    {
      title: '车辆',
      facts: [
        { name: '品牌', value: '五菱' },
        { name: '车牌', value: '桂A83Q61' },
      ],
    },
  ]);
});

it('takes no name of a prototype for a word', () => {
  const named = [{ ...RECORDS[0], relation: 'constructor' }] as unknown as MaskedPerson['records'];
  const { records } = readableRecord(PERSON, { records: named }, []);
  expect(records[0]!.facts).toContainEqual({ name: '与房屋的关系', value: 'constructor' });
});

it('is a line for each value in the workbook, under three headers', () => {
  const [sheet] = copySheets({ company: COMPANY, record });
  expect(sheet!.lines).toHaveLength(2 + 6 + 3 + 2);
  for (const line of sheet!.lines) expect(line).toHaveLength(3);
});
