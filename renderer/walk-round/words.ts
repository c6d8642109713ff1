/** Words of the page of walk-rounds, in both languages. */
import { WALK_ROUND_ACTION_WORDS } from '../../contract/walk-round/lists.ts';
import type { WordTree } from '../../contract/vocabulary/wording.ts';
import { OUTCOME_WORDS } from '../../contract/vocabulary/walk-round.ts';

export const walkWords = {
  walks: {
    title: ['巡查', 'Walk-round'],
    lead: ['查看有无散落的业主信息，问题转为整改项。', "Look for residents' data lying around."],
    begin: ['登记巡查', 'Record a walk-round'],
    sheet: ['打印巡查表', 'Print sheet'],
    sheetFile: ['巡查表存为 PDF', 'Save sheet as PDF'],
    working: ['正在生成…', 'Creating…'],
    never: ['从未巡查', 'Never'],
    now: ['尽快', 'Now'],
    facts: { last: ['上次巡查', 'Last'], next: ['下次巡查', 'Next'], every: ['巡查周期', 'How often'] },
    due: [
      '{{day}}，已逾期 {{count}} 天',
      '{{day}}, {{count}} day overdue',
      '{{day}}, {{count}} days overdue',
    ],
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
    placeLook: ['检查内容', 'What to check'],
    remove: ['移除', 'Remove'],
    removeOf: ['移除“{{title}}”', 'Remove "{{title}}"'],
    removeTitle: ['移除“{{title}}”？', 'Remove "{{title}}"?'],
    removeLead: [
      '以后的巡查不再列出，以前的巡查记录不变。',
      'Later walk-rounds no longer list it; earlier ones keep it.',
    ],
    history: ['巡查记录', 'Walk-rounds'],
    empty: [
      '还没有巡查记录。请打印巡查表，巡查后登记。',
      'No walk-rounds yet. Print the sheet, do the walk-round, then record the results.',
    ],
    columns: {
      at: ['时间', 'When'],
      by: ['巡查人', 'By'],
      places: ['已检查', 'Checked'],
      findings: ['有问题', 'Findings'],
    },
    form: {
      title: ['登记巡查结果', 'Record results'],
      lead: [
        '每一处都须选择结果。有问题的请写明，不要写业主的姓名、号码。',
        "Choose a result for each place. Describe any finding without residents' names or numbers.",
      ],
      words: ['发现的问题', 'Findings'],
      missing: [
        '还有 {{count}} 处未填完',
        '{{count}} place is not complete',
        '{{count}} places are not complete',
      ],
      yes: ['登记，{{count}} 处有问题', 'Record, findings: {{count}}'],
      none: ['登记，没有问题', 'Record without findings'],
      done: ['已登记。', 'Recorded.'],
      doneFindings: ['已登记，{{count}} 个问题已转为整改项。', 'Recorded; rectification items: {{count}}'],
    },
    outcomes: OUTCOME_WORDS,
    result: ['{{place}}的结果', 'Result: {{place}}'],
    rest: ['其余 {{count}} 处没有问题或不适用', 'The other {{count}}: fine or not there'],
    and: ['；', '; '],
    rectification: ['整改项 {{number}}', 'Item {{number}}'],
    bell: [
      '巡查已逾期 {{count}} 天',
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
