/** The invented residents as a spreadsheet in use has them: a row for each person, the owner's room carried on every row. */
import type { Relation, Sex } from '../../../contract/fields.ts';
import type { InventedHousehold, InventedPerson } from './invent-estate.ts';

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  owner: '业主',
  'co-owner': '共有人',
  'right-of-residence': '居住权人',
  family: '家庭成员',
  tenant: '租户',
  temporary: '暂住',
};
const SEX_WORDS: Readonly<Record<Sex, string>> = { male: '男', female: '女', unknown: '' };

type Cell = (household: InventedHousehold, person: InventedPerson) => string | undefined;

const COLUMNS: readonly (readonly [header: string, cell: Cell])[] = [
  ['小区', ({ estate }) => estate],
  ['楼号', ({ building }) => building],
  ['单元', ({ unit }) => unit],
  ['房间号', ({ room }) => room],
  ['楼层', ({ floor }) => floor],
  ['房屋户型', ({ layout }) => layout],
  ['建筑面积', ({ area }) => String(area)],
  ['房屋状态', ({ status }) => status],
  ['姓名', (_, { name }) => name],
  ['与业主关系', (_, { relation }) => RELATION_WORDS[relation]],
  ['性别', (_, { sex }) => SEX_WORDS[sex]],
  ['手机号', (_, { phone }) => phone],
  ['身份证号', (_, { idNumber }) => idNumber],
  ['微信号', (_, { wechat }) => wechat],
  ['户籍地址', (_, { address }) => address],
  ['紧急联系人', (_, { emergency }) => emergency],
  ['备注', (_, { remark }) => remark],
  ['车牌号', (_, { car }) => car?.plate],
  ['品牌', (_, { car }) => car?.brand],
  ['颜色', (_, { car }) => car?.colour],
  ['停车场', ({ estate }, { car }) => (car === undefined ? undefined : `${estate}地下`)],
  ['车位号', (_, { car }) => car?.space],
  ['车位性质', (_, { car }) => (car === undefined ? undefined : '租')],
  ['起租', (_, { car }) => car?.from],
  ['截止', (_, { car }) => car?.until],
];

/** CSV in UTF-8 with its byte order mark. No cell needs quotes: the generator writes neither commas nor line ends. */
export function workbookOf(households: readonly InventedHousehold[]): string {
  const lines = households.flatMap((household) =>
    household.people.map((person) => COLUMNS.map(([, cell]) => cell(household, person) ?? '').join(',')),
  );
  return `\uFEFF${[COLUMNS.map(([header]) => header).join(','), ...lines].join('\r\n')}\r\n`;
}
