/** Requests in an inspection pack: each with its days and its letter, how many there were and how they ended. Nobody's values, and nobody's name. */
import {
  REQUEST_WHATS,
  type RequestState,
  type RequestWhat,
  requestNumber,
} from '../../../contract/requests/lists.ts';
import { dayOf } from '../clock.ts';
import type { PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { daysBetween } from '../values/days.ts';
import { readDue } from './register.ts';
import { type CountRow, readAll } from './evidence.ts';
import { cutNote, right, table } from '../pdf/blocks.ts';
import { REQUEST_WORDS } from '../../../contract/vocabulary/subject-requests.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** Most that are shown one by one. */
const MAX_SHOWN = 200;

const STATES = { open: '办理中', done: '已办结', refused: '已拒绝', withdrawn: '已撤回' } satisfies Record<
  RequestState,
  string
>;

const dayOr = (time: number | null, none = '—'): string => (time === null ? none : dayOf(time));

/** Days from the day a request came in to the one it ended, by request that has ended. */
const daysOf = (rows: readonly CountRow[]): readonly number[] =>
  rows.flatMap(({ takenAt, endedAt }) =>
    endedAt === null ? [] : [daysBetween(dayOf(takenAt), dayOf(endedAt))],
  );

export async function requestPackParts(session: Session): Promise<readonly PackPart[]> {
  const all = await readAll(session);
  const { overdue } = await readDue(session);
  const days = daysOf(all);
  const late = all.filter(({ endedAt, dueOn }) => endedAt !== null && dayOf(endedAt) > dueOn).length;
  const count = (what: RequestWhat, state: RequestState): string =>
    String(all.filter((row) => row.what === what && row.state === state).length);
  return [
    {
      duty: 'requests',
      blocks: [
        {
          kind: 'facts',
          rows: [
            { name: '登记的请求', value: `${all.length} 件` },
            { name: '超过期限未办', value: `${overdue} 件` },
            { name: '超过期限才办结', value: `${late} 件` },
            ...(days.length === 0
              ? []
              : [
                  { name: '平均办结天数', value: averageOf(days) },
                  { name: '最长办结天数', value: String(Math.max(...days)) },
                ]),
          ],
        },
        ...(all.length === 0
          ? []
          : [
              table({
                caption: '按请求种类',
                columns: { 请求: 3, 已办结: right(1), 已拒绝: right(1), 已撤回: right(1), 办理中: right(1) },
                rows: REQUEST_WHATS.map((what) => [
                  inChinese(REQUEST_WORDS[what]),
                  ...(['done', 'refused', 'withdrawn', 'open'] as const).map((state) => count(what, state)),
                ]),
              }),
              table({
                caption: '逐件登记（最近的在前）',
                attachedAs: '个人请求登记',
                columns: { 编号: 2, 请求: 3, 受理日期: 2, 期限: 2, 结果: 1.4, 办结日期: 2, 答复函: 2 },
                rows: all
                  .toSorted((one, other) => other.takenAt - one.takenAt)
                  .slice(0, MAX_SHOWN)
                  .map(({ requestId, what, takenAt, dueOn, state, endedAt, letterAt }) => [
                    requestNumber(requestId),
                    inChinese(REQUEST_WORDS[what]),
                    dayOf(takenAt),
                    dueOn,
                    STATES[state],
                    dayOr(endedAt),
                    dayOr(letterAt, '未出具'),
                  ]),
              }),
              ...cutNote(MAX_SHOWN, all.length),
            ]),
      ],
    },
  ];
}

const averageOf = (days: readonly number[]): string =>
  (days.reduce((sum, one) => sum + one, 0) / days.length).toFixed(1);
