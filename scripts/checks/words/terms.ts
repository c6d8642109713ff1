/** The table of terms: what a word was called, and what it is called now (docs/glossary.md). */
import type { Language } from '../../../contract/shell/settings.ts';

export interface Term {
  readonly language: Language;
  /** As it stands in the table. */
  readonly name: string;
  readonly old: RegExp;
  /** Files that it is looked for in, where that is not every one. */
  readonly only?: RegExp;
  readonly better: string;
  /** Tested against `file#key: text`; one that excuses nothing is a fault. */
  readonly unless: readonly Exception[];
}
interface Exception {
  readonly where: RegExp;
  readonly why: string;
}
/** `old → better`, one a line. */
type Table = string;

const PAIR = /^(.+?)→(.*)$/u;
const pairsOf = (table: Table): readonly (readonly [string, string])[] =>
  table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, old, better] = PAIR.exec(line) ?? [];
      if (old === undefined || better === undefined) throw new Error(`no pair: ${line}`);
      return [old.trim(), better.trim()];
    });
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The terms of tables whose old words stand in a text as `oldOf` says. */
const termsBy =
  (oldOf: (language: Language, old: string) => RegExp) =>
  (language: Language, table: Table, unless: Readonly<Record<string, readonly Exception[]>> = {}) =>
    pairsOf(table).map(([name, better]): Term => ({
      language,
      name,
      better,
      old: oldOf(language, escaped(name)),
      unless: unless[name] ?? [],
    }));

/** Anywhere in a text: Chinese has no spaces; of English the whole word, whatever its capitals. */
const words = termsBy((language, old) =>
  language === 'en' ? new RegExp(String.raw`(?<![\w-])${old}(?![\w-])`, 'iu') : new RegExp(old, 'u'),
);

/** The text as a whole, but for a mark at its end. */
const labels = termsBy((_, old) => new RegExp(`^${old}[….。:：]?$`, 'u'));

const pattern = (language: Language, old: RegExp, better: string, ...unless: readonly Exception[]): Term => ({
  language,
  name: String(old),
  old,
  better,
  unless,
});

const CHINESE_WORDS = `
  主管都不在了→主管均已离职
  核对指纹→核对校验码
  末尾指纹→记录校验码
  封存钥匙→资料密钥
  无从猜起→无法试出
  全部换一遍→全部更换
  人人换→全员更换
  收尾→完成登记
  不办了→取消办理
  不换了→取消更换
  不还原，→取消恢复，
  不试了→取消演练
  打开一位住户→请先查找住户
  数字方式→按号码查找
  按键→快捷键
  办事→办理业务
  来人怎么说→核实来访人身份
  核对来人→核实身份
  盖住的几位→中间隐藏的几位
  整个电话→完整手机号
  打开全部→查看完整档案
  紧急打开→紧急查看
  记一笔→登记办理结果
  已交给→已交付
  核对不上→身份不符
  不说：→请勿透露：
  重开入口→恢复登录
  入口已关→账号已停用
  入口已经关→账号已停用
  关掉入口→停用账号
  要等 →…后可登录
  他的 PIN→对方的 PIN
  遮盖规则→脱敏规则
  房号写法→房号格式
  会变成这样→导入预览
  每一列是什么→核对各列
  程序不敢→系统无法判断，请逐行确认
  试还原→恢复演练
  全部接得上→记录完整，未被改动
  有没保存的内容→内容尚未保存
  有一处对不上→数据核对异常
  不收→未导入
  没有说定→待确认
  被换掉的内容→历史资料
  放回→恢复
  换成新的→更换
  上次换→上次更换
  还没换→未更换
  最迟换→更换期限
  接着办→继续办理
  先停在这里→暂停办理
  马上备份→立即备份
  还没有试过→尚未演练
  不改了→取消修改
  换过来→互换
  录错了→删除误录
  到了限额→已达查看上限
  开头文件→档案柜主文件
  密码保管库→系统凭据库
  一字不差才找得到→须输入完整证件号
  结束应急→结束紧急查看
  问过的情况→核实情况
  办过的事→本班办理情况
  登记住处→登记本人住址
  取消建柜→取消创建
  认作→识别为
  别人的资料→他人资料
  记录另存→操作记录备份
  看过的行→已核对
  现在就存→立即保存
  检查查看→检查模式
  在成批查看→疑似批量查看
  从这里出去→在此办理
  给机关调取→提供机关调取
  叫停→终止移交
  对上了→核对一致
  怎么办的→办理方式
  改好为止→跟踪至整改完成
  有人投诉的是一个号码→按号码追查
  没有这处→不适用
  接着怎么办→后续处理
  法定职责→法定义务
  其余都算→其余一律按
  查看明文→显示
  遮盖→脱敏
  遮住→隐藏
  还原→恢复
  租户→租客
  岗位→角色
  日志→操作记录
  资料清单→信息清单
  应急→紧急
  工长→装修负责人
`;
const CHINESE_LABELS = `
  打开→显示 (one field), 查看 (anything else)
  无→未填写
  最后一位→仅剩一位
  600 秒→10 分钟
  开始办→开始办理
  开始试→开始演练
  写明原因→提交说明
  已告知→登记告知
  已同意→登记同意
`;
const ENGLISH_LABELS = `
  Open a resident→Find a resident
  Number mode→Search by number
  Open in full→View full record
  PIN to show→PIN required
  Not said→Do not disclose
  Leave the task→Cancel task
  How it is read→Pinyin
  How the name is read→Pinyin
  Kept sealed→Encrypted fields
  Entered by mistake→Delete record
  Lived in→Occupied
  Stays→Keep
  Goes into it→Merge in
  Masks→Masking rules
  Room notations→Room number formats
  Keys→Shortcuts
  Vault keys→Encryption keys
  Leaves→Remove from staff
  The last one→Only one left
  Way in closed→Account disabled
  Open again→Restore sign-in
  Shut out→Disable account
  The end→Finish
  What happened→Result
  Leave it→Cancel
  Backups there are→Existing backups
  By itself→Schedule
  Whole→Intact
  Tried out→Test restored
  All entries hold together→All entries intact
  Is→Field
  To ask→Needs review
  Something does not agree→Integrity check failed
  See to it→Review
  Understood→Got it
  Try out→Test restore
  Newest whole→Latest intact
  What each column is→Match columns
  What it will become→Preview
  Saving takes your PIN→Enter your PIN to save
  Go on filling in→Keep editing
  Over from→End date
  Put back→Restore
  Sealed and kept→Saved, encrypted
  Own home→Home address
  Who saw→Access history
  Ask by→Look up by
  Marks→Trace a leak
  Correct it→Correction
  Came by→Received via
  Put right→Resolve
  Explained→Resolved
  Record the end→Close
  Told→Record notice
  Consented→Record consent
  Give the draft up→Discard draft
  Take it→Use this
  Sweep→Scan
  None→Not entered
`;
const ENGLISH_WORDS = `
  way in→sign-in, account
  ways in→sign-in entries
  shut out→disabled
  whole backup→intact backup
  newest whole→latest intact
  try out→test restore
  trying it out→testing
  let go→removed
  see to it→review
  put back→restore
  sealed and kept→saved, encrypted
  who saw→access history
  give the draft up→discard draft
  anybody else's data→other people's data
  is of nobody→a fake resident
  sweep→scan
  sweeps→scans
  sweeping→scanning
  foreman→renovation contact
`;

/** Texts that the company promises residents something in, and papers on which it says what was done. */
const PROMISES = new RegExp(
  [
    String.raw`templates/(?:resident-notice|posted-notice|minors-rules)\.md`,
    String.raw`vault/(?:procedures/filling|consent/consent-form|(?:requests|rectification)/letter)\.ts`,
    String.raw`vault/(?:incidents/(?:notices|case-file)|erasure/certificate|paper-register/destruction-record)\.ts`,
    String.raw`vault/(?:disclosures/(?:recall|extract|copy-document)|estate-transfer/\w[\w-]*)\.ts`,
  ].join('|'),
);
/** Nothing that a company cannot keep in every case: what it has stated of itself carries its sentence. */
const ABSOLUTES: readonly Term[] = [
  {
    language: 'zh-CN',
    name: 'an absolute promise',
    old: /任何人|任何单位|任何第三方|绝不|绝对|决不|从不|从未|永不|永远|一律|百分之百|万无一失|零泄露|确保|保证|不会泄露|(?:不收集|没有|不使用|不安装)[^，。；]*(?:人脸|监控)|门禁、考勤不使用|只能看到|仅有|无法复原|不可(?:更改|恢复)|不再留有|不留痕迹/u,
    only: PROMISES,
    better: 'what the company can keep, or a fact that it has stated',
    unless: [
      {
        where: /filling\.ts#(?:faces|cameras)\.unused/,
        why: 'said once the company has stated that it does not use it',
      },
    ],
  },
];

const inLaw = { where: /^assets\/(?:law|training)\//, why: 'a rule of the company, in words of the law' };
const incidentPlan = {
  where: /应急(?:预案|演练)/,
  why: 'the plan that the law asks for is called 应急预案, and its drill 应急演练',
};
const isDone = {
  where: /#(?:consent\.(?:told|strip\.told|log)|incidents\.told)/,
  why: 'says that it was done; no button',
};

export const TERMS: readonly Term[] = [
  ...ABSOLUTES,
  ...words('zh-CN', CHINESE_WORDS, {
    岗位: [inLaw],
    日志: [inLaw],
    应急: [incidentPlan, inLaw],
    办事: [{ where: /街道办事处/, why: 'the name of an office of the state' }],
    不收: [{ where: /不收集|一律不收/, why: '收集 is the word of the law' }],
    放回: [{ where: /放回原处/, why: 'a parcel goes back to its shelf' }],
  }),
  ...labels('zh-CN', CHINESE_LABELS, {
    无: [{ where: /^main\/vault\/\w.*\/pack\.ts/, why: 'in a table on paper, where nothing is meant' }],
    打开: [
      {
        where: /#(?:recovery\.sheet\.open|scope\.again|help\.keys\.enter|counter\.openChosen)/,
        why: 'a vault or a record is opened',
      },
    ],
    已告知: [isDone],
    已同意: [{ where: /#consent\.log/, why: 'says that it was done; no button' }],
  }),
  ...labels('en', ENGLISH_LABELS),
  ...words('en', ENGLISH_WORDS),
  pattern('zh-CN', /(?<!门卡、?|借用|备用)钥匙(?!串)/u, '密钥', {
    where: /^assets\/law\/|loan-slip/,
    why: 'a key of metal',
  }),
  pattern(
    'en',
    /\bhand(?:ed|ing|s)?[ -]?overs?\b/iu,
    'handover only for a shift; estate transfer; disclosure',
    {
      where: /shift|交班|groups\.session|tour\.tasks\.lock/iu,
      why: 'a shift is handed over',
    },
  ),
];
