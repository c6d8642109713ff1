/** The answer to a request as a letter: to the room and the masked name, with its number, its days, what came of it and why, and how to complain. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { Purpose } from '../../../contract/fields.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import { type RequestAct, type RequestWhat, requestNumber } from '../../../contract/requests/lists.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { type OlderBackups, findOlderBackups } from '../erasure/residual-scan.ts';
import { readErasureOf } from '../erasure/read-erasures.ts';
import { giveDocument } from '../give-document.ts';
import type { PaperTray, VaultContext } from '../feature.ts';
import { sourceBlock } from '../law/source-blocks.ts';
import { allChains } from '../log/chains.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { readDetail } from '../log/detail.ts';
import { readNameMask } from '../people/read-person.ts';
import type { Session } from '../session/session.ts';
import { followMerges } from '../store/follow-merges.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { maskValue } from '../values/mask.ts';
import { readAuthority } from './authority.ts';
import { readRegister } from './register.ts';
import { type RequestRow, logReference, requireRequest } from './row.ts';
import { type RequestRules, rulesOfRequest } from './rules.ts';
import { done } from '../log/done.ts';
import { factList, paragraph } from '../pdf/blocks.ts';
import { PURPOSE_WORDS } from '../../../contract/vocabulary/records.ts';
import {
  ASKER_WORDS,
  AUTHORITY_PAPER_WORDS,
  REQUEST_WORDS,
} from '../../../contract/vocabulary/subject-requests.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import {
  contactOf,
  documentFacts,
  type DocumentFacts,
  officialDocument,
  processorFacts,
  sealBox,
} from '../company-facts/official-document.ts';

/** Errors: `not-found` (no such request, or it is still open), those of `giveDocument`. */
export async function giveLetter(
  session: Session,
  { requestId, fileId }: RouteRequest<'requests.letter'>,
  rules: RequestRules,
  around: Pick<VaultContext, 'pickedFiles' | 'place'> & { readonly tray: PaperTray },
): Promise<RouteReply<'requests.letter'>> {
  const row = await requireRequest(session.store, { requestId });
  if (row.state === 'open') throw new AppError('not-found');
  const present = await followMerges(session.store, row.personId);
  const { masks } = session.policy;
  const document = letterOf(row, await rulesOfRequest(session.store, row, rules), {
    ...(await documentFacts(session, around.place)),
    personMask: await readNameMask(session.store, masks, present),
    authority: await readAuthority(session.store, row),
    agentMask: row.agent === null ? null : maskValue(masks, 'name', row.agent, { kind: 'person' }).mask,
    withdrawn: await withdrawnBy(session.store, row),
    left: await leftOf(session, row),
  });
  const made = await giveDocument(
    session,
    {
      document,
      fileId,
      entryOf: ({ to, pages, sha256 }) =>
        done('request-letter', { ...logReference(row), to, pages, sha256 }, { personId: row.personId }),
    },
    around,
  );
  await session.store.runAlone(
    sql`UPDATE subject_request SET letter_at = ${session.clock.now()} WHERE id = ${requestId}`,
  );
  return { register: await readRegister(session, session.store, rules), sha256: made.sha256 };
}

/** Content of a letter beside the request. */
interface LetterFacts extends DocumentFacts {
  /** Null where the record is no longer there. */
  readonly personMask: string | null;
  /** Of whoever acted for the person. */
  readonly authority: Awaited<ReturnType<typeof readAuthority>>;
  readonly agentMask: string | null;
  /** Purposes whose consent has ended by it. */
  readonly withdrawn: readonly Purpose[];
  /** What was found after a deletion, and where backups still have what was deleted; nothing of other requests. */
  readonly left: readonly string[];
}

/** As the entry has it by which the request was done. */
async function withdrawnBy(store: ReadableStore, { act, actSeq }: RequestRow): Promise<readonly Purpose[]> {
  if (act !== 'consent-withdrawn' || actSeq === null) return [];
  const entry = await store.get<LogRow>(selectRows(allChains, 'WHERE seq = ?', actSeq));
  if (entry?.action !== 'consent-withdraw') return [];
  const detail = readDetail({ ...entry, action: entry.action });
  return detail === UNREADABLE ? [] : detail.purposes;
}

/** As the check of the deletion has it, and the backups that this computer knows of now. */
async function leftOf(session: Session, { act, personId }: RequestRow): Promise<readonly string[]> {
  const erasure = act === 'erased' ? await readErasureOf(session.store, personId) : undefined;
  if (erasure === undefined) return [];
  const { checkedAt, found, doneAt } = erasure;
  return [
    checkedAt === null
      ? '删除后的检查尚未完成。'
      : `${dayOf(checkedAt)} 检查数据库：${found === 0 ? '未发现残留。' : `仍发现 ${found} 处残留，可能在不能改动的操作记录文字里。`}`,
    backupWords(await findOlderBackups(session, doneAt)),
    '复制到其他硬盘的备份不在系统所知范围内，由公司另行清除。',
  ];
}

function backupWords({ folder, older }: OlderBackups): string {
  if (older.length > 0)
    return `早于删除的 ${older.length} 份备份（加密）仍含有被删除的信息，按备份保留规则到期清除或者由公司销毁；从备份恢复的，先停止使用再删除。`;
  return folder === null ? '备份位置没有设置或者现在读不到，备份未能核对。' : '备份位置没有早于删除的备份。';
}

/** The letter. A function of what it is given alone. */
function letterOf(row: RequestRow, rules: RequestRules, facts: LetterFacts): PdfDocument {
  const { company, madeAt, personMask } = facts;
  const contact = contactOf(company);
  const title = '个人信息权利请求答复书';
  const ended = row.endedAt ?? madeAt;
  return officialDocument(facts, title, [
    { kind: 'heading', level: 1, text: title },
    paragraph(`${addressed(row, personMask)}：`),
    paragraph(
      `您于 ${dayOf(row.takenAt)} 提出的请求，本公司已于 ${dayOf(ended)} ${ENDED_WORDS[row.state]}。现答复如下。`,
    ),
    factList({
      请求编号: requestNumber(row.requestId),
      请求事项: inChinese(REQUEST_WORDS[row.what]),
      请求人: inChinese(ASKER_WORDS[row.asker]),
      ...authorityFacts(facts),
      收到日期: dayOf(row.takenAt),
      答复日期: dayOf(ended),
    }),
    ...outcomeOf(row, rules, facts),
    { kind: 'heading', level: 2, text: '如对答复有异议' },
    {
      kind: 'list',
      items: [...(contact === '' ? [] : [`请先与本公司联系：${contact}。`]), ...rules.complain],
    },
    factList(processorFacts(company)),
    sourceBlock(rules.source),
    { kind: 'space', height: 20 },
    sealBox(facts),
  ]);
}

/** Words for the outcome that a letter states. */
const ACT_WORDS: Readonly<Record<RequestAct, string>> = {
  restricted:
    '已限制处理：自办理之日起，除存储和采取必要的安全保护措施外，停止处理您的个人信息；您可以随时要求解除。',
  'consent-withdrawn': '已撤回下列同意，停止以其为依据的处理；撤回前已经进行的处理，其效力不受影响。',
  'own-copy': '已制作个人信息副本交付请求人，副本设有密码。',
  opened: '已当面提供查阅。',
  'access-history': '已提供个人信息的查看情况。',
  changed: '已按请求更正、补充或者删除有关信息。',
  erased: '已从档案库删除个人信息。',
  explained: '已就个人信息处理规则作出解释说明。',
};
/** A transfer is a copy of another kind. */
const actWords = (what: RequestWhat, act: RequestAct): string =>
  what === 'transfer' && act === 'own-copy'
    ? '已将您同意提供的和基于合同收集的个人信息制作成可由其他系统读取的文件交付请求人，文件设有密码；您可以交给您指定的个人信息处理者。'
    : ACT_WORDS[act];
const ENDED_WORDS = { open: '受理', done: '办理完毕', refused: '作出决定', withdrawn: '终止办理' } as const;

/** Who acted for the person, and by which paper. */
const authorityFacts = ({
  authority,
  agentMask,
}: Pick<LetterFacts, 'authority' | 'agentMask'>): Readonly<Record<string, string>> =>
  authority === null
    ? {}
    : {
        办理人: agentMask ?? '',
        代理依据: `${inChinese(AUTHORITY_PAPER_WORDS[authority.paper])}${authority.until === null ? '' : `（有效期至 ${authority.until}）`}，身份已核实`,
      };

const addressed = ({ room, asker }: RequestRow, mask: string | null): string =>
  [
    room === '' ? '' : `${room} 室`,
    mask ?? '（档案已删除）',
    asker === 'self' ? '' : `的${inChinese(ASKER_WORDS[asker])}`,
  ]
    .filter((part) => part !== '')
    .join(' ');

function outcomeOf(
  row: RequestRow,
  { view }: RequestRules,
  { withdrawn, left }: Pick<LetterFacts, 'withdrawn' | 'left'>,
): readonly Block[] {
  const heading = { kind: 'heading', level: 2, text: '办理结果' } as const;
  const words = row.words === '' ? [] : [paragraph(`说明：${row.words}`)];
  if (row.state === 'withdrawn') return [heading, paragraph('请求人已撤回请求，本公司不再办理。'), ...words];
  if (row.state === 'done' && row.act !== null)
    return [
      heading,
      paragraph(actWords(row.what, row.act)),
      ...left.map((line) => paragraph(line)),
      ...(row.act === 'consent-withdrawn' && row.restricts === 1 ? [paragraph(ACT_WORDS.restricted)] : []),
      ...(withdrawn.length === 0
        ? []
        : [paragraph(`撤回的目的：${withdrawn.map((one) => inChinese(PURPOSE_WORDS[one])).join('、')}。`)]),
      ...words,
    ];
  const reason = view.refusals.find(({ id }) => id === row.refusal);
  return [
    heading,
    { kind: 'paragraph', text: '经审查，本公司不能满足该请求。', look: 'strong' },
    paragraph(`理由：${reason === undefined ? '' : reason.zh}`),
    ...(reason === undefined ? [] : [paragraph(`依据：${reason.basis}`)]),
    ...words,
  ];
}
