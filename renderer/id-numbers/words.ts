/** Words of ID numbers. */
import { ID_NUMBERS_ACTION_WORDS, type IdChoice } from '../../contract/id-numbers/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';

export const idNumbersWords = {
  idNumbers: {
    title: ['证件号码', 'ID numbers'],
    lead: ['经本人单独同意才保存，或者一律不保存。', 'Kept with separate consent, or not at all.'],
    counts: [
      '身份证、护照、居住证、港澳台居民证件等的号码都算。公司的统一社会信用代码、产权证号不算。核实身份时只看证件、不记号码，不算保存。',
      'Numbers of every identity document count: resident ID, passport, residence permit, Hong Kong, Macao and Taiwan documents. Company codes and title deed numbers do not. Looking at a document without noting its number is not keeping it.',
    ],
    undecided: [
      '公司还没有决定，由管理员作出。导入时略过证件号码，表单里不能填写。',
      'Not decided yet; an admin does. Imports leave ID numbers out and forms do not take them.',
    ],
    decision: ['公司的决定', 'Decision'],
    chosen: ['{{day}} 由 {{name}} 决定：{{words}}', 'Decided {{day}} by {{name}}: {{words}}'],
    meaning: ['决定的影响', 'What follows from it'],
    holders: ['存有证件号码的住户', 'Residents with an ID number'],
    without: ['其中不得保存的', 'Of these, not to be kept'],
    choices: {
      consent: ['经单独同意保存', 'Keep with consent'],
      none: ['一律不保存', 'Keep none'],
    } satisfies Words<IdChoice>,
    means: {
      consent: {
        kept: [
          '本人单独同意的，加密保存，凭 PIN 查看，每次查看都有记录。可以按证件号码查找、核实身份、识别重复的住户。',
          'With separate consent they are kept encrypted, shown by PIN, and every view is logged. They can be used to search, to verify identity and to find duplicates.',
        ],
        gone: [
          '没有登记同意的列入下面的名单：补办同意，或者删除。撤回同意的也在其中。',
          'Whoever has no consent on record is listed below, withdrawn consent included: obtain it, or remove the number.',
        ],
      },
      none: {
        kept: [
          '不再接收任何住户的证件号码：导入时略过，表单里不能填写，历史资料里的也不能恢复。',
          'No ID number is taken any more: imports leave them out, forms do not take them, earlier ones cannot be restored.',
        ],
        gone: [
          '不能再按证件号码查找、核实身份、识别重复的住户或不满十四周岁的人。已保存的列入下面的名单，等待删除。',
          'No more search, verification, duplicates or age checks by ID number. Numbers that are held are listed below for removal.',
        ],
      },
    } satisfies Record<IdChoice, WordTree>,
    decide: ['保存决定', 'Save decision'],
    change: ['更改决定', 'Change decision'],
    choose: ['公司的决定', "The company's decision"],
    why: ['理由（至少 4 个字）', 'Reason (at least 4 characters)'],
    decided: ['已记入操作记录', 'Logged'],
    remove: ['删除证件号码', 'Remove ID numbers'],
    removeTitle: ['删除不得保存的证件号码', 'Remove ID numbers that may not be kept'],
    removeLead: [
      '删除 {{people}} 位住户的 {{values}} 个号码，含更换前的号码、查重标记和脱敏显示。不能恢复。',
      '{{values}} numbers of {{people}} residents are removed, earlier ones, match tags and masks included. This cannot be undone.',
    ],
    stops: {
      use: [
        '这些住户不能再按证件号码查找、核实身份、识别重复；撤销导入不会带回号码。',
        'These residents can no longer be searched, verified or matched by ID number; undoing an import does not bring one back.',
      ],
      later: [
        '此后没有登记单独同意的，导入和表单都不再接收证件号码。',
        'From then on imports and forms take no ID number without separate consent on record.',
      ],
      merges: [
        '其中 {{count}} 次合并不能再撤销。',
        '{{count}} merge can no longer be undone.',
        '{{count}} merges can no longer be undone.',
      ],
      held: [
        '{{count}} 人因争议、索赔或依法保全暂缓，号码保留。',
        '{{count}} person is held for a dispute, a claim or an authority and keeps theirs.',
        '{{count}} people are held for a dispute, a claim or an authority and keep theirs.',
      ],
      words: [
        '所有人的备注、便签、地址等文字中的证件号码改为星号；含证件号码的文字附件删除。',
        "ID numbers in anybody's remarks, notes and addresses become stars; attached texts that have one are removed.",
      ],
      unread: [
        '图片和 PDF 附件 {{count}} 个，程序读不出其中的号码，请人工查看后删除。',
        '{{count}} picture or PDF among the attachments cannot be read by the application; look through it yourself.',
        '{{count}} pictures and PDFs among the attachments cannot be read by the application; look through them yourself.',
      ],
      backups: [
        '此前的备份仍含有这些号码。删除后请做一次新备份，再在“保存期限”里销毁旧备份，那里列出每个旧备份最迟清除的日期。',
        'Earlier backups still hold them. Make a new backup afterwards, then destroy the earlier ones under "Retention", which gives the latest day of each.',
      ],
    },
    removing: ['正在删除证件号码', 'Removing ID numbers'],
    removedNow: [
      '已删除 {{people}} 人的证件号码，文字 {{texts}} 处。证明和旧备份见“保存期限”。',
      'ID numbers of {{people}} people and {{texts}} texts removed. Certificate and earlier backups: see "Retention".',
    ],
    wordsOpen: [
      '恢复备份带回的证件号码已再次删除，备注、便签等文字尚未检查。请再办理一次“删除证件号码”。',
      'ID numbers that a restored backup brought back were removed again; remarks and notes were not looked through. Run "Remove ID numbers" once more.',
    ],
    toRetention: ['删除证明和旧备份', 'Certificate and earlier backups'],
    bellWords: ['恢复备份后，文字中的证件号码尚未检查', 'ID numbers: texts to look through after a restore'],
    log: {
      people: ['{{count}} 人', '{{count}} person', '{{count}} people'],
      texts: ['文字 {{count}} 处', '{{count}} text', '{{count}} texts'],
      again: ['恢复备份后再次删除', 'again after a restore'],
    },
    list: ['不得保存的证件号码', 'ID numbers not to be kept'],
    none: ['没有不得保存的证件号码。', 'No ID number is held that may not be kept.'],
    open: ['打开 {{room}} {{name}}', 'Open {{room}} {{name}}'],
    noRoom: ['没有房屋', 'No room'],
    room: ['房号', 'Room'],
    bell: [
      '{{count}} 位住户的证件号码不得保存',
      '{{count}} ID number not to be kept',
      '{{count}} ID numbers not to be kept',
    ],
    bellUndecided: ['尚未决定是否保存证件号码', 'ID numbers: not decided yet'],
  },
  logActions: ID_NUMBERS_ACTION_WORDS,
  log: { areas: { idNumbers: ['证件号码', 'ID numbers'] } },
} satisfies WordTree;
