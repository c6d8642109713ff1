/** Notice and consent in an inspection pack: counts, versions and days, and nobody's name but those of the staff. Pure. */
import type { ConsentSummary } from '../../../contract/consent/routes.ts';
import { labelOfArea } from '../../../contract/scope/lists.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { dayOf } from '../clock.ts';
import type { Block } from '../pdf/document.ts';
import { inventorySourceBlock } from '../inventory/api.ts';
import { factList, right, table } from '../pdf/blocks.ts';
import { SUBJECT_WORDS } from '../../../contract/vocabulary/inventory.ts';
import { PURPOSE_WORDS } from '../../../contract/vocabulary/records.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** For the pack. */
export function consentBlocks(
  { notice, people, missing, postings, children }: ConsentSummary,
  { consenting, sensitive, law }: RouteReply<'consent.rules'>,
): readonly Block[] {
  const purposes = [...new Set(sensitive.map(({ purpose }) => inChinese(PURPOSE_WORDS[purpose])))];
  return [
    factList({
      现行告知书:
        notice === null ? '尚未启用' : `${notice.version}，${dayOf(notice.since)} 起，由 ${notice.by} 启用`,
      在住人数: `${people} 人`,
      已按现行版本告知: `${people - missing.notice} 人，未告知 ${missing.notice} 人`,
      须取得同意的关系: consenting.map((relation) => inChinese(SUBJECT_WORDS[relation])).join('、') || '无',
      尚未取得同意: `${missing.consent} 人`,
      须单独同意的用途: purposes.join('、') || '无',
      尚未单独同意: `${missing.sensitive} 人`,
      '已登记监护人、监护人尚未同意': `${missing.guardian} 人`,
      未满14周岁且未登记监护人:
        children === null ? '尚未查找' : `${children.found} 人（${dayOf(children.at)} 查找）`,
    }),
    inventorySourceBlock(law),
    ...(postings.length === 0
      ? []
      : [
          table({
            caption: '张贴告知',
            columns: { 张贴日期: 2, 范围: 4, 版本: 2, 人数: right(1), 登记人: 2 },
            rows: postings.map(({ on, area, noticeVersion, people: told, by }) => [
              on,
              labelOfArea(area) || '全部',
              noticeVersion,
              String(told),
              by,
            ]),
          }),
        ]),
  ];
}
