/** The certificate of a deletion: what it says, and what it must not. */
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { type CertificateFacts, certificateDocument } from '../../../main/vault/erasure/certificate.ts';
import { COMPANY } from '../../support/features/company.ts';
import { words } from '../../support/words.ts';

const AT = Date.UTC(2026, 4, 16, 9);
const facts = (changes: Partial<CertificateFacts> = {}): CertificateFacts => ({
  company: COMPANY,
  place: 'real',
  erasureId: 12,
  cause: 'request',
  basis: '《个人信息保护法》第四十七条',
  people: 1,
  heldCount: 0,
  named: [{ personId: 77 as PersonId, nameMask: '邢**' }],
  rows: { person: 1, sealed_value: 9, pet: 0 },
  begunAt: AT,
  doneAt: AT,
  by: '主管甲',
  with: '管理员乙',
  searched: { pages: 5210, walBytes: 0, searched: 40, found: 0, rewritten: true },
  backups: { folder: '/b', older: [], hasNewer: false },
  head: { seq: 900, hash: 'ab'.repeat(32) },
  madeAt: AT,
  mark: { name: '主管甲', desk: 1, at: AT, code: null },
  ...changes,
});
const said = (changes?: Partial<CertificateFacts>): string =>
  JSON.stringify(certificateDocument(facts(changes)));

describe('a certificate', () => {
  it('says whom by number and mask, why, who approved, what was looked at, and the head of the log', () => {
    const text = said();
    for (const part of [
      'X-0012',
      '77',
      '邢**',
      '本人要求删除',
      '第四十七条',
      '主管甲、管理员乙',
      '5210',
      '未发现残留',
      '已清空',
      'ab'.repeat(32),
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('宠物');
  });

  it('names nobody in a later copy, since the masks are kept nowhere', () => {
    const text = said({ named: [] });
    expect(text).not.toContain('邢');
    expect(text).toContain('补打的证明只有人数');
  });

  it('of ID numbers says that the records stay, what was counted, and what nothing here reads', () => {
    const rows = { id_number: 6, id_words: 3, attachment: 1 };
    for (const named of [[], [{ personId: 77 as PersonId, nameMask: '邢**' }]]) {
      const text = said({ cause: 'id-numbers', rows, named });
      for (const part of words(
        '住户的档案仍在 不得保存的证件号码 含更换前的 图片和|PDF|附件中的号码程序读不出',
      ))
        expect(text).toContain(part.replaceAll('|', ' '));
      for (const part of ['6 条', '3 条', '1 条']) expect(text).toContain(part);
      expect(text).not.toContain('姓名随删除消失');
    }
  });

  it('says what is left, and that nobody has looked, where it is so', () => {
    expect(said({ searched: { pages: 9, walBytes: 0, searched: 40, found: 2, rewritten: true } })).toContain(
      '仍有 2 处',
    );
    expect(said({ searched: null, head: null })).toContain('尚未检查');
  });

  it('names each older backup with the day by which it goes, and what nobody takes away by itself', () => {
    const older = [
      { name: 'RV-20260515-120000', where: 'backup', madeAt: AT - 86_400_000, goneBy: Date.UTC(2027, 4, 20) },
      { name: 'kept-20260101-030000', where: 'kept', madeAt: AT - 86_400_000, goneBy: null },
    ] as const;
    const text = said({ backups: { folder: '/b', older, hasNewer: false } });
    for (const part of words(
      'RV-20260515-120000 2027-05-20 kept-20260101-030000 需人工销毁 请先做一次新备份',
    ))
      expect(text).toContain(part);
    expect(said({ backups: { folder: '/b', older, hasNewer: true } })).toContain('可以销毁');
  });

  it('of practice says so on each page', () => expect(said({ place: 'practice' })).toContain('演练用'));
});
