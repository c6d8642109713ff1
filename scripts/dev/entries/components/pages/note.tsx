import { KeptDraftNote } from '../../../../../renderer/ui/KeptDraftNote.tsx';
import { FailureNote, Note } from '../../../../../renderer/ui/Note.tsx';
import { ReadFirst } from '../../../../../renderer/ui/ReadFirst.tsx';
import type { ComponentPage } from '../component-page.ts';

export const notePage: ComponentPage = {
  id: 'note',
  title: 'Note, FailureNote, KeptDraftNote, ReadFirst',
  states: [
    {
      id: 'plain',
      name: ['普通', 'Plain'],
      show: (say) => (
        <Note>{say('备份每晚 23:00 自动进行。', 'A backup is made every night at 23:00.')}</Note>
      ),
    },
    {
      id: 'warn',
      name: ['提醒', 'Warning'],
      show: (say) => (
        <Note kind="warn">
          <p>
            <b>{say('备份已逾期 3 天', 'The backup is three days overdue')}</b>
          </p>
          <p>{say('请接上备份盘，然后备份。', 'Connect the backup drive, then make a backup.')}</p>
        </Note>
      ),
    },
    {
      id: 'shows',
      name: ['正在显示', 'In sight'],
      show: (say) => <Note kind="shows">{say('请别让旁人看见。', 'Let nobody else see it.')}</Note>,
    },
    {
      id: 'harm',
      name: ['出错', 'Something wrong'],
      show: (say) => (
        <Note kind="harm">{say('这份文件不是本小区的备份。', 'This file is no backup of this estate.')}</Note>
      ),
    },
    {
      id: 'failure',
      name: ['操作失败', 'A failure'],
      show: () => <FailureNote failure={{ code: 'disk-full', details: {} }} />,
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      show: (say) => (
        <Note kind="warn">
          {say(
            '导入的表格中有 48 行的房号与本小区的房号格式不同，系统无法判断属于哪一间房。请逐行确认；没有确认的行不会导入，也不会改动已有资料。',
            'In 48 rows of the workbook the room number is written in a way that this estate does not use, so that it cannot be told which room they belong to. Review them one by one. Rows that are not reviewed are not imported, and no existing record is changed.',
          )}
        </Note>
      ),
    },
    {
      id: 'draft',
      name: ['锁屏前填写的内容', 'What was typed before the lock'],
      show: () => (
        <KeptDraftNote
          offer={{ at: Date.UTC(2026, 0, 31, 3, 45), take: async () => undefined, decline: () => undefined }}
          missing={0}
        />
      ),
    },
    {
      id: 'draft-missing',
      name: ['没有全部恢复', 'Not all of it restored'],
      show: () => <KeptDraftNote offer={null} missing={2} />,
    },
    {
      id: 'read-first',
      name: ['先读后填，小窗口里折叠', 'Read before a form, folded on a small window'],
      show: (say) => (
        <ReadFirst>
          <p>{say('旧 PIN 立即作废。', 'The old PIN stops working at once.')}</p>
        </ReadFirst>
      ),
    },
    {
      id: 'none',
      name: ['没有失败，不显示', 'No failure, nothing shown'],
      show: () => <FailureNote failure={null} />,
    },
  ],
};
