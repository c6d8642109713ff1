// @vitest-environment happy-dom
/** The mark on a paper: in words, as a code, and as a QR code that is read again. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { findQr } from '../../../renderer/trace/find-qr.ts';
import { registerMessages, initI18n } from '../../../renderer/messages/i18n.ts';
import { OnEveryPage } from '../../../renderer/trace/OnEveryPage.tsx';
import { traceWords } from '../../../renderer/trace/words.ts';

const MARK = { name: '王晓', desk: 2, at: new Date(2026, 10, 28, 9, 7).getTime(), code: 'ZDBX-Y7MC-J5PN' };

beforeAll(() => {
  registerMessages(traceWords);
  initI18n('zh-CN');
});

const laid = (mark: typeof MARK | (Omit<typeof MARK, 'code'> & { code: null }) | null): HTMLElement => {
  const root = document.createElement('div');
  root.innerHTML = renderToStaticMarkup(<OnEveryPage mark={mark}>纸上的内容</OnEveryPage>);
  return root;
};

/** The modules of the drawn code, eight pixels each. */
function pixelsOf(svg: Element) {
  const [, , side] = svg.getAttribute('viewBox')!.split(' ').map(Number);
  const size = side! * 8;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y] of svg
    .querySelector('path')!
    .getAttribute('d')!
    .matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let down = 0; down < 8; down += 1) {
      const from = 4 * ((Number(y) * 8 + down) * size + Number(x) * 8);
      for (let at = from; at < from + 32; at += 4) data.fill(0, at, at + 3);
    }
  return { width: size, height: size, data };
}

describe('a paper', () => {
  it('says who had it, at which desk and when, in words and as a code', () => {
    const foot = laid(MARK).querySelector('[data-testid=paper-trace]')!;
    expect(foot.textContent).toContain('王晓 · 第 2 台电脑 · 2026-11-28 09:07');
    expect(foot.textContent).toContain('ZDBX-Y7MC-J5PN');
  });

  it('has the code as a QR code that is read again', () => {
    const svg = laid(MARK).querySelector('[data-testid=paper-trace-qr]')!;
    expect(findQr(() => pixelsOf(svg))).toBe('ZDBX-Y7MC-J5PN');
  });

  it('keeps person and time where the store has no code for it', () => {
    const paper = laid({ ...MARK, code: null });
    expect(paper.textContent).toContain('王晓');
    expect(paper.querySelector('[data-testid=paper-trace-qr]')).toBeNull();
  });

  it('has no mark where nobody is signed in, and its content either way', () => {
    expect(laid(null).querySelector('[data-testid=paper-trace]')).toBeNull();
    for (const mark of [null, MARK]) expect(laid(mark).textContent).toContain('纸上的内容');
  });
});
