/** The words of who has seen what, on the screen and on paper. */
import {
  ACCESS_HISTORY_ACTION_WORDS,
  type AccessHistorySubject,
  type Seeing,
} from '../../contract/access-history/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';

export const accessHistoryWords = {
  accessHistory: {
    title: ['谁看过', 'Who saw'],
    lead: [
      '查一名住户、一处房屋、一个电话或证件号的资料被谁看过、何时、因何。每次查询和打印都有记录。',
      'Who saw the data of a resident, a room, a phone or an ID number, when and why. Each question and each print is in the log.',
    ],
    by: ['按什么查', 'Ask by'],
    subjects: {
      person: ['住户', 'Resident'],
      room: ['房屋', 'Room'],
      staff: ['人员', 'Staff'],
      day: ['日期', 'Day'],
      number: ['电话、证件号', 'Phone or ID number'],
    } satisfies Words<AccessHistorySubject>,
    start: {
      person: [
        '先在柜台打开住户的档案，再按档案里的“谁看过”。',
        'Open a resident at the counter first, then press Who saw in the record.',
      ],
      room: ['输入房号，选出房屋。', 'Enter a room number and choose the room.'],
      staff: [
        '选一名人员和不超过 {{days}} 天的一段时间。',
        'Choose somebody of the staff and up to {{days}} days.',
      ],
      day: ['选一天。', 'Choose a day.'],
      number: [
        '输入被泄露的电话或证件号，由主管输入 PIN。改过、删除的号码也查得到。',
        'Enter the phone or ID number that was leaked; a supervisor types their PIN. Replaced and removed numbers are found too.',
      ],
    } satisfies Words<AccessHistorySubject>,
    toCounter: ['去查找住户', 'Find a resident'],
    room: ['房号', 'Room number'],
    find: ['查找', 'Find'],
    noRoom: ['没有找到这个房号。', 'No room has this number.'],
    moreRooms: ['还有更多，请把房号写得更全。', 'There are more: type more of the number.'],
    staff: ['人员', 'Staff'],
    left: ['{{name}}（已离职）', '{{name}} (left)'],
    from: ['从', 'From'],
    to: ['到', 'To'],
    day: ['日期', 'Day'],
    tooLong: [
      '最多 {{days}} 天，且结束不早于开始。',
      'At most {{days}} days, and the last is not before the first.',
    ],
    show: ['查看', 'Show'],
    number: ['电话或证件号（完整）', 'Whole phone or ID number'],
    trace: ['追查', 'Trace'],
    tracing: ['正在追查…', 'Tracing…'],
    numberLead: [
      '号码不写进记录，只记找到几名住户。PIN 输错同样计数。',
      'The number is not entered in the log, only how many residents have it. Wrong PINs are counted as everywhere.',
    ],
    traced: ['拥有这个号码的住户', 'Residents with this number'],
    tracedBefore: [
      '曾经登记这个号码的住户和时间（只列这段时间里的操作）：',
      'Residents who had this number, and when (what was done in that time alone):',
    ],
    tracedMore: [
      '还有更多住户有或有过这个号码，只列出前 {{count}} 名。',
      'More residents have or had this number; the first {{count}} are listed.',
    ],
    untraced: [
      '没有住户登记过这个号码。已删除档案的号码查不到。',
      'No resident has or had this number. Of a deleted record nothing is left to trace.',
    ],
    gone: ['档案已不存在', 'record no longer exists'],
    total: ['共 {{count}} 条', '{{count}} entry', '{{count}} entries'],
    nobody: ['没有人看过。', 'Nobody has seen it.'],
    nobodyNarrowed: ['没有符合条件的记录。', 'No entry fits the filters.'],
    byStaff: ['各人次数', 'By person'],
    times: ['逐条记录', 'Entry by entry'],
    earlier: ['更早的记录', 'Earlier entries'],
    end: ['到此为止，没有更早的。', 'That is all.'],
    columns: {
      name: ['人员', 'Staff'],
      role: ['角色', 'Role'],
      done: ['经办', 'Did'],
      cosigned: ['会签', 'Co-signed'],
      clear: ['看到明文', 'In clear'],
      last: ['最近一次', 'Last'],
    },
    filters: {
      label: ['筛选', 'Filters'],
      field: ['内容', 'Field'],
      how: ['方式', 'How'],
      all: ['全部', 'All'],
      clear: ['清除筛选', 'Clear filters'],
    },
    hows: {
      clear: ['看到明文', 'Seen in clear'],
      compared: ['核对', 'Verified'],
      written: ['登记、修改、导入', 'Entered, changed, imported'],
      masked: ['打开（只见遮盖）', 'Opened (masked)'],
    } satisfies Words<Seeing>,
    print: ['打印', 'Print'],
    printing: ['正在打印…', 'Printing…'],
    printed: ['已送到打印机。', 'Sent to the printer.'],
    answer: ['答复住户本人', 'Answer the resident'],
    answerTitle: ['答复住户：谁看过我的资料', 'Answer to the resident: who has looked at my data'],
    answerLead: [
      '按《个人信息保护法》第四十四条、第四十五条答复本人的查询。答复写明时间、事项、事由和角色，不写工作人员姓名。',
      "Answers the resident's own request (PIPL, Articles 44 and 45). It says when, what, why and in which role, and names none of the staff.",
    ],
    answerDuty: [
      '请先用“核实身份”确认来人就是住户本人或其受托人。主管输入 PIN，即对此负责。',
      'Verify first that the visitor is the resident or acts for them. The supervisor answers for that with their PIN.',
    ],
    answerPrint: ['打印答复', 'Print the answer'],
    leftStaff: ['已离职人员', 'Former staff'],
    paper: {
      title: ['资料查阅记录', 'Record of access'],
      whom: ['查询对象', 'Asked about'],
      span: ['{{from}} 至 {{to}}', '{{from}} to {{to}}'],
      wholeNumber: [
        '一个号码（本单不写号码），现登记在：',
        'A number (not on this sheet), now on record for:',
      ],
      narrowed: ['只含：{{by}}', 'Only: {{by}}'],
      shown: [
        '本单列出最近 {{shown}} 条，共 {{total}} 条。',
        'This sheet lists the newest {{shown}} of {{total}} entries.',
      ],
      printed: ['{{name}} 打印于 {{time}}', 'Printed by {{name}} at {{time}}'],
      answerTitle: ['个人信息查阅情况答复', 'Access to your personal information'],
      answerLead: [
        '应您的请求，现将我处系统中查看、核对、修改您资料的情况答复如下。时间为本处电脑时间。',
        'At your request, this is how your data was viewed, verified and changed in our system. Times are those of our computer.',
      ],
      answerMask: [
        '“打开档案”时，电话、证件号等只显示遮盖后的内容。',
        'When a record was opened, phones, ID numbers and the like were masked.',
      ],
      answerNames: [
        '本答复列出经办人员的角色，不列姓名；如需进一步核查，请与本处负责人联系。',
        'This answer gives the roles of our staff and not their names. For anything further, please speak to our manager.',
      ],
      answerNone: ['没有查看过您资料的记录。', 'There is no record of anybody viewing your data.'],
      answerMade: ['答复日期：{{time}}', 'Date of this answer: {{time}}'],
      signature: ['经办（签章）', 'Signed for us'],
      columns: {
        at: ['时间', 'Time'],
        what: ['事项', 'What'],
        field: ['内容', 'Data'],
        purpose: ['事由', 'Why'],
        role: ['角色', 'Role'],
        outcome: ['结果', 'Result'],
      },
    },
    logged: {
      of: {
        person: ['一名住户', 'a resident'],
        room: ['一处房屋', 'a room'],
        staff: ['一名人员', 'one of the staff'],
        day: ['某一段日期', 'some days'],
        number: ['追查过的号码', 'a traced number'],
      } satisfies Words<AccessHistorySubject>,
      found: ['找到 {{number}} 名住户', 'residents found: {{number}}'],
      entries: ['{{number}} 条', 'entries: {{number}}'],
    },
  },
  logActions: ACCESS_HISTORY_ACTION_WORDS,
  log: { areas: { accessHistory: ['谁看过', 'who saw'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly accessHistory: typeof accessHistoryWords;
  }
}
