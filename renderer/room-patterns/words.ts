/** Words of room patterns. */
import type { RoomPlace } from '../../contract/search/room-patterns.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';

export const roomPatternsWords = {
  roomPatterns: {
    title: ['房号格式', 'Room number formats'],
    lead: ['查找、登记、导入都按此识别房号。', 'How this estate writes room numbers.'],
    list: ['格式', 'Formats'],
    pattern: ['格式 {{number}}', 'Format {{number}}'],
    add: ['添加格式', 'Add a format'],
    places: {
      期: ['第几期', 'phase'],
      区: ['哪个区', 'area'],
      栋: ['楼栋', 'building'],
      单元: ['单元', 'unit'],
      层: ['楼层（不记）', 'floor (not kept)'],
      房: ['房间', 'room'],
    } satisfies Words<RoomPlace>,
    width: [
      '号码之间没有分隔时，写上位数：03021801 是 {栋2}{单元2}{房4}。每种格式都须有 {栋} 和 {房}。',
      'If numbers touch, give the number of digits: 03021801 is {栋2}{单元2}{房4}. Every format needs {栋} and {房}.',
    ],
    trial: ['试一试', 'Try a number'],
    example: ['输入一个房号', 'A room number as written'],
    exampleHint: ['查看会识别为哪一间。', 'See which room it is read as.'],
    reads: ['识别为', 'Read as'],
    usually: ['（原识别为 {{label}}）', '(was {{label}})'],
    faulty: ['请先改正标红的格式。', 'Correct the marked pattern first.'],
    conflict: ['识别会改变的写法：', 'What will be read as another room:'],
    conflictOf: ['{{text}} 原来是 {{usual}}，将是 {{now}}', '{{text}} was {{usual}} and will be {{now}}'],
    noneMoved: ['已登记的 {{looked}} 间房屋均不变。', 'Rooms on record: {{looked}}. None changes.'],
    moved: [
      '已登记的 {{looked}} 间房屋，其中 {{count}} 间会重新识别：',
      'Rooms checked: {{looked}}. To be renamed: {{count}}',
    ],
    kept: [
      '另有 {{count}} 间重新识别后会与其他房屋相同，保持不变，请人工核对。',
      'Rooms that would become the same as another: {{count}}. They stay as they are; please check them yourself.',
    ],
    saveTitle: ['保存格式', 'Save formats'],
    saveLead: [
      '保存后，已登记的房屋立即按新格式重新识别。删除格式，即恢复原来的识别。',
      'Rooms on record are read again at once. Removing a format restores the previous reading.',
    ],
    done: ['已保存，重新识别 {{count}} 间房屋。', 'Saved. Rooms renamed: {{count}}'],
    doneKept: [
      '有 {{count}} 间会与其他房屋相同，没有更改。请核对是否为同一间。',
      'Rooms not renamed because another has that name: {{count}}. Please check whether they are the same.',
    ],
  },
} satisfies WordTree;
