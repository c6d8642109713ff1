/** Every word on the screen, first in Chinese, which the English follows. A code that is missing here, and a word that lacks a language, does not compile. */
import { SIGN_IN_ACTION_WORDS } from '../../contract/sign-in/lists.ts';
import { SCOPE_ACTION_WORDS } from '../../contract/scope/lists.ts';
import { RECTIFICATION_ACTION_WORDS } from '../../contract/rectification/lists.ts';
import { PEOPLE_ACTION_WORDS } from '../../contract/people/lists.ts';
import { LOG_ACTION_WORDS } from '../../contract/log/lists.ts';
import { ERASURE_ACTION_WORDS } from '../../contract/erasure/lists.ts';
import { ATTACHMENTS_ACTION_WORDS } from '../../contract/attachments/lists.ts';
import type { UPDATE_ENDS } from '../../contract/updates/lists.ts';
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
import { type MaskPreset, POLICY_ACTION_WORDS, type PolicyMask } from '../../contract/policy/lists.ts';
import type { Alarm } from '../../contract/sign-in/alarms.ts';
import type { VerifyKind } from '../../contract/people/verify-kinds.ts';
import {
  type EmergencyEnd,
  type NoteOutcome,
  type TaskId,
  TASKS_ACTION_WORDS,
  type Unsaid,
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
import type { PatternProblem } from '../../contract/search/room-patterns.ts';
import type { SearchKind } from '../../contract/search/lists.ts';
import {
  KEY_MANAGEMENT_ACTION_WORDS,
  type RotatedKey,
  type RotationPhase,
  type TheftState,
  type TheftStep,
} from '../../contract/key-management/lists.ts';
import { inLanguage, type Wording, type Words, type WordTree } from '../../contract/vocabulary/wording.ts';
import { ROLE_WORDS } from '../../contract/vocabulary/staff.ts';
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
    what: ['操作未完成。', "That didn't work."],
    todo: ['请再试一次；仍不行，请锁定后重新登录。', 'Try again. If it still fails, lock and sign in again.'],
  },
  'unknown-route': {
    what: ['操作未完成。', "That didn't work."],
    todo: [
      '程序两部分的版本不一致，请退出后重新打开。',
      'Two parts of the program have different versions. Quit and open it again.',
    ],
  },
  'too-large': {
    what: ['填写的内容过长。', 'The text is too long.'],
    todo: ['请缩短后再保存。', 'Shorten it and save again.'],
  },
  internal: {
    what: ['程序内部出错，操作未完成。', 'Something went wrong in the program. Nothing was done.'],
    todo: [
      '资料没有变动。请再试一次；仍不行，请退出后重新打开。',
      'No record was changed. Try again; if it still fails, quit and reopen the program.',
    ],
  },
  locked: {
    what: ['档案柜已锁定。', 'The vault is locked.'],
    todo: ['请重新登录。', 'Please sign in again.'],
  },
  'not-allowed': {
    what: ['您的角色不能办理此事。', "Your role can't do this."],
    todo: ['请找主管或管理员办理。', 'Ask a supervisor or an admin.'],
  },
  'session-expired': {
    what: ['本次登录已到时限，档案柜已锁定。', 'Your session has ended and the vault is locked.'],
    todo: ['请重新登录。', 'Please sign in again.'],
  },
  'needs-supervisor': {
    what: ['这一步须主管本人在场。', 'A supervisor has to be present for this.'],
    todo: ['请主管选择自己的姓名，输入自己的 PIN。', 'The supervisor picks their name and types their PIN.'],
  },
  'needs-officer': {
    what: [
      '十人以上的名单须个人信息保护负责人同意；负责人不是系统人员的，由管理员同意。',
      'A list of ten people or more takes the person responsible for personal information, or an admin where they are none of the staff.',
    ],
    todo: ['请其选择自己的姓名，输入自己的 PIN。', 'Have them choose their name and enter their PIN.'],
  },
  'vault-exists': {
    what: ['这台电脑上已经有一个档案柜。', 'This computer already has a vault.'],
    todo: ['不能再建一个。请登录已有的档案柜。', 'There can be no second one. Sign in to this vault.'],
  },
  'no-vault': {
    what: ['这台电脑上还没有档案柜。', 'This computer has no vault yet.'],
    todo: ['请先创建档案柜。', 'Set one up first.'],
  },
  'theft-order': {
    what: ['还没到这一步，或这一步已完成。', 'This step comes later, or is already done.'],
    todo: [
      '请打开“密钥管理”，按被盗更换密钥的步骤继续办理。',
      'Open "Encryption keys" and continue the key change after the theft there.',
    ],
  },
  'sheet-not-begun': {
    what: ['新的恢复单尚未制作，或已取消。', 'The new sheet has not been made, or was cancelled.'],
    todo: ['请从第一步重新开始。', 'Start again from the first step.'],
  },
  'setup-not-begun': {
    what: ['创建档案柜尚未开始，或已取消。', 'Set-up has not started, or was cancelled.'],
    todo: ['请从第一步重新开始。', 'Start again from the first step.'],
  },
  'sheet-mismatch': {
    what: ['输入的与恢复单不一致。', "What you typed doesn't match the recovery sheet."],
    todo: ['请照纸再输入一遍，不分大小写。', 'Type it again from the paper; upper or lower case is fine.'],
  },
  'sheet-slip': {
    what: ['恢复单有一行输错了。', 'One line of the recovery sheet is mistyped.'],
    todo: ['请看清那一行，照纸再输入一遍。', 'Check that line and type it again from the paper.'],
  },
  'sheet-not-ours': {
    what: ['这张恢复单打不开这个档案柜。', 'This recovery sheet does not open this vault.'],
    todo: [
      '可能是其他小区的，或已被新的一张取代。请找出最近的一张。',
      'It may belong to another estate, or a newer sheet has replaced it. Find the latest sheet.',
    ],
  },
  'recovery-not-begun': {
    what: ['恢复尚未开始，或已取消。', 'Recovery has not started, or was cancelled.'],
    todo: ['请从输入恢复单重新开始。', 'Start again with the recovery sheet.'],
  },
  'wrong-pin': { what: ['PIN 不对。', 'The PIN is wrong.'], todo: ['请再输一次。', 'Please type it again.'] },
  'wrong-pin-either': {
    what: ['两个 PIN 里有一个不对。', 'One of the two PINs is wrong.'],
    todo: ['为安全起见不提示是哪一个，请两位都重新输入。', 'Either may be wrong. Enter both again.'],
  },
  'must-wait': {
    what: ['输错次数过多，暂时不能再试。', "Too many wrong tries. You can't try again yet."],
    todo: ['请稍后再输入。程序开着时才计时。', 'Please wait. Time counts only while the program is open.'],
  },
  'slot-closed': {
    what: ['此账号已停用。', 'This account is disabled.'],
    todo: ['请管理员和主管一起处理。', 'An admin and a supervisor can restore it together.'],
  },
  'pin-too-weak': {
    what: ['这个 PIN 太容易被猜到。', 'This PIN is too easy to guess.'],
    todo: ['请换一个。', 'Choose another.'],
  },
  'unknown-slot': {
    what: ['找不到这个人。', "This person can't be found."],
    todo: ['请返回锁定画面，重新选择姓名。', 'Go back to the lock screen and choose the name again.'],
  },
  'own-alert': {
    what: ['这条预警与您本人有关。', 'This alert is about you.'],
    todo: ['请另一位主管处理。', 'Another supervisor has to resolve it.'],
  },
  'limit-reached': {
    what: ['已达查看上限。', 'You have reached your viewing limit.'],
    todo: ['请主管当场同意，或稍后再办。', 'A supervisor can approve it here, or try again later.'],
  },
  'needs-all-desks': {
    what: [
      '这项改动须各台电脑同步进行，目前还不支持。',
      "This change needs all computers of the estate together, which isn't possible yet.",
    ],
    todo: ['没有做任何改动。', 'Nothing was changed.'],
  },
  'pin-changed-elsewhere': {
    what: ['这位人员的 PIN 已在另一台电脑上更换。', 'This PIN was changed at another computer.'],
    todo: ['请输入新的 PIN。', 'Type the new one.'],
  },
  'left-elsewhere': {
    what: ['这位人员已不在名单上。', 'This person is no longer on the staff list.'],
    todo: ['如有疑问，请找管理员。', 'Ask an admin if that is wrong.'],
  },
  'long-away': {
    what: [
      '这台电脑超过七天没有连上其他电脑，现在只有主管能登录。',
      'This computer has not reached the others for more than seven days. Only a supervisor can sign in.',
    ],
    todo: ['请恢复连接后再试，或请主管登录。', 'Restore the connection and try again, or ask a supervisor.'],
  },
  'desks-offline': {
    what: [
      '这项改动须各台电脑一起进行，现在连不上其他电脑。',
      "This change needs all computers of the estate, and the others can't be reached.",
    ],
    todo: [
      '没有做任何改动。恢复连接后再办；其他工作可照常进行。',
      'Nothing was changed. Try again once the connection is back; other work can go on.',
    ],
  },
  'address-unreadable': {
    what: ['地址或字符有误。', 'The address or the characters are incomplete.'],
    todo: ['请逐字对照后重新输入。', 'Compare them with the paper and type them again.'],
  },
  'slip-over': {
    what: ['这张加入凭条不能再用。', 'This joining slip can no longer be used.'],
    todo: ['请管理员另开一张，24 小时内使用一次。', 'An admin can make another: one use, within 24 hours.'],
  },
  'desk-not-in': {
    what: ['另一台电脑还没有准备好。', "The other computer isn't ready yet."],
    todo: ['请确认两台电脑都已连接，稍后再试。', 'Check that both are connected, and try again in a moment.'],
  },
  'desk-code': {
    what: ['字符与新电脑上显示的不一致。', "These aren't the characters that the new computer shows."],
    todo: ['请对照其画面重新输入。', 'Type them again from its screen. Nothing was changed.'],
  },
  'keeper-refused': {
    what: ['没有连上服务器，或管理口令不对。', 'Server not reached, or wrong server admin password.'],
    todo: ['请核对地址、口令和网络后再试。', 'Check address, password and connection, and try again.'],
  },
  'desks-busy': {
    what: [
      '这项改动须各台电脑一起进行，另一台电脑正在进行改动。',
      'This change needs all computers of the estate, and another one is making a change.',
    ],
    todo: ['没有做任何改动。请过一会儿再办。', 'Nothing was changed. Try again in a moment.'],
  },
  'desks-stopped': {
    what: [
      '这台电脑与其他电脑不一致，不能进行这项改动。',
      "This computer isn't in step with the others, so this change can't be made here.",
    ],
    todo: [
      '没有做任何改动。请查看画面底部的说明，并告诉管理员。',
      'Nothing was changed. Read the line at the foot of the screen, and tell an admin.',
    ],
  },
  'outcome-unknown': {
    what: [
      '改动已送出，但连接中断，还不知道是否生效。',
      "The change was sent, but the connection was lost, so it isn't known yet whether it counts.",
    ],
    todo: [
      '请不要重复办理。恢复连接后即有结果，各台电脑结果一致；其他工作可照常进行。',
      "Don't make it again. Once the connection is back it is decided, alike on every computer; other work can go on.",
    ],
  },
  'not-done': {
    what: ['改动没有生效：另一台电脑先改了。', 'The change was not made: another computer was first.'],
    todo: ['请查看现在的内容，需要时再改。', 'Look at what holds now, and change it again if needed.'],
  },
  'outside-scope': {
    what: ['不在您的负责范围内。', 'This is outside your scope.'],
    todo: ['需要查看，请主管当场同意。', 'A supervisor can approve it here.'],
  },
  'too-fast': {
    what: ['短时间内查看过多。', 'Too many in a short time.'],
    todo: ['请稍等再继续。', 'Wait a moment, then continue.'],
  },
  'in-inspection': {
    what: ['检查模式期间只看脱敏内容。', 'Inspection mode is on: masked data only, and no changes.'],
    todo: ['结束检查模式后再办理。', 'End inspection mode first.'],
  },
  'not-trained': {
    what: [
      '培训答题未通过，宽限期已过，暂不能查看住户资料。',
      "The training quiz is not passed and the grace is over: residents' data stays closed.",
    ],
    todo: ['请到“培训”答题；通过后立即恢复。', 'Pass the quiz on the Training page; access returns at once.'],
  },
  'inspection-over': {
    what: ['检查模式时间已到，已锁定。', 'Inspection mode has ended and the vault is locked.'],
    todo: ['请主管重新登录。', 'Have the supervisor sign in again.'],
  },
  'emergency-unacknowledged': {
    what: [
      '您上一次紧急查看还没有主管确认，不能再次开始。',
      "Your last emergency access has not been acknowledged, so you can't start another.",
    ],
    todo: [
      '请主管登录后在“紧急查看”里确认。在此之前可以逐项显示，或请主管查看。',
      'A supervisor signs in and acknowledges it under Emergencies. Until then reveal one field at a time, or ask a supervisor.',
    ],
  },
  'reason-out-of-use': {
    what: ['这个事由已停用。', 'This reason is no longer in use.'],
    todo: ['请另选一个事由。', 'Choose another one.'],
  },
  'own-emergency': {
    what: ['这次紧急查看是您本人发起的。', 'You opened this yourself.'],
    todo: ['请另一位主管确认。', 'Another supervisor has to acknowledge it.'],
  },
  'name-taken': {
    what: ['已有人使用这个姓名。', 'This name is already in use.'],
    todo: [
      '同一个人再担任一个角色，请选“已有人员”；不是同一个人，请在姓名后加以区别，如“张伟（夜班）”。',
      'If it is the same person in another role, choose "Existing staff"; if not, add something to tell them apart, such as "Wei Zhang (nights)".',
    ],
  },
  'staff-full': {
    what: ['人员已满，不能再添加。', 'The staff list is full.'],
    todo: ['请先为已离职的人员办理离职。', 'Remove people who have left first.'],
  },
  'last-of-role': {
    what: ['管理员或主管仅剩这一位，不能调离。', 'This is the only admin or supervisor left.'],
    todo: ['请先添加接替人员，再办理。', 'Add their replacement first, then try again.'],
  },
  'not-yourself': {
    what: ['不能为自己办理此事。', "You can't do this for yourself."],
    todo: [
      '修改自己的 PIN 请用“修改 PIN”；角色和离职请另一位管理员办理。',
      'Use "Change PIN" for your own PIN; another admin changes your role or removes you.',
    ],
  },
  'needs-second-admin': {
    what: [
      '添加管理员须两位管理员一起办理，或一位管理员加恢复单。',
      'Adding an admin takes two admins, or one admin and the recovery sheet.',
    ],
    todo: ['请另一位管理员到场，或取出恢复单。', 'Ask the other admin to come, or get the recovery sheet.'],
  },
  'needs-root': {
    what: [
      '对方是创建档案柜的人，须另一位创建人或恢复单解除。',
      'They took part in set-up: another person from set-up, or the recovery sheet, has to release them.',
    ],
    todo: [
      '请另一位创建时的管理员或主管到场，或取出恢复单。',
      'Ask the other admin or supervisor from set-up to come, or get the recovery sheet from the safe.',
    ],
  },
  'same-person': {
    what: ['会签须由另一个人。', 'Co-signing takes a second person.'],
    todo: ['请选另一位主管，输入对方的 PIN。', 'Choose another supervisor, who enters their own PIN.'],
  },
  'keychain-locked': {
    what: ['系统凭据库未解锁。', "The system's keychain is locked."],
    todo: ['解锁后，点“再试一次”。', 'Once it is unlocked, choose "Try again".'],
  },
  'keychain-no-service': {
    what: ['这台电脑没有可用的系统凭据库。', 'This computer has no keychain service.'],
    todo: [
      '设备密钥只存在系统凭据库中，没有它无法打开档案柜。',
      "The device key is stored only in the system keychain; without it the vault can't be opened.",
    ],
  },
  'keychain-no-bus': {
    what: ['程序连不上系统凭据库。', "The program cannot reach the system's keychain."],
    todo: [
      '程序不是从桌面登录打开的，或会话总线没有运行。',
      'The program was not opened from a desktop session, or the session bus is not running.',
    ],
  },
  'keychain-item-missing': {
    what: ['系统凭据库里没有这个档案柜的设备密钥。', 'The keychain has no device key for this vault.'],
    todo: [
      '没有它无法打开档案柜。资料还在，请勿删除文件夹。',
      "The vault can't be opened without it. The records are still there: do not delete the folder.",
    ],
  },
  'keychain-other-user': {
    what: ['档案柜是这台电脑的另一个用户创建的。', 'The vault was created by another user of this computer.'],
    todo: ['设备密钥在那个用户的系统凭据库里。', "Its device key is in that user's keychain."],
  },
  'keychain-write-failed': {
    what: ['无法写入系统凭据库，操作未完成。', 'The keychain could not be written. Nothing was done.'],
    todo: ['请检查系统凭据库是否已解锁，再试一次。', 'Check that the keychain is unlocked and try again.'],
  },
  'header-damaged': {
    what: ['档案柜主文件已损坏。', "The vault's header file is damaged."],
    todo: [
      '没有改动任何内容。请用下面的办法修复，或用备份恢复。',
      'Nothing was changed. Repair it with one of the options below, or restore a backup.',
    ],
  },
  'header-forged': {
    what: ['档案柜主文件不是这台电脑写的。', "The vault's header file was not written by this computer."],
    todo: [
      '文件可能被人换过。请勿输入 PIN，立即告诉管理员。',
      'Somebody may have replaced it. Do not enter a PIN; tell the admin at once.',
    ],
  },
  'header-missing': {
    what: ['找不到档案柜主文件。', "The vault's header file is missing."],
    todo: [
      '程序不会在原处另建。请找回文件，或用备份恢复。',
      'The program does not create a new one in its place. Return the file, or restore a backup.',
    ],
  },
  'header-newer': {
    what: ['档案柜是新版程序写的。', 'The vault was written by a newer version.'],
    todo: ['请换用新版程序打开。', 'Open it with the newer program.'],
  },
  'wrong-computer': {
    what: ['这个档案柜属于另一台电脑。', 'This vault belongs to another computer.'],
    todo: ['设备密钥在那台电脑里。', 'Its device key is in that computer.'],
  },
  'practice-mixed': {
    what: ['演练资料和正式资料不能混用。', 'Practice records and real records cannot be mixed.'],
    todo: [
      '演练的备份和文件夹只能用于演练，正式的只能用于正式档案柜。请另选一份。',
      'Use practice backups and folders in practice only, and real ones in the real vault. Choose another one.',
    ],
  },
  'store-missing': {
    what: ['找不到档案库文件。', 'The records file is missing.'],
    todo: [
      '程序不会另建空库。请找回文件，或用备份恢复。',
      'The program does not create an empty one. Return the file, or restore a backup.',
    ],
  },
  'store-damaged': {
    what: ['档案库文件已损坏。', 'The records file is damaged.'],
    todo: ['程序没有改动它。请停止使用，用备份恢复。', 'Left as it is. Stop using it, restore a backup.'],
  },
  'store-wrong-key': {
    what: ['此密钥无法打开档案库。', 'This key does not open the records.'],
    todo: [
      '文件可能被换过。请告诉管理员，用备份核对。',
      'The file may have been replaced. Tell the admin and compare it with a backup.',
    ],
  },
  'store-newer': {
    what: ['档案库是新版程序写的。', 'The records were written by a newer version.'],
    todo: [
      '请换用新版程序打开。要退回旧版，只能用更新前的备份恢复，之后的改动不再有。',
      'Open them with the newer program. To stay with this one, restore the backup from before the update: what was changed since is gone.',
    ],
  },
  'store-mismatch': {
    what: ['档案库与档案柜主文件不一致。', 'The records and the header do not belong together.'],
    todo: [
      '文件可能没有恢复完整。请主管核对后处理。',
      'Only part of the files may have been restored. Ask a supervisor to look into it.',
    ],
  },
  'store-tampered': {
    what: [
      '档案库里有不是本程序写入的内容，没有采用。',
      'The records file holds content that this program did not write. It was not used.',
    ],
    todo: [
      '文件可能被人改动。请停止使用，告诉管理员，用备份恢复。',
      'Somebody may have changed it. Stop using it, tell the admin and restore a backup.',
    ],
  },
  'store-read-only': {
    what: ['档案库有损坏，现在只能查看。', 'The records are damaged and can only be viewed.'],
    todo: [
      '为避免进一步损坏，不显示、也不写入。请管理员用最近的备份恢复。',
      'To prevent further damage nothing is revealed or written. Have an admin restore the latest backup.',
    ],
  },
  'engine-missing': {
    what: ['缺少读取加密档案库的组件。', 'The component that reads the encrypted records is missing.'],
    todo: ['请重新安装本程序。', 'Reinstall the program.'],
  },
  'disk-full': {
    what: ['磁盘已满，没有保存。', 'The disk is full. Nothing was saved.'],
    todo: ['原有资料完好。请腾出空间后再试。', 'Existing records are intact. Free up space and try again.'],
  },
  'disk-error': {
    what: ['磁盘读写出错，没有保存。', 'The disk could not be read or written. Nothing was saved.'],
    todo: ['原有资料没有改动。请检查磁盘，再试一次。', 'Records are unchanged. Check the disk; try again.'],
  },
  'not-found': {
    what: ['找不到这条档案。', "This record can't be found."],
    todo: ['可能刚刚被改动。请重新查找。', 'It may just have changed. Search again.'],
  },
  'changed-meanwhile': {
    what: ['这条档案刚才被改过。', 'This record was changed a moment ago.'],
    todo: ['请重新打开，看过后再修改。', 'Open it again and check it before you edit.'],
  },
  'invalid-value': {
    what: ['有一项填写有误。', 'One of the fields is not valid.'],
    todo: ['请检查后再保存。', 'Check it and save again.'],
  },
  'room-not-understood': {
    what: ['房号无法识别。', "The room number isn't recognised."],
    todo: ['请按“3栋2单元1801”或“3-2-1801”的格式填写。', 'Write it like 3-2-1801 or 3栋2单元1801.'],
  },
  'room-unknown': {
    what: ['没有这个房号。', 'No such room.'],
    todo: ['请核对房号，或先在“房屋”页面添加。', 'Check the number, or add the room under "Rooms".'],
  },
  'posts-a-name': {
    what: ['这张通知里有住户姓名。', "The notice contains a resident's name."],
    todo: ['张贴的通知只写房号，请删去姓名。', 'Posted notices show room numbers only: remove the name.'],
  },
  'posts-a-number': {
    what: ['这张通知里有像电话或证件号的数字。', 'The notice has digits like those of a phone or ID.'],
    todo: ['张贴的通知只写房号和金额，请删去号码。', 'Posted notices show rooms and amounts: remove it.'],
  },
  'nothing-sealed': {
    what: ['这一项没有内容。', 'This field is empty.'],
    todo: ['没有可显示的内容。', 'There is nothing to reveal.'],
  },
  'field-off': {
    what: ['这一项资料没有启用。', 'This field is not in use here.'],
    todo: ['需要登记，请管理员先在“脱敏规则”里启用。', 'An admin turns it on under "Masking rules" first.'],
  },
  'placeholder-value': {
    what: ['这不是真实号码。', 'This is a made-up number.'],
    todo: ['不知道号码请留空，不要填 18999999999 这样的号码。', 'Leave it empty if the number is not known.'],
  },
  'practice-invented': {
    what: ['演练里不能录入可能是真人的号码。', 'Practice does not accept numbers that may be real.'],
    todo: [
      '手机号请用 141 开头的，身份证号请用 1890 年代出生的；其他号码不要填。',
      'Use phones that begin with 141 and ID numbers of people born in the 1890s; leave other numbers out.',
    ],
  },
  'practice-no-files': {
    what: ['演练里不能添加照片和文件，里面可能有真人。', 'No photos or files: real people may be in them.'],
    todo: ['请把照片留在原处，正式使用时再办理。', 'Leave it where it is until you use the real vault.'],
  },
  'already-there': {
    what: ['已有登记。', 'This is already on record.'],
    todo: ['请先查看原有的登记，需要时修改。', 'Check the existing entry and edit it if needed.'],
  },
  'guardian-needed': {
    what: ['住户不满 14 周岁，须登记监护人。', 'The resident is under 14 and needs a guardian.'],
    todo: [
      '请填写监护人：选在档的人，或填姓名和电话。告知和同意由监护人办理。',
      'Enter somebody on record, or a name and phone. Notices and consent go to them.',
    ],
  },
  restricted: {
    what: ['这份档案的目的已经结束，限制处理。', 'This record is restricted: its purpose has ended.'],
    todo: [
      '确有需要，请主管在“保存期限”页面说明理由后打开。',
      'If it is needed, a supervisor opens it with a reason under "Retention".',
    ],
  },
  'estate-transfer-waits': {
    what: ['已有一次移交在等待。', 'Another estate transfer is waiting.'],
    todo: ['请先完成或终止那次移交。', 'Finish or stop that one first.'],
  },
  'estate-transfer-early': {
    what: ['发起后还不满 24 小时。', 'The order is less than 24 hours old.'],
    todo: [
      '请满 24 小时后再导出；在此之前任何人都可以终止移交。',
      'After 24 hours; anyone can stop it until then.',
    ],
  },
  'estate-transfer-late': {
    what: ['这次移交超过 14 天没有办理，已作废。', 'The order is more than 14 days old and has lapsed.'],
    todo: ['请终止移交后重新发起。', 'Stop it and order another one.'],
  },
  'on-hold': {
    what: ['这份档案因争议、索赔或依法保全暂缓删除。', 'Held because of a dispute, claim or authority.'],
    todo: ['请先在“保存期限”页面解除暂缓，再删除。', 'End the hold under "Retention" first.'],
  },
  'ids-differ': {
    what: ['两份档案的证件号不同。', 'The two records have different ID numbers.'],
    todo: [
      '请先查明是不是同一个人；确实是，打开上面的开关再合并。',
      'Find out whether they are the same person; if so, confirm the merge.',
    ],
  },
  'verify-shown-characters': {
    what: ['只能核对屏幕上隐藏的数字。', 'Only digits that the screen hides can be checked.'],
    todo: ['请输入来访人报出的、以星号隐藏的几位。', 'Enter the hidden digits as the visitor says them.'],
  },
  'verify-closed': {
    what: ['这份档案已三次不一致，暂停核实。', 'Three answers did not match: verification is paused here.'],
    todo: ['请 15 分钟后再核实，或请主管处理。', 'Try again in 15 minutes, or ask a supervisor.'],
  },
  'verify-nothing-to-compare': {
    what: ['档案里没有这一项，无法核对。', 'The record has nothing to check this against.'],
    todo: ['请换一种方式核对。', 'Check another way.'],
  },
  'log-unavailable': {
    what: ['无法写入操作记录，没有办理。', 'The log could not be written. Nothing was done.'],
    todo: [
      '未记录的操作不会执行。请检查磁盘和系统凭据库，再试一次。',
      'Nothing is shown without a log entry. Check the disk and the keychain, then try again.',
    ],
  },
  rotating: {
    what: ['正在更换密钥，暂时只能查找，不能打开或修改。', 'A key is being changed: you can only search.'],
    todo: ['请在更换完成后办理，通常不到一分钟。', 'Try again when it is done, usually within a minute.'],
  },
  'change-unfinished': {
    what: ['更换密钥已生效，但没有全部写完。', 'The new keys are in effect, but not everything was written.'],
    todo: [
      '从现在起以新的 PIN、新的恢复单为准，旧的作废。请检查磁盘空间，再登录一次，余下的会自动写完。',
      'Use the new PIN and recovery sheet from now on; the old ones no longer work. Make sure the disk has space, then sign in: the rest is written automatically.',
    ],
  },
  'log-broken': {
    what: ['操作记录前后不连续。', 'The log is not continuous.'],
    todo: ['请主管在“操作记录”里核对，并告诉管理员。', 'Have a supervisor check "Log" and tell the admin.'],
  },
  'second-log-differs': {
    what: ['备份盘上的操作记录，这里没有。', 'The copy of the log has entries that this log does not.'],
    todo: ['请主管登录处理。', 'A supervisor has to sign in and resolve it.'],
  },
  'second-log-no-folder': {
    what: ['这个文件夹不能存放操作记录备份。', "This folder can't hold the log copy."],
    todo: [
      '请插好移动硬盘或 U 盘，选盘上的文件夹：不能在档案柜的文件夹里，名称不要有特殊字符。',
      "Plug in a drive and choose a folder on it: not inside the vault's folder, and without special characters in its name.",
    ],
  },
  'workbook-unreadable': {
    what: ['无法读取这个表格。', "This spreadsheet can't be read."],
    todo: ['请用表格软件打开，另存为 .xlsx 后再导入。', 'Open it, save it as .xlsx, then import that.'],
  },
  'import-guesses-ids': {
    what: [
      '同一个人名下有三个以上不同的证件号。不给出比对结果，并已记入操作记录。',
      'One person has three or more different ID numbers. No result is shown, and this has been logged.',
    ],
    todo: [
      '请看表格第 {{row}} 行和它前面的行，每个人只留一个证件号，再重新选择文件。',
      'Look at row {{row}} and those before it, leave one ID number for each person, and choose the file again.',
    ],
  },
  'ids-undecided': {
    what: [
      '公司还没有决定是否保存证件号码，号码一律不接收。没有写入任何内容。',
      'The company has not decided whether to keep ID numbers, so none is taken. Nothing was written.',
    ],
    todo: [
      '请管理员在“证件号码”里决定，或不带证件号码再试。',
      'Ask an admin to decide under "ID numbers", or try again without them.',
    ],
  },
  'ids-not-kept': {
    what: ['公司已决定不保存证件号码。没有写入任何内容。', 'ID numbers are not kept. Nothing was written.'],
    todo: ['请不带证件号码再试。', 'Try again without them.'],
  },
  'id-needs-consent': {
    what: [
      '没有登记本人的单独同意，证件号码不能保存。没有写入任何内容。',
      'There is no separate consent on record, so the ID number cannot be kept. Nothing was written.',
    ],
    todo: [
      '请先在档案里登记“核实身份（证件号码）”的同意，再填写证件号码。',
      'Record the consent for identity checks first, then enter the number.',
    ],
  },
  'import-not-answered': {
    what: ['还有问题没有回答，没有写入。', 'Some questions are unanswered. Nothing was written.'],
    todo: ['请在预览里回答，再写入。', 'Answer them in the preview, then write.'],
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
    what: ['处理这个表格用时过长，已停止。', 'Processing this spreadsheet took too long and was stopped.'],
    todo: [
      '请分成几个文件，去掉用不到的工作表和列，再分次导入。',
      "Split it into several files without the sheets and columns you don't need, and import them one by one.",
    ],
  },
  'row-too-slow': {
    what: ['表格里有些行读取过久，已停止。', 'Reading some of the rows took too long and was stopped.'],
    todo: [
      '请查看第 {{row}} 行及之后的行，缩短特别长的单元格，或先删去这些行；仍不行，请分成几个文件，再重新选择。',
      'Check row {{row}} and the rows after it: shorten very long cells or remove those rows; otherwise split the file. Then choose it again.',
    ],
  },
  'workbook-no-columns': {
    what: ['文件里没有可导入的表格。', 'The file has no table to import.'],
    todo: [
      '请确认有一行表头（如“业主名称”“房号”），下面每行一户，再导入。表头竖排在左边的，先复制，再“选择性粘贴”并勾选“转置”。',
      'Make sure there is a header row (such as "业主名称" and "房号") with a household in each row below it, then import again. Where the headings stand one below the other, copy them and paste with "Transpose" first.',
    ],
  },
  'workbook-encrypted': {
    what: ['表格设了打开密码。', 'The spreadsheet has a password.'],
    todo: ['请在表格软件里去掉密码，另存后再导入。', 'Remove it in the spreadsheet, save and import again.'],
  },
  'plan-gone': {
    what: ['预览已过期。', 'The preview has expired.'],
    todo: ['请重新预览，再确认。', 'Preview again, then confirm.'],
  },
  cancelled: { what: ['已取消。', 'Cancelled.'], todo: ['没有写入任何内容。', 'Nothing was written.'] },
  busy: {
    what: ['正在处理另一项较长的操作。', 'Another long task is running.'],
    todo: ['请等它完成。', 'Wait until it is done.'],
  },
  'no-rejects': {
    what: ['没有需要保存的行。', 'There are no rows to save.'],
    todo: ['所有的行都已导入。', 'Every row was imported.'],
  },
  'identity-not-verified': {
    what: ['尚未核实身份。', 'Identity has not been verified.'],
    todo: ['请先核实身份，再登记。', 'Verify identity first, then record it.'],
  },
  'roster-too-large': {
    what: ['这个单元超过 100 人。', 'This unit has more than 100 people.'],
    todo: [
      '名册一次最多 100 人，不能导出更多。请与接收单位商量缩小范围。',
      'A roster can list at most 100 people. Agree on a smaller scope with the recipient.',
    ],
  },
  'too-many-rosters': {
    what: ['24 小时内已导出 2 份名册。', 'Two rosters were made within 24 hours.'],
    todo: ['请明天再办。', 'Make the next one tomorrow.'],
  },
  'request-not-answered': {
    what: ['操作记录里还没有办理这件请求的记录。', 'The log shows nothing yet that fulfils this request.'],
    todo: [
      '请先为请求人办理（提供副本、当面查看、修改等），再办结。核实身份之前办理的不算。',
      'First do what is asked (copy, viewing, correction), then close the request. What was done before identity was verified does not count.',
    ],
  },
  'incident-unfinished': {
    what: ['还不能结案。', 'It cannot be closed yet.'],
    todo: [
      '请先写全法律要求的内容，登记已报告主管部门，并登记告知人数或不告知的理由。',
      'Complete what the law requires, record the report to the authority, and record how many people were notified or why none need to be.',
    ],
  },
  'law-unreadable': {
    what: ['无法读取表单数据。', "The form data can't be read."],
    todo: [
      '数据文件缺失或损坏（{{file}}）。请重新安装本程序，或恢复原来的文件。',
      'A data file is missing or damaged ({{file}}). Reinstall the program, or restore the file.',
    ],
  },
  'attachment-kind': {
    what: ['不支持这种文件。', "This type of file can't be attached."],
    todo: [
      '只支持 PNG、JPEG 图片，PDF 和纯文本（UTF-8），按内容判断，改扩展名无效。',
      'Only PNG and JPEG pictures, PDF and plain text (UTF-8) are accepted. The content is checked, so renaming the file does not help.',
    ],
  },
  'attachment-too-large': {
    what: ['文件太大。', 'The file is too large.'],
    todo: [
      '一个附件最多 {{most}} MB，图片最多 6400 万像素，带透明的 PNG 最多 1600 万像素。请缩小后再附。',
      'The limit is {{most}} MB for an attachment, 64 million pixels for a picture, 16 million for a PNG with transparency. Make it smaller and attach it again.',
    ],
  },
  'attachments-full': {
    what: ['附件空间已满。', 'No space for more attachments.'],
    todo: [
      '附件合计最多 {{most}} MB。请先删除不再需要的附件。',
      'All attachments together are limited to {{most}} MB. Remove some you no longer need.',
    ],
  },
  'form-unanswered': {
    what: ['还有未填写的项目。', 'Some items are unanswered.'],
    todo: ['每一项都选定结果后，才能完成表单。', 'Answer every item to finish the form.'],
  },
  'form-unexplained': {
    what: ['有不适用的项目没有写明理由。', 'An item that does not apply has no reason.'],
    todo: ['请在这些项目的说明中写明为什么不适用。', 'Write why in the remark of each such item.'],
  },
  'purpose-not-named': {
    what: ['信息清单里没有这项用途。', 'The inventory has no such purpose.'],
    todo: [
      '告知书没有写明的用途不能登记同意。请管理员先在信息清单中写明。',
      'Nobody can consent to what no notice names. Ask an admin to state it in the inventory first.',
    ],
  },
  'form-replaced': {
    what: ['表单已更新。', 'The form has a newer version.'],
    todo: ['草稿按旧版填写。请先换到新版，再完成。', 'This draft is of the old version. Move it first.'],
  },
  'file-not-written': {
    what: ['文件没有保存。', 'The file was not saved.'],
    todo: [
      '请换一个位置，或关闭正在使用这个文件的程序，再保存一次。',
      'Choose another location, or close the program that is using the file, and save again.',
    ],
  },
  'file-changed': {
    what: ['这个文件读取后又有改动，或已换成别的文件。', 'This file has changed since it was read.'],
    todo: [
      '没有删除它。如果文件名已被占用，它的名称后会加上 (2)。请打开查看后自行处理。',
      'It was not deleted. If its name is taken, (2) has been added to it. Open it and deal with it yourself.',
    ],
  },
  'file-not-removed': {
    what: ['原表格没有删除。', 'The original file was not deleted.'],
    todo: [
      '请先关闭正在使用它的程序（如 WPS、Excel），再试一次。',
      'Close the program that is using it (such as WPS or Excel) and try again.',
    ],
  },
  'backup-no-folder': {
    what: ['无法打开备份文件夹。', "The backup folder can't be opened."],
    todo: [
      '请插好移动硬盘或 U 盘；换过位置的，请重新选文件夹。',
      'Plug in the drive. If backups have moved, choose the folder again.',
    ],
  },
  'backup-damaged': {
    what: ['这份备份已损坏。', 'This backup is damaged.'],
    todo: ['没有使用这份备份。请换一份，并检查存放备份的磁盘。', 'Not used: choose another, check its disk.'],
  },
  'backup-newer': {
    what: ['这份备份是新版程序做的。', 'This backup was made by a newer version.'],
    todo: ['请换用新版程序打开。', 'Open it with the newer program.'],
  },
  'backup-other-vault': {
    what: ['这份备份属于另一个档案柜。', 'This backup belongs to another vault.'],
    todo: ['请选本档案柜的备份。', 'Choose a backup of this vault.'],
  },
  'backup-wrong-sheet': {
    what: ['这份备份不对应这张恢复单。', 'This backup does not match this recovery sheet.'],
    todo: ['请取出备份当时使用的恢复单。', 'Use the sheet that was valid when the backup was made.'],
  },
  'backup-needs-sheet': {
    what: ['您的 PIN 无法打开这份备份。', "Your PIN can't open this backup."],
    todo: [
      '它在别的电脑上制作，或之后换过密钥。请取出恢复单。',
      'It was made on another computer, or keys have changed since. Use the recovery sheet.',
    ],
  },
  'backup-older-staff': {
    what: ['备份之后，人员有变动。', 'Staff have changed since this backup was made.'],
    todo: [
      '现在的档案库打不开，无法得知当前人员。请用恢复单恢复。',
      "The current records can't be opened, so the current staff are unknown. Recover with the sheet.",
    ],
  },
  'backup-older-keys': {
    what: [
      '备份之后换过资料密钥，在场的人都没有当时的密钥。',
      'The field keys have changed since this backup, and nobody present has the old ones.',
    ],
    todo: [
      '没有改动任何内容。请主管到场并输入备份当时的恢复单，或换一份更换密钥之后的备份。',
      'Nothing was changed. With a supervisor present, type the recovery sheet of that time, or choose a later backup.',
    ],
  },
  'import-undone': {
    what: ['这次导入已撤销。', 'This import has already been undone.'],
    todo: ['无需再操作。', 'Nothing more to do.'],
  },
  'import-journal-gone': {
    what: [
      '这次导入中有人的资料已删除，撤销所需的内容也已一并删除。',
      'Data from this import has been deleted, along with what undoing it needs.',
    ],
    todo: ['请在档案里逐条修改。', 'Correct the records one by one.'],
  },
  'update-missing': {
    what: ['文件夹里没有适用于本程序的完整更新。', 'The folder holds no complete update for this program.'],
    todo: ['请插好 U 盘，选更新所在的文件夹。', 'Plug the drive in and choose the folder of the update.'],
  },
  'update-forged': {
    what: ['更新未通过校验，没有采用。', 'The update failed its check and was not taken.'],
    todo: ['请向软件提供方重新索取，勿用这一份。', 'Get it anew from the publisher; do not use this copy.'],
  },
  'update-expired': {
    what: ['更新已过有效期。', 'The update has expired.'],
    todo: ['请索取新的一份，并核对电脑日期。', "Get a newer one, and check this computer's date."],
  },
  'update-not-newer': {
    what: ['更新不比现在的版本新。', 'The update is no newer than what is in use.'],
    todo: ['无需更新。', 'No update is needed.'],
  },
} satisfies Readonly<Record<ErrorCode, { readonly what: Wording; readonly todo: Wording }>>;

export const words = {
  product: ['业主档案柜', 'Resident Vault'],
  law: {
    from: ['来源', 'Source'],
    source: ['{{title}}。可靠程度 {{grade}}（{{words}}）', '{{title}}. Grade {{grade}} ({{words}})'],
    version: ['版本 {{version}}', 'Version {{version}}'],
    compare: [
      '条目按公开资料整理，使用前请与官方附件核对',
      'Compiled from public sources: compare it with the official annexes before use',
    ],
    checked: ['条目已与官方文本核对', 'Compared with the official text'],
    ours: [
      '英文为本软件所译，不是官方译本；以中文为准。',
      "The English is this product's own translation, not an official one; the Chinese text prevails.",
    ],
    grades: GRADE_WORDS,
  },
  signing: {
    later: ['确认，稍后一并签名', 'Confirm, sign later'],
    put: ['已确认，待签名。', 'Confirmed; to be signed.'],
    also: [
      '此 PIN 一并签署您已确认的 {{count}} 项：',
      'This PIN also signs the {{count}} thing that you have confirmed:',
      'This PIN also signs the {{count}} things that you have confirmed:',
    ],
  },
  common: {
    filters: ['筛选', 'Filters'],
    filtersOn: ['筛选（已选）', 'Filters (on)'],
    readFirst: ['说明', 'What to know'],
    noChoice: ['没有这一项', 'No such choice'],
    newer: ['上一条', 'Previous'],
    older: ['下一条', 'Next'],
    close: ['关闭', 'Close'],
    more: ['更多', 'More'],
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
    notPrinted: [
      '没有打印：已取消，或没有可用的打印机。请检查打印机后再试。',
      'Nothing was printed: it was cancelled, or no printer is available. Check the printer and try again.',
    ],
  },
  toast: { region: ['刚才的操作', 'Last action'], undone: ['已撤销。', 'Undone.'] },
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
    'handed-over': ['已交房', 'Delivered'],
    'not-lived-in': ['未入住', 'Not moved in'],
    renovating: ['装修中', 'Renovating'],
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
    restrict: ['只保存，不再使用', 'Keep it, but stop using it'],
    'other-basis': ['另有依据，继续使用', 'Keep using it on another basis'],
  } satisfies Words<Withdrawal>,
  roomParts: {
    estate: ['小区', 'Estate'],
    building: ['楼栋', 'Building'],
    unit: ['单元', 'Unit'],
    room: ['房间', 'Room'],
    roomText: ['房号（整段）', 'Room (full)'],
    unitRoom: ['单元和房号（2-1801）', 'Unit and room (2-1801)'],
    floor: ['楼层', 'Floor'],
    layout: ['户型', 'Layout'],
    area: ['建筑面积', 'Built area'],
    innerArea: ['套内面积', 'Inner area'],
    sharedArea: ['公摊面积', 'Shared area'],
    usage: ['房屋用途', 'Usage'],
    totalFloors: ['总层数', 'Total floors'],
    status: ['房屋状态', 'Room status'],
    deliveredOn: ['交房日期', 'Delivery date'],
  } satisfies Words<RoomPart>,
  householdParts: {
    tenantName: ['租客姓名', "Tenant's name"],
    tenantPhone: ['租客电话', "Tenant's phone"],
    tenantId: ['租客证件号', "Tenant's ID number"],
    coOwnerName: ['共有人姓名', "Co-owner's name"],
    coOwnerPhone: ['共有人电话', "Co-owner's phone"],
    coOwnerId: ['共有人证件号', "Co-owner's ID number"],
    familyName: ['家属姓名', "Family member's name"],
    familyPhone: ['家属电话', "Family member's phone"],
    familyId: ['家属证件号', "Family member's ID number"],
    occupantName: ['现住人姓名', "Occupant's name"],
    occupantPhone: ['现住人电话', "Occupant's phone"],
    occupantId: ['现住人证件号', "Occupant's ID number"],
    landlordName: ['房东姓名', "Landlord's name"],
    landlordPhone: ['房东电话', "Landlord's phone"],
    landlordId: ['房东证件号', "Landlord's ID number"],
    moveIn: ['入住日期', 'Moved in on'],
    tenantMoveIn: ['租客入住日期', 'Tenant moved in on'],
    tenantEmail: ['租客邮箱', "Tenant's e-mail"],
    moveOut: ['搬离日期', 'Moved out on'],
    share: ['产权份额', 'Share of ownership'],
    coOwnerShare: ['共有人份额', "Co-owner's share"],
    familyRelation: ['家庭成员关系', 'Relation of family'],
    leaseFrom: ['租期开始', 'Lease from'],
    leaseUntil: ['租期到期', 'Lease until'],
    leaseTerm: ['租期（起止一格）', 'Lease (both days in one cell)'],
  } satisfies Words<HouseholdPart>,
  carParts: {
    brand: ['品牌', 'Brand'],
    colour: ['颜色', 'Colour'],
    vehicleKind: ['车型', 'Vehicle type'],
    carPark: ['停车场', 'Car park'],
    spaceCode: ['车位号', 'Space number'],
    spaceKind: ['车位性质', 'Space type'],
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
    'too-common': ['太常见，容易被猜中。', 'Too common and easy to guess.'],
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
    'full-width': ['全角改为半角', 'Full-width digits converted'],
    'placeholder-phone': ['虚假电话，视为没有', 'Placeholder phone, ignored'],
    'placeholder-id': ['虚假证件号，视为没有', 'Placeholder ID, ignored'],
    'id-check-digit': ['证件号校验不符', "ID check digit doesn't match"],
    'id-cut': ['证件号被表格截断', 'ID cut off by the spreadsheet'],
    'old-id': ['15 位旧证件号，请与本人核对', 'Old 15-digit ID; confirm with the holder'],
    'card-check-digit': ['银行卡号校验位不符', "Bank card check digit doesn't match"],
    'number-cell': ['号码按数字存', 'Number stored as a number'],
    'merged-cell': ['来自合并格', 'From a merged cell'],
    'birthday-not-valid': ['生日不对，未取', 'Invalid birthday, left out'],
    'guardian-needed': ['不满 14 周岁，表里没有监护人，请补上', 'Under 14 without a guardian: add one'],
    'several-phones': ['一格多个电话', 'Several phones in one cell'],
    'phone-kept-as-is': ['电话照原样保存', 'Phone kept as it is'],
    'room-carried': ['房号沿用上一行', 'Room taken from the row above'],
    'co-owners-split': ['一格几个业主，已分开', 'Several owners in one cell, split'],
    'relation-in-name': ['姓名里带的关系已取出', 'Relation taken out of the name'],
    'phone-in-remark': ['备注里有电话，随备注加密保存', 'Phone in the remark, encrypted with it'],
    'id-in-remark': ['备注里有证件号，请另填', 'ID number in the remark; enter it in its own field'],
    'by-owner-code': ['姓名按业主编号补上', 'Name filled in from the owner code'],
    'owner-not-found': ['业主编号找不到人，只导入房屋', 'Owner code not found; only the room is imported'],
    'plate-kept-as-is': ['车牌照原样保存', 'Plate kept as it is'],
    'car-detail-unclear': [
      '车辆或车位内容没有对应的车牌、车位号，未取',
      'Vehicle or space details without a plate or space number, left out',
    ],
    'car-detail-in-remark': [
      '车辆或车位一格太长或像号码，已移入备注加密保存',
      'Vehicle or space cell too long or like a number, moved to the encrypted remark',
    ],
    'space-kind-assumed': [
      '没写车位是买是租：有日期的按租用，没有的按产权',
      'Owned or leased not stated: with dates taken as leased, otherwise as owned',
    ],
    'space-date-not-valid': ['车位日期不对，未取', 'Invalid space date, left out'],
    'room-from-sheet': ['楼栋单元取自表名、标题或分段行', 'Building or unit from sheet name, title, divider'],
    vacant: ['姓名一格写着空置，只导入房屋', 'The name cell says vacant; only the room is imported'],
    'person-in-remark': ['备注里的人，另建一份档案', 'Person named in the remark, added as a record'],
  } satisfies Words<RowNote>,
  flagReasons: {
    'id-check-digit': ['证件号校验不符，照原样保存', "ID check digit doesn't match; kept as is"],
    'id-cut': ['证件号被表格截断，未取', 'ID cut off by the spreadsheet, left out'],
    'id-masked': ['证件号有星号，未取', 'ID masked with stars, left out'],
    'id-not-valid': ['证件号有误，未取', 'Invalid ID number, left out'],
    'id-shared': ['几个人用同一个证件号', 'Several people share one ID number'],
    'phone-not-valid': ['电话有误', 'Invalid phone'],
    'phone-of-somebody': ['电话旁写着另一个人的名字', "Somebody else's name is next to the phone"],
    'phones-unclear': ['分不清是谁的电话，记在第一人名下', 'Unclear whose phones; with the first person'],
    'person-in-remark': ['备注里有手机号，看不出是谁的', 'Mobile number in the remark, owner unclear'],
    'ids-unclear': ['分不清是谁的证件号，未取', 'Unclear whose ID numbers, left out'],
    'date-not-valid': ['日期无法识别，未取', 'Date not recognised, left out'],
    'value-too-long': ['内容太长，未取', 'Text too long, left out'],
    'name-not-valid': ['姓名不像姓名，未取', 'Not a name, left out'],
    'no-name': ['这一行没有姓名，未取', 'No name in the row, left out'],
    'room-not-understood': ['房号无法识别，未取', 'Room not recognised, left out'],
    'no-building': ['没有楼栋，房号照原样导入', 'No building; the room is imported as it stands'],
    'no-room': ['没有房号，只导入了人', 'No room; only the person is imported'],
    'pinyin-not-valid': ['姓名读音有误，未取', 'Invalid pinyin, left out'],
    'plate-not-valid': ['不像车牌', 'Not a plate number'],
    'area-not-valid': ['面积无法识别，未取', 'Area not recognised, left out'],
    'relation-not-known': ['与房屋的关系无法识别，按业主导入', 'Relation not recognised; imported as owner'],
    'lease-without-tenant': ['有租期，没有租客，未取', 'A lease without a tenant, left out'],
    'may-have-left': ['划掉了，或写着已卖出，请核对还在不在', 'Struck out or sold: check if still there'],
    placeholder: ['虚假号码，未取', 'Placeholder number, left out'],
    'not-taken': ['这一格的内容没有导入', 'This cell was not imported'],
    'id-no-consent': ['没有登记单独同意，证件号未取', 'No separate consent on record, ID left out'],
    'removed-before': ['这个号码以前已从档案里更换或删除，未取', 'Replaced or removed earlier; left out'],
    'not-in-list': ['有住户登记在这里，表里没有：是否已搬走', 'On record here, not in the list: moved away?'],
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
      '档案库由备份恢复，备份之后、恢复之前的操作不在其中。如果您不知道这次恢复，请勿确认，先问管理员。',
      "These records were restored from a backup; anything done since that backup is missing. If you don't know about this restore, do not acknowledge it: ask the admin first.",
    ],
    'head-differs': ['操作记录的末尾与这台电脑所记的不一致。', "The log's end differs from this computer's."],
    'older-store': [
      '档案库比这台电脑所记的旧，可能被换成了以前的文件。',
      'The records are older than this computer remembers; an earlier file may have taken their place.',
    ],
    'slot-differs': ['登录账号与名册不一致。', "Sign-in entries don't match the roster."],
    'epoch-differs': ['密钥的期次不一致。', 'The keys are from a different period.'],
    'roster-differs': ['人员名册与这台电脑所记的不一致。', 'The roster differs from what this computer has.'],
    'sheet-differs': [
      '恢复单对应的内容被改动：现在这张恢复单可能已无法恢复档案。请管理员和主管在“密钥管理”里一起制作新的恢复单；完成之前每次登录都会提醒。',
      'What the recovery sheet opens was changed: the current sheet may no longer recover the records. Have an admin and a supervisor make a new sheet on the Encryption keys page; until then this appears at every sign-in.',
    ],
    'header-differs': [
      '档案柜主文件不是本程序写入的，其中的设置（如备份位置）可能被改动。请管理员检查备份设置。',
      "The vault's header file was not written by this program; its settings, such as where backups go, may have been changed. Have an admin check the backup settings.",
    ],
    'second-log-differs': [
      '备份盘上的操作记录，这里没有：档案库可能被换成旧的或别的。如果您不知道最近的恢复，请勿确认，先问管理员。',
      "The copy of the log has entries that this log does not: older or different records may have been put here. If you don't know about a restore, do not acknowledge it: ask the admin first.",
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
    addTitle: ['添加证明材料', 'Attach evidence'],
    addLead: [
      '图片、PDF 或纯文本，每个最多 6 MB，加密保存。查看须主管的 PIN，并记入操作记录。',
      "A picture, PDF or plain text of at most 6 MB, stored encrypted. Viewing it needs a supervisor's PIN and is logged.",
    ],
    pick: ['选择文件', 'Choose a file'],
    picked: ['已选：{{file}}', 'Chosen: {{file}}'],
    other: ['更换文件', 'Choose another'],
    noFile: ['请先选择文件', 'Choose a file first'],
    showsOn: ['材料日期', 'Date of the evidence'],
    showsOnHint: ['照片拍摄日或文件落款日，不是上传日期。', 'When it was taken or dated, not today.'],
    save: ['加密保存', 'Save encrypted'],
    kept: ['已加密保存', 'Saved, encrypted'],
    none: ['还没有附件。', 'No attachments yet.'],
    about: ['材料日期 {{shows}}，{{added}} 添加', 'Dated {{shows}}, attached {{added}}'],
    look: ['查看', 'View'],
    lookOf: ['查看 {{name}}', 'View {{name}}'],
    lookLead: [
      '可能含有个人信息，须主管的 PIN。先记入操作记录，再显示一分钟。',
      "It may show people, so it needs a supervisor's PIN. It is logged first, then shown for one minute.",
    ],
    lookYes: ['显示', 'Show'],
    pdfLead: [
      'PDF 须另存后查看。另存的文件不加密，用完请删除。',
      'Save the PDF to read it. The saved file is not encrypted: delete it afterwards.',
    ],
    pdfYes: ['选择位置并另存', 'Choose a location and save'],
    pdfSaved: ['已另存：{{file}}', 'Saved: {{file}}'],
    badPicture: ['无法读取图片。', "The picture can't be read."],
    shown: ['一分钟后隐藏', 'Hides in one minute'],
    hashed: ['校验码', 'Checksum'],
    removeOf: ['删除 {{name}}', 'Remove {{name}}'],
    removeTitle: ['删除附件 {{name}}', 'Remove the attachment {{name}}'],
    removeLead: [
      '内容和密钥一并删除，不能找回；以前的备份里仍有。',
      'Content and key are removed for good; earlier backups still have them.',
    ],
    hash: ['SHA-256 {{hash}}', 'SHA-256 {{hash}}'],
    log: {
      which: ['附件 {{number}}，{{kind}}', 'Attachment {{number}}, {{kind}}'],
      shows: ['材料日期 {{day}}', 'dated {{day}}'],
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
    field: { bankCard: ['登记银行卡号', 'Store bank cards'] } satisfies Words<SwitchedFieldId>,
    title: ['脱敏规则', 'Masking rules'],
    lead: ['强、中、弱：隐藏的部分有多难猜出。只能更严。', 'Strong, medium, weak: how hard to guess.'],
    readOnly: ['修改须管理员登录。', 'Only an admin can change these.'],
    saved: ['已保存，档案已按新规则重新脱敏。', 'Saved. All records now use the new masks.'],
    hidden: ['全部隐藏', 'All hidden'],
    on: ['启用', 'On'],
    off: ['不启用', 'Off'],
    presets: ['脱敏程度', 'Masking level'],
    preset: {
      standard: ['标准', 'Standard'],
      strict: ['较严', 'Stricter'],
      strictest: ['全部隐藏', 'All hidden'],
    } satisfies Words<MaskPreset>,
    strengths: { weak: ['弱', 'Weak'], medium: ['中', 'Medium'], strong: ['强', 'Strong'] },
    alike: ['本小区相同的 {{least}}–{{most}} 人', '{{least}}–{{most}} alike here'],
    extra: ['另行登记', 'Also stored'],
    notes: {
      name: [
        '只有 1 人的，一看就知道是谁；有顾虑请选全部隐藏。单位名称照常显示。',
        'A count of 1 identifies somebody; hide all if that is a concern. Company names stay visible.',
      ],
      phone: [
        '担心被猜出，请选 1******1234。全部隐藏后，柜台不能再按电话查找。',
        'If guessing is a concern, choose 1******1234. With all digits hidden, nobody can be found by phone.',
      ],
      'id-number': ['知道性别、出生年份和地区的人较容易猜出。', 'Guessable by sex, birth year and region.'],
      plate: ['按车牌查找不受影响，只是屏幕上少显示几位。', 'Search by plate still works; less is shown.'],
      'contact-person': ['其中的姓名、电话按各自的规则。', 'Its name and phone follow their own masks.'],
      email: [
        '@ 后面若是单位或个人的域名，一看就知道是谁；有顾虑请选全部隐藏。',
        'A company or family domain can identify somebody: hide all if that is a concern.',
      ],
      address: ['只显示到市，范围就是全市。', 'Showing only the city leaves every home in it.'],
    } satisfies Partial<Words<PolicyMask>>,
    fieldNotes: {
      bankCard: [
        '通常不需要，不登记最稳妥。停用后不再登记新的，已登记的仍加密保存，可以删除。',
        'Rarely needed; not storing them is safest. When off, no new ones are accepted; existing ones stay encrypted and can be removed.',
      ],
    } satisfies Words<SwitchedFieldId>,
    history: ['修改记录', 'History'],
    noHistory: ['没有修改过，均为默认规则。', 'Never changed: default masks.'],
    columns: {
      time: ['时间', 'Time'],
      who: ['经办', 'By'],
      what: ['事项', 'What'],
      change: ['改动', 'Change'],
      masks: ['重新脱敏', 'Re-masked'],
      words: ['修改原因', 'Reason'],
    },
    apply: {
      title: ['确认改动', 'Confirm the change'],
      tightens: [
        '确认后立即生效，档案一并重新脱敏，不显示任何内容。',
        'It takes effect at once; records are re-masked without opening any value.',
      ],
      loosens: [
        '比现在显示得更多，须按原内容重新脱敏，由主管本人在场输入 PIN。',
        'Showing more than now rebuilds masks from the values: a supervisor has to be present with their PIN.',
      ],
      words: ['修改原因（至少 4 个字）', 'Reason (at least 4 characters)'],
      submit: ['确认改动', 'Change'],
      discard: ['取消修改', 'Discard changes'],
      saving: ['正在重新脱敏…', 'Re-masking…'],
      cancel: ['取消，不作改动', 'Cancel, change nothing'],
      secondsLeft: ['约剩 {{time}}', 'about {{time}} left'],
    },
  },
  backup: {
    log: {
      restored: [
        '取自 {{name}}；此前的记录到第 {{seq}} 条为止，校验码 {{hash}}',
        'from {{name}}; the log before ended at {{seq}}, {{hash}}',
      ],
      pruned: ['清除旧备份 {{number}} 份', 'old ones removed: {{number}}'],
      hour: ['每天 {{hour}} 点', 'daily at {{hour}}:00'],
      scheduled: ['定时', 'scheduled'],
      'by-hand': ['手动', 'manual'],
      'before-update': ['程序更新前', 'before a new version'],
      'before-update-again': ['程序更新前，沿用前次所做', 'before a new version, made at an earlier try'],
      kept: ['本机留有副本 {{name}}', 'kept on this computer: {{name}}'],
      begun: ['开始', 'started'],
    },
    title: ['备份', 'Backups'],
    lead: ['用于恢复档案。离开这台电脑只有恢复单能打开。', 'Restores records; elsewhere by the sheet only.'],
    make: ['立即备份', 'Back up now'],
    change: ['位置和时间…', 'Location and time…'],
    chooseFirst: ['选择备份位置…', 'Choose a location…'],
    making: ['正在备份', 'Backing up'],
    cancelMake: ['取消这次备份', 'Cancel this backup'],
    made: ['已备份并核对，共 {{count}} 行。', 'Backed up and checked: {{count}} rows.'],
    pruned: ['已清除到期的旧备份 {{count}} 份。', 'Old backups removed: {{count}}.'],
    never: ['还没有备份', 'None yet'],
    neverTested: ['尚未演练', 'Never'],
    testNext: ['下一步：恢复演练', 'Next: test restore'],
    testGood: ['完好', 'good'],
    testBad: ['不能用', 'not usable'],
    daily: ['每天 {{hour}} 点', 'Daily at {{hour}}:00'],
    byHand: ['只手动备份', 'Manual only'],
    free: ['剩 {{free}}，需 {{needed}}', '{{free}} free, {{needed}} needed'],
    first: [
      '还没有选择备份位置。请用一块专用的移动硬盘或 U 盘，用完锁好。',
      'No backup location is set. Use a dedicated drive or USB stick and lock it away after use.',
    ],
    kept: ['恢复前的旧档案库仍在这台电脑上：{{names}}。', 'Records from before a restore: {{names}}.'],
    facts: {
      last: ['上次备份', 'Last backup'],
      tested: ['上次恢复演练', 'Last test restore'],
      schedule: ['自动备份', 'Schedule'],
      folder: ['存放位置', 'Location'],
    },
    warn: {
      overdue: [
        '已超过一天半没有备份。请插好备份盘，点“立即备份”。',
        'No backup for more than a day and a half. Plug in the drive and choose "Back up now".',
      ],
      sameDisk: [
        '备份与档案在同一块磁盘上：磁盘损坏，两者都会丢失。请改存到移动硬盘或 U 盘。',
        'Backups are on the same disk as the records: if it breaks, both are lost. Choose a separate drive or USB stick.',
      ],
      gone: [
        '找不到备份文件夹。请插好备份盘；位置有变，请重新选择。',
        "The backup folder can't be found. Plug in the drive, or choose another folder.",
      ],
      failed: [
        '{{time}} 的备份失败。请检查备份盘，再点“立即备份”。',
        'The backup at {{time}} failed. Check the drive, then choose "Back up now".',
      ],
    },
    footer: {
      never: ['没有备份', 'No backup'],
      overdue: ['备份过期', 'Backup overdue'],
      'same-disk': ['备份同盘', 'Backup on same disk'],
    } satisfies Words<BackupWarning>,
    phases: {
      copying: ['复制', 'Copying'],
      checking: ['核对', 'Checking'],
      writing: ['写入', 'Writing'],
    } satisfies Words<BackupPhase>,
    states: {
      ok: ['完整', 'Intact'],
      damaged: ['已损坏', 'Damaged'],
      'other-vault': ['其他档案柜', 'Another vault'],
      newer: ['新版程序所做', 'Newer version'],
    } satisfies Words<BackupState>,
    opensBy: {
      pin: ['凭 PIN', 'with a PIN'],
      sheet: ['须恢复单', 'with the sheet'],
    } satisfies Words<BackupOpener>,
    columns: {
      when: ['时间', 'Made'],
      size: ['大小', 'Size'],
      state: ['状态', 'State'],
      opens: ['打开方式', 'Opens with'],
      actions: ['办理', 'Actions'],
    },
    list: {
      title: ['现有的备份', 'Existing backups'],
      elsewhere: ['“{{folder}}”里的备份', 'Backups in "{{folder}}"'],
      here: ['回到平时的位置', 'Back to the usual folder'],
      other: ['查看其他文件夹…', 'Look in another folder…'],
      none: ['这里还没有备份。', 'No backups here yet.'],
      notThere: ['找不到这个文件夹。', "This folder can't be found."],
    },
    settings: {
      title: ['备份位置和时间', 'Backup location and time'],
      lead: [
        '请选一块专用的盘。登录期间到点自动备份；到点无人登录，下次登录后补做。',
        'Choose a dedicated drive. Backups run at the set time while somebody is signed in; a missed one runs after the next sign-in.',
      ],
      pick: ['选择文件夹…', 'Choose a folder…'],
      none: ['未选择', 'Not chosen'],
      daily: ['每天自动备份', 'Back up every day'],
      hour: ['时间', 'Time'],
      oClock: ['{{hour}}:00', '{{hour}}:00'],
    },
    tryOut: ['恢复演练…', 'Test restore…'],
    restoreOf: ['恢复 {{name}}', 'Restore {{name}}'],
    needsSheet: [
      '这份备份不能凭 PIN 打开，须用备份当时的恢复单。',
      "A PIN can't open this one: it needs the recovery sheet of that time.",
    ],
    test: {
      title: ['恢复演练 {{name}}', 'Test restore {{name}}'],
      lead: [
        '与正式恢复一样打开并逐行核对，但不替换现在的档案。',
        'It is opened and checked row by row like a real restore; your current records stay.',
      ],
      start: ['开始演练', 'Start test'],
      running: ['正在恢复演练', 'Testing'],
      cancel: ['取消演练', 'Stop'],
      good: [
        '{{time}} 的备份完好：{{tables}} 张表、{{rows}} 行核对一致。',
        'The backup of {{time}} is good: {{tables}} tables and {{rows}} rows match.',
      ],
    },
    restore: {
      button: ['恢复…', 'Restore…'],
      title: ['恢复备份', 'Restore a backup'],
      rail: ['恢复步骤', 'Restore steps'],
      steps: {
        open: ['打开备份', 'Open it'],
        look: ['查看影响', 'Review'],
        run: ['恢复', 'Restore'],
        done: ['完成', 'Done'],
      },
      leave: ['取消恢复，返回', 'Cancel restore'],
      openTitle: ['打开 {{time}} 的备份', 'Open the backup of {{time}}'],
      openLead: [
        '先打开查看恢复后的结果，这一步不作任何改动。',
        'First the backup is opened to show what a restore would do. Nothing changes yet.',
      ],
      look: ['打开查看', 'Open it'],
      lookTitle: ['恢复后的结果', 'What a restore does'],
      ages: {
        older: [
          '备份比现在旧：之后的 {{count}} 条操作不会保留。',
          'The backup is older. What was done since will be lost; entries: {{count}}.',
        ],
        same: ['备份与现在一致，之后没有操作。', 'The backup is up to date: nothing was done since.'],
        newer: ['备份比现在新：现在的档案库是更早的。', 'The backup is newer than the current records.'],
        apart: [
          '备份与现在的档案各有对方没有的内容，不能这样恢复。请用恢复单恢复。',
          "The backup and the current records each have content the other lacks, so it can't be restored this way. Recover with the sheet.",
        ],
      } satisfies Words<BackupAge>,
      facts: {
        made: ['备份时间', 'Made'],
        people: ['住户人数', 'Residents'],
        space: ['磁盘空间', 'Disk'],
        nowThen: ['现在 {{present}} 人，恢复后 {{backup}} 人', '{{present}} now, {{backup}} afterwards'],
      },
      points: {
        records: ['住户、房屋、登记都回到备份那一刻。', 'Records go back to the moment of the backup.'],
        staff: ['人员和各人的 PIN 不变；已离职的不会恢复。', 'Staff and PINs stay; who left stays removed.'],
        kept: ['现在的档案库另行保留，不覆盖。', 'The current records are kept separately, not overwritten.'],
        log: [
          '操作记录从备份处另起一段，写明恢复人和原因。',
          'The log continues from the backup in a new segment, naming who restored it and why.',
        ],
        supervisor: [
          '恢复后锁定；主管登录确认后才能办理业务。',
          'It locks afterwards; work resumes once a supervisor signs in and acknowledges it.',
        ],
      },
      noRoom: ['磁盘空间不足。请先腾出空间。', 'Not enough disk space. Free some up first.'],
      olderKeys: [
        '备份之后换过资料密钥。恢复时须主管在场：备份中的资料会用现在的密钥重新加密。',
        "The field keys have changed since. A supervisor has to be present: the backup's values are re-encrypted under the current keys.",
      ],
      words: ['恢复原因（至少 4 个字，记入操作记录）', 'Reason (at least 4 characters; logged)'],
      start: ['恢复这份备份', 'Restore this backup'],
      running: ['正在恢复', 'Restoring'],
      cancel: ['取消，不作改动', 'Cancel, change nothing'],
      doneTitle: ['已恢复到 {{time}}', 'Restored to {{time}}'],
      doneKept: ['原来的档案库留在“{{name}}”。', 'The previous records are in "{{name}}".'],
      doneNext: ['请锁定，由主管登录确认后继续。', 'Lock now; a supervisor signs in and acknowledges it.'],
    },
  },
  repair: {
    open: ['用备份恢复…', 'Restore a backup…'],
    title: ['用备份恢复', 'Restore a backup'],
    lead: [
      '档案库已损坏。系统会找出最近一份完整的备份，由管理员输入 PIN 恢复；损坏的文件另行保留。',
      "The records are damaged. The latest intact backup is found and restored with an admin's PIN. The damaged file is kept separately.",
    ],
    pick: ['查看其他文件夹…', 'Look in another folder…'],
    looking: ['正在查找完整的备份…', 'Looking for an intact backup…'],
    found: ['最近一份完整的备份：{{time}}', 'Latest intact backup: {{time}}'],
    none: ['“{{folder}}”里没有完整的备份。', 'No intact backup in "{{folder}}".'],
    noFolder: [
      '不知道备份位置。请插好备份盘，选择文件夹。',
      'The backup location is unknown. Plug in the drive and choose the folder.',
    ],
    leave: ['返回', 'Back'],
    words: ['恢复原因（至少 4 个字）', 'Reason (at least 4 characters)'],
    pin: ['管理员的 PIN', "Admin's PIN"],
    start: ['用这份备份恢复', 'Restore this backup'],
    doneNext: ['请主管登录确认，之后才能办理业务。', 'A supervisor signs in and acknowledges it first.'],
    doneTheft: [
      '如果之前已开始“疑似被盗：全部更换”，但还没有人更换 PIN 或停用账号，这份备份可能没有这次办理。如有此事，请管理员和主管登录后在“密钥管理”里重新开始。',
      'If "After a theft: rotate everything" had been started but no PIN was changed or account disabled yet, this backup may not include it. In that case an admin and a supervisor start it again under "Encryption keys".',
    ],
    back: ['去登录', 'Sign in'],
  },
  lockReasons: {
    key: ['快捷键锁定', 'by key'],
    handover: ['交接班', 'shift handed over'],
    idle: ['长时间无操作', 'idle'],
    hidden: ['窗口最小化', 'window minimised'],
    'os-lock': ['系统锁屏', 'system locked'],
    suspend: ['电脑睡眠', 'computer asleep'],
    'user-switch': ['切换用户', 'user switched'],
    shutdown: ['退出或关机', 'quit or shut down'],
    'session-limit': ['登录到时限', 'session over'],
    'vault-request': ['程序自己锁定', 'by the program'],
    'renderer-gone': ['画面进程退出', 'page ended'],
    'long-work-over': ['长时间操作超时', 'long task timed out'],
    'change-unfinished': ['更换密钥没有写完', 'key change unfinished'],
  } satisfies Words<LockReason>,
  valueNotes: {
    'old-id': ['由 15 位旧证件号补成，请与本人核对', 'Extended from 15 digits; confirm with the holder'],
    'card-check-digit': ['校验位不符，请核对卡号', "Check digit doesn't match; check the card"],
  } satisfies Words<KeptNote>,
  logOutcomes: LOG_OUTCOME_WORDS,
  logProblems: LOG_PROBLEM_WORDS,
  tasks: {
    repair: {
      name: ['报修、投诉', 'Repair, complaint'],
      say: [
        '问清房号、姓氏和报修内容，回电只拨登记的号码。',
        'Ask for the room, surname and problem; call back only on the number on record.',
      ],
    },
    fees: {
      name: ['收费', 'Fees'],
      say: [
        '核对房号、姓氏、车牌后几位即可，不必查看电话和证件。',
        'Room, surname and the end of the plate are enough; no phone or ID needed.',
      ],
    },
    handover: {
      name: ['交房', 'New-home delivery'],
      say: ['业主本人到场，主管在场，逐项对照证件。', 'Owner and supervisor present; check each line.'],
    },
    renovation: {
      name: ['装修手续', 'Renovation'],
      say: ['先核实是业主本人；租客办理须业主同意。', 'Verify the owner; tenants need their consent.'],
    },
    parking: {
      name: ['停车、车位', 'Parking, space'],
      say: ['先核实是业主本人，再核对车牌。', 'Verify the owner first, then check the plate.'],
    },
    transfer: {
      name: ['过户', 'Transfer'],
      say: ['双方都要核实；证件号只查看一次，主管在场。', 'Verify both; see the ID number once, supervised.'],
    },
    tenancy: {
      name: ['租住登记', 'New tenant'],
      say: ['先核实业主，再登记租客；租客本人出示证件。', 'Verify the owner, then the tenant by their ID.'],
    },
    'moving-out': {
      name: ['搬出放行', 'Moving-out pass'],
      say: [
        '拨登记的电话询问业主本人，同意后放行。',
        'Call the owner on the number on record; let nothing leave without their consent.',
      ],
    },
    'door-card': {
      name: ['门卡、钥匙', 'Door card, keys'],
      say: ['核实一致才交付；不一致，请业主本人来。', 'Give it out only after a match, or ask the owner.'],
    },
    parcel: {
      name: ['包裹', 'Parcel'],
      say: ['请来访人先说，核实一致才交付。', 'Let the visitor speak first; give it out only after a match.'],
    },
    visitor: {
      name: ['访客', 'Visitor'],
      say: [
        '由前台致电住户，或请来访人自行联系；不说某人是否住在这里，也不说房屋有没有人住。',
        'Call the resident, or ask the visitor to; say neither who lives there nor whether anybody does.',
      ],
    },
    'blocking-car': {
      name: ['挪车', 'Blocking car'],
      say: ['由我们致电车主，不把号码告诉来访人。', 'We call the owner; never give out the number.'],
    },
    emergency: {
      name: ['紧急联系', 'Emergency contact'],
      say: [
        '仅限漏水、火警、急病。显示的每一项主管都会看到。',
        'Only for leaks, fire or illness. The supervisor sees every field you reveal.',
      ],
    },
    authority: {
      name: ['公安、街道查询', 'Police, street office'],
      say: [
        '查看证件和来文，来文编号填入单号；主管在场，只提供来文要求的内容。',
        'Check the badge and the document, enter its number as the ticket; supervisor present; give only what it asks for.',
      ],
    },
    'subject-request': {
      name: ['本人查阅、更正、删除', 'Access, correct, delete'],
      say: [
        '先登记，再为这件请求核实身份，由主管办结。',
        'Register it first, then verify identity for the request; a supervisor closes it.',
      ],
    },
  } satisfies Readonly<Record<TaskId, { readonly name: Wording; readonly say: Wording }>>,
  unsaid: {
    name: ['姓名', 'name'],
    phone: ['电话', 'phone'],
    room: ['房号', 'room'],
    'at-home': ['是否在家', 'whether they are home'],
    'id-number': ['证件号', 'ID number'],
    'other-party': ['他人资料', "other people's data"],
  } satisfies Words<Unsaid>,
  noteOutcomes: {
    done: ['已办理', 'Done'],
    'passed-on': ['已转交', 'Passed on'],
    'handed-over': ['已交付', 'Delivered'],
    called: ['已打电话', 'Called'],
    consented: ['业主同意', 'Owner agreed'],
    refused: ['不同意', 'Not agreed'],
    'no-answer': ['无人接听', 'No answer'],
    'not-verified': ['身份不符', 'No match'],
    'let-in': ['放行', 'Let in'],
    'not-let-in': ['未放行', 'Not let in'],
  } satisfies Words<NoteOutcome>,
  roomAnswers: {
    there: ['有这个房间，请致电住户', 'The room exists: call the resident'],
    unknown: ['没有这个房间', 'No such room'],
    several: ['不止一个，请说完整', 'More than one; ask for the full number'],
  } satisfies Words<RoomAnswer>,
  errors,
  failure: {
    role: ['有误的是“{{role}}”的 PIN。', 'Wrong PIN: {{role}}.'],
    wait: ['请等 {{wait}}再试。', 'Try again in {{wait}}.'],
    freeTries: ['还可以试 {{count}} 次。', '{{count}} try left.', '{{count}} tries left.'],
    field: ['有误的一项：{{field}}。', 'Check: {{field}}.'],
    hiddenDigits: ['请输入中间 {{digits}} 位。', 'Enter the {{digits}} middle digits.'],
    pinyin: ['有误的一项：读音。每个汉字一个拼音，用空格分开。', 'Check pinyin: one syllable per character.'],
    reasonWords: ['请简要说明事由。', 'Give the reason in a few words.'],
    ticketNeeded: ['请填写来文编号。', 'Enter the document number.'],
    desk: ['这里由{{desk}}负责。', 'It belongs to {{desk}}.'],
    otherDesk: ['正在改动的是第 {{desk}} 台电脑。', 'It is desk {{desk}}.'],
    sheetLine: ['有误的是第 {{line}} 行。', 'Check line {{line}}.'],
    row: ['有误的是第 {{row}} 行。', 'Check row {{row}}.'],
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
    choose: { supervisor: ['请选择主管', 'Choose a supervisor'], admin: ['请选择管理员', 'Choose an admin'] },
    approver: ['个人信息保护负责人', 'Person responsible for personal information'],
    ofApprover: ['负责人的 PIN', 'Their PIN'],
    seen: ['{{initial}}{{role}}', '{{role}} {{initial}}'],
  },

  trouble: {
    title: ['无法打开档案柜', "The vault can't be opened"],
    keychain: ['系统凭据库', "The system's keychain"],
    files: ['档案柜的文件', "The vault's files"],
    computer: ['这台电脑', 'This computer'],
    recover: ['用恢复单恢复…', 'Recover with the sheet…'],
    usePrevious: ['改用上一份档案柜主文件', 'Use the previous header file'],
    previous: [
      '这台电脑还有一份上次改动之前的档案柜主文件，完好。可以改用它：损坏的那份会另存，下次登录须主管确认，上次的改动（如修改 PIN）须重做。',
      'This computer still has an intact header file from before the last change. You can use it instead: the damaged one is kept under another name, a supervisor acknowledges it at the next sign-in, and the last change (such as a new PIN) has to be repeated.',
    ],
    safe: [
      '资料没有变动，程序也不会在原处另建档案柜。',
      'No record was changed, and the program never creates a new vault over an old one.',
    ],
    technical: ['技术信息', 'Technical details'],
    unreachable: {
      what: ['档案库进程没有响应。', 'The vault process does not respond.'],
      todo: ['请点“再试一次”；仍不行，请退出后重新打开。', '"Try again"; otherwise quit and reopen.'],
    },
  },

  sheetInput: {
    title: ['恢复单上的四行，不分大小写', 'The four lines of the recovery sheet (upper or lower case)'],
    right: ['正确', 'correct'],
    slip: ['这一行有误，请核对后重新输入。', 'This line is mistyped. Check it against the paper.'],
  },

  desks: {
    synced: ['已与其他电脑同步', 'Synced'],
    waiting: ['{{waiting}} 项待发送', '{{waiting}} waiting'],
    receiving: ['正在接收其他电脑的记录', "Receiving other desks' work"],
    held: ['第 {{desk}} 台电脑正在改动', 'Desk {{desk}} is working'],
    offline: ['{{time}} 起连不上其他电脑', 'Offline since {{time}}'],
    unmet: ['还没有连上其他电脑', 'Not connected yet'],
    trouble: ['与其他电脑的连接有问题，请告诉管理员', 'Connection trouble. Tell an admin.'],
    behind: ['第 {{desk}} 台电脑的程序较新，本机须先升级', 'Desk {{desk}} is newer. Update this computer.'],
    stopped: ['已停止接收：与第 {{desk}} 台不一致，请找管理员', 'Out of step with desk {{desk}}: ask admin'],
    otherKeys: [
      '多台电脑共用时，档案库密钥和恢复单暂不能更换。',
      'While several desks share the estate, the store key and the recovery sheet cannot be changed.',
    ],
    afterRestore: [
      '恢复后只有这台电脑使用这份档案；其他电脑须重新加入，在那之前登记的不会并入。',
      'Afterwards only this computer keeps the estate. The others have to join again; what they record until then is not taken in.',
    ],
    refused: ['其他电脑不再接收本机的记录，请告诉管理员', 'Refused by the other desks. Tell an admin.'],
  },
  runtime: {
    notForRealData: ['这是测试环境，不得录入真实资料。', 'This is a test environment. Enter no real data.'],
    standIn: ['测试环境，勿录真实资料', 'Not for real data'],
    old: [
      '程序的运行环境发布已 {{count}} 天，请管理员安装新版本。',
      "The program's runtime is {{count}} days old. Have an admin install the new version.",
    ],
    osLockNotWatched: [
      '系统锁屏时本程序不会一并锁定，离开前请按 Ctrl+L。',
      'On this computer the vault does not lock with the screen. Press Ctrl+L before you leave.',
    ],
    memoryNotGuarded: [
      '同一系统账户下的其他程序可能读取本程序的内存，请告诉电脑维护人员。',
      "Other programs of this system account may be able to read the vault's memory. Tell IT support.",
    ],
    updated: {
      applied: ['程序已从 {{from}} 更新到 {{to}}。', 'The program was updated from {{from}} to {{to}}.'],
      'not-started': [
        '{{to}} 没有正常启动，已恢复 {{from}}。请告诉管理员。',
        '{{to}} did not start as it should. {{from}} is back. Tell an admin.',
      ],
      refused: [
        '备好的新版本与签名不符或已过期，没有使用。仍是 {{from}}，请告诉管理员。',
        'The prepared version is not as it was signed, or has expired. It is still {{from}}. Tell an admin.',
      ],
      'cut-off': [
        '更新中断，仍是 {{from}}。请管理员重新选择更新文件夹。',
        'The update was cut off. It is still {{from}}. Have an admin choose the update folder again.',
      ],
      'no-room': [
        '磁盘空间不足，没有更新，仍是 {{from}}。',
        'The disk is full, and the program was not updated. It is still {{from}}.',
      ],
    } satisfies Words<(typeof UPDATE_ENDS)[number]>,
  },

  setup: {
    rail: ['创建步骤', 'Set-up steps'],
    steps: {
      welcome: ['开始', 'Start'],
      admin: ['管理员', 'Admin'],
      supervisor: ['主管', 'Supervisor'],
      receptionist: ['前台', 'Receptionist'],
      keys: ['生成密钥', 'Create keys'],
      sheet: ['恢复单', 'Recovery sheet'],
      prove: ['核对恢复单', 'Check the sheet'],
    },
    welcome: {
      title: ['为小区建立档案柜', 'Set up a vault for your estate'],
      lead: [
        '约十分钟。管理员、主管和一位前台须到场输入自己的 PIN，另需一台打印机或一个 U 盘。',
        'About ten minutes. The admin, the supervisor and one receptionist each enter their own PIN; you also need a printer or a USB stick.',
      ],
      points: {
        sealed: [
          '业主的电话和证件号加密保存，只有凭自己的 PIN 才能显示。',
          "Residents' phones and ID numbers are encrypted; staff reveal them only with their own PIN.",
        ],
        reason: [
          '每次显示都须说明事由，并留下无法改动的记录。',
          'Every reveal needs a reason and is recorded in a log that cannot be changed.',
        ],
        sheet: [
          '创建后打印恢复单，锁进保险柜。电脑损坏时只能用它恢复。',
          'At the end you print a recovery sheet and lock it in a safe. If the computer breaks, it is the only way to recover the records.',
        ],
      },
      estate: ['小区名称', 'Estate name'],
      estateHint: ['显示在锁定画面上。', 'Shown on the lock screen.'],
      join: ['小区已有档案柜？让这台电脑加入…', 'Estate already has a vault? Join it with this computer…'],
      fromBackup: ['换了电脑？从备份恢复原来的档案柜…', 'New computer? Restore the vault from a backup…'],
    },
    admin: {
      title: ['管理员', 'Admin'],
      lead: [
        '管理人员、规则和备份，不能显示业主的电话和证件号。',
        "Manages staff, rules and backups. Can't reveal residents' phones or ID numbers.",
      ],
    },
    supervisor: {
      title: ['主管', 'Supervisor'],
      lead: [
        '能显示每一项资料，能为前台会签，能导入表格。',
        'Can reveal every field, co-sign for receptionists and import spreadsheets.',
      ],
      same: ['主管与管理员是同一个人', 'The supervisor is also the admin'],
      sameWarn: [
        '两个角色由一人担任，缺少互相监督。可以这样做，但迎检材料里会注明。两个角色仍各用一个 PIN。',
        'One person in both roles means one check fewer. It is allowed, and the inspection pack will say so. Each role still has its own PIN.',
      ],
    },
    receptionist: {
      title: ['第一位前台', 'First receptionist'],
      lead: [
        '在柜台查找、核实；凭 PIN 和事由，每次显示一项联系方式。',
        'Searches and verifies at the counter; reveals one contact field at a time, with a PIN and a reason.',
      ],
    },
    person: {
      name: ['姓名', 'Name'],
      pin: ['新 PIN', 'New PIN'],
      confirm: ['再输一遍', 'Repeat PIN'],
      differs: ['两次输入不一致。', "The PINs don't match."],
      good: ['这个 PIN 可以用。', 'This PIN is fine.'],
      handOver: ['请把键盘交给本人输入。', 'Let the person enter it themselves.'],
      pinHint: {
        receptionist: ['至少 6 位数字，不用生日、连号。', 'At least 6 digits; no birthdays, no runs.'],
        supervisor: ['至少 8 个字符，建议用几个不相干的词。', '8 characters or more, best unrelated words.'],
        admin: ['至少 8 个字符，建议用几个不相干的词。', '8 characters or more, best unrelated words.'],
      } satisfies Words<Role>,
    },
    keys: {
      title: ['正在生成密钥', 'Creating keys'],
      lead: [
        '为每个人单独生成，约需几秒。请勿关闭电源。',
        'One set for each person. It takes a few seconds; keep the computer on.',
      ],
      review: ['即将创建', 'About to be created'],
      again: ['返回修改', 'Go back'],
    },
    sheet: {
      lead: [
        '请打印并锁进保险柜。电脑损坏或全部 PIN 遗忘时，只有它能打开档案。',
        'Print it and lock it in a safe. If the computer breaks or all PINs are forgotten, only this sheet opens the records.',
      ],
      warn: [
        '现在显示的就是密钥，请别让旁人看见，也不要拍照。',
        'This is the key itself. Let nobody else see it and take no photo.',
      ],
      saved: ['已存为 {{file}}。打印后请删除。', 'Saved as {{file}}. Print it, then delete the file.'],
      printed: ['已送到打印机。请确认纸已出来。', 'Sent to the printer. Make sure the paper came out.'],
      fingerprint: ['校验码', 'Fingerprint'],
      paperTitle: ['恢复单', 'Recovery sheet'],
      paperUse: [
        '请锁入保险柜。持有此纸等于持有全部档案的密钥。不得复印、拍照、存入电脑。',
        'Keep in a safe. Who holds this paper holds the key to all records. Do not copy, photograph or store it on a computer.',
      ],
      date: ['制作日期', 'Made on'],
      signature: ['保管人签字', "Custodian's signature"],
      next: ['纸已收好，下一步', 'Sheet stored, next'],
      notYet: ['请先打印或存为 PDF。', 'Print it or save it as a PDF first.'],
      handwrite: ['没有打印机，已手抄，继续', 'No printer: copied by hand, go on'],
      line: ['第 {{line}} 行', 'Line {{line}}'],
      qr: ['恢复单的二维码', 'QR code of the recovery sheet'],
      qrUse: [
        '恢复时可用扫码枪代替手工输入。二维码与上面的文字等同，同样不得拍照。',
        'Scan it instead of typing when you recover the vault. The code holds the same key: no photographs.',
      ],
    },
    prove: {
      lead: ['屏幕上已不再显示，请照纸输入这两组。', 'No longer on screen: type these two from the paper.'],
      group: ['第 {{line}} 行第 {{group}} 组', 'Line {{line}}, group {{group}}'],
      finish: ['完成创建', 'Finish set-up'],
      showAgain: ['再看一次恢复单', 'Show the sheet again'],
    },
    cancel: ['取消创建', 'Cancel set-up'],
    cancelTitle: ['取消创建档案柜？', 'Cancel set-up?'],
    cancelLead: ['已设的 PIN 和已打印的恢复单全部作废。', 'All PINs and printed recovery sheets are void.'],
    goOn: ['继续创建', 'Continue'],
  },

  readOnly: {
    banner: [
      '档案库有损坏，现在只能查找、查看脱敏资料，不能显示、核实、修改。损坏的文件没有改动，请管理员用最近的备份恢复。',
      'The records are damaged: you can search and see masked data, but not reveal, verify or edit. The damaged file was not touched; have an admin restore the latest backup.',
    ],
    repair: ['锁定并用备份恢复', 'Lock and restore a backup'],
  },

  lock: {
    who: ['请选择您的姓名', 'Choose your name'],
    wrongTries: [
      '上次登录以来，有 {{count}} 次输错 PIN。如果不是您本人，请告诉管理员。',
      'Wrong PINs since your last sign-in: {{count}}. If that was not you, tell the admin.',
    ],
    unlock: ['打开档案柜', 'Open the vault'],
    opening: ['正在打开…', 'Opening…'],
    keeping: ['程序已更新，正在备份更新前的资料…', 'Updated. Backing up the records as they were…'],
    wait: ['{{wait}}后可再试', 'Try again in {{wait}}'],
    closed: ['账号已停用', 'Account disabled'],
    closedTodo: [
      '账号已停用，请管理员和主管一起处理。',
      'This account is disabled. An admin and a supervisor can restore it together.',
    ],
    language: ['语言', 'Language'],
    forgot: ['无法登录？', "Can't sign in?"],
    covered: {
      title: ['正在处理', 'Work in progress'],
      lead: [
        '长时间无操作，屏幕已隐藏。处理完会自动锁定，届时请重新登录。',
        'The screen is hidden because nobody is using it. It locks when the work is done; sign in again then.',
      ],
    },
  },

  alarm: {
    about: ['需要主管确认', 'A supervisor is needed'],
    title: ['数据核对异常', 'Integrity check failed'],
    lead: ['主管确认之前，不能办理业务。', 'No work until a supervisor acknowledges it.'],
    words: ['主管的说明', "The supervisor's explanation"],
    wordsHint: ['例如：昨天用备份恢复过。至少 4 个字。', 'Such as: restored a backup. 4 characters or more.'],
    acknowledge: ['确认并继续', 'Acknowledge and continue'],
    callSupervisor: ['请锁定，由主管登录后确认。', 'Lock; a supervisor signs in and acknowledges it.'],
    again: [
      '如果每次登录都出现，请锁定后在登录画面选“{{forgot}}”：凭恢复单为在场的人设新 PIN，之后不再出现。',
      'If this appears at every sign-in, lock and choose "{{forgot}}" on the lock screen: recovering with the sheet sets new PINs and ends it.',
    ],
  },

  counter: {
    search: ['查找住户', 'Find a resident'],
    placeholder: ['房号、姓名、拼音、手机号、后四位、车牌', 'Room, name, pinyin, phone, last four, plate'],
    placeholderShort: ['房号、姓名、手机', 'Room, name'],
    results: ['查找结果', 'Results'],
    former: ['{{relation}}（已搬出）', '{{relation}}, moved out'],
    noRoom: ['无房号', 'No room'],
    homes: ['共 {{count}} 户', '{{count}} home', '{{count}} homes'],
    homesAndMore: ['前 {{homes}} 户', 'First {{homes}} homes'],
    chosen: ['所选住户', 'Selected resident'],
    openChosen: ['打开', 'Open'],
    showPhone: ['显示电话', 'Reveal phone'],
    moreOf: ['只看这一类', 'Only these'],
    nextFifty: ['再看 50 条', 'Show the next 50'],
    goesOn: ['还有更多，按 {{key}} 再看 50 条', 'More results: press {{key}} for the next 50'],
    allKinds: ['显示全部', 'Show all'],
    number: ['按号码查找', 'Search by number'],
    emptyTitle: ['直接输入即可查找', 'Start typing to search'],
    emptyLead: ['↑↓ 选择，回车打开。', '↑↓ to choose, Enter to open.'],
    nothing: ['没有找到', 'Nothing found'],
    nothingTodo: [
      '请换一种方式查找：房号、拼音首字母、手机后四位或车牌。',
      'Try the room, the initials, the last four digits of the phone or the plate.',
    ],
    nobody: ['请先查找住户', 'Find a resident'],
    nobodyLead: ['先核实来访人身份，再按需要显示资料。', 'Verify the visitor, then reveal what you need.'],
    found: ['找到 {{count}} 条', 'Found: {{count}}'],
    examples: {
      room: ['3-2-1801 或 3栋2单元1801', '3-2-1801 or 3栋2单元1801'],
      name: ['张三、张s、zs、zhangs', '张三, 张s, zs, zhangs'],
      phone: ['后四位或完整手机号', 'last four digits or the full number'],
      plate: ['桂M12345、m123', '桂M12345, m123'],
    } satisfies Words<SearchKind>,
    add: ['添加住户', 'Add resident'],
    help: ['快捷键', 'Shortcuts'],
    settings: ['设置', 'Settings'],
    signedIn: ['当前登录', 'Signed in'],
    idle: ['距自动锁定 {{seconds}} 秒', 'Locks in {{seconds}} s'],
    idleWarning: ['{{seconds}} 秒后自动锁定。', 'Locks in {{seconds}} s.'],
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
    unnamed: ['没有填写小区的房屋', 'rooms without an estate'],
    and: ['、', ', '],
    own: [
      '您负责：{{scope}}。其他房屋只能按房号查到，查看须主管同意。',
      'Your scope: {{scope}}. Other rooms can be found by room number only; opening them needs a supervisor.',
    ],
    elsewhere: ['其他前台负责的房屋', 'Rooms outside your scope'],
    belongsTo: ['由{{desk}}负责，不在您的负责范围内', 'Belongs to {{desk}}, outside your scope'],
    notYours: ['不在您的负责范围内', 'Outside your scope'],
    ask: ['请主管同意后打开', 'Open with a supervisor'],
    again: ['打开', 'Open'],
    openedOutside: ['不在您的负责范围内，可查看至 {{time}}。', 'Outside your scope; open until {{time}}.'],
    by: {
      supervisor: ['主管同意', 'approved by a supervisor'],
      emergency: ['紧急，未经主管同意', 'emergency, no supervisor'],
    },
    open: {
      title: ['请主管同意', 'Supervisor approval'],
      lead: {
        room: [
          '主管同意后，15 分钟内可以查看这处房屋和现在的住户，并记入操作记录。',
          'Once a supervisor approves, you can open the room and its current residents for 15 minutes. This is logged.',
        ],
        person: [
          '主管同意后，15 分钟内可以查看这份档案，并记入操作记录。',
          'Once a supervisor approves, you can open the record for 15 minutes. This is logged.',
        ],
      },
      words: ['原因（至少 4 个字）', 'Reason (at least 4 characters)'],
      yes: ['同意并打开', 'Approve and open'],
      alone: ['紧急，主管不在场', 'Emergency, no supervisor here'],
      emergencyLead: [
        '凭自己的 PIN 打开 15 分钟。立即列入预警，主管会核实原因。',
        'Your own PIN opens it for 15 minutes. It raises an alert at once, and a supervisor will ask why.',
      ],
      emergency: ['紧急查看', 'Open in an emergency'],
      withSupervisor: ['主管在场', 'Supervisor present'],
    },
    pick: {
      label: ['负责哪里', 'Scope'],
      all: ['全部', 'Everything'],
      some: ['部分', 'Part'],
      find: ['查找小区、楼栋、单元', 'Find an estate, a building or a unit'],
      findHint: ['如 3栋、3栋2单元', 'Such as 3栋 or 3栋2单元'],
      chosen: ['已选', 'Chosen'],
      found: ['可选', 'Available'],
      more: ['还有更多，请输入楼栋查找。', 'There are more. Type a building to find it.'],
      none: ['没有这样的小区、楼栋或单元。', 'There is no such estate, building or unit.'],
      rooms: ['{{area}}（{{count}} 户）', '{{area}} ({{count}} room)', '{{area}} ({{count}} rooms)'],
      words: ['修改原因（至少 4 个字）', 'Why it changes (at least 4 characters)'],
      most: ['最多选 {{most}} 处。', 'At most {{most}} can be chosen.'],
    },
  },

  bell: {
    title: ['提醒', 'Alerts'],
    none: ['没有到期事项或警报。', 'Nothing is overdue, and there are no alarms.'],
    tellAdmin: ['请告诉管理员。', 'Please tell an admin.'],
    go: ['去处理', 'Review'],
  },

  field: {
    missing: ['请填写。', 'Required.'],
    short: ['至少填写 {{least}} 个字。', 'Enter at least {{least}} characters.'],
  },
  day: {
    open: ['选择日期', 'Choose a date'],
    typed: ['年-月-日', 'YYYY-MM-DD'],
    none: ['请填写日期，如 2026-01-31 或 20260131', 'Enter a date such as 2026-01-31 or 20260131'],
  },

  palette: {
    title: ['前往', 'Go to'],
    hint: ['页面或操作的名称、拼音、首字母', 'Name of a page or action'],
    none: ['没有这样的页面或操作。', 'There is no such page or action.'],
  },

  keysPage: {
    title: ['密钥管理', 'Encryption keys'],
    lead: ['更换密钥不影响任何人的 PIN，也不影响资料。', 'Changing a key affects no PIN and no record.'],
    readOnly: ['档案库密钥和本机密钥须管理员登录更换。', 'Only admins rotate the store and computer keys.'],
    rail: ['更换密钥的步骤', 'Rotation steps'],
    names: KEY_WORDS,
    what: {
      'store-key': [
        '用于打开档案库文件。不单独存放，只为每个人和恢复单各加密一份。',
        'Opens the records file. It is never stored by itself: each person, and the recovery sheet, holds an encrypted copy.',
      ],
      'tier-keys': [
        '用于打开电话和证件号：联系方式一把，证件一把，由有权限的人各自持有。',
        'Open phones and ID numbers: one for contact fields, one for identity fields, held by authorised staff.',
      ],
      'device-secret': [
        '存放在这台电脑的系统凭据库里。没有它，复制整个文件夹也无法试出 PIN。',
        "Stored in this computer's keychain. Without it, a copy of the folder can't be used to guess PINs.",
      ],
      'recovery-sheet': [
        '保险柜里的那张纸。电脑损坏或系统凭据库丢失时，只有它能恢复。',
        'The paper in the safe. If the computer or its keychain is lost, only this can recover the vault.',
      ],
    } satisfies Words<RotatedKey>,
    touches: {
      'store-key': [
        '更换时：重写整个档案库（{{size}}），为 {{people}} 人和恢复单重新加密密钥。',
        'A rotation rewrites all {{size}} of records and encrypts the key for {{people}} people and the sheet.',
      ],
      'tier-keys': [
        '更换时：{{values}} 项加密内容逐项重新加密，密钥重新发给 {{holders}} 人和恢复单。',
        'A rotation re-encrypts {{values}} values and issues the keys to {{holders}} people and the sheet.',
      ],
      'device-secret': [
        '更换时：{{people}} 人的登录账号更换外层加密，系统凭据库更换一项。',
        'A rotation rewraps the sign-in entries of {{people}} people and replaces one keychain item.',
      ],
      'recovery-sheet': ['更换时：打印一张新的，旧的作废。', 'A rotation prints a new one; the old is void.'],
    } satisfies Words<RotatedKey>,
    last: ['上次更换', 'Last rotated'],
    never: ['未更换', 'Never'],
    due: ['更换期限', 'Due by'],
    leaver: ['有人离职', 'Somebody left'],
    later: ['未到期', 'Not due'],
    soon: ['还有 {{number}} 天', 'Days left: {{number}}'],
    over: ['已逾期 {{number}} 天', 'Days overdue: {{number}}'],
    rotate: ['更换密钥…', 'Rotate…'],
    record: ['更换说明与记录（{{number}}）', 'What a rotation does, and record ({{number}})'],
    ends: ROTATION_END_WORDS,
    steps: {
      plan: ['更换说明', 'What will happen'],
      needs: ['更换条件', 'What you need'],
      work: ['正在更换', 'In progress'],
      sheet: ['新的恢复单', 'New sheet'],
      prove: ['核对', 'Check'],
      result: ['结果', 'Result'],
    },
    phases: {
      resealing: ['逐项用新密钥重新加密', 'Re-encrypting each value under the new key'],
      copying: ['用新密钥写入新的档案库', 'Writing the records under the new key'],
      comparing: ['逐条与原来的比对', 'Comparing it with the old one, row by row'],
      checking: ['检查新的文件', 'Checking the new file'],
      switching: ['切换到新密钥', 'Switching to the new key'],
    } satisfies Words<RotationPhase>,
    leave: ['取消更换', 'Cancel'],
    technical: ['技术说明', 'For technicians'],
    starting: ['正在开始…', 'Beginning…'],
    left: ['约剩 {{time}}', 'about {{time}} left'],
    cancel: ['取消更换', 'Cancel, rotate nothing'],
    cancelling: ['正在取消…', 'Cancelling…'],
    cancelled: [
      '已取消。密钥未更换，继续使用原密钥，资料没有变动。',
      'Cancelled. The previous key stays in use, and no record has changed.',
    ],
    notMade: [
      '密钥更换失败，继续使用原密钥，资料没有变动。',
      'The key was not rotated. The previous key stays in use, and no record has changed.',
    ],
    toList: ['返回密钥管理', 'Back to encryption keys'],
    backupNext: ['下一步：备份', 'Next: back up'],
    compared: [
      '已逐条比对：{{tables}} 张表，{{rows}} 条，与原来的完全一致。',
      'Compared row by row: {{rows}} rows in {{tables}} tables, every one the same.',
    ],
    resealed: [
      '已重新加密 {{values}} 项。旧密钥无法打开现在的任何一项。',
      '{{values}} values were re-encrypted. The old keys open none of them.',
    ],
    unreadable: [
      '另有 {{number}} 项无法打开，保持原样：之前已损坏或被改动。请与备份核对。',
      '{{number}} more could not be opened and stay as they are: they had been damaged or tampered with before. Compare them with a backup.',
    ],
    room: {
      enough: ['磁盘空间充足：需要 {{needed}}，可用 {{free}}。', 'Enough space: {{needed}} of {{free}}.'],
      short: [
        '磁盘空间不足：需要 {{needed}}，可用 {{free}}。请先腾出空间。',
        'Not enough disk space: {{needed}} needed, {{free}} free. Free some up first.',
      ],
      again: ['重新检查', 'Check again'],
    },
    theft: {
      title: ['疑似被盗：全部更换', 'After a theft: rotate everything'],
      name: ['全部密钥（疑似被盗）', 'All keys (after a theft)'],
      what: [
        '文件夹和系统凭据库可能被人复制时使用：全员更换 PIN，依次更换三把密钥。须管理员和主管一起办理。',
        'Use it if the folder and keychain may have been copied: new PINs for everyone, then all three keys. An admin and a supervisor do it together.',
      ],
      open: ['开始办理…', 'Begin…'],
      unfinished: [
        '被盗后的更换尚未完成：共 {{of}} 步，还差 {{left}} 步。',
        'The rotation after a theft is not finished: {{left}} of {{of}} steps left.',
      ],
      resume: ['继续办理', 'Continue'],
      byAdmin: ['请管理员登录，和主管一起继续办理。', 'An admin signs in and continues, with a supervisor.'],
      record: ['办理记录（{{number}}）', 'Record ({{number}})'],
      ends: { done: ['已完成', 'Finished'], unfinished: ['未完成', 'Not finished'] },
      rail: ['全部更换的步骤', 'Steps after a theft'],
      stop: ['暂停办理', 'Pause'],
      steps: {
        begin: ['说明和开始', 'What will happen'],
        people: ['全员更换 PIN', 'New PINs for all'],
        'tier-keys': ['更换资料密钥', 'Field keys'],
        'store-key': ['更换档案库密钥', 'Store key'],
        'device-secret': ['更换本机密钥', "This computer's key"],
        end: ['完成登记', 'Finish'],
      } satisfies Words<TheftStep>,
      plan: {
        first: [
          '在场的人当场各设新 PIN，旧 PIN 立即作废。',
          'Everyone present sets a new PIN, one after another. The old PINs stop working at once.',
        ],
        second: [
          '不在场的人先停用账号；回来后由管理员和主管重设 PIN，才能登录。',
          'Anyone absent is disabled. When they are back, an admin and a supervisor reset their PIN.',
        ],
        third: [
          '随后依次更换资料密钥、档案库密钥、本机密钥，每一步都先作说明。',
          "Then the field keys, the store key and this computer's key are rotated; each step is explained first.",
        ],
        keeps: [
          '可以中途暂停。锁定、关机、断电后，重新登录从未完成的一步继续；完成之前每个画面都有红字提醒。恢复单继续有效。',
          'You can pause. After a lock, a restart or a power cut it continues from the unfinished step; until then every screen says so in red. The recovery sheet stays valid.',
        ],
        copied: [
          '已被复制的内容无法收回：猜中当时 PIN 的人，仍能看到当时的资料。全部更换后，那份内容和旧 PIN 无法打开现在的任何资料。',
          "What was copied can't be taken back: whoever guesses a PIN of that time sees the records of that time. Once everything is rotated, that copy and the old PINs open none of the current records.",
        ],
        technical: [
          '开始时把人员链的末端记入操作记录；此后每个人的密钥是否更换以人员链为准，三把密钥是否更换以操作记录中之后的条目为准，没有其他进度文件。不在场的人以“suspend”条目写入人员链，由两人签名。',
          'Starting logs the head of the roster. New keys of a person are read from the roster, rotated keys from later log entries; progress is stored nowhere else. An absent person is a "suspend" entry of the roster, signed by both.',
        ],
      },
      needs: {
        pair: [
          '一位管理员和一位主管全程在场，每一步都输入自己的 PIN。',
          'An admin and a supervisor present throughout, each entering their own PIN at every step.',
        ],
        people: [
          '名单上 {{people}} 人，每人自己输入新 PIN；不在场的停用账号。',
          '{{people}} people on the list, each entering a new PIN; anyone absent is disabled.',
        ],
        minutes: [
          '约需 {{minutes}} 分钟，期间暂停柜台业务，请勿关闭电脑。',
          'About {{minutes}} minutes. The counter pauses meanwhile; keep the computer on.',
        ],
      },
      begin: ['开始', 'Begin'],
      people: {
        lead: [
          '请每个人到柜台自己输入新 PIN。今天不能到场的，点“不在场”。',
          'Everyone comes to the counter and enters a new PIN. For anyone who can\'t come today choose "Absent".',
        ],
        renew: ['设新 PIN', 'New PIN'],
        away: ['不在场', 'Absent'],
        states: {
          old: ['未更换', 'Not changed'],
          renewed: ['已更换', 'New PIN set'],
          'shut-out': ['账号已停用', 'Disabled'],
        } satisfies Words<TheftState>,
      },
      renewOf: ['{{name}}设新 PIN', 'New PIN for {{name}}'],
      renewHint: [
        '下面“在场人员”可以选本人：最后一次输入原来的 PIN。',
        'Under "Who is present" they may choose themselves, with their old PIN, for the last time.',
      ],
      own: ['请先更换自己的：输入原来的 PIN，再设新的。', 'Yours first: the old PIN, then a new one.'],
      awayOf: ['{{name}}不在场', '{{name}} is absent'],
      awayLead: [
        '立即停用{{name}}的账号，原来的 PIN 作废。回来后，在“人员”里重设 PIN 即可登录。',
        '{{name}} is disabled now and their old PIN stops working. When they are back, reset their PIN under "Staff".',
      ],
      shutOut: ['停用账号', 'Disable account'],
      end: ['全员 PIN 和三把密钥均已更换。登记后即完成。', 'PINs and all keys are changed. Now log it.'],
      finish: ['完成', 'Finish'],
      done: [
        '已全部更换。以前被复制的内容无法打开现在的任何资料。',
        'Everything is rotated. The copied files open none of the current records.',
      ],
      later: [
        '以下人员暂时不能登录，回来后请在“人员”里重设 PIN：{{names}}',
        'Can\'t sign in until their PIN is reset under "Staff": {{names}}',
      ],
      after: [
        '以前的备份仍能用恢复单打开。恢复单也可能被人看过，请继续更换恢复单。',
        'Earlier backups still open with the recovery sheet. If somebody may have seen the sheet too, change it next.',
      ],
    },
    'store-key': {
      title: ['更换档案库密钥', 'Rotate the store key'],
      plan: {
        first: [
          '用新密钥把整个档案库（{{size}}）写成新文件，原文件暂不改动。',
          'All records ({{size}}) are written into a new file under a new key. The old file stays as it is.',
        ],
        second: [
          '逐条比对，完全一致才继续；为 {{people}} 人和恢复单各加密一份新密钥。',
          'Every row is compared, and the new key is encrypted for {{people}} people and the recovery sheet.',
        ],
        third: ['切换到新文件，删除旧文件。', 'The new file takes over, and the old one is deleted.'],
        keeps: [
          '期间只能查找，不能打开或修改。切换之前随时可以取消；中途断电，重新打开后仍是更换前的状态。不影响 PIN 和恢复单。',
          'Meanwhile you can search, but not open or edit anything. You can cancel until the switch; after a power cut everything is as before. PINs and the sheet stay valid.',
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
        '请稍候。长时间无操作，屏幕会先隐藏，处理完再锁定；手动锁定等于取消。',
        'When idle, the screen is hidden and locks when it is done. Locking it yourself cancels it.',
      ],
      made: ['档案库密钥已更换。', 'The store key was rotated.'],
      after: [
        '更换前被复制的旧文件，仍能用当时的 PIN 和本机密钥打开，但看不到此后的改动。旧的备份仍用恢复单打开。',
        "A copy made earlier still opens with the PIN and this computer's key of that time, but shows no later changes. Older backups still open with the recovery sheet.",
      ],
    },
    'tier-keys': {
      title: ['更换资料密钥', 'Rotate the field keys'],
      plan: {
        first: [
          '生成两把新密钥：联系方式一把，证件一把，由主管和管理员一起签发。',
          'Two new keys are created, one for contact and one for identity fields, issued by a supervisor and an admin together.',
        ],
        second: [
          '把 {{values}} 项加密内容逐项用新密钥重新加密。',
          'Each of the {{values}} encrypted values is re-encrypted under its new key.',
        ],
        third: [
          '新密钥发给 {{holders}} 人和恢复单，此后不再用旧密钥加密。',
          'The new keys go to {{holders}} people and the sheet; nothing is encrypted under the old ones any more.',
        ],
        keeps: [
          '期间暂停柜台业务。随时可以取消；取消或中途断电，等于没有更换。不影响 PIN 和恢复单。',
          'The counter pauses meanwhile. You can cancel at any time; if cancelled or cut off, nothing has changed. PINs and the sheet stay valid.',
        ],
        technical: [
          '新的 X25519 密钥对与匹配密钥写入人员链并由两人签名；每一项在同一个数据库事务里经 HPKE 打开并重新加密，重算匹配标签，删去旧的授权、批次和标签，最后清空数据库的临时文件。几台电脑共用时，最近十六次的授权保留，用来打开其他电脑断线期间加密的内容。',
          'New X25519 pairs and match keys enter the roster under both signatures. In one transaction every value is opened and sealed anew with HPKE, match tags are made anew, and grants, batches and tags of before are deleted; then the journal is emptied. Among several desks the grants of the last sixteen rotations stay, to open what another has sealed off the line.',
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
        '请稍候。长时间无操作，屏幕会先隐藏，处理完再锁定；手动锁定等于取消。',
        'Please wait. When idle, the screen is hidden and locks when it is done. Locking it yourself cancels it.',
      ],
      made: ['资料密钥已更换。', 'The field keys are rotated.'],
      after: [
        '离职人员的旧密钥无法打开现在的任何一项。更换前被复制的旧档案，仍能用当时的 PIN 打开。',
        'Keys held by people who left open none of the current records. A copy taken earlier still opens with the PINs of that time.',
      ],
    },
    'recovery-sheet': {
      title: ['更换恢复单', 'A new recovery sheet'],
      plan: {
        first: ['制作新的恢复单，打印或存为 PDF。', 'A new sheet is made; print it or save it as a PDF.'],
        second: [
          '照新单输入两组，由主管和管理员一起确认。',
          'Two groups are typed from the new sheet, and a supervisor and an admin confirm it.',
        ],
        third: ['新的生效，旧的从此不能打开档案柜。', 'The old sheet no longer opens the vault.'],
        keeps: [
          '确认之前没有任何改动，随时可以退出，旧的继续有效。不影响 PIN。',
          'Until it is confirmed nothing changes and the old sheet stays valid; you can leave at any time. PINs stay valid.',
        ],
        technical: [
          '新的 256 位密钥派生出封存与签名两对密钥，以“recovery”条目写入人员链并由两人签名；重做恢复入口和两级授权，操作记录另起一段并封给新单。选了旧单的，旧单的密钥封给新单后存入 header.json。',
          'A new 256-bit secret gives a pair to receive and a pair to sign; a "recovery" entry in the roster carries both signatures. The recovery slot and both grants are made anew, and the log goes on in a segment sealed to the new sheet. Where the old sheet is typed in, its secret is sealed to the new one in header.json.',
        ],
      },
      begin: ['启用这张恢复单', 'Use this sheet'],
      made: ['恢复单已更换。', 'The recovery sheet has been replaced.'],
      after: [
        '请把新的锁进保险柜。旧的仍能打开当时的旧备份：如果没有选“让新恢复单也能打开以前的备份”，请留到旧备份全部删除后再销毁；已选的，现在即可销毁。',
        'Lock the new one in the safe. The old one still opens earlier backups: unless the new one opens them too, keep it until those backups are gone, then destroy it.',
      ],
      keepsOld: ['让新恢复单也能打开以前的备份', 'New sheet also opens earlier backups'],
      typeOld: ['请照旧的恢复单逐行输入。', 'Type the old sheet line by line.'],
    },
    'device-secret': {
      title: ['更换本机密钥', "Rotate this computer's key"],
      plan: {
        first: ['在系统凭据库里另存一把新密钥。', 'A new key is stored in the keychain beside the old one.'],
        second: [
          '为 {{people}} 人的登录账号更换外层加密，无需任何人的 PIN。',
          "The sign-in entries of {{people}} people get a new outer layer; nobody's PIN is needed.",
        ],
        third: [
          '切换并读回核对无误后，从系统凭据库删除旧的一把。',
          'The new one takes over and is read back; then the old one is deleted from the keychain.',
        ],
        keeps: [
          '只需几秒。中途断电，新旧两把中总有一把可用。不影响 PIN、恢复单和档案库文件。',
          'It takes a few seconds. After a power cut one of the two always works. PINs, the sheet and the records are not affected.',
        ],
        technical: [
          '只重做各账号的外层加密和 header.json 的校验码；以改名替换 header.json 为切换点，随后 limiter.json 改用新的校验密钥，最后删除系统凭据库中的旧条目。',
          'Only the outer wraps and the MAC of header.json are rebuilt; its rename is the switch. Then limiter.json moves to the new MAC key, and the old keychain item is deleted last.',
        ],
      },
      needs: {
        first: ['管理员本人的 PIN。', 'The PIN of the admin who is signed in.'],
        second: [
          '系统凭据库须已解锁（登录这台电脑后即已解锁）。',
          'The system keychain has to be unlocked, as it is once you sign in to the computer.',
        ],
      },
      begin: ['开始更换', 'Rotate now'],
      working: ['只需几秒，请稍候。', 'This takes a few seconds.'],
      made: ['本机密钥已更换。', "This computer's key was rotated."],
      after: [
        '以前被复制的系统凭据，对现在的文件夹已无效。如果与当时的文件夹一起被复制，仍可能被用来试当时的 PIN；有此怀疑，请全员更换 PIN。',
        'A keychain copied earlier no longer works with this folder. One copied together with the folder can still be used to guess the PINs of that time: if you suspect that, change all PINs.',
      ],
    },
  },

  patternProblems: {
    unclosed: ['花括号没有成对。', 'The braces do not match.'],
    'unknown-place': [
      '花括号里只能写期、区、栋、单元、层、房，后面可带位数 1–9。',
      'Braces may contain only 期, 区, 栋, 单元, 层 or 房, with a number of digits from 1 to 9 if needed.',
    ],
    'no-building': ['还缺 {栋}。', '{栋} is missing.'],
    'no-room': ['还缺 {房}。', '{房} is missing.'],
    'repeated-place': ['同一个占位写了两次。', 'The same placeholder appears twice.'],
    'touching-places': [
      '号码相连无法区分，请加分隔或写上位数。',
      "Numbers that touch can't be told apart: add a separator or give the number of digits.",
    ],
    'too-long': ['太长了，最多 40 个字。', 'Too long: 40 characters at most.'],
    'repeated-pattern': ['与前面的一种格式重复。', 'Another format reads the same.'],
    'changes-labels': [
      '会把“3栋2单元1801”识别为其他房屋，不能使用。',
      "It would read 3栋2单元1801 as another room, so it can't be used.",
    ],
  } satisfies Words<PatternProblem>,

  idSearch: {
    title: ['按证件号查找', 'Search by ID number'],
    lead: [
      '须输入完整证件号和主管的 PIN，并记入操作记录；记录里不含号码。',
      "Enter the full ID number. It needs a supervisor's PIN and is logged, without the number.",
    ],
    find: ['查找', 'Search'],
    finding: ['正在查找…', 'Searching…'],
    none: ['没有登记这个证件号的住户。', 'Nobody is on record with this ID number.'],
    partly: ['号码还不完整。证件号是 18 位，旧的是 15 位。', 'Incomplete: 18 characters, 15 for old ones.'],
    notAdmin: ['管理员不能按证件号查找，请前台或主管查找。', "Admins can't search by ID. Ask the desk."],
  },

  visitorView: {
    title: ['对客视图', 'Visitor view'],
    ask: ['请问您住哪一户？', 'Which home do you live in?'],
    several: ['请您把房号说完整', 'Your full room number, please'],
    nobody: ['没有找到，请您再说一遍房号', 'Not found. Your room number again, please'],
    next: ['接待下一位', 'Next visitor'],
    verify: ['核实您的身份', 'Confirm your identity'],
    lead: [
      '请您报出其中一项。屏幕只显示是否一致，不显示您的资料。',
      'Please give one of these. The screen shows only whether it matches, never your record.',
    ],
    kind: ['请选择一项', 'Choose one'],
    says: {
      phone: ['请报出您的完整手机号', 'Your full phone number, please'],
      'phone-hidden': ['请报出您手机号的中间几位', 'The middle digits of your phone number, please'],
      name: ['请报出您的全名', 'Your full name, please'],
      'id-number': ['请报出您的证件号码', 'Your ID number, please'],
    } satisfies Words<VerifyKind>,
    closed: ['三次不一致，请您十五分钟后再来核实。', 'Three answers did not match. Try again in 15 minutes.'],
    pin: ['当班人员 PIN', 'Staff PIN'],
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
    verifiedAt: ['已核实 {{time}}', 'Verified {{time}}'],
    reveal: ['显示', 'Reveal'],
    verify: ['核实身份', 'Verify'],
    full: ['查看完整档案', 'View full record'],
    edit: ['修改', 'Edit'],
    confirm: ['标为已核实', 'Mark as verified'],
    confirmedOn: ['{{date}} 核实', 'Verified {{date}}'],
    confirmDoes: ['今日已核实，仍然正确', 'Checked today; still correct'],
    notValid: ['格式有误，请尽快更正', 'Invalid format; correct it when you can'],
    updated: ['更新于 {{date}}', 'Updated {{date}}'],
    coSign: ['须会签', 'Co-sign'],
    hide: ['隐藏', 'Hide'],
    nothing: ['没有登记其他资料。', 'Nothing else on record.'],
    company: ['单位', 'Company'],
  },

  reveal: {
    title: ['显示{{field}}', 'Reveal: {{field}}'],
    moreReasons: ['更多…', 'More…'],
    reason: ['查看事由', 'Reason'],
    words: ['说明', 'Details'],
    wordsHint: ['选“{{reason}}”须简要说明。', '"{{reason}}" needs a few words.'],
    ticket: ['单号（可不填）', 'Ticket (optional)'],
    ticketAsked: ['单号', 'Ticket'],
    document: ['来文编号', 'Document number'],
    value: ['{{field}}的内容', '{{field}}, revealed'],
    secondsLeft: ['还显示 {{seconds}} 秒', 'Shown for {{seconds}} more seconds'],
    copy: ['复制', 'Copy'],
    copied: [
      '已复制并记入操作记录，{{seconds}} 秒后从剪贴板清除。',
      'Copied and logged. The clipboard is cleared after {{seconds}} s.',
    ],
    notCopied: ['没有复制：未能记入操作记录，或已不再显示。', 'Not copied: not logged, or no longer shown.'],
    coSignTitle: ['主管会签', 'Supervisor co-signs'],
    coSignLead: [
      '显示证件资料须主管在场，由主管输入自己的 PIN。',
      'Identity fields need a supervisor present, who enters their own PIN.',
    ],
    aboutTo: ['内容将显示在屏幕上，请确认旁人看不到。', 'It will appear on screen. Let nobody else see it.'],
    extractTitle: ['按来文提供资料', 'Extract for an authority'],
    extractLead: [
      '只显示勾选的项 60 秒，每项均记入操作记录。',
      'Only the selected fields are shown, for 60 seconds; each is logged.',
    ],
    extractShow: ['显示勾选的项', 'Show selected fields'],
    extractFields: ['来文要求的资料（可多选）', 'Fields the document asks for'],
    authority: ['查询单位', 'Authority'],
    purpose: ['查询事由', 'Purpose'],
    fullLead: [
      '这位住户的每一项都会显示 60 秒，每项均记入操作记录。',
      'Every field of this resident is shown for 60 seconds; each is logged.',
    ],
    fullShown: ['资料正在显示', 'The selected fields are on screen'],
  },

  edit: {
    idsUndecided: [
      '公司还没有决定是否保存证件号码，这里不能填写。',
      'The company has not decided whether to keep ID numbers; they cannot be entered.',
    ],
    idsAfterConsent: [
      '证件号码须先登记本人的单独同意：先保存档案，登记同意后再填写。',
      'ID numbers need separate consent on record: save the record, enter the consent, then add the number.',
    ],
    idsNotKept: ['公司不保存证件号码，这里不能填写。', 'The company keeps no ID numbers: enter none here.'],
    addTitle: ['添加住户', 'Add a resident'],
    editTitle: ['修改档案', 'Edit the record'],
    kind: ['类别', 'Kind'],
    nameNew: ['新姓名', 'New name'],
    nameKeep: ['现在是 {{mask}}，不改请留空。', 'Now {{mask}}. Leave empty to keep it.'],
    pinyin: ['姓名读音（可不填）', 'Pinyin (optional)'],
    pinyinHint: [
      '与常用读音不同时填，每字一个拼音，如 shan xiong xin',
      'Only for an unusual reading: one syllable per character, such as shan xiong xin',
    ],
    pinyinKept: [
      '已登记读音。重填即更换；修改姓名后读音须重填。',
      'Pinyin is on record. Enter another to replace it; a new name needs new pinyin.',
    ],
    pinyinDrop: ['清除读音', 'Clear pinyin'],
    sex: ['性别', 'Sex'],
    idType: ['证件类别', 'ID document'],
    roomHint: ['如 3栋2单元1801 或 3-2-1801', 'For example 3-2-1801 or 3栋2单元1801'],
    relation: ['与房屋的关系', 'Relation to the room'],
    addRoom: ['添加房屋', 'Add a room'],
    addPlate: ['添加车牌', 'Add a plate'],
    replace: ['更换', 'Replace'],
    newValue: ['新的{{field}}', 'New {{field}}'],
    contactName: ['{{field}}姓名', '{{field}}, name'],
    contactPhone: ['{{field}}电话', '{{field}}, phone'],
    kept: ['原内容加密保留 30 天，主管可以恢复。', 'Kept encrypted for 30 days; supervisors restore it.'],
    why: ['事由', 'Reason'],
    whyMissing: ['请选择事由；选“其他”须简要说明。', 'Choose a reason; for "Other", add a few words.'],
    proof: ['输入您的 PIN 以保存', 'Enter your PIN to save'],
    whyNeeded: ['更改加密资料须事由和 PIN。', 'To change encrypted fields, give a reason and PIN.'],
    identityNeeds: ['证件类资料须主管会签。', "Identity fields need a supervisor's co-signature."],
    verifyFirst: ['今天还没有核实来人身份。', 'The person asking has not been verified today.'],
    nameMissing: ['请填写姓名。', 'Enter the name.'],
    nothingChanged: ['没有改动。', 'No changes.'],
    saving: ['正在保存…', 'Saving…'],
    saved: ['已保存。', 'Saved.'],
    sealedTitle: ['加密保存的资料', 'Encrypted fields'],
    openTitle: ['柜台能查到的资料', 'Searchable at the counter'],
    birthdayHint: ['如 1990-01-31', 'For example 1990-01-31'],
  },

  draft: {
    waiting: [
      '锁屏前有内容没有保存，重新打开原来的表单即可继续。',
      'Something you typed before the lock was not saved. Open the same form to go on.',
    ],
    offer: ['{{time}} 锁屏前填写的内容还在。', 'What you typed before the lock at {{time}} is still here.'],
    take: ['继续填写', 'Restore'],
    decline: ['不要了', 'Discard'],
    missing: ['有 {{count}} 项没有恢复，请补填。', 'Not restored: {{count}}. Please fill them in.'],
  },

  import: {
    title: ['导入表格', 'Import a spreadsheet'],
    rail: ['导入步骤', 'Import steps'],
    steps: {
      file: ['选择文件', 'Choose a file'],
      columns: ['核对各列', 'Columns'],
      preview: ['预览', 'Preview'],
      write: ['写入', 'Write'],
      result: ['结果', 'Result'],
    },
    file: {
      title: ['选择表格', 'Choose a spreadsheet'],
      lead: [
        '支持 .xlsx、.xls、.et、.ods、.csv。此时只读取，不写入。',
        '.xlsx, .xls, .et, .ods or .csv; nothing is written yet.',
      ],
      need: [
        '需要：表格文件；主管本人在场，预览和写入各输入一次 PIN。',
        'You need the file and a supervisor present, who enters their PIN for the preview and again to write.',
      ],
      pick: ['选择文件…', 'Choose a file…'],
      reading: ['正在读取…', 'Reading…'],
    },
    columns: {
      title: ['核对各列', 'Match columns'],
      lead: ['请核对各列作为什么导入；示例已脱敏。', 'Check what each column holds. Samples are masked.'],
      guessed: ['已按表头识别，请核对。', 'Matched by header; please check.'],
      notGuessed: ['这些列无法识别，请逐列选择。', 'None of these columns was recognised; choose each.'],
      sheet: ['工作表', 'Sheet'],
      use: ['导入这张表', 'Import this sheet'],
      rows: ['{{count}} 行', 'Rows: {{count}}'],
      header: ['表头', 'Header'],
      sample: ['示例', 'Sample'],
      target: ['作为', 'Field'],
      skip: ['不导入', 'Leave out'],
      noHeader: [
        '没有识别出表头。要导入这张表，请选择哪一行是表头，再核对各列；第一行就是住户，请选“没有表头”。',
        'No header was recognised. To import this sheet, choose its header row, then match the columns. If the first row is already a resident, choose "No header".',
      ],
      noRow: ['没有表头', 'No header'],
      useNoRow: ['没有表头，第一行就是住户', 'No header: the first row is a resident'],
      letter: ['{{letter}} 列', 'Column {{letter}}'],
      firstRows: ['表的开头几行，已脱敏', 'The first rows of the sheet, masked'],
      useRow: ['第 {{row}} 行是表头', 'Row {{row}} is the header'],
      headerRow: ['表头在', 'Header in'],
      chooseRow: ['请选一行', 'Choose a row'],
      otherRows: [
        '另有 {{count}} 行是标题或说明，不导入',
        'Titles and instructions, not imported: {{count}} row',
        'Titles and instructions, not imported: {{count}} rows',
      ],
      remembered: ['已按上次的对应填写。', 'Matched as last time.'],
      forget: ['清除，重新识别', 'Clear and match again'],
      ownerCode: ['业主编号（各表互相对照）', 'Owner code (links the sheets)'],
      ids: {
        title: ['表里有证件号', 'This list has ID numbers'],
        leads: {
          consent: [
            '公司已决定：经本人单独同意保存。导入后没有登记同意的，列入“证件号码”的名单，补办同意或者删除。',
            'The company keeps them with separate consent. After the import, whoever has no consent on record is listed under "ID numbers": obtain it, or remove the number.',
          ],
          none: ['公司决定不保存证件号码：不会写入表里的。', 'No ID numbers are kept: none is written.'],
          needsConsent: [
            '公司已决定：经本人单独同意保存。只导入已登记同意的住户的证件号，其他的略过并标出。',
            'The company keeps them with separate consent. Only numbers of residents with consent on record are imported; the others are left out and flagged.',
          ],
          undecided: [
            '公司还没有决定是否保存证件号码，这次不能导入号码。请管理员先在“证件号码”里决定，或者不带号码导入。',
            'The company has not decided whether to keep ID numbers, so none can be imported now. Ask an admin to decide under "ID numbers" first, or import without them.',
          ],
        },
        label: ['证件号', 'ID numbers'],
        yes: ['导入', 'Import them'],
        no: ['不导入', 'Leave them out'],
        needed: ['请先选择证件号是否导入。', 'First choose whether to import ID numbers.'],
      },
      needs: [
        '每张表至少须有房号（或楼栋、房间），或姓名加电话、证件号、业主编号中的一项。',
        'Each sheet needs a room (or building and room), or a name with a phone, an ID number or an owner code.',
      ],
      targetGroups: {
        person: ['住户', 'Resident'],
        room: ['房屋', 'Room'],
        household: ['同住的人和日期', 'Household and dates'],
        car: ['车辆和车位', 'Vehicle and space'],
      },
      relation: ['与房屋的关系', 'Relation to the room'],
      idType: ['证件类别', 'ID type'],
      pinyin: ['姓名读音', 'Pinyin'],
      supervisor: ['预览须主管的 PIN', "Supervisor's PIN for the preview"],
      previewing: ['正在比对…', 'Comparing…'],
      targetOf: ['“{{header}}”作为', '"{{header}}" is'],
    },
    place: {
      title: ['本表的房屋在', 'The rooms of this sheet are in'],
      unknown: ['（表里没有写）', '(the sheet does not say)'],
      estates: ['所在小区', 'Estate'],
      noEstate: ['不写小区', 'No estate'],
      from: {
        name: ['（取自表名）', '(from its name)'],
        title: ['（取自标题）', '(from its title)'],
        lines: ['（取自分段行）', '(from divider rows)'],
        workbook: ['（小区取自另一张表）', '(estate from another sheet)'],
        records: ['（小区取自已登记的房屋）', '(estate from the rooms on record)'],
        person: ['（由您填写）', '(entered by you)'],
      },
      lines: ['另有 {{count}} 个分段行', 'Divider rows: {{count}}.'],
    },
    asks: {
      columns: [
        '标有“请确认”的列不能确定：请选择内容，或不导入。',
        'The marked columns are uncertain: choose what they are, or leave them out.',
      ],
      rooms: [
        '没有识别出房号列：请选择哪一列是房号。表里确实没有房号，也请确认。',
        'No room column was found: choose it, or confirm that the sheet has none.',
      ],
      place: [
        '房号里没有楼栋：请填写本表是哪一栋。只有一栋楼，请留空。',
        'The rooms have no building: enter which one this sheet is. Leave it empty if there is only one.',
      ],
      estate: [
        '不能确定本表的房屋在哪个小区：请选择，其他没有写小区的表同样处理。',
        'It is not clear which estate these rooms are in: choose it. Other sheets that do not say theirs follow.',
      ],
      checked: ['已核对', 'Checked'],
      unsure: ['请确认', 'To confirm'],
      needed: ['还有表未核对。', 'Some sheets are not checked yet.'],
    },
    stops: {
      'no-rooms': [
        '整个表格里没有房号：导入后无法按住址查找。',
        'The spreadsheet has no rooms at all: nobody could be found by where they live.',
      ],
      'rooms-in-sheets': [
        '有 {{rooms}} 个房号在几张表里业主不同（{{sheets}}）：可能缺少楼栋，请返回填写每张表是哪一栋。',
        'Rooms with different owners on different sheets: {{rooms}} ({{sheets}}). The building is probably missing: go back and enter it for each sheet.',
      ],
      'rooms-elsewhere': [
        '有 {{rooms}} 个房号（{{sheets}}）将新建，而登记的房屋中有楼栋、单元、房号相同但小区不同或没有写小区的：如果是同一户，请返回修改本表的小区。',
        'New rooms with the building, unit and number of a room on record, under another estate or none: {{rooms}} ({{sheets}}). If they are the same, go back and change the estate of the sheet.',
      ],
      goOn: ['确认无误，继续写入', 'This is correct, continue'],
      needed: ['请先回答上面的问题', 'Answer the question above first'],
    },
    kinds: {
      'id-names': ['证件号相同，姓名不同', 'Same ID number, different name'],
      'twice-in-room': ['同一户里同名', 'Same name twice in a room'],
      'other-phone': ['同户同名，电话不同', 'Same room and name, different phone'],
      'other-id': ['姓名相同，证件号不同', 'Same name, different ID number'],
      several: ['可能是几个人中的一个', 'May be one of several'],
    },
    missing: {
      title: ['不在表里的人', 'Not in the list'],
      lead: [
        '以下人员登记在表里的房屋，但表里没有。导入不影响他们；已搬走的，请在各自的档案里办理。',
        'They are on record in rooms of this list but not in it. The import leaves them as they are; if somebody has moved out, update their record.',
      ],
      label: ['这些人', 'These people'],
      stay: ['都仍在住，无需处理', 'They still live there'],
      look: ['列入“待核对的单元格”，逐户核对', 'List them under "Cells to check"'],
      needed: ['请先选择如何处理不在表里的 {{count}} 人', 'First decide about people not listed: {{count}}'],
    },
    flags: {
      title: ['待核对的单元格', 'Cells to check'],
      lead: [
        '导入时未能识别或不能确定的单元格，共 {{count}} 个。按房号找到住户，更正或核对后点“已核对”。',
        'Cells that imports could not read or were unsure of: {{count}}. Find the resident by room, correct it, then press Done.',
      ],
      done: ['已核对', 'Done'],
      doneOf: ['已核对：{{cell}}', 'Done: {{cell}}'],
    },
    preview: {
      title: ['导入预览', 'Preview'],
      lead: ['尚未写入。核对无误后再确认。', 'Check, then confirm.'],
      counts: {
        newPeople: ['新增人', 'New people'],
        changedPeople: ['更新人', 'Changed people'],
        rooms: ['涉及房屋', 'Rooms'],
        newRooms: ['新增房屋', 'New rooms'],
        vehicles: ['车辆', 'Vehicles'],
        spaces: ['车位', 'Spaces'],
      },
      becomes: ['写入后', 'Becomes'],
      cells: ['表里的单元格（已脱敏）', 'Sheet cells (masked)'],
      noRoom: ['没有房号', 'No room'],
      list: ['按房屋预览', 'Room by room'],
      row: ['第 {{row}} 行', 'Row {{row}}'],
      rowNumber: ['行', 'Row'],
      confirm: ['写入须主管再次输入 PIN', "Supervisor's PIN again to write"],
      write: ['写入 {{count}} 行', 'Write {{count}} row', 'Write {{count}} rows'],
      nothing: ['没有可写入的行。', 'Nothing to write.'],
      partly: ['这里只列出一部分，全部都会写入。', 'Only some are listed; all will be written.'],
      all: ['全部', 'All'],
    },
    progress: {
      title: ['正在写入', 'Writing'],
      lead: ['可以取消，取消后不会写入任何一行。', 'You can cancel; then no row is written.'],
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
      created: ['新增 {{count}} 人', 'New people: {{count}}'],
      changed: ['更新 {{count}} 人', 'People changed: {{count}}'],
      rooms: ['新增 {{count}} 套房屋', 'New rooms: {{count}}'],
      same: ['{{count}} 行与档案相同', 'Rows already on record: {{count}}'],
      rejected: ['{{count}} 行未导入', 'Rows rejected: {{count}}'],
      reasons: ['未导入的行', 'Rejected rows'],
      flagged: ['有 {{count}} 个单元格待核对', 'Cells to check: {{count}}'],
      flaggedLead: [
        '这些单元格未能识别或不能确定，已列在“以前的导入”里。',
        'These cells could not be read or are uncertain. They are listed under "Earlier imports" until checked.',
      ],
      toFlags: ['核对单元格', 'Check them'],
      counter: ['回到柜台', 'Back to the counter'],
      another: ['再导入一个', 'Import another'],
    },
    questions: {
      lead: [
        '这些行姓名相同、其他内容不同，系统无法判断。请逐行确认，或统一处理其余的。',
        'These rows match somebody by name but not otherwise. Decide row by row, or set all the rest at once.',
      ],
      rest: ['其余一律按', 'All the rest'],
      same: ['同一人', 'Same person'],
      other: ['另一人', 'Different person'],
      'leave-out': ['暂不导入', 'Leave out'],
      colon: ['：', ': '],
      inRecords: ['档案里', 'on record'],
      inRow: ['本表第 {{row}} 行', 'row {{row}} of this file'],
      inRowOf: ['“{{sheet}}”第 {{row}} 行', 'row {{row}} of {{sheet}}'],
      open: ['还有 {{count}} 行待确认。', 'Still to decide: {{count}}.'],
      unlisted: [
        '另有 {{count}} 行没有列出，按“其余一律按”处理；可能对应几个人的，暂不导入。',
        'Not listed: {{count}}; "All the rest" applies to them, except rows that match several people, which are left out.',
      ],
      keys: ['按 1 同一人，2 另一人，3 暂不导入。', 'Press 1: same person, 2: different, 3: leave out.'],
      needed: ['还有 {{count}} 行待确认，确认后才能写入', 'Rows to decide before writing: {{count}}'],
    },
    rejects: {
      title: ['改好再导入', 'Correct and import again'],
      lead: [
        '可以把未导入的行另存为表格，每行写明原因。改好后直接导入，已导入的不会重复。',
        'Save the rejected rows as a spreadsheet with the reason beside each. Correct and import it; nothing is imported twice.',
      ],
      holds: [
        '另存的表格是明文，含姓名、电话和证件号。请存放在他人拿不到的位置，导入后立即擦除。',
        'The spreadsheet is not encrypted and holds names, phones and ID numbers. Keep it where nobody else can get it, and erase it once imported.',
      ],
      choose: ['选择存放位置…', 'Choose a location…'],
      elsewhere: ['换个位置…', 'Another location…'],
      proof: ['另存“{{file}}”须主管的 PIN', 'Supervisor\'s PIN to save "{{file}}"'],
      save: ['另存表格', 'Save the spreadsheet'],
      saved: ['已另存 {{count}} 行：{{file}}', 'Rows saved: {{count}}, in {{file}}'],
    },
    original: {
      there: ['原表格“{{file}}”仍在，是明文', 'The spreadsheet "{{file}}" is still there, unencrypted'],
      can: [
        '系统可以用随机内容覆盖后删除，不进回收站。在机械硬盘上，覆盖后的内容无法找回。',
        "The program can overwrite it with random bytes and delete it, bypassing the recycle bin. On a hard disk, overwritten content can't be recovered.",
      ],
      limits: ['无法擦除的地方', 'What this cannot reach'],
      cannot: [
        '在固态硬盘、U 盘、带快照的磁盘或网络盘上，覆盖不一定写在原来的位置，旧内容可能仍在；只有整盘加密能防护。',
        'On SSDs, USB sticks, disks with snapshots and network drives, the old content may remain; only disk encryption protects it.',
      ],
      copies: [
        '擦除后会查找内容相同的文件；邮箱、手机和未插入的 U 盘里的副本须自行删除。',
        'Afterwards files with the same content are looked for; delete copies in mail, on phones and on unplugged USB sticks yourself.',
      ],
      checked: [
        '正在查找内容相同的文件：扫描的文件夹、办公软件备份、回收站和最近打开的列表。结果在“遗留文件”里。',
        'Looking for files with the same content in scanned folders, office backups, the recycle bin and recent lists. Results appear under "Leftover files".',
      ],
      left: ['看核查结果', 'See results'],
      dispose: ['擦除原表格…', 'Erase the spreadsheet…'],
      confirm: ['确定擦除，不能恢复', 'Erase for good'],
      keep: ['暂时保留', 'Keep it for now'],
      busy: ['正在擦除…', 'Erasing…'],
      gone: ['“{{file}}”已覆盖并删除。', '"{{file}}" was overwritten and deleted.'],
      named: [
        '这个文件在别处还有一个名称（硬链接），名称仍在，内容已删除。',
        'The file has another name (a hard link) elsewhere: the name is still there, its content is gone.',
      ],
    },
    leave: ['退出导入', 'Exit import'],
    unsaved: {
      title: ['导入还没有写入', 'Nothing is imported yet'],
      lead: [
        '现在离开，表格不会写入。已回答的内容保留七天，再次选择这个表格时继续使用。',
        'If you leave now, no row is written. Your answers are kept for seven days and used when you choose this spreadsheet again.',
      ],
      stay: ['继续导入', 'Continue import'],
      discard: ['离开', 'Leave'],
    },
  },

  undo: {
    edited: ['之后又修改过 {{count}} 处', 'Edited since: {{count}}'],
    notListed: ['还有 {{count}} 处没有列出', 'Not listed: {{count}}'],
    keepEdited: ['保留之后的修改', 'Keep later edits'],
  },

  log: {
    unreadable: ['内容无法读取', "details can't be read"],
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
    remasked: ['重新脱敏 {{count}} 处', '{{count}} mask rebuilt', '{{count}} masks rebuilt'],
    import: [
      '第 {{number}} 次导入，{{rows}} 行：新增 {{new}}，更新 {{changed}}，不变 {{same}}，未导入 {{rejected}}；{{ids}}',
      'Import {{number}}: {{rows}} rows, new {{new}}, changed {{changed}}, same {{same}}, rejected {{rejected}}; {{ids}}',
    ],
    importIds: { kept: ['保存证件号', 'ID numbers kept'], left: ['不保存证件号', 'ID numbers left out'] },
    importUndo: [
      '第 {{number}} 次导入：删除 {{removed}}，恢复 {{restored}}，房屋 {{rooms}}，保留修改 {{kept}}',
      'Import {{number}}: removed {{removed}}, restored {{restored}}, rooms {{rooms}}, edits kept {{kept}}',
    ],
    importFlag: ['第 {{number}} 次导入，第 {{row}} 行', 'Import {{number}}, row {{row}}'],
    layout: { forgotten: ['已清除', 'cleared'] } satisfies Words<LogDetail<'import-layout'>['change']>,
    pins: {
      own: ['本人的 PIN', 'their own PIN'],
      other: ['另一人的 PIN', "another's PIN"],
      either: ['本人或另一人的 PIN', "their own PIN or another's"],
    } satisfies Words<Exclude<LogDetail<'pin-failed'>['of'], 'sheet'>>,
    unknownRoute: ['程序不认识的请求', 'a request that the program does not know'],
    areas: {
      drafts: ['锁屏前的草稿', 'drafts'],
      attachments: ['附件', 'attachments'],
      rectification: ['整改', 'rectification'],
      forms: ['表单', 'forms'],
      vault: ['档案库状态', 'state of the vault'],
      join: ['加入小区', 'joining an estate'],
      setup: ['创建档案柜', 'set-up'],
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
      'page-address': ['不属于本程序的地址', 'an address outside this program'],
      permission: ['权限（摄像头、定位等）', 'a permission (camera, location and the like)'],
      navigation: ['转到别的页面', 'navigation to another page'],
      'new-window': ['另开窗口', 'another window'],
      webview: ['页面里再开页面', 'a page within the page'],
      download: ['下载', 'a download'],
      request: ['联网', 'a connection to the network'],
      sender: ['不是页面发来的请求', 'a request from outside the page'],
      payload: ['格式不对的请求', 'a malformed request'],
      reply: ['格式不对的答复', 'a malformed reply'],
      port: ['另一条到档案库的连接', 'a second connection to the vault'],
      'port-frame': ['发给档案库的格式不对的消息', 'a malformed message to the vault'],
      certificate: ['证书', 'a certificate'],
      paper: ['打印档案库没有提供的内容', 'printing something the vault did not produce'],
    } satisfies Words<ShellRefusal>,
    recovered: {
      here: ['在本电脑', 'on this computer'],
      anew: ['在另一台电脑，或系统凭据库丢失以后', 'on another computer, or after the keychain was lost'],
      sheet: ['第 {{number}} 张恢复单', 'recovery sheet no. {{number}}'],
      people: ['{{number}} 人可以登录', '{{number}} can sign in'],
      closed: ['{{number}} 人须本人到场恢复', "{{number}} can't until restored in person"],
    },
    keys: {
      epoch: ['第 {{number}} 期', 'epoch {{number}}'],
      item: ['凭据库编号 {{id}}', 'keychain item {{id}}'],
      roster: ['名册第 {{number}} 条起', 'from roster entry {{number}} on'],
      desk: ['第 {{desk}} 台', 'desk {{desk}}'],
      people: ['{{count}} 人', '{{count}} person', '{{count}} people'],
      tables: ['{{tables}} 张表，{{rows}} 行', '{{tables}} tables, {{rows}} rows'],
      slots: ['{{count}} 个登录入口', '{{count}} slot', '{{count}} slots'],
      values: ['{{count}} 项', '{{count}} value', '{{count}} values'],
      unreadable: ['另有 {{number}} 项打不开', '{{number}} could not be opened'],
      opensOlder: ['也能打开以前的备份', 'also opens earlier backups'],
      theft: ['更换密钥 {{renewed}} 人，停用账号 {{closed}} 人', 'new keys {{renewed}}, disabled {{closed}}'],
      late: ['下次登录时补记', 'entered at the next sign-in'],
      tiers: {
        contact: ['联系方式', 'contact'],
        identity: ['身份信息', 'identity'],
      } satisfies Words<SealedTier>,
    },
    notDone: ['没有生效的记录：{{from}} 至 {{to}}', 'entries without effect: {{from}} to {{to}}'],
    pruned: ['清除满 30 天的旧值 {{count}} 项', '{{count}} value kept for 30 days removed'],
    patterns: [
      '格式 {{patterns}} 种，重新识别 {{moved}} 间，未改 {{kept}} 间',
      'Formats: {{patterns}}, rooms renamed: {{moved}}, left: {{kept}}',
    ],
    title: ['操作记录', 'Log'],
    and: ['，', ', '],
    lead: [
      '每次登录、查找、核实、显示、修改均有记录，无法改动。',
      "Every sign-in, search, verification, reveal and change is recorded and can't be altered.",
    ],
    verify: ['核对记录', 'Check the log'],
    verifying: ['正在核对…', 'Checking…'],
    good: ['{{count}} 条记录完整，未被改动。', 'All entries intact ({{count}}).'],
    bad: ['第 {{seq}} 条起有问题：{{problem}}。', 'From entry {{seq}} on: {{problem}}.'],
    badNowhere: ['有问题：{{problem}}。', 'Problem: {{problem}}.'],
    head: ['记录校验码', 'Log fingerprint'],
    signed: ['输过 PIN 的操作都有本人签名。', 'Every action with a PIN is signed by the person who did it.'],
    columns: {
      seq: ['序号', 'No.'],
      time: ['时间', 'Time'],
      who: ['经办', 'Who'],
      action: ['事项', 'What'],
      person: ['住户', 'Resident'],
      field: ['内容', 'Fields'],
      reason: ['事由', 'Reason'],
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
      reveal: ['核实与显示', 'Verify, reveal'],
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
      order: ['截止日期早于起始日期', 'This is before the start date'],
      anyResident: ['取消只看 {{mask}}', 'Stop showing only {{mask}}'],
    },
    entry: {
      title: ['第 {{seq}} 条记录', 'Entry {{seq}}'],
      open: ['{{time}}，第 {{seq}} 条详情', '{{time}}, details of entry {{seq}}'],
      cosigner: ['会签人', 'Co-signed by'],
      detail: ['详情', 'Details'],
      ticket: ['单号', 'Ticket'],
      signature: ['签名', 'Signature'],
      signed: ['有签名，是否有效以“核对记录”为准', 'Signed; "Check the log" tells whether it is valid'],
      unsigned: ['无签名', 'Not signed'],
      onlyResident: ['只看该住户的记录', "Show only this resident's entries"],
    },
    with: ['会签 {{name}}', 'with {{name}}'],
    ticket: ['单号 {{ticket}}', 'ticket {{ticket}}'],
    end: ['已到最早一条。', 'This is the first entry.'],
  },

  help: {
    groups: { find: ['查找', 'Finding'], person: ['住户', 'A resident'], all: ['随时', 'Any time'] },
    keys: {
      type: ['直接输入即可查找', 'Just type to search'],
      number: ['以数字或 # 开头：按号码查找，号码不留存', 'A digit or # first: search by number, never kept'],
      arrows: ['选择结果', 'Choose a result'],
      enter: ['打开', 'Open it'],
      narrow: [
        '只看房号、姓名、电话、车牌；再按看下 50 条；0 看全部',
        'Only rooms, names, phones or plates; again for the next 50; 0 for all',
      ],
      task: ['选择业务', 'Choose a task'],
      verify: ['核实身份', 'Verify the visitor'],
      reveal: ['显示一项（默认第一个电话）', 'Reveal a field (first phone by default)'],
      note: ['登记办理结果', 'Add a note'],
      edit: ['更改档案', 'Edit the record'],
      escape: ['隐藏、返回', 'Hide, go back'],
      add: ['添加住户', 'Add a resident'],
      rooms: ['查房屋', 'Find a room'],
      import: ['导入表格', 'Import a spreadsheet'],
      privacy: ['对客视图：只显示来访人可以看的内容', 'Visitor view: only what a visitor may see'],
      handover: ['交接班：查看本班交接单，选择接班人', "Shift handover: this shift's sheet, who takes over"],
      palette: ['前往任何页面或操作：名称、拼音、首字母', 'Go to any page or action by name'],
      undo: ['撤销刚才的操作（提示还在时）', 'Undo the last action while offered'],
      lock: ['立即锁定', 'Lock now'],
      zoomIn: ['放大', 'Larger'],
      zoomOut: ['缩小', 'Smaller'],
      zoomReset: ['恢复默认大小', 'Default size'],
      help: ['显示快捷键', 'Show shortcuts'],
    },
  },

  records: {
    nothing: ['没有登记居住、车辆等情况。', 'No occupancy, vehicle or other record yet.'],
    add: ['添加登记', 'Add a record'],
    addTitle: ['添加{{kind}}', 'Add: {{kind}}'],
    titles: {
      save: ['修改{{kind}}', 'Edit {{kind}}'],
      end: ['结束{{kind}}', 'End {{kind}}'],
      withdraw: ['撤回同意', 'Withdraw consent'],
      remove: ['删除误录{{kind}}', 'Delete {{kind}}'],
    },
    over: ['已结束 {{count}} 条', 'Ended: {{count}}'],
    lead: ['不知道的可以不填。', 'Leave blank what you do not know.'],
    wrong: {
      needed: ['请填写。', 'Required.'],
      day: ['请按 2026-01-31 的格式填写。', 'Use the form 2026-01-31.'],
      number: ['请填数字，最多两位小数。', 'Enter a number with at most two decimals.'],
    },
    deposit: ['押金 {{deposit}} 元', 'deposit ¥{{deposit}}'],
    from: ['{{day}} 起', 'from {{day}}'],
    until: ['至 {{day}}', 'until {{day}}'],
    vaccinated: ['{{day}} 免疫', 'vaccinated {{day}}'],
    given: ['{{day}} 告知', 'notice given {{day}}'],
    consented: ['{{day}} 同意', 'consented {{day}}'],
    withdrawn: ['{{day}} 撤回', 'withdrawn {{day}}'],
    end: ['结束…', 'End…'],
    withdraw: ['撤回同意…', 'Withdraw consent…'],
    remove: ['删除误录…', 'Delete record…'],
    endsOn: ['结束日期', 'End date'],
    withdrawnOn: ['撤回日期', 'Withdrawn on'],
    removeLead: [
      '仅用于误录：删除后不再保留，加密内容一并删除。已结束的，请用“结束”。',
      'Only for entries made by mistake: the entry and its encrypted values are deleted. If it has ended, end it instead.',
    ],
    ways: {
      save: ['保存', 'Save'],
      end: ['确认结束', 'End'],
      remove: ['删除{{kind}}登记', 'Delete {{kind}} record'],
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
    clean: ['未发现残留', 'no traces'],
    found: ['仍有 {{count}} 处残留', '{{count}} trace left', '{{count}} traces left'],
    backups: ['{{count}} 份旧备份', '{{count}} older backup', '{{count}} older backups'],
    until: ['到 {{day}}', 'until {{day}}'],
  },
  merge: {
    title: ['合并重复的档案', 'Merge duplicates'],
    choose: [
      '请在上面的查找框里找到另一份档案，选中后按回车。',
      'Find the other record with the search box above and press Enter on it.',
    ],
    lead: [
      '被并入的居住、车辆等登记和联系方式归入保留的档案；无法合并的内容加密保留 30 天。',
      "Rooms, vehicles, other records and contacts move to the record you keep; what doesn't fit is kept encrypted for 30 days.",
    ],
    stays: ['保留这一份', 'Keep'],
    goes: ['并入这一份', 'Merge in'],
    swap: ['互换', 'Swap'],
    what: ['项目', 'Field'],
    differs: ['不同', 'Differs'],
    rooms: ['房屋', 'Rooms'],
    updated: ['更新于', 'Updated'],
    mayDiffer: ['证件号不同，但已查明是同一个人', 'The ID numbers differ, but they are the same person'],
    submit: ['合并', 'Merge'],
    merging: ['正在合并…', 'Merging…'],
    earlier: ['30 天内并入这份档案的', 'Merged into this record within 30 days'],
    when: ['{{at}} 由 {{name}} 合并，{{until}} 前可以撤销', 'by {{name}}, {{at}}; undo until {{until}}'],
    undo: ['撤销…', 'Undo…'],
    undoTitle: ['撤销合并 · {{name}}', 'Undo the merge · {{name}}'],
    undoLead: [
      '两份档案恢复为合并前的状态，登记、电话、证件号、办理记录各归原档案。合并后新增的留在这一份。',
      'Both records return to what they were before the merge. Anything added since stays with this one.',
    ],
    undoSubmit: ['撤销合并', 'Undo the merge'],
    undoing: ['正在撤销…', 'Undoing…'],
    logged: {
      gone: ['并入住户 {{id}}', 'merged into resident {{id}}'],
      into: ['住户 {{id}} 并入本档案', 'resident {{id}} merged into this one'],
      apart: ['住户 {{id}} 重新分开，留下改过的 {{kept}} 处', 'separated from {{id}}; edits kept: {{kept}}'],
      back: ['与住户 {{id}} 重新分开', 'separated from resident {{id}}'],
    },
    ownFacts: ['姓名、性别等', 'Name, sex and so on'],
  },
  guardian: {
    how: ['监护人是', 'The guardian is'],
    linked: ['在档的人', 'On record'],
    words: ['不在档，填写姓名和电话', 'Not on record: name and phone'],
    room: ['监护人住的房号', 'Room where the guardian lives'],
    find: ['查找', 'Find'],
    nobody: ['这个房号没有登记的住户。', 'Nobody is on record in this room.'],
    whichRoom: ['是哪一间', 'Room'],
    who: ['{{room}} 的住户', 'Lives in {{room}}'],
    open: ['打开监护人档案', "Open the guardian's record"],
    minor: ['这位住户有监护人：告知和同意由监护人办理。', 'Notices and consent go to the guardian.'],
  },
  replaced: {
    title: ['历史资料', 'Replaced values'],
    lead: [
      '更换或删除的加密内容保留 30 天。恢复时不显示内容，现有内容转为历史资料。',
      'Encrypted values that were replaced or removed are kept for 30 days. Restoring one does not show it; the current value is kept in turn.',
    ],
    none: ['30 天内没有更换过内容。', 'Nothing was replaced within 30 days.'],
    when: ['{{replaced}} 更换，保留到 {{until}}', 'replaced {{replaced}}, kept until {{until}}'],
    restore: ['恢复', 'Restore'],
    restoreOf: ['恢复{{field}}', 'Restore {{field}}'],
  },
  room: {
    title: ['房屋', 'Rooms'],
    panel: ['房屋资料', 'Room'],
    none: ['请选择房屋', 'Choose a room'],
    noneLead: ['请在左边选择单元和房号，或者输入房号。', 'Choose a unit and room on the left, or type one.'],
    browse: ['按楼栋查找', 'By building'],
    allUnits: ['全部楼栋', 'All buildings'],
    wholeBuilding: ['全部', 'All'],
    noBuilding: ['未写楼栋', 'No building'],
    noRooms: ['还没有房屋。导入表格或添加住户后显示。', 'No rooms yet: they come with imports or residents.'],
    count: ['{{count}} 套', '{{count}} room', '{{count}} rooms'],
    people: ['现在的住户', 'Lives here now'],
    before: ['以前的住户 {{count}} 人', 'Lived here before: {{count}}'],
    nobody: ['现在没有登记住户。', 'Nobody is on record here now.'],
    morePeople: ['人数较多，只列出前 200 位。', 'Showing the first 200.'],
    facts: ['房屋情况', 'The room'],
    area: ['{{area}} ㎡', '{{area}} m²'],
    yesNo: { yes: ['有', 'Yes'], no: ['没有', 'No'] },
    editTitle: ['修改房屋', 'Edit the room'],
    statusText: ['表格里原来写的是“{{words}}”。', 'The spreadsheet said "{{words}}".'],
    find: ['查找房屋', 'Find a room'],
    livedIn: ['有人住', 'occupied'],
    notLivedIn: ['没有登记住户', 'nobody on record'],
    more: ['还有更多，请把房号写完整。', 'There are more; enter the full number.'],
    unknown: ['查无此房屋。', 'No such room.'],
    add: ['添加房屋“{{text}}”', 'Add the room "{{text}}"'],
  },

  staff: {
    title: ['人员', 'Staff'],
    lead: [
      '可以登录的人员。每项变更都会先说明须由谁到场。',
      'Everyone who can sign in. Each change says first who has to be present.',
    ],
    you: ['（您）', '(you)'],
    never: ['从未登录', 'Never signed in'],
    more: ['办理', 'Actions'],
    columns: {
      name: ['姓名', 'Name'],
      role: ['角色', 'Role'],
      since: ['加入', 'Since'],
      last: ['上次登录', 'Last sign-in'],
      state: ['状态', 'Status'],
      actions: ['操作', 'Actions'],
    },
    flags: {
      closed: ['账号已停用', 'Account disabled'],
      waiting: ['{{wait}}后可登录', 'Can sign in in {{wait}}'],
      usual: ['可登录', 'Active'],
      dormant: ['90 天没有登录', 'No sign-in for 90 days'],
      twoRoles: ['一人两角色', 'Two roles'],
      last: ['仅剩一位', 'Only one left'],
      suspended: ['更换密钥时不在场，账号已停用', 'Disabled: absent at the key change'],
      resident: ['住在本小区', 'Lives here'],
      scope: ['负责：{{scope}}', 'Scope: {{scope}}'],
    },
    actions: {
      add: ['添加人员', 'Add staff member'],
      role: ['调整角色', 'Change role'],
      reset: ['重设 PIN', 'Reset PIN'],
      rename: ['修改姓名', 'Rename'],
      link: ['登记本人住址', 'Home address'],
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
      role: ['调整{{name}}的角色', 'Change role of {{name}}'],
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
        '前台能查找、核实，凭 PIN 和事由每次显示一项联系方式，不能显示证件号。',
        'A receptionist searches and verifies, and reveals one contact field at a time with PIN and reason; no ID numbers.',
      ],
      'add-supervisor': [
        '主管能显示每一项资料，能会签、导入、确认警报。',
        'A supervisor reveals every field, co-signs, imports and acknowledges alarms.',
      ],
      'add-admin': [
        '管理员管理人员、规则、密钥和备份，不能显示业主的电话和证件号。',
        "An admin manages staff, rules, keys and backups, and can't reveal anyone's phone or ID number.",
      ],
      ownPin: [
        '新 PIN 由本人当场输入，他人不得查看、记录。',
        'The person enters the new PIN themselves. Nobody else may see it or write it down.',
      ],
      role: [
        '调整角色须更换密钥：旧 PIN 立即作废，新角色使用新 PIN。',
        'A new role needs new keys: the old PIN stops working at once, and the new role gets a new PIN.',
      ],
      reset: [
        '忘记的 PIN 无法找回，只能更换密钥、设新 PIN。',
        'A forgotten PIN cannot be recovered. New keys and a new PIN replace it.',
      ],
      resetOpens: ['登录等待和账号停用一并解除。', 'It also ends a wait, and restores a disabled account.'],
      rename: [
        '登录画面和操作记录立即使用新姓名。PIN 不变。',
        'The lock screen and the log use the new name at once. The PIN stays.',
      ],
      link: [
        '如果{{name}}住在本小区，请选择本人的档案。本人查看自己、家人、邻居的档案，或同事查看这份档案，会列入预警。',
        'If {{name}} lives here, choose their own record. An alert is raised when they view it, their household or their neighbours, or when a colleague views it.',
      ],
      linkSealed: [
        '是哪一份只有管理员在这里看得到，操作记录里不写明。',
        'Only an admin sees here which record it is. The log does not say.',
      ],
      leave: [
        '{{name}}的账号、名册和密钥立即取消，不能再登录。',
        '{{name}} can no longer sign in: their account, roster entry and keys are removed at once.',
      ],
      leaveKeys: [
        '对方用过的密钥须在 24 小时内更换，更换之前每个画面都有红字提醒。',
        'The keys they used have to be changed within 24 hours. Until then every screen says so in red.',
      ],
      leaveLog: ['以前的操作仍留在操作记录，姓名不变。', 'What they did stays in the log, under their name.'],
      open: [
        'PIN 输错次数过多，账号须等待或已停用。{{name}}记得 PIN，可在这里解除。',
        'After too many wrong PINs an account waits or is disabled. If {{name}} knows the PIN, restore sign-in here.',
      ],
      openForgot: ['不记得了，请用“重设 PIN”。', 'If not, use "Reset PIN".'],
      scope: [
        '{{name}}只能查到负责范围内的住户。范围外只能按房号查到由谁负责，主管当场同意才能打开。',
        '{{name}} finds only residents within the scope. Outside it, a room shows who is responsible and opens once a supervisor approves on the spot.',
      ],
      scopeWider: [
        '缩小范围只须管理员的 PIN；扩大范围须主管同意。',
        "A smaller scope needs only the admin's PIN; a wider one needs a supervisor.",
      ],
      scopeRule: [
        '这是程序规则，不是密钥限制：前台的密钥仍能打开所有人的联系方式。',
        "This is a rule, not a key: a receptionist's keys still open everyone's contact fields.",
      ],
    },
    who: ['人员', 'Who'],
    somebodyNew: ['新人员', 'New person'],
    sameAs: ['已有人员：{{name}}', 'Existing staff: {{name}}'],
    nameHint: [
      '显示在登录画面上。有同名的，请在后面加以区别。',
      'Shown on the lock screen. If two people share a name, add something to tell them apart.',
    ],
    newName: ['新姓名', 'New name'],
    twoRolesWarn: [
      '一人担任两个角色，缺少互相监督。可以这样做，但列表和迎检材料里会注明。两个角色各用一个 PIN。',
      'One person in two roles means one check fewer. It is allowed, and noted in the list and the inspection pack. Each role has its own PIN.',
    ],
    leaveTwoRoles: ['此人还有另一个角色，须另行办理。', 'They have another role too, removed separately.'],
    need: {
      title: ['须到场人员', 'Who has to be present'],
      newcomer: ['新人员本人，自己输入 PIN', 'The new person, who enters their own PIN'],
      owner: ['本人，自己输入新 PIN', 'The person, who enters their own new PIN'],
      supervisor: ['一位主管，输入自己的 PIN', 'A supervisor with their PIN'],
      admin: ['另一位管理员，输入自己的 PIN', 'Another admin with their PIN'],
      root: ['另一位创建时的管理员或主管，输入自己的 PIN', 'Another admin or supervisor of set-up, by PIN'],
      orSheet: ['（或取出恢复单）', '(or the recovery sheet)'],
      you: ['您（管理员），输入自己的 PIN', 'You, an admin, with your PIN'],
    },
    part: {
      owner: ['{{name}}本人', '{{name}}'],
      supervisor: ['主管', 'Supervisor'],
      admin: ['另一位管理员', 'The other admin'],
      root: ['另一位创建人', 'Another person from set-up'],
    },
    second: {
      who: ['在场人员', 'Who is present'],
      choose: ['请选择', 'Choose'],
      pin: ['对方的 PIN', 'Their PIN'],
      sheet: ['用恢复单', 'The recovery sheet'],
      nobody: ['没有其他主管，无法办理。', "There is no other supervisor, so this can't be done."],
    },
    submit: {
      add: ['添加', 'Add'],
      role: ['调整角色', 'Change role'],
      reset: ['重设 PIN', 'Reset PIN'],
      rename: ['修改姓名', 'Rename'],
      link: ['保存住处', 'Save home'],
      leave: ['确认{{name}}离职', 'Remove {{name}}'],
      open: ['恢复登录', 'Restore sign-in'],
      scope: ['更改负责范围', 'Change scope'],
    },
    done: {
      add: ['已添加{{name}}（{{role}}），现在就可以登录。', '{{name}} ({{role}}) is added and can sign in.'],
      role: ['{{name}}现在是{{role}}，请用新 PIN 登录。', '{{name}} is now: {{role}}. Use the new PIN.'],
      reset: ['{{name}}的 PIN 已重设，旧 PIN 作废。', 'The PIN of {{name}} is reset. The old one is void.'],
      rename: ['已改为{{became}}。', 'The name is now {{became}}.'],
      link: ['已保存{{name}}的住处。', 'The home of {{name}} is saved.'],
      leave: ['{{name}}已离职，账号已取消。', '{{name}} has been removed and can no longer sign in.'],
      scope: ['{{name}}现在负责：{{scope}}。', '{{name}} now has: {{scope}}.'],
      open: ['已为{{name}}恢复登录，可以用原来的 PIN。', '{{name}} can sign in again with their old PIN.'],
    },
    doneNext: [
      '请本人登录，签阅制度、完成培训答题后再接触住户资料。',
      'Have them sign in, sign the procedures and pass the quiz before they handle resident data.',
    ],
    doneTwoRoles: [
      '登录画面上会有两个同名账号，请按角色选择。',
      'The name is on the lock screen twice: go by role.',
    ],
    doneKeys: ['请在 24 小时内更换档案库密钥和资料密钥。', 'Change store and field keys within 24 hours.'],
  },
  byDay: {
    none: ['未定期限', 'No date set'],
    left: ['{{day}}，还有 {{count}} 天', '{{day}}, {{count}} day left', '{{day}}, {{count}} days left'],
    today: ['今天到期', 'Due today'],
    over: ['已逾期 {{count}} 天', '{{count}} day overdue', '{{count}} days overdue'],
  },
  due: {
    theft: ['被盗：还差 {{count}} 步', 'Theft: {{count}} step left', 'Theft: {{count}} steps left'],
    theftTell: [
      '疑似被盗，密钥尚未全部更换。请告诉管理员和主管。',
      'A theft is suspected and not all keys have been changed. Tell an admin and a supervisor.',
    ],
    today: ['今天 {{time}} 前更换密钥', 'Change keys by {{time}}'],
    tomorrow: ['明天 {{time}} 前更换密钥', 'Change keys by {{time}} tomorrow'],
    over: ['更换密钥已逾期', 'Key change overdue'],
    tell: [
      '有人离职，须更换对方用过的密钥。请告诉管理员。',
      'Somebody has left; the keys they used have to be changed. Tell an admin.',
    ],
    go: ['去更换密钥', 'Change keys'],
  },
  changePin: {
    title: ['修改 PIN', 'Change PIN'],
    lead: ['修改后旧 PIN 立即作废，不影响他人。', 'The old PIN ends at once. Nobody else is affected.'],
    before: ['当前 PIN', 'Current PIN'],
    done: ['PIN 已修改，下次登录使用。', 'PIN changed. Use it next time.'],
    open: ['修改我的 PIN…', 'Change my PIN…'],
  },

  unsaved: {
    title: ['内容尚未保存', 'Not saved yet'],
    lead: ['现在离开，填写的内容将丢失。', 'What you entered is lost if you leave now.'],
    stay: ['继续填写', 'Keep editing'],
    discard: ['放弃并离开', 'Leave without saving'],
  },

  task: {
    title: ['来访人要办什么业务', 'What does the visitor need?'],
    find: ['数字或首字母，如 3、bg', 'Number or first letters, such as 3 or par'],
    none: ['没有这项业务，请换一个词。', 'No such task. Try another word.'],
    button: ['办理业务', 'Start task'],
    strip: ['正在办理：{{task}}', 'Current task: {{task}}'],
    end: ['取消办理', 'Cancel task'],
    ended: ['已取消办理。', 'Task cancelled.'],
    unsaid: ['请勿透露：{{what}}', 'Do not disclose: {{what}}'],
    plate: ['车牌，如 桂M12345、m123', 'Plate: 桂M12345, m123'],
    noPlate: [
      '请核对车牌后重新输入。按其他方式查找，请先取消办理。',
      'Check the plate and type it again. To search another way, cancel the task first.',
    ],
    steps: {
      find: ['找到住户', 'Find the resident'],
      plate: ['按车牌查找', 'Find by plate'],
      room: ['询问房号', 'Ask for the room'],
      verify: ['核实身份', 'Verify'],
      add: ['登记租客', 'Add the tenant'],
      'verify-other': ['核实另一方', 'Verify the other'],
      call: ['显示电话并拨打', 'Reveal phone and call'],
      open: ['显示一项', 'Reveal'],
      full: ['查看完整档案', 'View full record'],
      extract: ['按来文提供', 'Give what is asked'],
      request: ['登记请求', 'Register request'],
      emergency: ['紧急查看', 'Emergency access'],
      note: ['登记办理结果', 'Note'],
    },
  },
  note: {
    title: ['登记办理结果', 'Counter note'],
    list: ['办理记录', 'Counter notes'],
    add: ['登记办理结果', 'Add note'],
    latest: ['上次办理：', 'Last visit:'],
    none: ['暂无办理记录。', 'No notes yet.'],
    older: ['更早的记录', 'Earlier notes'],
    read: ['查看内容', 'Read'],
    task: ['业务', 'What was done'],
    room: ['房屋', 'Room'],
    words: ['说明（可不填）', 'Details (optional)'],
    wordsHint: ['加密保存，查看须 PIN 和事由。', 'Stored encrypted; reading it needs a PIN and a reason.'],
    save: ['保存', 'Save note'],
  },
  emergency: {
    tab: ['紧急查看', 'Emergencies'],
    lead: [
      '紧急联系人和全部电话一次显示 60 秒，每项均记入操作记录，主管会看到。',
      'Shows the emergency contact and all phones for 60 seconds; each is logged and the supervisor sees it.',
    ],
    words: ['发生了什么', 'Situation'],
    wordsHint: [
      '例如：12 楼漏水，业主不在。至少 4 个字。',
      'For example: water from the 12th floor, owner away. At least 4 characters.',
    ],
    open: ['紧急查看', 'Open now'],
    shown: ['紧急联系方式', 'Emergency contacts'],
    running: ['紧急查看至 {{until}} · 已打开 {{records}} 户', 'Emergency to {{until}} · opened: {{records}}'],
    room: ['事发房号', 'Room of the emergency'],
    buildingHint: [
      '限事发房号所在楼栋：其他楼栋、第 30 户起须主管 PIN；第 4 户起主管会收到预警。',
      "Limited to that building: other buildings, and from the 30th record on, need a supervisor's PIN; from the 4th record on supervisors are alerted.",
    ],
    inBuilding: ['紧急查看楼栋：{{building}}', 'Emergency in {{building}}'],
    supervisorLead: [
      '不在紧急查看的楼栋，或已打开很多户：请主管当场同意。',
      'Not in the building of the emergency, or many records already opened: a supervisor has to approve.',
    ],
    runningBell: ['您的紧急查看还没有结束', 'Your emergency access is still open'],
    end: ['结束紧急查看', 'End emergency access'],
    count: ['紧急查看 {{count}}', 'Emergencies: {{count}}'],
    overdue: ['紧急查看逾期未确认 {{count}} 起', 'Emergencies overdue for acknowledgement: {{count}}'],
    overdueHint: ['请主管在“紧急查看”里确认。', 'A supervisor acknowledges them under Emergencies.'],
    overdueMark: ['逾期未确认', 'Overdue'],
    page: ['紧急查看的记录', 'Emergency access records'],
    pageLead: ['逐条核实后确认，一天内没有确认视为逾期。', 'Read, ask, acknowledge. Overdue after a day.'],
    readOnly: ['由主管确认。', 'A supervisor has to acknowledge it.'],
    underWay: ['紧急查看仍在进行，已打开 {{records}} 户', 'Still open; records opened: {{records}}'],
    ended: ['共打开 {{records}} 户 · {{why}}', 'Records opened: {{records}} · {{why}}'],
    ends: {
      own: ['本人结束', 'ended by the person who started it'],
      time: ['到时自动结束', 'ended automatically, time over'],
      handover: ['交班时结束', 'ended at shift handover'],
      lock: ['锁定时结束', 'ended when locked'],
      clock: ['电脑时间被回调，自动结束', 'ended automatically, the clock was set back'],
      acknowledged: ['主管确认时结束', 'ended when it was acknowledged'],
    } satisfies Words<EmergencyEnd>,
    none: ['没有待确认的。', 'Nothing to acknowledge.'],
    found: ['核实情况', 'Findings'],
    foundHint: [
      '例如：已问当班，确有漏水。至少 4 个字。',
      'For example: asked the shift, there was a leak. At least 4 characters.',
    ],
    acknowledge: ['确认', 'Acknowledge'],
    acknowledgeOf: ['确认{{name}}的紧急查看', 'Acknowledge what {{name}} opened'],
    yourOwn: {
      another: ['这是您本人打开的，须另一位主管确认。', 'You opened it: another supervisor acknowledges it.'],
      'you-alone': [
        '这是您本人打开的。没有其他主管，可由您确认，操作记录会写明是本人确认。',
        'You opened this yourself. There is no other supervisor, so you may acknowledge it; the log will say so.',
      ],
    },
    seenBefore: ['已确认', 'Acknowledged'],
    seenBy: ['{{name}}于 {{time}} 确认：{{words}}', '{{name}}, {{time}}: {{words}}'],
  },
  roomCheck: {
    title: ['访客要去的房号', 'Which room does the visitor ask for?'],
    ask: ['查房号', 'Check room'],
  },

  settings: {
    theme: ['外观', 'Appearance'],
    zoom: ['界面缩放', 'Zoom'],
    idle: ['无操作自动锁定时间', 'Lock when idle for'],
    version: ['版本 {{version}}', 'Version {{version}}'],
    kept: ['改动立即生效。', 'Changes apply at once.'],
  },
} satisfies WordTree;

export const zhCN = inLanguage(words, 'zh-CN');
export const en = inLanguage(words, 'en');
