/** Words of joining an estate. */
import type { WordTree } from '../../contract/vocabulary/wording.ts';
import { registerMessages } from '../messages/i18n.ts';

const words = {
  join: {
    rail: ['加入步骤', 'Steps of joining'],
    cancel: ['取消加入', 'Cancel'],
    steps: {
      slip: ['加入凭条', 'Joining slip'],
      code: ['等待接纳', 'Waiting to be admitted'],
      pin: ['管理员确认', "Admin's PIN"],
    },
    title: ['加入已有的小区', 'Join an estate'],
    lead: [
      '请管理员在原来的电脑上打开“多台电脑”，添加这台电脑，再把凭条上的内容输入这里。',
      'On the other computer an admin opens "Desks" and adds this one. Type here what is on the slip.',
    ],
    address: ['地址', 'Address'],
    secret: ['二十位字符', 'Twenty characters'],
    codeLead: [
      '请管理员和主管在原来的电脑上点“接纳”，输入下面十二位字符。',
      'On the other computer an admin and a supervisor choose "Admit" and type these twelve characters.',
    ],
    code: ['十二位字符', 'Twelve characters'],
    asking: ['正在等待原来的电脑应答…', 'Waiting for the other computer to answer…'],
    waiting: [
      '等待接纳，然后接收全部资料，可能需要几分钟…',
      'Waiting to be admitted and to receive all records, which may take minutes…',
    ],
    notTaken: [
      '服务器不接受这张凭条：可能已过期、已用过，或输入有误。',
      "The server doesn't take this slip: it has expired, was used, or was mistyped.",
    ],
    unreachable: ['连不上服务器，正在重试。', "The server can't be reached. Trying again."],
    pinLead: [
      '请与保险柜里恢复单上的校验码逐组核对；完全一致，才由管理员输入 PIN。大家的 PIN 不变。',
      'Compare the fingerprint with the recovery sheet in the safe. Only if it is the same does an admin enter their PIN. Everybody keeps their PIN.',
    ],
    finish: ['校验码一致，完成加入', 'Fingerprints match: join'],
  },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly join: typeof words;
  }
}

registerMessages(words);
