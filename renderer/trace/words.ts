/** Words of marks: on papers, on the page that traces them, in the log. */
import { TRACE_ACTION_WORDS } from '../../contract/trace/lists.ts';
import type { CaseSubject } from '../../contract/trace/case-lists.ts';
import type { Words, WordTree } from '../../contract/vocabulary/wording.ts';

export const traceWords = {
  trace: {
    title: ['标记追查', 'Marks'],
    lead: [
      '屏幕、打印件和导出文件上都有标记：谁、哪台电脑、什么时间。输入标记码，或选一张照片，就能查到出处。',
      'Screens, prints and exported files carry a mark: who, which desk, when. Type its code or choose a photo to see where it leads.',
    ],
    code: ['标记码', 'Code of the mark'],
    codeHint: ['12 位，形如 A1B2-C3D4-E5F6', '12 characters, like A1B2-C3D4-E5F6'],
    find: ['追查', 'Trace'],
    finding: ['正在追查…', 'Tracing…'],
    picture: ['从照片读取', 'Read from a photo'],
    reading: ['正在读取照片…', 'Reading the photo…'],
    pictureHint: ['PNG 或 JPEG，照片不会保存', 'PNG or JPEG; the photo is not kept'],
    slip: ['标记码有误，请核对每一位', 'There is a slip in the code: check each character'],
    pictureProblems: {
      kind: ['不是 PNG 或 JPEG 照片', 'This is no PNG or JPEG picture'],
      size: ['照片太大，请裁剪到标记附近', 'The picture is too large: crop it to the mark'],
      unreadable: ['照片打不开', 'The picture cannot be opened'],
      nothing: [
        '照片里没有读到标记，请拍近一些，或手工输入标记码',
        'No mark was found in the picture: take it closer, or type the code',
      ],
      other: ['照片里的二维码不是本系统的标记', 'The QR code in the picture is no mark of this program'],
    },
    number: ['有人投诉的是一个号码', 'The complaint is about a number'],
    start: ['标记在屏幕下方，和每页纸的页脚。', 'The mark is at the foot of each screen and of each page.'],
    none: ['本系统没有过这个标记。', 'This vault never had that mark.'],
    who: ['人员', 'Who'],
    desk: ['电脑', 'Desk'],
    deskNumber: ['第 {{number}} 台', 'Number {{number}}'],
    at: ['标记时间', 'Time of the mark'],
    since: ['登录时间', 'Signed in'],
    before: ['标记前 15 分钟到后 1 分钟的操作', 'From 15 minutes before the mark to one after'],
    nothingBefore: [
      '标记前 15 分钟到后 1 分钟没有操作记录。',
      'The log has nothing from 15 minutes before the mark to one after.',
    ],
    more: ['只列出最近的 {{count}} 条。', 'Only the newest {{count}} are listed.'],
    left: ['已离职', 'left'],
    whoElse: ['还有谁看过', 'Who else saw this person'],
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
    open: ['制作案卷', 'Make a case file'],
    title: ['泄露追查材料（PDF）', 'Case file (PDF)'],
    lead: [
      '交给公安机关的材料：追查什么、谁看过、每条记录及校验值，姓名和号码均已脱敏，每页带标记。中文，附英文摘要。',
      'For the police: what was asked, who had it, each entry with its hash. Names and numbers are masked, and each page carries the mark. In Chinese, with a summary in English.',
    ],
    about: ['追查', 'About'],
    subjects: {
      mark: ['这个标记', 'This mark'],
      number: ['一个号码', 'A number'],
    } satisfies Words<CaseSubject>,
    number: ['号码', 'Number'],
    purpose: ['用途（至少 4 个字）', 'Purpose (at least 4 characters)'],
    save: ['选择保存位置并制作', 'Choose where to save, and make it'],
    discard: ['取消', 'Cancel'],
    made: ['已制作 {{pages}} 页：{{file}}', 'Made {{pages}} pages: {{file}}'],
    sha256: ['文件校验值（SHA-256）', 'Hash of the file (SHA-256)'],
  },
  logActions: TRACE_ACTION_WORDS,
  log: { areas: { trace: ['标记追查', 'marks'] } },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly trace: typeof traceWords;
  }
}
