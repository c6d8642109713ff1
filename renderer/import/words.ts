/** Words of import. */
import type { WordTree } from '../../contract/vocabulary/wording.ts';

export const importWords = {
  imports: {
    title: ['以前的导入', 'Earlier imports'],
    lead: [
      '可以撤销导入：新增的删除，更新的改回，其他档案不变。',
      'You can undo an import: added records are removed, changed ones restored, all others stay as they are.',
    ],
    columns: {
      when: ['时间', 'Time'],
      who: ['经办', 'Staff'],
      file: ['文件', 'File'],
      rows: ['行数', 'Rows'],
      created: ['新增', 'New'],
      changed: ['更新', 'Changed'],
      rejected: ['未导入', 'Rejected'],
      state: ['撤销', 'Undo'],
    },
    undoneBy: ['{{name}} 已于 {{time}} 撤销', 'Undone by {{name}}, {{time}}'],
    elsewhere: [
      '导入涉及整个小区，您只负责其中一部分，因此不列出。查看或撤销导入，请找主管。',
      'Imports cover the whole estate and your scope is only part of it, so none is listed. Ask a supervisor to see or undo one.',
    ],
    journalGone: ['其中有资料已删除，不能撤销', "Some of its data was deleted; can't be undone"],
    undoOf: ['撤销“{{file}}”', 'Undo "{{file}}"'],
    empty: ['还没有导入过表格。', 'No spreadsheet has been imported yet.'],
    willRemove: ['删除这次新增的 {{count}} 人', 'Added people removed: {{count}}'],
    willRestore: ['{{count}} 人恢复为导入前的资料', 'Changed people restored: {{count}}'],
    willFree: ['删除新增且无人使用的房屋（新增 {{count}} 处）', 'Added rooms removed unless used: {{count}}'],
    gone: [
      '{{count}} 项旧内容满 30 天已清除，无法改回，保留现在的内容',
      "Old values deleted after 30 days: {{count}}. They can't be restored, so the current ones stay",
    ],
    nothing: ['这次导入没有改动档案，撤销只会留下一条操作记录。', 'No record changed; undo is only logged.'],
    what: {
      created: ['新增的人', 'Added person'],
      changed: ['更新过的人', 'Changed person'],
      room: ['房屋', 'Room'],
    },
    confirm: ['撤销这次导入', 'Undo this import'],
    running: ['正在撤销', 'Undoing'],
    undone: [
      '已撤销：删除 {{removed}} 人、{{rooms}} 处房屋，{{restored}} 人恢复为导入前的资料。',
      'Undone. People removed: {{removed}}, rooms removed: {{rooms}}, people restored: {{restored}}.',
    ],
    kept: ['保留之后修改过的 {{count}} 处。', 'Later edits kept: {{count}}.'],
  },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly import: typeof importWords;
  }
}
