/** The words of who has seen what, on the screen and on paper. */
import {
  ACCESS_HISTORY_ACTION_WORDS,
  type AccessHistorySubject,
  type Seeing,
} from '../../contract/access-history/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';

export const accessHistoryWords = {
  accessHistory: {
    title: ['谁看过', 'Access history'],
    lead: [
      '查询住户、房屋、电话或证件号的资料被谁看过、何时、因何。每次查询和打印均记入操作记录。',
      'Who viewed the data of a resident, room, phone or ID number, when and why. Every query and print is logged.',
    ],
    by: ['查询方式', 'Look up by'],
    subjects: {
      person: ['住户', 'Resident'],
      room: ['房屋', 'Room'],
      staff: ['人员', 'Staff'],
      day: ['日期', 'Day'],
      number: ['电话、证件号', 'Phone or ID number'],
    } satisfies Words<AccessHistorySubject>,
    titles: {
      person: ['按住户查询', 'Look up by resident'],
      room: ['按房屋查询', 'Look up by room'],
      staff: ['按人员查询', 'Look up by staff'],
      day: ['按日期查询', 'Look up by day'],
      number: ['按号码追查', 'Trace a number'],
    } satisfies Words<AccessHistorySubject>,
    askAgain: ['重新查询', 'New query'],
    start: {
      person: ['请查找住户，结果只显示脱敏内容。', 'Find the resident. Results are masked.'],
      room: ['请输入房号并选择房屋。', 'Enter a room number and choose the room.'],
      staff: ['请选择人员和不超过 {{days}} 天的时间段。', 'Choose a staff member and up to {{days}} days.'],
      day: ['请选择日期。', 'Choose a date.'],
      number: [
        '请输入被泄露的电话或证件号，由主管输入 PIN。更改或删除过的号码也能查到。',
        "Enter the leaked phone or ID number and a supervisor's PIN. Replaced and removed numbers are found too.",
      ],
    } satisfies Words<AccessHistorySubject>,
    room: ['房号', 'Room number'],
    notFound: {
      person: ['没有找到住户。', 'No resident found.'],
      room: ['没有找到这个房号。', 'No room has this number.'],
    },
    moreFound: ['还有更多，请填写得更完整。', 'There are more. Enter more to narrow them down.'],
    from: ['从', 'From'],
    to: ['到', 'To'],
    tooLong: ['最多 {{days}} 天，且结束不早于开始。', 'At most {{days}} days, and no end before the start.'],
    show: ['查看', 'Show'],
    number: ['电话或证件号（完整）', 'Full phone or ID number'],
    trace: ['追查', 'Trace'],
    tracing: ['正在追查…', 'Tracing…'],
    numberLead: [
      '操作记录不含号码，只记找到几名住户。PIN 输错同样计数。',
      'The number is not logged, only how many residents have it. Wrong PINs count as usual.',
    ],
    traced: ['拥有这个号码的住户', 'Residents with this number'],
    tracedBefore: [
      '曾登记这个号码的住户和时间（只列该时间段的操作）：',
      'Residents who had this number, and when (only actions in that period):',
    ],
    tracedMore: [
      '还有更多住户有或有过这个号码，只列出前 {{count}} 名。',
      'More residents have or had this number; the first {{count}} are listed.',
    ],
    untraced: [
      '没有住户登记过这个号码。已删除档案的号码查不到。',
      "No resident has or had this number. Deleted records can't be traced.",
    ],
    gone: ['档案已不存在', 'record no longer exists'],
    total: ['共 {{count}} 条', '{{count}} entry', '{{count}} entries'],
    nobody: ['没有查看记录。', 'No access recorded.'],
    byStaff: ['各人次数', 'By person'],
    times: ['逐条记录', 'Entry by entry'],
    end: ['没有更早的记录。', 'No earlier entries.'],
    columns: {
      name: ['人员', 'Staff'],
      role: ['角色', 'Role'],
      done: ['经办', 'Actions'],
      cosigned: ['会签', 'Co-signed'],
      clear: ['显示', 'Revealed'],
      last: ['最近一次', 'Last'],
    },
    filters: { field: ['内容', 'Field'], how: ['方式', 'How'], all: ['全部', 'All'] },
    hows: {
      clear: ['显示', 'Revealed'],
      compared: ['核实', 'Verified'],
      written: ['登记、修改、导入', 'Entered, changed, imported'],
      masked: ['打开（脱敏）', 'Opened (masked)'],
    } satisfies Words<Seeing>,
    printing: ['正在打印…', 'Printing…'],
    answer: ['答复住户本人', 'Answer the resident'],
    answerTitle: ['答复住户：谁看过我的资料', 'Answer to the resident: who has viewed my data'],
    answerLead: [
      '按《个人信息保护法》第四十四条、第四十五条答复本人的查询。答复写明时间、事项、事由和角色，不写工作人员姓名。',
      "Answers the resident's own request (PIPL, Articles 44 and 45). It gives time, action, reason and role, but no staff names.",
    ],
    answerDuty: [
      '请先用“核实身份”确认来访人是住户本人或其受托人。主管输入 PIN 即对此负责。',
      'First verify that the visitor is the resident or acts for them. The supervisor confirms this with their PIN.',
    ],
    answerPrint: ['打印答复', 'Print the answer'],
    leftStaff: ['已离职人员', 'Former staff'],
    paper: {
      title: ['资料查阅记录', 'Record of access'],
      whom: ['查询对象', 'Subject'],
      span: ['{{from}} 至 {{to}}', '{{from}} to {{to}}'],
      wholeNumber: ['一个号码（本单不写号码），现登记在：', 'A number (not shown here), now on record for:'],
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
        '“打开档案”时，电话、证件号等只显示脱敏后的内容。',
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
        staff: ['一名人员', 'a staff member'],
        day: ['某一段日期', 'a period'],
        number: ['追查过的号码', 'a traced number'],
      } satisfies Words<AccessHistorySubject>,
      found: ['找到 {{number}} 名住户', 'residents found: {{number}}'],
      entries: ['{{number}} 条', 'entries: {{number}}'],
    },
  },
  logActions: ACCESS_HISTORY_ACTION_WORDS,
  log: { areas: { accessHistory: ['谁看过', 'access history'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly accessHistory: typeof accessHistoryWords;
  }
}
