import { Badge } from '../../../../../renderer/ui/Badge.tsx';
import { Table } from '../../../../../renderer/ui/Table.tsx';
import type { ComponentPage, Say } from '../component-page.ts';

const COLUMNS = ['room', 'problem', 'state'] as const;

const wordsOf = (say: Say): Readonly<Record<(typeof COLUMNS)[number], string>> => ({
  room: say('房号', 'Room'),
  problem: say('问题', 'Problem'),
  state: say('状态', 'State'),
});

export const tablePage: ComponentPage = {
  id: 'table',
  title: 'Table',
  states: [
    {
      id: 'rows',
      name: ['有行', 'With rows'],
      wide: true,
      show: (say) => (
        <Table columns={COLUMNS} words={(column) => wordsOf(say)[column]}>
          <tr>
            <td>3-2-1201</td>
            <td>{say('电话少一位', 'A digit of the phone number is missing')}</td>
            <td>
              <Badge tone="amber">{say('待确认', 'Needs review')}</Badge>
            </td>
          </tr>
          <tr>
            <td>3-2-1202</td>
            <td>
              {say(
                '同一身份证号在表格中出现两次，姓名不同，无法判断哪一行是对的',
                'The same ID number stands in two rows with different names, and nothing says which of them is right',
              )}
            </td>
            <td>
              <Badge tone="harm">{say('未导入', 'Not imported')}</Badge>
            </td>
          </tr>
        </Table>
      ),
    },
    {
      id: 'empty',
      name: ['没有行', 'No rows'],
      wide: true,
      show: (say) => (
        <Table columns={COLUMNS} words={(column) => wordsOf(say)[column]}>
          {null}
        </Table>
      ),
    },
  ],
};
