/** The form that somebody signs: what is theirs, a tick of its own for each sensitive purpose, the guardian where there is one, and nothing that says who they are but a mask. */
import { describe, expect, it } from 'vitest';
import { type FormFacts, consentForm } from '../../../main/vault/consent/consent-form.ts';
import type { Block } from '../../../main/vault/pdf/document.ts';
import { COMPANY } from '../../support/features/company.ts';
import { readInventoryLaw } from '../../../main/vault/inventory/inventory-law.ts';

const law = readInventoryLaw();
const FACTS: FormFacts = {
  company: COMPANY,
  place: 'real',
  noticeVersion: '2026-1',
  nameMask: '邢**',
  rooms: [{ label: '29栋2单元1803', relation: 'tenant' }],
  lines: [...law.items].map(([item, line]) => ({
    item,
    taken: true,
    ...line,
    retention: { zh: '按规则', en: 'by the rules' },
    ownRetention: null,
    version: 0,
    changed: null,
  })),
  law,
  sensitive: [
    { field: 'idNumber', purpose: 'identity' },
    { field: 'bankCard', purpose: 'bank' },
  ],
  byGuardian: false,
  madeAt: Date.UTC(2026, 4, 16, 9),
  mark: { name: '前丙', desk: 1, at: Date.UTC(2026, 4, 16, 9), code: null },
};
const tablesOf = (facts: FormFacts): readonly (readonly (readonly string[])[])[] =>
  consentForm(facts).blocks.flatMap((block: Block) => (block.kind === 'table' ? [block.rows] : []));
const textOf = (facts: FormFacts): string => JSON.stringify(consentForm(facts).blocks);

describe('the form', () => {
  it('says the version, room, relation and mask', () => {
    for (const words of ['2026-1', '29栋2单元1803（租客）', '邢**', '无名物业服务有限公司'])
      expect(textOf(FACTS)).toContain(words);
  });

  it('has the lines and bases of the relation alone, and none of contractors', () => {
    const [general = []] = tablesOf(FACTS);
    expect(general.find(([item]) => item === '姓名')?.[2]).toBe('租客：本人同意');
    expect(general.some(([item]) => item === '装修公司' || item === '产权证号')).toBe(false);
    const [ofOwner = []] = tablesOf({ ...FACTS, rooms: [{ label: '1', relation: 'owner' }] });
    expect(ofOwner.find(([item]) => item === '姓名')?.[2]).toBe('业主：履行合同');
    expect(ofOwner.some(([item]) => item === '产权证号')).toBe(true);
  });

  it('asks for each sensitive purpose in a row of its own, with what becomes of a refusal', () => {
    const [, separate = []] = tablesOf(FACTS);
    expect(separate.map(([item, purpose]) => [item, purpose])).toEqual([
      ['证件号', '核实身份（证件号码）'],
      ['银行卡号', '银行代扣和退款'],
    ]);
    for (const row of separate) expect(row[3]).not.toBe('');
    expect(tablesOf({ ...FACTS, sensitive: [] })).toHaveLength(1);
  });

  it('is signed by the guardian where one is on record', () => {
    expect(textOf(FACTS)).not.toContain('监护人签名');
    expect(textOf({ ...FACTS, byGuardian: true })).toContain('监护人签名');
  });

  it('says that its words are to be checked, until somebody has checked them, and that practice is practice', () => {
    expect(textOf(FACTS)).toContain('请与官方附件核对');
    expect(textOf({ ...FACTS, law: { ...law, checked: true } })).not.toContain('请与官方附件核对');
    expect(consentForm({ ...FACTS, place: 'practice' }).header).toContain('演练用');
  });
});
