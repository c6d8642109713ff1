/** What people call things, and what they mean by it: the first that the palette finds, for each role that has it. The answers were written down before the palette knew the words. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../../contract/fields.ts';
import type { VaultStatus } from '../../../contract/sign-in/views.ts';
import { initI18n } from '../../../renderer/messages/i18n.ts';
import type { AnyPage } from '../../../renderer/pages/define-page.ts';
import { appStore, findEntries, PAGES, paletteEntries } from '../../support/page-registry.ts';

/** What was typed; what a receptionist, a supervisor and an admin mean. `-`: nothing that they have. */
const MEANT = `
电话 | counter counter counter
备份 | - keys backup
打印 | print print print
导出 | - disclosures disclosures
删除住户 | requests retention retention
改密码 | change-pin change-pin change-pin
谁看过 | - access-history access-history
交接班 | handover handover handover
检查 | - evidence evidence
制度 | procedures procedures procedures
帮助 | help help help
快捷键 | help help help
设置 | settings settings settings
语言 | settings settings settings
字体大小 | settings settings settings
锁屏 | lock lock lock
退出登录 | lock lock lock
下班 | handover handover handover
换班 | handover handover handover
访客 | privacy privacy privacy
密码 | change-pin change-pin change-pin
查找 | counter counter counter
业主 | counter counter counter
手机号 | counter counter counter
车牌 | counter counter counter
身份证 | counter counter counter
新住户 | add add -
添加住户 | add add -
租户登记 | add add -
挪车 | task task -
快递 | task task -
过户 | task task -
房号 | rooms rooms rooms
空置 | rooms rooms rooms
楼栋 | rooms rooms rooms
表格 | import import -
excel | import import -
撤销导入 | imports imports -
导入记录 | imports imports -
报警 | - alerts alerts
异常 | - alerts alerts
应急 | - emergency emergency
统计 | - activity activity
日志 | - log log
谁改过 | - log log
日志备份 | - second-log second-log
水印 | - trace trace
截图 | - trace trace
泄露 | - incidents incidents
出事了 | - incidents incidents
纸质 | paper-register paper-register paper-register
盘点 | paper-register paper-register paper-register
复印件 | paper-register paper-register paper-register
收据 | print print print
放行条 | print print print
公安 | - disclosures disclosures
调取 | - disclosures disclosures
导出日志 | - log-export log-export
微信文件 | - sweep sweep
残留 | - sweep sweep
巡查 | - walk-round walk-round
杀毒 | - computer-checks computer-checks
电脑 | - computer-checks computer-checks
迎检 | - evidence evidence
派出所检查 | - evidence evidence
整改向导 | - evening evening
检查模式 | - inspection -
签字 | procedures procedures procedures
承诺书 | procedures procedures procedures
考试 | training training training
答题 | training training training
培训 | training training training
告知 | - consent consent
同意书 | - consent consent
隐私政策 | - consent consent
投诉 | requests requests requests
查询本人资料 | requests requests requests
整改 | - rectification rectification
责令改正 | - rectification rectification
清单 | - inventory inventory
保存多久 | - retention retention
到期 | - retention retention
注销 | - retention retention
停车系统 | - other-systems other-systems
门禁 | - other-systems other-systems
自查表 | - forms forms
影响评估 | - forms forms
撤场 | - estate-transfer estate-transfer
概况 | - activity overview
员工 | - - staff
离职 | - - staff
新员工 | - - staff
重置密码 | - - staff
权限 | - - staff
脱敏 | - policy policy
打码 | - policy policy
次数 | - limits limits
限额 | - limits limits
事由 | - reasons reasons
房号格式 | - - room-patterns
诱饵 | - - canaries
密钥 | - keys keys
恢复单 | - keys keys
u盘 | - - backup
还原 | - - backup
dianhua | counter counter counter
dh | counter counter counter
beifen | - keys backup
gmm | change-pin change-pin change-pin
jjb | handover handover handover
skg | - access-history access-history
zhidu | procedures procedures procedures
phone | counter counter counter
backup | - keys backup
print | print print print
export | - disclosures disclosures
delete a resident | requests retention retention
change password | change-pin change-pin change-pin
who saw | - access-history access-history
handover | handover handover handover
inspection | - evidence evidence
procedures | procedures procedures procedures
help | help help help
log | - log log
staff | - - staff
police | - disclosures disclosures
leak | - incidents incidents
换锁 | task task -
装修 | task task -
快递代收 | task task -
查监控 | - other-systems other-systems
漏水 | task task -
停车费 | task task -
催缴单 | print print print
忘记密码 | - - staff
业委会 | - disclosures disclosures
深色 | settings settings settings
搬家 | task task -
借钥匙 | task task -
parcel | task task -
dark mode | settings settings settings
forgot pin | - - staff
renovation | task task -
欠费 | print print print
换手机号 | counter counter counter
打电话 | counter counter counter
居委会 | - disclosures disclosures
交钥匙 | task task -
退租 | task task -
门卡 | task task -
报修 | task task -
`
  .trim()
  .split('\n')
  .map((line) => {
    const [typed = '', answers = ''] = line.split(' | ');
    return [typed, answers.split(' ')] as const;
  });

describe.each(['zh-CN', 'en'] as const)('the palette, in %s', (language) => {
  beforeAll(() => initI18n(language));

  it.each(MEANT)('finds first what is meant by %s', (typed, answers) => {
    expect(answers).toHaveLength(ROLES.length);
    const found = ROLES.map((role, at) =>
      answers[at] === '-' ? '-' : (findEntries(paletteEntries(role), typed)[0]?.id ?? 'nothing'),
    );
    expect(found).toEqual(answers);
  });

  it.each(ROLES)('offers a %s each page that is theirs, first by its title, and no other', (role) => {
    const entries = paletteEntries(role);
    const pages = entries.filter(({ tab }) => tab !== null);
    expect(pages.map(({ id }) => id).toSorted()).toEqual(
      PAGES.filter((page: AnyPage) => page.roles.includes(role))
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(pages.map(({ words }) => findEntries(entries, words)[0]?.id)).toEqual(pages.map(({ id }) => id));
  });

  it('offers no action that adds, while damaged records are only read', () => {
    const actions = () =>
      paletteEntries('supervisor')
        .map(({ id }) => id)
        .filter((id) => id === 'add' || id === 'task');
    expect(actions()).toEqual(['task', 'add']);
    const { status } = appStore.getState();
    appStore.setState({ status: { readOnly: true } as VaultStatus });
    expect(actions()).toEqual([]);
    appStore.setState({ status });
  });

  it('finds nothing where nothing is called that', () => {
    expect(findEntries(paletteEntries('admin'), 'qqqq')).toEqual([]);
  });
});
