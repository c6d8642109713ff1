/** The words of the inventory in both languages. */
import type { Tier } from '../../contract/fields.ts';
import type { ClassGround, InventoryClass, LimitState, Subject } from '../../contract/inventory/lists.ts';
import { featureWords } from '../messages/i18n.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

const zhCN = {
  inventory: {
    title: '资料清单',
    lead: '系统里有哪些个人信息，为什么有，凭什么有，谁能看，存到什么时候。清单由系统字段生成，用途和依据由管理员核定。',
    ownRetention: '公司自定',
    wording: '保存期限另行写明（可不填）',
    wordingHint: '不填的，按公司的保存期限规则写出，规则改了这里跟着改。{{words}}',
    people: '处理个人信息的人数',
    companies: '另有单位',
    limits: '人数界线',
    limitColumns: { limit: '界线', state: '现状', means: '含义', source: '来源' },
    limitStates: { below: '未达到', near: '接近', reached: '已达到' } satisfies Words<LimitState>,
    limit: '{{title}} · {{people}} 人',
    findings: '{{count}} 项有资料，但没有写用途或依据。请管理员补上。',
    findings_other: '{{count}} 项有资料，但没有写用途或依据。请管理员补上。',
    needs: '需要补充',
    complete: '已写明',
    room: '房屋资料',
    columns: {
      item: '字段',
      class: '分类',
      purposes: '用途',
      bases: '依据',
      tier: '保护',
      count: '数量',
    },
    classes: { general: '一般', sensitive: '敏感' } satisfies Words<InventoryClass>,
    grounds: {
      standard: '按法律和国家标准',
      choice: '按敏感从严管理，是本系统的选择',
    } satisfies Words<ClassGround>,
    tiers: {
      open: '登录可见',
      masked: '脱敏，凭 PIN 查看',
      contact: '加密，联系方式',
      identity: '加密，身份信息',
    } satisfies Words<Tier>,
    subjects: {
      'emergency-contact': '紧急联系人',
      guardian: '监护人',
      contractor: '施工方',
    } satisfies Words<Exclude<Subject, keyof Relations>>,
    none: '未填写',
    and: '、',
    apart: '；',
    open: '查看“{{item}}”',
    previous: '上一项',
    next: '下一项',
    facts: {
      class: '分类',
      purposes: '用途',
      bases: '依据',
      retention: '保存期限',
      tier: '保护',
      who: '谁能查看',
      count: '现有数量',
      note: '说明',
      changed: '核定',
      source: '来源等级',
    },
    who: '{{roles}}：{{names}}',
    changedBy: '{{name}}，{{time}}',
    proposed: '按建议，尚未核定',
    change: '修改用途、依据和期限',
    changeTitle: '“{{item}}”的用途和依据',
    changeLead: '业主以外的人不是物业合同一方，不能用“履行合同”作依据。',
    basisOf: '{{subject}}的依据',
    bell: {
      findings: '资料清单待补 {{count}} 项',
      near: '人数接近界线：{{title}}',
      reached: '人数已达到界线：{{title}}',
    },
    log: { pages: '{{count}} 页', pages_other: '{{count}} 页' },
  },
  logActions: { 'inventory-change': '核定资料清单', 'inventory-print': '输出资料清单' },
  log: { areas: { inventory: '资料清单' } },
};

/** Relations have words of their own already. */
interface Relations {
  readonly owner: string;
  readonly 'co-owner': string;
  readonly 'right-of-residence': string;
  readonly family: string;
  readonly tenant: string;
  readonly temporary: string;
}

export const inventoryWords = featureWords(zhCN, {
  inventory: {
    title: 'Inventory of data',
    lead: 'Which personal information is here, what for, by what right, who can open it and how long it is kept. The list comes from the fields themselves; an admin settles purpose and basis.',
    ownRetention: "the company's own wording",
    wording: 'Own wording of how long it is kept (optional)',
    wordingHint: 'Left empty, it follows the rules of retention, and changes with them. {{words}}',
    people: 'People whose data is held',
    companies: 'Companies besides',
    limits: 'Limits by number of people',
    limitColumns: { limit: 'Limit', state: 'Now', means: 'What it means', source: 'Source' },
    limitStates: { below: 'Below', near: 'Near', reached: 'Reached' },
    limit: '{{title}} · {{people}} people',
    findings: '{{count}} line holds data without a purpose or a basis. An admin has to add it.',
    findings_other: '{{count}} lines hold data without a purpose or a basis. An admin has to add them.',
    needs: 'To be completed',
    complete: 'Complete',
    room: 'Facts of the room',
    columns: {
      item: 'Field',
      class: 'Class',
      purposes: 'Purpose',
      bases: 'Basis',
      tier: 'Protection',
      count: 'Held',
    },
    classes: { general: 'General', sensitive: 'Sensitive' },
    grounds: {
      standard: 'By law and national standard',
      choice: "Treated as sensitive by this product's own choice",
    },
    tiers: {
      open: 'Shown once signed in',
      masked: 'Masked, PIN to view',
      contact: 'Encrypted, contact',
      identity: 'Encrypted, identity',
    },
    subjects: {
      'emergency-contact': 'Emergency contact',
      guardian: 'Guardian',
      contractor: 'Contractor',
    },
    none: 'Not filled in',
    and: ', ',
    apart: '; ',
    open: 'View "{{item}}"',
    previous: 'Previous',
    next: 'Next',
    facts: {
      class: 'Class',
      purposes: 'Purpose',
      bases: 'Basis',
      retention: 'Kept until',
      tier: 'Protection',
      who: 'Who can open it',
      count: 'Held now',
      note: 'Note',
      changed: 'Settled',
      source: 'Grade of the source',
    },
    who: '{{roles}}: {{names}}',
    changedBy: '{{name}}, {{time}}',
    proposed: 'As proposed, not settled yet',
    change: 'Edit purpose, basis and time',
    changeTitle: 'Purpose and basis of "{{item}}"',
    changeLead: 'Only owners are party to the service contract; it is no basis towards anybody else.',
    basisOf: 'Basis towards: {{subject}}',
    bell: {
      findings: 'Inventory: {{count}} to complete',
      near: 'The number of people is near a limit: {{title}}',
      reached: 'The number of people has reached a limit: {{title}}',
    },
    log: { pages: '{{count}} page', pages_other: '{{count}} pages' },
  },
  logActions: { 'inventory-change': 'Inventory settled', 'inventory-print': 'Inventory given out' },
  log: { areas: { inventory: 'inventory' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly inventory: typeof zhCN;
  }
}
