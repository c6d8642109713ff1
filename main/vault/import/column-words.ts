/** The words of headings, as data: what each target is called in lists and in the templates of property systems. */
import type { FieldId } from '../../../contract/fields.ts';
import type { ColumnTarget } from '../../../contract/import/views.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Beside the words of the fields themselves (contract/fields.ts). */
export const MORE_OF_FIELD: Readonly<Partial<Record<FieldId, readonly string[]>>> = {
  name: words(
    '产权单位 产权单位人 产权单位或个人 业主单位 户主 户主姓名 房主 房主姓名 产权人姓名 产权所有人 所有权人 权利人 权利人姓名 住户 住户名称 住户名 用户名称 用户姓名 客户名 户名 真实姓名 业主名 业主或住户 业主客户名称 购房人 购房人姓名 买受人 买受人姓名 居民姓名 人员姓名 商户名称 商户姓名 车主 车主姓名',
  ),
  sex: words('业主性别 户主性别'),
  phone: words(
    '联系号码 移动电话 业主手机号 业主手机号码 业主联系电话 业主联系方式 业主电话号码 住户电话 户主电话 户主手机 户主联系电话 房主电话 客户电话 备用手机号 备用电话 其他电话 固定电话 固话 座机 宅电 家庭电话 住宅电话 电话一 电话二 手机一 手机二 联系电话一 联系电话二 业主住户联系电话 常用电话 短信电话 tel telephone',
  ),
  wechat: words('微信号码 业主微信'),
  email: words('电子邮件 邮件'),
  address: words(
    '户籍地 户籍所在地 户口所在地 户籍详细地址 身份证地址 身份证住址 通信地址 邮寄地址 户籍住址',
  ),
  emergency: words('应急联系人 紧急联络人 紧急联系人电话 应急联系电话 紧急联系人姓名 紧急联系人及电话'),
  remark: words('备注信息 备注说明 业主备注 其他 其他说明 附注 特殊情况 情况说明 特殊情况说明 其它'),
  idNumber: words(
    '证件 证号 业主证件 户主证件 房主证件 业主身份证号 业主身份证号码 业主身份证 业主证件号 业主证件号码 证件编号 身份证件号码 公民身份号码 身份号码 身份证明号码 有效证件号码 业主身份证件号码 户主身份证号 户主身份证',
  ),
  birthday: words('出生年月日 出生年月 出生日 业主生日'),
  plate: words('车辆牌照 车辆 车辆信息 车辆号牌 号牌号码 车号 机动车号牌 业主车牌 车牌信息'),
};

/** Headings of the columns that are no field of a person. */
export const OTHER_COLUMNS: Readonly<Record<Exclude<ColumnTarget, FieldId>, readonly string[]>> = {
  estate: [
    ...words(
      '现住小区建筑 现住小区 小区 小区名称 小区名字 项目 项目名称 楼盘 楼盘名称 组团 组团区域 苑区 期区 区域 分期 期数 期 分区 苑期区 所属小区 所属项目 estate',
    ),
  ],
  building: words(
    '楼号 楼栋 楼栋号 栋 栋号 栋数 栋编号 幢 幢号 楼幢 座 座号 座栋 楼座 楼宇 楼宇名称 楼宇号 楼 楼栋编号 楼栋名称 楼栋名 所属楼宇 所属楼栋 楼阁名称 幢名 栋座 楼栋座 房屋楼栋 building',
  ),
  unit: words('单元 单元号 单元编号 单元名称 单元名 所属单元 单元座 门 梯 梯号 门洞 unit'),
  room: [
    ...words(
      '商铺 铺面 房间 房间号 房间名 室 室号 户室号 铺位 铺位号 商铺号 铺号 别墅号 别墅编号 门面号 店铺号 room',
    ),
    'room number',
  ],
  roomText: words(
    '幢室 栋室 栋房 幢房 坐落 专有部分坐落 不动产坐落 房号 房屋编号 房屋编码 房间编号 房间编码 房产编号 房产 房产简称 房屋 房屋号 房屋号码 房屋名称 房屋全称 房屋信息 房屋地址 房屋位置 房屋坐落 房间名称 门牌 门牌号 门牌号码 门号 楼栋房号 楼号房号 楼房号 栋房号 楼栋房间号 楼室号 房屋坐落位置 坐落 资产编号 房产名称 所属房屋 现居住地址 现住地址 居住地址 物业地址 住址 现住详细门牌 楼层房号 楼栋单元房号 楼栋单元室号 栋单元房号 幢单元室 幢室号 完整房号 住房编号 户室 房址',
  ),
  unitRoom: words('单元房号 单元室号 单元房间号 单元户号 单元门牌号'),
  innerArea: words('室内面积 套内面积 套内建筑面积 实用面积 使用面积 内面积'),
  sharedArea: words('分摊建筑面积 公摊建筑面积 公摊面积 分摊面积 公用面积'),
  usage: words('房屋类型 房产类型 物业类型 房间类型 房屋用途 用途 房屋性质 使用性质'),
  totalFloors: words('总层数 总楼层 楼层总数'),
  deliveredOn: words(
    '收楼日期 收房日期 入伙日期 交房日期 交房时间 收房时间 交付日期 交付时间 接房日期 接房时间 收楼时间 入伙时间',
  ),
  floor: words('楼层 所在楼层 层 层数 房屋楼层 floor'),
  layout: words('房屋户型 户型 房型 layout'),
  area: words(
    '建筑面积 面积 建面 房屋面积 产权面积 计费面积 收费面积 建筑面积平方米 建筑面积平米 房产面积 登记面积 房本面积 权证面积 实测面积 合同面积 房产证面积 专有部分面积 专有部分建筑面积 专有面积 area',
  ),
  status: words(
    '房屋状态 入住状态 房间状态 使用状态 状态 入住情况 居住状态 居住情况 房屋使用状态 收楼情况 交付状态 装修状态 使用情况 是否入住 房态 status',
  ),
  ownerCode: [...words('业主编号 业主编码 业主代码 客户编号 客户编码 住户编号'), 'owner code', 'owner id'],
  pinyin: [...words('拼音 姓名拼音 业主拼音 业主姓名拼音 住户拼音 读音 姓名读音 pinyin'), 'name pinyin'],
  relation: words(
    '业主类型 关系 与业主关系 与户主关系 与房主关系 与产权人关系 与房屋的关系 与房屋关系 与其他人员关系 住户类型 住户身份 人员类型 人员类别 客户类型 客户类别 业主客户类型 身份 身份类型 类别 关系类型 居住身份 成员类型 住户关系 住户类别 角色 标签 与权利人关系 relation',
  ),
  idType: [...words('证件类型 证件种类 证件名称 证件类别 业主证件类型 身份证件种类'), 'id type'],
  brand: words('品牌 车辆品牌 汽车品牌 车牌品牌 品牌型号 厂牌 厂牌型号 brand make'),
  colour: words('颜色 车辆颜色 车身颜色 车色 colour color'),
  vehicleKind: [...words('类型 车辆类型 车型 车辆种类 车辆型号'), 'vehicle type', 'type of vehicle'],
  carPark: [...words('停车场 停车场名称 停车场编号 车场 车库 停车区域'), 'car park', 'parking lot'],
  spaceCode: [
    ...words('车位 车位号 车位号码 车位编号 车位编码 停车位 停车位号 停车位编号 车库号 固定车位 space'),
    'space number',
    'parking space',
  ],
  spaceKind: [...words('车位性质 车位类型 车位类别 车位产权 租售 租售性质'), 'kind of space'],
  spaceFrom: [
    ...words(
      '起租 起租日期 起租时间 起租日 租赁开始 租赁开始日期 车位起租 车位起租日期 开始日期 起始日期 开始时间 from',
    ),
    'lease start',
  ],
  spaceUntil: [
    ...words(
      '截止 截止日期 截止时间 到期 到期日 到期日期 到期时间 租赁结束 租赁结束日期 租赁到期 车位到期 车位到期日期 结束日期 结束时间 终止日期 有效期至 有效期 有效期限 until',
    ),
    'lease end',
  ],
  tenantName: words(
    '经营户 经营户姓名 经营者 经营者姓名 经营人 商户 租户姓名 租客姓名 承租人 承租人姓名 租户 租客 租户名称 现租户 现租客 房客 房客姓名 使用人 使用人姓名 租住人 租赁人 租赁人姓名',
  ),
  tenantPhone: words(
    '经营户电话 经营者电话 经营户联系电话 经营户手机 商户电话 商户联系电话 租户电话 租客电话 房客电话 房客联系电话 房客手机号 承租人电话 租户手机 租户手机号 租户联系电话 租客手机 租客手机号 租客联系电话 承租人联系电话 租户联系方式 租客联系方式 承租人联系方式 承租人手机号 使用人电话',
  ),
  tenantId: words(
    '租户身份证号 租户身份证 租客身份证号 租客身份证 承租人身份证号 承租人身份证 承租人证件号码 租户证件号 租户身份证号码 租客身份证号码',
  ),
  coOwnerName: words('共有人 共有人姓名 共同业主 第二业主 共有权人 共有产权人 业主二 共有人名称'),
  coOwnerPhone: words('共有人电话 共有人手机 共有人手机号 共有人联系电话 共有人联系方式'),
  coOwnerId: words('共有人身份证号 共有人身份证 共有人证件号码 共有人身份证号码'),
  familyName: words(
    '家庭成员 家庭成员名单 家属 家属姓名 家庭成员姓名 同住人 同住人姓名 同住人员 配偶 配偶姓名 共同居住人 其他成员 家庭人员',
  ),
  familyPhone: words(
    '家属电话 家属手机 家属手机号 家属联系电话 家庭成员电话 家庭成员联系电话 同住人电话 配偶电话 配偶手机 配偶手机号 配偶联系电话',
  ),
  familyId: words('家属身份证号 家属身份证 家庭成员身份证号 同住人身份证号 配偶身份证号 配偶身份证'),
  occupantName: words(
    '现住人 现住人姓名 现住人员 现住户 现住户姓名 现居住人 现居住人姓名 现居人 实际居住人 实际居住人姓名 实际使用人 实际使用人姓名 实际住户 现使用人 居住人 居住人姓名 居住人员 实住人',
  ),
  occupantPhone: words(
    '现住人电话 现住人手机 现住人手机号 现住人联系电话 现住人联系方式 现住户电话 现住户手机号 现住户联系电话 现居住人电话 现居住人手机号 现居住人联系电话 现居住人联系方式 实际居住人电话 实际居住人手机号 实际居住人联系电话 实际使用人电话 实际使用人手机号 实际使用人联系电话 居住人电话 居住人手机号 居住人联系电话',
  ),
  occupantId: words(
    '现住人身份证 现住人身份证号 现住人证件号码 现居住人身份证号 现居住人证件号码 实际居住人身份证号 实际居住人证件号码 实际使用人身份证号 实际使用人证件号码 居住人身份证号',
  ),
  landlordName: words('房东 房东姓名 房东名称 出租人 出租人姓名 出租方 出租方姓名'),
  landlordPhone: words(
    '房东电话 房东手机 房东手机号 房东联系电话 房东联系方式 出租人电话 出租人手机号 出租人联系电话 出租人联系方式 出租方电话 出租方联系电话 出租方联系方式',
  ),
  landlordId: words(
    '房东身份证 房东身份证号 房东身份证号码 房东证件号码 出租人身份证号 出租人身份证号码 出租人证件号码',
  ),
  moveIn: words(
    '占用开始时间 占用开始日期 居住开始日期 居住开始时间 入住日期 入住时间 居住时间 入住年月 来住时间 居住起始日期 迁入日期',
  ),
  moveOut: words(
    '占用截止时间 占用截止日期 占用结束时间 占用结束日期 居住截止日期 居住结束日期 居住截止时间 居住结束时间 搬离日期 搬离时间 迁出日期 迁出时间 搬出日期 搬走日期 退房日期 退房时间 退租日期 退租时间 退租日',
  ),
  share: words('份额 产权份额 占有份额 共有份额 产权比例 所占份额'),
  coOwnerShare: words('共有人份额 共有人产权份额 共有人产权比例 共有人占有份额 共有权人份额'),
  familyRelation: words('家庭成员关系 家属关系 同住人关系 家属与户主关系 家属与业主关系'),
  leaseFrom: words(
    '租赁合同开始 租赁合同起 租赁合同开始时间 租约开始日期 租赁期限起 租期起始 租期开始 租期起 租赁开始时间 合同开始日期 合同开始 合同起始日期 租赁起始日期 租赁起始 租约开始 起租期 合同起 租赁合同开始日期',
  ),
  leaseUntil: words(
    '止租 止租日 止租日期 租期至 租至 租赁至 合同至 租赁合同结束 租赁合同止 租赁合同到期 租赁合同结束时间 租约结束日期 租赁期限止 租期结束 租期止 租期截止 租期到期 合同结束日期 合同结束 合同到期日 合同到期日期 合同截止日期 租赁截止 租赁截止日期 租约到期 租约到期日 租房到期 合同止 租赁合同结束日期 租赁到期日',
  ),
  leaseTerm: words(
    '租期 租住期限 租用期限 承租期限 租赁期限 租赁期 合同期限 租约期限 租赁日期 租赁时间 合同期 起止日期 租赁起止日期 合同起讫时间 合同起讫 租赁起讫时间',
  ),
};

/** Known, and kept nowhere. */
export const KEPT_NOWHERE: readonly string[] = words(
  '不动产单元号 共有情况 共有方式 登记时间 登簿时间 投票权数 票权数 序号 编号 行号 户号 水表号码 电表号码 是否有电梯 电梯 房屋属性 产权性质 认证状态 所属业主 人口类型 人口类别 人户关系 车牌类型 成员车辆 户编号 居住事由 房屋费用 费用开始时间 费用结束时间 费用编号 费用类型 楼栋属性 收费标准 项目编号 房产编号编码 店铺名称 业态 商户类别 是否低保 重点人员 拟居住期限 QQ号码 楼栋id 房间id 楼宇id id勿改 经手人 经办人 档案袋 档案号 档案编号 错误提示 未收原因 昵称 qq qq号 是否装防盗门 管家 客服管家 年龄 民族 业主民族 国籍 国别 政治面貌 婚姻 婚姻状态 婚姻状况 健康状况 文化程度 学历 职业 人脸 门禁卡号 业主卡号 卡号 户籍类型 户口类型 户籍性质 单价 物业费单价 物业费 租金 应缴金额 实缴金额 欠费金额 收银员 缴费周期 收费项目 缴费项目 费用项 收款 管理费 合计 小计 签名 签字 签收 签名栏 户数 人口数 家庭人数 居住人数 在住成员数 分包人 网格员 登记人 登记日期 填表人 填表日期 制表人 审核人 所属网格 网格 所属街道 街道 社区 所属社区 no no. 电表 水表 电表号 水表号 燃气表号 水表底数 电表底数 钥匙 钥匙数 收楼日期通知书',
);

/** Parts of a heading of several rows, or words before it, that say whose the column is. */
export const ROLE_WORDS: readonly (readonly [RegExp, Role])[] = [
  [
    /^(?:租户|租客|房客|承租人|承租方|租赁人|租住人|现租户|现租客|使用人|经营户|经营者|经营人|商户)/u,
    'tenant',
  ],
  [
    /^(?:共有人|共同业主|第[二三四](?:业主|产权人|权利人|所有权人|户主)|共有权人|共有产权人|次业主|(?:业主|产权人|户主|房主)[2-9二三四])/u,
    'coOwner',
  ],
  [/^(?:现居?住(?:人员?|户)|现居人|现使用人|实际(?:居住|使用)?(?:人|住户)|实住人|居住人员?)/u, 'occupant'],
  [/^(?:家属|家庭成员|家人|配偶|同住人员|同住人|共同居住人)/u, 'family'],
  [/^(?:房东|出租人|出租方)/u, 'landlord'],
  [/^(?:紧急联系人|紧急联络人|应急联系人|紧急)/u, 'emergency'],
  [
    /^(?:第一(?=业主|产权人|权利人|所有权人|户主))?(?:[现新]?(?:业主|户主|房主|产权人|产权所有人|所有权人|住户|业户|客户|权利人|购房人|买受人|居民|车主)[1一]?)/u,
    'owner',
  ],
];
export type Role = 'tenant' | 'coOwner' | 'family' | 'occupant' | 'landlord' | 'emergency' | 'owner';

/** In the cell of whoever lives there now: the owner of the row. */
export const OWNER_LIVES_THERE: ReadonlySet<string> = new Set(
  words(
    '本人 业主 业主本人 同业主 业主自住 自住 户主 户主本人 房主 房主本人 产权人 产权人本人 自有 自有房 自购 自购房',
  ),
);
/** A state or a use of a room that is let, as a whole; what is to be let, or was, is none. */
export const IS_LET =
  /^(?:(?:已|现|现已|正在|在|整套|对外)?(?:出租|租住|租赁|租用)(?:中|了|房|屋|户|状态)?|[已在现]租|租[房户客])$/u;

/** Somebody of the office, of whom nothing is kept. */
export const OF_THE_OFFICE =
  /经手|经办|管家|客服|物业人员|登记人|填表|制表|审核|开发商|销售|中介|推荐|收费员|网格|分包|包保|施工|装修公司/u;

/** Words of a heading that say nothing of whose its column is: the person's of the row where no others stand beside them. */
export const OWN_WORDS =
  /[及与和、](?:家庭|家属|妻|配偶)?成?员?|备注|家庭成员|名单|关系|业主|户主|房主|产权人|住户|客户|居民|权利人|购房人|车主|人员|姓名|名称|名字|身份证|证件|手机|移动|电话|联系|方式|座机|固话|固定|备用|家庭|家里|常用|主要|其[他它]|办公|单位|公司|公民|有效|住宅|登记|预留|注册|绑定|短信|微信|本人|个人|常住|号|码|编|的|或|[现新第一二三四五\d]|信息|资料|情况|list|no/gu;

/** Somebody beside the person of the row. */
export const SOMEBODY_ELSE =
  /[原前旧曾]|代|担保|监护|委托|法定|法人|介绍|推荐|送件|领取|紧急|应急|联系人|联络|父|母|配偶|子女|同住|保证|实际|现住|开票|收件/u;

/** What words within a heading make likely, when nothing else is known of it. */
export const LIKELY: readonly (readonly [RegExp, ColumnTarget])[] = [
  [/^(?:户主|业主|住户)(?:及|与|和)(?:家庭|家属|妻|配偶|成员)/u, 'name'],
  [/(?:姓名|业主|户主|住户).{0,2}(?:及|与|和|、).*(?:电话|手机|联系)/u, 'name'],
  [/家庭成员|家属|同住人/u, 'familyName'],
  [/单元.*(?:房|室|户)/u, 'unitRoom'],
  [/(?:楼|栋|幢|座).*(?:房号|房间|室|户号)|房屋(?:编|坐|位|地)|详细地址|门牌/u, 'roomText'],
  [/身份证|证件号/u, 'idNumber'],
  [/手机|电话|联系方式|座机|固话/u, 'phone'],
  [/车牌/u, 'plate'],
  [/车位/u, 'spaceCode'],
  [/姓名|业主名|户主名/u, 'name'],
  [/房号|房间|室号/u, 'roomText'],
  [/楼栋|楼号|栋号|幢号|楼座/u, 'building'],
  [/单元/u, 'unit'],
  [/备注|说明/u, 'remark'],
  [/建筑面积|建面/u, 'area'],
  [/(?:与.*关系|类别|身份$)/u, 'relation'],
  [/(?:交房|收房|收楼|入伙|交付)(?:日期|时间)/u, 'deliveredOn'],
  [/入住(?:日期|时间)/u, 'moveIn'],
  [/租(?:赁|期|约|房|金)?(?:合同)?(?:期限?)?(?:开始|起)/u, 'leaseFrom'],
  [/租(?:赁|期|约|房)?(?:合同)?(?:期限?)?(?:截止|结束|到期|终止|止)/u, 'leaseUntil'],
];
