import { describe, expect, it } from 'vitest';
import { gradeOf, spellingOf } from '../../../renderer/desk/palette-spellings.ts';

describe('the name of a page', () => {
  it.each([
    ['操作记录', '操作'],
    ['操作记录', 'czjl'],
    ['操作记录', 'caozuo'],
    ['操作记录', 'caozuojilu'],
    ['操作记录', 'CZ JL'],
    ['旅客名单', 'lvke'],
    ['导入 Excel 表格', 'excel'],
    ['导入 Excel 表格', 'drebg'],
    ['Encryption keys', 'ek'],
    ['Encryption keys', 'ion k'],
    ['Encryption keys', ''],
  ])('%s is found by "%s"', (words, typed) => {
    expect(gradeOf(spellingOf(words), typed)).toBeLessThan(Infinity);
  });

  it.each([
    ['操作记录', 'jlcz'],
    ['操作记录', '记操'],
    ['Encryption keys', 'ke y s x'],
  ])('%s is not found by "%s"', (words, typed) => {
    expect(gradeOf(spellingOf(words), typed)).toBe(Infinity);
  });
});
