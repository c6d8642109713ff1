/** Words of notices and case files, in Chinese; those of the summary in English. */
import type { FieldId } from '../../../contract/fields.ts';
import type {
  Certainty,
  IncidentKind,
  IncidentOrigin,
  IncidentScope,
  IncidentStep,
} from '../../../contract/incidents/lists.ts';

export const KIND_WORDS: Readonly<Record<IncidentKind, string>> = {
  leak: '泄露',
  tamper: '篡改',
  loss: '丢失',
};
export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  happened: '已发生',
  possible: '可能发生',
};
/** As in "personal information …". */
export const KIND_WORDS_EN: Readonly<Record<IncidentKind, string>> = {
  leak: 'leaked',
  tamper: 'altered',
  loss: 'lost',
};
/** In front of these. */
export const CERTAINTY_WORDS_EN: Readonly<Record<Certainty, string>> = {
  happened: 'was',
  possible: 'may have been',
};
export const ORIGIN_WORDS: Readonly<Record<IncidentOrigin, string>> = {
  own: '自行发现',
  paper: '纸质资料遗失',
  file: '对外提供的文件失控',
  alert: '系统警报',
  complaint: '住户投诉',
  authority: '主管部门告知',
};
export const SCOPE_WORDS: Readonly<Record<IncidentScope, string>> = {
  unknown: '尚不清楚',
  person: '一位住户',
  rooms: '部分房屋的住户',
  paper: '一份纸质资料上的住户',
  file: '一份对外提供的文件中的住户',
  alert: '警报前一日被查看的住户',
  everybody: '全部住户',
};
export const STEP_WORDS: Readonly<Record<IncidentStep, string>> = {
  opened: '立案',
  changed: '更新情况',
  counted: '核定涉及人数',
  'notice-authority': '拟写报告',
  'notice-people': '拟写告知书',
  'given-authority': '输出报告',
  'given-people': '输出告知书',
  'told-authority': '已报告主管部门',
  'told-people': '登记告知人数',
  'not-told': '决定不告知个人',
  measure: '列入整改',
  'case-file': '输出案卷',
  closed: '结案',
};

/** Kinds of information as a notice calls them. */
export const INFORMATION_WORDS: Readonly<Record<FieldId, string>> = {
  name: '姓名',
  sex: '性别',
  phone: '电话号码',
  email: '电子邮箱',
  wechat: '微信号',
  address: '住址',
  emergency: '紧急联系人',
  remark: '备注',
  idNumber: '证件号码',
  birthday: '出生日期',
  bankCard: '银行卡号',
  plate: '车牌号',
  note: '办理记录',
  guardian: '监护关系',
  certificate: '产权证号',
  contractor: '装修单位',
  contractorPhone: '装修电话',
  foreman: '装修负责人',
  petLicence: '犬证号',
};
