/** Every word on the screen, in Chinese: the wording that the others follow. A code that is missing here does not compile. */
import type { CarPart, RejectReason, RoomPart } from '../../contract/import-lists.ts';
import type { BackupAge, BackupOpener, BackupPhase, BackupState, BackupWarning } from '../../contract/backup.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Basis, FieldId, IdType, OpenDetail, PersonKind, Purpose, Reason, RecordKind, Relation, Role, RoomStatus, Sex, SpaceKind, SwitchedFieldId } from '../../contract/fields.ts';
import type { PolicyMask } from '../../contract/policy.ts';
import type { Alarm, VerifyKind } from '../../contract/routes.ts';
import type { NoteOutcome, TaskId, Unsaid, VerifiedParty } from '../../contract/tasks.ts';
import type { PinProblem, ShiftCount } from '../../contract/staff-lists.ts';
import type { KeptNote, LogAction, LogCheck, LogOutcome, PlanRow, RoomAnswer, RowNote } from '../../contract/views.ts';
import type { LockReason } from '../../contract/host.ts';
import type { PatternProblem, RoomPlace } from '../../contract/room-patterns.ts';
import type { SearchKind } from '../../contract/search-kinds.ts';
import type { RotatedKey, RotationEnd, RotationPhase, TheftState, TheftStep } from '../../contract/key-rotation.ts';
import type { KeyId } from '../keys.ts';
import type { CeremonyStep, StaffCeremony } from '../staff/staff-store.ts';
import type { CeremonyStep as KeyCeremonyStep } from '../keys-page/keys-store.ts';
import type { KeychainHelp, System } from '../trouble/keychain-help.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

const errors = {
  'bad-request': { what: '这一步没有办成。', todo: '请再试一次；还不行，先锁定再重新登录。' },
  'unknown-route': { what: '这一步没有办成。', todo: '程序的两部分版本对不上，请退出后重新打开。' },
  'too-large': { what: '填写的内容太长了。', todo: '请删短一些再保存。' },
  internal: { what: '程序内部出了差错，这一步没有办成。', todo: '资料没有变动。请再试一次；还不行，请退出后重新打开。' },
  locked: { what: '档案柜已经锁上。', todo: '请重新登录。' },
  'not-allowed': { what: '您的岗位不能办这件事。', todo: '请找主管或管理员来办。' },
  'session-expired': { what: '这次登录已满时限，档案柜锁上了。', todo: '请重新登录。' },
  'needs-supervisor': { what: '这一步要主管本人在场。', todo: '请主管选自己的名字，输入自己的 PIN。' },
  'vault-exists': { what: '这台电脑上已经有一个档案柜。', todo: '不能在它上面再建一个。请登录已有的档案柜。' },
  'no-vault': { what: '这台电脑上还没有档案柜。', todo: '请先建档案柜。' },
  'theft-order': { what: '还轮不到这一步，或这一步已经办过。', todo: '请打开“钥匙”，按被盗换钥匙的步骤接着办。' },
  'sheet-not-begun': { what: '新的恢复单还没有做，或已经取消。', todo: '请从第一步重新来。' },
  'setup-not-begun': { what: '建柜还没有开始，或已经取消。', todo: '请从第一步重新来。' },
  'sheet-mismatch': { what: '输入的与恢复单不一致。', todo: '请照着纸再输一遍，不分大小写。' },
  'sheet-slip': { what: '恢复单有一行没有抄对。', todo: '请看清那一行，照纸再输一遍。' },
  'sheet-not-ours': { what: '这张恢复单打不开这个档案柜。', todo: '可能是别的小区的，或者已经换过新的。请找出最近的一张。' },
  'recovery-not-begun': { what: '恢复还没有开始，或已经取消。', todo: '请从输入恢复单重新来。' },
  'wrong-pin': { what: 'PIN 不对。', todo: '请再输一次。' },
  'wrong-pin-either': { what: '两个 PIN 里有一个不对。', todo: '为安全起见不说是哪一个，请两位都重新输入。' },
  'must-wait': { what: '错的次数多了，现在还不能试。', todo: '请等一会儿再输，程序要一直开着才计时。' },
  'slot-closed': { what: '这个人的入口已经关闭。', todo: '请管理员和主管一起处理。' },
  'pin-too-weak': { what: '这个 PIN 太容易猜到。', todo: '请换一个。' },
  'unknown-slot': { what: '找不到这个人。', todo: '请回到锁定画面，重新选名字。' },
  'own-emergency': { what: '这次紧急打开是您自己做的。', todo: '请另一位主管来确认。' },
  'name-taken': { what: '已经有人用这个名字。', todo: '同一个人再担任一个岗位，请选“已有的人”；不是同一个人，请在名字后面加上区别，如“张伟（夜班）”。' },
  'staff-full': { what: '人员已满，不能再添加。', todo: '请先给离职的人办理离职。' },
  'last-of-role': { what: '这是最后一位管理员或主管，不能离开这个岗位。', todo: '请先添加接替的人，再来办理。' },
  'not-yourself': { what: '不能给自己办这件事。', todo: '自己的 PIN 请用“改 PIN”；岗位和离职请另一位管理员来办。' },
  'needs-second-admin': { what: '管理员要由两位管理员一起添加，或一位管理员加上恢复单。', todo: '请另一位管理员到场，或取出恢复单。' },
  'needs-root': { what: '他是建柜时的第一位，要另一位建柜人或恢复单来解除。', todo: '请另一位建柜时的管理员或主管到场，或取出恢复单。' },
  'same-person': { what: '会签要另一个人。', todo: '请选另一位主管，输入他的 PIN。' },
  'keychain-locked': { what: '系统的密码保管库还锁着。', todo: '解锁以后，再点“再试一次”。' },
  'keychain-no-service': { what: '这台电脑没有可用的密码保管库。', todo: '设备密钥只存在系统的密码保管库里，没有它打不开档案柜。' },
  'keychain-no-bus': { what: '程序连不上系统的密码保管库。', todo: '程序不是从桌面登录里打开的，或者会话总线没有运行。' },
  'keychain-item-missing': { what: '密码保管库里没有这个档案柜的设备密钥。', todo: '没有它打不开档案柜。资料还在，请勿删除文件夹。' },
  'keychain-other-user': { what: '档案柜是电脑的另一个用户建的。', todo: '设备密钥在那个用户的密码保管库里。' },
  'keychain-write-failed': { what: '写不进系统的密码保管库，这一步没有办成。', todo: '请检查密码保管库是否已解锁，再试一次。' },
  'header-damaged': { what: '档案柜的开头文件坏了。', todo: '程序没有改动任何东西。请用下面的办法修复，或用备份还原。' },
  'header-forged': { what: '档案柜的开头文件不是这台电脑写的。', todo: '有人可能换过文件。请不要输入 PIN，立即告诉管理员。' },
  'header-missing': { what: '档案柜的开头文件不见了。', todo: '程序不会在原处另建。请把文件找回来，或用备份恢复。' },
  'header-newer': { what: '档案柜是新版程序写的。', todo: '请换用新版程序打开。' },
  'wrong-computer': { what: '这个档案柜属于另一台电脑。', todo: '它的设备密钥在那台电脑里。' },
  'store-missing': { what: '档案库文件不见了。', todo: '程序不会另建空库。请把文件找回来，或用备份恢复。' },
  'store-damaged': { what: '档案库文件坏了。', todo: '程序没有改动它。请停止使用，用备份恢复。' },
  'store-wrong-key': { what: '这个钥匙打不开档案库。', todo: '文件可能换过。请告诉管理员，用备份核对。' },
  'store-newer': { what: '档案库是新版程序写的。', todo: '请换用新版程序打开。' },
  'store-mismatch': { what: '档案库与开头文件对不上。', todo: '文件可能只恢复了一半。请主管核对后处理。' },
  'store-read-only': { what: '档案库有损坏，现在只能查看。', todo: '没有记录就不显示，也不写入，免得坏得更多。请管理员用最近的备份还原。' },
  'engine-missing': { what: '缺少读取加密档案库的组件。', todo: '请重新安装本程序。' },
  'disk-full': { what: '磁盘满了，这一步没有保存。', todo: '原来的资料完好。请腾出空间，再试一次。' },
  'disk-error': { what: '磁盘读写出错，这一步没有保存。', todo: '原来的资料没有改动。请检查磁盘，再试一次。' },
  'not-found': { what: '找不到这条档案。', todo: '可能刚刚被改动。请重新查找。' },
  'changed-meanwhile': { what: '这条档案刚才被改过。', todo: '请重新打开，看过再改。' },
  'invalid-value': { what: '有一项填得不对。', todo: '请检查后再保存。' },
  'room-not-understood': { what: '房号看不懂。', todo: '请按“3栋2单元1801”或“3-2-1801”的样子填写。' },
  'nothing-sealed': { what: '这一项没有内容。', todo: '没有可以显示的。' },
  'field-off': { what: '这一项资料现在没有启用。', todo: '确实要登记，请管理员先在“遮盖规则”里打开。' },
  'placeholder-value': { what: '这是一个凑数的号码。', todo: '不知道就空着，不要填 18999999999 这样的号码。' },
  'already-there': { what: '已经登记过了。', todo: '请先看看原有的那一条，需要时修改它。' },
  'guardian-needed': { what: '住户不满 14 周岁，要登记监护人。', todo: '请填监护人：选在档的人，或写姓名和电话。告知和同意都找监护人。' },
  'ids-differ': { what: '两份档案的证件号不同。', todo: '请先查明是不是同一个人；确实是，再确认合并。' },
  'verify-shown-characters': { what: '只核对屏幕上没有显示的数字。', todo: '请输入来人报出的、被星号盖住的那几位。' },
  'verify-closed': { what: '这条档案错了三次，暂停核对。', todo: '请过一会儿再来，或请主管处理。' },
  'verify-nothing-to-compare': { what: '档案里没有这一项，没法核对。', todo: '请换一种方式核对。' },
  'log-unavailable': { what: '操作记录写不进去，所以没有办理。', todo: '没有记录就不显示。请检查磁盘和密码保管库，再试一次。' },
  rotating: { what: '正在换钥匙，这会儿只能查找，不能打开或改动。', todo: '换好后再办，通常不到一分钟。' },
  'change-unfinished': { what: '换钥匙已经生效，只是没有全部写完。', todo: '从现在起以新的 PIN、新的恢复单为准，旧的作废。请看看磁盘有没有空间，再登录一次，余下的会自动写完。' },
  'log-broken': { what: '操作记录前后接不上。', todo: '请主管到“操作记录”里核对，并告诉管理员。' },
  'workbook-unreadable': { what: '这个表格读不出来。', todo: '请用表格软件打开，另存为 .xlsx 后再导入。' },
  'workbook-empty': { what: '表格里没有数据。', todo: '请换一个文件。' },
  'workbook-too-large': { what: '表格太大。', todo: '请分成几个文件，分次导入。' },
  'workbook-no-columns': { what: '这里面没有能导入的表格。', todo: '请确认有一行表头（如“业主名称”“房号”），下面是住户，再导入。' },
  'workbook-encrypted': { what: '表格设了打开密码。', todo: '请在表格软件里去掉密码，另存后再导入。' },
  'plan-gone': { what: '预览已经过期。', todo: '请重新预览，再确认。' },
  cancelled: { what: '已经取消。', todo: '什么都没有写入。' },
  busy: { what: '正在办另一件较长的事。', todo: '请等它办完。' },
  'no-rejects': { what: '没有要存的行。', todo: '所有的行都收了。' },
  'file-not-written': { what: '表格没有存成。', todo: '换一个位置，或先关掉正在用这个文件的程序，再存一次。' },
  'file-changed': { what: '这个文件读过以后又改过，或者已经换成别的文件。', todo: '程序没有动它。请打开看看，再自己处理。' },
  'file-not-removed': { what: '原表格没有删掉。', todo: '请先关掉正在用它的程序（如 WPS、Excel），再试一次。' },
  'backup-no-folder': { what: '备份文件夹打不开。', todo: '请插好移动硬盘或 U 盘；换过位置的，请重新选文件夹。' },
  'backup-damaged': { what: '这份备份坏了。', todo: '程序没有用它。请换一份，并检查存放备份的磁盘。' },
  'backup-newer': { what: '这份备份是新版程序做的。', todo: '请换用新版程序打开。' },
  'backup-other-vault': { what: '这份备份是另一个档案柜的。', todo: '请选本柜的备份。' },
  'backup-wrong-sheet': { what: '这份备份不是用这张恢复单做的。', todo: '请取出做备份那时用的恢复单。' },
  'backup-needs-sheet': { what: '凭您的 PIN 在这里打不开这份备份。', todo: '它是别的电脑做的，或者那以后换过钥匙。请取出恢复单。' },
  'backup-older-staff': { what: '做备份以后，人员变动过。', todo: '现在的档案库打不开，不知道变成了谁。请用恢复单恢复。' },
  'backup-older-keys': { what: '做备份以后换过资料的钥匙，在场的人都没有当时的钥匙。', todo: '什么都没有改动。请主管在场，并输入做备份时的那张恢复单；或者换一份换钥匙以后做的备份。' },
  'import-undone': { what: '这次导入已经撤销过了。', todo: '不用再做什么。' },
  'import-too-old': { what: '这次导入是旧版本做的，没有留下撤销要用的底。', todo: '请在档案里逐条改。' },
} as const satisfies Readonly<Record<ErrorCode, { readonly what: string; readonly todo: string }>>;

export const zhCN = {
  product: '业主档案柜',
  common: {
    close: '关闭', cancel: '取消', back: '上一步', next: '下一步', again: '再试一次', save: '保存', loading: '请稍候…', none: '无',
    lock: '锁定', remove: '删除', undo: '撤回',
  },
  language: { 'zh-CN': '中文', en: 'English' },
  theme: { system: '跟随系统', light: '浅色', dark: '深色' },
  roles: { receptionist: '前台', supervisor: '主管', admin: '管理员' } satisfies Words<Role>,
  relations: { owner: '业主', 'co-owner': '共有人', family: '家属', tenant: '租客', temporary: '临时' } satisfies Words<Relation>,
  kinds: { person: '个人', company: '单位' } satisfies Words<PersonKind>,
  sexes: { male: '男', female: '女', unknown: '未填' } satisfies Words<Sex>,
  idTypes: {
    'resident-id': '居民身份证', 'residence-permit': '港澳台居住证', 'permanent-residence': '外国人永居证', passport: '护照',
    'company-code': '统一社会信用代码', other: '其他证件',
  } satisfies Words<IdType>,
  fields: {
    name: '姓名', sex: '性别', phone: '电话', email: '邮箱', wechat: '微信', address: '地址', emergency: '紧急联系人', remark: '备注',
    idNumber: '证件号', birthday: '生日', bankCard: '银行卡号', plate: '车牌', note: '办理记录',
    guardian: '监护人', certificate: '产权证号', contractor: '装修单位', contractorPhone: '装修电话', foreman: '工长', petLicence: '犬证号',
  } satisfies Words<FieldId>,
  details: {
    room: '房号', relation: '与房屋的关系', share: '份额', from: '起', until: '止', brand: '品牌', colour: '颜色', vehicleKind: '车型', carPark: '停车场', code: '车位号',
    spaceKind: '车位性质', deposit: '押金', breed: '品种', vaccinatedOn: '免疫日期', purpose: '用途', basis: '依据', noticeVersion: '告知书版本', givenOn: '告知日期',
    consentedOn: '同意日期', withdrawnOn: '撤回日期', floor: '楼层', totalFloors: '总层数', lift: '电梯', layout: '户型', area: '建筑面积', innerArea: '套内面积',
    sharedArea: '公摊面积', usage: '房屋用途', status: '房屋状态', deliveredOn: '交房日期',
  } satisfies Words<OpenDetail>,
  recordKinds: {
    occupancy: '居住', lease: '租赁', vehicle: '车辆', space: '车位', renovation: '装修', pet: '宠物', notice: '告知与同意',
  } satisfies Words<RecordKind>,
  roomStatuses: {
    unsold: '未销售', 'handed-over': '已交房', 'not-lived-in': '未入住', renovating: '装修中', renovated: '已装修', 'lived-in': '已入住', let: '已出租', vacant: '空闲',
  } satisfies Words<RoomStatus>,
  spaceKinds: { owned: '产权', leased: '租用', temporary: '临时' } satisfies Words<SpaceKind>,
  purposes: {
    service: '日常物业服务', fees: '收费', parking: '停车', access: '门禁门卡', renovation: '装修管理', notices: '通知联系', marketing: '推广', other: '其他用途',
  } satisfies Words<Purpose>,
  bases: { consent: '本人同意', contract: '履行合同', 'legal-duty': '法定职责', emergency: '紧急情况', public: '已公开信息' } satisfies Words<Basis>,
  roomParts: {
    estate: '小区', building: '楼栋', unit: '单元', room: '房间', roomText: '房号（整段）', floor: '楼层', layout: '户型', area: '面积', status: '房屋状态',
  } satisfies Words<RoomPart>,
  carParts: {
    brand: '品牌', colour: '颜色', vehicleKind: '车型', carPark: '停车场', spaceCode: '车位号', spaceKind: '车位性质', spaceFrom: '车位起租', spaceUntil: '车位到期',
  } satisfies Words<CarPart>,
  reasons: {
    repair: '报修投诉', fees: '收费', handover: '交房', renovation: '装修', parking: '停车', transfer: '过户租住', 'moving-out': '搬出放行',
    'door-card': '门卡钥匙', parcel: '包裹', visitor: '访客', 'blocking-car': '挪车', emergency: '紧急', authority: '公安街道',
    'subject-request': '本人申请', correction: '更正', other: '其他',
  } satisfies Words<Reason>,
  pinProblems: {
    'too-short': '太短。前台至少 6 位数字，主管和管理员至少 8 个字符。', 'digits-only': '前台的 PIN 只能用数字。',
    'too-common': '太常见，别人一猜就中。', run: '不能用连号，如 123456。', repeat: '不能用重复的数，如 112211。',
    'looks-like-year': '看起来像年份。', 'looks-like-birthday': '看起来像生日。', 'like-name': '不能与姓名相近。', 'same-as-other': '不能与另一个 PIN 相同。', 'same-as-before': '不能与原来的 PIN 相同。',
  } satisfies Words<PinProblem>,
  searchKinds: { room: '房号', name: '姓名', phone: '电话', plate: '车牌' } satisfies Words<SearchKind>,
  rejectReasons: {
    'no-name': '没有姓名', 'no-room': '没有房号', 'room-not-understood': '房号看不懂', 'name-too-long': '姓名太长', 'name-not-valid': '姓名不像姓名',
    'phone-not-valid': '电话不对', 'id-not-valid': '证件号不对', 'value-too-long': '内容太长', 'repeated-row': '与前面一行重复', 'co-owners-unclear': '几个业主写在一格，电话或证件号分不清是谁的', 'owner-not-found': '找不到这位业主', 'left-out': '没有说定是谁', 'became-unclear': '预览以后档案变了，说不清是谁', 'pinyin-not-valid': '姓名读音不对，要每个汉字一个拼音',
  } satisfies Words<RejectReason>,
  rowNotes: {
    'full-width': '全角改半角', 'placeholder-phone': '凑数电话，当作没有', 'placeholder-id': '凑数证件号，当作没有', 'id-check-digit': '证件号校验不符',
    'id-cut': '证件号被表格截断', 'old-id': '15 位旧证号，要与本人核对', 'card-check-digit': '银行卡号校验位不符', 'number-cell': '号码按数字存', 'merged-cell': '来自合并格', 'birthday-not-valid': '生日不对，未取', 'guardian-needed': '不满 14 周岁，表里没有监护人，要补上',
    'several-phones': '一格多个电话', 'phone-kept-as-is': '电话照原样收', 'room-carried': '房号沿用上一行', 'co-owners-split': '一格几个业主，已分开', 'relation-in-name': '姓名里带的关系已取出', 'phone-in-remark': '备注里有电话，随备注封存', 'id-in-remark': '备注里有证件号，请另填', 'by-owner-code': '姓名按业主编号补上', 'owner-not-found': '业主编号找不到人，只收房屋',
    'plate-kept-as-is': '车牌照原样收', 'car-detail-unclear': '车辆或车位的内容对不上车牌、车位号，未取', 'car-detail-in-remark': '车辆或车位一格太长或像号码，已移入备注封存',
    'space-kind-assumed': '没写车位是买是租：有日期的算租用，没有的算产权', 'space-date-not-valid': '车位日期不对，未取',
  } satisfies Words<RowNote>,
  outcomes: { new: '新增', changed: '更新', same: '不变', ambiguous: '要问', rejected: '不收' } satisfies Words<PlanRow['outcome']>,
  verifyKinds: { phone: '整个电话', 'phone-hidden': '盖住的几位', name: '全名', 'id-number': '证件号' } satisfies Words<VerifyKind>,
  alarms: {
    restored: '这是用备份还原的档案库，还原以前的事它不知道。不是您知道的还原，请不要确认，先问管理员。', 'head-differs': '操作记录的末尾与电脑里记的不一致。', 'older-store': '档案库比电脑里记的旧，可能被换回了以前的文件。',
    'slot-differs': '登录入口与名册不一致。', 'epoch-differs': '钥匙的期次不一致。', 'roster-differs': '人员名册与电脑里记的不一致。',
  } satisfies Words<Alarm>,
  logActions: {
    'set-up': '建柜', 'sign-in': '登录', 'sign-in-failed': '登录失败', locked: '锁定', search: '查找', open: '打开档案', verify: '核对', reveal: '显示一项',
    'open-full': '打开全部', 'pin-failed': 'PIN 不对', add: '添加', edit: '修改', 'import-preview': '导入预览', import: '导入', 'import-undo': '撤销导入', 'import-rejects': '存出未收的行', 'import-dispose': '擦除原表格', 'import-layout': '忘掉列的对应', 'log-read': '查看记录',
    'log-verify': '核对记录', refused: '被拒绝', alarm: '警报', acknowledge: '确认警报',
    note: '记录办理', 'room-check': '问房间', 'break-glass': '紧急打开', 'glass-seen': '确认紧急打开',
    end: '终止', remove: '删除登记', confirm: '核实无误', restore: '找回旧值', merge: '合并档案', 'merge-undo': '撤销合并', 'open-room': '打开房屋', 'replaced-list': '查看旧值清单',
    'room-patterns': '改房号写法', 'search-id': '按证件号查找', 'new-day': '到期处理', extract: '按来文提供',
    'pin-change': '改 PIN', 'staff-add': '添加人员', 'staff-role': '换岗位', 'staff-reset': '重设 PIN', 'staff-name': '改名字', 'staff-leave': '离职', 'staff-suspend': '不在场，关入口', 'slot-open': '重开入口', handover: '交班', recovery: '用恢复单恢复',
    policy: '改规则',
    'rotation-begun': '开始换钥匙', rotation: '换钥匙',
    backup: '备份', 'backup-settings': '改备份设置', 'backup-test': '试还原', 'backup-restore': '还原备份',
  } satisfies Words<LogAction>,
  policy: {
    mask: {
      name: '姓名', phone: '电话', email: '邮箱', wechat: '微信', address: '住址', 'contact-person': '联系人', 'id-number': '证件号', birthday: '生日', plate: '车牌', 'bank-card': '银行卡号',
    } satisfies Words<PolicyMask>,
    field: { bankCard: '登记银行卡号' } satisfies Words<SwitchedFieldId>,
    title: '遮盖规则', lead: '柜台屏幕上能看到多少。只能比通常更严，不能更松。每种下面是照格式还剩多少种可能；没有固定格式的不计数。', readOnly: '要改，请管理员登录。', saved: '已改好，档案里的遮盖都已照新规则重做。',
    hidden: '全部遮住', on: '启用', off: '不启用', left: '剩 {{number}} 种可能', alike: '小区里同样的 {{least}}–{{most}} 人', uncounted: '不计数', extra: '另外登记',
    notes: {
      name: '按本小区的人数出：遮住后看起来一样的，最少几人、最多几人。只有 1 人的，一看就知道是谁；担心就全部遮住。单位名称照常显示。', phone: '当地号段有限，实际可能的号码更少；担心被猜中，选 1******1234。全部遮住后，柜台不能再按电话查人。',
      'id-number': '按已知性别、出生年份和地区来算。', birthday: '证件号另算。', plate: '查车牌照常；只是屏幕上少显示几位。', 'contact-person': '里面的姓名、电话也照各自的规则；留多少种要看写了什么，不计数。',
      email: '@ 前面长短不定，算不出；@ 后面若是单位或自家的域名，一看就知道是谁，担心就全部遮住。', address: '门牌写法没有定式，算不出；遮到市，只剩一个市的人家。',
    } satisfies Partial<Words<PolicyMask>>,
    fieldNotes: { bankCard: '通常用不着，不登记最稳妥。停用后不再收新的，已登记的仍加密保存，可以删除。' } satisfies Words<SwitchedFieldId>,
    history: '改动经过', noHistory: '还没有改过，都是通常的规则。', columns: { time: '时间', who: '经办', what: '事项', change: '改动', masks: '重做的遮盖', words: '为什么改' },
    apply: {
      title: '确认改动', tightens: '确认后立即生效，档案里存着的遮盖一并重做，不用打开任何内容。', loosens: '要比现在多显示，得从原来的内容重做遮盖，须主管本人在场输入 PIN。', words: '为什么改（至少 4 个字）',
      submit: '确认改动', discard: '不改了', saving: '正在重做遮盖…', cancel: '取消，都不改', secondsLeft: '约剩 {{time}}',
    },
  },
  backup: {
    menu: '备份', log: { restored: '取自 {{name}}；换下的记录到第 {{seq}} 条为止，指纹 {{hash}}', bytes: '{{value}} 字节', rows: '{{value}} 行', 'let-go': '清除旧备份 {{value}} 份', hour: '每天 {{value}} 点', scheduled: '定时', 'by-hand': '手动', begun: '开始' },
    title: '备份', lead: '电脑坏了、丢了，靠备份找回档案。备份单独加密，离开这台电脑只有恢复单打得开。', make: '马上备份', change: '位置和时间…', chooseFirst: '选备份位置…', making: '正在备份', cancelMake: '取消这次备份',
    made: '已备份并打开核对过，共 {{count}} 行。', letGo: '到期的旧备份清除了 {{count}} 份。', never: '还没有备份', neverTested: '还没有试过', testGood: '完好', testBad: '不能用', daily: '每天 {{hour}} 点', byHand: '只手动备份', free: '剩 {{free}}，需 {{needed}}',
    first: '还没有选备份位置。最好是一块单独的移动硬盘或 U 盘，用完锁好。', kept: '还原时换下的旧档案库仍在这台电脑上：{{names}}。',
    facts: { last: '上次备份', tested: '上次试还原', schedule: '自动备份', folder: '存放位置' },
    warn: {
      overdue: '已经一天半以上没有备份。请插好备份盘，点“马上备份”。', sameDisk: '备份与档案在同一块磁盘上：磁盘坏了，两样都没有了。请换到移动硬盘或 U 盘。', gone: '找不到备份文件夹。请插好备份盘；换了位置的，请重新选。', failed: '{{time}} 的备份没有做成。请检查备份盘，再点“马上备份”。',
    },
    footer: { never: '没有备份', overdue: '备份过期', 'same-disk': '备份同盘' } satisfies Words<BackupWarning>,
    phases: { copying: '复制', checking: '打开核对', writing: '写入' } satisfies Words<BackupPhase>,
    states: { ok: '完整', damaged: '已损坏', 'other-vault': '别的档案柜', newer: '新版程序所做' } satisfies Words<BackupState>,
    opensBy: { pin: '凭 PIN', sheet: '要恢复单' } satisfies Words<BackupOpener>,
    columns: { when: '时间', size: '大小', state: '状态', opens: '怎么打开', actions: '办理' }, list: { title: '现有的备份', elsewhere: '“{{folder}}”里的备份', here: '回到平时的位置', other: '看别的文件夹…', none: '这里还没有备份。', notThere: '找不到这个文件夹。' },
    settings: { title: '备份放哪里，几点做', lead: '选一块平时不用的盘。登录期间到点自动做；到点没人登录，下次登录后补做。', pick: '选文件夹…', none: '还没有选', daily: '每天自动备份', hour: '几点', oClock: '{{hour}}:00' },
    tryOut: '试还原…', testOf: '试还原 {{name}}', restoreOf: '还原 {{name}}', needsSheet: '这一份凭 PIN 打不开，要做备份那时用的恢复单。',
    test: { title: '试还原 {{name}}', lead: '照真的还原那样打开、逐行核对，但不换掉现在的档案。', start: '开始试', running: '正在试还原', cancel: '不试了', good: '{{time}} 的备份完好：{{tables}} 张表、{{rows}} 行都对得上。' },
    restore: {
      button: '还原…', title: '还原备份', rail: '还原步骤', steps: { open: '打开备份', look: '看清后果', run: '还原', done: '完成' }, leave: '不还原，返回', openTitle: '打开 {{time}} 的备份', openLead: '先打开看看会变成什么样，这一步不改动任何东西。', look: '打开看看', lookTitle: '还原以后会这样',
      ages: { older: '备份比现在旧：之后的 {{count}} 条操作会从档案里消失。', same: '备份与现在一样新，之后没有办过事。', newer: '备份比现在新：现在的档案库是更早的。', apart: '备份与现在的档案各有对方没有的内容，不能这样还原。请用恢复单恢复。' } satisfies Words<BackupAge>,
      facts: { made: '备份时间', people: '住户人数', space: '磁盘空间', nowThen: '现在 {{present}} 人，还原后 {{backup}} 人' },
      points: { records: '住户、房屋、登记都回到备份那一刻。', staff: '人员和各人的 PIN 不变；离职的人不会回来。', kept: '现在的档案库原样留在一边，不覆盖。', log: '操作记录从备份处另起一段，写明谁为什么还原。', supervisor: '还原后锁定；主管登录确认以后才能办事。' },
      noRoom: '磁盘空间不够。请先腾出地方。', olderKeys: '做备份以后换过资料的钥匙。还原时要有主管在场：备份里的资料会用现在的钥匙重新封好。', words: '为什么还原（至少 4 个字，写进操作记录）', start: '还原', running: '正在还原', cancel: '取消，都不改', doneTitle: '已还原到 {{time}}', doneKept: '原来的档案库留在“{{name}}”。', doneNext: '请锁定，由主管登录确认后继续。', lockNow: '锁定',
    },
  },
  repair: {
    open: '用备份恢复…', title: '用备份恢复', lead: '档案库坏了。这里找出最近一份完整的备份，由管理员输入 PIN 放回来；坏的文件原样留在一边。', looking: '正在找完整的备份…', found: '最近一份完整的备份：{{time}}', none: '“{{folder}}”里没有完整的备份。', noFolder: '不知道备份放在哪里。请插好备份盘，选文件夹。',
    pick: '看别的文件夹…', leave: '返回', words: '出了什么事（至少 4 个字）', pin: '管理员的 PIN', start: '用这份备份恢复', doneNext: '请主管登录，确认以后才能办事。',
    doneTheft: '要是前面已经开始“怀疑被盗：全部换一遍”，可还没有一个人换了 PIN 或关了入口，这份备份可能不知道已经开始，程序自己也看不出来。有这回事的，请管理员和主管登录后到“钥匙”里重新开始。', back: '去登录',
  },
  lockReasons: {
    key: '按键锁定', handover: '交接班', idle: '久未操作', hidden: '窗口收起', 'os-lock': '系统锁屏', suspend: '电脑睡眠', 'user-switch': '切换用户', shutdown: '退出或关机', 'session-limit': '登录到时限', 'vault-request': '程序自己锁定', 'renderer-gone': '画面进程退出', 'long-work-over': '长时间操作超时', 'change-unfinished': '换钥匙没有写完',
  } satisfies Words<LockReason>,
  valueNotes: { 'old-id': '由 15 位旧号补成，请与本人核对', 'card-check-digit': '校验位不符，请核对卡号' } satisfies Words<KeptNote>,
  logOutcomes: { done: '完成', refused: '拒绝', match: '一致', 'no-match': '不一致', failed: '失败' } satisfies Words<LogOutcome>,
  logProblems: {
    changed: '有一条被改过', missing: '中间少了一条', inserted: '中间多了一条', truncated: '末尾被截掉', 'anchor-differs': '末尾与电脑里记的不一致',
  } satisfies Words<NonNullable<LogCheck['problem']>>,
  tasks: {
    repair: { name: '报修、投诉', say: '问清房号、姓氏和要修什么，回电话只打登记的号码。' },
    fees: { name: '收费', say: '报房号、姓氏、车牌后几位即可，不用看电话和证件。' },
    handover: { name: '交房', say: '业主本人到场，主管在旁，逐项对照证件。' },
    renovation: { name: '装修手续', say: '先核对是业主本人，租客办理要业主同意。' },
    parking: { name: '停车、车位', say: '先核对是业主本人，再对车牌。' },
    transfer: { name: '过户、租住登记', say: '双方都要核对，证件号只看一次，主管在旁。' },
    'moving-out': { name: '搬出放行', say: '拨登记的电话问业主本人，同意了才放行。' },
    'door-card': { name: '门卡、钥匙', say: '核对一致才交出；对不上，请业主本人来。' },
    parcel: { name: '包裹', say: '让来人先说，核对一致才交出。' },
    visitor: { name: '访客', say: '只答有没有这个房间、有没有人住，其余请住户自己联系。' },
    'blocking-car': { name: '挪车', say: '由我们打给车主，不把号码告诉来人。' },
    emergency: { name: '紧急联系', say: '漏水、火警、急病才用。打开的每一项主管都会看到。' },
    authority: { name: '公安、街道查询', say: '看过证件和来文，编号填进单号，主管在场，只给来文写的内容。' },
    'subject-request': { name: '本人查阅、更正、删除', say: '先核对是本人，主管在场。' },
  } satisfies Readonly<Record<TaskId, { readonly name: string; readonly say: string }>>,
  verifiedParties: { nobody: '不用核对', visitor: '核对来人', owner: '核对业主本人', both: '双方都核对', 'owner-by-phone': '打电话问业主' } satisfies Words<VerifiedParty>,
  unsaid: { name: '姓名', phone: '电话', room: '房号', 'at-home': '是否在家', 'id-number': '证件号', 'other-party': '别人的资料' } satisfies Words<Unsaid>,
  noteOutcomes: {
    done: '办好了', 'passed-on': '已转交', 'handed-over': '已交给', called: '已打电话', consented: '业主同意', refused: '不同意', 'no-answer': '没人接', 'not-verified': '核对不上', 'let-in': '放行', 'not-let-in': '没放行',
  } satisfies Words<NoteOutcome>,
  roomAnswers: { 'lived-in': '有这个房间，有人住', empty: '有这个房间，没有登记住户', unknown: '没有这个房间', several: '不止一个，请说完整' } satisfies Words<RoomAnswer>,
  errors,
  failure: {
    role: '是“{{role}}”的 PIN。', wait: '请等 {{wait}}再试。', freeTries: '再错 {{tries}} 次就要等待。', field: '有问题的一项：{{field}}。', hiddenDigits: '要输入的是中间 {{digits}} 位。',
    pinyin: '有问题的一项：读音。每个汉字一个拼音，用空格分开。', reasonWords: '请用几个字说明事由。', ticketNeeded: '请填来文编号。', sheetLine: '有问题的是第 {{line}} 行。',
  },
  duration: { seconds: '{{seconds}} 秒', wholeMinutes: '{{minutes}} 分钟', minutes: '{{minutes}} 分 {{seconds}} 秒', hours: '{{hours}} 小时 {{minutes}} 分' },

  pin: { own: '您的 PIN', of: { supervisor: '主管的 PIN', admin: '管理员的 PIN' }, choose: { supervisor: '请选主管', admin: '请选管理员' } },

  trouble: {
    title: '打不开档案柜', keychain: '系统的密码保管库', files: '档案柜的文件', computer: '这台电脑', recover: '用恢复单恢复…', usePrevious: '改用上一份开头文件',
    previous: '还有一份上次改动以前的开头文件，完好，是这台电脑写的。改用它，坏的那份会另存，不会丢；下次登录要主管确认，那次改动（如改 PIN）要重做。', safe: '资料没有变动，程序也不会在原处另建档案柜。',
    technical: '给技术人员看的一行', unreachable: { what: '程序的保管部分没有应答。', todo: '请点“再试一次”；还不行，请退出后重新打开。' },
  },

  keychainHelp: {
    title: '怎么办', commands: '给管电脑的人：在终端里执行', 
    'keychain-locked': {
      linux: '注销电脑，再用密码登录一次，保管库通常会一起打开。\n不行就打开“密码和密钥”，在“登录”上点右键，选“解锁”，输入电脑的登录密码。\n回到这里，点“再试一次”。',
      mac: '打开“钥匙串访问”，选“登录”，点左上角的锁，输入电脑的登录密码。\n回到这里，点“再试一次”。', windows: '注销电脑，再用密码登录一次。\n回到这里，点“再试一次”。',
    },
    'keychain-no-service': {
      linux: '这台电脑没有装密码保管库，或没有运行。请装上 GNOME 密钥环（或 KDE 钱包）。\n注销电脑，再用密码登录，让它随登录打开。\n回到这里，点“再试一次”。程序不会把钥匙改存到普通文件里。',
      mac: '打开“钥匙串访问”，看“登录”钥匙串是否还在；没有了，请管电脑的人重建。\n回到这里，点“再试一次”。', windows: '请管电脑的人打开“凭据管理器”服务（Credential Manager）。\n回到这里，点“再试一次”。',
    },
    'keychain-no-bus': {
      linux: '请坐到电脑前，从桌面登录，再打开本程序；远程终端、sudo 里打开的都不行。\n已经在桌面上的，请管电脑的人装好会话总线，注销后重新登录。\n回到这里，点“再试一次”。',
      mac: '请从桌面登录，再打开本程序。\n回到这里，点“再试一次”。', windows: '请从桌面登录，再打开本程序。\n回到这里，点“再试一次”。',
    },
    'keychain-item-missing': {
      linux: '换过登录密码、重装过系统、清过密钥环的，先看能不能把原来的密钥环找回来，再点“再试一次”。\n找不回来，取出保险柜里的恢复单，点“用恢复单恢复”。管理员和主管要在场。', mac: '重装过系统、重建过钥匙串的，先看能不能把原来的钥匙串找回来，再点“再试一次”。\n找不回来，取出保险柜里的恢复单，点“用恢复单恢复”。管理员和主管要在场。',
      windows: '重装过系统、换过用户的，先看能不能用原来的用户登录，再点“再试一次”。\n找不回来，取出保险柜里的恢复单，点“用恢复单恢复”。管理员和主管要在场。',
    },
    'keychain-other-user': {
      linux: '注销，用建柜时的那个电脑用户登录，再打开本程序。\n那个用户已经没有了，取出恢复单，点“用恢复单恢复”。', mac: '注销，用建柜时的那个电脑用户登录，再打开本程序。\n那个用户已经没有了，取出恢复单，点“用恢复单恢复”。', windows: '注销，用建柜时的那个电脑用户登录，再打开本程序。\n那个用户已经没有了，取出恢复单，点“用恢复单恢复”。',
    },
    'wrong-computer': {
      linux: '原来的电脑还能用，请在那台电脑上打开。\n要搬到这台电脑，取出恢复单，点“用恢复单恢复”。以后请只用这一台，两边的档案不会自动合并。', mac: '原来的电脑还能用，请在那台电脑上打开。\n要搬到这台电脑，取出恢复单，点“用恢复单恢复”。以后请只用这一台，两边的档案不会自动合并。',
      windows: '原来的电脑还能用，请在那台电脑上打开。\n要搬到这台电脑，取出恢复单，点“用恢复单恢复”。以后请只用这一台，两边的档案不会自动合并。',
    },
  } satisfies Readonly<Record<'title' | 'commands', string>> & Readonly<Record<KeychainHelp, Words<System>>>,

  sheetInput: { title: '恢复单上的四行，不分大小写', right: '抄对了', slip: '这一行有抄错的字，请看清再输。' },

  recovery: {
    rail: '恢复步骤', cancel: '取消恢复', finish: '完成恢复', and: '、',
    steps: { what: '要做什么', backup: '找到备份', sheet: '输入恢复单', compare: '核对指纹', people: '谁在场', pins: '新的 PIN', 'new-sheet': '新的恢复单', prove: '核对新单', done: '完成' },
    what: {
      title: '用恢复单打开档案柜', lead: '约十分钟。换了电脑、丢了系统里的钥匙、唯一的管理员忘了 PIN、主管都不在了，都可以这样恢复。', start: '开始',
      easier: '只是前台或一位同事忘了 PIN，不用这样做：请管理员登录，在“人员”里和主管一起为他重设。',
      points: {
        needs: '要有保险柜里最近的一张恢复单，还要一台打印机。', people: '至少一位管理员、一位主管本人在场，当场输入新的 PIN。不在场的人先进不来，以后由管理员重新开。',
        anew: '钥匙全部换新，并给一张新的恢复单；旧单、旧 PIN 从此打不开它。', safe: '新单核对好以前，什么都不改。原来的文件另存在旁边，不会覆盖。',
      },
    },
    backup: {
      whatTitle: '从备份恢复档案柜', whatLead: '约十分钟。原来的电脑坏了、丢了，有备份和保险柜里的恢复单，就能在这台电脑上接着用。', safe: '新单核对好以前随时可以取消，这台电脑上什么都不留。备份只读，不会改动。',
      title: '找到备份', lead: '接上备份盘，选放备份的文件夹；里面每份备份是一个以 RV- 开头的文件夹。', pick: '选文件夹…', none: '“{{folder}}”里没有备份。请选以 RV- 开头的那些文件夹所在的文件夹。', which: '用哪一份', next: '用这一份',
    },
    sheet: { title: '输入恢复单', lead: '照纸上四行输入，输满一行自动到下一行。有扫码枪的，点第一行，扫纸上的二维码。', warn: '输入时请别让旁人看见。', open: '打开', opening: '正在打开档案库…' },
    compare: {
      title: '核对指纹', lead: '请拿着纸，与下面逐组对照。一致，才是原来那个档案柜。', people: '名册', count: '{{count}} 人', computer: '这台电脑', known: '认得这个档案柜，钥匙和记录接着用', unknown: '不认得这个档案柜，会写入新的设备钥匙',
      same: '与纸上一致', differs: '不一致', stop: '请停下。这里放的不是纸上那个档案柜，可能被换过。什么都没有改动，请告诉公司负责人。',
    },
    people: {
      title: '现在谁在场', lead: '在场的每人都要输入新的 PIN。至少一位管理员、一位主管。', add: '添加在场的人', addRole: '新加{{role}}', newcomer: '新{{role}}的姓名', absent: '不在场的 {{count}} 人先进不来，以后由管理员和主管重新开。',
      why: { 'no-admin': '还缺一位管理员。', 'no-supervisor': '还缺一位主管。', 'no-name': '还有姓名没填。', 'too-many': '一次最多 12 人，其余的以后再开。' },
    },
    pins: { title: '{{name}}的新 PIN', lead: '{{role}} · 第 {{at}} 位，共 {{count}} 位。' },
    done: {
      title: '恢复好了', lead: '{{names}}可以用新的 PIN 登录。', sheet: '把新的恢复单锁进保险柜。先做一份新备份，再把旧单剪碎：以前的备份离开了这台电脑，只有旧单打得开。', absent: '{{names}}还进不来，请管理员登录后到“人员”里重新开。',
      kept: '原来的文件在档案柜文件夹的“{{folder}}”里，仍是加密的，旧单还打得开；确认没有缺漏后，请管电脑的人删除。', signIn: '去登录',
    },
  },

  runtime: { notForRealData: '这是演练用的运行环境，不得录入真实资料。', practice: '演练环境，勿录真实资料', osLockNotWatched: '系统锁屏时本程序不会跟着锁定，离开前请按 Ctrl+L。' },

  setup: {
    rail: '建柜步骤',
    steps: { welcome: '开始', admin: '管理员', supervisor: '主管', receptionist: '前台', keys: '制作钥匙', sheet: '恢复单', prove: '核对恢复单' },
    welcome: {
      title: '给小区建一个档案柜', lead: '大约十分钟。需要管理员、主管、一位前台各自到场输入自己的 PIN，还需要一台打印机或一个 U 盘。',
      points: {
        sealed: '业主的电话和证件号加密存放，没有本人的 PIN 谁也打不开。', reason: '每看一项都要说明事由，并记入改不了的记录。',
        sheet: '建好后打印一张恢复单，锁进保险柜。电脑坏了只有它能救。',
      },
      estate: '小区名称', estateHint: '显示在锁定画面上。', start: '开始', fromBackup: '换了电脑？从备份恢复原来的档案柜…',
    },
    admin: { title: '管理员', lead: '管人员、规则和备份。管理员打不开业主的电话和证件号。' },
    supervisor: {
      title: '主管', lead: '能打开每一项，能为前台会签，能导入表格。', same: '主管与管理员是同一个人',
      sameWarn: '两个岗位由一人担任，少了一道互相监督。可以这样做，但检查资料里会注明。两个岗位仍各用一个 PIN。',
    },
    receptionist: { title: '第一位前台', lead: '在柜台查找、核对；凭 PIN 和事由，一次看一项联系方式。' },
    person: {
      name: '姓名', pin: 'PIN', confirm: '再输一遍', differs: '两次输入不一样。', good: '这个 PIN 可以用。', handOver: '请把键盘交给本人输入。',
      pinHint: { receptionist: '6 位以上的数字，不用生日、连号。', supervisor: '8 个字符以上，建议用几个不相干的词。', admin: '8 个字符以上，建议用几个不相干的词。' } satisfies Words<Role>,
    },
    keys: { title: '正在制作钥匙', lead: '为每个人单独制作，约需几秒。请不要关电源。', review: '将要建立', make: '制作钥匙', again: '回去修改' },
    sheet: {
      title: '恢复单', lead: '打印出来，锁进保险柜。电脑坏了、PIN 全忘了，只有它能打开档案。', warn: '现在显示的就是钥匙，请别让旁人看见，也不要拍照。',
      print: '打印', save: '存为 PDF', saved: '已存为 {{file}}。打印后请删除这个文件。', printed: '已送到打印机。请确认纸已出来。',
      fingerprint: '校验指纹', paperTitle: '恢复单', paperUse: '请锁入保险柜。持有此纸等于持有全部档案的钥匙。不得复印、拍照、存入电脑。', date: '制作日期', signature: '保管人签字',
      next: '纸已收好，下一步', notYet: '请先打印或存为 PDF。', handwrite: '没有打印机，已手抄',
      line: '第 {{line}} 行', qr: '恢复单的二维码', qrUse: '恢复时可用扫码枪代替手工输入。二维码与上面的字等同，同样不得拍照。',
    },
    prove: { title: '核对恢复单', lead: '屏幕上已不再显示。请照纸输入这两组。', group: '第 {{line}} 行第 {{group}} 组', finish: '完成建柜', showAgain: '再看一次恢复单' },
    cancel: '取消建柜',
  },

  readOnly: { banner: '档案库有损坏，现在只能查找、查看遮住的资料；不能显示、核对、修改。坏的文件没有动，请管理员用最近的备份还原。', repair: '锁定并用备份还原' },

  lock: {
    who: '请选您的名字', wrongTries: '上次登录以后，有 {{count}} 次输错 PIN。不是您本人，请告诉管理员。', unlock: '打开档案柜', opening: '正在打开…',
    wait: '{{wait}}后可再试', closed: '入口已关闭', closedTodo: '请管理员和主管一起处理。', language: '语言', understood: '知道了', forgot: '忘记 PIN、用恢复单…',
  },

  alarm: {
    title: '有一处对不上', lead: '档案柜与这台电脑里记的不一致。在主管确认之前，什么也不能办。', words: '主管的说明', wordsHint: '例如：昨天用备份恢复过。至少 4 个字。',
    acknowledge: '确认并继续', callSupervisor: '请锁定后，由主管登录来确认。',
    again: '如果每次登录都出现，请锁定后在锁屏上选“{{forgot}}”：凭恢复单，在场的人各得一个新 PIN，以后就不再出现。',
  },

  counter: {
    search: '查找住户', placeholder: '房号、姓名、拼音、手机号、后四位、车牌', kinds: '3-2-1801 · 张三 · zs · 后四位 · 桂M12345',
    results: '查找结果', former: '{{relation}}（已搬出）', moreOf: '只看这一类', nextFifty: '再看 50 条', goesOn: '还有更多，按 {{key}} 再看 50 条', allKinds: '全部', number: '数字方式', emptyTitle: '直接打字就能查找', emptyLead: '↑↓ 选择，回车打开。', nothing: '没有找到', nothingTodo: '换一种说法试试：房号、拼音首字母、手机后四位或车牌。',
    nobody: '打开一位住户', nobodyLead: '左边选一位，按回车。先核对来人，再看要不要显示。', found: '找到 {{count}} 条', examples: {
      room: '3-2-1801 或 3栋2单元1801', name: '张三、张s、zs、zhangs', phone: '后四位或整个手机号', plate: '桂M12345、m123',
    } satisfies Words<SearchKind>,
    menu: '菜单', staff: '人员', keys: '钥匙', roomPatterns: '房号写法', log: '操作记录', policy: '遮盖规则', import: '导入表格', add: '添加住户', help: '按键', settings: '设置', signedIn: '当前登录',
    idle: '距自动锁定 {{seconds}} 秒', idleWarning: '{{seconds}} 秒后自动锁定，没保存的内容会丢失。', stay: '继续使用', expiring: '本次登录将于 {{time}} 到时限并锁定。',
  },

  keysPage: {
    title: '钥匙', lead: '每把钥匙用了多久，什么时候该换，换过哪些次。换钥匙不改任何人的 PIN，资料一条不少。', readOnly: '档案库钥匙和本机钥匙，请管理员登录来换。', rail: '换钥匙的步骤',
    names: { 'store-key': '档案库钥匙', 'tier-keys': '封存钥匙', 'device-secret': '本机钥匙', 'recovery-sheet': '恢复单' } satisfies Words<RotatedKey>,
    what: {
      'store-key': '打开档案库文件。它本身不存在任何地方，只替每个人和恢复单各封一份。', 'tier-keys': '打开电话和证件号：联系方式一把，证件一把，由持有的人各自保管。',
      'device-secret': '在这台电脑的密码保管库里。没有它，拷走整个文件夹也无从猜起 PIN。', 'recovery-sheet': '保险柜里的那张纸。电脑坏了、保管库丢了，只有它能救。',
    } satisfies Words<RotatedKey>,
    touches: {
      'store-key': '换一次：档案库 {{size}} 整个重写，替 {{people}} 人和恢复单重新封好。', 'tier-keys': '换一次：{{values}} 项封存的内容逐项重封，重新发给 {{holders}} 人和恢复单。',
      'device-secret': '换一次：{{people}} 人的登录入口换外层，保管库里换一项。', 'recovery-sheet': '换一次：打一张新的，旧的那张作废。',
    } satisfies Words<RotatedKey>,
    age: '已用', days: '{{number}} 天', last: '上次换', never: '还没换过', due: '最迟换', soon: '还有 {{number}} 天', over: '已过 {{number}} 天，请尽快换', rotate: '换钥匙…',
    record: '换过的记录（{{number}}）', noRecord: '还没有记录。', ends: { done: '换好了', cancelled: '中途取消，没有换', failed: '没有换成。', interrupted: '中断，没有换' } satisfies Words<RotationEnd>,
    steps: { plan: '会做什么', needs: '需要什么', work: '正在换', sheet: '新的恢复单', prove: '核对', result: '结果' } satisfies Words<KeyCeremonyStep>,
    phases: { resealing: '逐项打开并用新钥匙重封', copying: '用新钥匙写一份新的档案库', comparing: '逐条与原来的比对', checking: '检查新的文件', switching: '切换到新钥匙' } satisfies Words<RotationPhase>,
    leave: '不换了', next: '下一步', back: '上一步', technical: '给技术人员看的一段', starting: '正在开始…', left: '约剩 {{time}}', cancel: '取消，不换了', cancelling: '正在取消…',
    cancelled: '已取消。钥匙没有换，原来的照用，资料没有变动。', notMade: '钥匙没有换成，原来的照用，资料没有变动。', toList: '回到钥匙', compared: '已逐条比对：{{tables}} 张表，{{rows}} 条，与原来的完全一致。', resealed: '已重新封好 {{values}} 项。旧钥匙打不开现在的任何一项。',
    unreadable: '另有 {{number}} 项打不开，原样留着：它们在这次以前就已经损坏或被人动过。请对照备份查一查。',
    room: { enough: '磁盘空间够：需要 {{needed}}，现有 {{free}}。', short: '磁盘空间不够：需要 {{needed}}，现在只有 {{free}}。请先腾出空间。', again: '再看一次' },
    theft: {
      title: '怀疑被盗：全部换一遍', name: '全部钥匙（怀疑被盗）', what: '文件夹和密码保管库可能被人拷走时用：人人换新 PIN，三把钥匙依次全换。要管理员和主管一起办。', open: '开始办…', unfinished: '被盗换钥匙还没办完：共 {{of}} 步，还差 {{left}} 步。',
      resume: '接着办', byAdmin: '请管理员登录，和主管一起接着办。', record: '办过的记录（{{number}}）', ends: { done: '办完了', unfinished: '还没办完' }, rail: '全部换一遍的步骤', stop: '先停在这里',
      steps: { begin: '说明和开始', people: '人人换 PIN', 'tier-keys': '换封存钥匙', 'store-key': '换档案库钥匙', 'device-secret': '换本机钥匙', end: '收尾' } satisfies Words<TheftStep>,
      plan: {
        first: '在场的人当场各设一个新 PIN，旧 PIN 马上作废。', second: '不在场的人，入口先关掉；回来后由管理员和主管重设 PIN，才能再登录。', third: '随后依次换封存钥匙、档案库钥匙、本机钥匙，每一步都先说清楚再动手。',
        keeps: '中途可以停。锁定、关机、断电都不要紧，重新登录后从没办完的那一步接着办；没办完以前，每个画面都有红字提醒。恢复单照用。',
        copied: '已经被拷走的那一份收不回来：猜中当时 PIN 的人，仍能看到那时的资料。全部换好以后，那一份和旧 PIN 打不开现在的任何东西。',
        technical: '开始时把人员链的末端记入操作记录；此后每个人的密钥是否换过看人员链，三把钥匙是否换过看操作记录里在此之后的条目，没有别的进度文件。不在场的人以“suspend”条目写入人员链，由两人签名。',
      },
      needs: { pair: '一位管理员和一位主管全程在场，每一步都输入自己的 PIN。', people: '名单上 {{people}} 人，每人自己输入新 PIN；不在的就关掉入口。', minutes: '大约要 {{minutes}} 分钟，期间柜台请稍等，电脑不要关。' },
      begin: '开始',
      people: { lead: '请每个人到柜台来，自己输入新 PIN。今天来不了的，点“不在场”。', renew: '设新 PIN', away: '不在场', states: { old: '还没换', renewed: '已换', 'shut-out': '入口已关' } satisfies Words<TheftState> },
      renewOf: '{{name}}设新 PIN', renewHint: '下面“谁在场”可以选本人：输入原来的 PIN，作最后一次用。', own: '先给自己换：输入原来的 PIN，再设新的。',
      awayOf: '{{name}}不在场', awayLead: '{{name}}的入口现在就关掉，原来的 PIN 打不开任何东西。回来以后，在“人员”里重设 PIN 就能再登录。', shutOut: '关掉入口', next: '下一步',
      end: '人和三把钥匙都换好了。记上一笔，这件事就办完了。', finish: '办完', done: '全部换好了。从前拷走的那一份，打不开现在的任何东西。', later: '这些人还没有入口，回来后请在“人员”里重设 PIN：{{names}}',
      after: '从前的备份仍能用恢复单打开。恢复单也可能被人看过的，请接着换恢复单。',
    },
    'store-key': {
      title: '换档案库钥匙',
      plan: {
        first: '用一把新钥匙把整个档案库（{{size}}）重新写成一个新文件，原文件先不动。', second: '逐条比对，一条不差才继续；替 {{people}} 人和恢复单各封好新钥匙。', third: '切换到新文件，删去旧文件。',
        keeps: '期间只能查找，不能打开或改动。切换以前随时能取消；中途断电，重新打开还是换之前的样子。没有人要改 PIN，恢复单照用。',
        technical: '新文件经 SQLCipher 以新的随机 256 位密钥写出，重新打开后做完整性检查，并按主键逐行逐列比对；文件和文件夹落盘后，以改名替换 header.json 为切换点。',
      },
      needs: { first: '管理员本人的 PIN。', second: '换的时候请不要关机。要用电脑的同事请稍等。' },
      begin: '开始换', working: '请稍候。期间不会自动锁定；手动锁定等于取消。', made: '档案库钥匙换好了。', after: '换之前被人拷走的旧文件，仍能用当时的 PIN 和当时这台电脑的钥匙打开；从现在起的改动，他看不到。旧的备份照旧用恢复单打开。',
    },
    'tier-keys': {
      title: '换封存钥匙',
      plan: {
        first: '做两把新钥匙：联系方式一把，证件一把，由主管和管理员一起签发。', second: '把封存的 {{values}} 项逐项打开，用新钥匙重新封好。', third: '新钥匙发给 {{holders}} 人和恢复单，旧钥匙全部作废。',
        keeps: '期间柜台请稍等，办不了别的。随时能取消；取消或中途断电，等于没有换。没有人要改 PIN，恢复单照用。',
        technical: '新的 X25519 密钥对与匹配密钥写入人员链并由两人签名；每一项在同一个数据库事务里经 HPKE 打开并重封，重算匹配标签，删去旧的授权、批次和标签，最后清空日志文件。',
      },
      needs: { first: '主管和管理员都在场，各输各的 PIN。', second: '换的时候请不要关机。要用电脑的同事请稍等。' },
      begin: '开始换', working: '请稍候。期间不会自动锁定；手动锁定等于取消。', made: '封存钥匙换好了。', after: '离开的人手里的旧钥匙，打不开现在的任何一项。换之前被人拷走的旧档案，仍能用当时的 PIN 打开。',
    },
    'recovery-sheet': {
      title: '换恢复单',
      plan: {
        first: '做一张新的恢复单，打印或存成 PDF。', second: '照着新纸输入两组，由主管和管理员一起确认。', third: '新的生效，旧的那张从此打不开档案柜。',
        keeps: '确认以前什么都没有变，随时能退出，旧的照用。没有人要改 PIN。',
        technical: '新的 256 位密钥派生出封存与签名两对密钥，以“recovery”条目写入人员链并由两人签名；重做恢复入口和两级授权，操作记录另起一段并封给新单。选了旧单的，旧单的密钥封给新单后存入 header.json。',
      },
      begin: '换成这一张', made: '恢复单换好了。', after: '请把新的锁进保险柜。旧的那张仍能打开用它做的旧备份：没有把旧单封给新单的，请留到旧备份都删去以后再销毁；已经封好的，可以现在就撕碎。',
      keepsOld: '让新恢复单也能打开以前的备份', typeOld: '请照旧的恢复单逐行输入。',
    },
    'device-secret': {
      title: '换本机钥匙',
      plan: {
        first: '在系统的密码保管库里另存一把新钥匙。', second: '替 {{people}} 人的登录入口换上新的外层，不用任何人的 PIN。', third: '切换并读回核对无误后，从保管库里删去旧的一把。',
        keeps: '几秒钟就好。中途断电，新旧两把里总有一把能打开。没有人要改 PIN，恢复单照用，档案库文件不动。',
        technical: '只重做各入口的外层封装和 header.json 的校验码；以改名替换 header.json 为切换点，随后 limiter.json 改用新的校验钥匙，最后删除旧的保管库条目。',
      },
      needs: { first: '管理员本人的 PIN。', second: '系统的密码保管库要开着（登录了这台电脑就是开着的）。' },
      begin: '开始换', working: '只要几秒钟，请稍候。', made: '本机钥匙换好了。', after: '从前被人拷走的保管库内容，对现在的文件夹没有用了。与那时的文件夹一起被拷走的，仍能拿来猜当时的 PIN；有这种怀疑，请把各人的 PIN 也换掉。',
    },
  },

  roomPatterns: {
    title: '房号写法', lead: '本小区怎么写房号，在这里登记。查找、登记、导入都照此认房号；常见的写法不用登记。', list: '写法', pattern: '写法 {{number}}', add: '再加一种写法',
    places: { 期: '第几期', 区: '哪个区', 栋: '楼栋', 单元: '单元', 层: '楼层（不记）', 房: '房间' } satisfies Words<RoomPlace>,
    width: '号码之间没有分隔时，写上位数：03021801 是 {栋2}{单元2}{房4}。每种写法都要有 {栋} 和 {房}。',
    trial: '试一试', example: '写一个房号', exampleHint: '看看会认成哪一间。', reads: '认作', usually: '（原来认作 {{label}}）', conflict: '这些房号原来认作另一间：', conflictOf: '{{text}} 原来是 {{usual}}，将是 {{now}}',
    noneMoved: '看了 {{looked}} 间已登记的房屋，都不变。', moved: '看了 {{looked}} 间已登记的房屋，有 {{count}} 间会改认：', kept: '另有 {{count}} 间改认后会与别的房屋相同，保持不变，请人工核对。',
    saveTitle: '保存写法', saveLead: '保存后，已登记的房屋马上照新写法重认。去掉写法，就认回原来的样子。', discard: '不改了', done: '已保存，重认了 {{count}} 间房屋。', doneKept: '有 {{count}} 间会与别的房屋相同，没有改。请核对是不是同一间。',
  },
  patternProblems: {
    unclosed: '花括号没有成对。', 'unknown-place': '花括号里只能写 期、区、栋、单元、层、房，后面可带位数 1–9。', 'no-building': '还缺 {栋}。', 'no-room': '还缺 {房}。', 'repeated-place': '同一个占位写了两次。',
    'touching-places': '号码连在一起分不开，请加分隔或写上位数。', 'too-long': '太长了，最多 40 个字。', 'repeated-pattern': '与前面的一种写法重复。', 'changes-labels': '会把“3栋2单元1801”这样的写法认成别的房屋，不能用。',
  } satisfies Words<PatternProblem>,

  idSearch: {
    title: '按证件号查找', lead: '整个号码一字不差才找得到。要主管输入 PIN，并记入操作记录；记录里没有号码。', find: '查找', finding: '正在查找…', none: '没有人登记这个证件号。', partly: '号码还不完整。证件号是 18 位，旧的是 15 位。', notAdmin: '管理员不能按证件号查找，请前台或主管来查。',
  },

  visitorView: {
    title: '对客视图', ask: '请问您住哪一户？', several: '请把房号说完整', on: '对客视图', off: '退出对客视图', setting: '对客视图：屏幕朝着来人时，只显示房号和核对结果',
  },

  person: {
    panel: '住户档案', noRoom: '没有登记房屋', tiers: { task: '这件事要用的', basic: '基本资料', contact: '联系方式', identity: '身份信息' },
    tierNotes: { task: '其余的在下面', basic: '凭 PIN 显示', contact: '凭 PIN 和事由', identity: '须主管' }, reveal: '显示', verify: '核对来人', full: '打开全部', edit: '修改',
    confirm: '标为已核实', confirmedOn: '{{date}} 核实', confirmDoes: '今天核实过，仍然正确', notValid: '格式不对，请找机会更正', updated: '更新于 {{date}}', coSign: '须会签', hide: '隐藏', nothing: '没有登记其他资料。', company: '单位',
  },

  reveal: {
    title: '显示{{field}}', reason: '为什么要看', words: '说明', wordsHint: '“{{reason}}”要用几个字说明。', ticket: '单号（可不填）', document: '来文编号', show: '显示', showing: '正在打开…',
    value: '{{field}}的内容', secondsLeft: '还显示 {{seconds}} 秒', coSignTitle: '主管会签', coSignLead: '证件类资料要主管在场，输入自己的 PIN。', aboutTo: '内容会显示在屏幕上，请确认旁人看不见。',
    extractTitle: '按来文提供资料', extractLead: '只显示勾选的项，60 秒，每项各记一条。', extractShow: '显示勾选的项', extractFields: '来文要的项（可多选）', authority: '来查的单位', purpose: '查询事由',
    fullTitle: '打开全部资料', fullLead: '这位住户的每一项都会显示 60 秒，每项各记一条。', fullShow: '打开全部', fullShown: '资料正在显示',
  },

  verify: {
    title: '来人怎么说？', lead: '照来人说的输入。只回答对或不对，不显示档案。', kind: '核对什么', said: '来人说的', saidHints: {
      phone: '整个号码', 'phone-hidden': '屏幕上盖住的那几位', name: '全名，一字不差', 'id-number': '整个证件号，要主管的 PIN',
    } satisfies Words<VerifyKind>,
    check: '核对', checking: '正在核对…', match: '一致', noMatch: '不一致', triesLeft: '还可以试 {{tries}} 次', closed: '错了三次，这条档案十五分钟内不能再核对。', another: '再核对一项', reason: '事由：{{reason}}。',
  },

  edit: {
    addTitle: '添加住户', editTitle: '修改档案', kind: '类别', name: '姓名', nameNew: '改成新的姓名', nameKeep: '现在是 {{mask}}，不改就空着。', pinyin: '姓名读音（可不填）', pinyinHint: '与常用读音不同时填，每字一个拼音，如 shan xiong xin', pinyinKept: '已登记读音。重填就换掉；改了姓名，读音要重填。', pinyinDrop: '不用登记的读音',  sex: '性别', idType: '证件类别',
    room: '房号', roomHint: '如 3栋2单元1801 或 3-2-1801', relation: '与房屋的关系', addRoom: '再加一处房屋', plate: '车牌', addPlate: '加一个车牌',
    replace: '换成新的', newValue: '新的{{field}}', contactName: '{{field}}姓名', contactPhone: '{{field}}电话', kept: '旧的内容封存 30 天，主管可以找回。',
    why: '事由', whyMissing: '请选事由；选“其他”的，再写几个字。', proof: '保存要您的 PIN', whyNeeded: '更换加密的资料，要事由和 PIN。', identityNeeds: '证件类资料要主管会签。', nameMissing: '请填写姓名。', nothingChanged: '没有改动。', saving: '正在保存…', saved: '已保存。',
    lostAtLock: '没保存的内容在锁定时会丢失。', sealedTitle: '加密保存的资料', openTitle: '柜台能查到的资料', birthdayHint: '如 1990-01-31',
  },

  intake: {
    title: '导入表格', rail: '导入步骤', steps: { file: '选文件', columns: '对应各列', preview: '预览', write: '写入', result: '结果' },
    file: {
      title: '选一个表格', lead: '可以用 .xlsx、.xls、.csv。此时只是读一下，什么都不写入。', need: '要准备：表格文件；主管本人在场，预览和写入各输一次 PIN。', pick: '选择文件…', reading: '正在读取…',
    },
    columns: {
      title: '每一列是什么', lead: '请看每一列该作为什么导入。例子都已遮盖。', guessed: '程序按表头猜好了，请核对。', notGuessed: '这些列程序认不出来，请逐列选定。', sheet: '工作表', use: '导入这张表', rows: '{{count}} 行', header: '表头', sample: '例子', target: '作为', skip: '不导入', noHeader: '没有认出表头。要导入这张表，请选出哪一行是表头，再说每一列是什么；第一行就是住户的，请选没有表头。', noRow: '没有表头', useNoRow: '没有表头，第一行就是住户', letter: '{{letter}} 列', firstRows: '表的开头几行，已遮盖', useRow: '第 {{row}} 行是表头', headerRow: '表头在', chooseRow: '请选一行', otherRows: '另有 {{count}} 行是标题或说明，不导入', remembered: '按上次的对应填好了。', forget: '忘掉，重新猜', ownerCode: '业主编号（各表互相对照）',
      needs: '每张表至少要有房号（或楼栋、房间），或者姓名加上电话、证件号、业主编号中的一样。', targetGroups: { person: '住户', room: '房屋', car: '车辆和车位' }, relation: '与房屋的关系', idType: '证件类别', pinyin: '姓名读音', supervisor: '预览要主管的 PIN', preview: '预览', previewing: '正在比对…',
      targetOf: '“{{header}}”作为',
    },
    preview: {
      title: '会变成这样', lead: '还没有写入。看过无误，再确认。', counts: { rows: '总行数', new: '新增', changed: '更新', same: '不变', ambiguous: '要问', rejected: '不收', rooms: '房屋', vehicles: '车辆', spaces: '车位' }, list: '逐行预览', row: '第 {{row}} 行', confirm: '写入要主管再输一次 PIN',
      write: '写入 {{count}} 行', nothing: '没有可写入的行。', partly: '这里列出一部分，全部都会写入。', all: '全部',
    },
    progress: {
      title: '正在写入', lead: '可以取消：取消后一行也不会写入。', phases: { reading: '读取', checking: '比对', writing: '写入', finishing: '收尾', undoing: '撤销' }, of: '{{done}} / {{total}} 行', left: '约剩 {{time}}', unknown: '正在估算', cancel: '取消，全部不写', cancelling: '正在取消…',
    },
    result: {
      title: '导入完成', created: '新增 {{count}} 人', changed: '更新 {{count}} 人', same: '{{count}} 行与档案相同', rejected: '{{count}} 行没有收', reasons: '没有收的行',
      counter: '回到柜台', another: '再导入一个',
    },
    questions: {
      lead: '这些行的姓名对得上，别的对不上，程序不敢替您认。请逐行说定，或一次说定其余的。', rest: '其余都算', same: '同一人', other: '另一人', 'leave-out': '先不收', colon: '：', inRecords: '档案里', inRow: '本表第 {{row}} 行',
      differs: { phone: '电话不同', idNumber: '证件号不同' }, open: '还有 {{count}} 行没有说定。', unlisted: '另有 {{count}} 行没有列出，按“其余都算”办；可能是几个人的，先不收。', keys: '按 1 同一人，2 另一人，3 先不收。', needed: '还有 {{count}} 行没有说定，说定了才能写入',
    },
    rejects: {
      title: '改好再导入', lead: '可以把没有收的行存成一个表格，每行写明原因。改好后直接导入它，已收的不会重复。', holds: '存出的表格是明文，有姓名、电话和证件号。请存在别人拿不到的地方，导入以后马上擦除。', choose: '选择存放位置…', elsewhere: '换个位置…',
      proof: '存出“{{file}}”要主管的 PIN', save: '存出表格', saving: '正在存…', saved: '已存出 {{count}} 行：{{file}}',
    },
    original: {
      there: '原来的表格“{{file}}”还在，仍是明文', can: '程序可以用乱码盖写它再删除，不进回收站。在机械硬盘上，盖写过的内容找不回来。',
      cannot: '在固态硬盘、U 盘上，或磁盘带快照、文件在网络盘上时，盖写不一定落在原来的位置，旧内容可能还留着，程序管不到；整盘加密才管得住。', copies: '微信、邮箱、U 盘和备份里的副本要您自己删。',
      dispose: '擦除原表格…', confirm: '确定擦除，不能恢复', keep: '先留着', busy: '正在擦除…', gone: '“{{file}}”已盖写并删除。', named: '这个文件在别处还有一个名字（硬链接），名字还在，内容已经没有了。',
    },
    leave: '退出导入',
  },

  undo: { edited: '后来又有人改过 {{count}} 处', notListed: '还有 {{count}} 处没有列出', keepEdited: '改过的留着，不撤销' },

  imports: {
    title: '以前的导入', lead: '导错了可以撤销：新增的去掉，改过的改回来，其他档案不动。', columns: { when: '时间', who: '经办', file: '文件', rows: '行数', created: '新增', changed: '更新', rejected: '不收', state: '撤销' },
    undoneBy: '{{name}} 已于 {{time}} 撤销', tooOld: '旧版本做的，不能撤销', undo: '撤销…', undoOf: '撤销“{{file}}”', empty: '还没有导入过表格。', undoTitle: '撤销“{{file}}”', willRemove: '去掉这次新增的 {{count}} 人', willRestore: '{{count}} 人改回导入前的样子',
    willFree: '去掉这次新增、没有别人用的房屋（共新增 {{count}} 处）', gone: '{{count}} 项旧内容满 30 天已清除，改不回来，现在的内容留着', nothing: '这次导入没有改动档案，撤销只是记一笔。', what: { created: '新增的人', changed: '更新过的人', room: '房屋' },
    proof: '撤销要主管的 PIN', confirm: '撤销这次导入', running: '正在撤销', cancel: '取消，全部不动', undone: '已撤销：去掉 {{removed}} 人、{{rooms}} 处房屋，{{restored}} 人改回原样。', kept: '改过的 {{count}} 处留着没动。',
  },

  log: {
    sheet: '恢复单', roomNote: '房屋的办理记录', newDay: '到期结束 {{ended}} 项，清除满 30 天的旧值 {{gone}} 项', patterns: '写法 {{patterns}} 种，重认 {{moved}} 间，未改 {{kept}} 间', title: '操作记录', and: '，', lead: '每次登录、查找、核对、显示、修改都在这里，改不了。', verify: '核对记录', verifying: '正在核对…', good: '{{count}} 条全部接得上。', bad: '第 {{seq}} 条起有问题：{{problem}}。', badNowhere: '有问题：{{problem}}。', head: '末尾指纹',
    columns: { seq: '序号', time: '时间', who: '经办', action: '事项', person: '住户', field: '内容', reason: '事由', outcome: '结果' }, older: '更早的记录', empty: '还没有记录。', back: '回到柜台', with: '会签 {{name}}', ticket: '单号 {{ticket}}', end: '已到最早一条。',
  },

  help: {
    title: '按键', groups: { find: '查找', person: '住户', all: '随时' }, keys: {
      type: '直接打字就是查找',
      number: '开头按数字或 #：按号码查，输入的号码不留在别处',
      arrows: '选择结果',
      enter: '打开',
      narrow: '只看房间、姓名、电话、车牌，再按看下 50 条；按 0 看全部',
      task: '选要办的事',
      verify: '核对来人',
      reveal: '显示一项（默认第一个电话）',
      note: '记一笔',
      escape: '隐藏、返回',
      add: '添加住户',
      rooms: '查房屋',
      import: '导入表格',
      privacy: '对客视图：只显示来人可以看的',
      handover: '交接班：看这一班的交接单，选接班人',
      lock: '立即锁定',
      zoomIn: '放大',
      zoomOut: '缩小',
      zoomReset: '恢复原来大小',
      help: '显示这张表',
    } satisfies Words<KeyId>,
  },

  records: {
    nothing: '没有登记居住、车辆等情况。', add: '添加登记', addTitle: '添加{{kind}}', editTitle: '修改{{kind}}', over: '已结束 {{count}} 条', optional: '{{label}}（可不填）', dayHint: '如 2026-01-31',
    wrong: { needed: '这一项要填。', day: '请写成 2026-01-31 的样子。', number: '请填数字，最多两位小数。' }, deposit: '押金 {{deposit}} 元', vaccinated: '{{day}} 免疫', given: '{{day}} 告知', consented: '{{day}} 同意', withdrawn: '{{day}} 撤回',
    end: '结束…', withdraw: '撤回同意…', remove: '录错了，删除…', endsOn: '从哪天起结束', withdrawnOn: '哪天撤回的', removeLead: '只用于录错的：删除后这一条不再保留，里面加密的内容也一并删除。真正结束了的，请用“结束”。',
    ways: { save: '保存', end: '确认结束', remove: '确认删除' },
  },
  merge: {
    title: '合并重复的档案', choose: '请在上面的查找框里找另一份档案，选中后按回车。', lead: '并入的那份，居住、车辆等登记和联系方式都归到保留的档案；放不下的封存 30 天。', stays: '保留这一份', goes: '并入这一份', swap: '换过来', mayDiffer: '证件号不同，已查明是同一个人', submit: '合并', merging: '正在合并…',
    earlier: '30 天内并入这份档案的', when: '{{at}} 由 {{name}} 合并，{{until}} 前可以撤销', undo: '撤销…', undoTitle: '撤销合并 · {{name}}', undoLead: '两份档案变回合并前的样子，登记、电话、证件号、办理记录各归各的。合并以后新加的，留在这一份。', undoSubmit: '撤销合并', undoing: '正在撤销…',
    logged: { gone: '并入住户 {{id}}', into: '住户 {{id}} 并入本档案', apart: '住户 {{id}} 重新分开，留下改过的 {{kept}} 处', back: '与住户 {{id}} 重新分开' }, ownFacts: '姓名、性别等',
  },
  guardian: { how: '监护人是', linked: '在档的人', words: '不在档，写姓名电话', room: '监护人住的房号', find: '查找', nobody: '这个房号没有登记的住户。', whichRoom: '是哪一间', who: '{{room}} 的住户', open: '打开监护人档案', minor: '这位住户登记了监护人：告知和同意都找监护人。' },
  replaced: {
    title: '被换掉的内容', lead: '换掉或删除的加密内容封存 30 天。放回时不显示内容，现有的一项随之封存。', none: '30 天内没有换掉过什么。', when: '{{replaced}} 换下，保留到 {{until}}', restore: '放回',
  },
  room: {
    title: '房屋', panel: '房屋资料', none: '打开一处房屋', noneLead: '左边写房号，选一处。', people: '现在的住户', before: '以前的住户 {{count}} 人', nobody: '现在没有登记住户。', morePeople: '人数较多，这里列出前 200 位。', facts: '房屋情况', area: '{{area}} ㎡',
    yesNo: { yes: '有', no: '没有' }, editTitle: '修改房屋', statusText: '表格里原来写的是“{{words}}”。', find: '查找房屋', findLead: '有没有人住的房屋都能查到。', livedIn: '有人住', notLivedIn: '没有登记住户', more: '还有更多，请把房号写完整。', unknown: '没有这处房屋。', add: '添加房屋“{{text}}”',
  },

  staff: {
    title: '人员', lead: '谁能打开档案柜。添加、离职、换岗位、忘了 PIN 都在这里办，每件事要谁到场，点开会先说清楚。', you: '（您）', never: '还没有登录过',
    columns: { name: '姓名', role: '岗位', since: '加入', last: '上次登录', state: '情况', actions: '办理' },
    flags: { closed: '入口已关闭', waiting: '要等 {{wait}}', dormant: '90 天没有登录', twoRoles: '一人两岗', last: '最后一位', suspended: '当时不在场，入口已关' },
    actions: { add: '添加人员', role: '换岗位', reset: '重设 PIN', rename: '改名字', leave: '离职', open: '重开入口' } satisfies Words<StaffCeremony>,
    titles: { add: '添加人员', role: '{{name}}换岗位', reset: '给{{name}}重设 PIN', rename: '给{{name}}改名字', leave: '{{name}}离职', open: '给{{name}}重开入口' } satisfies Words<StaffCeremony>,
    rail: '办理步骤', steps: { what: '说明', proof: '到场输入', done: '办好了' } satisfies Words<CeremonyStep>, cancel: '不办了', toList: '回到人员列表',
    points: {
      'add-receptionist': '前台能查找、核对，凭 PIN 和事由一次看一项联系方式，看不到证件号。', 'add-supervisor': '主管能打开每一项资料，能会签、导入、确认警报。', 'add-admin': '管理员管人员、规则、钥匙和备份，打不开业主的电话和证件号。',
      ownPin: '新 PIN 由本人当场输入，别人不看、不记。', role: '换岗位就是换钥匙：旧 PIN 马上作废，新岗位用新 PIN。', reset: '忘了的 PIN 找不回来，只能换新钥匙、设新 PIN。', resetOpens: '等待和关闭的入口一并解除。',
      rename: '名字马上改好，登录画面和操作记录都用新名字。PIN 不变。', leave: '{{name}}的入口、名册和钥匙马上取消，再也登录不了。', leaveKeys: '他用过的钥匙要在 24 小时内更换，换好以前，每个画面都会红字提醒。', leaveLog: '他以前办的事仍留在操作记录里，名字照旧。',
      open: '输错太多次，入口要等待或已关闭。{{name}}还记得 PIN 的，在这里解除。', openForgot: '不记得了，请用“重设 PIN”。',
    },
    who: '是谁', somebodyNew: '新来的人', sameAs: '已有的人：{{name}}', nameHint: '登录画面上显示。有同名的，后面加上区别。', newName: '新名字',
    twoRolesWarn: '一个人担任两个岗位，少了一道互相监督。可以这样做，但列表和检查资料里会注明。两个岗位各用一个 PIN。', leaveTwoRoles: '这位还有另一个岗位，要另外办一次。',
    need: { title: '要到场的人', newcomer: '新来的人本人，自己输入 PIN', owner: '本人，自己输入新 PIN', supervisor: '一位主管，输入自己的 PIN', admin: '另一位管理员，输入自己的 PIN', root: '另一位建柜时的管理员或主管，输入自己的 PIN', orSheet: '（或取出恢复单）', you: '您（管理员），输入自己的 PIN' },
    part: { owner: '{{name}}本人', supervisor: '主管', admin: '另一位管理员', root: '另一位建柜人', you: '您（管理员）' },
    second: { who: '谁在场', choose: '请选', pin: '他的 PIN', sheet: '用恢复单', nobody: '现在没有别的主管，这件事办不了。' },
    submit: { add: '添加', role: '换岗位', reset: '重设 PIN', rename: '改名字', leave: '确认{{name}}离职', open: '重开入口' } satisfies Words<StaffCeremony>,
    done: { add: '已添加{{name}}（{{role}}），现在就可以登录。', role: '{{name}}现在是{{role}}，请用新 PIN 登录。', reset: '{{name}}的 PIN 已重设，旧 PIN 作废。', rename: '已改为{{became}}。', leave: '{{name}}已离职，入口已取消。', open: '{{name}}的入口已重开，可以用原来的 PIN 登录。' } satisfies Words<StaffCeremony>,
    doneTwoRoles: '登录画面上会有两个同名的入口，按岗位选。', doneKeys: '请在 24 小时内更换档案库的钥匙和两级资料的钥匙。',
  },
  due: { theft: '被盗：还差 {{left}} 步', theftTell: '怀疑被盗，钥匙还没有全部换好。请告诉管理员和主管。', today: '今天 {{time}} 前换钥匙', tomorrow: '明天 {{time}} 前换钥匙', over: '换钥匙已过期', tell: '有人离职，他用过的钥匙要更换。请告诉管理员。', go: '去换钥匙' },
  changePin: { title: '改 PIN', lead: '改好后旧 PIN 马上作废，别人不受影响。', before: '现在的 PIN', submit: '改 PIN', done: 'PIN 已改好，下次登录用新的。', open: '改我的 PIN…' },
  shift: {
    title: '交接班', lead: '下面是您这一班办过的事。请接班人看过，再选接班人；画面随即锁上，由他输入自己的 PIN。', button: '交接班', next: '谁来接班', nobody: '没有别人可以接班。', print: '打印交接单', printed: '已送到打印机。', paper: '交接班单',
    of: '{{name}} · {{role}}', span: '{{from}} 至 {{until}}', counts: { searches: '查找', opened: '打开档案和房屋', verified: '核对', revealed: '显示内容', emergencies: '紧急打开', changed: '登记和修改', wrongPins: 'PIN 输错' } satisfies Words<ShiftCount>, copies: '没有收回的打印件',
    reveals: '显示过的内容', noReveals: '这一班没有显示过内容。', moreReveals: '只列出最近 {{count}} 项，其余见操作记录。', columns: { seq: '记录号', at: '时间', field: '内容', reason: '事由' },
    head: '操作记录的末尾', headWhy: '把号码和指纹抄在交接本上或打印出来：日后有人改动记录，以纸上为准。', headSeq: '第 {{seq}} 条', signature: { from: '交班人签字', to: '接班人签字' },
  },

  unsaved: { title: '有没保存的内容', lead: '现在离开，刚填的就没有了。', stay: '继续填写', discard: '不要了，离开' },

  task: {
    title: '来人要办什么', find: '数字或首字母，如 3、bg', none: '没有这件事。换一个字试试。', button: '办事', strip: '正在办：{{task}}', end: '不办了', unsaid: '不说：{{what}}', and: '、', plate: '车牌，如 桂M12345、m123',
    steps: { find: '找到住户', plate: '按车牌找', room: '问房间', verify: '核对来人', 'verify-other': '核对另一方', call: '看电话并拨打', open: '显示一项', full: '打开全部', extract: '按来文提供', glass: '紧急打开', note: '记一笔' },
  },
  note: {
    title: '记一笔', list: '办理记录', add: '记一笔', none: '还没有办理过什么。', older: '更早的', read: '看内容', task: '办的是', choose: '请选', outcome: '结果', room: '哪一处房屋', words: '说明（可不填）', wordsHint: '加密保存，看时要 PIN 和事由。', save: '记下',
  },
  glass: {
    title: '紧急打开', lead: '紧急联系人和全部电话一次打开，显示 60 秒，每项记一条，主管会看到。', words: '出了什么事', wordsHint: '例如：12 楼漏水，业主不在。至少 4 个字。', open: '紧急打开', shown: '紧急联系方式正在显示',
    count: '紧急打开 {{count}}', page: '紧急打开的记录', pageLead: '逐条看过、问过再确认，确认也会记下。', none: '没有待确认的。', found: '问过的情况', foundHint: '例如：已问当班，确有漏水。至少 4 个字。', acknowledge: '确认', acknowledgeOf: '确认{{name}}的紧急打开',
    yourOwn: { another: '这是您自己打开的，要由另一位主管确认。', 'you-alone': '这是您自己打开的。现在没有别的主管，可以由您自己确认，日志会写明是本人确认。' },
    seenBefore: '已确认', seenBy: '{{name}}于 {{time}} 确认：{{words}}',
  },
  roomCheck: { title: '访客要去哪个房间', room: '房号', ask: '查房间' },

  settings: {
    title: '设置', language: '语言', theme: '外观', zoom: '大小', idle: '多久不动就自动锁定', idleSeconds: '{{seconds}} 秒', version: '版本 {{version}}', kept: '改动立即生效。',
  },
};

/** The keys of the Chinese, with any wording. */
type Worded<T> = T extends string ? string : { readonly [K in keyof T]: Worded<T[K]> };
export type Messages = Worded<typeof zhCN>;
