/** Words of records that pages and papers share. */
import type {
  Basis,
  FieldId,
  IdType,
  OpenDetail,
  PersonKind,
  Purpose,
  RecordKind,
  Relation,
  Sex,
  SpaceKind,
} from '../fields.ts';
import type { Words } from './wording.ts';

export const RELATION_WORDS: Words<Relation> = {
  owner: ['业主', 'Owner'],
  'co-owner': ['共有人', 'Co-owner'],
  'right-of-residence': ['居住权人', 'Right of residence'],
  family: ['家属', 'Family'],
  tenant: ['租客', 'Tenant'],
  temporary: ['临时', 'Temporary'],
};

export const PERSON_KIND_WORDS: Words<PersonKind> = {
  person: ['个人', 'Person'],
  company: ['单位', 'Company'],
};

export const SEX_WORDS: Words<Sex> = {
  male: ['男', 'Male'],
  female: ['女', 'Female'],
  unknown: ['未填写', 'Not given'],
};

export const ID_TYPE_WORDS: Words<IdType> = {
  'resident-id': ['居民身份证', 'Resident ID card'],
  'residence-permit': ['港澳台居住证', 'Residence permit (HK, Macau, Taiwan)'],
  'permanent-residence': ['外国人永居证', 'Permanent residence card'],
  passport: ['护照', 'Passport'],
  'company-code': ['统一社会信用代码', 'Company code (USCC)'],
  other: ['其他证件', 'Other document'],
};

export const FIELD_WORDS: Words<FieldId> = {
  name: ['姓名', 'Name'],
  sex: ['性别', 'Sex'],
  phone: ['电话', 'Phone'],
  email: ['邮箱', 'Email'],
  wechat: ['微信', 'WeChat'],
  address: ['地址', 'Address'],
  emergency: ['紧急联系人', 'Emergency contact'],
  remark: ['备注', 'Remark'],
  idNumber: ['证件号', 'ID number'],
  birthday: ['生日', 'Birthday'],
  bankCard: ['银行卡号', 'Bank card'],
  plate: ['车牌', 'Plate'],
  note: ['办理记录', 'Counter note'],
  guardian: ['监护人', 'Guardian'],
  certificate: ['产权证号', 'Title certificate'],
  contractor: ['装修单位', 'Contractor'],
  contractorPhone: ['装修电话', 'Contractor phone'],
  foreman: ['装修负责人', 'Renovation contact'],
  petLicence: ['养犬证号', 'Pet licence'],
};

export const DETAIL_WORDS: Words<OpenDetail> = {
  room: ['房号', 'Room'],
  relation: ['与房屋的关系', 'Relation to the room'],
  share: ['份额', 'Share'],
  from: ['起', 'From'],
  until: ['止', 'Until'],
  brand: ['品牌', 'Brand'],
  colour: ['颜色', 'Colour'],
  vehicleKind: ['车型', 'Vehicle type'],
  carPark: ['停车场', 'Car park'],
  code: ['车位号', 'Space number'],
  spaceKind: ['车位性质', 'Space type'],
  deposit: ['押金', 'Deposit'],
  breed: ['品种', 'Breed'],
  vaccinatedOn: ['免疫日期', 'Vaccinated on'],
  purpose: ['用途', 'Purpose'],
  basis: ['依据', 'Basis'],
  noticeVersion: ['告知书版本', 'Version of the notice'],
  givenOn: ['告知日期', 'Notice given on'],
  consentedOn: ['同意日期', 'Consented on'],
  withdrawnOn: ['撤回日期', 'Withdrawn on'],
  way: ['告知方式', 'Told by'],
  consenter: ['谁同意', 'Who consents'],
  follows: ['撤回后', 'After that'],
  floor: ['楼层', 'Floor'],
  totalFloors: ['总层数', 'Floors'],
  lift: ['电梯', 'Lift'],
  layout: ['户型', 'Layout'],
  area: ['建筑面积', 'Built area'],
  innerArea: ['套内面积', 'Inner area'],
  sharedArea: ['公摊面积', 'Shared area'],
  usage: ['房屋用途', 'Use of the room'],
  status: ['房屋状态', 'State of the room'],
  deliveredOn: ['交房日期', 'Delivery date'],
};

export const RECORD_KIND_WORDS: Words<RecordKind> = {
  occupancy: ['居住', 'Occupancy'],
  lease: ['租赁', 'Lease'],
  vehicle: ['车辆', 'Vehicle'],
  space: ['车位', 'Parking space'],
  renovation: ['装修', 'Renovation'],
  pet: ['宠物', 'Pet'],
  notice: ['告知与同意', 'Notice and consent'],
};

export const SPACE_KIND_WORDS: Words<SpaceKind> = {
  owned: ['产权', 'Owned'],
  leased: ['租用', 'Leased'],
  temporary: ['临时', 'Temporary'],
};

export const PURPOSE_WORDS: Words<Purpose> = {
  service: ['日常物业服务', 'Property service'],
  fees: ['收费', 'Fees'],
  parking: ['停车', 'Parking'],
  access: ['门禁门卡', 'Doors and cards'],
  renovation: ['装修管理', 'Renovation'],
  notices: ['通知联系', 'Keeping in touch'],
  emergency: ['紧急联系', 'Contact in an emergency'],
  ownership: ['核对产权', 'Checking ownership'],
  pets: ['宠物登记', 'Registration of pets'],
  identity: ['核实身份（证件号码）', 'Checking identity (ID number)'],
  bank: ['银行代扣和退款', 'Bank debits and refunds'],
  minors: ['未满14周岁的人的资料', 'Data of people under fourteen'],
  rights: ['证明已告知、同意和办理', 'Proof of notice, consent and what was done'],
  other: ['其他用途', 'Another purpose'],
};

export const BASIS_WORDS: Words<Basis> = {
  consent: ['本人同意', 'Consent'],
  contract: ['履行合同', 'Contract'],
  'legal-duty': ['法定义务', 'Legal duty'],
  emergency: ['紧急情况', 'Emergency'],
  public: ['已公开信息', 'Public already'],
};
