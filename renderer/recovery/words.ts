/** Words of recovery. */
import type { WordTree } from '../../contract/vocabulary/wording.ts';
import { registerMessages } from '../messages/i18n.ts';

const words = {
  recovery: {
    rail: ['恢复步骤', 'Recovery steps'],
    cancel: ['取消恢复', 'Cancel recovery'],
    finish: ['完成恢复', 'Finish recovery'],
    steps: {
      what: ['恢复说明', 'What will happen'],
      backup: ['找到备份', 'Backup'],
      sheet: ['输入恢复单', 'Recovery sheet'],
      people: ['在场人员', 'Who is present'],
      pins: ['新的 PIN', 'New PINs'],
      'new-sheet': ['新的恢复单', 'New sheet'],
      done: ['完成', 'Done'],
    },
    what: {
      title: ['用恢复单打开档案柜', 'Open the vault with the recovery sheet'],
      lead: [
        '约十分钟。更换电脑、系统密钥丢失、唯一的管理员忘记 PIN、主管均已离职时使用。',
        "About ten minutes. Use it for a new computer, a lost keychain, the only admin's forgotten PIN, or when all supervisors have left.",
      ],
      start: ['开始', 'Begin'],
      easier: [
        '只是某位同事忘记 PIN，不必恢复：请管理员登录，在“人员”里与主管一起重设。',
        'If one colleague forgot a PIN, you don\'t need this: an admin and a supervisor reset it under "Staff".',
      ],
      points: {
        needs: [
          '需要保险柜里最近的一张恢复单，和一台打印机。',
          'You need the latest recovery sheet from the safe, and a printer.',
        ],
        people: [
          '至少一位管理员、一位主管本人在场，当场输入新的 PIN。不在场的人暂时不能登录，以后由管理员恢复。',
          "At least one admin and one supervisor have to be present and enter new PINs. Anyone absent can't sign in until an admin restores them.",
        ],
        anew: [
          '更换全部密钥，并制作新的恢复单；旧单和旧 PIN 从此作废。',
          'All keys are replaced and a new recovery sheet is made; the old sheet and PINs no longer open the vault.',
        ],
        safe: [
          '核对新单之前不作任何改动。原来的文件另行保留，不会覆盖。',
          'Nothing is changed until the new sheet is checked. The old files are kept separately, not overwritten.',
        ],
      },
    },
    backup: {
      whatTitle: ['从备份恢复档案柜', 'Recover the vault from a backup'],
      whatLead: [
        '约十分钟。原来的电脑损坏或丢失时，凭备份和保险柜里的恢复单，可在这台电脑上继续使用。',
        'About ten minutes. If the old computer is broken or lost, continue on this one with a backup and the recovery sheet from the safe.',
      ],
      safe: [
        '核对新单之前随时可以取消，这台电脑上不留任何内容。备份只读取，不改动。',
        'You can cancel until the new sheet is checked; nothing stays on this computer. The backup is only read.',
      ],
      title: ['找到备份', 'Find the backup'],
      lead: [
        '请接上备份盘，选择存放备份的文件夹；每份备份是一个以 RV- 开头的文件夹。',
        'Plug in the backup drive and choose the folder that holds the backups. Each backup is a folder whose name begins with RV-.',
      ],
      none: [
        '“{{folder}}”里没有备份。请选择以 RV- 开头的文件夹所在的文件夹。',
        'No backups in {{folder}}. Choose the folder that contains the folders beginning with RV-.',
      ],
      which: ['用哪一份', 'Which one'],
      next: ['用这一份', 'Use this one'],
    },
    sheet: {
      title: ['输入恢复单', 'Type the recovery sheet'],
      lead: [
        '请照纸上的四行输入，输满一行自动到下一行。有扫码枪，请点第一行，扫纸上的二维码。',
        'Type the four lines from the paper; a full line moves on to the next. With a scanner, click the first line and scan the QR code.',
      ],
      warn: ['输入时请别让旁人看见。', 'Make sure nobody watches while you type.'],
      open: ['打开', 'Open'],
      opening: ['正在打开档案库…', 'Opening the records…'],
    },
    compare: {
      title: ['核对校验码', 'Compare the fingerprint'],
      lead: [
        '请拿着纸，与下面逐组核对。一致，才是原来的档案柜。',
        'Compare it with the paper, group by group. Only if they match does this vault belong to the paper.',
      ],
      people: ['名册', 'Roster'],
      count: ['{{count}} 人', '{{count}} people'],
      known: ['已有这个档案柜，密钥和记录继续使用', 'knows this vault; its key and log continue'],
      unknown: ['没有这个档案柜，将写入新的设备密钥', 'does not know this vault: gets a new device key'],
      same: ['与纸上一致', 'Matches the paper'],
      differs: ['不一致', 'Does not match'],
      stop: [
        '请停止。这不是恢复单对应的档案柜，可能被调换。没有作任何改动，请告诉公司负责人。',
        'Stop. This is not the vault of this sheet; it may have been swapped. Nothing was changed. Tell the person responsible in your company.',
      ],
    },
    people: {
      lead: [
        '在场的每个人都须输入新的 PIN。至少一位管理员、一位主管。',
        'Everyone present enters a new PIN. At least one admin and one supervisor.',
      ],
      add: ['添加在场的人', 'Add someone present'],
      addRole: ['新增{{role}}', 'New {{role}}'],
      newcomer: ['新{{role}}的姓名', 'Name of the new {{role}}'],
      absent: [
        '不在场的 {{count}} 人暂时不能登录，以后由管理员和主管恢复。',
        "Absent: {{count}}. They can't sign in until an admin and a supervisor restore them.",
      ],
      why: {
        'no-admin': ['还缺一位管理员。', 'An admin is still missing.'],
        'no-supervisor': ['还缺一位主管。', 'A supervisor is still missing.'],
        'no-name': ['还有姓名未填写。', 'A name is still missing.'],
        'too-many': ['一次最多 12 人，其余的以后添加。', 'At most 12 at once; add the others later.'],
      },
    },
    pins: {
      title: ['{{name}}的新 PIN', 'New PIN for {{name}}'],
      lead: ['{{role}} · 第 {{at}} 位，共 {{count}} 位。', '{{role}} · {{at}} of {{count}}.'],
    },
    done: {
      title: ['恢复完成', 'Recovery complete'],
      lead: ['{{names}}可以用新的 PIN 登录。', '{{names}} can sign in with their new PINs.'],
      sheet: [
        '请把新的恢复单锁进保险柜。先做一份新备份，再销毁旧单：以前的备份离开这台电脑，只有旧单能打开。',
        'Lock the new recovery sheet away. Make a new backup before you destroy the old sheet: on another computer, only the old sheet opens earlier backups.',
      ],
      absent: [
        '{{names}}暂时不能登录，请管理员登录后在“人员”里恢复。',
        '{{names}} can\'t sign in yet: an admin restores them under "Staff".',
      ],
      kept: [
        '原来的文件在档案柜文件夹的“{{folder}}”里，仍加密，旧单仍能打开；确认没有遗漏后，请电脑维护人员删除。',
        'The old files are in "{{folder}}" in the vault\'s folder, still encrypted and still opened by the old sheet. Once nothing is missing, ask IT support to delete them.',
      ],
      signIn: ['去登录', 'Sign in'],
    },
  },
} satisfies WordTree;

declare module '../messages/i18n.ts' {
  interface Brought {
    readonly recovery: typeof words;
  }
}

registerMessages(words);
