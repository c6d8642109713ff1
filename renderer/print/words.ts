/** Words of controlled printing: on its page, in the log. */
import {
  PRINT_ACTION_WORDS,
  type PrintLayout,
  type PrintPaper,
  type RosterScope,
} from '../../contract/print/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';

export const printWords = {
  print: {
    title: ['打印', 'Print'],
    lead: [
      '任何人可以申请，主管输入 PIN 核准。默认脱敏，每份编号并列入“登记簿”。',
      'Anyone can request; a supervisor approves. Masked by default; each copy is numbered and in the register.',
    ],
    button: ['打印档案', 'Print record'],
    roster: ['打印名册', 'Print roster'],
    what: ['打印内容', 'What to print'],
    layouts: {
      record: ['住户档案', 'Resident record'],
      roster: ['住户名册', 'Roster'],
      arrears: ['催缴通知', 'Notice of unpaid charges'],
      'shift-sheet': ['交接班单', 'Shift sheet'],
      'count-sheet': ['盘点表', 'Count sheet'],
      receipt: ['收据', 'Receipt'],
      renovation: ['装修申请表', 'Renovation application'],
      'goods-pass': ['物品放行条', 'Goods pass'],
      'loan-slip': ['物品借用单', 'Loan slip'],
    } satisfies Words<PrintLayout>,
    noPerson: ['请先在柜台打开要打印的住户。', 'Open the resident at the counter first.'],
    toCounter: ['去柜台', 'Go to counter'],
    noRoom: ['请先打开要打印的单元里的任一房屋。', 'Open any room of the unit first.'],
    toRooms: ['去房屋', 'Go to rooms'],
    of: ['打印对象', 'For'],
    clear: ['不脱敏打印（逐项核准，默认全部脱敏）', 'Print unmasked (each field approved; the rest masked)'],
    clearNone: ['全部脱敏打印。', 'Everything is printed masked.'],
    clearSome: ['以下 {{count}} 项不脱敏打印：{{fields}}', 'Printed unmasked ({{count}}): {{fields}}'],
    comma: ['、', ', '],
    scope: ['范围', 'Scope'],
    scopes: {
      unit: ['本单元', 'This unit'],
      building: ['本栋', 'This building'],
    } satisfies Words<RosterScope>,
    rosterNote: ['名册只能脱敏打印。', 'Rosters are always printed masked.'],
    arrearsNote: [
      '张贴的通知只写隐去末两位的房号和金额，不写姓名、电话。',
      'Posted notices show amounts and rooms without their last two figures, never names or phones.',
    ],
    room: ['房号', 'Room'],
    from: ['起', 'From'],
    until: ['止', 'Until'],
    amount: ['金额（元）', 'Amount (CNY)'],
    wrong: {
      room: ['请填写房号', 'Enter a room'],
      from: ['请填写月份，如 2026-01', 'Enter a month such as 2026-01'],
      until: ['不早于起始月份', 'Not before the start month'],
      amount: ['请填写金额', 'Enter an amount'],
    },
    addRow: ['添加一行', 'Add a row'],
    removeRow: ['删除第 {{row}} 行', 'Remove row {{row}}'],
    payBy: ['截止日期', 'Pay by'],
    below: ['补充说明（可不填）', 'More details (optional)'],
    number: [
      '有类似电话或证件号的数字，不能写在张贴的通知里',
      'These digits look like a phone or ID number: not allowed on posted notices',
    ],
    paper: ['纸张', 'Paper'],
    papers: {
      a4: ['A4', 'A4'],
      a5: ['A5', 'A5'],
      'continuous-241': ['连续纸 241 mm（整张）', 'Continuous 241 mm, whole'],
      'continuous-241-half': ['连续纸 241 mm（二等分）', 'Continuous 241 mm, half'],
      'continuous-241-third': ['连续纸 241 mm（三等分）', 'Continuous 241 mm, third'],
    } satisfies Words<PrintPaper>,
    to: ['输出到', 'To'],
    targets: { printer: ['打印机', 'Printer'], file: ['加密 PDF（一份）', 'Encrypted PDF (one copy)'] },
    copies: ['份数', 'Copies'],
    copiesWrong: ['1 至 20 份', '1 to 20 copies'],
    custodian: ['保管人', 'Custodian'],
    place: ['存放处', 'Place'],
    dueOn: ['归还日期', 'Give back by'],
    dueWrong: ['请填写今天或以后的日期', 'Enter today or a later date'],
    purpose: ['用途（至少 4 个字）', 'Purpose (at least 4 characters)'],
    supervisor: ['核准主管', 'Approved by'],
    supervisorPin: ['主管的 PIN', "Supervisor's PIN"],
    choose: ['选择主管', 'Choose a supervisor'],
    begin: ['打印 {{title}}', 'Print {{title}}'],
    preview: ['版式', 'Layout'],
    previewWaits: [
      '房号、金额和截止日期填好后显示版式。',
      'The layout appears once room, amount and date are filled in.',
    ],
    previewNote: [
      '仅供查看版式，住户内容一律以 *** 代替。共 {{count}} 页。',
      'Layout only: *** stands for all resident data. Pages: {{count}}.',
    ],
    pickFile: ['选择保存位置', 'Choose a location'],
    picked: ['保存为 {{file}}', 'Saved as {{file}}'],
    yes: ['核准并打印', 'Approve and print'],
    yesFile: ['核准并保存', 'Approve and save'],
    reset: ['清空', 'Start over'],
    done: ['已送到打印机：{{numbers}}，共 {{pages}} 页。', 'Sent to print: {{numbers}}, pages: {{pages}}.'],
    notDone: [
      '打印失败。编号 {{numbers}} 已登记，请在“登记簿”里登记销毁后重新申请。',
      'Printing failed. {{numbers}} are in the register: record them as destroyed there, then request again.',
    ],
    saved: ['已保存 {{file}}（{{numbers}}）。', '{{file}} was saved ({{numbers}}).'],
    password: [
      '打开密码（只显示这一次，请另行告知对方）：',
      'Password (shown only once; give it separately from the file):',
    ],
    log: {
      layout: [
        '{{layout}} · {{copies}} 份 · {{pages}} 页',
        '{{layout}} · copies: {{copies}} · pages: {{pages}}',
      ],
      numbers: ['编号 {{numbers}}', 'numbers {{numbers}}'],
      rows: ['{{rows}} 行', 'rows: {{rows}}'],
      clear: ['不脱敏：{{fields}}', 'unmasked: {{fields}}'],
      dueOn: ['归还 {{day}}', 'due {{day}}'],
      file: ['加密文件', 'encrypted file'],
      ward: ['作为档案 {{id}} 的监护人', 'as guardian on record {{id}}'],
    },
  },
  logActions: PRINT_ACTION_WORDS,
  log: { areas: { print: ['打印', 'printing'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly print: typeof printWords;
  }
}
