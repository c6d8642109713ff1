/** The few people whom the table of search cases looks for. Invented; phones in unassigned blocks. */
import type { PersonKind } from '../../../contract/fields.ts';
import { parseRoom } from '../../../main/vault/people/room-text.ts';
import type { Household } from '../../support/generate-people.ts';

type Entry = readonly [name: string, room: string, phone: string, plate?: string | undefined, kind?: PersonKind];

const ENTRIES: readonly Entry[] = [
  ['张三', '3-2-1801', '14112341234', '桂M12345'],
  ['张思远', '3-2-1802', '14112345678'],
  ['张伟', '3-1-1801', '14155551801', '桂MD12345'],
  ['章三', '13-2-1801', '14100009876'],
  ['赵四', 'A-1-502', '14122223333', '粤B1234挂'],
  ['单雄信', '2-1-1-1102', '14133334444'],
  ['仇英', '商场M111', '14144445555', '桂A99M12'],
  ['解缙', '4号楼101', '14155556666'],
  ['查慎行', '5栋1单元0801', '14166667777'],
  ['区大相', '阳光花园6栋2单元301', '14177778888'],
  ['曾巩', '7-1-301', '14188889990'],
  ['尉迟恭', '7-1-302', '14199990001'],
  ['万俟明', '7-1-303', '14100010002'],
  ['吕布', '7-1-304', '14100020003'],
  ['欧阳锋', '8-1-101', '14100030004'],
  ['欧小阳', '8-1-102', '14100040005'],
  ['买买提·吐尔逊', '8-1-201', '14100050006'],
  ['John Smith', '8-1-202', '+85291234567'],
  ['张𠮷', '8-1-301', '0778-2123987'],
  ['河池市兴旺物业有限公司', '别墅12号', '14100060007', undefined, 'company'],
  ['王乐', '门卫室(旧)', '14100070008'],
  ['朴正', '3栋商铺05', '14100080009'],
  ['Müller', '9-1-101-1', '14100090010'],
  ['阿依古丽·玉素甫', '9-2-0203', '14100100011'],
];

export const SEARCH_PEOPLE: readonly Household[] = ENTRIES.map(([name, room, phone, plate, kind = 'person']) => ({
  parsed: parseRoom(room)!, floor: '1', layout: '', area: 90, status: '已入住',
  people: [{
    kind, name, sex: 'unknown', idType: null, relation: 'owner', plates: plate === undefined ? [] : [plate],
    sealed: [{ field: 'phone', value: phone }],
  }],
}));
