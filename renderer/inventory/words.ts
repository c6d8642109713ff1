/** The words of the inventory in both languages. */
import {
  type ClassGround,
  INVENTORY_ACTION_WORDS,
  type InventoryClass,
} from '../../contract/inventory/lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import {
  ITEM_WORDS,
  LIMIT_STATE_WORDS,
  SUBJECT_WORDS,
  TIER_WORDS,
} from '../../contract/vocabulary/inventory.ts';

export const inventoryWords = {
  inventory: {
    title: ['信息清单', 'Inventory of data'],
    lead: ['有哪些个人信息、用途、依据、保存多久。', 'What is held, why and for how long.'],
    ownRetention: ['公司自定', "the company's own wording"],
    wording: ['保存期限另行写明（可不填）', 'Custom retention wording (optional)'],
    wordingHint: ['不填则按公司的保存期限规则显示，随规则更新。', 'Empty: follows your retention rules.'],
    people: ['处理个人信息的人数', 'People whose data is held'],
    companies: ['另有单位', 'Plus companies'],
    limits: ['人数界线', 'Limits by number of people'],
    limitColumns: {
      limit: ['界线', 'Limit'],
      state: ['现状', 'Now'],
      means: ['含义', 'What it means'],
      source: ['来源', 'Source'],
    },
    limitStates: LIMIT_STATE_WORDS,
    limit: ['{{title}} · {{people}} 人', '{{title}} · {{people}} people'],
    findings: [
      '{{count}} 项有资料，但未填写用途或依据，请管理员补充。',
      '{{count}} field has data but no purpose or basis. An admin has to add it.',
      '{{count}} fields have data but no purpose or basis. An admin has to add them.',
    ],
    needs: ['需要补充', 'To be completed'],
    columns: {
      item: ['字段', 'Field'],
      class: ['分类', 'Class'],
      purposes: ['用途', 'Purpose'],
      bases: ['依据', 'Basis'],
      tier: ['保护', 'Protection'],
      count: ['数量', 'Held'],
    },
    classes: {
      general: ['一般', 'General'],
      sensitive: ['敏感', 'Sensitive'],
    } satisfies Words<InventoryClass>,
    grounds: {
      standard: ['按法律和国家标准', 'By law and national standard'],
      choice: ['按敏感从严管理，是本系统的选择', 'Treated as sensitive by choice of this product'],
    } satisfies Words<ClassGround>,
    tiers: TIER_WORDS,
    items: ITEM_WORDS,
    subjects: SUBJECT_WORDS,
    none: ['未填写', 'Not entered'],
    apart: ['；', '; '],
    facts: {
      retention: ['保存期限', 'Kept until'],
      who: ['谁能查看', 'Who can open it'],
      count: ['现有数量', 'Held now'],
      note: ['说明', 'Note'],
      changed: ['核定', 'Confirmed'],
    },
    who: ['{{roles}}：{{names}}', '{{roles}}: {{names}}'],
    changedBy: ['{{name}}，{{time}}', '{{name}}, {{time}}'],
    proposed: ['按建议，尚未核定', 'As proposed, not confirmed yet'],
    change: ['修改用途、依据和期限', 'Edit purpose, basis and retention'],
    changeTitle: ['“{{item}}”的用途和依据', 'Purpose and basis of "{{item}}"'],
    changeLead: [
      '业主以外的人不是物业合同一方，不能用“履行合同”作依据。',
      'Only owners are party to the service contract; for anyone else the contract is not a basis.',
    ],
    basisOf: ['{{subject}}的依据', '{{subject}}'],
    bell: {
      findings: ['信息清单待补 {{count}} 项', 'Inventory: {{count}} to complete'],
      near: ['人数接近界线：{{title}}', 'Number of people close to a limit: {{title}}'],
      reached: ['人数已达到界线：{{title}}', 'Number of people reached a limit: {{title}}'],
    },
    log: { pages: ['{{count}} 页', '{{count}} page', '{{count}} pages'] },
  },
  logActions: INVENTORY_ACTION_WORDS,
  log: { areas: { inventory: ['信息清单', 'inventory'] } },
} satisfies WordTree;
