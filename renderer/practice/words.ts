/** The words of practice mode and of its tour; brought as soon as something of it is loaded. */
import { type TourTask, TOUR_VISITOR } from '../../contract/practice/lists.ts';
import { registerMessages } from '../messages/i18n.ts';
import type { Wording, WordTree } from '../../contract/vocabulary/wording.ts';

export const messages = {
  practice: {
    badge: ['演练', 'Practice'],
    paper: ['演练用 · 资料均为虚构，不是正式文件', 'Practice · all data invented; not a real document'],
    notice: ['资料均为虚构，请勿录入真实住户。', 'Everyone here is invented. Do not enter real residents.'],
    pins: ['演练 PIN', 'Practice PINs'],
    end: ['结束演练', 'End practice'],
    endLead: [
      '保留演练资料，下次可继续；或一并删除，下次重新生成。正式档案柜不受影响。',
      'Keep the practice data to go on next time, or delete it and start afresh. The real vault is not affected.',
    ],
    discard: ['结束并删除演练资料', 'End and delete practice data'],
    keep: ['结束，保留演练资料', 'End and keep practice data'],
    making: ['正在生成演练资料', 'Creating practice data'],
    makingLead: [
      '虚构三个小区、约三百位住户和一年多的记录，大约需要半分钟。',
      'Three estates, about 300 invented residents and more than a year of records. Takes about half a minute.',
    ],
    failed: ['演练资料没有生成', 'The practice data could not be created'],
    return: ['返回', 'Back'],
    try: ['先用演练资料试用', 'Try it with invented people'],
    tryHint: [
      '住户均为虚构，随时可以删除，与正式资料分开存放。',
      'Invented residents, stored apart from real records; delete them at any time.',
    ],
    settingLead: [
      '用虚构的住户练习，与正式档案柜完全分开。开始前会锁定正式档案柜，未保存的内容将丢失。',
      'Practise with invented residents, completely separate from the real vault. The real vault is locked first; unsaved changes are lost.',
    ],
    settingOpen: ['开始演练…', 'Start practice…'],
    settingStart: ['锁定并开始演练', 'Lock and start practice'],
  },
  tour: {
    title: ['练习任务', 'Practice tasks'],
    progress: ['练习任务 {{done}}/{{total}}', 'Practice tasks {{done}}/{{total}}'],
    lead: ['完成后自动打钩。', 'Tasks are ticked off when done.'],
    allDone: ['全部完成。可以重新练习，或结束演练。', 'All tasks are done. Start over, or end practice.'],
    hide: ['收起', 'Hide'],
    restart: ['重新开始', 'Start over'],
    isDone: ['已完成', 'done'],
    tasks: {
      'search-room': {
        title: ['按房号查找', 'Search by room'],
        how: ['输入 甲苑1-1-101。', 'Type 甲苑1-1-101.'],
      },
      'search-initials': {
        title: ['按姓名首字母查找', 'Search by initials'],
        how: ['输入 zs。', 'Type zs.'],
      },
      'search-phone': {
        title: ['按手机后四位查找', 'Search by the last four digits'],
        how: ['输入任意一位住户手机号的后四位。', "Type the last four digits of any resident's phone."],
      },
      task: {
        title: ['开始办理业务', 'Begin a task'],
        how: ['有人来取包裹：按 Alt+T，选“包裹”。', 'Somebody wants a parcel: press Alt+T, choose "Parcel".'],
      },
      open: {
        title: ['打开一份档案', 'Open a record'],
        how: [
          '来访人住甲苑1-1-101：查找这个房号，选中业主，按回车。',
          'The visitor lives in 甲苑1-1-101: search for it, choose the owner and press Enter.',
        ],
      },
      verify: {
        title: ['先核实，再办理', 'Verify first'],
        how: [
          `按 Alt+V，输入来访人说的手机号 ${TOUR_VISITOR.phone}，再输入演练 PIN。`,
          `Press Alt+V, type the phone that the visitor says, ${TOUR_VISITOR.phone}, and the practice PIN.`,
        ],
      },
      reveal: {
        title: ['显示手机号', 'Reveal a phone'],
        how: [
          '核实以后，确有需要才显示：按 Alt+R，选事由，输入演练 PIN。',
          'After verifying, and only where it is needed: press Alt+R, choose a reason and type the practice PIN.',
        ],
      },
      note: {
        title: ['登记办理结果', 'Add a note'],
        how: ['办完业务后登记结果和经过。', 'Record the result of what you did at the counter.'],
      },
      lock: {
        title: ['交接或锁定', 'Hand over or lock'],
        how: ['办理交接班，或按 Ctrl+L 锁定。', 'Hand over the shift, or press Ctrl+L to lock.'],
      },
    } satisfies Readonly<Record<TourTask, { readonly title: Wording; readonly how: Wording }>>,
  },
} satisfies WordTree;

registerMessages(messages);
