/** Notice and consent in an inspection pack: counts, versions and days, and nobody's name but those of the staff. Pure. */
import type { ConsentSummary } from '../../../contract/consent/routes.ts';
import { labelOfArea } from '../../../contract/scope/lists.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { dayOf } from '../clock.ts';
import type { Block } from '../pdf/document.ts';
import { PURPOSE_WORDS, SUBJECT_WORDS, inventorySourceBlock } from '../inventory/api.ts';

/** For the pack. */
export function consentBlocks(
  { notice, people, missing, postings, children }: ConsentSummary,
  { consenting, sensitive, law }: RouteReply<'consent.rules'>,
): readonly Block[] {
  const purposes = [...new Set(sensitive.map(({ purpose }) => PURPOSE_WORDS[purpose]))];
  return [
    {
      kind: 'facts',
      rows: [
        {
          name: '现行告知书',
          value:
            notice === null
              ? '尚未启用'
              : `${notice.version}，${dayOf(notice.since)} 起，由 ${notice.by} 启用`,
        },
        { name: '在住人数', value: `${people} 人` },
        { name: '已按现行版本告知', value: `${people - missing.notice} 人，未告知 ${missing.notice} 人` },
        {
          name: '须取得同意的关系',
          value: consenting.map((relation) => SUBJECT_WORDS[relation]).join('、') || '无',
        },
        { name: '尚未取得同意', value: `${missing.consent} 人` },
        { name: '须单独同意的用途', value: purposes.join('、') || '无' },
        { name: '尚未单独同意', value: `${missing.sensitive} 人` },
        { name: '已登记监护人、监护人尚未同意', value: `${missing.guardian} 人` },
        {
          name: '未满14周岁且未登记监护人',
          value: children === null ? '尚未查找' : `${children.found} 人（${dayOf(children.at)} 查找）`,
        },
      ],
    },
    inventorySourceBlock(law),
    ...(postings.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: '张贴告知',
            columns: [
              { title: '张贴日期', share: 2 },
              { title: '范围', share: 4 },
              { title: '版本', share: 2 },
              { title: '人数', share: 1, align: 'right' as const },
              { title: '登记人', share: 2 },
            ],
            rows: postings.map(({ on, area, noticeVersion, people: told, by }) => [
              on,
              labelOfArea(area) || '全部',
              noticeVersion,
              String(told),
              by,
            ]),
          },
        ]),
  ];
}
