/** The answer to a request as a letter: to the room and the masked name, with its number, its days, what came of it and why, and how to complain. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { type RequestAct, requestNumber } from '../../../contract/requests/lists.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { giveDocument } from '../give-document.ts';
import type { PaperTray, VaultContext } from '../feature.ts';
import { sourceBlock } from '../law/source-blocks.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import { readNameMask } from '../people/read-person.ts';
import type { Session } from '../session/session.ts';
import { followMerges } from '../store/follow-merges.ts';
import { sql } from '../store/sql.ts';
import { readRegister } from './register.ts';
import { type RequestRow, logReference, requireRequest } from './row.ts';
import { type RequestRules, rulesOfRequest } from './rules.ts';
import { done } from '../log/done.ts';
import { factList, paragraph } from '../pdf/blocks.ts';
import { ASKER_WORDS, REQUEST_WORDS } from '../../../contract/vocabulary/subject-requests.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import {
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
  const document = letterOf(row, await rulesOfRequest(session.store, row, rules), {
    ...(await documentFacts(session, around.place)),
    personMask: await readNameMask(session.store, session.policy.masks, present),
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
}

/** The letter. A function of what it is given alone. */
function letterOf(row: RequestRow, rules: RequestRules, facts: LetterFacts): PdfDocument {
  const { company, madeAt, personMask } = facts;
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
      收到日期: dayOf(row.takenAt),
      答复日期: dayOf(ended),
    }),
    ...outcomeOf(row, rules),
    { kind: 'heading', level: 2, text: '如对答复有异议' },
    { kind: 'list', items: rules.complain },
    factList(processorFacts(company)),
    sourceBlock(rules.source),
    { kind: 'space', height: 20 },
    sealBox(facts),
  ]);
}

/** Words for the outcome that a letter states. */
const ACT_WORDS: Readonly<Record<RequestAct, string>> = {
  'own-copy': '已制作个人信息副本交付请求人，副本设有密码。',
  opened: '已当面提供查阅。',
  'access-history': '已提供个人信息的查看情况。',
  changed: '已按请求更正、补充或者删除有关信息。',
  erased: '已删除个人信息，并核对存储中不再留有。',
  explained: '已就个人信息处理规则作出解释说明。',
};
const ENDED_WORDS = { open: '受理', done: '办理完毕', refused: '作出决定', withdrawn: '终止办理' } as const;

const addressed = ({ room, asker }: RequestRow, mask: string | null): string =>
  [
    room === '' ? '' : `${room} 室`,
    mask ?? '（档案已删除）',
    asker === 'self' ? '' : `的${inChinese(ASKER_WORDS[asker])}`,
  ]
    .filter((part) => part !== '')
    .join(' ');

function outcomeOf(row: RequestRow, { view }: RequestRules): readonly Block[] {
  const heading = { kind: 'heading', level: 2, text: '办理结果' } as const;
  const words = row.words === '' ? [] : [paragraph(`说明：${row.words}`)];
  if (row.state === 'withdrawn') return [heading, paragraph('请求人已撤回请求，本公司不再办理。'), ...words];
  if (row.state === 'done' && row.act !== null) return [heading, paragraph(ACT_WORDS[row.act]), ...words];
  const reason = view.refusals.find(({ id }) => id === row.refusal);
  return [
    heading,
    { kind: 'paragraph', text: '经审查，本公司不能满足该请求。', look: 'strong' },
    paragraph(`理由：${reason === undefined ? '' : reason.zh}`),
    ...(reason === undefined ? [] : [paragraph(`依据：${reason.basis}`)]),
    ...words,
  ];
}
