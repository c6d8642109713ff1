/** The page from which a supervisor shows an inspector around: masks alone, for a set time. */
import { featureWords } from '../messages/i18n.ts';
import { definePage } from '../pages/define-page.ts';

const zhCN = {
  inspection: {
    title: '检查查看',
    lead: '有关部门来检查时，由主管打开，限时查看。这段时间只显示脱敏内容，不能查看明文，不能修改、导出、打印；到时间自动锁定。',
    who: '检查人、单位、文书编号（至少 4 个字）',
    minutes: '时长',
    minutesOf: '{{count}} 分钟',
    minutesOf_other: '{{count}} 分钟',
    begin: '开始检查查看',
    now: '{{who}} 正在查看，到 {{time}} 为止。',
    end: '结束检查查看',
    banner: '检查查看：{{who}}，到 {{time}}。只显示脱敏内容。',
    toEnd: '去结束',
    ended: { pin: '主管结束', time: '到时锁定' },
  },
  logActions: { inspection: '检查查看', 'inspection-end': '检查查看结束' },
  log: { areas: { inspection: '检查查看' } },
};

const messages = featureWords(zhCN, {
  inspection: {
    title: 'Inspection',
    lead: 'For an authority that comes to inspect: a supervisor opens it for a set time. Only masks are shown meanwhile; nothing is revealed, changed, exported or printed. When the time is over the vault locks.',
    who: 'Who inspects, from where, by which document (at least 4 characters)',
    minutes: 'For how long',
    minutesOf: '{{count}} minute',
    minutesOf_other: '{{count}} minutes',
    begin: 'Begin the inspection',
    now: '{{who}} is looking, until {{time}}.',
    end: 'End the inspection',
    banner: 'Inspection: {{who}}, until {{time}}. Only masks are shown.',
    toEnd: 'End it',
    ended: { pin: 'by a supervisor', time: 'its time was over' },
  },
  logActions: { inspection: 'Inspection', 'inspection-end': 'Inspection ended' },
  log: { areas: { inspection: 'inspection' } },
});

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly inspection: typeof zhCN;
  }
}

export const inspectionPage = definePage({
  name: 'inspection',
  area: 'oversight',
  roles: ['supervisor'],
  title: (t) => t('inspection.title'),
  messages,
  log: {
    inspection: ({ t }, { minutes }) => t('inspection.minutesOf', { count: minutes }),
    'inspection-end': ({ t }, { by }) => t(`inspection.ended.${by}`),
  },
  load: () => import('./InspectionPage.tsx').then(({ InspectionPage }) => InspectionPage),
});
