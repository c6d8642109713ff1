/** The words of the register of paper, on the screen and in the log. */
import { PAPER_REGISTER_ACTION_WORDS, type PaperState } from '../../contract/paper-register/lists.ts';
import type { PaperFacts } from '../../contract/paper-register/routes.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { DESTROYED_BY_WORDS, PAPER_SORT_WORDS } from '../../contract/vocabulary/papers.ts';

export const paperRegisterWords = {
  papers: {
    title: ['纸质资料登记簿', 'Register of paper'],
    tab: ['登记簿', 'Register'],
    lead: [
      '登记册、名单、复印件，每一份都要有人保管、有地方放、有期限。找到一份就登记一份，不用了就当面销毁。',
      'Every booklet, list and copy has somebody who keeps it, a place and a day. Record each one that you find; destroy before a witness what is no longer needed.',
    ],
    leadOwn: [
      '这里是由您保管的纸质资料。用完请交回，或请主管见证销毁。',
      'The paper that you keep. Give it back when you are done, or have a supervisor witness its destruction.',
    ],
    none: [
      '还没有登记纸质资料。柜台、岗亭、抽屉里的登记册和名单，找到一份登记一份。',
      'No paper is recorded yet. Record each booklet and list at the counter, the guard post and in drawers as you find it.',
    ],
    noneOwn: [
      '您名下没有纸质资料。发现没人管的登记册或名单，请在这里登记。',
      'You keep no paper. Record any booklet or list here that you find and nobody looks after.',
    ],
    noneFound: ['没有符合的纸质资料。', 'No paper matches.'],
    find: ['查找编号、名称、地点或保管人（可扫码）', 'Find by number, title, place or custodian (or scan)'],
    takeIn: ['登记一份', 'Record a paper'],
    takeInTitle: ['登记一份纸质资料', 'Record a paper'],
    takeInLead: [
      '写明是什么、在哪里找到、现在由谁保管、放在哪里。名称里不要写业主的姓名和号码。',
      "What it is, where it lay, who keeps it from now on, and where. Leave residents' names and numbers out of the title.",
    ],
    change: ['修改', 'Edit'],
    changeTitle: ['修改 {{number}}', 'Edit {{number}}'],
    save: ['保存', 'Save'],
    count: ['盘点', 'Count'],
    printCount: ['打印盘点表', 'Print count sheet'],
    record: ['打印销毁记录', 'Print the record'],
    recordFile: ['销毁记录存成 PDF', 'Save the record as PDF'],
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
      foundAt: ['在哪里找到（可不填）', 'Where it was found (optional)'],
      custodian: ['保管人', 'Custodian'],
      place: ['存放地点', 'Place'],
      dueOn: ['交回或销毁期限（可不填）', 'Return or destroy by (optional)'],
    } satisfies Words<keyof PaperFacts>,
    titleHint: ['例如：前台旧业主登记册', 'For example: old owner booklet of the front desk'],
    placeHint: ['例如：档案柜第二层', 'For example: filing cabinet, second shelf'],
    badPages: ['页数请填 1 以上的整数', 'A whole number of pages, 1 or more'],
    sorts: PAPER_SORT_WORDS,
    states: {
      kept: ['在册', 'Kept'],
      lost: ['遗失', 'Lost'],
      destroyed: ['已销毁', 'Destroyed'],
    } satisfies Words<PaperState>,
    ways: DESTROYED_BY_WORDS,
    due: {
      none: ['无期限', 'No day set'],
      left: ['{{day}}，还有 {{days}} 天', '{{day}}, {{days}} d left'],
      today: ['今天到期', 'Due today'],
      over: ['已超期 {{days}} 天', '{{days}} d overdue'],
    },
    left: ['（已离职，请更换保管人）', '(has left: choose another custodian)'],
    here: ['在册 {{count}} 份', '{{count}} paper', '{{count}} papers'],
    gone: ['已销毁（最近 {{count}} 份）', 'Destroyed (last {{count}})'],
    paperOf: ['{{number}} · {{title}}，详情', '{{number}} · {{title}}, details'],
    facts: {
      takenIn: ['登记', 'Recorded'],
      by: ['{{time}} {{name}}', '{{time}} {{name}}'],
      counted: ['最近盘点', 'Last counted'],
      there: ['{{time}} 在', '{{time}} there'],
      missing: ['{{time}} 没有找到', '{{time}} not found'],
      never: ['还没有盘点过', 'Never counted'],
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
    extendLead: ['现在的期限是 {{day}}。', 'It is due on {{day}}.'],
    extendLeadNone: ['现在没有期限。', 'No day is set.'],
    extendTo: ['新的期限', 'New day'],
    extendWhy: ['延期原因（至少 4 个字）', 'Why (at least 4 characters)'],
    giveBack: ['交回', 'Give back'],
    giveBackTitle: ['{{number}} 已交回', '{{number}} is back'],
    giveBackLead: [
      '确认纸质资料已经回到保管人手里。期限随之取消。',
      'Confirm that the paper is back with its custodian. It is due no more.',
    ],
    giveBackYes: ['登记交回', 'Record the return'],
    destroy: ['销毁', 'Destroy'],
    destroyTitle: ['销毁 {{number}}“{{title}}”', 'Destroy {{number}} "{{title}}"'],
    destroyLead: [
      '请见证人到场，看着销毁完再一起输入 PIN。登记后不能恢复。',
      'The witness watches until it is destroyed, then both type their PINs. This cannot be undone.',
    ],
    destroyHow: ['销毁方式', 'How'],
    destroyYes: ['登记销毁 {{number}}', 'Record {{number}} as destroyed'],
    lose: ['报失', 'Report lost'],
    loseTitle: ['报失 {{number}}', 'Report {{number}} lost'],
    loseLead: [
      '会马上预警，主管要查明并说明。找到后可以再登记找回。',
      'An alert is raised at once, and a supervisor has to find out. It can be recorded as found later.',
    ],
    loseWords: ['怎么不见的（至少 4 个字）', 'How it went missing (at least 4 characters)'],
    loseYes: ['报失 {{number}}', 'Report {{number}} lost'],
    found: ['找回', 'Found again'],
    foundTitle: ['{{number}} 已找回', '{{number}} was found'],
    foundLead: ['写明现在由谁保管、放在哪里。', 'Who keeps it now, and where.'],
    foundYes: ['登记找回', 'Record it as found'],
    countTitle: ['盘点纸质资料', 'Count the paper'],
    countLead: [
      '到柜前逐份核对。没有找到的，关掉那一行的开关。',
      'Go to the cabinet and check each one. Turn off what is not there.',
    ],
    countIsThere: ['{{number}} 在', '{{number}} is there'],
    countYes: [
      '登记盘点：{{there}} 份在，{{missing}} 份没有找到',
      'Record the count: {{there}} there, {{missing}} missing',
    ],
    countDone: [
      '盘点已登记。没有找到的，请查明，或者报失。',
      'The count is recorded. Look for what is missing, or report it lost.',
    ],
    countWhole: ['盘点已登记，一份不少。', 'Counted. Nothing is missing.'],
    noPaper: {
      state: ['声明没有纸质资料', 'State that there is no paper'],
      again: ['重新声明没有纸质资料', 'State again that there is no paper'],
      stated: [
        '{{name}} 于 {{time}} 声明：没有含住户资料的纸质资料。',
        '{{name}} stated at {{time}} that no paper with data of residents is kept.',
      ],
      until: [
        '有效至 {{day}}；登记任何一份纸质资料，声明随即失效。',
        'It counts until {{day}}, and no longer than until any paper is recorded.',
      ],
      over: [
        '已于 {{day}} 到期。仍然没有的，请重新声明。',
        'It lapsed on {{day}}. State it again if it is still so.',
      ],
      title: ['声明没有纸质资料', 'State that there is no paper'],
      lead: [
        '先查看柜台、岗亭、抽屉和柜子，确认没有含住户资料的登记册、名单和复印件。声明由您输入 PIN 签名，有效 {{days}} 天，写入迎检材料。',
        'Look at the counter, the guard post, drawers and cabinets first: no booklet, list or copy with data of residents may be left. Your PIN signs the statement; it counts for {{days}} days and is in the inspection pack.',
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
        'Give back what you have; tell a supervisor about what you have not.',
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
      counts: ['有效至 {{day}}', 'counts until {{day}}'],
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
