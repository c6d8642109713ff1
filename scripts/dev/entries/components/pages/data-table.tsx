import { Badge } from '../../../../../renderer/ui/Badge.tsx';
import { type Column, DataTable, type RowGroup } from '../../../../../renderer/ui/DataTable.tsx';
import type { ComponentPage, Say } from '../component-page.ts';
import { Kept } from '../Kept.tsx';

interface Row {
  readonly id: string;
  readonly time: string;
  readonly who: string;
  readonly what: string;
  readonly isDone: boolean;
}

const columnsOf = (say: Say): readonly Column<Row>[] => [
  { id: 'time', header: say('时间', 'Time'), cell: ({ time }) => time, narrow: true },
  { id: 'who', header: say('人员', 'Staff'), cell: ({ who }) => who, narrow: true },
  { id: 'what', header: say('操作', 'Action'), cell: ({ what }) => what, second: true },
  {
    id: 'outcome',
    header: say('结果', 'Result'),
    narrow: true,
    cell: ({ isDone }) =>
      isDone ? (
        <Badge tone="good">{say('完成', 'Done')}</Badge>
      ) : (
        <Badge tone="harm">{say('已拒绝', 'Refused')}</Badge>
      ),
  },
];

const groupsOf = (say: Say): readonly RowGroup<Row>[] => [
  {
    id: 'today',
    heading: '2026-01-31',
    rows: [
      {
        id: '3',
        time: '16:20',
        who: say('林前台', 'Lin'),
        what: say('显示电话', 'Showed a phone number'),
        isDone: true,
      },
      {
        id: '2',
        time: '09:05',
        who: say('陈主管', 'Chen'),
        what: say('查看完整档案', 'Viewed the full record'),
        isDone: false,
      },
    ],
  },
  {
    id: 'yesterday',
    heading: '2026-01-30',
    rows: [
      {
        id: '1',
        time: '18:44',
        who: say('欧阳前台', 'Ouyang'),
        what: say(
          '更正 3 栋 2 单元 1201 的车位登记：车位编号、起止日期、所属车辆，并重新核实了租赁合同',
          'Corrected the parking space of room 3-2-1201: its number, both dates and the vehicle, and checked the lease again',
        ),
        isDone: true,
      },
    ],
  },
];

const table = (say: Say, label: string, groups: readonly RowGroup<Row>[], start: string | null) => (
  <Kept<string | null> start={start}>
    {(shown, show) => (
      <DataTable
        label={label}
        columns={columnsOf(say)}
        groups={groups}
        keyOf={({ id }) => id}
        marksOf={() => ({})}
        opening={{
          words: ({ time, who }) => `${time} ${who}`,
          shown,
          open: ({ id }) => show(id === shown ? null : id),
        }}
      />
    )}
  </Kept>
);

export const dataTablePage: ComponentPage = {
  id: 'data-table',
  title: 'DataTable',
  states: [
    {
      id: 'rows',
      name: ['分组，焦点在第一行', 'In groups, focus on the first row'],
      wide: true,
      focused: true,
      show: (say) => table(say, say('操作记录', 'Log'), groupsOf(say), null),
    },
    {
      id: 'shown',
      name: ['有一行已打开', 'One row open'],
      wide: true,
      show: (say) => table(say, say('操作记录 2', 'Log, 2'), groupsOf(say), '2'),
    },
    {
      id: 'empty',
      name: ['没有行', 'No rows'],
      wide: true,
      show: (say) => table(say, say('操作记录 3', 'Log, 3'), [], null),
    },
  ],
};
