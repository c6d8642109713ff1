/** Certificate of a deletion: whom it took, why, the searches made afterwards, the contents of older backups and their end. Pure. */
import { type ErasureCause, MAX_NAMED_ERASED, erasureNumber } from '../../../contract/erasure/lists.ts';
import { dayOf, minuteOf } from '../clock.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import type { CountedTable } from './delete-people.ts';
import type { ErasedPerson } from './erase-people.ts';
import type { OlderBackups, Searched } from './residual-scan.ts';
import { factList, paragraph, smallPrint, table } from '../pdf/blocks.ts';
import { ERASURE_CAUSE_WORDS } from '../../../contract/vocabulary/erasure.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import {
  type DocumentFacts,
  officialDocument,
  processorFacts,
  sealBox,
} from '../company-facts/official-document.ts';

/** Content of a certificate. `named`: empty for a later copy, since the masks are kept nowhere. */
export interface CertificateFacts extends DocumentFacts {
  readonly erasureId: number;
  readonly cause: ErasureCause;
  readonly basis: string;
  readonly people: number;
  readonly heldCount: number;
  readonly named: readonly ErasedPerson[];
  readonly rows: Readonly<Record<string, number>>;
  readonly begunAt: number;
  readonly doneAt: number;
  readonly by: string;
  readonly with: string | null;
  /** Null where nobody has looked: the program ended between the deletion and the check. */
  readonly searched: Searched | null;
  /** As it is now. */
  readonly backups: OlderBackups;
  readonly head: { readonly seq: number; readonly hash: string } | null;
}

/** Counted by a removal of ID numbers, beside the tables. */
type CountedOfIds = 'id_number' | 'id_words' | 'attachment';

const TABLES: Readonly<Record<CountedTable | CountedOfIds, string>> = {
  id_number: '证件号码（含更换前的）',
  id_words: '备注、便签等文字中的证件号码',
  attachment: '含证件号码的文字附件',
  person: '人员档案',
  occupancy: '入住关系',
  lease: '租约',
  vehicle: '车辆',
  space: '车位',
  renovation: '装修',
  pet: '宠物',
  notice: '告知与同意',
  counter_note: '前台便签',
  sealed_value: '加密的字段值',
  confirmed_field: '核对记录',
};

/** The document. A function of the facts alone. */
export function certificateDocument(facts: CertificateFacts): PdfDocument {
  const { company, erasureId, searched, backups } = facts;
  return officialDocument(facts, '个人信息删除证明', [
    { kind: 'heading', level: 1, text: '个人信息删除证明' },
    factList({
      编号: erasureNumber(erasureId),
      ...processorFacts(company),
      原因: inChinese(ERASURE_CAUSE_WORDS[facts.cause]),
      依据: facts.basis,
      删除时间: minuteOf(facts.doneAt),
      人数: `${facts.people} 人`,
      暂缓删除: facts.heldCount === 0 ? null : `${facts.heldCount} 人，因争议、索赔或依法保全`,
      核准: facts.with === null ? facts.by : `${facts.by}、${facts.with}`,
    }),
    { kind: 'heading', level: 2, text: '一、删除了什么' },
    ...namedBlocks(facts),
    { kind: 'facts', rows: rowsOf(facts.rows) },
    smallPrint(
      '检索用的姓名拼音、号码尾号、车牌和查重标记随之删除；可用于撤销导入、合并的旧值一并删除。操作记录依法保留，其中只有档案编号，没有姓名、号码等内容。',
    ),
    { kind: 'heading', level: 2, text: '二、删除后的检查' },
    ...checkBlocks(searched),
    { kind: 'heading', level: 2, text: '三、备份' },
    ...backupBlocks(backups),
    { kind: 'heading', level: 2, text: '四、核对' },
    factList({
      日志序号: facts.head === null ? '—' : String(facts.head.seq),
      日志校验码: facts.head?.hash ?? '—',
    }),
    smallPrint('本证明不涉及此前已经打印、提供给他人的文件；这些文件见纸质登记和对外提供登记。'),
    sealBox(facts),
  ]);
}

function namedBlocks({ named, people, cause }: CertificateFacts): readonly Block[] {
  const staying = cause === 'id-numbers' ? [paragraph(STAYING)] : [];
  if (named.length === 0)
    return cause === 'id-numbers'
      ? staying
      : [paragraph('姓名随删除消失，补打的证明只有人数；档案编号见操作记录。')];
  return [
    ...staying,
    table({
      columns: { 档案编号: 1, '姓名（遮盖）': 2 },
      rows: named.map(({ personId, nameMask }) => [String(personId), nameMask]),
    }),
    ...(people > MAX_NAMED_ERASED
      ? [paragraph(`以上为前 ${named.length} 人，其余档案编号见操作记录。`)]
      : []),
  ];
}

const STAYING =
  '以下住户的档案仍在，删除的只是证件号码，含更换前的号码、查重标记和可用于撤销合并的旧值。图片和 PDF 附件中的号码程序读不出，由人工查看后删除。';

const rowsOf = (rows: Readonly<Record<string, number>>) =>
  Object.entries(TABLES).flatMap(([table, name]) => {
    const count = rows[table] ?? 0;
    return count === 0 ? [] : [{ name, value: `${count} 条` }];
  });

function checkBlocks(searched: Searched | null): readonly Block[] {
  if (searched === null)
    return [
      { kind: 'paragraph', look: 'strong', text: '删除后程序中断，尚未检查。请在“保存期限”页面重新检查。' },
    ];
  const { pages, walBytes, found, rewritten } = searched;
  return [
    factList({
      数据库: `逐页解密检查 ${pages} 页，含空闲区域`,
      查找的痕迹: `${searched.searched} 处（密文、查重标记、姓名、车牌）`,
      结果: found === 0 ? '未发现残留' : `仍有 ${found} 处，见下`,
      预写日志: walBytes === 0 ? '已清空' : `还有 ${walBytes} 字节`,
      整理: rewritten ? '发现旧页残留，已全部重写后复查' : null,
    }),
    ...(found === 0
      ? []
      : [
          {
            kind: 'paragraph',
            look: 'strong',
            text: '仍能找到的内容可能出现在操作记录的事由等由人填写的文字里，这些文字不能改动。',
          } as const,
        ]),
  ];
}

function backupBlocks({ folder, older, hasNewer }: OlderBackups): readonly Block[] {
  const elsewhere = '复制到其他硬盘的备份不在本机所知范围内，请自行销毁。';
  if (older.length === 0)
    return [
      paragraph(
        folder === null
          ? `未选择备份位置，或现在读不到。${elsewhere}`
          : `没有早于本次删除的备份。${elsewhere}`,
      ),
    ];
  return [
    paragraph(
      `下列早于删除的备份仍含有被删除的资料（加密，凭恢复单或管理员 PIN 才能打开）。${hasNewer ? '删除后已有新备份，可以销毁这些备份。' : '请先做一次新备份，再销毁这些备份。'}${elsewhere}`,
    ),
    table({
      columns: { 备份: 2, 时间: 2, 按保留规则最迟清除: 2 },
      rows: older.map(({ name, where, madeAt, goneBy }) => [
        where === 'kept' ? `${name}（恢复时保留的旧库）` : name,
        madeAt === null ? '—' : minuteOf(madeAt),
        goneBy === null ? '需人工销毁' : dayOf(goneBy),
      ]),
    }),
  ];
}
