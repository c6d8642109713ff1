/** Encryption and keys in an inspection pack: what is encrypted how, the age of each key, every rotation. */
import { dayOf, minuteOf } from '../clock.ts';
import { factList, right, table, tableOr } from '../pdf/blocks.ts';
import type { PackPart } from '../feature.ts';
import type { Block } from '../pdf/document.ts';
import type { Session } from '../session/session.ts';
import { listDue } from './list-due.ts';
import { listKeyAges } from './list-keys.ts';
import { KEY_WORDS, ROTATION_END_WORDS } from '../../../contract/vocabulary/keys.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** Errors: those of the store. */
export async function keyPart(session: Session): Promise<readonly PackPart[]> {
  const keys = await listKeyAges(session);
  const due = await listDue(session);
  const now = session.clock.now();
  const history = keys
    .flatMap(({ key, history: rotations }) => rotations.map((one) => ({ key, ...one })))
    .toSorted((one, other) => other.begunAt - one.begunAt);
  const blocks: readonly Block[] = [
    factList({
      档案库: 'SQLCipher 4：AES-256-CBC，HMAC-SHA512，整库加密',
      '电话、证件号等资料': '逐项另行加密：HPKE（X25519）与 AES-256-GCM，按级别分开',
      PIN: 'Argon2id 加工后才能打开本人密钥；连续输错即停用等待',
      本机密钥: '存放于操作系统的密钥库；只复制档案文件夹打不开',
      离职后须更换的密钥: due.keys.map((key) => inChinese(KEY_WORDS[key])).join('、') || '无',
      疑似被盗后的更换: due.theft === null ? '无' : `尚余 ${due.theft} 步`,
    }),
    table({
      caption: '密钥',
      columns: { 密钥: 2, 启用时间: 2.4, 应更换日期: 2, 已用天数: right(1.4) },
      rows: keys.map(({ key, madeAt, dueAt }) => [
        inChinese(KEY_WORDS[key]),
        minuteOf(madeAt),
        dayOf(dueAt) + (dueAt <= now ? '（已过期）' : ''),
        String(Math.floor((now - madeAt) / 86_400_000)),
      ]),
    }),
    { kind: 'heading', level: 2, text: '更换记录' },
    tableOr(
      '启用以来尚未更换过。',
      { 开始时间: 2.4, 密钥: 2, 办理人: 2.4, 结果: 2.4 },
      history.map(({ key, begunAt, staffName, cosignerName, end }) => [
        minuteOf(begunAt),
        inChinese(KEY_WORDS[key]),
        cosignerName === null ? staffName : `${staffName}\n会签：${cosignerName}`,
        inChinese(ROTATION_END_WORDS[end]),
      ]),
    ),
  ];
  return [{ duty: 'encryption-and-keys', blocks }];
}
