/** Words of marks: on papers, on the page that traces them, in the log. */
import { TRACE_ACTION_WORDS } from '../../contract/trace/lists.ts';
import type { CaseSubject } from '../../contract/trace/case-lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';

export const traceWords = {
  trace: {
    title: ['标记追查', 'Trace a leak'],
    lead: ['请输入标记码或选择照片，查询出处。', "Enter a mark's code or choose a photo to trace it."],
    code: ['标记码', 'Mark code'],
    codeHint: ['12 位，形如 A1B2-C3D4-E5F6', '12 characters, like A1B2-C3D4-E5F6'],
    find: ['追查', 'Trace'],
    finding: ['正在追查…', 'Tracing…'],
    picture: ['从照片读取', 'Read from a photo'],
    reading: ['正在读取照片…', 'Reading the photo…'],
    pictureHint: ['PNG 或 JPEG，照片不会保存', 'PNG or JPEG; the photo is not kept'],
    slip: ['标记码有误，请核对每一位', 'The code is mistyped: check each character'],
    pictureProblems: {
      kind: ['不是 PNG 或 JPEG 照片', 'Not a PNG or JPEG picture'],
      size: ['照片太大，请裁剪到标记附近', 'The picture is too large: crop it to the mark'],
      unreadable: ['无法打开照片', "The picture can't be opened"],
      nothing: [
        '照片里没有识别到标记，请拍近一些，或手工输入标记码',
        'No mark was found in the picture: take it closer, or type the code',
      ],
      other: ['照片里的二维码不是本系统的标记', 'The QR code in the picture is not a mark of this program'],
    },
    number: ['按号码追查', 'Trace a number'],
    start: ['标记在屏幕下方和每页纸的页脚。', 'The mark is at the foot of each screen and of each page.'],
    none: ['本系统没有这个标记。', 'This vault has no such mark.'],
    desk: ['电脑', 'Desk'],
    deskNumber: ['第 {{number}} 台', 'Number {{number}}'],
    at: ['标记时间', 'Mark time'],
    since: ['登录时间', 'Signed in'],
    before: ['标记前 15 分钟到后 1 分钟的操作', 'From 15 minutes before to 1 minute after the mark'],
    nothingBefore: [
      '标记前 15 分钟到后 1 分钟没有操作记录。',
      'No log entries from 15 minutes before to 1 minute after the mark.',
    ],
    more: ['只列出最近的 {{count}} 条。', 'Only the newest {{count}} are listed.'],
    left: ['已离职', 'left'],
    whoElse: ['还有谁看过', 'Who else viewed this person'],
    paperLine: ['{{name}} · 第 {{desk}} 台电脑 · {{time}}', '{{name}} · desk {{desk}} · {{time}}'],
    paperCode: ['标记码的二维码', 'QR code of the mark'],
    logged: {
      none: ['不是本系统的标记', 'no mark of this vault'],
      found: ['第 {{session}} 条登录', 'sign-in {{session}}'],
      caseOf: {
        mark: ['按标记', 'by a mark'],
        number: ['按号码', 'by a number'],
      } satisfies Words<CaseSubject>,
      entries: ['{{number}} 条记录', 'entries: {{number}}'],
    },
  },
  caseFile: {
    open: ['制作案卷', 'Create case file'],
    title: ['泄露追查材料（PDF）', 'Case file (PDF)'],
    lead: [
      '交给公安机关的材料：追查什么、谁看过、每条记录及校验值，姓名和号码均已脱敏，每页带标记。中文，附英文摘要。',
      'For the police: what was traced, who viewed it, each entry with its hash. Names and numbers are masked, and each page carries the mark. In Chinese, with an English summary.',
    ],
    about: ['追查', 'About'],
    subjects: {
      mark: ['这个标记', 'This mark'],
      number: ['一个号码', 'A number'],
    } satisfies Words<CaseSubject>,
    number: ['号码', 'Number'],
    purpose: ['用途（至少 4 个字）', 'Purpose (at least 4 characters)'],
    save: ['选择保存位置并制作', 'Choose a location and create'],
    made: ['已制作 {{pages}} 页：{{file}}', 'Created {{pages}} pages: {{file}}'],
    sha256: ['文件校验值（SHA-256）', 'File hash (SHA-256)'],
  },
  logActions: TRACE_ACTION_WORDS,
  log: { areas: { trace: ['标记追查', 'trace'] } },
} satisfies WordTree;
