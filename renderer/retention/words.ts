/** Words of retention. */
import type { HoldKind } from '../../contract/erasure/lists.ts';
import { type GapCause, RETENTION_ACTION_WORDS, type RetentionList } from '../../contract/retention/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import { RETAINED_WORDS } from '../../contract/vocabulary/retention.ts';

export const retentionWords = {
  retention: {
    title: ['保存期限', 'Retention'],
    lead: [
      '搬离、过户后资料的保存时间，到期由主管和管理员一起彻底删除。',
      'How long records stay after a move-out or a sale; a supervisor and an admin then delete them for good.',
    ],
    setRules: ['确认期限', 'Confirm retention'],
    changeRules: ['修改期限', 'Change retention'],
    rulesTitle: ['确认保存期限', 'Confirm retention times'],
    rulesHeading: ['各类资料的保存期限', 'Retention by type'],
    rulesLead: [
      '从搬离或过户之日起算，单位为月。确认后，超过限制天数的人不再出现在普通查找里；到期的列入删除名单。',
      'Months, counted from the move-out or sale. Once confirmed, people past the restriction period no longer show in search; expired ones are listed for deletion.',
    ],
    firstWords: ['首次确认，按建议的期限', 'First confirmation, as proposed'],
    rulesWhy: ['依据或理由（至少 4 个字）', 'Basis or reason (at least 4 characters)'],
    restrictDays: ['限制处理前的天数', 'Days until restriction'],
    unconfirmed: [
      '保存期限尚未确认，暂不限制或删除任何人。请管理员核对后确认。',
      'Retention is not confirmed: nobody is restricted or deleted. An admin has to check and confirm it.',
    ],
    confirmed: ['{{name}} 于 {{time}} 确认：{{words}}', 'Confirmed by {{name}}, {{time}}: {{words}}'],
    suggestedNow: ['数据文件现建议 {{count}} 个月', 'The data file now suggests {{count}} months'],
    groundsOf: [
      '以下理由出自确认时的数据文件，版本 {{version}}。',
      'The grounds below come from the data file at confirmation, version {{version}}.',
    ],
    law: ['法律依据', 'Legal basis'],
    entities: RETAINED_WORDS,
    lists: {
      due: ['到期待删除', 'Due for deletion'],
      restricted: ['已限制处理', 'Restricted'],
      returned: ['恢复后又出现', 'Back after a restore'],
    } satisfies Words<RetentionList>,
    count: ['{{words}} {{number}}', '{{words}} {{number}}'],
    more: ['10000 以上', 'over 10,000'],
    columns: {
      name: ['档案', 'Record'],
      what: ['身份', 'Relation'],
      room: ['原住', 'Home'],
      ended: ['目的结束', 'Purpose ended'],
      due: ['到期', 'Due'],
    },
    rules: {
      entity: ['对象', 'Type'],
      months: ['保存', 'Kept for'],
      due: ['到期', 'Due'],
      act: ['处理', 'Action'],
    },
    monthsOf: ['{{count}} 个月', '{{count}}\u00a0month', '{{count}}\u00a0months'],
    held: ['暂缓', 'Held'],
    open: ['档案 {{number}}，{{mask}}，详情', 'Record {{number}}, {{mask}}, details'],
    number: ['{{number}} · {{mask}}', '{{number}} · {{mask}}'],
    none: {
      due: ['没有到期的档案。', 'Nobody is due.'],
      restricted: ['没有限制处理的档案。', 'Nobody is restricted.'],
      returned: ['没有恢复后又出现的档案。', 'No deleted records are back.'],
    } satisfies Words<RetentionList>,
    eraseReturned: ['再次删除 {{count}} 人', 'Delete {{count}} again', 'Delete {{count}} again'],
    returnedLead: [
      '这些人在备份后已删除，恢复备份后又出现。再次删除之前一律限制处理；暂不能删除的请登记暂缓。',
      'These people were deleted after the backup and the restore brought them back. They are restricted until deleted again; put on hold anyone who must not be deleted.',
    ],
    gap: {
      restored: [
        '恢复了备份，但恢复前的档案库无法读取：备份之后删除过谁、谁要求限制或撤回，无从得知。',
        'A backup was restored and the previous records could not be read: it is unknown who was deleted, or asked for a restriction or a withdrawal, after that backup.',
      ],
      recovered: [
        '档案柜凭恢复单重建：这份数据之后删除过谁、谁要求限制或撤回，无从得知。',
        'The vault was recovered with the sheet: it is unknown who was deleted, or asked for a restriction or a withdrawal, after this data was copied.',
      ],
      acknowledged: [
        '确认过一次旧数据：这份数据之后删除过谁、谁要求限制或撤回，无从得知。',
        'Older data was acknowledged: it is unknown who was deleted, or asked for a restriction or a withdrawal, after it was copied.',
      ],
    } satisfies Words<GapCause>,
    gapLost: [
      '恢复前的操作记录比备份多 {{count}} 条，其中可能有删除。',
      'The previous log had {{count}} more entry, which may be a deletion.',
      'The previous log had {{count}} more entries, which may include deletions.',
    ],
    gapWhat: [
      '请找出 {{day}} 之前的全部删除证明，登记其中的档案编号；这些人会立即限制处理，再由两人确认删除；答复书上的限制和撤回请重新登记。操作记录备份含记录内容的，请先在“操作记录备份”里用恢复单打开。',
      'Find every deletion certificate from before {{day}} and enter its record numbers: those people are restricted at once, and two people then delete them; register restrictions and withdrawals from your letters again. If the log copy holds full entries, open them there with the sheet first.',
    ],
    recall: ['登记删除证明', 'Enter certificates'],
    recallTitle: ['登记删除证明上的档案编号', 'Enter record numbers of certificates'],
    recallLead: [
      '证明上“档案编号”一栏的数字，用空格、逗号或换行隔开，一次最多 {{most}} 个。仍有档案的人立即限制处理。',
      'The record numbers on the certificate, separated by spaces, commas or line breaks, at most {{most}} at once. Anyone who still has a record is restricted at once.',
    ],
    recallNumbers: ['档案编号', 'Record numbers'],
    recallBad: ['只能有数字，一次最多 {{most}} 个', 'Digits only, at most {{most}} numbers'],
    recallAll: ['所有删除证明都登记完了', 'Every certificate has been entered'],
    recallWhy: ['说明，如证明编号（至少 4 个字）', 'Details, such as certificate numbers (4+ characters)'],
    recalled: [
      '已登记。其中 {{count}} 人又有档案，已限制处理。',
      'Recorded. {{count}} of them has a record again and is now restricted.',
      'Recorded. {{count}} of them have a record again and are now restricted.',
    ],
    endRecall: ['误登记', 'Mistaken entry'],
    endRecallTitle: ['取消登记：{{mask}}', 'Undo for {{mask}}'],
    endRecallLead: [
      '仅用于抄错编号：此人没有删除过。取消后恢复正常使用。',
      'Only for a mistyped number: this person was never deleted. Their record can be used again.',
    ],
    endRecallWhy: ['误登记说明（至少 4 个字）', 'What was wrong (at least 4 characters)'],
    next: ['显示更多', 'Show more'],
    eraseRecords: ['删除 {{count}} 条', 'Delete {{count}}', 'Delete {{count}}'],
    eraseRecordsTitle: ['彻底删除：{{entity}}', 'Delete for good: {{entity}}'],
    eraseRecordsLead: [
      '这些记录及其加密内容从档案库擦除，不能找回。住户档案保留。',
      "These records and their encrypted values are erased for good. The residents' records stay.",
    ],
    eraseAll: ['删除到期的 {{count}} 人', 'Delete {{count}} who is due', 'Delete {{count}} who are due'],
    eraseOne: ['彻底删除', 'Delete for good'],
    eraseTitle: [
      '彻底删除 {{count}} 人',
      'Delete {{count}} person for good',
      'Delete {{count}} people for good',
    ],
    eraseLead: [
      '档案、房屋关系、车辆、办理记录和加密内容全部擦除，撤销导入、合并也不能找回。操作记录只留档案编号。暂缓的人跳过。删除后自动检查残留。',
      'Records, homes, vehicles, notes and encrypted values are erased; undoing an import or merge does not bring them back. The log keeps record numbers only. People on hold are skipped. Traces are checked for afterwards.',
    ],
    eraseWhy: ['删除的理由（至少 4 个字）', 'Reason (at least 4 characters)'],
    erasing: ['正在删除和检查…', 'Deleting and checking…'],
    progress: {
      deleting: ['已处理 {{done}} / {{total}}', '{{done}} of {{total}} done'],
      searching: ['已检查 {{done}} / {{total}} 页', '{{done}} of {{total}} pages searched'],
    },
    cancel: ['停止', 'Stop here'],
    cancelling: ['正在停止…', 'Stopping…'],
    erased: [
      '已彻底删除 {{count}} 人，可以打印证明。',
      '{{count}} person deleted for good. The certificate is ready.',
      '{{count}} people deleted for good. The certificate is ready.',
    ],
    recordsErased: ['已删除 {{count}} 条记录。', '{{count}} record deleted.', '{{count}} records deleted.'],
    hold: ['暂缓删除', 'Hold'],
    holdTitle: ['暂缓删除 {{mask}}', 'Hold {{mask}}'],
    holdLead: [
      '用于争议、索赔或机关要求保全。暂缓期间不能删除这份档案。',
      "For a dispute, a claim, or at an authority's request. The record can't be deleted meanwhile.",
    ],
    holdKind: ['原因', 'Reason'],
    holdWhy: ['说明，如案号（至少 4 个字）', 'Details, such as a case number (at least 4 characters)'],
    holdUntil: ['暂缓到（可不填）', 'Until (optional)'],
    holdBad: ['请填写今天或以后的日期', 'Enter today or a later date'],
    holds: ['暂缓删除', 'Holds'],
    holdsNone: ['没有暂缓的档案。', 'No records on hold.'],
    holdBy: ['{{name}} 于 {{time}} 登记：{{words}}', '{{name}}, {{time}}: {{words}}'],
    holdOver: ['期限已过', 'expired'],
    holdNoEnd: ['无期限', 'no end date'],
    endHold: ['解除暂缓', 'End the hold'],
    endHoldTitle: ['解除暂缓：{{mask}}', 'End the hold on {{mask}}'],
    endHoldLead: [
      '争议解决后解除。到期的回到删除名单。',
      'When the matter is settled. Expired records return to the list.',
    ],
    endHoldWhy: ['解决情况（至少 4 个字）', 'How it was settled (at least 4 characters)'],
    gone: ['档案已不在', 'record is gone'],
    openPerson: ['打开档案', 'Open the record'],
    openTitle: ['打开已限制的档案 {{mask}}', 'Open the restricted record {{mask}}'],
    openLead: [
      '目的已结束，依法只能存储。确有需要时由主管说明理由打开 15 分钟，并记入操作记录。',
      'Its purpose has ended and the law allows storage only. If needed, a supervisor opens it for 15 minutes with a reason; this is logged.',
    ],
    openWhy: ['查看原因（至少 4 个字）', 'Reason (at least 4 characters)'],
    openYes: ['打开 15 分钟', 'Open for 15 minutes'],
    erasures: ['删除记录', 'Deletions'],
    erasuresNone: ['还没有删除。', 'Nothing has been deleted yet.'],
    erasureBy: ['{{time}}，{{people}} 人，{{name}}', '{{time}}, {{people}} people, {{name}}'],
    erasureByBoth: [
      '{{time}}，{{people}} 人，{{name}}、{{other}}',
      '{{time}}, {{people}} people, {{name}} and {{other}}',
    ],
    clean: [
      '已逐页检查档案库 {{pages}} 页，未发现残留，临时文件已清空',
      'All {{pages}} pages were searched: no traces, and the write-ahead log is empty',
    ],
    found: ['仍有 {{count}} 处残留', '{{count}} trace is left', '{{count}} traces are left'],
    unchecked: ['删除后程序中断，尚未检查', 'The program ended before checking'],
    check: ['重新检查', 'Check again'],
    older: [
      '{{count}} 份旧备份里仍有，最迟 {{day}} 清除',
      '{{count}} older backup still has them, until {{day}} at the latest',
      '{{count}} older backups still have them, until {{day}} at the latest',
    ],
    olderOpen: [
      '{{count}} 份旧备份里仍有，须人工删除',
      '{{count}} older backup still has them until deleted by hand',
      '{{count}} older backups still have them until deleted by hand',
    ],
    noOlder: ['本机已知的备份里均已没有', 'No known backup has them'],
    certificate: ['证明（PDF）', 'Certificate (PDF)'],
    printCertificate: ['打印证明', 'Print the certificate'],
    destroy: ['擦除旧备份', 'Erase older backups'],
    destroyTitle: ['擦除早于删除的备份', 'Erase backups from before the deletion'],
    destroyLead: [
      '只擦除备份文件夹中早于最近一次删除的备份。复制到别处的须自行处理。',
      'Only backups in the backup folder from before the latest deletion. Erase copies elsewhere yourself.',
    ],
    destroyWhy: ['说明（至少 4 个字）', 'Details (at least 4 characters)'],
    destroyed: [
      '已擦除 {{count}} 份旧备份。',
      '{{count}} older backup erased.',
      '{{count}} older backups erased.',
    ],
    backupFirst: ['请先做一次新备份，再擦除旧备份。', 'Make a new backup before you erase the old ones.'],
    toBackup: ['去备份', 'Go to backups'],
    bell: [
      '{{count}} 份档案已到删除期限',
      '{{count}} record is due for deletion',
      '{{count}} records are due for deletion',
    ],
    bellRecords: ['有记录已到删除期限', 'Records are due for deletion'],
    bellUnchecked: ['有一次删除尚未检查', 'A deletion has not been checked'],
    bellReturned: [
      '{{count}} 个已删除的人在恢复后又出现',
      '{{count}} deleted person is back after a restore',
      '{{count}} deleted people are back after a restore',
    ],
    bellGap: ['恢复后须登记删除证明', 'Deletion certificates to enter after a restore'],
    log: {
      months: ['{{restrict}} 天后限制', 'restricted after {{restrict}} d'],
      records: ['{{entity}} {{count}} 条', '{{count}} of {{entity}}', '{{count}} of {{entity}}'],
      backups: ['{{count}} 份', '{{count}} backup', '{{count}} backups'],
      to: { file: ['存为文件', 'to a file'], printer: ['打印', 'printed'] },
      known: {
        store: ['取自原档案库', 'from the previous records'],
        certificates: ['按删除证明', 'from certificates'],
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
