/** Every word on the screen, first in Chinese, which the English follows. A code that is missing here, and a word that lacks a language, does not compile. */
import { SIGN_IN_ACTION_WORDS } from '../../contract/sign-in/lists.ts';
import { SCOPE_ACTION_WORDS } from '../../contract/scope/lists.ts';
import { RECTIFICATION_ACTION_WORDS } from '../../contract/rectification/lists.ts';
import { PEOPLE_ACTION_WORDS } from '../../contract/people/lists.ts';
import { LOG_ACTION_WORDS } from '../../contract/log/lists.ts';
import { ERASURE_ACTION_WORDS } from '../../contract/erasure/lists.ts';
import { ATTACHMENTS_ACTION_WORDS } from '../../contract/attachments/lists.ts';
import { REJECT_WORDS } from '../../contract/import/reject-words.ts';
import {
  type CarPart,
  type FlagReason,
  type HouseholdPart,
  IMPORT_ACTION_WORDS,
  type RoomPart,
} from '../../contract/import/lists.ts';
import {
  BACKUP_ACTION_WORDS,
  type BackupAge,
  type BackupOpener,
  type BackupPhase,
  type BackupState,
  type BackupWarning,
} from '../../contract/backup/lists.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type {
  Consenter,
  NoticeWay,
  Role,
  SealedTier,
  RoomStatus,
  SwitchedFieldId,
  Withdrawal,
} from '../../contract/fields.ts';
import { POLICY_ACTION_WORDS, type PolicyMask } from '../../contract/policy/lists.ts';
import type { Alarm } from '../../contract/sign-in/alarms.ts';
import type { VerifyKind } from '../../contract/people/verify-kinds.ts';
import {
  type EmergencyEnd,
  type NoteOutcome,
  type TaskId,
  TASKS_ACTION_WORDS,
  type Unsaid,
  type VerifiedParty,
} from '../../contract/tasks/lists.ts';
import { type PinProblem, STAFF_ACTION_WORDS } from '../../contract/staff/lists.ts';
import type { PlanRow, RowNote } from '../../contract/import/views.ts';
import type { KeptNote } from '../../contract/people/views.ts';
import type { RoomAnswer } from '../../contract/tasks/views.ts';
import type { LogDetail } from '../../contract/log/entries.ts';
import { LOG_OUTCOME_WORDS } from '../../contract/log/outcomes.ts';
import type { LogFilterName } from '../../contract/log/filters.ts';
import type { LogGroup } from '../../contract/log/groups.ts';
import type { RouteArea } from '../../contract/route-names.ts';
import type { ShellRefusal } from '../../contract/shell/refusals.ts';
import type { LockReason } from '../../contract/sign-in/lock-reasons.ts';
import type { PatternProblem, RoomPlace } from '../../contract/search/room-patterns.ts';
import type { SearchKind } from '../../contract/search/lists.ts';
import {
  KEY_MANAGEMENT_ACTION_WORDS,
  type RotatedKey,
  type RotationPhase,
  type TheftState,
  type TheftStep,
} from '../../contract/key-management/lists.ts';
import { inLanguage, type Wording, type Words, type WordTree } from '../../contract/vocabulary/wording.ts';
import { ROLE_WORDS, SHIFT_SHEET_WORDS } from '../../contract/vocabulary/staff.ts';
import {
  BASIS_WORDS,
  DETAIL_WORDS,
  FIELD_WORDS,
  ID_TYPE_WORDS,
  PERSON_KIND_WORDS,
  PURPOSE_WORDS,
  RECORD_KIND_WORDS,
  RELATION_WORDS,
  SEX_WORDS,
  SPACE_KIND_WORDS,
} from '../../contract/vocabulary/records.ts';
import { REASON_WORDS } from '../../contract/vocabulary/reasons.ts';
import { LOG_PROBLEM_WORDS } from '../../contract/vocabulary/oversight.ts';
import { ERASURE_CAUSE_WORDS } from '../../contract/vocabulary/erasure.ts';
import { KEY_WORDS, ROTATION_END_WORDS } from '../../contract/vocabulary/keys.ts';
import { GRADE_WORDS } from '../../contract/vocabulary/law.ts';
import { SOURCE_WORDS } from '../../contract/vocabulary/rectification.ts';

const errors = {
  'bad-request': {
    what: ['这一步没有办成。', 'This step did not work.'],
    todo: ['请再试一次；还不行，先锁定再重新登录。', 'Try again; if it still fails, lock and sign in anew.'],
  },
  'unknown-route': {
    what: ['这一步没有办成。', 'This step did not work.'],
    todo: [
      '程序的两部分版本对不上，请退出后重新打开。',
      'Two parts of the program are of different versions. Quit and open it again.',
    ],
  },
  'too-large': {
    what: ['填写的内容太长了。', 'What was entered is too long.'],
    todo: ['请删短一些再保存。', 'Shorten it and save again.'],
  },
  internal: {
    what: [
      '程序内部出了差错，这一步没有办成。',
      'Something went wrong inside the program; this step was not done.',
    ],
    todo: [
      '资料没有变动。请再试一次；还不行，请退出后重新打开。',
      'No record was changed. Try again; if it still fails, quit and open it again.',
    ],
  },
  locked: {
    what: ['档案柜已经锁上。', 'The vault is locked.'],
    todo: ['请重新登录。', 'Please sign in again.'],
  },
  'not-allowed': {
    what: ['您的岗位不能办这件事。', 'Your role may not do this.'],
    todo: ['请找主管或管理员来办。', 'Ask a supervisor or an admin.'],
  },
  'session-expired': {
    what: ['这次登录已满时限，档案柜锁上了。', 'This session reached its limit and the vault locked.'],
    todo: ['请重新登录。', 'Please sign in again.'],
  },
  'needs-supervisor': {
    what: ['这一步要主管本人在场。', 'This step needs a supervisor at the desk.'],
    todo: [
      '请主管选择自己的姓名，输入自己的 PIN。',
      'The supervisor chooses their own name and types their own PIN.',
    ],
  },
  'vault-exists': {
    what: ['这台电脑上已经有一个档案柜。', 'There is a vault on this computer already.'],
    todo: [
      '不能在它上面再建一个。请登录已有的档案柜。',
      'Another cannot be made over it. Sign in to the one that exists.',
    ],
  },
  'no-vault': {
    what: ['这台电脑上还没有档案柜。', 'There is no vault on this computer yet.'],
    todo: ['请先建档案柜。', 'Set one up first.'],
  },
  'theft-order': {
    what: ['还轮不到这一步，或这一步已经办过。', 'It is not the turn of this step, or it has been done.'],
    todo: [
      '请打开“密钥管理”，按被盗更换密钥的步骤继续办理。',
      'Open "Encryption keys" and go on with the ceremony after a theft from there.',
    ],
  },
  'sheet-not-begun': {
    what: ['新的恢复单还没有做，或已经取消。', 'No new sheet has been made, or it was cancelled.'],
    todo: ['请从第一步重新来。', 'Start again from the first step.'],
  },
  'setup-not-begun': {
    what: ['建柜还没有开始，或已经取消。', 'Set-up has not begun, or was cancelled.'],
    todo: ['请从第一步重新来。', 'Start again from the first step.'],
  },
  'sheet-mismatch': {
    what: ['输入的与恢复单不一致。', 'What was typed does not agree with the recovery sheet.'],
    todo: ['请照着纸再输一遍，不分大小写。', 'Type it again from the paper; capitals do not matter.'],
  },
  'sheet-slip': {
    what: ['恢复单有一行没有抄对。', 'A line of the recovery sheet was not copied right.'],
    todo: ['请看清那一行，照纸再输一遍。', 'Look at that line and type it again from the paper.'],
  },
  'sheet-not-ours': {
    what: ['这张恢复单打不开这个档案柜。', 'This recovery sheet does not open this vault.'],
    todo: [
      '可能是别的小区的，或者已经换过新的。请找出最近的一张。',
      "It may be another estate's, or a newer one has taken its place. Find the latest sheet.",
    ],
  },
  'recovery-not-begun': {
    what: ['恢复还没有开始，或已经取消。', 'Recovery has not begun, or was cancelled.'],
    todo: ['请从输入恢复单重新来。', 'Begin again with the recovery sheet.'],
  },
  'wrong-pin': { what: ['PIN 不对。', 'The PIN is wrong.'], todo: ['请再输一次。', 'Please type it again.'] },
  'wrong-pin-either': {
    what: ['两个 PIN 里有一个不对。', 'One of the two PINs is wrong.'],
    todo: [
      '为安全起见不说是哪一个，请两位都重新输入。',
      'Which one stays unsaid, for safety. Both please type again.',
    ],
  },
  'must-wait': {
    what: ['错的次数多了，现在还不能试。', 'Too many wrong tries; it cannot be tried yet.'],
    todo: [
      '请等一会儿再输，程序要一直开着才计时。',
      'Wait a little. The time counts only while the program is open.',
    ],
  },
  'slot-closed': {
    what: ['这个人的账号已停用。', "This person's way in is closed."],
    todo: ['请管理员和主管一起处理。', 'An admin and a supervisor have to open it together.'],
  },
  'pin-too-weak': {
    what: ['这个 PIN 太容易猜到。', 'This PIN is too easy to guess.'],
    todo: ['请换一个。', 'Choose another.'],
  },
  'unknown-slot': {
    what: ['找不到这个人。', 'This person cannot be found.'],
    todo: ['请返回锁定画面，重新选择姓名。', 'Go back to the lock screen and choose the name again.'],
  },
  'own-alert': {
    what: ['这条预警与您本人有关。', 'This alert is about you.'],
    todo: ['请另一位主管处理。', 'Another supervisor explains it.'],
  },
  'limit-reached': {
    what: ['已达查看上限。', 'You have reached your limit.'],
    todo: ['请主管当场同意，或者过一会儿再办。', 'A supervisor can agree on the spot, or go on later.'],
  },
  'outside-scope': {
    what: ['不在您的负责范围内。', 'This is outside your scope.'],
    todo: ['要看的话，请主管当场同意。', 'A supervisor can agree on the spot.'],
  },
  'too-fast': {
    what: ['一下子查看得太多了。', 'That was a lot within a minute.'],
    todo: ['请稍等再继续。', 'Wait a moment, then go on.'],
  },
  'in-inspection': {
    what: [
      '检查模式期间只看脱敏内容。',
      'Somebody is inspecting: only masks are shown, and nothing is changed.',
    ],
    todo: ['结束检查模式后再办理。', 'End the inspection first.'],
  },
  'inspection-over': {
    what: ['检查模式的时间到了，已锁定。', 'The time of the inspection is over, so the vault has locked.'],
    todo: ['请主管重新登录。', 'The supervisor signs in again.'],
  },
  'emergency-unacknowledged': {
    what: [
      '您上一次紧急查看还没有主管确认，不能再开始一次。',
      'No supervisor has acknowledged your last emergency, so another cannot begin.',
    ],
    todo: [
      '请主管登录后在“监督”的“紧急查看”里确认。在那之前可以逐项查看，或请主管来查看。',
      'A supervisor signs in and acknowledges it under Oversight, Emergencies. Until then reveal one field at a time, or ask a supervisor to look.',
    ],
  },
  'reason-out-of-use': {
    what: ['这个事由已经停用。', 'This reason is out of use.'],
    todo: ['请另选一个事由。', 'Choose another one.'],
  },
  'own-emergency': {
    what: ['这次紧急查看是您自己做的。', 'It was you who opened this.'],
    todo: ['请另一位主管来确认。', 'Another supervisor has to acknowledge it.'],
  },
  'name-taken': {
    what: ['已经有人用这个名字。', 'Somebody goes by this name already.'],
    todo: [
      '同一个人再担任一个岗位，请选“已有人员”；不是同一个人，请在名字后面加上区别，如“张伟（夜班）”。',
      'If it is the same person in another role, choose "Somebody of the list"; if not, add what tells them apart, such as "Wei Zhang (nights)".',
    ],
  },
  'staff-full': {
    what: ['人员已满，不能再添加。', 'There is no room for more people.'],
    todo: ['请先给离职的人办理离职。', 'Let those who have left leave here as well.'],
  },
  'last-of-role': {
    what: ['管理员或主管仅剩这一位，不能离开这个岗位。', 'This is the last admin or the last supervisor.'],
    todo: ['请先添加接替的人，再来办理。', 'Add who takes their place first, then try again.'],
  },
  'not-yourself': {
    what: ['不能给自己办这件事。', 'Nobody does this for themselves.'],
    todo: [
      '自己的 PIN 请用“修改 PIN”；岗位和离职请另一位管理员来办。',
      'Change your own PIN with "Change PIN"; another admin sees to your role and your leaving.',
    ],
  },
  'needs-second-admin': {
    what: [
      '管理员要由两位管理员一起添加，或一位管理员加上恢复单。',
      'An admin is added by two admins, or by one and the recovery sheet.',
    ],
    todo: [
      '请另一位管理员到场，或取出恢复单。',
      'Ask the other admin to come, or take the recovery sheet out of the safe.',
    ],
  },
  'needs-root': {
    what: [
      '他是建柜时的第一位，要另一位建柜人或恢复单来解除。',
      'They were there at set-up: another of those, or the recovery sheet, has to release them.',
    ],
    todo: [
      '请另一位建柜时的管理员或主管到场，或取出恢复单。',
      'Ask the other admin or supervisor of set-up to come, or take the recovery sheet out of the safe.',
    ],
  },
  'same-person': {
    what: ['会签要另一个人。', 'Co-signing takes a second person.'],
    todo: ['请选另一位主管，输入对方的 PIN。', 'Choose another supervisor, who types their own PIN.'],
  },
  'keychain-locked': {
    what: ['系统凭据库还锁着。', "The system's keychain is locked."],
    todo: ['解锁以后，再点“再试一次”。', 'Once it is unlocked, choose "Try again".'],
  },
  'keychain-no-service': {
    what: ['这台电脑没有可用的系统凭据库。', 'This computer has no keychain service.'],
    todo: [
      '设备密钥只存在系统凭据库里，没有它打不开档案柜。',
      "The device secret is kept in the system's keychain alone; without it the vault cannot be opened.",
    ],
  },
  'keychain-no-bus': {
    what: ['程序连不上系统凭据库。', "The program cannot reach the system's keychain."],
    todo: [
      '程序不是从桌面登录里打开的，或者会话总线没有运行。',
      'The program was not opened from a desktop session, or the session bus is not running.',
    ],
  },
  'keychain-item-missing': {
    what: [
      '系统凭据库里没有这个档案柜的设备密钥。',
      "The keychain does not hold this vault's device secret.",
    ],
    todo: [
      '没有它打不开档案柜。资料还在，请勿删除文件夹。',
      'The vault cannot be opened without it. The records are still there: do not delete the folder.',
    ],
  },
  'keychain-other-user': {
    what: ['档案柜是电脑的另一个用户建的。', 'The vault was made by another user of this computer.'],
    todo: ['设备密钥在那个用户的系统凭据库里。', "Its device secret is in that user's keychain."],
  },
  'keychain-write-failed': {
    what: [
      '写不进系统凭据库，这一步没有办成。',
      'The keychain could not be written; this step was not done.',
    ],
    todo: ['请检查系统凭据库是否已解锁，再试一次。', 'Check that the keychain is unlocked and try again.'],
  },
  'header-damaged': {
    what: ['档案柜主文件已损坏。', "The vault's header file is damaged."],
    todo: [
      '程序没有改动任何东西。请用下面的办法修复，或用备份还原。',
      'Nothing was changed. Mend it by one of the ways below, or restore a backup.',
    ],
  },
  'header-forged': {
    what: ['档案柜主文件不是这台电脑写的。', "The vault's header file was not written by this computer."],
    todo: [
      '有人可能换过文件。请不要输入 PIN，立即告诉管理员。',
      'Somebody may have replaced it. Type no PIN and tell the admin at once.',
    ],
  },
  'header-missing': {
    what: ['档案柜主文件不见了。', "The vault's header file is missing."],
    todo: [
      '程序不会在原处另建。请把文件找回来，或用备份恢复。',
      'The program makes no new one in its place. Put the file back, or restore a backup.',
    ],
  },
  'header-newer': {
    what: ['档案柜是新版程序写的。', 'The vault was written by a newer version.'],
    todo: ['请换用新版程序打开。', 'Open it with the newer program.'],
  },
  'wrong-computer': {
    what: ['这个档案柜属于另一台电脑。', 'This vault belongs to another computer.'],
    todo: ['它的设备密钥在那台电脑里。', 'Its device secret is in that computer.'],
  },
  'practice-mixed': {
    what: ['演练资料和正式资料不能混用。', 'Practice records and real records cannot be mixed.'],
    todo: [
      '演练的备份和文件夹只能用在演练里，正式的只能用在正式档案柜里。请另选一份。',
      'Use backups and folders of practice in practice only, and real ones in the real vault. Choose another one.',
    ],
  },
  'store-missing': {
    what: ['档案库文件不见了。', 'The file with the records is missing.'],
    todo: [
      '程序不会另建空库。请把文件找回来，或用备份恢复。',
      'The program makes no empty one. Put the file back, or restore a backup.',
    ],
  },
  'store-damaged': {
    what: ['档案库文件坏了。', 'The file with the records is damaged.'],
    todo: [
      '程序没有改动它。请停止使用，用备份恢复。',
      'The program has not touched it. Stop using it and restore a backup.',
    ],
  },
  'store-wrong-key': {
    what: ['这个密钥打不开档案库。', 'This key does not open the records.'],
    todo: [
      '文件可能换过。请告诉管理员，用备份核对。',
      'The file may have been replaced. Tell the admin and compare with a backup.',
    ],
  },
  'store-newer': {
    what: ['档案库是新版程序写的。', 'The records were written by a newer version.'],
    todo: ['请换用新版程序打开。', 'Open them with the newer program.'],
  },
  'store-mismatch': {
    what: ['档案库与档案柜主文件不一致。', 'The records and the header do not belong together.'],
    todo: [
      '文件可能只恢复了一半。请主管核对后处理。',
      'Perhaps only half was restored. A supervisor should look into it.',
    ],
  },
  'store-tampered': {
    what: [
      '档案库里有不是本程序写的内容，没有采用。',
      'The file with the records holds something that this application did not write. Nothing was done with it.',
    ],
    todo: [
      '可能有人动过文件。请停止使用，告诉管理员，用备份恢复。',
      'Somebody may have changed it. Stop using it, tell the admin and restore a backup.',
    ],
  },
  'store-read-only': {
    what: ['档案库有损坏，现在只能查看。', 'The store is damaged: it can only be looked at.'],
    todo: [
      '没有记录就不显示，也不写入，免得坏得更多。请管理员用最近的备份还原。',
      'Without a log nothing is shown in clear, and nothing is written, so that no more is spoiled. Have an admin restore the newest backup.',
    ],
  },
  'engine-missing': {
    what: ['缺少读取加密档案库的组件。', 'A part that reads the encrypted records is missing.'],
    todo: ['请重新安装本程序。', 'Install the program again.'],
  },
  'disk-full': {
    what: ['磁盘满了，这一步没有保存。', 'The disk is full; this step was not saved.'],
    todo: ['原来的资料完好。请腾出空间，再试一次。', 'What was there is intact. Make room and try again.'],
  },
  'disk-error': {
    what: [
      '磁盘读写出错，这一步没有保存。',
      'The disk could not be read or written; this step was not saved.',
    ],
    todo: [
      '原来的资料没有改动。请检查磁盘，再试一次。',
      'What was there is unchanged. Check the disk and try again.',
    ],
  },
  'not-found': {
    what: ['找不到这条档案。', 'This record cannot be found.'],
    todo: ['可能刚刚被改动。请重新查找。', 'It may just have changed. Search again.'],
  },
  'changed-meanwhile': {
    what: ['这条档案刚才被改过。', 'This record was changed a moment ago.'],
    todo: ['请重新打开，看过再改。', 'Open it again, look, then edit.'],
  },
  'invalid-value': {
    what: ['有一项填得不对。', 'Something entered is not right.'],
    todo: ['请检查后再保存。', 'Check it and save again.'],
  },
  'room-not-understood': {
    what: ['房号看不懂。', 'The room is not understood.'],
    todo: ['请按“3栋2单元1801”或“3-2-1801”的样子填写。', 'Write it like 3-2-1801 or 3栋2单元1801.'],
  },
  'room-unknown': {
    what: ['没有这个房号。', 'There is no such room.'],
    todo: ['请核对房号，或先在“房号”页面添加。', 'Check the room, or add it on the page of rooms first.'],
  },
  'posts-a-name': {
    what: ['这张通知里有住户姓名。', "The notice has a resident's name in it."],
    todo: ['张贴的通知只写房号，请删去姓名。', 'What is posted names rooms alone: take the name out.'],
  },
  'posts-a-number': {
    what: [
      '这张通知里有像电话或证件号的数字。',
      'The notice has digits in it that may be a phone or ID number.',
    ],
    todo: [
      '张贴的通知只写房号和金额，请删去号码。',
      'What is posted has rooms and amounts alone: take the number out.',
    ],
  },
  'nothing-sealed': {
    what: ['这一项没有内容。', 'There is nothing in this field.'],
    todo: ['没有可以显示的。', 'There is nothing to show.'],
  },
  'field-off': {
    what: ['这一项资料现在没有启用。', 'This field is not in use here.'],
    todo: [
      '确实要登记，请管理员先在“脱敏规则”里打开。',
      'If it has to be kept, an admin turns it on first, on the page Masking rules.',
    ],
  },
  'placeholder-value': {
    what: ['这是一个凑数的号码。', 'This is a made-up number.'],
    todo: [
      '不知道就空着，不要填 18999999999 这样的号码。',
      'Leave the field empty if the number is not known.',
    ],
  },
  'practice-invented': {
    what: ['演练里不能录入可能是真人的号码。', "Practice takes no number that may be a real person's."],
    todo: [
      '手机号请用 141 开头的，身份证号请用 1890 年代出生的；其他号码不要填。',
      'Use phones that begin with 141 and ID numbers of people born in the 1890s; leave other numbers out.',
    ],
  },
  'practice-no-files': {
    what: [
      '演练里不能添加照片和文件，里面可能有真人。',
      'Practice takes no photos or files: real people may be in them.',
    ],
    todo: [
      '请把照片留在原处；这一步到正式使用时再做。',
      'Leave the photo where it is; this step is for real use.',
    ],
  },
  'already-there': {
    what: ['已经登记过了。', 'This is in the records already.'],
    todo: [
      '请先看看原有的那一条，需要时修改它。',
      'Look at the one that is there, and change it if need be.',
    ],
  },
  'guardian-needed': {
    what: ['住户不满 14 周岁，要登记监护人。', 'The resident is under 14 and needs a guardian.'],
    todo: [
      '请填监护人：选在档的人，或写姓名和电话。告知和同意都找监护人。',
      'Fill in the guardian: somebody in the records, or a name and phone. Notices and consent go to the guardian.',
    ],
  },
  restricted: {
    what: ['这份档案的目的已经结束，限制处理。', 'The purpose of this record is over: it is restricted.'],
    todo: [
      '确有需要，请主管在“保存期限”页面说明理由后打开。',
      'Where it is needed, a supervisor opens it with a reason on the page "Retention".',
    ],
  },
  'estate-transfer-waits': {
    what: ['已有一个移交在等待。', 'Another handover waits.'],
    todo: ['请先完成或终止那一个移交。', 'Finish or stop that one first.'],
  },
  'estate-transfer-early': {
    what: ['发起后还不满 24 小时。', 'The order is less than 24 hours old.'],
    todo: [
      '请到时候再导出；在那之前谁都可以终止移交。',
      'Make the file then; until then anybody can stop it.',
    ],
  },
  'estate-transfer-late': {
    what: ['这个移交超过 14 天没有办理，已经作废。', 'The order is more than 14 days old and has lapsed.'],
    todo: ['请终止移交后重新发起。', 'Stop it and order another one.'],
  },
  'on-hold': {
    what: [
      '这份档案因争议、索赔或依法保全暂缓删除。',
      'This record is held because of a dispute, a claim or an authority.',
    ],
    todo: ['请先在“保存期限”页面解除暂缓，再删除。', 'End the hold on the page "Retention" first.'],
  },
  'ids-differ': {
    what: ['两份档案的证件号不同。', 'The two records have different ID numbers.'],
    todo: [
      '请先查明是不是同一个人；确实是，再确认合并。',
      'Find out first whether they are one person; if they are, confirm the merge.',
    ],
  },
  'verify-shown-characters': {
    what: ['只核对屏幕上没有显示的数字。', 'Only digits that the screen hides can be checked.'],
    todo: [
      '请输入来人报出的、被星号盖住的那几位。',
      'Type the digits behind the stars, as the visitor says them.',
    ],
  },
  'verify-closed': {
    what: ['这条档案错了三次，暂停核对。', 'Three wrong answers: this record is closed to checking.'],
    todo: ['请过一会儿再来，或请主管处理。', 'Come back later, or ask a supervisor.'],
  },
  'verify-nothing-to-compare': {
    what: ['档案里没有这一项，没法核对。', 'The record has nothing to compare with.'],
    todo: ['请换一种方式核对。', 'Check another way.'],
  },
  'log-unavailable': {
    what: ['操作记录写不进去，所以没有办理。', 'The log could not be written, so nothing was done.'],
    todo: [
      '没有记录就不显示。请检查磁盘和系统凭据库，再试一次。',
      'No entry, nothing shown. Check the disk and the keychain, then try again.',
    ],
  },
  rotating: {
    what: [
      '正在更换密钥，这会儿只能查找，不能打开或改动。',
      'A key is being rotated: people can be searched for, nothing opened or changed.',
    ],
    todo: ['请更换完成后再办理，通常不到一分钟。', 'Do it when that is done, usually within a minute.'],
  },
  'change-unfinished': {
    what: [
      '更换密钥已经生效，只是没有全部写完。',
      'The change of keys counts, but could not be written to its end.',
    ],
    todo: [
      '从现在起以新的 PIN、新的恢复单为准，旧的作废。请看看磁盘有没有空间，再登录一次，余下的会自动写完。',
      'From now on the new PIN and the new recovery sheet count, not the ones before. See that there is room on the disk, then sign in: the rest is done by itself.',
    ],
  },
  'log-broken': {
    what: ['操作记录前后接不上。', 'The log does not hold together.'],
    todo: [
      '请主管到“操作记录”里核对，并告诉管理员。',
      'A supervisor should check it under "Log" and tell the admin.',
    ],
  },
  'second-log-differs': {
    what: [
      '另存在盘上的操作记录，这里没有。',
      'The second place of the log remembers entries that this log does not have.',
    ],
    todo: ['请主管登录处理。', 'A supervisor signs in and sees to it.'],
  },
  'second-log-no-folder': {
    what: ['这个文件夹不能用来另存操作记录。', 'This folder cannot be the second place of the log.'],
    todo: [
      '请插好移动硬盘或 U 盘，选盘上的文件夹：不能在档案库自己的文件夹里，名字里不要有特殊字符。',
      "Plug in the drive and choose a folder on it, outside of the vault's own, with an ordinary name.",
    ],
  },
  'workbook-unreadable': {
    what: ['这个表格读不出来。', 'This spreadsheet cannot be read.'],
    todo: [
      '请用表格软件打开，另存为 .xlsx 后再导入。',
      'Open it in the spreadsheet program, save it as .xlsx and import that.',
    ],
  },
  'import-guesses-ids': {
    what: [
      '同一个人名下有三个以上不同的证件号。没有给出比对结果，并已记入操作记录。',
      'More than three ID numbers stand for one person. No result is shown, and it is in the log.',
    ],
    todo: [
      '请看表格第 {{row}} 行和它前面的行，每个人只留一个证件号，再重新选择文件。',
      'Look at row {{row}} and those before it, leave one ID number for each person, and choose the file again.',
    ],
  },
  'import-ids-undecided': {
    what: [
      '表格里有证件号，还没有说明公司是否保存。没有比对，也没有写入。',
      'The spreadsheet has ID numbers, and nobody said whether the company keeps them. Nothing is compared or written.',
    ],
    todo: ['请先选择是否保存，再预览。', 'Choose whether to keep them, then preview.'],
  },
  'import-not-answered': {
    what: ['还有问题没有回答，没有写入。', 'A question is not answered yet, and nothing was written.'],
    todo: ['请在预览里回答，再写入。', 'Answer it in the preview, then write.'],
  },
  'workbook-empty': {
    what: ['表格里没有数据。', 'The spreadsheet has no data.'],
    todo: ['请换一个文件。', 'Choose another file.'],
  },
  'workbook-too-large': {
    what: ['表格太大。', 'The spreadsheet is too large.'],
    todo: ['请分成几个文件，分次导入。', 'Split it and import the parts one by one.'],
  },
  'workbook-too-slow': {
    what: [
      '这个表格处理起来太久，已经停下。',
      'It takes too long to work through this spreadsheet, so it was ended.',
    ],
    todo: [
      '请分成几个文件，去掉用不到的工作表和列，再分次导入。',
      'Split it into several files, leave out sheets and columns that are not needed, and import the parts one by one.',
    ],
  },
  'row-too-slow': {
    what: [
      '表格里有些行读得太久，已经停下。',
      'It takes too long to read some of the rows, so it was ended.',
    ],
    todo: [
      '请看看第 {{row}} 行和它后面的行，把特别长的单元格改短，或先去掉这些行；不行就分成几个文件，再重新选择。',
      'Look at row {{row}} and those after it for cells with very long text and shorten them, or leave these rows out; otherwise split the file. Then choose it again.',
    ],
  },
  'workbook-no-columns': {
    what: ['这里面没有能导入的表格。', 'There is no table in it to import.'],
    todo: [
      '请确认有一行表头（如“业主名称”“房号”），下面是住户，再导入。',
      'Make sure there is a header row (such as "业主名称" and "房号") with residents below it, then import again.',
    ],
  },
  'workbook-encrypted': {
    what: ['表格设了打开密码。', 'The spreadsheet has a password.'],
    todo: [
      '请在表格软件里去掉密码，另存后再导入。',
      'Remove it in the spreadsheet program, save, and import again.',
    ],
  },
  'plan-gone': {
    what: ['预览已经过期。', 'The preview has expired.'],
    todo: ['请重新预览，再确认。', 'Preview again, then confirm.'],
  },
  cancelled: { what: ['已经取消。', 'Cancelled.'], todo: ['什么都没有写入。', 'Nothing was written.'] },
  busy: {
    what: ['正在办另一件较长的事。', 'Another long task is running.'],
    todo: ['请等它办完。', 'Wait until it is done.'],
  },
  'no-rejects': {
    what: ['没有要存的行。', 'There are no rows to save.'],
    todo: ['所有的行都已导入。', 'Every row was taken.'],
  },
  'identity-not-verified': {
    what: ['还没有核对身份。', 'Identity has not been verified.'],
    todo: ['先核对身份，再登记。', 'Verify identity first, then record it.'],
  },
  'roster-too-large': {
    what: ['这个单元超过 100 人。', 'This unit has more than 100 people.'],
    todo: [
      '名册一次最多 100 人，不能导出更多。请与接收单位商量缩小范围。',
      'A roster has 100 at most, and there is no way to more. Agree on a smaller scope with the recipient.',
    ],
  },
  'too-many-rosters': {
    what: ['24 小时内已经导出过 2 份名册。', 'Two rosters were made within 24 hours.'],
    todo: ['请明天再办。', 'Make the next one tomorrow.'],
  },
  'request-not-answered': {
    what: ['操作记录里还没有办过这件请求。', 'The log has nothing yet that answers this request.'],
    todo: [
      '先为请求人办完（给副本、当面打开、修改等），再来办结。核实身份之前办的不算。',
      'Do what is asked for first (the copy, the record, the change), then finish it. What was done before identity was verified does not count.',
    ],
  },
  'incident-unfinished': {
    what: ['还不能结案。', 'It cannot be closed yet.'],
    todo: [
      '先写全法律要求的内容，登记已报告主管部门，并登记告知了多少人或者为什么不告知。',
      'Write all that the law asks for, record the report to the authority, and how many people were told or why none have to be.',
    ],
  },
  'law-unreadable': {
    what: ['读不出表单数据', "The form's data cannot be read"],
    todo: [
      '安装的数据文件缺失或损坏（{{file}}）。请重新安装本软件，或恢复原来的文件。',
      'A data file of the program is missing or damaged ({{file}}). Install the program again, or put the file back.',
    ],
  },
  'attachment-kind': {
    what: ['这种文件不能附上', 'This kind of file cannot be attached'],
    todo: [
      '只收 PNG、JPEG 图片，PDF 和纯文本（UTF-8），按内容判断，改扩展名没有用。',
      'PNG and JPEG pictures, PDF and plain text (UTF-8) are taken, judged by their content: another extension does not help.',
    ],
  },
  'attachment-too-large': {
    what: ['文件太大', 'The file is too large'],
    todo: [
      '一个附件最多 {{most}} MB，图片最多 6400 万像素，带透明的 PNG 最多 1600 万像素。请缩小后再附。',
      'An attachment may have {{most}} MB, a picture 64 million pixels, a PNG with transparency 16 million. Make it smaller and attach it again.',
    ],
  },
  'attachments-full': {
    what: ['附件已满', 'No room for more attachments'],
    todo: [
      '附件一共最多 {{most}} MB。请先删去不再需要的附件。',
      'All attachments together may have {{most}} MB. Remove some that are no longer needed.',
    ],
  },
  'form-unanswered': {
    what: ['还有没答的项目', 'Some items have no answer'],
    todo: ['每一项都选了结果，才能完成这份表。', 'The form can be finished once every item has one.'],
  },
  'form-replaced': {
    what: ['表单已换新版', 'The form has a newer version'],
    todo: [
      '草稿是按旧版填的。请先换到新版，再完成。',
      'The draft was begun with the one before. Move it to the new version first.',
    ],
  },
  'file-not-written': {
    what: ['文件没有存成。', 'The file was not saved.'],
    todo: [
      '换一个位置，或先关掉正在用这个文件的程序，再存一次。',
      'Choose another place, or close the program that uses the file, and save again.',
    ],
  },
  'file-changed': {
    what: [
      '这个文件读过以后又改过，或者已经换成别的文件。',
      'This file has been changed since it was read, or is another one by now.',
    ],
    todo: [
      '程序没有删掉它。如果这个名字已经被别的文件占用，它的名字后面会加上 (2)。请打开看看，再自己处理。',
      'It was not removed. Where another file has its name by now, (2) stands behind it. Open it, look, and deal with it yourself.',
    ],
  },
  'file-not-removed': {
    what: ['原表格没有删掉。', 'The original file was not removed.'],
    todo: [
      '请先关掉正在用它的程序（如 WPS、Excel），再试一次。',
      'Close the program that uses it (a spreadsheet program, say) and try again.',
    ],
  },
  'backup-no-folder': {
    what: ['备份文件夹打不开。', 'The folder for backups cannot be opened.'],
    todo: [
      '请插好移动硬盘或 U 盘；换过位置的，请重新选文件夹。',
      'Plug in the drive; if backups now go elsewhere, choose the folder again.',
    ],
  },
  'backup-damaged': {
    what: ['这份备份坏了。', 'This backup is damaged.'],
    todo: [
      '程序没有用它。请换一份，并检查存放备份的磁盘。',
      'The program has not used it. Choose another one, and check the drive that it lies on.',
    ],
  },
  'backup-newer': {
    what: ['这份备份是新版程序做的。', 'This backup was made by a newer version.'],
    todo: ['请换用新版程序打开。', 'Open it with the newer program.'],
  },
  'backup-other-vault': {
    what: ['这份备份是另一个档案柜的。', 'This backup is of another vault.'],
    todo: ['请选本柜的备份。', 'Choose one of this vault.'],
  },
  'backup-wrong-sheet': {
    what: ['这份备份不是用这张恢复单做的。', 'This backup was not made under this recovery sheet.'],
    todo: ['请取出做备份那时用的恢复单。', 'Take out the sheet that counted when the backup was made.'],
  },
  'backup-needs-sheet': {
    what: ['凭您的 PIN 在这里打不开这份备份。', 'Your PIN does not open this backup here.'],
    todo: [
      '它是别的电脑做的，或者那以后换过密钥。请取出恢复单。',
      'It was made on another computer, or keys have changed since. Take out the recovery sheet.',
    ],
  },
  'backup-older-staff': {
    what: ['做备份以后，人员变动过。', 'Staff have changed since this backup was made.'],
    todo: [
      '现在的档案库打不开，不知道变成了谁。请用恢复单恢复。',
      'The present records do not open, so nobody can tell who they are now. Recover with the sheet.',
    ],
  },
  'backup-older-keys': {
    what: [
      '做备份以后换过资料密钥，在场的人都没有当时的密钥。',
      'The keys of sealed values have changed since this backup was made, and nobody here has those of then.',
    ],
    todo: [
      '什么都没有改动。请主管在场，并输入做备份时的那张恢复单；或者换一份更换密钥以后做的备份。',
      'Nothing has changed. Have a supervisor here and type the recovery sheet of then, or choose a backup made since.',
    ],
  },
  'import-undone': {
    what: ['这次导入已经撤销过了。', 'This import has been undone already.'],
    todo: ['不用再做什么。', 'There is nothing left to do.'],
  },
  'import-journal-gone': {
    what: [
      '这次导入里有人的资料已删除，撤销要用的底也一并删除了。',
      'Data of somebody in this import has been deleted, and what undoing it takes went with it.',
    ],
    todo: ['请在档案里逐条改。', 'Correct the records one by one.'],
  },
} satisfies Readonly<Record<ErrorCode, { readonly what: Wording; readonly todo: Wording }>>;

export const words = {
  product: ['业主档案柜', 'Resident Vault'],
  law: {
    source: [
      '来源：{{title}}。可靠程度 {{grade}}（{{words}}）',
      'Source: {{title}}. Grade {{grade}} ({{words}})',
    ],
    version: ['版本 {{version}}', 'Version {{version}}'],
    compare: [
      '条目按公开资料整理，使用前请与官方附件核对。',
      'Compiled from public sources: compare it with the official annexes before use.',
    ],
    checked: ['条目已与官方文本核对。', 'Compared with the official text.'],
    ours: [
      '英文为本软件所译，不是官方译本；以中文为准。',
      "The English is this product's own translation, not an official one; the Chinese text prevails.",
    ],
    grades: GRADE_WORDS,
  },
  common: {
    noChoice: ['没有这一项', 'No such choice'],
    newer: ['上一项', 'Previous'],
    older: ['下一项', 'Next'],
    close: ['关闭', 'Close'],
    cancel: ['取消', 'Cancel'],
    back: ['上一步', 'Back'],
    next: ['下一步', 'Next'],
    again: ['再试一次', 'Try again'],
    save: ['保存', 'Save'],
    loading: ['请稍候…', 'One moment…'],
    notSet: ['未填写', 'Not set'],
    lock: ['锁定', 'Lock'],
    remove: ['删除', 'Remove'],
    undo: ['撤销', 'Undo'],
  },
  give: {
    print: ['打印', 'Print'],
    save: ['存为 PDF', 'Save as PDF'],
    saved: ['已存为“{{file}}”。', 'Saved as "{{file}}".'],
    printed: ['已送到打印机。', 'Sent to the printer.'],
    notPrinted: ['没有打印。', 'Nothing was printed.'],
  },
  toast: { region: ['刚才的操作', 'What was just done'], undone: ['已撤销。', 'Undone.'] },
  language: { 'zh-CN': ['中文', '中文'], en: ['English', 'English'] },
  theme: { system: ['跟随系统', 'Match system'], light: ['浅色', 'Light'], dark: ['深色', 'Dark'] },
  roles: ROLE_WORDS,
  relations: RELATION_WORDS,
  kinds: PERSON_KIND_WORDS,
  sexes: SEX_WORDS,
  idTypes: ID_TYPE_WORDS,
  fields: FIELD_WORDS,
  details: DETAIL_WORDS,
  recordKinds: RECORD_KIND_WORDS,
  roomStatuses: {
    unsold: ['未销售', 'Not sold'],
    'handed-over': ['已交房', 'Handed over'],
    'not-lived-in': ['未入住', 'Not lived in yet'],
    renovating: ['装修中', 'Being renovated'],
    renovated: ['已装修', 'Renovated'],
    'lived-in': ['已入住', 'Occupied'],
    let: ['已出租', 'Let'],
    vacant: ['空闲', 'Vacant'],
  } satisfies Words<RoomStatus>,
  spaceKinds: SPACE_KIND_WORDS,
  purposes: PURPOSE_WORDS,
  bases: BASIS_WORDS,
  noticeWays: {
    signed: ['纸质签收', 'Signed on paper'],
    counter: ['当面告知', 'At the counter'],
    posted: ['张贴告知', 'Posted'],
  } satisfies Words<NoticeWay>,
  consenters: {
    self: ['本人', 'The person'],
    guardian: ['监护人', 'The guardian'],
  } satisfies Words<Consenter>,
  withdrawals: {
    delete: ['删除资料', 'Delete the data'],
    restrict: ['只保存，不再使用', 'Keep it, use it no more'],
    'other-basis': ['另有依据，继续使用', 'Use it on another basis'],
  } satisfies Words<Withdrawal>,
  roomParts: {
    estate: ['小区', 'Estate'],
    building: ['楼栋', 'Building'],
    unit: ['单元', 'Unit'],
    room: ['房间', 'Room'],
    roomText: ['房号（整段）', 'Room (all in one)'],
    unitRoom: ['单元和房号（2-1801）', 'Unit and room (2-1801)'],
    floor: ['楼层', 'Floor'],
    layout: ['户型', 'Layout'],
    area: ['建筑面积', 'Built area'],
    innerArea: ['套内面积', 'Inner area'],
    sharedArea: ['公摊面积', 'Shared area'],
    usage: ['房屋用途', 'Use'],
    totalFloors: ['总层数', 'Floors of the building'],
    status: ['房屋状态', 'Room status'],
    deliveredOn: ['交房日期', 'Handed over on'],
  } satisfies Words<RoomPart>,
  householdParts: {
    tenantName: ['租户姓名', "Tenant's name"],
    tenantPhone: ['租户电话', "Tenant's phone"],
    tenantId: ['租户证件号', "Tenant's ID number"],
    coOwnerName: ['共有人姓名', "Co-owner's name"],
    coOwnerPhone: ['共有人电话', "Co-owner's phone"],
    coOwnerId: ['共有人证件号', "Co-owner's ID number"],
    familyName: ['家属姓名', "Family member's name"],
    familyPhone: ['家属电话', "Family member's phone"],
    familyId: ['家属证件号', "Family member's ID number"],
    occupantName: ['现住人姓名', "Occupant's name"],
    occupantPhone: ['现住人电话', "Occupant's phone"],
    occupantId: ['现住人证件号', "Occupant's ID number"],
    moveIn: ['入住日期', 'Moved in on'],
    moveOut: ['搬离日期', 'Moved out on'],
    share: ['产权份额', 'Share of ownership'],
    leaseFrom: ['租期开始', 'Lease from'],
    leaseUntil: ['租期到期', 'Lease until'],
    leaseTerm: ['租期（起止一格）', 'Lease (both days in one cell)'],
  } satisfies Words<HouseholdPart>,
  carParts: {
    brand: ['品牌', 'Brand'],
    colour: ['颜色', 'Colour'],
    vehicleKind: ['车型', 'Type of vehicle'],
    carPark: ['停车场', 'Car park'],
    spaceCode: ['车位号', 'Space number'],
    spaceKind: ['车位性质', 'Kind of space'],
    spaceFrom: ['车位起租', 'Space from'],
    spaceUntil: ['车位到期', 'Space until'],
  } satisfies Words<CarPart>,
  reasons: REASON_WORDS,
  pinProblems: {
    'too-short': [
      '太短。前台至少 6 位数字，主管和管理员至少 8 个字符。',
      'Too short. Receptionists need 6 digits, supervisors and admins 8 characters.',
    ],
    'digits-only': ['前台的 PIN 只能用数字。', "A receptionist's PIN is digits only."],
    'too-common': ['太常见，别人一猜就中。', 'Too common: it would be among the first guesses.'],
    run: ['不能用连号，如 123456。', 'No runs such as 123456.'],
    repeat: ['不能用重复的数，如 112211。', 'No repeats such as 112211.'],
    'looks-like-year': ['看起来像年份。', 'It looks like a year.'],
    'looks-like-birthday': ['看起来像生日。', 'It looks like a birthday.'],
    'like-name': ['不能与姓名相近。', 'Too close to the name.'],
    'same-as-other': ['不能与另一个 PIN 相同。', 'It is the same as another PIN.'],
    'same-as-before': ['不能与原来的 PIN 相同。', 'It is the PIN you have now.'],
  } satisfies Words<PinProblem>,
  searchKinds: {
    room: ['房号', 'Room'],
    name: ['姓名', 'Name'],
    phone: ['电话', 'Phone'],
    plate: ['车牌', 'Plate'],
  } satisfies Words<SearchKind>,
  rejectReasons: REJECT_WORDS,
  rowNotes: {
    'full-width': ['全角改半角', 'Full-width digits put right'],
    'placeholder-phone': ['凑数电话，当作没有', 'Placeholder phone, taken as none'],
    'placeholder-id': ['凑数证件号，当作没有', 'Placeholder ID, taken as none'],
    'id-check-digit': ['证件号校验不符', 'ID check digit does not fit'],
    'id-cut': ['证件号被表格截断', 'ID cut off by the spreadsheet'],
    'old-id': ['15 位旧证号，要与本人核对', 'Old 15-digit ID, to be confirmed with the holder'],
    'card-check-digit': ['银行卡号校验位不符', 'Bank card whose check digit does not fit'],
    'number-cell': ['号码按数字存', 'Number stored as a number'],
    'merged-cell': ['来自合并格', 'From a merged cell'],
    'birthday-not-valid': ['生日不对，未取', 'Birthday not valid, left out'],
    'guardian-needed': [
      '不满 14 周岁，表里没有监护人，要补上',
      'Under 14, and the sheet names no guardian: add one',
    ],
    'several-phones': ['一格多个电话', 'Several phones in one cell'],
    'phone-kept-as-is': ['电话照原样保存', 'Phone kept as it is'],
    'room-carried': ['房号沿用上一行', 'Room taken from the row above'],
    'co-owners-split': ['一格几个业主，已分开', 'Several owners in one cell, parted'],
    'relation-in-name': ['姓名里带的关系已取出', 'Relation taken out of the name'],
    'phone-in-remark': ['备注里有电话，随备注封存', 'Phone in the remark, sealed with it'],
    'id-in-remark': ['备注里有证件号，请另填', 'ID number in the remark; enter it in its own field'],
    'by-owner-code': ['姓名按业主编号补上', "Name filled in by the owner's code"],
    'owner-not-found': [
      '业主编号找不到人，只收房屋',
      "Nobody has this owner's code; the room alone is taken",
    ],
    'plate-kept-as-is': ['车牌照原样保存', 'Plate kept as it is'],
    'car-detail-unclear': [
      '车辆或车位的内容对不上车牌、车位号，未取',
      'Vehicle or space details that belong to no plate or space number, left out',
    ],
    'car-detail-in-remark': [
      '车辆或车位一格太长或像号码，已移入备注封存',
      'A vehicle or space cell too long or like a number, sealed with the remark',
    ],
    'space-kind-assumed': [
      '没写车位是买是租：有日期的算租用，没有的算产权',
      'Not said whether the space is owned or leased: with days it is taken as leased, else as owned',
    ],
    'space-date-not-valid': ['车位日期不对，未取', 'Date of the space not valid, left out'],
    'room-from-sheet': [
      '楼栋单元取自表名、标题或分段行',
      'Building or unit from the sheet, its title or a line',
    ],
    vacant: [
      '姓名一格写着空置，只收房屋',
      'Said to stand empty in the place of a name; the room alone is taken',
    ],
    'person-in-remark': ['备注里写着的人，另建一人', 'Somebody named in the remark, taken as a person'],
  } satisfies Words<RowNote>,
  flagReasons: {
    'id-check-digit': ['证件号校验不符，照原样保存', 'ID check digit does not fit; kept as it is'],
    'id-cut': ['证件号被表格截断，未取', 'ID cut off by the spreadsheet, left out'],
    'id-masked': ['证件号有星号，未取', 'ID masked with stars, left out'],
    'id-not-valid': ['证件号不对，未取', 'ID number not valid, left out'],
    'id-shared': ['几个人用同一个证件号', 'One ID number for several people'],
    'phone-not-valid': ['电话不对', 'Phone not valid'],
    'phone-of-somebody': ['电话旁写着另一个人的名字', "Somebody else's name stands beside the phone"],
    'phones-unclear': [
      '分不清是谁的电话，记在第一人名下',
      'Unclear whose the phones are; kept with the first person',
    ],
    'person-in-remark': ['备注里有手机号，看不出是谁的', 'A mobile number in the remark, unclear whose'],
    'ids-unclear': ['分不清是谁的证件号，未取', 'Unclear whose the ID numbers are, left out'],
    'date-not-valid': ['日期看不懂，未取', 'Date not understood, left out'],
    'value-too-long': ['内容太长，未取', 'Text too long, left out'],
    'name-not-valid': ['姓名不像姓名，未取', 'Not a name, left out'],
    'no-name': ['这一行没有姓名，未取', 'The row names nobody, left out'],
    'room-not-understood': ['房号看不懂，未取', 'Room not understood, left out'],
    'no-room': ['没有房号，只收了人', 'No room; the person alone is taken'],
    'pinyin-not-valid': ['姓名读音不对，未取', 'Reading of the name not valid, left out'],
    'plate-not-valid': ['不像车牌', 'Not a plate'],
    'area-not-valid': ['面积看不懂，未取', 'Area not understood, left out'],
    'relation-not-known': ['看不懂与房屋的关系，按业主收', 'Relation not known; taken as the owner'],
    'lease-without-tenant': ['有租期，没有租户，未取', 'A lease without a tenant, left out'],
    placeholder: ['凑数的号码，未取', 'A placeholder number, left out'],
    'not-taken': ['这一格的内容没有收进去', 'Nothing of this cell was taken'],
    'removed-before': [
      '这个号码以前从档案里换掉或删掉了，未取',
      'This number was replaced or removed on record before; left out',
    ],
    'not-in-list': [
      '有人登记在这里，表里没有：是否已搬走',
      'Somebody is on record here and not in the list: moved away?',
    ],
  } satisfies Words<FlagReason>,
  outcomes: {
    new: ['新增', 'New'],
    changed: ['更新', 'Changed'],
    same: ['不变', 'Same'],
    ambiguous: ['待确认', 'Needs review'],
    rejected: ['未导入', 'Rejected'],
  } satisfies Words<PlanRow['outcome']>,
  verifyKinds: {
    phone: ['完整手机号', 'Full phone number'],
    'phone-hidden': ['中间隐藏的几位', 'Hidden digits'],
    name: ['全名', 'Full name'],
    'id-number': ['证件号', 'ID number'],
  } satisfies Words<VerifyKind>,
  alarms: {
    restored: [
      '这是用备份还原的档案库，还原以前的事它不知道。不是您知道的还原，请不要确认，先问管理员。',
      'These records were restored from a backup and know nothing of what was done between. Unless you know of this restore, do not acknowledge it: ask the admin first.',
    ],
    'head-differs': [
      '操作记录的末尾与电脑里记的不一致。',
      'The end of the log differs from what this computer remembers.',
    ],
    'older-store': [
      '档案库比电脑里记的旧，可能被换回了以前的文件。',
      'The records are older than this computer remembers; an earlier file may have been put back.',
    ],
    'slot-differs': ['登录入口与名册不一致。', 'The ways in differ from the roster.'],
    'epoch-differs': ['密钥的期次不一致。', 'The keys are of another period.'],
    'roster-differs': [
      '人员名册与电脑里记的不一致。',
      'The roster of staff differs from what this computer remembers.',
    ],
    'sheet-differs': [
      '恢复单能打开的内容被人改过：现在这张恢复单可能已经救不回档案。请让管理员和主管一起做一张新的恢复单（密钥页），做好之前这条提醒每次登录都会出现。',
      'What the recovery sheet opens was changed: the present sheet may no longer bring the records back. Let an admin and a supervisor make a new sheet on the page of keys; until then this is said at each sign-in.',
    ],
    'header-differs': [
      '档案库的头文件不是本程序写下的，里面的设置（如备份放在哪里）可能被人改过。请管理员看一遍备份设置。',
      'The header of the vault is not the one that this program wrote; what it says, such as where backups go, may have been changed. Let an admin look over the settings of backups.',
    ],
    'second-log-differs': [
      '另存在盘上的操作记录，这里没有：档案库可能被换成了旧的或别的。不是您知道的还原，请不要确认，先问管理员。',
      'The second place of the log remembers entries that this log does not have: older or other records may have been put here. Unless you know of a restore, do not acknowledge it: ask the admin first.',
    ],
  } satisfies Words<Alarm>,
  rectificationSources: SOURCE_WORDS,
  media: {
    png: ['图片', 'Picture'],
    jpeg: ['图片', 'Picture'],
    pdf: ['文档', 'PDF'],
    text: ['文本', 'Text'],
  },
  attached: {
    addTitle: ['附上证明材料', 'Attach evidence'],
    addLead: [
      '图片、PDF 或纯文本，一个最多 6 MB。加密存进档案柜；查看要主管的 PIN，并留记录。',
      "A picture, a PDF or plain text of at most 6 MB. It is kept sealed; looking at it takes a supervisor's PIN and is logged.",
    ],
    pick: ['选择文件', 'Choose a file'],
    picked: ['已选：{{file}}', 'Chosen: {{file}}'],
    noFile: ['请先选择文件', 'Choose a file first'],
    showsOn: ['反映哪一天的情况', 'Day of what it shows'],
    showsOnHint: [
      '照片拍摄日或文件落款日，不是今天上传的日子。',
      'When the picture was taken or the letter written, not the day of the upload.',
    ],
    save: ['加密保存', 'Seal and keep'],
    kept: ['已加密保存', 'Sealed and kept'],
    none: ['还没有附上。', 'Nothing attached yet.'],
    about: ['反映 {{shows}} 的情况，{{added}} 附上', 'Shows {{shows}}, attached {{added}}'],
    look: ['查看', 'Look'],
    lookOf: ['查看 {{name}}', 'Look at {{name}}'],
    lookLead: [
      '里面可能有人，要主管的 PIN。先记入操作记录，再显示一分钟。',
      "People may be in it: it takes a supervisor's PIN. It is logged first, then shown for a minute.",
    ],
    lookYes: ['显示', 'Show'],
    pdfLead: [
      'PDF 要另存后查看。取出的文件不再加密，用完请删除。',
      'A PDF is saved to be read. The saved file is not encrypted: delete it afterwards.',
    ],
    pdfYes: ['选择位置并取出', 'Choose where, and save'],
    pdfSaved: ['已取出：{{file}}', 'Saved: {{file}}'],
    badPicture: ['图片读不出来。', 'The picture cannot be read.'],
    shown: ['一分钟后收起', 'Hidden again in a minute'],
    remove: ['删除', 'Remove'],
    removeOf: ['删除 {{name}}', 'Remove {{name}}'],
    removeTitle: ['删除附件 {{name}}', 'Remove the attachment {{name}}'],
    removeLead: [
      '内容和密钥一起删去，不能找回；以前的备份里还有。',
      'Content and key are removed for good; backups made before still have them.',
    ],
    hash: ['SHA-256 {{hash}}', 'SHA-256 {{hash}}'],
    log: {
      which: ['附件 {{number}}，{{kind}}', 'Attachment {{number}}, {{kind}}'],
      shows: ['反映 {{day}} 的情况', 'shows {{day}}'],
    },
    item: ['整改 {{number}}，{{source}}', 'Item {{number}}, {{source}}'],
    until: ['限期 {{day}}', 'due {{day}}'],
    notice: ['通知 {{number}}，{{items}} 项', 'Notice {{number}}, items: {{items}}'],
    answered: ['已完成 {{done}} 项', 'done: {{done}}'],
  },
  logActions: {
    ...ATTACHMENTS_ACTION_WORDS,
    ...BACKUP_ACTION_WORDS,
    ...ERASURE_ACTION_WORDS,
    ...IMPORT_ACTION_WORDS,
    ...KEY_MANAGEMENT_ACTION_WORDS,
    ...LOG_ACTION_WORDS,
    ...PEOPLE_ACTION_WORDS,
    ...POLICY_ACTION_WORDS,
    ...RECTIFICATION_ACTION_WORDS,
    ...SCOPE_ACTION_WORDS,
    ...SIGN_IN_ACTION_WORDS,
    ...STAFF_ACTION_WORDS,
    ...TASKS_ACTION_WORDS,
  },
  policy: {
    mask: {
      name: ['姓名', 'Names'],
      phone: ['电话', 'Phones'],
      email: ['邮箱', 'Emails'],
      wechat: ['微信', 'WeChat ids'],
      address: ['住址', 'Addresses'],
      'contact-person': ['联系人', 'Contacts'],
      'id-number': ['证件号', 'ID numbers'],
      birthday: ['生日', 'Birthdays'],
      plate: ['车牌', 'Plates'],
      'bank-card': ['银行卡号', 'Bank cards'],
    } satisfies Words<PolicyMask>,
    field: { bankCard: ['登记银行卡号', 'Keeping bank cards'] } satisfies Words<SwitchedFieldId>,
    title: ['脱敏规则', 'Masking rules'],
    lead: [
      '柜台屏幕上能看到多少。只能比通常更严，不能更松。每种下面是照格式还剩多少种可能；没有固定格式的不计数。',
      'How much the counter can see. A mask can be stricter than usual, never weaker. Under each stands how many values its form still allows; what has no fixed form is not counted.',
    ],
    readOnly: ['要改，请管理员登录。', 'An admin signs in to change them.'],
    saved: ['已改好，档案里的遮盖都已照新规则重做。', 'Changed. Every stored mask follows it.'],
    hidden: ['全部遮住', 'All hidden'],
    on: ['启用', 'On'],
    off: ['不启用', 'Off'],
    left: ['剩 {{number}} 种可能', '{{number}} possible'],
    alike: ['小区里同样的 {{least}}–{{most}} 人', '{{least}}–{{most}} alike here'],
    uncounted: ['不计数', 'not counted'],
    extra: ['另外登记', 'Kept as well'],
    notes: {
      name: [
        '按本小区的人数出：遮住后看起来一样的，最少几人、最多几人。只有 1 人的，一看就知道是谁；担心就全部遮住。单位名称照常显示。',
        'Counted among the people kept here: how many look the same, of the rarest mask and of the commonest. Where it is 1, somebody can be told by it; hide all where that is a worry. Names of companies stay in clear.',
      ],
      phone: [
        '当地号段有限，实际可能的号码更少；担心被猜中，选 1******1234。全部遮住后，柜台不能再按电话查人。',
        'Local number segments make it fewer in fact; where a guess is a worry, choose 1******1234. With phones all hidden, nobody is found by phone.',
      ],
      'id-number': ['按已知性别、出生年份和地区来算。', 'Counted with sex, year of birth and region known.'],
      birthday: ['证件号另算。', 'ID numbers are counted by themselves.'],
      plate: [
        '查车牌照常；只是屏幕上少显示几位。',
        'Plates are searched as before; the screen shows less of them.',
      ],
      'contact-person': [
        '里面的姓名、电话也照各自的规则；留多少种要看写了什么，不计数。',
        'The name and phone in it follow their own masks too; how many that leaves hangs on what was written, so there is no number.',
      ],
      email: [
        '@ 前面长短不定，算不出；@ 后面若是单位或自家的域名，一看就知道是谁，担心就全部遮住。',
        'What stands before the @ has no fixed length, so there is no number; a domain of a firm or a family may say whose it is: hide all where that is a worry.',
      ],
      address: [
        '门牌写法没有定式，算不出；遮到市，只剩一个市的人家。',
        'Addresses have no fixed form, so there is no number; shown to the city, all homes of a city are left.',
      ],
    } satisfies Partial<Words<PolicyMask>>,
    fieldNotes: {
      bankCard: [
        '通常用不着，不登记最稳妥。停用后不再收新的，已登记的仍加密保存，可以删除。',
        'Hardly ever needed; not keeping them is safest. Turned off, no new ones are taken; those kept stay sealed and can be removed.',
      ],
    } satisfies Words<SwitchedFieldId>,
    history: ['改动经过', 'History'],
    noHistory: ['还没有改过，都是通常的规则。', 'Never changed: the usual masks.'],
    columns: {
      time: ['时间', 'Time'],
      who: ['经办', 'By'],
      what: ['事项', 'What'],
      change: ['改动', 'Change'],
      masks: ['重做的遮盖', 'Masks redone'],
      words: ['为什么改', 'Why'],
    },
    apply: {
      title: ['确认改动', 'Confirm the change'],
      tightens: [
        '确认后立即生效，档案里存着的遮盖一并重做，不用打开任何内容。',
        'It takes effect at once; stored masks are made stricter without opening any value.',
      ],
      loosens: [
        '要比现在多显示，得从原来的内容重做遮盖，须主管本人在场输入 PIN。',
        'To show more than now, masks are made anew from the values: a supervisor has to be here with their PIN.',
      ],
      words: ['为什么改（至少 4 个字）', 'Why (at least 4 characters)'],
      submit: ['确认改动', 'Change'],
      discard: ['取消修改', 'Keep as it was'],
      saving: ['正在重做遮盖…', 'Making masks anew…'],
      cancel: ['取消，都不改', 'Cancel, change nothing'],
      secondsLeft: ['约剩 {{time}}', 'about {{time}} left'],
    },
  },
  backup: {
    menu: ['备份', 'Backups'],
    log: {
      restored: [
        '取自 {{name}}；换下的记录到第 {{seq}} 条为止，校验码 {{hash}}',
        'from {{name}}; the log before ended at {{seq}}, {{hash}}',
      ],
      pruned: ['清除旧备份 {{number}} 份', 'old ones let go: {{number}}'],
      hour: ['每天 {{hour}} 点', 'daily at {{hour}}:00'],
      scheduled: ['定时', 'by itself'],
      'by-hand': ['手动', 'by hand'],
      begun: ['开始', 'begun'],
    },
    title: ['备份', 'Backups'],
    lead: [
      '电脑坏了、丢了，靠备份找回档案。备份单独加密，离开这台电脑只有恢复单打得开。',
      'If the computer breaks or is lost, a backup brings the records back. Each has a key of its own; away from this computer only the recovery sheet opens it.',
    ],
    make: ['立即备份', 'Back up now'],
    change: ['位置和时间…', 'Place and time…'],
    chooseFirst: ['选备份位置…', 'Choose where…'],
    making: ['正在备份', 'Backing up'],
    cancelMake: ['取消这次备份', 'Cancel this backup'],
    made: ['已备份并打开核对过，共 {{count}} 行。', 'Made, opened again and checked: {{count}} rows.'],
    pruned: ['到期的旧备份清除了 {{count}} 份。', 'Old ones let go: {{count}}.'],
    never: ['还没有备份', 'None yet'],
    neverTested: ['尚未演练', 'Never'],
    testGood: ['完好', 'good'],
    testBad: ['不能用', 'not usable'],
    daily: ['每天 {{hour}} 点', 'Daily at {{hour}}:00'],
    byHand: ['只手动备份', 'By hand only'],
    free: ['剩 {{free}}，需 {{needed}}', '{{free}} free, {{needed}} needed'],
    first: [
      '还没有选备份位置。最好是一块单独的移动硬盘或 U 盘，用完锁好。',
      'No place for backups is chosen yet. Best is a drive or USB stick of its own, locked away after use.',
    ],
    kept: [
      '还原时换下的旧档案库仍在这台电脑上：{{names}}。',
      'What restores took the place of still lies on this computer: {{names}}.',
    ],
    facts: {
      last: ['上次备份', 'Last backup'],
      tested: ['上次恢复演练', 'Last test restore'],
      schedule: ['自动备份', 'Schedule'],
      folder: ['存放位置', 'Where'],
    },
    warn: {
      overdue: [
        '已经一天半以上没有备份。请插好备份盘，点“立即备份”。',
        'No backup for more than a day and a half. Plug in the drive and choose "Back up now".',
      ],
      sameDisk: [
        '备份与档案在同一块磁盘上：磁盘坏了，两样都没有了。请换到移动硬盘或 U 盘。',
        'Backups lie on the disk of the records: if it breaks, both are gone. Choose a drive or USB stick instead.',
      ],
      gone: [
        '找不到备份文件夹。请插好备份盘；换了位置的，请重新选。',
        'The folder for backups is not there. Plug in the drive, or choose another folder.',
      ],
      failed: [
        '{{time}} 的备份没有做成。请检查备份盘，再点“立即备份”。',
        'The backup of {{time}} was not made. Check the drive, then choose "Back up now".',
      ],
    },
    footer: {
      never: ['没有备份', 'No backup'],
      overdue: ['备份过期', 'Backup overdue'],
      'same-disk': ['备份同盘', 'Backup on same disk'],
    } satisfies Words<BackupWarning>,
    phases: {
      copying: ['复制', 'Copying'],
      checking: ['打开核对', 'Opening and checking'],
      writing: ['写入', 'Writing'],
    } satisfies Words<BackupPhase>,
    states: {
      ok: ['完整', 'Intact'],
      damaged: ['已损坏', 'Damaged'],
      'other-vault': ['别的档案柜', 'Of another vault'],
      newer: ['新版程序所做', 'Made by a newer version'],
    } satisfies Words<BackupState>,
    opensBy: {
      pin: ['凭 PIN', 'with a PIN'],
      sheet: ['要恢复单', 'with the sheet'],
    } satisfies Words<BackupOpener>,
    columns: {
      when: ['时间', 'Made'],
      size: ['大小', 'Size'],
      state: ['状态', 'State'],
      opens: ['怎么打开', 'Opens'],
      actions: ['办理', 'Do'],
    },
    list: {
      title: ['现有的备份', 'Existing backups'],
      elsewhere: ['“{{folder}}”里的备份', 'Backups in "{{folder}}"'],
      here: ['回到平时的位置', 'Back to the usual place'],
      other: ['看别的文件夹…', 'Look in another folder…'],
      none: ['这里还没有备份。', 'There is no backup here yet.'],
      notThere: ['找不到这个文件夹。', 'This folder is not there.'],
    },
    settings: {
      title: ['备份放哪里，几点做', 'Where backups go, and when'],
      lead: [
        '选一块平时不用的盘。登录期间到点自动做；到点没人登录，下次登录后补做。',
        'Choose a drive that is used for nothing else. While somebody is signed in it is made at its hour; one that was missed follows the next sign-in.',
      ],
      pick: ['选文件夹…', 'Choose a folder…'],
      none: ['还没有选', 'None chosen yet'],
      daily: ['每天自动备份', 'Back up every day'],
      hour: ['几点', 'At'],
      oClock: ['{{hour}}:00', '{{hour}}:00'],
    },
    tryOut: ['恢复演练…', 'Try out…'],
    testOf: ['恢复演练 {{name}}', 'Try out {{name}}'],
    restoreOf: ['还原 {{name}}', 'Restore {{name}}'],
    needsSheet: [
      '这一份凭 PIN 打不开，要做备份那时用的恢复单。',
      'A PIN does not open this one: it takes the recovery sheet of its time.',
    ],
    test: {
      title: ['恢复演练 {{name}}', 'Try out {{name}}'],
      lead: [
        '照真的还原那样打开、逐行核对，但不换掉现在的档案。',
        'It is opened and checked row by row as a restore does it; the records of today stay.',
      ],
      start: ['开始试', 'Try it'],
      running: ['正在恢复演练', 'Trying it out'],
      cancel: ['不试了', 'Stop'],
      good: [
        '{{time}} 的备份完好：{{tables}} 张表、{{rows}} 行都对得上。',
        'The backup of {{time}} is good: {{tables}} tables, {{rows}} rows, all as they were.',
      ],
    },
    restore: {
      button: ['还原…', 'Restore…'],
      title: ['还原备份', 'Restore a backup'],
      rail: ['还原步骤', 'Steps of a restore'],
      steps: {
        open: ['打开备份', 'Open it'],
        look: ['看清后果', 'See what happens'],
        run: ['还原', 'Restore'],
        done: ['完成', 'Done'],
      },
      leave: ['不还原，返回', 'Leave, restore nothing'],
      openTitle: ['打开 {{time}} 的备份', 'Open the backup of {{time}}'],
      openLead: [
        '先打开看看会变成什么样，这一步不改动任何东西。',
        'First it is opened, to see what would become of the records. Nothing changes yet.',
      ],
      look: ['打开看看', 'Open it'],
      lookTitle: ['还原以后会这样', 'What a restore does'],
      ages: {
        older: [
          '备份比现在旧：之后的 {{count}} 条操作会从档案里消失。',
          'The backup is older. What was done since will be gone from the records; entries: {{count}}.',
        ],
        same: [
          '备份与现在一样新，之后没有办过事。',
          'The backup is as new as the records: nothing was done since.',
        ],
        newer: ['备份比现在新：现在的档案库是更早的。', 'The backup is newer than the records of today.'],
        apart: [
          '备份与现在的档案各有对方没有的内容，不能这样还原。请用恢复单恢复。',
          'Backup and records each hold what the other does not; it cannot be restored like this. Recover with the sheet.',
        ],
      } satisfies Words<BackupAge>,
      facts: {
        made: ['备份时间', 'Made'],
        people: ['住户人数', 'Residents'],
        space: ['磁盘空间', 'Disk'],
        nowThen: ['现在 {{present}} 人，还原后 {{backup}} 人', '{{present}} now, {{backup}} afterwards'],
      },
      points: {
        records: [
          '住户、房屋、登记都回到备份那一刻。',
          'Residents, rooms and records go back to the moment of the backup.',
        ],
        staff: [
          '人员和各人的 PIN 不变；离职的人不会回来。',
          'Staff and their PINs stay as they are; nobody who left comes back.',
        ],
        kept: [
          '现在的档案库原样留在一边，不覆盖。',
          'The records of today are kept beside it, never overwritten.',
        ],
        log: [
          '操作记录从备份处另起一段，写明谁为什么还原。',
          'The log goes on from the backup in a new segment, with who restored it and why.',
        ],
        supervisor: [
          '还原后锁定；主管登录确认以后才能办理业务。',
          'It locks afterwards; work goes on once a supervisor has signed in and acknowledged it.',
        ],
      },
      noRoom: ['磁盘空间不够。请先腾出地方。', 'There is not enough room on the disk. Make room first.'],
      olderKeys: [
        '做备份以后换过资料密钥。还原时要有主管在场：备份里的资料会用现在的密钥重新封好。',
        'The keys of sealed values have changed since. A supervisor has to be here: the values of the backup are sealed anew to the keys of today.',
      ],
      words: ['为什么还原（至少 4 个字，写进操作记录）', 'Why (at least 4 characters; it goes into the log)'],
      start: ['还原', 'Restore'],
      running: ['正在还原', 'Restoring'],
      cancel: ['取消，都不改', 'Cancel, change nothing'],
      doneTitle: ['已还原到 {{time}}', 'Restored to {{time}}'],
      doneKept: ['原来的档案库留在“{{name}}”。', 'The records of before lie in "{{name}}".'],
      doneNext: ['请锁定，由主管登录确认后继续。', 'Lock now; a supervisor signs in and acknowledges it.'],
      lockNow: ['锁定', 'Lock'],
    },
  },
  repair: {
    open: ['用备份恢复…', 'Restore a backup…'],
    title: ['用备份恢复', 'Restore a backup'],
    lead: [
      '档案库坏了。这里找出最近一份完整的备份，由管理员输入 PIN 恢复；坏的文件原样留在一边。',
      "The records are damaged. The newest whole backup is looked for; an admin's PIN puts it in their place. The damaged file is kept aside as it is.",
    ],
    looking: ['正在找完整的备份…', 'Looking for a whole backup…'],
    found: ['最近一份完整的备份：{{time}}', 'Newest whole backup: {{time}}'],
    none: ['“{{folder}}”里没有完整的备份。', 'There is no whole backup in "{{folder}}".'],
    noFolder: [
      '不知道备份放在哪里。请插好备份盘，选文件夹。',
      'Where backups lie is not known. Plug in the drive and choose the folder.',
    ],
    pick: ['看别的文件夹…', 'Look in another folder…'],
    leave: ['返回', 'Back'],
    words: ['出了什么事（至少 4 个字）', 'What happened (at least 4 characters)'],
    pin: ['管理员的 PIN', "Admin's PIN"],
    start: ['用这份备份恢复', 'Restore this backup'],
    doneNext: [
      '请主管登录，确认以后才能办理业务。',
      'A supervisor signs in and acknowledges it before work goes on.',
    ],
    doneTheft: [
      '要是前面已经开始“疑似被盗：全部更换”，可还没有一个人换了 PIN 或关了入口，这份备份可能不知道已经开始，程序自己也看不出来。有这回事的，请管理员和主管登录后到“密钥”里重新开始。',
      'Where the ceremony after a theft had been begun, and nobody had a new PIN or was shut out yet, this backup may not know that it was begun, and the program cannot tell. If so, an admin and a supervisor begin it again under "Keys".',
    ],
    back: ['去登录', 'Sign in'],
  },
  lockReasons: {
    key: ['快捷键锁定', 'by key'],
    handover: ['交接班', 'handed over'],
    idle: ['久未操作', 'nobody there'],
    hidden: ['窗口收起', 'window put away'],
    'os-lock': ['系统锁屏', 'system locked'],
    suspend: ['电脑睡眠', 'computer asleep'],
    'user-switch': ['切换用户', 'user switched'],
    shutdown: ['退出或关机', 'quit or shut down'],
    'session-limit': ['登录到时限', 'session over'],
    'vault-request': ['程序自己锁定', 'by the program'],
    'renderer-gone': ['画面进程退出', 'page ended'],
    'long-work-over': ['长时间操作超时', 'long task over its time'],
    'change-unfinished': ['更换密钥没有写完', 'change of keys not finished'],
  } satisfies Words<LockReason>,
  valueNotes: {
    'old-id': ['由 15 位旧号补成，请与本人核对', 'Widened from 15 digits; confirm with the holder'],
    'card-check-digit': ['校验位不符，请核对卡号', 'Check digit does not fit; check the card'],
  } satisfies Words<KeptNote>,
  logOutcomes: LOG_OUTCOME_WORDS,
  logProblems: LOG_PROBLEM_WORDS,
  tasks: {
    repair: {
      name: ['报修、投诉', 'Repair, complaint'],
      say: [
        '问清房号、姓氏和要修什么，回电话只打登记的号码。',
        'Ask for room, surname and what is broken; call back on the number on record only.',
      ],
    },
    fees: {
      name: ['收费', 'Fees'],
      say: [
        '报房号、姓氏、车牌后几位即可，不用看电话和证件。',
        'Room, surname and the end of the plate will do; no phone, no ID.',
      ],
    },
    handover: {
      name: ['交房', 'Handing over a flat'],
      say: [
        '业主本人到场，主管在旁，逐项对照证件。',
        'The owner in person, the supervisor beside you; compare with the document line by line.',
      ],
    },
    renovation: {
      name: ['装修手续', 'Renovation'],
      say: [
        '先核对是业主本人，租客办理要业主同意。',
        'Verify the owner in person first; a tenant needs the owner to agree.',
      ],
    },
    parking: {
      name: ['停车、车位', 'Parking, space'],
      say: ['先核对是业主本人，再对车牌。', 'Verify the owner in person first, then compare the plate.'],
    },
    transfer: {
      name: ['过户', 'Transfer'],
      say: [
        '双方都要核对，证件号只看一次，主管在旁。',
        'Verify both parties; look at the ID number once, with the supervisor.',
      ],
    },
    tenancy: {
      name: ['租住登记', 'New tenant'],
      say: [
        '先核对业主，再登记租客；租客的证件由本人出示。',
        'Verify the owner, then add the tenant, who shows their own ID.',
      ],
    },
    'moving-out': {
      name: ['搬出放行', 'Moving-out pass'],
      say: [
        '拨登记的电话问业主本人，同意了才放行。',
        'Call the owner on the number on record; without their yes nothing leaves.',
      ],
    },
    'door-card': {
      name: ['门卡、钥匙', 'Door card, keys'],
      say: [
        '核对一致才交出；对不上，请业主本人来。',
        'Hand over after a match only; otherwise ask the owner to come.',
      ],
    },
    parcel: {
      name: ['包裹', 'Parcel'],
      say: ['让来人先说，核对一致才交出。', 'Let the visitor speak first; hand over after a match only.'],
    },
    visitor: {
      name: ['访客', 'Visitor'],
      say: [
        '只答有没有这个房间、有没有人住，其余请住户自己联系。',
        'Say only whether the room is there and lived in; the visitor calls the host themselves.',
      ],
    },
    'blocking-car': {
      name: ['挪车', 'Blocking car'],
      say: [
        '由我们打给车主，不把号码告诉来人。',
        'We call the driver ourselves; the number is not given to the visitor.',
      ],
    },
    emergency: {
      name: ['紧急联系', 'Emergency contact'],
      say: [
        '漏水、火警、急病才用。打开的每一项主管都会看到。',
        'For water, fire or illness only. The supervisor sees each field that is opened.',
      ],
    },
    authority: {
      name: ['公安、街道查询', 'Police, street office'],
      say: [
        '看过证件和来文，编号填进单号，主管在场，只给来文写的内容。',
        'See the badge and the document, give its number as the ticket; the supervisor is there; only what it asks for.',
      ],
    },
    'subject-request': {
      name: ['本人查阅、更正、删除', 'Access, correction, deletion'],
      say: [
        '先登记，再为这件请求核对身份；由主管办结。',
        'Register it first, then verify identity for that request; a supervisor finishes it.',
      ],
    },
  } satisfies Readonly<Record<TaskId, { readonly name: Wording; readonly say: Wording }>>,
  verifiedParties: {
    nobody: ['不用核对', 'Nobody to verify'],
    visitor: ['核实身份', 'Verify the visitor'],
    owner: ['核对业主本人', 'Verify the owner'],
    both: ['双方都核对', 'Verify both parties'],
    'owner-by-phone': ['打电话问业主', 'Ask the owner by phone'],
  } satisfies Words<VerifiedParty>,
  unsaid: {
    name: ['姓名', 'name'],
    phone: ['电话', 'phone'],
    room: ['房号', 'room'],
    'at-home': ['是否在家', 'whether they are in'],
    'id-number': ['证件号', 'ID number'],
    'other-party': ['他人资料', "anybody else's data"],
  } satisfies Words<Unsaid>,
  noteOutcomes: {
    done: ['办好了', 'Done'],
    'passed-on': ['已转交', 'Passed on'],
    'handed-over': ['已交付', 'Handed over'],
    called: ['已打电话', 'Called'],
    consented: ['业主同意', 'Owner agreed'],
    refused: ['不同意', 'Not agreed'],
    'no-answer': ['没人接', 'No answer'],
    'not-verified': ['身份不符', 'No match'],
    'let-in': ['放行', 'Let in'],
    'not-let-in': ['没放行', 'Not let in'],
  } satisfies Words<NoteOutcome>,
  roomAnswers: {
    'lived-in': ['有这个房间，有人住', 'The room is there and lived in'],
    empty: ['有这个房间，没有登记住户', 'The room is there, nobody on record'],
    unknown: ['没有这个房间', 'There is no such room'],
    several: ['不止一个，请说完整', 'More than one; ask for all of it'],
  } satisfies Words<RoomAnswer>,
  errors,
  failure: {
    role: ['是“{{role}}”的 PIN。', 'It is the PIN of: {{role}}.'],
    wait: ['请等 {{wait}}再试。', 'Try again in {{wait}}.'],
    freeTries: ['再错 {{tries}} 次就要等待。', 'Wrong tries before a wait: {{tries}}.'],
    field: ['有问题的一项：{{field}}。', 'It is this one: {{field}}.'],
    hiddenDigits: ['要输入的是中间 {{digits}} 位。', 'It is the {{digits}} digits in the middle.'],
    pinyin: [
      '有问题的一项：读音。每个汉字一个拼音，用空格分开。',
      'It is this one: how the name is read. One syllable for each character, parted by spaces.',
    ],
    reasonWords: ['请用几个字说明事由。', 'Say why in a few words.'],
    ticketNeeded: ['请填来文编号。', 'Give the number of the document.'],
    desk: ['这里属{{desk}}。', 'It is in {{desk}}.'],
    sheetLine: ['有问题的是第 {{line}} 行。', 'It is line {{line}}.'],
    row: ['是第 {{row}} 行。', 'It is row {{row}}.'],
  },
  duration: {
    seconds: ['{{seconds}} 秒', '{{seconds}} s'],
    wholeMinutes: ['{{minutes}} 分钟', '{{minutes}} min'],
    minutes: ['{{minutes}} 分 {{seconds}} 秒', '{{minutes}} min {{seconds}} s'],
    hours: ['{{hours}} 小时 {{minutes}} 分', '{{hours}} h {{minutes}} min'],
  },

  pin: {
    own: ['您的 PIN', 'Your PIN'],
    of: { supervisor: ['主管的 PIN', "Supervisor's PIN"], admin: ['管理员的 PIN', "Admin's PIN"] },
    choose: { supervisor: ['请选主管', 'Choose a supervisor'], admin: ['请选管理员', 'Choose an admin'] },
    seen: ['{{initial}}{{role}}', '{{role}} {{initial}}'],
  },

  trouble: {
    title: ['打不开档案柜', 'The vault cannot be opened'],
    keychain: ['系统凭据库', "The system's keychain"],
    files: ['档案柜的文件', "The vault's files"],
    computer: ['这台电脑', 'This computer'],
    recover: ['用恢复单恢复…', 'Recover with the sheet…'],
    usePrevious: ['改用上一份档案柜主文件', 'Use the header before'],
    previous: [
      '还有一份上次改动以前的档案柜主文件，完好，是这台电脑写的。改用它，坏的那份会另存，不会丢；下次登录要主管确认，那次改动（如改 PIN）要重做。',
      'The header from before the last change is there, whole, and written by this computer. It can be used instead: the damaged one is kept under another name, a supervisor acknowledges it at the next sign-in, and the last change (of a PIN, say) has to be made again.',
    ],
    safe: [
      '资料没有变动，程序也不会在原处另建档案柜。',
      'No record was changed, and the program makes no new vault over an old one.',
    ],
    technical: ['给技术人员看的一行', 'The line for a technician'],
    unreachable: {
      what: ['程序的保管部分没有应答。', 'The part of the program that keeps the records does not answer.'],
      todo: [
        '请点“再试一次”；还不行，请退出后重新打开。',
        'Choose "Try again"; if it still fails, quit and open it again.',
      ],
    },
  },

  keychainHelp: {
    title: ['怎么办', 'What to do'],
    commands: ['给管电脑的人：在终端里执行', 'For whoever looks after the computer, in a terminal'],
    'keychain-locked': {
      linux: [
        '注销电脑，再用密码登录一次，保管库通常会一起打开。\n不行就打开“密码和密钥”，在“登录”上点右键，选“解锁”，输入电脑的登录密码。\n回到这里，点“再试一次”。',
        'Log out of the computer and in again with its password: the keyring usually opens with it.\nIf not, open "Passwords and Keys", right-click "Login", choose "Unlock", and type the computer\'s password.\nCome back here and press "Try again".',
      ],
      mac: [
        '打开“钥匙串访问”，选“登录”，点左上角的锁，输入电脑的登录密码。\n回到这里，点“再试一次”。',
        'Open "Keychain Access", choose "login", click the lock, and type the computer\'s password.\nCome back here and press "Try again".',
      ],
      windows: [
        '注销电脑，再用密码登录一次。\n回到这里，点“再试一次”。',
        'Sign out of Windows and in again with the password.\nCome back here and press "Try again".',
      ],
    },
    'keychain-no-service': {
      linux: [
        '这台电脑没有装系统凭据库，或没有运行。请装上 GNOME 密钥环（或 KDE 钱包）。\n注销电脑，再用密码登录，让它随登录打开。\n回到这里，点“再试一次”。程序不会把密钥改存到普通文件里。',
        'This computer has no keyring installed, or it is not running. Install GNOME Keyring (or KWallet).\nLog out and in again with the password, so that it opens with the session.\nCome back here and press "Try again". The keys are never put in a plain file instead.',
      ],
      mac: [
        '打开“钥匙串访问”，看“登录”钥匙串是否还在；没有了，请管电脑的人重建。\n回到这里，点“再试一次”。',
        'Open "Keychain Access" and see whether the "login" keychain is there; if not, have it made anew.\nCome back here and press "Try again".',
      ],
      windows: [
        '请管电脑的人打开“凭据管理器”服务（Credential Manager）。\n回到这里，点“再试一次”。',
        'Have the "Credential Manager" service started.\nCome back here and press "Try again".',
      ],
    },
    'keychain-no-bus': {
      linux: [
        '请坐到电脑前，从桌面登录，再打开本程序；远程终端、sudo 里打开的都不行。\n已经在桌面上的，请管电脑的人装好会话总线，注销后重新登录。\n回到这里，点“再试一次”。',
        'Sit down at the computer, log in to its desktop, and open the application from there; a remote shell or sudo will not do.\nIf you are at the desktop already, have the session bus installed, log out and in again.\nCome back here and press "Try again".',
      ],
      mac: [
        '请从桌面登录，再打开本程序。\n回到这里，点“再试一次”。',
        'Log in to the desktop and open the application from there.\nCome back here and press "Try again".',
      ],
      windows: [
        '请从桌面登录，再打开本程序。\n回到这里，点“再试一次”。',
        'Log in to the desktop and open the application from there.\nCome back here and press "Try again".',
      ],
    },
    'keychain-item-missing': {
      linux: [
        '换过登录密码、重装过系统、清过密钥环的，先看能不能把原来的密钥环找回来，再点“再试一次”。\n找不回来，取出保险柜里的恢复单，点“用恢复单恢复”。管理员和主管要在场。',
        'If the login password was reset, the system reinstalled or the keyring cleared, first see whether the old keyring can be brought back, then press "Try again".\nIf it cannot, take the recovery sheet from the safe and press "Recover with the sheet". An admin and a supervisor have to be there.',
      ],
      mac: [
        '重装过系统、重建过钥匙串的，先看能不能把原来的钥匙串找回来，再点“再试一次”。\n找不回来，取出保险柜里的恢复单，点“用恢复单恢复”。管理员和主管要在场。',
        'If the system was reinstalled or the keychain reset, first see whether the old keychain can be brought back, then press "Try again".\nIf it cannot, take the recovery sheet from the safe and press "Recover with the sheet". An admin and a supervisor have to be there.',
      ],
      windows: [
        '重装过系统、换过用户的，先看能不能用原来的用户登录，再点“再试一次”。\n找不回来，取出保险柜里的恢复单，点“用恢复单恢复”。管理员和主管要在场。',
        'If Windows was reinstalled or the account changed, first see whether the old account can be used, then press "Try again".\nIf it cannot, take the recovery sheet from the safe and press "Recover with the sheet". An admin and a supervisor have to be there.',
      ],
    },
    'keychain-other-user': {
      linux: [
        '注销，用建柜时的那个电脑用户登录，再打开本程序。\n那个用户已经没有了，取出恢复单，点“用恢复单恢复”。',
        'Log out, log in as the user who set the vault up, and open the application there.\nIf that user is gone, take the recovery sheet and press "Recover with the sheet".',
      ],
      mac: [
        '注销，用建柜时的那个电脑用户登录，再打开本程序。\n那个用户已经没有了，取出恢复单，点“用恢复单恢复”。',
        'Log out, log in as the user who set the vault up, and open the application there.\nIf that user is gone, take the recovery sheet and press "Recover with the sheet".',
      ],
      windows: [
        '注销，用建柜时的那个电脑用户登录，再打开本程序。\n那个用户已经没有了，取出恢复单，点“用恢复单恢复”。',
        'Sign out, sign in as the user who set the vault up, and open the application there.\nIf that user is gone, take the recovery sheet and press "Recover with the sheet".',
      ],
    },
    'wrong-computer': {
      linux: [
        '原来的电脑还能用，请在那台电脑上打开。\n要搬到这台电脑，取出恢复单，点“用恢复单恢复”。以后请只用这一台，两边的档案不会自动合并。',
        'If the other computer still works, open the vault there.\nTo move it here, take the recovery sheet and press "Recover with the sheet". Use only this one afterwards: the two are never merged.',
      ],
      mac: [
        '原来的电脑还能用，请在那台电脑上打开。\n要搬到这台电脑，取出恢复单，点“用恢复单恢复”。以后请只用这一台，两边的档案不会自动合并。',
        'If the other computer still works, open the vault there.\nTo move it here, take the recovery sheet and press "Recover with the sheet". Use only this one afterwards: the two are never merged.',
      ],
      windows: [
        '原来的电脑还能用，请在那台电脑上打开。\n要搬到这台电脑，取出恢复单，点“用恢复单恢复”。以后请只用这一台，两边的档案不会自动合并。',
        'If the other computer still works, open the vault there.\nTo move it here, take the recovery sheet and press "Recover with the sheet". Use only this one afterwards: the two are never merged.',
      ],
    },
  },

  sheetInput: {
    title: ['恢复单上的四行，不分大小写', 'The four lines of the recovery sheet; capitals do not matter'],
    right: ['抄对了', 'copied right'],
    slip: ['这一行有抄错的字，请看清再输。', 'Something in this line is not as on the paper. Look again.'],
  },

  recovery: {
    rail: ['恢复步骤', 'Steps of the recovery'],
    cancel: ['取消恢复', 'Cancel the recovery'],
    finish: ['完成恢复', 'Finish the recovery'],
    and: ['、', ', '],
    steps: {
      what: ['要做什么', 'What will happen'],
      backup: ['找到备份', 'The backup'],
      sheet: ['输入恢复单', 'The sheet'],
      compare: ['核对校验码', 'Fingerprint'],
      people: ['谁在场', 'Who is here'],
      pins: ['新的 PIN', 'New PINs'],
      'new-sheet': ['新的恢复单', 'New sheet'],
      prove: ['核对新单', 'Prove it'],
      done: ['完成', 'Done'],
    },
    what: {
      title: ['用恢复单打开档案柜', 'Open the vault with the recovery sheet'],
      lead: [
        '约十分钟。换了电脑、丢了系统里的密钥、唯一的管理员忘了 PIN、主管均已离职，都可以这样恢复。',
        "About ten minutes. For another computer, a lost keychain, the only admin's forgotten PIN, or when all supervisors are gone.",
      ],
      start: ['开始', 'Begin'],
      easier: [
        '只是前台或一位同事忘了 PIN，不用这样做：请管理员登录，在“人员”里和主管一起为他重设。',
        'If it is only a receptionist or one colleague who forgot a PIN, this is not needed: an admin signs in and resets it with a supervisor on the staff page.',
      ],
      points: {
        needs: [
          '要有保险柜里最近的一张恢复单，还要一台打印机。',
          'You need the latest recovery sheet from the safe, and a printer.',
        ],
        people: [
          '至少一位管理员、一位主管本人在场，当场输入新的 PIN。不在场的人先进不来，以后由管理员重新开。',
          'At least one admin and one supervisor have to be here and type new PINs. Whoever is not here has no way in until an admin gives them one again.',
        ],
        anew: [
          '密钥全部换新，并给一张新的恢复单；旧单、旧 PIN 从此打不开它。',
          'All keys are made anew, and there is a new recovery sheet; the old sheet and the old PINs no longer open the vault.',
        ],
        safe: [
          '新单核对好以前，什么都不改。原来的文件另存在旁边，不会覆盖。',
          'Nothing is changed before the new sheet is proved. The files that were there are kept beside it, never overwritten.',
        ],
      },
    },
    backup: {
      whatTitle: ['从备份恢复档案柜', 'Bring a vault back from a backup'],
      whatLead: [
        '约十分钟。原来的电脑坏了、丢了，有备份和保险柜里的恢复单，就能在这台电脑上接着用。',
        'About ten minutes. Where the old computer is broken or gone, a backup and the recovery sheet from the safe are enough to go on with on this one.',
      ],
      safe: [
        '新单核对好以前随时可以取消，这台电脑上什么都不留。备份只读，不会改动。',
        'Until the new sheet is proved it can be cancelled, and nothing stays on this computer. The backup is read, never changed.',
      ],
      title: ['找到备份', 'Find the backup'],
      lead: [
        '接上备份盘，选放备份的文件夹；里面每份备份是一个以 RV- 开头的文件夹。',
        'Plug in the backup drive and choose the folder with the backups: each is a folder whose name begins with RV-.',
      ],
      pick: ['选文件夹…', 'Choose a folder…'],
      none: [
        '“{{folder}}”里没有备份。请选以 RV- 开头的那些文件夹所在的文件夹。',
        'There is no backup in {{folder}}. Choose the folder in which the folders beginning with RV- lie.',
      ],
      which: ['用哪一份', 'Which one'],
      next: ['用这一份', 'Use this one'],
    },
    sheet: {
      title: ['输入恢复单', 'Type the recovery sheet'],
      lead: [
        '照纸上四行输入，输满一行自动到下一行。有扫码枪的，点第一行，扫纸上的二维码。',
        'Type the four lines from the paper; a full line goes on to the next by itself. With a scanner: click the first line and scan the QR code.',
      ],
      warn: ['输入时请别让旁人看见。', 'Let nobody watch while you type.'],
      open: ['打开', 'Open'],
      opening: ['正在打开档案库…', 'Opening the store…'],
    },
    compare: {
      title: ['核对校验码', 'Compare the fingerprint'],
      lead: [
        '请拿着纸，与下面逐组对照。一致，才是原来那个档案柜。',
        'Hold the paper beside the screen and compare group by group. Only if it is the same is this the vault that the paper belongs to.',
      ],
      people: ['名册', 'Roster'],
      count: ['{{count}} 人', '{{count}} people'],
      computer: ['这台电脑', 'This computer'],
      known: ['认得这个档案柜，密钥和记录接着用', 'knows the vault; its key and its log go on'],
      unknown: [
        '不认得这个档案柜，会写入新的设备密钥',
        'does not know the vault; a new device key will be written',
      ],
      same: ['与纸上一致', 'The same as on paper'],
      differs: ['不一致', 'Not the same'],
      stop: [
        '请停下。这里放的不是纸上那个档案柜，可能被换过。什么都没有改动，请告诉公司负责人。',
        'Stop here. What lies here is not the vault of this paper; it may have been exchanged. Nothing was changed. Tell whoever is responsible in the company.',
      ],
    },
    people: {
      title: ['现在谁在场', 'Who is here now'],
      lead: [
        '在场的每人都要输入新的 PIN。至少一位管理员、一位主管。',
        'Everybody who is here types a new PIN. At least one admin and one supervisor.',
      ],
      add: ['添加在场的人', 'Add somebody who is here'],
      addRole: ['新加{{role}}', 'New {{role}}'],
      newcomer: ['新{{role}}的姓名', 'Name of the new {{role}}'],
      absent: [
        '不在场的 {{count}} 人先进不来，以后由管理员和主管重新开。',
        'Not here: {{count}}. They have no way in until admin and supervisor give them one again.',
      ],
      why: {
        'no-admin': ['还缺一位管理员。', 'An admin is still missing.'],
        'no-supervisor': ['还缺一位主管。', 'A supervisor is still missing.'],
        'no-name': ['还有姓名没填。', 'A name is still missing.'],
        'too-many': ['一次最多 12 人，其余的以后再开。', 'At most 12 at once; the others later.'],
      },
    },
    pins: {
      title: ['{{name}}的新 PIN', 'New PIN of {{name}}'],
      lead: ['{{role}} · 第 {{at}} 位，共 {{count}} 位。', '{{role}} · {{at}} of {{count}}.'],
    },
    done: {
      title: ['恢复好了', 'Recovered'],
      lead: ['{{names}}可以用新的 PIN 登录。', '{{names}} can sign in with their new PINs.'],
      sheet: [
        '把新的恢复单锁进保险柜。先做一份新备份，再把旧单剪碎：以前的备份离开了这台电脑，只有旧单打得开。',
        'Lock the new recovery sheet away. Make a fresh backup before you cut the old one up: away from this computer, earlier backups open to the old sheet alone.',
      ],
      absent: [
        '{{names}}还进不来，请管理员登录后到“人员”里重新开。',
        '{{names}} cannot sign in yet: an admin gives them a new way in on the staff page.',
      ],
      kept: [
        '原来的文件在档案柜文件夹的“{{folder}}”里，仍是加密的，旧单还打得开；确认没有缺漏后，请管电脑的人删除。',
        'The files that were there are in "{{folder}}" in the vault\'s folder, still encrypted, and the old sheet still opens them; once nothing is missed, have them deleted.',
      ],
      signIn: ['去登录', 'To the sign-in'],
    },
  },

  runtime: {
    notForRealData: [
      '这是测试用的运行环境，不得录入真实资料。',
      'This runtime is for testing only. Enter no real records.',
    ],
    standIn: ['测试环境，勿录真实资料', 'Not for real data'],
    osLockNotWatched: [
      '系统锁屏时本程序不会跟着锁定，离开前请按 Ctrl+L。',
      "The vault does not lock with the system's screen lock here. Press Ctrl+L before you leave.",
    ],
    memoryNotGuarded: [
      '本程序未能挡住同一系统账户下其他程序读取它的内存，请告诉管电脑的人。',
      "Other programs of this system account could read the vault's memory here: it could not be closed to them. Tell whoever looks after the computer.",
    ],
  },

  setup: {
    rail: ['建柜步骤', 'Steps of set-up'],
    steps: {
      welcome: ['开始', 'Start'],
      admin: ['管理员', 'Admin'],
      supervisor: ['主管', 'Supervisor'],
      receptionist: ['前台', 'Receptionist'],
      keys: ['生成密钥', 'Make the keys'],
      sheet: ['恢复单', 'Recovery sheet'],
      prove: ['核对恢复单', 'Check the sheet'],
    },
    welcome: {
      title: ['为小区建立档案柜', 'Set up a vault for your estate'],
      lead: [
        '大约十分钟。需要管理员、主管、一位前台各自到场输入自己的 PIN，还需要一台打印机或一个 U 盘。',
        'About ten minutes. The admin, the supervisor and one receptionist each type their own PIN, and you need a printer or a USB stick.',
      ],
      points: {
        sealed: [
          '业主的电话和证件号加密存放，没有本人的 PIN 谁也打不开。',
          "Residents' phones and ID numbers are encrypted; nobody opens them without their own PIN.",
        ],
        reason: [
          '每次查看都须说明事由，并留下无法改动的记录。',
          'Every reveal needs a reason and is recorded in a log that cannot be changed.',
        ],
        sheet: [
          '建立后打印一张恢复单，锁进保险柜。电脑损坏时只能靠它恢复。',
          'At the end you print a recovery sheet and lock it in a safe. If the computer breaks, only the sheet restores the records.',
        ],
      },
      estate: ['小区名称', 'Estate name'],
      estateHint: ['显示在锁定画面上。', 'Shown on the lock screen.'],
      start: ['开始', 'Start'],
      fromBackup: ['换了电脑？从备份恢复原来的档案柜…', 'New computer? Restore the vault from a backup…'],
    },
    admin: {
      title: ['管理员', 'Admin'],
      lead: [
        '管人员、规则和备份。管理员打不开业主的电话和证件号。',
        "Looks after staff, rules and backups. An admin opens no resident's phone or ID number.",
      ],
    },
    supervisor: {
      title: ['主管', 'Supervisor'],
      lead: [
        '能打开每一项，能为前台会签，能导入表格。',
        'Opens every field, co-signs for the reception, imports spreadsheets.',
      ],
      same: ['主管与管理员是同一个人', 'The supervisor is also the admin'],
      sameWarn: [
        '两个岗位由一人担任，少了一道互相监督。可以这样做，但检查资料里会注明。两个岗位仍各用一个 PIN。',
        'One person in both roles means one check fewer. It is allowed, and the evidence will say so. The roles still take two PINs.',
      ],
    },
    receptionist: {
      title: ['第一位前台', 'First receptionist'],
      lead: [
        '在柜台查找、核对；凭 PIN 和事由，一次看一项联系方式。',
        'Searches and verifies at the counter; sees one contact field at a time, with a PIN and a reason.',
      ],
    },
    person: {
      name: ['姓名', 'Name'],
      pin: ['PIN', 'PIN'],
      confirm: ['再输一遍', 'The same again'],
      differs: ['两次输入不一样。', 'The two are not the same.'],
      good: ['这个 PIN 可以用。', 'This PIN will do.'],
      handOver: ['请把键盘交给本人输入。', 'Hand the keyboard to the person concerned.'],
      pinHint: {
        receptionist: ['6 位以上的数字，不用生日、连号。', '6 digits or more; no birthdays, no runs.'],
        supervisor: [
          '8 个字符以上，建议用几个不相干的词。',
          '8 characters or more; a few unrelated words are good.',
        ],
        admin: [
          '8 个字符以上，建议用几个不相干的词。',
          '8 characters or more; a few unrelated words are good.',
        ],
      } satisfies Words<Role>,
    },
    keys: {
      title: ['正在生成密钥', 'Making the keys'],
      lead: [
        '为每个人单独制作，约需几秒。请不要关电源。',
        'One set for each person; it takes a few seconds. Keep the computer on.',
      ],
      review: ['将要建立', 'About to be made'],
      make: ['生成密钥', 'Make the keys'],
      again: ['回去修改', 'Go back and change'],
    },
    sheet: {
      title: ['恢复单', 'Recovery sheet'],
      lead: [
        '打印出来，锁进保险柜。电脑坏了、PIN 全忘了，只有它能打开档案。',
        'Print it and lock it in a safe. If the computer breaks or all PINs are forgotten, only this opens the records.',
      ],
      warn: [
        '现在显示的就是密钥，请别让旁人看见，也不要拍照。',
        'What is shown now is the key. Let nobody else see it, take no photo.',
      ],
      print: ['打印', 'Print'],
      save: ['存为 PDF', 'Save as PDF'],
      saved: [
        '已存为 {{file}}。打印后请删除这个文件。',
        'Saved as {{file}}. Print it, then delete the file.',
      ],
      printed: ['已送到打印机。请确认纸已出来。', 'Sent to the printer. Make sure the paper came out.'],
      fingerprint: ['校验码', 'Fingerprint'],
      paperTitle: ['恢复单', 'Recovery sheet'],
      paperUse: [
        '请锁入保险柜。持有此纸等于持有全部档案的密钥。不得复印、拍照、存入电脑。',
        'Keep in a safe. Who holds this paper holds the key to all records. Do not copy, photograph or store it on a computer.',
      ],
      date: ['制作日期', 'Made on'],
      signature: ['保管人签字', "Custodian's signature"],
      next: ['纸已收好，下一步', 'The paper is put away, next'],
      notYet: ['请先打印或存为 PDF。', 'Print it or save it as PDF first.'],
      handwrite: ['没有打印机，已手抄', 'No printer: copied by hand'],
      line: ['第 {{line}} 行', 'Line {{line}}'],
      qr: ['恢复单的二维码', 'QR code of the recovery sheet'],
      qrUse: [
        '恢复时可用扫码枪代替手工输入。二维码与上面的字等同，同样不得拍照。',
        'For a scanner, instead of typing, when the vault is recovered. The code is the same as the text above: no photographs either.',
      ],
    },
    prove: {
      title: ['核对恢复单', 'Check the sheet'],
      lead: [
        '屏幕上已不再显示。请照纸输入这两组。',
        'The screen no longer shows it. Type these two groups from the paper.',
      ],
      group: ['第 {{line}} 行第 {{group}} 组', 'Line {{line}}, group {{group}}'],
      finish: ['完成建柜', 'Finish set-up'],
      showAgain: ['再看一次恢复单', 'Show the sheet again'],
    },
    cancel: ['取消创建', 'Cancel set-up'],
    cancelTitle: ['取消创建档案柜？', 'Cancel the set-up?'],
    cancelLead: [
      '已设的 PIN 全部作废，已打印的恢复单也不再有效。',
      'All PINs that were set and a recovery sheet that was printed become void.',
    ],
    goOn: ['继续创建', 'Go on'],
  },

  readOnly: {
    banner: [
      '档案库有损坏，现在只能查找、查看遮住的资料；不能显示、核对、修改。坏的文件没有动，请管理员用最近的备份还原。',
      'The store is damaged: people can be searched for and masks looked at, nothing revealed, verified or changed. The damaged file was not touched; have an admin restore the newest backup.',
    ],
    repair: ['锁定并用备份还原', 'Lock and restore a backup'],
  },

  lock: {
    who: ['请选择您的姓名', 'Choose your name'],
    wrongTries: [
      '上次登录以后，有 {{count}} 次输错 PIN。不是您本人，请告诉管理员。',
      'Wrong PINs since you last signed in: {{count}}. If that was not you, tell the admin.',
    ],
    unlock: ['打开档案柜', 'Open the vault'],
    opening: ['正在打开…', 'Opening…'],
    wait: ['{{wait}}后可再试', 'Again in {{wait}}'],
    closed: ['账号已停用', 'Account disabled'],
    closedTodo: [
      '账号已停用，请管理员和主管一起处理。',
      'This account is disabled. An admin and a supervisor can restore it together.',
    ],
    language: ['语言', 'Language'],
    understood: ['知道了', 'Understood'],
    forgot: ['无法登录？', "Can't sign in?"],
    covered: {
      title: ['正在处理', 'Work in progress'],
      lead: [
        '有一阵没人操作，屏幕已遮住。处理完会自动锁定，届时请重新登录。',
        'Nobody has been here for a while, so the screen is covered. It locks as soon as the work is done; sign in again then.',
      ],
    },
  },

  alarm: {
    title: ['数据核对异常', 'Integrity check failed'],
    lead: [
      '档案柜与这台电脑里记的不一致。在主管确认之前，什么也不能办。',
      'The vault differs from what this computer remembers. Nothing can be done until a supervisor acknowledges it.',
    ],
    words: ['主管的说明', "The supervisor's explanation"],
    wordsHint: [
      '例如：昨天用备份恢复过。至少 4 个字。',
      "For example: restored from yesterday's backup. At least 4 characters.",
    ],
    acknowledge: ['确认并继续', 'Acknowledge and go on'],
    callSupervisor: ['请锁定后，由主管登录来确认。', 'Lock, and let a supervisor sign in to acknowledge it.'],
    again: [
      '如果每次登录都出现，请锁定后在锁屏上选“{{forgot}}”：凭恢复单，在场的人各得一个新 PIN，以后就不再出现。',
      'Should this come back at every sign-in, lock and choose "{{forgot}}" on the lock screen: the recovery sheet gives everybody who is there a new PIN and ends it.',
    ],
  },

  counter: {
    search: ['查找住户', 'Find a resident'],
    placeholder: ['房号、姓名、拼音、手机号、后四位、车牌', 'Room, name, pinyin, phone, last four, plate'],
    results: ['查找结果', 'Results'],
    former: ['{{relation}}（已搬出）', '{{relation}}, moved out'],
    noRoom: ['无房号', 'No room'],
    homes: ['共 {{homes}} 户', 'homes: {{homes}}'],
    homesAndMore: ['前 {{homes}} 户', 'homes: {{homes}}, and more'],
    chosen: ['所选住户', 'Selected resident'],
    openChosen: ['打开', 'Open'],
    showPhone: ['显示电话', 'Show phone'],
    moreOf: ['只看这一类', 'More of these'],
    nextFifty: ['再看 50 条', 'Show the next 50'],
    goesOn: ['还有更多，按 {{key}} 再看 50 条', 'There are more: {{key}} shows the next 50'],
    allKinds: ['全部', 'All kinds'],
    number: ['按号码查找', 'Search by number'],
    emptyTitle: ['直接输入即可查找', 'Start typing to search'],
    emptyLead: ['↑↓ 选择，回车打开。', '↑↓ to choose, Enter to open.'],
    nothing: ['没有找到', 'Nothing found'],
    nothingTodo: [
      '请换一种方式查找：房号、拼音首字母、手机后四位或车牌。',
      'Try the room, the initials, the last four digits of the phone or the plate.',
    ],
    nobody: ['请先查找住户', 'Find a resident'],
    nobodyLead: [
      '先核实来访人身份，再按需要显示资料。',
      'Verify the visitor first, then reveal only what the task needs.',
    ],
    found: ['找到 {{count}} 条', 'Found: {{count}}'],
    examples: {
      room: ['3-2-1801 或 3栋2单元1801', '3-2-1801 or 3栋2单元1801'],
      name: ['张三、张s、zs、zhangs', '张三, 张s, zs, zhangs'],
      phone: ['后四位或完整手机号', 'last four digits or the full number'],
      plate: ['桂M12345、m123', '桂M12345, m123'],
    } satisfies Words<SearchKind>,
    staff: ['人员', 'Staff'],
    keys: ['密钥管理', 'Encryption keys'],
    roomPatterns: ['房号格式', 'Room number formats'],
    log: ['操作记录', 'Log'],
    policy: ['脱敏规则', 'Masking rules'],
    import: ['导入表格', 'Import'],
    add: ['添加住户', 'Add resident'],
    help: ['快捷键', 'Shortcuts'],
    settings: ['设置', 'Settings'],
    signedIn: ['当前登录', 'Signed in'],
    idle: ['距自动锁定 {{seconds}} 秒', 'Locks in {{seconds}} s'],
    idleWarning: [
      '{{seconds}} 秒后自动锁定，未保存的内容将丢失。',
      'Locks in {{seconds}} s. Unsaved changes will be lost.',
    ],
    stay: ['继续使用', 'Stay signed in'],
    expiring: ['本次登录将于 {{time}} 到时限并锁定。', 'This session ends and locks at {{time}}.'],
  },

  areas: {
    label: ['工作区', 'Areas'],
    counter: ['柜台', 'Counter'],
    records: ['档案', 'Records'],
    oversight: ['监督', 'Oversight'],
    paper: ['纸质', 'Paper'],
    compliance: ['合规', 'Compliance'],
    system: ['系统', 'System'],
  },

  scope: {
    everything: ['全部', 'everything'],
    unnamed: ['没有写小区的房屋', 'rooms without an estate'],
    and: ['、', ', '],
    own: [
      '您负责：{{scope}}。别处的房屋只能按房号查到，要看请主管同意。',
      'Your scope: {{scope}}. Rooms elsewhere are found by room only; a supervisor agrees before they open.',
    ],
    elsewhere: ['别的岗位负责的房屋', 'Rooms of another desk'],
    belongsTo: ['属{{desk}}，不在您的负责范围内', 'In {{desk}}, outside your scope'],
    notYours: ['不在您的负责范围内', 'Outside your scope'],
    ask: ['请主管同意后打开', 'Open with a supervisor'],
    again: ['打开', 'Open'],
    openedOutside: [
      '不在您的负责范围内，经同意打开，{{time}}以前可以查看。',
      'Outside your scope. Opened by agreement, until {{time}}.',
    ],
    by: {
      supervisor: ['主管同意', 'a supervisor agreed'],
      emergency: ['紧急，未经主管', 'emergency, no supervisor'],
    },
    open: {
      title: ['请主管同意打开', 'A supervisor agrees'],
      lead: {
        room: [
          '主管同意后，15 分钟内可以查看这套房屋和现在住在里面的人。操作记录里会留一条。',
          'Once a supervisor agrees, the room and the people who live there now can be opened for 15 minutes. The log keeps an entry.',
        ],
        person: [
          '主管同意后，15 分钟内可以查看这份档案。操作记录里会留一条。',
          'Once a supervisor agrees, the record can be opened for 15 minutes. The log keeps an entry.',
        ],
      },
      words: ['原因（至少 4 个字）', 'Why (at least 4 characters)'],
      yes: ['同意打开', 'Agree and open'],
      alone: ['紧急，主管不在场', 'Emergency, no supervisor here'],
      emergencyLead: [
        '用自己的 PIN 打开 15 分钟。马上列进预警，主管要问清原因。',
        'Your own PIN opens it for 15 minutes. It becomes an alert at once, and a supervisor will ask why.',
      ],
      emergency: ['紧急查看', 'Open in an emergency'],
      withSupervisor: ['主管在场', 'A supervisor is here'],
    },
    pick: {
      label: ['负责哪里', 'Scope'],
      all: ['全部', 'Everything'],
      some: ['只负责一部分', 'Only some'],
      find: ['查找小区、楼栋、单元', 'Find an estate, a building or a unit'],
      findHint: ['如 3栋、3栋2单元', 'Such as 3栋 or 3栋2单元'],
      chosen: ['已选', 'Chosen'],
      found: ['可选', 'To choose from'],
      more: ['还有更多，请输入楼栋查找。', 'There are more. Type a building to find it.'],
      none: ['没有这样的小区、楼栋或单元。', 'There is no such estate, building or unit.'],
      rooms: ['{{area}}（{{count}} 户）', '{{area}} ({{count}} room)', '{{area}} ({{count}} rooms)'],
      words: ['为什么改（至少 4 个字）', 'Why it changes (at least 4 characters)'],
      most: ['最多选 {{most}} 处。', 'At most {{most}} can be chosen.'],
    },
  },

  bell: {
    title: ['提醒', 'Alerts'],
    none: ['没有到期或报警的事。', 'Nothing is overdue or alarming.'],
    tellAdmin: ['请告诉管理员。', 'Please tell an admin.'],
    go: ['去处理', 'See to it'],
  },

  field: {
    missing: ['请填写。', 'Fill this in.'],
    short: ['至少填写 {{least}} 个字。', 'Enter at least {{least}} characters.'],
  },
  day: {
    open: ['选日期', 'Choose a day'],
    none: ['请填写日期，如 2026-01-31 或 20260131', 'Enter a date such as 2026-01-31 or 20260131'],
  },

  palette: {
    title: ['前往', 'Go to'],
    hint: ['页面或操作的名称、拼音、首字母', 'Name of a page or action'],
    none: ['没有这样的页面或操作。', 'There is no such page or action.'],
  },

  keysPage: {
    title: ['密钥管理', 'Encryption keys'],
    lead: [
      '每把密钥用了多久，什么时候该换，换过哪些次。更换密钥不改任何人的 PIN，资料一条不少。',
      "How old each key is, when it is due and when it was rotated. A rotation changes nobody's PIN and loses no record.",
    ],
    readOnly: [
      '档案库密钥和本机密钥，请管理员登录来换。',
      'An admin signs in to rotate the store key or the key of this computer.',
    ],
    rail: ['更换密钥的步骤', 'Steps of the rotation'],
    names: KEY_WORDS,
    what: {
      'store-key': [
        '打开档案库文件。它本身不存在任何地方，只替每个人和恢复单各封一份。',
        'Opens the file with all records. It is kept nowhere by itself: everybody, and the sheet, has it sealed to them.',
      ],
      'tier-keys': [
        '打开电话和证件号：联系方式一把，证件一把，由持有的人各自保管。',
        'Open phones and ID numbers: one for contacts, one for identity, held by those who may.',
      ],
      'device-secret': [
        '在这台电脑的系统凭据库里。没有它，拷走整个文件夹也无法试出 PIN。',
        "Lies in this computer's keychain. Without it a copy of the folder gives nothing to guess a PIN at.",
      ],
      'recovery-sheet': [
        '保险柜里的那张纸。电脑坏了、保管库丢了，只有它能救。',
        'The paper in the safe. When the computer or its keychain is gone, nothing else helps.',
      ],
    } satisfies Words<RotatedKey>,
    touches: {
      'store-key': [
        '换一次：档案库 {{size}} 整个重写，替 {{people}} 人和恢复单重新封好。',
        'A rotation writes all {{size}} of the store anew and seals the key for {{people}} people and the sheet.',
      ],
      'tier-keys': [
        '换一次：{{values}} 项封存的内容逐项重封，重新发给 {{holders}} 人和恢复单。',
        'A rotation seals {{values}} values anew, and grants the keys to {{holders}} people and the sheet.',
      ],
      'device-secret': [
        '换一次：{{people}} 人的登录入口换外层，保管库里换一项。',
        'A rotation wraps the ways in of {{people}} people anew and replaces one item of the keychain.',
      ],
      'recovery-sheet': [
        '换一次：打一张新的，旧的那张作废。',
        'A rotation makes a new sheet; the old one opens no more.',
      ],
    } satisfies Words<RotatedKey>,
    age: ['已用', 'Days in use'],
    days: ['{{number}} 天', '{{number}}'],
    last: ['上次更换', 'Last rotated'],
    never: ['未更换', 'Never'],
    due: ['更换期限', 'Due by'],
    soon: ['还有 {{number}} 天', 'Days left: {{number}}'],
    over: ['已过期 {{number}} 天，请尽快更换', 'Days over: {{number}}. Rotate it soon.'],
    rotate: ['更换密钥…', 'Rotate…'],
    record: ['更换记录（{{number}}）', 'Record ({{number}})'],
    noRecord: ['还没有记录。', 'No rotation yet.'],
    ends: ROTATION_END_WORDS,
    steps: {
      plan: ['更换说明', 'What will happen'],
      needs: ['更换条件', 'What you need'],
      work: ['正在更换', 'Under way'],
      sheet: ['新的恢复单', 'The new sheet'],
      prove: ['核对', 'Prove it'],
      result: ['结果', 'Result'],
    },
    phases: {
      resealing: ['逐项打开并用新密钥重封', 'Opening each value and sealing it under the new key'],
      copying: ['用新密钥写一份新的档案库', 'Writing a new store under the new key'],
      comparing: ['逐条与原来的比对', 'Comparing it with the old one, row by row'],
      checking: ['检查新的文件', 'Checking the new file'],
      switching: ['切换到新密钥', 'Switching to the new key'],
    } satisfies Words<RotationPhase>,
    leave: ['取消更换', 'Cancel'],
    next: ['下一步', 'Next'],
    back: ['上一步', 'Back'],
    technical: ['技术说明', 'For technicians'],
    starting: ['正在开始…', 'Beginning…'],
    left: ['约剩 {{time}}', 'about {{time}} left'],
    cancel: ['取消更换', 'Cancel, rotate nothing'],
    cancelling: ['正在取消…', 'Cancelling…'],
    cancelled: [
      '已取消。密钥未更换，继续使用原密钥，资料没有变动。',
      'Cancelled. The key is the one before, and no record has changed.',
    ],
    notMade: [
      '密钥更换失败，继续使用原密钥，资料没有变动。',
      'The key was not rotated. The one before is in use, and no record has changed.',
    ],
    toList: ['返回密钥管理', 'Back to encryption keys'],
    compared: [
      '已逐条比对：{{tables}} 张表，{{rows}} 条，与原来的完全一致。',
      'Compared row by row: {{rows}} rows in {{tables}} tables, every one the same.',
    ],
    resealed: [
      '已重新封好 {{values}} 项。旧密钥打不开现在的任何一项。',
      '{{values}} values were sealed anew. The old keys open none of them.',
    ],
    unreadable: [
      '另有 {{number}} 项打不开，原样留着：它们在这次以前就已经损坏或被人动过。请对照备份查一查。',
      '{{number}} more could not be opened and stay as they are: they were damaged or tampered with before. Compare them with a backup.',
    ],
    room: {
      enough: [
        '磁盘空间充足：需要 {{needed}}，可用 {{free}}。',
        'Enough room on the disk: {{needed}} needed, {{free}} free.',
      ],
      short: [
        '磁盘空间不足：需要 {{needed}}，可用 {{free}}。请先腾出空间。',
        'Not enough room on the disk: {{needed}} needed, {{free}} free. Please make room first.',
      ],
      again: ['重新检查', 'Look again'],
    },
    theft: {
      title: ['疑似被盗：全部更换', 'After a theft: rotate everything'],
      name: ['全部密钥（疑似被盗）', 'All keys (after a theft)'],
      what: [
        '文件夹和系统凭据库可能被人拷走时用：全员更换 PIN，三把密钥依次全换。要管理员和主管一起办。',
        'For when folder and keychain may have been copied: a new PIN for everybody, then all three keys. An admin and a supervisor do it together.',
      ],
      open: ['开始办…', 'Begin…'],
      unfinished: [
        '被盗更换密钥还没办完：共 {{of}} 步，还差 {{left}} 步。',
        'The ceremony after a theft is not finished: {{left}} of {{of}} steps are left.',
      ],
      resume: ['继续办理', 'Go on'],
      byAdmin: ['请管理员登录，和主管一起继续办理。', 'An admin signs in and goes on, with a supervisor.'],
      record: ['办过的记录（{{number}}）', 'Record ({{number}})'],
      ends: { done: ['办完了', 'Finished'], unfinished: ['还没办完', 'Not finished yet'] },
      rail: ['全部更换的步骤', 'Steps after a theft'],
      stop: ['暂停办理', 'Stop here for now'],
      steps: {
        begin: ['说明和开始', 'What will happen'],
        people: ['全员更换 PIN', 'New PINs for all'],
        'tier-keys': ['更换资料密钥', 'Field keys'],
        'store-key': ['更换档案库密钥', 'Store key'],
        'device-secret': ['更换本机密钥', 'Key of this computer'],
        end: ['完成登记', 'Finish'],
      } satisfies Words<TheftStep>,
      plan: {
        first: [
          '在场的人当场各设一个新 PIN，旧 PIN 马上作废。',
          'Everybody who is here sets a new PIN, one after another. The old PINs end at once.',
        ],
        second: [
          '不在场的人，入口先关掉；回来后由管理员和主管重设 PIN，才能再登录。',
          'Whoever is not here is shut out. When they are back, an admin and a supervisor give them a new PIN.',
        ],
        third: [
          '随后依次更换资料密钥、档案库密钥、本机密钥，每一步都先说清楚再动手。',
          'Then the field keys, the store key and the key of this computer are rotated, each said before it is done.',
        ],
        keeps: [
          '中途可以停。锁定、关机、断电都不要紧，重新登录后从没办完的那一步继续办理；没办完以前，每个画面都有红字提醒。恢复单照用。',
          'You can stop in between. After a lock, a restart or a power cut it goes on from the step that was not done; until it is finished every screen says so in red. The recovery sheet stays good.',
        ],
        copied: [
          '已经被拷走的那一份收不回来：猜中当时 PIN 的人，仍能看到那时的资料。全部换好以后，那一份和旧 PIN 打不开现在的任何东西。',
          'What was copied cannot be taken back: whoever guesses a PIN of that time sees the records of that time. Once all is rotated, that copy and the old PINs open nothing of today.',
        ],
        technical: [
          '开始时把人员链的末端记入操作记录；此后每个人的密钥是否换过看人员链，三把密钥是否换过看操作记录里在此之后的条目，没有别的进度文件。不在场的人以“suspend”条目写入人员链，由两人签名。',
          'The beginning enters the head of the roster into the log. Whether somebody has other keys is read from the roster, whether a key was rotated from later entries of the log; nothing else remembers the progress. Who is not there is a "suspend" entry of the roster, signed by both.',
        ],
      },
      needs: {
        pair: [
          '一位管理员和一位主管全程在场，每一步都输入自己的 PIN。',
          'An admin and a supervisor, here all the time, each with their own PIN at every step.',
        ],
        people: [
          '名单上 {{people}} 人，每人自己输入新 PIN；不在的就停用账号。',
          '{{people}} people of the list, each of whom types a new PIN; whoever is not here is shut out.',
        ],
        minutes: [
          '大约要 {{minutes}} 分钟，期间柜台请稍等，电脑不要关。',
          'About {{minutes}} minutes. The desk waits meanwhile, and the computer stays on.',
        ],
      },
      begin: ['开始', 'Begin'],
      people: {
        lead: [
          '请每个人到柜台来，自己输入新 PIN。今天来不了的，点“不在场”。',
          'Everybody comes to the desk and types a new PIN. For who cannot come today choose "Not here".',
        ],
        renew: ['设新 PIN', 'New PIN'],
        away: ['不在场', 'Not here'],
        states: {
          old: ['还没换', 'Not yet'],
          renewed: ['已换', 'New PIN set'],
          'shut-out': ['入口已关', 'Disabled'],
        } satisfies Words<TheftState>,
      },
      renewOf: ['{{name}}设新 PIN', 'A new PIN for {{name}}'],
      renewHint: [
        '下面“谁在场”可以选本人：输入原来的 PIN，作最后一次用。',
        'Under "Who is here" they may choose themselves, with their old PIN, for the last time.',
      ],
      own: ['先给自己换：输入原来的 PIN，再设新的。', 'Your own first: the old PIN, then a new one.'],
      awayOf: ['{{name}}不在场', '{{name}} is not here'],
      awayLead: [
        '{{name}}的入口现在就关掉，原来的 PIN 打不开任何东西。回来以后，在“人员”里重设 PIN 就能再登录。',
        '{{name}} is shut out now; their old PIN opens nothing. When they are back, a reset of the PIN on the staff page lets them in again.',
      ],
      shutOut: ['停用账号', 'Disable account'],
      next: ['下一步', 'Next'],
      end: [
        '全员 PIN 和三把密钥均已更换。登记后即告完成。',
        'Everybody and all three keys are done. One entry in the log ends it.',
      ],
      finish: ['办完', 'Finish'],
      done: [
        '已全部更换。以前被拷走的那一份打不开现在的任何资料。',
        'Everything is rotated. The copy of before opens nothing of today.',
      ],
      later: [
        '这些人还没有入口，回来后请在“人员”里重设 PIN：{{names}}',
        'Without a way in until their PIN is reset on the staff page: {{names}}',
      ],
      after: [
        '从前的备份仍能用恢复单打开。恢复单也可能被人看过的，请接着更换恢复单。',
        'Backups of before still open with the recovery sheet. Where somebody may have seen the sheet as well, rotate it next.',
      ],
    },
    'store-key': {
      title: ['更换档案库密钥', 'Rotate the store key'],
      plan: {
        first: [
          '用一把新密钥把整个档案库（{{size}}）重新写成一个新文件，原文件先不动。',
          'The whole store ({{size}}) is written into a new file under a new key. The old file stays as it is.',
        ],
        second: [
          '逐条比对，一条不差才继续；替 {{people}} 人和恢复单各封好新密钥。',
          'Every row is compared, and the new key is sealed for {{people}} people and the recovery sheet.',
        ],
        third: ['切换到新文件，删去旧文件。', 'The new file takes over, and the old one is removed.'],
        keeps: [
          '期间只能查找，不能打开或改动。切换以前随时能取消；中途断电，重新打开还是换之前的样子。没有人要改 PIN，恢复单照用。',
          'Meanwhile people can be searched for, nothing opened or changed. It can be cancelled until the switch, and after a power cut everything is as before. Nobody changes a PIN; the sheet stays good.',
        ],
        technical: [
          '新文件经 SQLCipher 以新的随机 256 位密钥写出，重新打开后做完整性检查，并按主键逐行逐列比对；文件和文件夹落盘后，以改名替换 header.json 为切换点。',
          'SQLCipher writes the new file under a random 256-bit key; it is reopened, checked for integrity and compared by primary key in every column. File and folder are synced; the rename of header.json is the switch.',
        ],
      },
      needs: {
        first: ['管理员本人的 PIN。', 'The PIN of the admin who is signed in.'],
        second: [
          '更换期间请勿关机，需要用电脑的同事请稍候。',
          'Keep the computer on until it is done. Anyone who needs it has to wait.',
        ],
      },
      begin: ['开始更换', 'Rotate now'],
      working: [
        '请稍候。一阵没人操作，屏幕会先遮住，处理完再锁定；手动锁定等于取消。',
        'If nobody is here, the screen is covered and locks when it is done. Locking by hand cancels it.',
      ],
      made: ['档案库密钥已更换。', 'The store key was rotated.'],
      after: [
        '换之前被人拷走的旧文件，仍能用当时的 PIN 和当时这台电脑的密钥打开；从现在起的改动，他看不到。旧的备份照旧用恢复单打开。',
        "A copy made before still opens with the PIN and this computer's key of that time, but shows nothing that changes from now on. Older backups open with the recovery sheet as before.",
      ],
    },
    'tier-keys': {
      title: ['更换资料密钥', 'Rotate the field keys'],
      plan: {
        first: [
          '做两把新密钥：联系方式一把，证件一把，由主管和管理员一起签发。',
          'Two new keys are made, one for contacts and one for identity, issued by a supervisor and an admin together.',
        ],
        second: [
          '把封存的 {{values}} 项逐项打开，用新密钥重新封好。',
          'Each of the {{values}} sealed values is opened and sealed under its new key.',
        ],
        third: [
          '新密钥发给 {{holders}} 人和恢复单，旧密钥全部作废。',
          'The new keys go to {{holders}} people and the sheet; the old ones open nothing any more.',
        ],
        keeps: [
          '期间柜台请稍等，办不了别的。随时能取消；取消或中途断电，等于没有换。没有人要改 PIN，恢复单照用。',
          'The desk waits meanwhile. You can cancel at any time; cancelled or cut off, nothing has been rotated. Nobody changes a PIN, and the sheet stays as it is.',
        ],
        technical: [
          '新的 X25519 密钥对与匹配密钥写入人员链并由两人签名；每一项在同一个数据库事务里经 HPKE 打开并重封，重算匹配标签，删去旧的授权、批次和标签，最后清空日志文件。',
          'New X25519 pairs and match keys enter the roster under both signatures. In one transaction every value is opened and sealed anew with HPKE, match tags are made anew, and grants, batches and tags of before are deleted; then the journal is emptied.',
        ],
      },
      needs: {
        first: ['主管和管理员都在场，各输各的 PIN。', 'A supervisor and an admin, each with their own PIN.'],
        second: [
          '更换期间请勿关机，需要用电脑的同事请稍候。',
          'Keep the computer on until it is done. Anyone who needs it has to wait.',
        ],
      },
      begin: ['开始更换', 'Rotate now'],
      working: [
        '请稍候。一阵没人操作，屏幕会先遮住，处理完再锁定；手动锁定等于取消。',
        'Please wait. If nobody is here, the screen is covered and locks when it is done. Locking by hand cancels it.',
      ],
      made: ['资料密钥已更换。', 'The field keys are rotated.'],
      after: [
        '离开的人手里的旧密钥，打不开现在的任何一项。换之前被人拷走的旧档案，仍能用当时的 PIN 打开。',
        'What somebody who has left still holds opens nothing of today. A copy of the records that was taken before stays open to the PINs of that time.',
      ],
    },
    'recovery-sheet': {
      title: ['更换恢复单', 'A new recovery sheet'],
      plan: {
        first: [
          '做一张新的恢复单，打印或存成 PDF。',
          'A new sheet is made, to be printed or saved as a PDF.',
        ],
        second: [
          '照着新纸输入两组，由主管和管理员一起确认。',
          'Two groups are typed back from the new paper, and a supervisor and an admin confirm it.',
        ],
        third: [
          '新的生效，旧的那张从此打不开档案柜。',
          'The new sheet counts, and the old one no longer opens the vault.',
        ],
        keeps: [
          '确认以前什么都没有变，随时能退出，旧的照用。没有人要改 PIN。',
          'Until it is confirmed nothing has changed and the old sheet counts; you can leave at any time. Nobody changes a PIN.',
        ],
        technical: [
          '新的 256 位密钥派生出封存与签名两对密钥，以“recovery”条目写入人员链并由两人签名；重做恢复入口和两级授权，操作记录另起一段并封给新单。选了旧单的，旧单的密钥封给新单后存入 header.json。',
          'A new 256-bit secret gives a pair to receive and a pair to sign; a "recovery" entry in the roster carries both signatures. The recovery slot and both grants are made anew, and the log goes on in a segment sealed to the new sheet. Where the old sheet is typed in, its secret is sealed to the new one in header.json.',
        ],
      },
      begin: ['启用这张恢复单', 'Change to this sheet'],
      made: ['恢复单已更换。', 'The recovery sheet is changed.'],
      after: [
        '请把新的锁进保险柜。旧的那张仍能打开用它做的旧备份：没有把旧单封给新单的，请留到旧备份都删去以后再销毁；已经封好的，可以现在就撕碎。',
        'Lock the new one in the safe. The old one still opens the backups made under it: unless the new one opens them too, keep it until those backups are gone, then destroy it.',
      ],
      keepsOld: ['让新恢复单也能打开以前的备份', 'The new sheet opens earlier backups as well'],
      typeOld: ['请照旧的恢复单逐行输入。', 'Type the old sheet, line by line.'],
    },
    'device-secret': {
      title: ['更换本机密钥', 'Rotate the key of this computer'],
      plan: {
        first: ['在系统凭据库里另存一把新密钥。', 'A new key is put into the keychain, beside the old one.'],
        second: [
          '替 {{people}} 人的登录入口换上新的外层，不用任何人的 PIN。',
          "The ways in of {{people}} people get a new outer layer, for which nobody's PIN is needed.",
        ],
        third: [
          '切换并读回核对无误后，从保管库里删去旧的一把。',
          'The new one takes over, is read back, and the old one leaves the keychain.',
        ],
        keeps: [
          '几秒钟就好。中途断电，新旧两把里总有一把能打开。没有人要改 PIN，恢复单照用，档案库文件不动。',
          'It takes seconds. After a power cut one of the two always opens. Nobody changes a PIN, the sheet stays good, the store is not touched.',
        ],
        technical: [
          '只重做各入口的外层封装和 header.json 的校验码；以改名替换 header.json 为切换点，随后 limiter.json 改用新的校验密钥，最后删除旧的保管库条目。',
          'Only the outer wraps and the MAC of header.json are made anew; its rename is the switch. Then limiter.json goes under the new MAC key, and the old item of the keychain is deleted last.',
        ],
      },
      needs: {
        first: ['管理员本人的 PIN。', 'The PIN of the admin who is signed in.'],
        second: [
          '系统凭据库要开着（登录了这台电脑就是开着的）。',
          "The system's keychain is open, as it is while somebody is signed in to the computer.",
        ],
      },
      begin: ['开始更换', 'Rotate now'],
      working: ['只要几秒钟，请稍候。', 'This takes seconds.'],
      made: ['本机密钥已更换。', 'The key of this computer was rotated.'],
      after: [
        '从前被人拷走的保管库内容，对现在的文件夹没有用了。与那时的文件夹一起被拷走的，仍能拿来猜当时的 PIN；有这种怀疑，请把各人的 PIN 也换掉。',
        'A keychain that was copied before is no use for this folder any more. One that was copied with the folder of its time still lets its PINs be guessed: where you suspect that, change the PINs too.',
      ],
    },
  },

  roomPatterns: {
    title: ['房号格式', 'Room number formats'],
    lead: [
      '本小区怎么写房号，在这里登记。查找、登记、导入都照此认房号；常见的写法不用登记。',
      'How this estate writes its rooms. Search, editing and import read rooms by it; the usual notations need not be listed.',
    ],
    list: ['格式', 'Patterns'],
    pattern: ['格式 {{number}}', 'Pattern {{number}}'],
    add: ['再加一种格式', 'Another pattern'],
    places: {
      期: ['第几期', 'phase'],
      区: ['哪个区', 'area'],
      栋: ['楼栋', 'building'],
      单元: ['单元', 'unit'],
      层: ['楼层（不记）', 'floor (not kept)'],
      房: ['房间', 'room'],
    } satisfies Words<RoomPlace>,
    width: [
      '号码之间没有分隔时，写上位数：03021801 是 {栋2}{单元2}{房4}。每种格式都要有 {栋} 和 {房}。',
      'Where numbers touch, say how many digits: 03021801 is {栋2}{单元2}{房4}. Every pattern needs {栋} and {房}.',
    ],
    trial: ['试一试', 'Try it'],
    example: ['写一个房号', 'A room as it is written'],
    exampleHint: ['看看会认成哪一间。', 'To see which room it is taken for.'],
    reads: ['识别为', 'Read as'],
    usually: ['（原来识别为 {{label}}）', '(read as {{label}} until now)'],
    conflict: ['这些房号原来识别为另一间：', 'These have been read as another room:'],
    conflictOf: ['{{text}} 原来是 {{usual}}，将是 {{now}}', '{{text}} was {{usual}} and will be {{now}}'],
    noneMoved: [
      '看了 {{looked}} 间已登记的房屋，都不变。',
      'Rooms on record looked at: {{looked}}. None changes.',
    ],
    moved: [
      '看了 {{looked}} 间已登记的房屋，有 {{count}} 间会改认：',
      'Rooms on record looked at: {{looked}}. Read anew: {{count}}',
    ],
    kept: [
      '另有 {{count}} 间改认后会与别的房屋相同，保持不变，请人工核对。',
      'Rooms that would become the same as another: {{count}}. They stay as they are; please check them by hand.',
    ],
    saveTitle: ['保存格式', 'Save the patterns'],
    saveLead: [
      '保存后，已登记的房屋马上照新格式重认。去掉格式，就认回原来的样子。',
      'The rooms on record are read anew at once. Without a pattern they are read as they were before it.',
    ],
    discard: ['取消修改', 'Leave as it was'],
    done: ['已保存，重认了 {{count}} 间房屋。', 'Saved. Rooms read anew: {{count}}'],
    doneKept: [
      '有 {{count}} 间会与别的房屋相同，没有改。请核对是不是同一间。',
      'Rooms left as they were, since another has that name: {{count}}. Please check whether they are the same.',
    ],
  },
  patternProblems: {
    unclosed: ['花括号没有成对。', 'The braces do not match.'],
    'unknown-place': [
      '花括号里只能写 期、区、栋、单元、层、房，后面可带位数 1–9。',
      'In braces stand 期, 区, 栋, 单元, 层 or 房 only, with a number of digits from 1 to 9 if needed.',
    ],
    'no-building': ['还缺 {栋}。', '{栋} is missing.'],
    'no-room': ['还缺 {房}。', '{房} is missing.'],
    'repeated-place': ['同一个占位写了两次。', 'The same place stands there twice.'],
    'touching-places': [
      '号码连在一起分不开，请加分隔或写上位数。',
      'Numbers that touch cannot be told apart: put something between them, or say how many digits.',
    ],
    'too-long': ['太长了，最多 40 个字。', 'Too long: 40 characters at most.'],
    'repeated-pattern': ['与前面的一种格式重复。', 'An earlier pattern reads the same.'],
    'changes-labels': [
      '会把“3栋2单元1801”这样的写法认成别的房屋，不能用。',
      'It would read texts like 3栋2单元1801 as another room, so it cannot be used.',
    ],
  } satisfies Words<PatternProblem>,

  idSearch: {
    title: ['按证件号查找', 'Search by ID number'],
    lead: [
      '须输入完整证件号。要主管输入 PIN，并记入操作记录；记录里没有号码。',
      "Only the whole number finds anybody. It takes a supervisor's PIN and is logged, without the number.",
    ],
    find: ['查找', 'Search'],
    finding: ['正在查找…', 'Searching…'],
    none: ['没有人登记这个证件号。', 'Nobody is on record with this ID number.'],
    partly: [
      '号码还不完整。证件号是 18 位，旧的是 15 位。',
      'The number is not complete: it has 18 characters, an old one 15.',
    ],
    notAdmin: [
      '管理员不能按证件号查找，请前台或主管来查。',
      'An admin cannot search by ID number; ask the reception or a supervisor.',
    ],
  },

  visitorView: {
    title: ['对客视图', 'Visitor view'],
    ask: ['请问您住哪一户？', 'Which home is yours?'],
    several: ['请您把房号说完整', 'Your full room number, please'],
    verify: ['核实您的身份', 'Confirm your identity'],
    lead: [
      '请您报出其中一项。屏幕只显示是否一致，不显示您的资料。',
      'Please give one of these. The screen shows only whether it matches, nothing of your record.',
    ],
    kind: ['您方便报哪一项', 'Choose one'],
    says: {
      phone: ['请报出您的完整手机号', 'Your full phone number, please'],
      'phone-hidden': ['请报出您手机号的中间几位', 'The middle digits of your phone number, please'],
      name: ['请报出您的全名', 'Your full name, please'],
      'id-number': ['请报出您的证件号码', 'Your ID number, please'],
    } satisfies Words<VerifyKind>,
    closed: [
      '三次不一致，请您十五分钟后再来核实。',
      'Three answers did not match. Please try again in fifteen minutes.',
    ],
    pin: ['当班人员 PIN', 'Staff PIN'],
    on: ['对客视图', 'Visitor view'],
    off: ['退出对客视图', 'Leave visitor view'],
    setting: [
      '对客视图：屏幕朝向来访人时，只显示房号和核对结果',
      'Visitor view: shows visitors only the room and whether a check matched',
    ],
  },

  person: {
    panel: ['住户档案', 'Resident'],
    noRoom: ['没有登记房屋', 'No room on record'],
    forTask: ['本次业务所需', 'For this task'],
    restBelow: ['其余资料在下方', 'Everything else is below'],
    verifiedAt: ['已核实 {{time}}', 'Verified {{time}}'],
    more: ['更多', 'More'],
    reveal: ['显示', 'Reveal'],
    verify: ['核实身份', 'Verify visitor'],
    full: ['查看完整档案', 'View full record'],
    edit: ['修改', 'Edit'],
    confirm: ['标为已核实', 'Mark as verified'],
    confirmedOn: ['{{date}} 核实', 'Verified {{date}}'],
    confirmDoes: ['今日已核实，仍然正确', 'Checked today and still correct'],
    notValid: ['格式有误，请尽快更正', 'Invalid format; correct it when you can'],
    updated: ['更新于 {{date}}', 'Updated {{date}}'],
    coSign: ['须会签', 'Co-sign'],
    hide: ['隐藏', 'Hide'],
    nothing: ['没有登记其他资料。', 'Nothing else on record.'],
    company: ['单位', 'Company'],
  },

  reveal: {
    title: ['显示{{field}}', 'Reveal: {{field}}'],
    moreReasons: ['更多事由…', 'More reasons…'],
    reason: ['查看事由', 'Reason'],
    words: ['说明', 'Details'],
    wordsHint: ['选“{{reason}}”须简要说明。', '"{{reason}}" needs a few words.'],
    ticket: ['单号（可不填）', 'Ticket (optional)'],
    ticketAsked: ['单号', 'Ticket'],
    document: ['来文编号', 'Document number'],
    show: ['显示', 'Reveal'],
    showing: ['正在打开…', 'Opening…'],
    value: ['{{field}}的内容', '{{field}}, revealed'],
    secondsLeft: ['还显示 {{seconds}} 秒', 'Shown for {{seconds}} more seconds'],
    copy: ['复制', 'Copy'],
    copied: [
      '已复制，{{seconds}} 秒后从剪贴板清除，记一条。',
      'Copied. It is cleared from the clipboard after {{seconds}} s, and is in the log.',
    ],
    notCopied: [
      '没有复制：记录没有写入，或者已不在显示。',
      'Not copied: the log took no entry, or it is no longer shown.',
    ],
    coSignTitle: ['主管会签', 'Supervisor co-signs'],
    coSignLead: [
      '显示证件资料须主管在场，由主管输入自己的 PIN。',
      'Identity fields need a supervisor at the desk, who types their own PIN.',
    ],
    aboutTo: [
      '内容将显示在屏幕上，请确认旁人看不到。',
      'This will be on screen. Make sure nobody else can see it.',
    ],
    extractTitle: ['按来文提供资料', 'Extract for an authority'],
    extractLead: [
      '只显示勾选的项，60 秒，每项各记一条。',
      'Only the chosen fields are shown, for 60 seconds; each is logged.',
    ],
    extractShow: ['显示勾选的项', 'Show the chosen fields'],
    extractFields: ['来文要求的资料（可多选）', 'What the document asks for'],
    authority: ['查询单位', 'Authority'],
    purpose: ['查询事由', 'Purpose'],
    fullTitle: ['查看完整档案', 'View full record'],
    fullLead: [
      '这位住户的每一项都会显示 60 秒，每项各记一条。',
      'Every field of this resident is shown for 60 seconds; each is logged.',
    ],
    fullShow: ['查看完整档案', 'View full record'],
    fullShown: ['资料正在显示', 'The full record is on screen'],
  },

  verify: {
    title: ['核实来访人身份', 'Verify the visitor'],
    lead: [
      '按来访人所报内容输入。系统只回答是否一致，不显示档案。',
      'Type what the visitor says. You learn whether it matches; nothing of the record is shown.',
    ],
    kind: ['核对内容', 'What to check'],
    said: ['来访人所报内容', 'The visitor says'],
    saidHints: {
      phone: ['完整号码', 'The full number'],
      'phone-hidden': ['屏幕上用星号隐藏的几位', 'The digits behind the stars'],
      name: ['全名，须完全一致', 'The full name, exactly'],
      'id-number': ['完整证件号，须主管的 PIN', "The full ID number; needs a supervisor's PIN"],
    } satisfies Words<VerifyKind>,
    check: ['核对', 'Check'],
    checking: ['正在核对…', 'Checking…'],
    match: ['{{what}} 一致', '{{what}}: match'],
    noMatch: ['{{what}} 不一致', '{{what}}: no match'],
    triesLeft: ['还可以试 {{tries}} 次', 'Tries left: {{tries}}'],
    closed: [
      '已有三次不一致，此档案十五分钟内不能再核对。',
      'Three answers did not match. This record cannot be checked again for fifteen minutes.',
    ],
    opensAt: ['{{time}} 后可再核对。', 'It opens again at {{time}}.'],
    another: ['再核对一项', 'Check another'],
    noteMismatch: ['登记身份不符', 'Note the mismatch'],
    reason: ['事由：{{reason}}。', 'Reason: {{reason}}.'],
  },

  edit: {
    addTitle: ['添加住户', 'Add a resident'],
    editTitle: ['修改档案', 'Edit the record'],
    kind: ['类别', 'Kind'],
    name: ['姓名', 'Name'],
    nameNew: ['改成新的姓名', 'New name'],
    nameKeep: ['现在是 {{mask}}，不改就空着。', 'Now {{mask}}. Leave empty to keep it.'],
    pinyin: ['姓名读音（可不填）', 'Pinyin (optional)'],
    pinyinHint: [
      '与常用读音不同时填，每字一个拼音，如 shan xiong xin',
      'For an unusual reading only: one syllable per character, such as shan xiong xin',
    ],
    pinyinKept: [
      '已登记读音。重填就换掉；改了姓名，读音要重填。',
      'A reading is on record. Type another to replace it; a new name needs its reading again.',
    ],
    pinyinDrop: ['不用登记的读音', 'Drop the reading'],
    sex: ['性别', 'Sex'],
    idType: ['证件类别', 'ID document'],
    room: ['房号', 'Room'],
    roomHint: ['如 3栋2单元1801 或 3-2-1801', 'Like 3-2-1801 or 3栋2单元1801'],
    relation: ['与房屋的关系', 'Relation to the room'],
    addRoom: ['再加一处房屋', 'Another room'],
    plate: ['车牌', 'Plate'],
    addPlate: ['加一个车牌', 'Add a plate'],
    replace: ['更换', 'Replace'],
    newValue: ['新的{{field}}', 'New: {{field}}'],
    contactName: ['{{field}}姓名', '{{field}}, name'],
    contactPhone: ['{{field}}电话', '{{field}}, phone'],
    kept: [
      '旧的内容封存 30 天，主管可以找回。',
      'What was there stays sealed for 30 days; a supervisor can put it back.',
    ],
    why: ['事由', 'Reason'],
    whyMissing: ['请选事由；选“其他”的，再写几个字。', 'Choose a reason; with "Other", add a few words.'],
    proof: ['保存要您的 PIN', 'Saving takes your PIN'],
    whyNeeded: ['更换加密的资料，要事由和 PIN。', 'Replacing what is sealed takes a reason and your PIN.'],
    identityNeeds: ['证件类资料要主管会签。', "Identity fields take a supervisor's co-signature."],
    verifyFirst: ['今天还没有核实来人身份。', 'Who asks for this has not been verified today.'],
    nameMissing: ['请填写姓名。', 'Fill in the name.'],
    nothingChanged: ['没有改动。', 'Nothing has changed.'],
    saving: ['正在保存…', 'Saving…'],
    saved: ['已保存。', 'Saved.'],
    lostAtLock: ['锁定时，未保存的内容将丢失。', 'Unsaved changes are lost when the vault locks.'],
    sealedTitle: ['加密保存的资料', 'Encrypted fields'],
    openTitle: ['柜台能查到的资料', 'Searchable at the counter'],
    birthdayHint: ['如 1990-01-31', 'Like 1990-01-31'],
  },

  import: {
    title: ['导入表格', 'Import a spreadsheet'],
    rail: ['导入步骤', 'Steps of the import'],
    steps: {
      file: ['选文件', 'Choose a file'],
      columns: ['对应各列', 'Columns'],
      preview: ['预览', 'Preview'],
      write: ['写入', 'Write'],
      result: ['结果', 'Result'],
    },
    file: {
      title: ['选一个表格', 'Choose a spreadsheet'],
      lead: [
        '可以用 .xlsx、.xls、.csv。此时只是读一下，什么都不写入。',
        '.xlsx, .xls or .csv. It is only read for now; nothing is written.',
      ],
      need: [
        '要准备：表格文件；主管本人在场，预览和写入各输一次 PIN。',
        'You need the file and a supervisor at the desk, who types their PIN for the preview and again to write.',
      ],
      pick: ['选择文件…', 'Choose a file…'],
      reading: ['正在读取…', 'Reading…'],
    },
    columns: {
      title: ['核对各列', 'What each column is'],
      lead: [
        '请看每一列该作为什么导入。例子都已遮盖。',
        'Say what each column is imported as. The samples are masked.',
      ],
      guessed: ['程序按表头猜好了，请核对。', 'Guessed by the header; please check.'],
      notGuessed: [
        '这些列程序认不出来，请逐列选定。',
        'None of these columns is known; please choose for each.',
      ],
      sheet: ['工作表', 'Sheet'],
      use: ['导入这张表', 'Import this sheet'],
      rows: ['{{count}} 行', 'Rows: {{count}}'],
      header: ['表头', 'Header'],
      sample: ['例子', 'Sample'],
      target: ['作为', 'Field'],
      skip: ['不导入', 'Leave out'],
      noHeader: [
        '没有认出表头。要导入这张表，请选出哪一行是表头，再核对各列；第一行就是住户的，请选没有表头。',
        'No header was recognised. To import this sheet, choose the row that is its header, then say what each column is. Where the first row is a resident already, choose no header.',
      ],
      noRow: ['没有表头', 'No header'],
      useNoRow: ['没有表头，第一行就是住户', 'There is no header: the first row is a resident'],
      letter: ['{{letter}} 列', 'Column {{letter}}'],
      firstRows: ['表的开头几行，已遮盖', 'The first rows of the sheet, masked'],
      useRow: ['第 {{row}} 行是表头', 'Row {{row}} is the header'],
      headerRow: ['表头在', 'Header in'],
      chooseRow: ['请选一行', 'Choose a row'],
      otherRows: [
        '另有 {{count}} 行是标题或说明，不导入',
        'Titles and instructions, not imported: {{count}} row',
        'Titles and instructions, not imported: {{count}} rows',
      ],
      remembered: ['按上次的对应填好了。', 'Filled in as last time.'],
      forget: ['忘掉，重新猜', 'Forget, guess anew'],
      ownerCode: ['业主编号（各表互相对照）', "Owner's code (links the sheets)"],
      ids: {
        title: ['公司决定保存证件号吗？', 'Has the company decided to keep ID numbers?'],
        lead: [
          '物业服务大多用不到证件号。没有决定要保存的，选“不保存”：表里的证件号一个也不写入。',
          'Running an estate seldom needs them. Where nobody decided to keep them, choose No: none of the sheet is written.',
        ],
        label: ['证件号', 'ID numbers'],
        yes: ['保存，导入', 'Yes, import them'],
        no: ['不保存，不导入', 'No, leave them out'],
        needed: ['请先回答是否保存证件号。', 'Say first whether ID numbers are kept.'],
      },
      needs: [
        '每张表至少要有房号（或楼栋、房间），或者姓名加上电话、证件号、业主编号中的一样。',
        "Each sheet takes a room (or building and room), or a name with a phone, an ID number or an owner's code.",
      ],
      targetGroups: {
        person: ['住户', 'Resident'],
        room: ['房屋', 'Room'],
        household: ['同住的人和日期', 'Others of the household, and days'],
        car: ['车辆和车位', 'Vehicle and space'],
      },
      relation: ['与房屋的关系', 'Relation to the room'],
      idType: ['证件类别', 'Kind of ID'],
      pinyin: ['姓名读音', 'How the name is read'],
      supervisor: ['预览要主管的 PIN', "The preview takes a supervisor's PIN"],
      preview: ['预览', 'Preview'],
      previewing: ['正在比对…', 'Comparing…'],
      targetOf: ['“{{header}}”作为', '"{{header}}" is'],
    },
    place: {
      title: ['本表的房子在', 'The rooms of this sheet are in'],
      unknown: ['（表里没有说）', '(the sheet does not say)'],
      from: {
        name: ['（取自表名）', '(from its name)'],
        title: ['（取自标题）', '(from its title)'],
        lines: ['（取自分段行）', '(from the lines between its rows)'],
        person: ['（由您填写）', '(as you said)'],
      },
      lines: ['另有 {{count}} 个分段行', 'Lines between rows: {{count}}.'],
    },
    asks: {
      columns: [
        '标着“请确认”的列，程序拿不准：请选定是什么，或者不导入。',
        'The program is not sure of the marked columns: say what they are, or leave them out.',
      ],
      rooms: [
        '没有认出房号列：请选出哪一列是房号。这张表真的没有房号，也请确认。',
        'No column of rooms was found: choose it, or confirm that the sheet has none.',
      ],
      place: [
        '房号里没有楼栋：请填本表是哪一栋。只有一栋楼，就让它空着。',
        'The rooms name no building: say which one this sheet is. Leave it empty where there is one building alone.',
      ],
      checked: ['核对好了', 'Checked'],
      unsure: ['请确认', 'To confirm'],
      needed: ['还有表没有核对好。', 'Some sheets are not checked yet.'],
    },
    stops: {
      'no-rooms': [
        '整个表格里没有一个房号：导入以后，谁住哪里都查不到。',
        'There is no room in the whole spreadsheet: nobody could be found by where they live.',
      ],
      'rooms-in-sheets': [
        '有 {{rooms}} 个房号在几张表里各有不同的业主（{{sheets}}）：多半是楼栋丢了，请返回填上每张表是哪一栋。',
        'Rooms with other owners on another sheet: {{rooms}} ({{sheets}}). Most likely the building was lost: go back and say which one each sheet is.',
      ],
      goOn: ['没有错，照样写入', 'That is right, write it all the same'],
      needed: ['请先回答上面的问题', 'Answer the question above first'],
    },
    kinds: {
      'id-names': ['证件号相同，姓名不同', 'One ID number, another name'],
      'twice-in-room': ['同一户里同名', 'One name twice in a room'],
      'other-phone': ['同户同名，电话不同', 'Same room and name, another phone'],
      'other-id': ['姓名对得上，证件号不同', 'The name fits, another ID number'],
      several: ['可能是几个人中的一个', 'May be one of several'],
    },
    missing: {
      title: ['不在表里的人', 'Not in the list'],
      lead: [
        '这些人登记在表里的房屋，表里却没有。导入不会动他们；已经搬走的，请在各自的档案里办理。',
        'They are on record in rooms of the list and not in it. The import leaves them as they are; where somebody has moved away, say so in their record.',
      ],
      label: ['这些人', 'These people'],
      stay: ['都还住着，不用管', 'They still live there'],
      look: ['列进“要看的格”，逐户核对', 'List them among what is to be looked at'],
      needed: ['先回答：不在表里的 {{count}} 人怎么办', 'First say what of those not in the list: {{count}}'],
    },
    flags: {
      title: ['要看的格', 'Cells to look at'],
      lead: [
        '导入时没有读懂或拿不准的格，共 {{count}} 个。按房号找到住户，改好或看过了，就点“看过了”；全部看过，这里就空了。',
        'Cells that imports could not read or were not sure of: {{count}}. Find the resident by the room, put it right, then press Done; once all are done, this list is empty.',
      ],
      done: ['看过了', 'Done'],
      doneOf: ['看过了：{{cell}}', 'Done: {{cell}}'],
    },
    preview: {
      title: ['导入预览', 'What it will become'],
      lead: ['还没有写入。看过无误，再确认。', 'Nothing is written yet. Look it over, then confirm.'],
      counts: {
        newPeople: ['新增人', 'New people'],
        changedPeople: ['更新人', 'Changed people'],
        rooms: ['涉及房屋', 'Rooms'],
        newRooms: ['新增房屋', 'New rooms'],
        vehicles: ['车辆', 'Vehicles'],
        spaces: ['车位', 'Spaces'],
      },
      becomes: ['写入后', 'What it becomes'],
      cells: ['表里的格（已遮盖）', 'Cells of the sheet (masked)'],
      noRoom: ['没有房号', 'No room'],
      list: ['按房屋预览', 'Room by room'],
      row: ['第 {{row}} 行', 'Row {{row}}'],
      rowNumber: ['行', 'Row'],
      confirm: ['写入要主管再输一次 PIN', "Writing takes the supervisor's PIN once more"],
      write: ['写入 {{count}} 行', 'Write {{count}} row', 'Write {{count}} rows'],
      nothing: ['没有可写入的行。', 'There is nothing to write.'],
      partly: ['这里列出一部分，全部都会写入。', 'This is a part of them; all will be written.'],
      all: ['全部', 'All'],
    },
    progress: {
      title: ['正在写入', 'Writing'],
      lead: ['可以取消：取消后一行也不会写入。', 'You can cancel: then not one row is written.'],
      phases: {
        reading: ['读取', 'Reading'],
        checking: ['比对', 'Comparing'],
        writing: ['写入', 'Writing'],
        finishing: ['完成登记', 'Finishing'],
        undoing: ['撤销', 'Undoing'],
      },
      of: ['{{done}} / {{total}} 行', '{{done}} of {{total}} rows'],
      left: ['约剩 {{time}}', 'About {{time}} left'],
      unknown: ['正在估算', 'Estimating'],
      cancel: ['取消，全部不写', 'Cancel, write nothing'],
      cancelling: ['正在取消…', 'Cancelling…'],
    },
    result: {
      title: ['导入完成', 'Import done'],
      created: ['新增 {{count}} 人', 'People created: {{count}}'],
      changed: ['更新 {{count}} 人', 'People changed: {{count}}'],
      rooms: ['新增 {{count}} 套房屋', 'Rooms created: {{count}}'],
      same: ['{{count}} 行与档案相同', 'Rows already on record: {{count}}'],
      rejected: ['{{count}} 行未导入', 'Rows rejected: {{count}}'],
      reasons: ['未导入的行', 'Rejected rows'],
      flagged: ['有 {{count}} 个格要看', 'Cells to look at: {{count}}'],
      flaggedLead: [
        '这些格没有读懂，或程序拿不准。它们列在“以前的导入”里，看一个少一个。',
        'The program could not read them or is not sure. They are listed under Earlier imports until each was looked at.',
      ],
      toFlags: ['去看这些格', 'Look at them'],
      counter: ['回到柜台', 'Back to the counter'],
      another: ['再导入一个', 'Import another'],
    },
    questions: {
      lead: [
        '这些行的姓名对得上，别的对不上，系统无法判断。请逐行确认，或一次说定其余的。',
        'The names of these rows fit somebody, other things do not, and the program will not guess. Settle each row, or all the rest at once.',
      ],
      rest: ['其余都算', 'All the rest'],
      same: ['同一人', 'Same person'],
      other: ['另一人', 'Somebody else'],
      'leave-out': ['暂不导入', 'Leave out'],
      colon: ['：', ': '],
      inRecords: ['档案里', 'on record'],
      inRow: ['本表第 {{row}} 行', 'row {{row}} of this file'],
      open: ['还有 {{count}} 行待确认。', 'Not settled yet: {{count}}.'],
      unlisted: [
        '另有 {{count}} 行没有列出，按“其余都算”办；可能是几个人的，暂不导入。',
        'Not listed: {{count}}; "All the rest" counts for them, but one that fits several people is left out.',
      ],
      keys: [
        '按 1 同一人，2 另一人，3 暂不导入。',
        'Press 1 for the same person, 2 for somebody else, 3 to leave out.',
      ],
      needed: [
        '还有 {{count}} 行待确认，确认后才能写入',
        'Rows to settle before anything is written: {{count}}',
      ],
    },
    rejects: {
      title: ['改好再导入', 'Correct and import again'],
      lead: [
        '可以把未导入的行存成一个表格，每行写明原因。改好后直接导入它，已导入的不会重复。',
        'Save the rejected rows as a spreadsheet with the reason beside each. Correct it and import it; what is already here is not doubled.',
      ],
      holds: [
        '存出的表格是明文，有姓名、电话和证件号。请存在别人拿不到的地方，导入以后马上擦除。',
        'The spreadsheet is in clear, with names, phones and ID numbers. Keep it where nobody else can take it, and dispose of it once it is imported.',
      ],
      choose: ['选择存放位置…', 'Choose where to save…'],
      elsewhere: ['换个位置…', 'Another place…'],
      proof: ['存出“{{file}}”要主管的 PIN', 'Saving "{{file}}" takes a supervisor\'s PIN'],
      save: ['存出表格', 'Save the spreadsheet'],
      saving: ['正在存…', 'Saving…'],
      saved: ['已存出 {{count}} 行：{{file}}', 'Rows saved: {{count}}, in {{file}}'],
    },
    original: {
      there: ['原来的表格“{{file}}”还在，仍是明文', 'The spreadsheet "{{file}}" is still there, in clear'],
      can: [
        '程序可以用乱码盖写它再删除，不进回收站。在机械硬盘上，盖写过的内容找不回来。',
        'The program can overwrite it with random bytes and delete it, past the bin. On a hard disk, what was overwritten does not come back.',
      ],
      cannot: [
        '在固态硬盘、U 盘上，或磁盘带快照、文件在网络盘上时，盖写不一定落在原来的位置，旧内容可能还留着，程序管不到；整盘加密才管得住。',
        "On an SSD or a USB stick, on a disk with snapshots or a network drive, the new bytes may land elsewhere and the old ones stay, out of any program's reach; only disk encryption covers that.",
      ],
      copies: [
        '擦除后会查一遍内容相同的文件；邮箱、手机和没插上的 U 盘里的副本要您自己删。',
        'Afterwards files with the same content are looked for; copies in mail, on phones and on USB sticks that are not plugged in are yours to delete.',
      ],
      checked: [
        '正在查找内容相同的文件：扫描的文件夹、办公软件备份、回收站和最近打开的列表。结果在“遗留文件”里。',
        'Files with the same content are being looked for in the swept folders, backups of office programs, the recycle bin and recent lists. Leftover files shows what was found.',
      ],
      left: ['看核查结果', 'See what is left'],
      dispose: ['擦除原表格…', 'Dispose of the spreadsheet…'],
      confirm: ['确定擦除，不能恢复', 'Overwrite and delete it for good'],
      keep: ['先留着', 'Keep it for now'],
      busy: ['正在擦除…', 'Overwriting…'],
      gone: ['“{{file}}”已盖写并删除。', '"{{file}}" was overwritten and deleted.'],
      named: [
        '这个文件在别处还有一个名字（硬链接），名字还在，内容已经没有了。',
        'The file has another name (a hard link) elsewhere: the name is still there, its content is gone.',
      ],
    },
    leave: ['退出导入', 'Leave the import'],
    unsaved: {
      title: ['导入还没有写入', 'Nothing is imported yet'],
      lead: [
        '现在离开，表格里一行也不写入。已经回答的保留七天，再选这个表格时接着用。',
        'If you leave now, not one row is written. What you have answered is kept for seven days and used when you choose this spreadsheet again.',
      ],
      stay: ['继续导入', 'Go on with the import'],
      discard: ['离开', 'Leave'],
    },
  },

  undo: {
    edited: ['后来又有人改过 {{count}} 处', 'Edited by somebody since: {{count}}'],
    notListed: ['还有 {{count}} 处没有列出', 'Not listed: {{count}}'],
    keepEdited: ['改过的留着，不撤销', 'Keep what was edited'],
  },

  imports: {
    title: ['以前的导入', 'Earlier imports'],
    lead: [
      '导错了可以撤销：新增的去掉，改过的改回来，其他档案不动。',
      'An import can be undone: what it added goes, what it changed returns, every other record stays as it is.',
    ],
    columns: {
      when: ['时间', 'Time'],
      who: ['经办', 'Staff'],
      file: ['文件', 'File'],
      rows: ['行数', 'Rows'],
      created: ['新增', 'New'],
      changed: ['更新', 'Changed'],
      rejected: ['未导入', 'Rejected'],
      state: ['撤销', 'Undo'],
    },
    undoneBy: ['{{name}} 已于 {{time}} 撤销', 'Undone by {{name}}, {{time}}'],
    elsewhere: [
      '导入涉及整个小区，您只负责其中一部分，所以这里不列出。要查看或撤销某次导入，请找主管。',
      'An import goes over the whole estate, and you look after a part of it, so none is listed here. Ask a supervisor to see or undo one.',
    ],
    journalGone: ['其中有资料已删除，不能撤销', 'Data in it has been deleted; cannot be undone'],
    undo: ['撤销…', 'Undo…'],
    undoOf: ['撤销“{{file}}”', 'Undo "{{file}}"'],
    empty: ['还没有导入过表格。', 'No spreadsheet has been imported yet.'],
    first: ['导入表格', 'Import a spreadsheet'],
    undoTitle: ['撤销“{{file}}”', 'Undo "{{file}}"'],
    willRemove: ['去掉这次新增的 {{count}} 人', 'People it added go: {{count}}'],
    willRestore: ['{{count}} 人改回导入前的样子', 'People it changed return to what they were: {{count}}'],
    willFree: [
      '去掉这次新增、没有别人用的房屋（共新增 {{count}} 处）',
      'Rooms it added go where nobody else uses them (added: {{count}})',
    ],
    gone: [
      '{{count}} 项旧内容满 30 天已清除，改不回来，现在的内容留着',
      'Old values deleted for good after 30 days: {{count}}. They cannot return, so the present ones stay',
    ],
    nothing: [
      '这次导入没有改动档案，撤销只会留下一条操作记录。',
      'This import changed no record; undoing it only makes a note of it.',
    ],
    what: {
      created: ['新增的人', 'Added person'],
      changed: ['更新过的人', 'Changed person'],
      room: ['房屋', 'Room'],
    },
    proof: ['撤销要主管的 PIN', "Undoing takes a supervisor's PIN"],
    confirm: ['撤销这次导入', 'Undo this import'],
    running: ['正在撤销', 'Undoing'],
    cancel: ['取消，全部不动', 'Cancel, change nothing'],
    undone: [
      '已撤销：去掉 {{removed}} 人、{{rooms}} 处房屋，{{restored}} 人改回原样。',
      'Undone. People removed: {{removed}}, rooms removed: {{rooms}}, people returned to what they were: {{restored}}.',
    ],
    kept: ['改过的 {{count}} 处留着没动。', 'Left as edited: {{count}}.'],
  },

  log: {
    unreadable: ['内容无法读取', 'its detail cannot be read'],
    sheet: ['恢复单', 'recovery sheet'],
    room: ['一处房屋', 'one room'],
    roomNote: ['房屋的办理记录', 'note of the room'],
    guardian: ['作为住户 {{id}} 的监护人', 'as guardian of resident {{id}}'],
    rows: ['{{count}} 行', '{{count}} row', '{{count}} rows'],
    comparedIds: ['与在册 {{number}} 人比对过证件号', 'ID numbers compared with {{number}} on record'],
    values: ['旧值 {{number}} 项', 'earlier values: {{number}}'],
    times: ['{{number}} 次，自 {{since}} 起', 'times since {{since}}: {{number}}'],
    whileLocked: [
      '锁定期间 {{count}} 次，自 {{since}} 起',
      '{{count}} request while locked, since {{since}}',
      '{{count}} requests while locked, since {{since}}',
    ],
    handedTo: ['交给 {{name}}', 'to {{name}}'],
    emergency: ['第 {{number}} 条起打开的内容', 'what was opened from entry {{number}} on'],
    alone: ['本人确认，没有其他主管', 'by themselves: there is no other supervisor'],
    remasked: ['重做遮盖 {{count}} 处', '{{count}} mask made anew', '{{count}} masks made anew'],
    import: [
      '第 {{number}} 次导入，{{rows}} 行：新 {{new}}，改 {{changed}}，相同 {{same}}，未导入 {{rejected}}；{{ids}}',
      'Import {{number}}: {{rows}} rows, new {{new}}, changed {{changed}}, same {{same}}, rejected {{rejected}}; {{ids}}',
    ],
    importIds: { kept: ['保存证件号', 'ID numbers kept'], left: ['不保存证件号', 'ID numbers left out'] },
    importUndo: [
      '第 {{number}} 次导入：删去 {{removed}}，复原 {{restored}}，房屋 {{rooms}}，留下改过的 {{kept}}',
      'Import {{number}}: removed {{removed}}, put back {{restored}}, rooms {{rooms}}, left as edited {{kept}}',
    ],
    importFlag: ['第 {{number}} 次导入，第 {{row}} 行', 'Import {{number}}, row {{row}}'],
    layout: { forgotten: ['已忘掉', 'forgotten'] } satisfies Words<LogDetail<'import-layout'>['change']>,
    pins: {
      own: ['本人的 PIN', 'their own PIN'],
      other: ['另一人的 PIN', "another's PIN"],
      either: ['本人或另一人的 PIN', "their own PIN or another's"],
    } satisfies Words<Exclude<LogDetail<'pin-failed'>['of'], 'sheet'>>,
    unknownRoute: ['程序不认识的请求', 'a request that the program does not know'],
    areas: {
      attachments: ['附件', 'attachments'],
      rectification: ['整改', 'rectification'],
      forms: ['表单', 'forms'],
      vault: ['档案库状态', 'state of the vault'],
      setup: ['建柜', 'set-up'],
      recovery: ['恢复', 'recovery'],
      session: ['登录', 'signing in'],
      people: ['住户', 'residents'],
      rooms: ['房屋', 'rooms'],
      records: ['登记', 'records'],
      import: ['导入', 'import'],
      log: ['操作记录', 'log'],
      tasks: ['办理业务', 'tasks'],
      notes: ['办理记录', 'notes'],
      emergency: ['紧急查看', 'emergencies'],
      policy: ['脱敏规则', 'masking rules'],
      staff: ['人员', 'staff'],
      shift: ['交班', 'shift'],
      scope: ['负责范围', 'scope'],
      keys: ['密钥管理', 'keys'],
      theft: ['疑似被盗', 'suspected theft'],
      backup: ['备份', 'backups'],
      repair: ['修复', 'repair'],
    } satisfies Partial<Words<RouteArea>>,
    shellRefusals: {
      'page-address': ['不属于本程序的地址', 'an address that is not of this program'],
      permission: ['权限（摄像头、定位等）', 'a permission (camera, location and the like)'],
      navigation: ['转到别的页面', 'leading away to another page'],
      'new-window': ['另开窗口', 'another window'],
      webview: ['页面里再开页面', 'a page within the page'],
      download: ['下载', 'a download'],
      request: ['联网', 'a connection to the network'],
      sender: ['不是页面发来的请求', 'a request from elsewhere than the page'],
      payload: ['格式不对的请求', 'a request in a form that is not known'],
      reply: ['格式不对的答复', 'an answer in a form that is not known'],
      port: ['另接一条到档案库的线', 'a second line to the vault'],
      'port-frame': ['发给档案库的格式不对的消息', 'a message to the vault in a form that is not known'],
      certificate: ['证书', 'a certificate'],
      paper: ['打印档案库没有给出的纸', 'a print of something that the vault has not put on paper'],
    } satisfies Words<ShellRefusal>,
    recovered: {
      here: ['在本电脑', 'on this computer'],
      anew: ['在另一台电脑，或系统凭据库丢失以后', 'on another computer, or after the keychain was lost'],
      sheet: ['第 {{number}} 张恢复单', 'recovery sheet no. {{number}}'],
      people: ['{{number}} 人可以登录', '{{number}} can sign in'],
      closed: ['{{number}} 人须本人到场再开', '{{number}} cannot until they are here'],
    },
    keys: {
      epoch: ['第 {{number}} 期', 'epoch {{number}}'],
      item: ['保管库编号 {{id}}', 'keychain item {{id}}'],
      roster: ['名册第 {{number}} 条起', 'from roster entry {{number}} on'],
      tables: ['{{tables}} 张表，{{rows}} 行', '{{tables}} tables, {{rows}} rows'],
      slots: ['{{count}} 个登录入口', '{{count}} slot', '{{count}} slots'],
      values: ['{{count}} 项', '{{count}} value', '{{count}} values'],
      unreadable: ['另有 {{number}} 项打不开', '{{number}} could not be opened'],
      opensOlder: ['也能打开上一张能打开的', 'opens what the one before opened'],
      theft: [
        '更换密钥 {{renewed}} 人，关入口 {{closed}} 人',
        'other keys for {{renewed}}, shut out {{closed}}',
      ],
      late: ['下次登录时补记', 'entered at the next sign-in'],
      tiers: {
        contact: ['联系方式', 'contact'],
        identity: ['身份信息', 'identity'],
      } satisfies Words<SealedTier>,
    },
    pruned: ['清除满 30 天的旧值 {{count}} 项', '{{count}} value kept for 30 days removed'],
    patterns: [
      '格式 {{patterns}} 种，重认 {{moved}} 间，未改 {{kept}} 间',
      'Patterns: {{patterns}}, rooms read anew: {{moved}}, left: {{kept}}',
    ],
    title: ['操作记录', 'Log'],
    and: ['，', ', '],
    lead: [
      '每次登录、查找、核对、显示、修改都有记录，无法改动。',
      'Every sign-in, search, check, reveal and change is recorded here and cannot be altered.',
    ],
    verify: ['核对记录', 'Check the log'],
    verifying: ['正在核对…', 'Checking…'],
    good: ['{{count}} 条记录完整，未被改动。', 'All entries intact ({{count}}).'],
    bad: ['第 {{seq}} 条起有问题：{{problem}}。', 'From entry {{seq}} on: {{problem}}.'],
    badNowhere: ['有问题：{{problem}}。', 'Not in order: {{problem}}.'],
    head: ['记录校验码', 'Log fingerprint'],
    signed: [
      '输过 PIN 的操作都有本人签名。',
      'Every action that took a PIN is signed by the person who did it.',
    ],
    columns: {
      seq: ['序号', 'No.'],
      time: ['时间', 'Time'],
      who: ['经办', 'Who'],
      action: ['事项', 'What'],
      person: ['住户', 'Resident'],
      field: ['内容', 'Fields'],
      reason: ['事由', 'Why'],
      outcome: ['结果', 'Outcome'],
    },
    older: ['更早的记录', 'Earlier entries'],
    empty: ['还没有记录。', 'No entries yet.'],
    none: ['没有符合条件的记录。', 'No entries match.'],
    narrowed: ['按{{by}}筛选', 'filtered by {{by}}'],
    filterNames: {
      days: ['日期', 'date'],
      staff: ['经办人', 'staff'],
      group: ['类别', 'type'],
      outcome: ['结果', 'outcome'],
      resident: ['住户', 'resident'],
    } satisfies Words<LogFilterName>,
    groups: {
      compliance: ['合规', 'Compliance'],
      sweep: ['遗留文件', 'Leftover files'],
      session: ['登录与交班', 'Sign-in, handover'],
      denied: ['拒绝与警报', 'Refusals, alarms'],
      search: ['查找与打开', 'Search, open'],
      reveal: ['核实与查看', 'Verify, reveal'],
      records: ['登记与修改', 'Record changes'],
      imports: ['导入', 'Imports'],
      log: ['查看与核对记录', 'Log'],
      rules: ['规则与其他系统', 'Rules, systems'],
      paper: ['纸质资料', 'Paper'],
      staff: ['人员与 PIN', 'Staff, PINs'],
      keys: ['密钥与备份', 'Keys, backups'],
    } satisfies Words<LogGroup>,
    filters: {
      label: ['筛选记录', 'Filter the log'],
      from: ['起始日期', 'From'],
      to: ['截止日期', 'To'],
      group: ['类别', 'Type'],
      all: ['全部', 'All'],
      left: ['{{name}}（已离职）', '{{name}} (left)'],
      clear: ['清除筛选', 'Clear filters'],
      cleared: ['已清除筛选条件。', 'Filters cleared.'],
      order: ['截止日期早于起始日期', 'This is before the first day'],
      anyResident: ['取消只看 {{mask}}', 'Stop showing only {{mask}}'],
    },
    entry: {
      title: ['第 {{seq}} 条记录', 'Entry {{seq}}'],
      open: ['{{time}}，第 {{seq}} 条详情', '{{time}}, details of entry {{seq}}'],
      newer: ['上一条', 'Previous'],
      older: ['下一条', 'Next'],
      cosigner: ['会签人', 'Co-signed by'],
      detail: ['详情', 'Details'],
      ticket: ['单号', 'Ticket'],
      signature: ['签名', 'Signature'],
      signed: [
        '有签名，是否有效以“核对记录”为准',
        'Signed; "Check the log" tells whether the signature is valid',
      ],
      unsigned: ['无签名', 'Not signed'],
      onlyResident: ['只看该住户的记录', "Show only this resident's entries"],
    },
    with: ['会签 {{name}}', 'with {{name}}'],
    ticket: ['单号 {{ticket}}', 'ticket {{ticket}}'],
    end: ['已到最早一条。', 'This is the first entry.'],
  },

  help: {
    title: ['快捷键', 'Shortcuts'],
    groups: { find: ['查找', 'Finding'], person: ['住户', 'A resident'], all: ['随时', 'Any time'] },
    keys: {
      type: ['直接打字就是查找', 'Just type to search'],
      number: [
        '开头按数字或 #：按号码查，输入的号码不留在别处',
        'A digit or # first: searches by number, and the number stays nowhere else',
      ],
      arrows: ['选择结果', 'Choose a result'],
      enter: ['打开', 'Open it'],
      narrow: [
        '只看房间、姓名、电话、车牌，再按看下 50 条；按 0 看全部',
        'More rooms, names, phones or plates, again for the next 50; all kinds with 0',
      ],
      task: ['选要办的事', 'Choose a task'],
      verify: ['核实身份', 'Verify the visitor'],
      reveal: ['显示一项（默认第一个电话）', 'Reveal a field (the first phone unless another is chosen)'],
      note: ['登记办理结果', 'Note what was done'],
      escape: ['隐藏、返回', 'Hide, go back'],
      add: ['添加住户', 'Add a resident'],
      rooms: ['查房屋', 'Find a room'],
      import: ['导入表格', 'Import a spreadsheet'],
      privacy: ['对客视图：只显示来人可以看的', 'Visitor view: only what the visitor may see'],
      handover: [
        '交接班：看这一班的交接单，选接班人',
        'hand over: this shift on a sheet, and who takes over',
      ],
      palette: ['前往任何页面或操作：名称、拼音、首字母', 'Go to any page or action by its name'],
      undo: ['撤销刚才的操作（提示还在时）', 'Undo what was just done, while it is offered'],
      lock: ['立即锁定', 'Lock now'],
      zoomIn: ['放大', 'Larger'],
      zoomOut: ['缩小', 'Smaller'],
      zoomReset: ['恢复原来大小', 'The usual size'],
      help: ['显示这张表', 'Show these keys'],
    },
  },

  records: {
    nothing: ['没有登记居住、车辆等情况。', 'No occupancy, vehicle or other record yet.'],
    add: ['添加登记', 'Add a record'],
    addTitle: ['添加{{kind}}', 'Add: {{kind}}'],
    editTitle: ['修改{{kind}}', 'Edit: {{kind}}'],
    over: ['已结束 {{count}} 条', 'Over: {{count}}'],
    optional: ['{{label}}（可不填）', '{{label}} (optional)'],
    wrong: {
      needed: ['这一项要填。', 'This has to be filled in.'],
      day: ['请写成 2026-01-31 的样子。', 'Write it like 2026-01-31.'],
      number: ['请填数字，最多两位小数。', 'A number, with at most two decimals.'],
    },
    deposit: ['押金 {{deposit}} 元', 'deposit ¥{{deposit}}'],
    vaccinated: ['{{day}} 免疫', 'vaccinated {{day}}'],
    given: ['{{day}} 告知', 'notice given {{day}}'],
    consented: ['{{day}} 同意', 'consented {{day}}'],
    withdrawn: ['{{day}} 撤回', 'withdrawn {{day}}'],
    end: ['结束…', 'End it…'],
    withdraw: ['撤回同意…', 'Withdraw consent…'],
    remove: ['录错了，删除…', 'Delete record…'],
    endsOn: ['从哪天起结束', 'Over from'],
    withdrawnOn: ['哪天撤回的', 'Withdrawn on'],
    removeLead: [
      '只用于录错的：删除后这一条不再保留，里面加密的内容也一并删除。真正结束了的，请用“结束”。',
      'Only for what was entered by mistake: it is not kept, and its sealed values go with it. For what is really over, end it instead.',
    ],
    ways: {
      save: ['保存', 'Save'],
      end: ['确认结束', 'End it'],
      remove: ['删除{{kind}}登记', 'Delete {{kind}}'],
    },
  },
  erasure: {
    causes: ERASURE_CAUSE_WORDS,
    holds: {
      dispute: ['有争议', 'dispute'],
      claim: ['有索赔或诉讼', 'claim or lawsuit'],
      authority: ['机关要求保全', 'kept for an authority'],
      other: ['其他原因', 'other'],
    },
    people: ['{{count}} 人', '{{count}} person', '{{count}} people'],
    clean: ['未发现残留', 'nothing left'],
    found: ['仍有 {{count}} 处残留', '{{count}} trace left', '{{count}} traces left'],
    backups: ['{{count}} 份旧备份', '{{count}} older backup', '{{count}} older backups'],
    until: ['到 {{day}}', 'until {{day}}'],
  },
  merge: {
    title: ['合并重复的档案', 'Merge duplicates'],
    choose: [
      '请在上面的查找框里找另一份档案，选中后按回车。',
      'Find the other record with the search box above and press Enter on it.',
    ],
    lead: [
      '并入的那份，居住、车辆等登记和联系方式都归到保留的档案；放不下的封存 30 天。',
      'The rooms, vehicles, other records and contacts of the one that goes move to the one that stays; what finds no place is kept sealed for 30 days.',
    ],
    stays: ['保留这一份', 'Keep'],
    goes: ['并入这一份', 'Merge in'],
    swap: ['互换', 'Swap the two'],
    mayDiffer: ['证件号不同，已查明是同一个人', 'The ID numbers differ, and it is one person all the same'],
    submit: ['合并', 'Merge'],
    merging: ['正在合并…', 'Merging…'],
    earlier: ['30 天内并入这份档案的', 'Merged into this record within 30 days'],
    when: [
      '{{at}} 由 {{name}} 合并，{{until}} 前可以撤销',
      'by {{name}}, {{at}}; can be undone until {{until}}',
    ],
    undo: ['撤销…', 'Undo…'],
    undoTitle: ['撤销合并 · {{name}}', 'Undo the merge · {{name}}'],
    undoLead: [
      '两份档案变回合并前的样子，登记、电话、证件号、办理记录各归各的。合并以后新加的，留在这一份。',
      'Both records become what they were before: each has its own records, phones, ID number and notes again. What was added since stays with this one.',
    ],
    undoSubmit: ['撤销合并', 'Undo the merge'],
    undoing: ['正在撤销…', 'Undoing…'],
    logged: {
      gone: ['并入住户 {{id}}', 'merged into resident {{id}}'],
      into: ['住户 {{id}} 并入本档案', 'resident {{id}} merged into this one'],
      apart: [
        '住户 {{id}} 重新分开，留下改过的 {{kept}} 处',
        'separated from resident {{id}}; later edits kept: {{kept}}',
      ],
      back: ['与住户 {{id}} 重新分开', 'separated from resident {{id}}'],
    },
    ownFacts: ['姓名、性别等', 'Name, sex and the like'],
  },
  guardian: {
    how: ['监护人是', 'The guardian is'],
    linked: ['在档的人', 'In the records'],
    words: ['不在档，写姓名电话', 'Not in the records: name and phone'],
    room: ['监护人住的房号', 'Room where the guardian lives'],
    find: ['查找', 'Find'],
    nobody: ['这个房号没有登记的住户。', 'Nobody is recorded in such a room.'],
    whichRoom: ['是哪一间', 'Which room'],
    who: ['{{room}} 的住户', 'Lives in {{room}}'],
    open: ['打开监护人档案', "Open the guardian's record"],
    minor: [
      '这位住户登记了监护人：告知和同意都找监护人。',
      'A guardian is recorded for this resident: notices and consent go to the guardian.',
    ],
  },
  replaced: {
    title: ['历史资料', 'Replaced values'],
    lead: [
      '换掉或删除的加密内容封存 30 天。恢复时不显示内容，现有的一项随之封存。',
      'Sealed values that were replaced or removed are kept for 30 days. One goes back unseen; what stands there now is kept in its turn.',
    ],
    none: ['30 天内没有换掉过什么。', 'Nothing was replaced within 30 days.'],
    when: ['{{replaced}} 换下，保留到 {{until}}', 'replaced {{replaced}}, kept until {{until}}'],
    restore: ['恢复', 'Restore'],
  },
  room: {
    title: ['房屋', 'Rooms'],
    panel: ['房屋资料', 'Room'],
    none: ['打开一处房屋', 'Open a room'],
    noneLead: ['左边写房号，选一处。', 'Write its number on the left and choose one.'],
    people: ['现在的住户', 'Lives here now'],
    before: ['以前的住户 {{count}} 人', 'Lived here before: {{count}}'],
    nobody: ['现在没有登记住户。', 'Nobody is recorded here now.'],
    morePeople: ['人数较多，这里列出前 200 位。', 'There are many; these are the first 200.'],
    facts: ['房屋情况', 'The room'],
    area: ['{{area}} ㎡', '{{area}} m²'],
    yesNo: { yes: ['有', 'Yes'], no: ['没有', 'No'] },
    editTitle: ['修改房屋', 'Edit the room'],
    statusText: ['表格里原来写的是“{{words}}”。', 'The spreadsheet said "{{words}}".'],
    find: ['查找房屋', 'Find a room'],
    findLead: ['有没有人住的房屋都能查到。', 'Rooms are found whether somebody lives there or not.'],
    livedIn: ['有人住', 'lived in'],
    notLivedIn: ['没有登记住户', 'nobody recorded'],
    more: ['还有更多，请把房号写完整。', 'There are more: write the whole number.'],
    unknown: ['查无此房屋。', 'There is no such room.'],
    add: ['添加房屋“{{text}}”', 'Add the room "{{text}}"'],
  },

  staff: {
    title: ['人员', 'Staff'],
    lead: [
      '可以登录的人员。每项变更都会先说明须有谁到场。',
      'Everyone who can sign in. Each change says first who has to be present.',
    ],
    you: ['（您）', '(you)'],
    never: ['从未登录', 'Never signed in'],
    more: ['办理', 'Actions'],
    columns: {
      name: ['姓名', 'Name'],
      role: ['岗位', 'Role'],
      since: ['加入', 'Since'],
      last: ['上次登录', 'Last sign-in'],
      state: ['状态', 'Status'],
      actions: ['操作', 'Actions'],
    },
    flags: {
      closed: ['账号已停用', 'Account disabled'],
      waiting: ['{{wait}}后可登录', 'Can try again in {{wait}}'],
      dormant: ['90 天没有登录', 'No sign-in for 90 days'],
      twoRoles: ['一人两岗', 'Two roles'],
      last: ['仅剩一位', 'Only one left'],
      suspended: ['更换密钥时不在场，账号已停用', 'Disabled: absent at the key change'],
      resident: ['住在本小区', 'Lives here'],
      scope: ['负责：{{scope}}', 'Scope: {{scope}}'],
    },
    actions: {
      add: ['添加人员', 'Add staff member'],
      role: ['调整岗位', 'Change role'],
      reset: ['重设 PIN', 'Reset PIN'],
      rename: ['修改姓名', 'Rename'],
      link: ['登记本人住址', 'Own home'],
      leave: ['离职', 'Remove from staff'],
      open: ['恢复登录', 'Restore sign-in'],
      scope: ['负责范围', 'Scope'],
    },
    resident: {
      label: ['住处', 'Home'],
      here: ['住在本小区', 'Lives here'],
      elsewhere: ['不住在本小区', 'Does not live here'],
      now: ['现在登记的是：{{who}}', 'Chosen now: {{who}}'],
      gone: ['档案已不在', 'the record is gone'],
      room: ['本人住的房号', 'The room they live in'],
    },
    titles: {
      add: ['添加人员', 'Add staff member'],
      role: ['调整{{name}}的岗位', 'Change role of {{name}}'],
      reset: ['重设{{name}}的 PIN', 'Reset PIN of {{name}}'],
      rename: ['修改{{name}}的姓名', 'Rename {{name}}'],
      link: ['登记{{name}}的住处', 'Home of {{name}}'],
      leave: ['{{name}}离职', 'Remove {{name}} from staff'],
      open: ['为{{name}}恢复登录', 'Restore sign-in for {{name}}'],
      scope: ['{{name}}的负责范围', 'Scope of {{name}}'],
    },
    rail: ['办理步骤', 'Steps'],
    steps: { what: ['说明', 'What will happen'], proof: ['到场输入', 'PINs'], done: ['完成', 'Done'] },
    cancel: ['取消办理', 'Cancel'],
    toList: ['返回人员列表', 'Back to staff'],
    points: {
      'add-receptionist': [
        '前台能查找、核对，凭 PIN 和事由一次看一项联系方式，看不到证件号。',
        'A receptionist searches and verifies, and opens one contact field at a time with PIN and reason; no ID numbers.',
      ],
      'add-supervisor': [
        '主管能打开每一项资料，能会签、导入、确认警报。',
        'A supervisor opens every field, co-signs, imports and acknowledges alarms.',
      ],
      'add-admin': [
        '管理员管人员、规则、密钥和备份，打不开业主的电话和证件号。',
        "An admin looks after staff, policy, keys and backups, and opens nobody's phone or ID number.",
      ],
      ownPin: [
        '新 PIN 由本人当场输入，别人不看、不记。',
        'The new PIN is typed by its owner, here and now. Nobody else looks or writes it down.',
      ],
      role: [
        '调整岗位须更换密钥：旧 PIN 立即作废，新岗位使用新 PIN。',
        'A new role has new keys: the old PIN ends at once, and the new role has a new PIN.',
      ],
      reset: [
        '忘了的 PIN 找不回来，只能换新密钥、设新 PIN。',
        'A forgotten PIN cannot be recovered. New keys and a new PIN replace it.',
      ],
      resetOpens: ['等待和关闭的入口一并解除。', 'It also ends a wait, and restores a disabled account.'],
      rename: [
        '登录画面和操作记录立即使用新姓名。PIN 不变。',
        'The lock screen and the log use the new name at once. The PIN stays.',
      ],
      link: [
        '{{name}}住在本小区的，选出本人的档案。查看本人、家人、邻居的档案，或同事查看这份档案，会列进预警。',
        'Where {{name}} lives here, choose their own record. An alert is raised when they view it, their household or their neighbours, or when a colleague views it.',
      ],
      linkSealed: [
        '是哪一份只有管理员在这里看得到，操作记录里不写明。',
        'Only an admin sees here which record it is. The log does not say.',
      ],
      leave: [
        '{{name}}的入口、名册和密钥马上取消，再也登录不了。',
        '{{name}} can no longer sign in: their account, roster entry and keys are removed at once.',
      ],
      leaveKeys: [
        '他用过的密钥要在 24 小时内更换，换好以前，每个画面都会红字提醒。',
        'The keys that they used have to be changed within 24 hours. Until then every screen says so in red.',
      ],
      leaveLog: [
        '他以前办的事仍留在操作记录里，名字照旧。',
        'What they did stays in the log, under their name.',
      ],
      open: [
        '输错太多次，入口要等待或已关闭。{{name}}还记得 PIN 的，在这里解除。',
        'After too many wrong PINs an account waits or is disabled. If {{name}} knows the PIN, restore sign-in here.',
      ],
      openForgot: ['不记得了，请用“重设 PIN”。', 'If not, use "Reset PIN".'],
      scope: [
        '{{name}}只查得到负责范围内的住户。范围外只能按房号查到归谁负责，主管当场同意才能打开。',
        '{{name}} finds residents within the scope only. Outside it, a room says whose desk it belongs to, and opens once a supervisor agrees on the spot.',
      ],
      scopeWider: [
        '缩小范围，管理员的 PIN 就够；放宽要主管同意。',
        "A smaller scope takes the admin's PIN alone; for a wider one a supervisor agrees.",
      ],
      scopeRule: [
        '这是程序的规定，不是密钥：前台的密钥仍打得开所有人的联系方式。',
        "This is a rule, not a key: a receptionist's keys still open everybody's contact fields.",
      ],
    },
    who: ['人员', 'Who'],
    somebodyNew: ['新人员', 'New person'],
    sameAs: ['已有人员：{{name}}', 'Existing staff: {{name}}'],
    nameHint: [
      '登录画面上显示。有同名的，后面加上区别。',
      'As the lock screen shows it. If two have one name, add what tells them apart.',
    ],
    newName: ['新姓名', 'New name'],
    twoRolesWarn: [
      '一个人担任两个岗位，少了一道互相监督。可以这样做，但列表和检查资料里会注明。两个岗位各用一个 PIN。',
      'One person in two roles watches themselves. It is allowed, and noted in the list and in the evidence. Each role has a PIN of its own.',
    ],
    leaveTwoRoles: [
      '这位还有另一个岗位，要另外办一次。',
      'They hold another role as well, which has to be removed separately.',
    ],
    need: {
      title: ['要到场的人', 'Who has to be present'],
      newcomer: ['新来的人本人，自己输入 PIN', 'The new person, who types their own PIN'],
      owner: ['本人，自己输入新 PIN', 'The person, who types their own new PIN'],
      supervisor: ['一位主管，输入自己的 PIN', 'A supervisor with their PIN'],
      admin: ['另一位管理员，输入自己的 PIN', 'Another admin with their PIN'],
      root: [
        '另一位建柜时的管理员或主管，输入自己的 PIN',
        'Another admin or supervisor of set-up with their PIN',
      ],
      orSheet: ['（或取出恢复单）', '(or the recovery sheet)'],
      you: ['您（管理员），输入自己的 PIN', 'You, an admin, with your PIN'],
    },
    part: {
      owner: ['{{name}}本人', '{{name}}'],
      supervisor: ['主管', 'Supervisor'],
      admin: ['另一位管理员', 'The other admin'],
      root: ['另一位建柜人', 'Another of set-up'],
      you: ['您（管理员）', 'You, the admin'],
    },
    second: {
      who: ['谁在场', 'Who is here'],
      choose: ['请选', 'Choose'],
      pin: ['对方的 PIN', 'Their PIN'],
      sheet: ['用恢复单', 'The recovery sheet'],
      nobody: ['现在没有别的主管，这件事办不了。', 'There is no other supervisor, so this cannot be done.'],
    },
    submit: {
      add: ['添加', 'Add'],
      role: ['调整岗位', 'Change role'],
      reset: ['重设 PIN', 'Reset PIN'],
      rename: ['修改姓名', 'Rename'],
      link: ['保存住处', 'Save home'],
      leave: ['确认{{name}}离职', 'Remove {{name}}'],
      open: ['恢复登录', 'Restore sign-in'],
      scope: ['更改负责范围', 'Change scope'],
    },
    done: {
      add: [
        '已添加{{name}}（{{role}}），现在就可以登录。',
        '{{name}} is added ({{role}}) and can sign in now.',
      ],
      role: [
        '{{name}}现在是{{role}}，请用新 PIN 登录。',
        '{{name}} is now: {{role}}. Sign in with the new PIN.',
      ],
      reset: [
        '{{name}}的 PIN 已重设，旧 PIN 作废。',
        'The PIN of {{name}} has been reset. The old one no longer works.',
      ],
      rename: ['已改为{{became}}。', 'The name is now {{became}}.'],
      link: ['已保存{{name}}的住处。', 'The home of {{name}} is saved.'],
      leave: ['{{name}}已离职，入口已取消。', '{{name}} has been removed and can no longer sign in.'],
      scope: ['{{name}}现在负责：{{scope}}。', '{{name}} now has: {{scope}}.'],
      open: [
        '已为{{name}}恢复登录，可以用原来的 PIN。',
        '{{name}} can sign in again, with the same PIN as before.',
      ],
    },
    doneTwoRoles: [
      '登录画面上会有两个同名的入口，按岗位选。',
      'The lock screen shows this name twice. Choose by role.',
    ],
    doneKeys: [
      '请在 24 小时内更换档案库的密钥和两级资料密钥。',
      'Within 24 hours, change the store key and the keys of both tiers.',
    ],
  },
  due: {
    theft: ['被盗：还差 {{count}} 步', 'Theft: {{count}} step left', 'Theft: {{count}} steps left'],
    theftTell: [
      '疑似被盗，密钥还没有全部换好。请告诉管理员和主管。',
      'A theft is suspected and not all keys are rotated yet. Tell an admin and a supervisor.',
    ],
    today: ['今天 {{time}} 前更换密钥', 'Change keys by {{time}}'],
    tomorrow: ['明天 {{time}} 前更换密钥', 'Change keys by {{time}} tomorrow'],
    over: ['更换密钥已过期', 'Key change overdue'],
    tell: [
      '有人离职，他用过的密钥要更换。请告诉管理员。',
      'Somebody has left, and the keys that they used have to be changed. Tell an admin.',
    ],
    go: ['去更换密钥', 'Change them now'],
  },
  changePin: {
    title: ['修改 PIN', 'Change PIN'],
    lead: ['修改后旧 PIN 立即作废，不影响他人。', 'The old PIN ends at once. Nobody else notices.'],
    before: ['当前 PIN', 'Your PIN now'],
    submit: ['修改 PIN', 'Change PIN'],
    done: ['PIN 已修改，下次登录请使用新 PIN。', 'Your PIN is changed. Sign in with the new one next time.'],
    open: ['修改我的 PIN…', 'Change my PIN…'],
  },
  shift: {
    title: ['交接班', 'Handover'],
    lead: [
      '下面是您这一班办过的事。请接班人看过，再选接班人；画面随即锁上，由他输入自己的 PIN。',
      'What you did in this shift. Let the next person read it, then choose them; the screen locks at once, and they type their own PIN.',
    ],
    button: ['交接班', 'Hand over'],
    next: ['谁来接班', 'Who takes over'],
    confirm: [
      '交给{{name}}？画面马上锁定，由{{name}}输入自己的 PIN。',
      'Hand over to {{name}}? The screen locks at once, and {{name}} types their own PIN.',
    ],
    yes: ['交给{{name}}', 'Hand over to {{name}}'],
    nobody: ['没有别人可以接班。', 'There is nobody to take over.'],
    print: ['打印交接单', 'Print the shift sheet'],
    paper: ['交接班单', 'Shift sheet'],
    of: ['{{name}} · {{role}}', '{{name}} · {{role}}'],
    span: ['{{from}} 至 {{until}}', '{{from}} to {{until}}'],
    ...SHIFT_SHEET_WORDS,
    moreReveals: ['只列出最近 {{count}} 项，其余见操作记录。', 'The last {{count}}; the log has the others.'],
    headWhy: [
      '把序号和校验码抄在交接本上或打印出来：日后有人改动记录，以纸上为准。',
      'Print it, or write number and fingerprint into the shift book: should somebody change the log, the paper is what counts.',
    ],
    headSeq: ['第 {{seq}} 条', 'Entry {{seq}}'],
  },

  unsaved: {
    title: ['内容尚未保存', 'Not saved yet'],
    lead: ['现在离开，刚填的就没有了。', 'What you have filled in is lost if you leave now.'],
    stay: ['继续填写', 'Go on filling in'],
    discard: ['不要了，离开', 'Leave without saving'],
  },

  task: {
    title: ['来访人要办什么业务', 'What does the visitor need?'],
    find: ['数字或首字母，如 3、bg', 'Number or first letters, such as 3 or par'],
    none: ['没有这项业务，请换一个词。', 'No such task. Try another word.'],
    button: ['办理业务', 'Start task'],
    strip: ['正在办：{{task}}', 'Current task: {{task}}'],
    end: ['取消办理', 'Cancel task'],
    ended: ['已取消办理。', 'Task cancelled.'],
    unsaid: ['请勿透露：{{what}}', 'Do not disclose: {{what}}'],
    and: ['、', ', '],
    plate: ['车牌，如 桂M12345、m123', 'Plate: 桂M12345, m123'],
    steps: {
      find: ['找到住户', 'Find the resident'],
      plate: ['按车牌找', 'Find by plate'],
      room: ['问房间', 'Ask for the room'],
      verify: ['核实身份', 'Verify'],
      add: ['登记租客', 'Add the tenant'],
      'verify-other': ['核对另一方', 'Verify the other'],
      call: ['看电话并拨打', 'Show the phone, call'],
      open: ['显示一项', 'Reveal'],
      full: ['查看完整档案', 'View full record'],
      extract: ['按来文提供', 'Show what is asked'],
      request: ['登记请求', 'Register the request'],
      emergency: ['紧急查看', 'Open for emergency'],
      note: ['登记办理结果', 'Note'],
    },
  },
  note: {
    title: ['登记办理结果', 'Counter note'],
    list: ['办理记录', 'Counter notes'],
    add: ['登记办理结果', 'Add note'],
    none: ['暂无办理记录。', 'No notes yet.'],
    older: ['更早的记录', 'Earlier notes'],
    read: ['查看内容', 'Read'],
    task: ['业务', 'What was done'],
    choose: ['请选', 'Choose'],
    outcome: ['结果', 'Outcome'],
    room: ['哪一处房屋', 'Which room'],
    words: ['说明（可不填）', 'Details (optional)'],
    wordsHint: [
      '加密保存，查看时须输入 PIN 和事由。',
      'Stored encrypted; reading it needs a PIN and a reason.',
    ],
    save: ['保存', 'Save note'],
  },
  emergency: {
    tab: ['紧急查看', 'Emergencies'],
    title: ['紧急查看', 'Open for an emergency'],
    lead: [
      '紧急联系人和全部电话一次打开，显示 60 秒，每项记一条，主管会看到。',
      'The emergency contact and all phones at once, for 60 seconds; each is logged, and the supervisor will see it.',
    ],
    words: ['出了什么事', 'What has happened'],
    wordsHint: [
      '例如：12 楼漏水，业主不在。至少 4 个字。',
      'For example: water from the 12th floor, owner away. At least 4 characters.',
    ],
    open: ['紧急查看', 'Open now'],
    shown: ['紧急联系方式正在显示', 'The emergency contacts are shown'],
    running: [
      '应急进行中：{{since}} 开始，最迟 {{until}} 自动结束，已打开 {{records}} 户',
      'Emergency under way: begun {{since}}, ends by itself at {{until}}, records opened: {{records}}',
    ],
    room: ['事发房间', 'Room where it happens'],
    buildingHint: [
      '应急限于事发房间所在楼栋：别的楼栋、第 30 户起，要主管 PIN；从第 4 户起，主管会收到预警。',
      "It is of the building of that room: another building, and the 30th record on, take a supervisor's PIN; from the 4th record on supervisors have an alert.",
    ],
    inBuilding: ['应急楼栋：{{building}}', 'Emergency in {{building}}'],
    supervisorLead: [
      '不在应急楼栋，或者已经打开了很多户：请主管当场同意。',
      'Not in the building of the emergency, or many were opened already: a supervisor agrees on the spot.',
    ],
    runningBell: ['您的应急还没有结束', 'Your emergency has not ended'],
    end: ['结束紧急查看', 'End the emergency'],
    count: ['紧急查看 {{count}}', 'Emergencies: {{count}}'],
    overdue: ['紧急查看逾期未确认 {{count}} 起', 'Emergencies overdue for acknowledgement: {{count}}'],
    overdueHint: ['请主管在“紧急查看”里确认。', 'A supervisor acknowledges them under Emergencies.'],
    overdueMark: ['逾期未确认', 'Overdue'],
    page: ['紧急查看的记录', 'Opened in emergencies'],
    pageLead: [
      '逐条看过、问过再确认，确认也会记下。一天内没有确认的算逾期。',
      'Read each, ask, then acknowledge; that is logged too. One that nobody has acknowledged within a day is overdue.',
    ],
    readOnly: ['由主管确认。', 'A supervisor acknowledges it.'],
    underWay: ['应急还在进行，已打开 {{records}} 户', 'Still under way, records opened: {{records}}'],
    ended: ['共打开 {{records}} 户 · {{why}}', 'Records opened: {{records}} · {{why}}'],
    ends: {
      own: ['本人结束', 'ended by whoever began it'],
      time: ['到时自动结束', 'ended by itself, its time was over'],
      handover: ['交班时结束', 'ended at the handover'],
      lock: ['锁定时结束', 'ended at the lock'],
      clock: ['电脑时间被往回调，自动结束', 'ended by itself, the clock was set back'],
      acknowledged: ['主管确认时结束', 'ended when it was acknowledged'],
    } satisfies Words<EmergencyEnd>,
    none: ['没有待确认的。', 'Nothing to acknowledge.'],
    found: ['核实情况', 'What you found out'],
    foundHint: [
      '例如：已问当班，确有漏水。至少 4 个字。',
      'For example: asked the shift, there was a leak. At least 4 characters.',
    ],
    acknowledge: ['确认', 'Acknowledge'],
    acknowledgeOf: ['确认{{name}}的紧急查看', 'Acknowledge what {{name}} opened'],
    yourOwn: {
      another: [
        '这是您自己打开的，要由另一位主管确认。',
        'You opened this yourself; another supervisor has to acknowledge it.',
      ],
      'you-alone': [
        '这是您自己打开的。现在没有别的主管，可以由您自己确认，日志会写明是本人确认。',
        'You opened this yourself. There is no other supervisor, so you may acknowledge it; the log says that it was you.',
      ],
    },
    seenBefore: ['已确认', 'Acknowledged'],
    seenBy: ['{{name}}于 {{time}} 确认：{{words}}', '{{name}}, {{time}}: {{words}}'],
  },
  roomCheck: {
    title: ['访客要去哪个房间', 'Which room does the visitor ask for?'],
    room: ['房号', 'Room'],
    ask: ['查房间', 'Check the room'],
  },

  settings: {
    title: ['设置', 'Settings'],
    language: ['语言', 'Language'],
    theme: ['外观', 'Appearance'],
    zoom: ['界面缩放', 'Zoom'],
    idle: ['无操作多久后自动锁定', 'Lock when idle for'],
    version: ['版本 {{version}}', 'Version {{version}}'],
    kept: ['改动立即生效。', 'Changes apply at once.'],
  },
} satisfies WordTree;

export const zhCN = inLanguage(words, 'zh-CN');
export const en = inLanguage(words, 'en');
