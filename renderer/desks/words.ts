/** Words of the page of the desks, in both languages. */
import type { WordTree } from '../../contract/vocabulary/wording.ts';

export const desksWords = {
  manyDesks: {
    title: ['多台电脑', 'Desks'],
    lead: [
      '几台电脑共用一个小区的档案柜，断网时各自照常工作。',
      'Several computers keep one estate. Each goes on working when the line is down.',
    ],
    none: [
      '现在只有这一台电脑。要再加一台，须有一台能连上的 PostgreSQL 服务器；服务器看不到任何内容。',
      'This is the only computer. Adding another takes a PostgreSQL server that both can reach; it can read nothing.',
    ],
    begin: ['启用多台电脑', 'Begin with several desks'],
    beginLead: [
      '先请管理服务器的人按说明装好，并执行下面这一行。之后修改 PIN、增减人员、更换密钥和恢复暂不能进行。',
      'Whoever runs the server installs it as described and runs the line below. Afterwards PINs, staff and keys can not be changed for now, nor anything be restored.',
    ],
    sql: ['交给服务器管理人员的一行', 'Line for whoever runs the server'],
    drawn: ['服务器管理口令', "The keeper's password"],
    drawnHint: [
      '抄在纸上，与恢复单一起锁进保险柜。加电脑、停用电脑时要用，以后不再显示。',
      'Write it down and keep it in the safe with the recovery sheet. It is needed to add and end desks, and is not shown again.',
    ],
    address: ['服务器地址', 'Address of the server'],
    addressHint: ['例如 db.example.cn:5432/mailbox', 'For example db.example.com:5432/mailbox'],
    ownName: ['本机名称', 'Name of this computer'],
    name: ['名称', 'Name'],
    nameHint: ['例如：东门岗', 'For example: east gate'],
    keeper: ['输入服务器管理口令', "Keeper's password"],
    keeperHint: ['保险柜里的二十八位字符。', 'The twenty-eight characters in the safe.'],
    begun: ['已启用。现在可以添加电脑。', 'Begun. You can add a desk now.'],
    add: ['添加电脑', 'Add a desk'],
    addLead: [
      '开一张加入凭条，二十四小时内可用一次。上一张随即作废。',
      'Makes a joining slip for one use within 24 hours. It replaces the one before.',
    ],
    slipTitle: ['“{{name}}”的加入凭条', 'Joining slip for "{{name}}"'],
    slipLead: [
      '请抄在纸上带到新电脑，在其首页选择“加入已有的小区”。{{until}} 前有效，不再显示。',
      'Copy it to paper and take it to the new computer: choose "Join an estate" on its first page. Valid until {{until}}; not shown again.',
    ],
    slipAddress: ['地址', 'Address'],
    slipSecret: ['二十位字符', 'Twenty characters'],
    slipDone: ['已抄好', 'Copied'],
    open: ['“{{name}}”的凭条 {{until}} 前有效。', 'The slip for "{{name}}" is valid until {{until}}.'],
    letIn: ['接纳', 'Let it in'],
    letInTitle: ['接纳“{{name}}”', 'Let "{{name}}" in'],
    letInLead: [
      '请输入新电脑画面上的十二位字符，一位不差才能接纳。',
      'Type the twelve characters on the screen of the new computer.',
    ],
    code: ['新电脑上的十二位字符', 'Twelve characters on the new computer'],
    isIn: ['已接纳。请到新电脑上继续。', 'Let in. Go on at the new computer.'],
    number: ['编号', 'Number'],
    state: ['状态', 'State'],
    heard: ['最近联系', 'Last heard'],
    acts: ['操作', 'Actions'],
    own: ['本机', 'This computer'],
    ended: ['已停用', 'Ended'],
    unknown: ['未知', 'Unknown'],
    silent: ['十分钟没有消息：已锁定或未连上', 'Silent for ten minutes: locked or not connected'],
    even: ['已同步', 'Synced'],
    behind: ['还差 {{behind}} 项', '{{behind}} behind'],
    end: ['停用', 'End'],
    endLogin: ['注销登录', 'End login'],
    endTitle: ['停用“{{name}}”？', 'End "{{name}}"?'],
    endLead: [
      '从此不再接收它的任何内容，它也读不到今后的内容；它上面已有的副本仍在那台电脑上。停用后不能再启用。',
      'Nothing from it counts any more and it reads nothing new; the copy it has stays on it. It cannot be undone.',
    ],
    endServer: ['在服务器上注销“{{name}}”', 'End the login of "{{name}}"'],
    endServerLead: [
      '停用时服务器没有连上的，在此补办。',
      'For a desk that was ended while the server could not be reached.',
    ],
  },
} satisfies WordTree;
