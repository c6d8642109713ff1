/** Text on its way into a PDF: what the face lacks, and where lines break. */
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../main/vault/pdf/break-lines.ts';
import { readFace } from '../../../main/vault/pdf/face.ts';
import { measureIn } from '../../../main/vault/pdf/readable-text.ts';

/** A face that has everything of the first plane but 囧; a Chinese character is one em wide, a Latin one half of that. */
const measure = measureIn({
  unitsPerEm: 1000,
  hasGlyphForCodePoint: (codePoint) => codePoint < 0x10000 && codePoint !== 0x56e7,
  glyphForCodePoint: (codePoint) => ({ advanceWidth: codePoint < 0x2000 ? 500 : 1000 }),
});
const broken = (text: string, ems: number): readonly string[] => breakLines(text, ems * 10, 10, measure);

describe('a character that the face cannot show', () => {
  it.each([
    ['is lacking', '李囧', '李〔U+56E7〕'],
    ['lies beyond the first plane', '王𠮷', '王〔U+20BB7〕'],
    ['is of a private area, as of an old code page', '赵\ue863', '赵〔U+E863〕'],
    ['turns what follows around', '王\u202e晓', '王〔U+202E〕晓'],
    ['has no width', '王\u200b晓', '王〔U+200B〕晓'],
    ['ends nothing', '王\u0000晓', '王〔U+0000〕晓'],
    ['is half of one', '王\ud842', '王〔U+D842〕'],
  ])('stands there by its number where it %s', (_why, text, shown) => {
    expect(measure.readable(text)).toBe(shown);
  });

  it('keeps line feeds, and leaves out what only chooses a form', () => {
    expect(measure.readable('一\r\n二\n三\t四葛\u{E0100}')).toBe('一\n二\n三 四葛');
  });
});

describe('a line', () => {
  it.each([
    ['breaks between any two characters of Chinese', '一二三四五', 3, ['一二三', '四五']],
    ['does not begin with a mark that closes', '一二三，四五', 3, ['一二', '三，四', '五']],
    ['does not end with a bracket that opens', '一二（三四）', 3, ['一二', '（三', '四）']],
    ['leaves a word and a number whole', '电话 13800000000 号', 6, ['电话', '13800000000', '号']],
    ['breaks a word that is wider than itself', 'ABCDEFGH', 2, ['ABCD', 'EFGH']],
    ['begins anew at a line feed', '一\n\n二', 9, ['一', '', '二']],
    ['is there for no text', '', 9, ['']],
  ])('%s', (_what, text, ems, lines) => {
    expect(broken(text, ems)).toEqual(lines);
  });

  it('loses no character, whatever the width', () => {
    const text = '业主（二十三号楼）Tel. 138-0000-0000，“张三”说：好！……ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    for (let ems = 1; ems < 40; ems += 1)
      expect(broken(text, ems).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  it('is no wider than it may be', () => {
    const text = '一二三，四五（六七）八九十，。！？'.repeat(5);
    for (let ems = 4; ems < 30; ems += 1)
      for (const line of broken(text, ems)) expect(measure.widthOf(line)).toBeLessThanOrEqual(ems);
  });
});

it('is drawn as wide as it was measured: letters are not kerned or joined', async () => {
  const { font, measure: ofFace } = await readFace(
    new URL('../../../main/vault/pdf/face.ts', import.meta.url).href,
  );
  for (const text of ['AVATAR', 'To. fi ffl', '一、「二」'])
    expect(font.layout(text).advanceWidth).toBeCloseTo(ofFace.widthOf(text) * font.unitsPerEm, 6);
});
