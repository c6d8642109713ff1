/** What the tabs are called. */
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';
import type { Tab } from '../pages/define-page.ts';

export const tabWords = {
  tabs: {
    search: ['查找', 'Search'],
    shift: ['交接班', 'Handover'],
    rooms: ['房屋', 'Rooms'],
    import: ['导入', 'Imports'],
    pending: ['待处理', 'To review'],
    log: ['操作记录', 'Log'],
    tracing: ['追查', 'Trace'],
    papers: ['登记簿', 'Paper register'],
    outgoing: ['对外提供', 'Disclosures'],
    cleanup: ['清查', 'Clean-up'],
    inspection: ['迎检', 'Inspection'],
    procedures: ['制度与培训', 'Procedures and training'],
    consent: ['告知与请求', 'Consent and requests'],
    rectification: ['整改与事件', 'Rectification and incidents'],
    registers: ['台账', 'Registers'],
    todo: ['我的待办', 'My tasks'],
    overview: ['概况', 'Overview'],
    staff: ['人员', 'Staff'],
    rules: ['规则', 'Rules'],
    keys: ['密钥与备份', 'Keys and backups'],
  } satisfies Words<Tab>,
} satisfies WordTree;
