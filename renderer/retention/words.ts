/** Words of retention. */
import type { HoldKind } from '../../contract/erasure/lists.ts';
import { type GapCause, RETENTION_ACTION_WORDS, type RetentionList } from '../../contract/retention/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { RETAINED_WORDS } from '../../contract/vocabulary/retention.ts';

/** Words of retention in both languages. */

export const retentionWords = {
  retention: {
    title: ['保存期限', 'Retention'],
    lead: [
      '搬离、过户后资料还留多久，到期由主管和管理员一起彻底删除。',
      'How long records stay after a move-out or a sale; a supervisor and an admin then delete them for good.',
    ],
    setRules: ['确认期限', 'Confirm the times'],
    changeRules: ['修改期限', 'Change the times'],
    rulesTitle: ['确认保存期限', 'Confirm retention times'],
    rulesHeading: ['各类资料保存多久', 'How long what is kept'],
    rulesLead: [
      '从搬离或过户那天起算。确认后，超过限制天数的人在普通查询里不再出现；到期的人进入删除名单。',
      'Counted from the move-out or the sale. Once confirmed, people past the days of restriction no longer show in a search; those whose time is over are listed for deletion.',
    ],
    rulesWhy: ['依据或理由（至少 4 个字）', 'By what, or why (at least 4 characters)'],
    monthsFor: ['{{entity}}（个月）', '{{entity}} (months)'],
    restrictDays: ['目的结束后多少天限制处理', 'Restricted so many days after the purpose ended'],
    unconfirmed: [
      '保存期限还没有确认，现在谁也不会被限制或删除。请管理员核对后确认。',
      'The times are not confirmed: nobody is restricted or deleted. An admin has to check and confirm them.',
    ],
    confirmed: ['{{name}} 于 {{time}} 确认：{{words}}', 'Confirmed by {{name}}, {{time}}: {{words}}'],
    suggestedNow: ['数据文件现建议 {{count}} 个月', 'The data file now suggests {{count}} months'],
    groundsOf: [
      '以下理由出自确认时的数据文件，版本 {{version}}。',
      'The grounds below are those of the data file when the rules were confirmed, version {{version}}.',
    ],
    law: ['法律怎么说', 'What the law says'],
    entities: RETAINED_WORDS,
    lists: {
      due: ['到期待删除', 'Due for deletion'],
      restricted: ['已限制处理', 'Restricted'],
      returned: ['恢复后又出现', 'Back by a restore'],
    } satisfies Words<RetentionList>,
    count: ['{{words}} {{number}}', '{{words}} {{number}}'],
    more: ['10000 以上', 'over 10,000'],
    columns: {
      name: ['档案', 'Record'],
      what: ['身份', 'Was'],
      room: ['原住', 'Home'],
      ended: ['目的结束', 'Purpose ended'],
      due: ['到期', 'Due'],
    },
    rules: {
      entity: ['对象', 'What'],
      months: ['保存', 'Kept for'],
      due: ['到期', 'Due'],
      act: ['处理', 'To do'],
    },
    monthsOf: ['{{count}} 个月', '{{count}} month', '{{count}} months'],
    held: ['暂缓', 'Held'],
    open: ['档案 {{number}}，{{mask}}，详情', 'Record {{number}}, {{mask}}, details'],
    number: ['{{number}} · {{mask}}', '{{number}} · {{mask}}'],
    none: {
      due: ['没有人到期。', 'Nobody is due.'],
      restricted: ['没有人被限制。', 'Nobody is restricted.'],
      returned: ['没有已删除的人又出现。', 'Nobody who was deleted is back.'],
    } satisfies Words<RetentionList>,
    eraseReturned: ['再次删除 {{count}} 人', 'Delete {{count}} again', 'Delete {{count}} again'],
    returnedLead: [
      '这些人在备份之后已经删除，恢复备份后又出现。在再次删除之前一律限制处理；暂不能删的请登记暂缓。',
      'These people were deleted after the backup was made, and the restore brought them back. Until they are deleted again they are restricted; hold whoever may not be deleted.',
    ],
    gap: {
      restored: [
        '恢复了一份备份，而恢复前的数据库读不出来：备份之后删除过谁，系统不知道。',
        'A backup was restored, and the store of before could not be read: who was deleted after that backup is not known.',
      ],
      recovered: [
        '档案柜是凭恢复单重建的：这份数据之后删除过谁，系统不知道。',
        'The vault was recovered with the sheet: who was deleted after this data was copied is not known.',
      ],
      acknowledged: [
        '确认过一次旧数据：这份数据之后删除过谁，系统不知道。',
        'Older data was acknowledged: who was deleted after it was copied is not known.',
      ],
    } satisfies Words<GapCause>,
    gapLost: [
      '恢复前的操作记录比备份多 {{count}} 条，其中可能有删除。',
      'The log of before had {{count}} more entry, which may be a deletion.',
      'The log of before had {{count}} more entries, deletions perhaps among them.',
    ],
    gapWhat: [
      '请找出 {{day}} 之前做的全部删除证明，登记上面的档案编号；这些人会立即限制处理，再由两人确认删除。备份处有全部内容的，请先到“操作记录备份”用恢复单打开。',
      'Find every certificate of deletion from before {{day}} and enter the record numbers on it: those people are restricted at once, and two people then delete them. Where the second log has whole entries, open them there with the sheet first.',
    ],
    recall: ['登记删除证明', 'Enter certificates'],
    recallTitle: ['登记删除证明上的档案编号', 'Enter record numbers of certificates'],
    recallLead: [
      '证明上“档案编号”一栏的数字，用空格、逗号或换行隔开，一次最多 {{most}} 个。仍有档案的人立即限制处理。',
      'The numbers in the column of records, with spaces, commas or line breaks between them, {{most}} at most at once. Whoever has a record is restricted at once.',
    ],
    recallNumbers: ['档案编号', 'Record numbers'],
    recallBad: ['只能有数字，一次最多 {{most}} 个', 'Digits alone, {{most}} numbers at most'],
    recallAll: ['所有删除证明都登记完了', 'Every certificate has been entered'],
    recallWhy: [
      '说明，如证明编号（至少 4 个字）',
      'Details, as the numbers of the certificates (at least 4 characters)',
    ],
    recalled: [
      '已登记。其中 {{count}} 人又有档案，已限制处理。',
      'Entered. {{count}} of them has a record again and is restricted.',
      'Entered. {{count}} of them have a record again and are restricted.',
    ],
    endRecall: ['登记错了', 'Entered wrongly'],
    endRecallTitle: ['取消登记：{{mask}}', 'Take back {{mask}}'],
    endRecallLead: [
      '只用于抄错编号：这个人没有被删除过。取消后恢复正常使用。',
      'For a number that was copied wrongly: this person was never deleted. Their record can be used again.',
    ],
    endRecallWhy: ['哪里抄错了（至少 4 个字）', 'What was copied wrongly (at least 4 characters)'],
    next: ['再看后面的', 'Show more'],
    eraseRecords: ['删除 {{count}} 条', 'Delete {{count}}', 'Delete {{count}}'],
    eraseRecordsTitle: ['彻底删除：{{entity}}', 'Delete for good: {{entity}}'],
    eraseRecordsLead: [
      '这些记录和其中加密的内容会从数据库抹掉，找不回来。人的档案还在。',
      'These records and what is sealed in them are wiped from the store. The people stay.',
    ],
    eraseAll: ['删除到期的 {{count}} 人', 'Delete {{count}} who is due', 'Delete {{count}} who are due'],
    eraseOne: ['彻底删除', 'Delete for good'],
    eraseTitle: [
      '彻底删除 {{count}} 人',
      'Delete {{count}} person for good',
      'Delete {{count}} people for good',
    ],
    eraseLead: [
      '档案、房屋关系、车辆、便签和加密的值全部抹掉，撤销导入、合并也找不回来。操作日志只留档案编号。暂缓的人会跳过。删除后自动检查数据库有无残留。',
      'Records, homes, vehicles, notes and sealed values are wiped; no undo of an import or a merge brings them back. The log keeps numbers alone. Whoever is held is passed over. The store is searched for remains afterwards.',
    ],
    eraseWhy: ['删除的理由（至少 4 个字）', 'Why (at least 4 characters)'],
    erasing: ['正在删除和检查…', 'Deleting and checking…'],
    progress: {
      deleting: ['已处理 {{done}} / {{total}}', '{{done}} of {{total}} done'],
      searching: ['已检查 {{done}} / {{total}} 页', '{{done}} of {{total}} pages searched'],
    },
    cancel: ['停在这里', 'Stop here'],
    cancelling: ['正在停下…', 'Stopping…'],
    erased: [
      '已彻底删除 {{count}} 人，可以打印证明。',
      '{{count}} person deleted for good. The certificate is ready.',
      '{{count}} people deleted for good. The certificate is ready.',
    ],
    recordsErased: ['已删除 {{count}} 条记录。', '{{count}} record deleted.', '{{count}} records deleted.'],
    hold: ['暂缓删除', 'Hold'],
    holdTitle: ['暂缓删除 {{mask}}', 'Hold {{mask}}'],
    holdLead: [
      '有争议、索赔或机关要求保全时用。暂缓期间谁也不能删除这份档案。',
      'For a dispute, a claim, or an authority that asks to keep it. Nobody can delete the record meanwhile.',
    ],
    holdKind: ['原因', 'Reason'],
    holdWhy: ['说明，如案号（至少 4 个字）', 'Details, as a case number (at least 4 characters)'],
    holdUntil: ['暂缓到（可不填）', 'Until (may be left empty)'],
    holdBad: ['请填今天或以后的日期', 'Give today or a later day'],
    holds: ['暂缓删除', 'Holds'],
    holdsNone: ['没有暂缓的档案。', 'No record is held.'],
    holdBy: ['{{name}} 于 {{time}} 登记：{{words}}', '{{name}}, {{time}}: {{words}}'],
    holdOver: ['期限已过', 'its day is over'],
    holdOpen: ['到 {{day}}', 'until {{day}}'],
    holdNoEnd: ['没有写期限', 'without an end'],
    endHold: ['解除暂缓', 'End the hold'],
    endHoldTitle: ['解除暂缓：{{mask}}', 'End the hold of {{mask}}'],
    endHoldLead: [
      '争议了结后解除。到期的会回到删除名单。',
      'Once the matter is settled. Whoever is due goes back to the list.',
    ],
    endHoldWhy: ['怎么了结的（至少 4 个字）', 'How it was settled (at least 4 characters)'],
    gone: ['档案已不在', 'record is gone'],
    openPerson: ['打开档案', 'Open the record'],
    openTitle: ['打开已限制的档案 {{mask}}', 'Open the restricted record {{mask}}'],
    openLead: [
      '目的已经结束，按法律只能存放。确有需要时由主管说明理由打开 15 分钟，操作记录里有一条。',
      'Its purpose is over, and the law allows nothing but storing it. Where it has to be, a supervisor opens it for 15 minutes with a reason, which the log keeps.',
    ],
    openWhy: ['为什么要看（至少 4 个字）', 'Why (at least 4 characters)'],
    openYes: ['打开 15 分钟', 'Open for 15 minutes'],
    erasures: ['删除记录', 'Deletions'],
    erasuresNone: ['还没有删除过。', 'Nothing has been deleted yet.'],
    erasureBy: ['{{time}}，{{people}} 人，{{name}}', '{{time}}, {{people}} people, {{name}}'],
    erasureByBoth: [
      '{{time}}，{{people}} 人，{{name}}、{{other}}',
      '{{time}}, {{people}} people, {{name}} and {{other}}',
    ],
    clean: [
      '数据库 {{pages}} 页逐页检查，未发现残留，预写日志已清空',
      'All {{pages}} pages of the store were searched: nothing is left, and the write-ahead log is empty',
    ],
    found: ['仍有 {{count}} 处残留', '{{count}} trace is left', '{{count}} traces are left'],
    unchecked: ['删除后程序中断，还没有检查', 'The program ended before it had looked'],
    check: ['重新检查', 'Check again'],
    older: [
      '{{count}} 份旧备份里还有，最迟 {{day}} 清除',
      '{{count}} older backup still has them, until {{day}} at the latest',
      '{{count}} older backups still have them, until {{day}} at the latest',
    ],
    olderOpen: [
      '{{count}} 份旧备份里还有，要人工销毁',
      '{{count}} older backup still has them, until somebody destroys it',
      '{{count}} older backups still have them, until somebody destroys them',
    ],
    noOlder: ['本机已知的备份里没有了', 'No backup that this computer knows of has them'],
    certificate: ['证明（PDF）', 'Certificate (PDF)'],
    printCertificate: ['打印证明', 'Print the certificate'],
    destroy: ['销毁旧备份', 'Destroy older backups'],
    destroyTitle: ['销毁早于删除的备份', 'Destroy backups from before the deletion'],
    destroyLead: [
      '只销毁备份文件夹里、早于最近一次删除的备份。复制到别处的要自己处理。',
      'Those in the folder of backups from before the newest deletion. Copies elsewhere are yours to destroy.',
    ],
    destroyWhy: ['说明（至少 4 个字）', 'Details (at least 4 characters)'],
    destroyed: [
      '已销毁 {{count}} 份旧备份。',
      '{{count}} older backup destroyed.',
      '{{count}} older backups destroyed.',
    ],
    backupFirst: ['先做一次新备份，才能销毁旧的。', 'Make a new backup before you destroy the old ones.'],
    toBackup: ['去做备份', 'To the backups'],
    bell: [
      '{{count}} 份档案到了删除期限',
      '{{count}} record is due for deletion',
      '{{count}} records are due for deletion',
    ],
    bellRecords: ['有记录到了删除期限', 'Records are due for deletion'],
    bellUnchecked: ['有一次删除还没有检查', 'A deletion has not been checked'],
    bellReturned: [
      '{{count}} 个已删除的人在恢复后又出现',
      '{{count}} deleted person is back by a restore',
      '{{count}} deleted people are back by a restore',
    ],
    bellGap: ['恢复后要登记删除证明', 'Certificates of deletion are to be entered after a restore'],
    log: {
      months: ['{{restrict}} 天后限制', 'restricted after {{restrict}} d'],
      records: ['{{entity}} {{count}} 条', '{{count}} of {{entity}}', '{{count}} of {{entity}}'],
      backups: ['{{count}} 份', '{{count}} backup', '{{count}} backups'],
      to: { file: ['存为文件', 'to a file'], printer: ['打印', 'printed'] },
      known: {
        store: ['从原数据库带过来', 'taken over from the store of before'],
        certificates: ['按删除证明', 'by certificates'],
      },
      there: ['{{count}} 人又出现', '{{count}} is back', '{{count}} are back'],
    },
    holdKinds: {
      dispute: ['有争议', 'Dispute'],
      claim: ['索赔或诉讼', 'Claim or lawsuit'],
      authority: ['机关要求保全', 'Kept for an authority'],
      other: ['其他', 'Other'],
    } satisfies Words<HoldKind>,
  },
  logActions: RETENTION_ACTION_WORDS,
  log: { areas: { retention: ['保存期限', 'retention'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly retention: typeof retentionWords;
  }
}
