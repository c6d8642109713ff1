/** Words of the page of walk-rounds, in both languages. */
import { WALK_ROUND_ACTION_WORDS } from '../../contract/walk-round/lists.ts';
import type { WordTree } from '../../contract/vocabulary/wording.ts';
import { OUTCOME_WORDS } from '../../contract/vocabulary/walk-round.ts';

export const walkWords = {
  walks: {
    title: ['巡查', 'Walk-round'],
    lead: [
      '按清单走一遍前台、门岗、手机、微信群这些地方，看有没有散落的业主信息。发现的问题转为整改项。',
      'Go through desk, guard post, phones and chat groups by the list, and see whether data of residents lies about. What is found becomes an item to put right.',
    ],
    begin: ['登记一次巡查', 'Enter a walk-round'],
    sheet: ['打印巡查表', 'Print the sheet'],
    sheetFile: ['巡查表存成 PDF', 'Save the sheet as PDF'],
    working: ['正在生成…', 'Making it…'],
    never: ['还没有巡查过', 'Never'],
    facts: { last: ['上次巡查', 'Last'], next: ['下次巡查', 'Next'], every: ['巡查周期', 'How often'] },
    due: ['{{day}}，已过 {{count}} 天', '{{day}}, {{count}} day over', '{{day}}, {{count}} days over'],
    months: {
      monthly: ['每月', 'Monthly'],
      quarterly: ['每季度', 'Quarterly'],
      halfYearly: ['每半年', 'Twice a year'],
      yearly: ['每年', 'Yearly'],
    },
    places: ['巡查地点（{{count}}）', 'Places ({{count}})'],
    addPlace: ['增加地点', 'Add a place'],
    addTitle: ['增加巡查地点', 'Add a place'],
    placeTitle: ['地点', 'Place'],
    placeLook: ['看什么', 'What to look at'],
    save: ['保存', 'Save'],
    remove: ['移除', 'Remove'],
    removeOf: ['移除“{{title}}”', 'Remove "{{title}}"'],
    removeTitle: ['移除“{{title}}”？', 'Remove "{{title}}"?'],
    removeLead: [
      '以后的巡查不再列出，以前的巡查记录不变。',
      'Later walk-rounds no longer list it; earlier ones keep it.',
    ],
    history: ['巡查记录', 'Walk-rounds'],
    empty: [
      '还没有巡查记录。先打印巡查表，走一遍，再回来登记。',
      'No walk-round yet. Print the sheet, go round, then enter what you found.',
    ],
    columns: {
      at: ['时间', 'When'],
      by: ['巡查人', 'By'],
      places: ['看过', 'Looked at'],
      findings: ['有问题', 'Findings'],
    },
    open: ['{{day}} 的巡查，打开', 'Walk-round of {{day}}, open'],
    form: {
      title: ['登记巡查结果', 'Enter what was found'],
      lead: [
        '每一处都选结果。有问题的写明是什么；不要写业主的姓名、号码。',
        'Choose a result for each place. Say what a finding is, without names or numbers of residents.',
      ],
      words: ['发现的问题', 'What was found'],
      missing: [
        '还有 {{count}} 处没有填完',
        '{{count}} place is not complete',
        '{{count}} places are not complete',
      ],
      yes: ['登记，{{count}} 处有问题', 'Enter it, findings: {{count}}'],
      none: ['登记，没有问题', 'Enter it without findings'],
      done: ['已登记。', 'Entered.'],
      doneFindings: ['已登记，{{count}} 个问题已转为整改项。', 'Entered; to put right: {{count}}'],
    },
    outcomes: OUTCOME_WORDS,
    result: ['{{place}}的结果', 'Result: {{place}}'],
    rectification: ['整改项 {{number}}', 'Item {{number}}'],
    printWalk: ['打印', 'Print'],
    saveWalk: ['存成 PDF', 'Save as PDF'],
    bell: [
      '巡查已过期 {{count}} 天',
      'The walk-round is {{count}} day overdue',
      'The walk-round is {{count}} days overdue',
    ],
    log: {
      counts: ['正常 {{fine}} 处，有问题 {{findings}} 处', 'fine: {{fine}}, findings: {{findings}}'],
      added: ['增加地点', 'place added'],
      removed: ['移除地点', 'place removed'],
      empty: ['空白巡查表', 'empty sheet'],
      pages: ['{{count}} 页', '{{count}} page', '{{count}} pages'],
    },
  },
  logActions: WALK_ROUND_ACTION_WORDS,
  log: { areas: { walks: ['巡查', 'walk-rounds'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly walks: typeof walkWords;
  }
}
