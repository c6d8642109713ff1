/** Chinese words of the inventory, for papers and packs. The page has its own. */
import type { Basis, Purpose } from '../../../contract/fields.ts';
import type { InventoryItemId, Subject } from '../../../contract/inventory/lists.ts';

/** What each line of the inventory is called. */
export const ITEM_WORDS: Readonly<Record<InventoryItemId, string>> = {
  name: '姓名',
  sex: '性别',
  phone: '电话',
  email: '邮箱',
  wechat: '微信号',
  address: '地址',
  emergency: '紧急联系人',
  remark: '备注',
  idNumber: '证件号码',
  birthday: '出生日期',
  bankCard: '银行卡号',
  plate: '车牌号',
  note: '办理记录',
  guardian: '监护人',
  certificate: '产权证号',
  contractor: '装修公司',
  contractorPhone: '装修公司电话',
  foreman: '装修负责人',
  petLicence: '养犬证号',
  'record-occupancy': '房屋关系和起止日期',
  'record-lease': '租赁起止日期',
  'record-vehicle': '车辆品牌、颜色、车型',
  'record-space': '车位',
  'record-renovation': '装修起止日期和押金',
  'record-pet': '宠物品种和免疫日期',
  'record-notice': '告知与同意记录',
  room: '房屋资料',
};

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  service: '日常物业服务',
  fees: '收费',
  parking: '停车',
  access: '门禁门卡',
  renovation: '装修管理',
  notices: '通知联系',
  marketing: '推广',
  identity: '核实身份',
  bank: '银行代扣和退款',
  minors: '未满14周岁的人的资料',
  rights: '证明已告知和同意',
  other: '其他用途',
};

export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  consent: '本人同意',
  contract: '履行合同',
  'legal-duty': '法定职责',
  emergency: '紧急情况',
  public: '已公开信息',
};

export const SUBJECT_WORDS: Readonly<Record<Subject, string>> = {
  owner: '业主',
  'co-owner': '共有人',
  'right-of-residence': '居住权人',
  family: '家属',
  tenant: '租客',
  temporary: '临时居住人',
  'emergency-contact': '紧急联系人',
  guardian: '监护人',
  contractor: '施工方',
};

/** 业主、共有人：履行合同；家属：本人同意 */
export function basisWords(
  bases: readonly { readonly subject: Subject; readonly basis: Basis | null }[],
): string {
  const groups = new Map<string, string[]>();
  for (const { subject, basis } of bases) {
    const words = basis === null ? '未填写' : BASIS_WORDS[basis];
    groups.set(words, [...(groups.get(words) ?? []), SUBJECT_WORDS[subject]]);
  }
  return [...groups].map(([words, subjects]) => `${subjects.join('、')}：${words}`).join('；');
}
