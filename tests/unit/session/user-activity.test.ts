/** What nobody waits for holds back while somebody types at the counter. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScannerRequest } from '../../../contract/sweep/scanner.ts';
import { createUserActivity, yieldToUser, LONGEST_MS, PAUSE_MS } from '../../../main/vault/user-activity.ts';
import type { ScannerLine } from '../../../main/vault/scanner-line.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const scan = (id: number): ScannerRequest => ({
  type: 'scan',
  id,
  path: `/${id}`,
  key: new Uint8Array(32),
  today: 0,
});

/** A scanner beside a desk, and the numbers of the files it was asked for. */
async function scannerAtDesk(how: { readonly ahead: boolean }) {
  const asked: number[] = [];
  const line: ScannerLine = {
    around: {} as ScannerLine['around'],
    ask: (request) => void asked.push((request as { readonly id: number }).id),
    listen: () => undefined,
    end: () => undefined,
  };
  const desk = createUserActivity();
  const scanners = yieldToUser(
    { start: () => Promise.resolve(line), showFile: () => undefined, areThere: true },
    desk,
  );
  return { asked, desk, line: await scanners.start(how) };
}

describe('a scanner of leftover files', () => {
  it('is asked at once where nobody types', async () => {
    const { asked, desk, line } = await scannerAtDesk({ ahead: false });
    desk.note('sweep.begin');
    line.ask(scan(1));
    line.ask(scan(2));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([1, 2]);
  });

  it.each(['people.search', 'people.searchNext', 'people.open'])(
    'is asked nothing until a moment after the last %s',
    async (route) => {
      const { asked, desk, line } = await scannerAtDesk({ ahead: false });
      desk.note(route);
      line.ask(scan(1));
      await vi.advanceTimersByTimeAsync(PAUSE_MS - 100);
      desk.note(route);
      await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
      expect(asked).toEqual([]);
      await vi.advanceTimersByTimeAsync(1);
      expect(asked).toEqual([1]);
    },
  );

  it('is asked in the end where the typing never pauses, each file in its turn', async () => {
    const { asked, desk, line } = await scannerAtDesk({ ahead: false });
    line.ask(scan(0));
    await vi.advanceTimersByTimeAsync(0);
    const typing = setInterval(() => desk.note('people.search'), 50);
    desk.note('people.search');
    line.ask(scan(1));
    line.ask(scan(2));
    await vi.advanceTimersByTimeAsync(LONGEST_MS - 1);
    expect(asked).toEqual([0]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(LONGEST_MS);
    expect(asked).toEqual([0, 1, 2]);
    clearInterval(typing);
  });

  it('is asked at once where somebody waits for what it finds', async () => {
    const { asked, desk, line } = await scannerAtDesk({ ahead: true });
    desk.note('people.search');
    line.ask(scan(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([1]);
  });
});
