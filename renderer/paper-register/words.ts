/** The words of the register of paper, on the screen and in the log. */
import { PAPER_REGISTER_ACTION_WORDS, type PaperState } from '../../contract/paper-register/lists.ts';
import type { PaperFacts } from '../../contract/paper-register/routes.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { DESTROYED_BY_WORDS, PAPER_SORT_WORDS } from '../../contract/vocabulary/papers.ts';

export const paperRegisterWords = {
  papers: {
    usualPlace: ['前台', 'Front desk'],
    title: ['纸质资料登记簿', 'Register of paper'],
    tab: ['登记簿', 'Register'],
    lead: [
      '登记册、名单、复印件都须有保管人、存放地点和期限；不用的在见证下销毁。',
      'Every booklet, list and copy needs a custodian, a place and a due date; destroy it before a witness.',
    ],
    leadOwn: [
      '由您保管的纸质资料。用完请交回，或请主管见证销毁。',
      'Paper in your custody. Give it back when done, or have a supervisor witness its destruction.',
    ],
    none: [
      '还没有登记纸质资料。请登记柜台、岗亭、抽屉里的登记册和名单。',
      'No paper recorded yet. Record every booklet and list at the counter, at the guard post and in drawers.',
    ],
    noneOwn: [
      '您名下没有纸质资料。发现无人管理的登记册或名单，请在这里登记。',
      'You have no paper in custody. Record any unattended booklet or list you find here.',
    ],
    noneFound: ['没有符合的纸质资料。', 'No paper matches.'],
    find: ['查找编号、名称、地点或保管人（可扫码）', 'Find by number, title, place or custodian (or scan)'],
    takeIn: ['登记纸质资料', 'Record a paper'],
    takeInLead: [
      '请写明内容、发现地点、保管人和存放地点。名称里不要写业主的姓名和号码。',
      "What it is, where it was found, who keeps it and where. Leave residents' names and numbers out of the title.",
    ],
    change: ['修改', 'Edit'],
    changeTitle: ['修改 {{number}}', 'Edit {{number}}'],
    count: ['盘点', 'Count'],
    printCount: ['打印盘点表', 'Print count sheet'],
    record: ['打印销毁记录', 'Print record'],
    recordFile: ['销毁记录存为 PDF', 'Save record as PDF'],
    photos: ['照片', 'Photos'],
    attach: ['附照片', 'Attach a photo'],
    columns: {
      paper: ['编号与名称', 'Number and title'],
      sort: ['类别', 'Kind'],
      custodian: ['保管人', 'Custodian'],
      place: ['存放地点', 'Place'],
      due: ['期限', 'Due'],
      counted: ['最近盘点', 'Last counted'],
    },
    fields: {
      sort: ['类别', 'Kind'],
      title: ['名称', 'Title'],
      pages: ['页数（可不填）', 'Pages (optional)'],
      foundAt: ['发现地点（可不填）', 'Where it was found (optional)'],
      custodian: ['保管人', 'Custodian'],
      place: ['存放地点', 'Place'],
      dueOn: ['交回或销毁期限（可不填）', 'Return or destroy by (optional)'],
    } satisfies Words<keyof PaperFacts>,
    titleHint: ['例如：前台旧业主登记册', 'For example: old owner booklet of the front desk'],
    placeHint: ['例如：档案柜第二层', 'For example: filing cabinet, second shelf'],
    badPages: ['页数请填大于 0 的整数', 'A whole number of pages, 1 or more'],
    sorts: PAPER_SORT_WORDS,
    states: {
      kept: ['在册', 'Kept'],
      lost: ['遗失', 'Lost'],
      destroyed: ['已销毁', 'Destroyed'],
    } satisfies Words<PaperState>,
    ways: DESTROYED_BY_WORDS,
    left: ['（已离职，请更换保管人）', '(has left: choose another custodian)'],
    here: ['在册 {{count}} 份', '{{count}} paper', '{{count}} papers'],
    gone: ['已销毁（最近 {{count}} 份）', 'Destroyed (last {{count}})'],
    facts: {
      takenIn: ['登记', 'Recorded'],
      by: ['{{time}} {{name}}', '{{time}} {{name}}'],
      there: ['{{time}} 在册', '{{time}} present'],
      missing: ['{{time}} 没有找到', '{{time}} not found'],
      never: ['从未盘点', 'Never counted'],
      destroyed: ['销毁', 'Destroyed'],
      destroyedBy: [
        '{{time}} {{name}} {{how}}，见证人 {{witness}}',
        '{{time}} {{name}}, {{how}}; witness {{witness}}',
      ],
      lost: ['报失', 'Reported lost'],
      pages: ['页数', 'Pages'],
      foundAt: ['发现地点', 'Found at'],
    },
    extend: ['延期', 'Extend'],
    extendTitle: ['延长 {{number}} 的期限', 'Extend {{number}}'],
    extendLead: ['当前期限是 {{day}}。', 'It is due on {{day}}.'],
    extendLeadNone: ['当前没有期限。', 'No due date is set.'],
    extendTo: ['新的期限', 'New date'],
    extendWhy: ['延期原因（至少 4 个字）', 'Reason (at least 4 characters)'],
    giveBack: ['交回', 'Give back'],
    giveBackTitle: ['{{number}} 已交回', '{{number}} is back'],
    giveBackLead: [
      '确认纸质资料已经回到保管人手里。期限随之取消。',
      'Confirm that the paper is back with its custodian. Its due date is removed.',
    ],
    giveBackYes: ['登记交回', 'Record the return'],
    destroy: ['销毁', 'Destroy'],
    destroyTitle: ['销毁 {{number}}“{{title}}”', 'Destroy {{number}} "{{title}}"'],
    destroyLead: [
      '请见证人到场，销毁完成后一起输入 PIN。登记后不能撤销。',
      "The witness watches until it is destroyed, then both enter their PINs. This can't be undone.",
    ],
    destroyHow: ['销毁方式', 'How'],
    destroyYes: ['登记销毁 {{number}}', 'Record {{number}} as destroyed'],
    lose: ['报失', 'Report lost'],
    loseTitle: ['报失 {{number}}', 'Report {{number}} lost'],
    loseLead: [
      '立即预警，由主管查明并说明。找到后可以登记找回。',
      'An alert is raised at once and a supervisor has to look into it. You can record it as found later.',
    ],
    loseWords: ['遗失经过（至少 4 个字）', 'How it went missing (at least 4 characters)'],
    found: ['找回', 'Found again'],
    foundTitle: ['{{number}} 已找回', '{{number}} was found'],
    foundLead: ['请写明现在的保管人和存放地点。', 'Who keeps it now, and where.'],
    foundYes: ['登记找回', 'Record it as found'],
    countTitle: ['盘点纸质资料', 'Count paper'],
    countLead: ['请逐份核对实物，逐份选择。', 'Check each item in the cabinet; say whether it is there.'],
    countFound: { there: ['在', 'There'], missing: ['没有找到', 'Missing'] },
    countYes: [
      '登记盘点：{{there}} 份在，{{missing}} 份没有找到',
      'Record the count: {{there}} there, {{missing}} missing',
    ],
    countDone: [
      '盘点已登记。没有找到的，请查明或报失。',
      'The count is recorded. Look for what is missing, or report it lost.',
    ],
    countWhole: ['盘点已登记，全部在册。', 'Counted. Nothing is missing.'],
    noPaper: {
      state: ['声明没有纸质资料', 'Declare no paper'],
      again: ['重新声明没有纸质资料', 'Declare no paper again'],
      stated: [
        '{{name}} 于 {{time}} 声明：没有含住户资料的纸质资料。',
        "{{name}} declared at {{time}} that no paper with residents' data is kept.",
      ],
      until: [
        '有效至 {{day}}；登记任何一份纸质资料，声明随即失效。',
        'Valid until {{day}}, or until any paper is recorded.',
      ],
      over: ['已于 {{day}} 到期。如仍没有，请重新声明。', 'Expired {{day}}. Declare it again if still true.'],
      lead: [
        '请先查看柜台、岗亭、抽屉和柜子，确认没有含住户资料的登记册、名单和复印件。声明由您的 PIN 签名，有效 {{days}} 天，写入迎检材料。',
        "First check the counter, guard post, drawers and cabinets: no booklet, list or copy with residents' data may be left. Your PIN signs the declaration; it is valid for {{days}} days and goes into the inspection pack.",
      ],
    },
    bell: {
      overdue: [
        '{{count}} 份纸质资料超期未交回或销毁',
        '{{count}} paper is overdue',
        '{{count}} papers are overdue',
      ],
      overdueHint: [
        '在您手里的请交回；不在您手里的请告诉主管。',
        'Give back what you have; tell a supervisor about the rest.',
      ],
      withoutCustodian: [
        '{{count}} 份纸质资料的保管人已离职',
        '{{count}} paper has a custodian who has left',
        '{{count}} papers have a custodian who has left',
      ],
    },
    log: {
      which: ['{{number}} {{sort}}', '{{number}} {{sort}}'],
      pages: ['{{count}} 页', '{{count}} p.'],
      until: ['延至 {{day}}', 'until {{day}}'],
      counts: ['有效至 {{day}}', 'valid until {{day}}'],
      counted: ['{{there}} 份在', '{{there}} there'],
      missing: ['没有找到 {{numbers}}', 'missing {{numbers}}'],
    },
    changed: {
      sort: ['类别', 'kind'],
      title: ['名称', 'title'],
      pages: ['页数', 'pages'],
      foundAt: ['发现地点', 'where it was found'],
      custodian: ['保管人', 'custodian'],
      place: ['存放地点', 'place'],
      dueOn: ['期限', 'day'],
    } satisfies Words<keyof PaperFacts>,
    witness: ['见证人', 'Witness'],
    witnessPin: ['见证人的 PIN', "Witness's PIN"],
    witnessChoose: ['请选见证人', 'Choose a witness'],
  },
  logActions: PAPER_REGISTER_ACTION_WORDS,
  log: { areas: { papers: ['纸质资料', 'paper'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly paperRegister: typeof paperRegisterWords;
  }
}
