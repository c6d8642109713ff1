/** Words of changes that were not kept, in both languages. */
import { LOSSES_ACTION_WORDS, type WHYS } from '../../contract/losses/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';

export const lossWords = {
  losses: {
    title: ['未保留的改动', 'Changes not kept'],
    lead: [
      '两台电脑断网时改了同一处，只能保留先到的。核对后可在档案中照常更改，或标为已阅；三十天后不再列出。',
      'Two desks changed the same thing while offline, and the first change was kept. Edit the record if the other is right, or mark it as seen. Listed for 30 days.',
    ],
    count: ['{{count}} 项改动未保留', '{{count}} change was not kept', '{{count}} changes were not kept'],
    more: ['只列出最新的 {{number}} 项。', 'The newest {{number}} are listed.'],
    at: ['时间', 'Time'],
    desk: ['在哪台电脑', 'Made at'],
    what: ['改动', 'Change'],
    whose: ['住户、房屋', 'Resident or room'],
    why: ['原因', 'Reason'],
    value: ['拟改为', 'Was to be'],
    other: ['其他资料', 'Other'],
    open: ['打开档案', 'Open the record'],
    openRoom: ['打开房屋', 'Open the room'],
    seen: ['标为已阅', 'Mark as seen'],
    seenLead: [
      '同一步骤的 {{count}} 项一起标记，各台电脑上都不再列出。',
      '{{count}} change goes off the list at every desk.',
      'All {{count}} changes of that step go off the list at every desk.',
    ],
    done: ['已标为已阅。', 'Marked as seen.'],
    unreadable: ['内容无法读取，不予显示。', 'It cannot be read, so nothing of it is shown.'],
    whys: {
      changed: ['另一台电脑先改了。', 'Another desk had changed it first.'],
      gone: ['另一台电脑先删除了。', 'Another desk had deleted it first.'],
      taken: ['只能有一项，另一台电脑先登记了。', 'There can be only one, and another desk was first.'],
      needed: ['其他资料还要用到，没有删除。', 'It was not deleted, because something else needs it.'],
      merged: ['档案先被合并到另一份，请核对。', 'The record had been merged into another. Check it there.'],
      author: ['改动的人先已离岗。', 'Whoever made it had left the staff by then.'],
      whole: [
        '同一步骤的其他部分未保留，整步不计。',
        'Another part of the same step was not kept, so none of it counts.',
      ],
      one: ['另一台电脑先登记了同一项，内容不同。', 'Another desk had added the same with other details.'],
      replaced: [
        '另一台电脑先更换了，这一项存为旧值。',
        'Another desk had replaced it first. This one is kept as a former value.',
      ],
      many: ['超过可登记的数量，都已保留，请核对。', 'Too many; all were kept. Check which are right.'],
    } satisfies Words<(typeof WHYS)[number]>,
  },
  logActions: LOSSES_ACTION_WORDS,
  log: { areas: { losses: ['未保留的改动', 'changes not kept'] } },
} satisfies WordTree;
