/** What was copied is gone from the clipboard in time, and nothing that somebody copied after it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { COPIED_SECONDS } from '../../../contract/people/lists.ts';
import { type Copied, createCopied } from '../../../main/shell/copied.ts';
import { secretFormats } from '../../../main/shell/secret-formats.ts';

const VALUE = '14100007788';
let text: string;
let copied: Copied;

beforeEach(() => {
  vi.useFakeTimers();
  text = 'what was there';
  copied = createCopied({
    clipboard: {
      writeSecret: async (next) => void (text = next),
      readText: async () => text,
      clear: () => void (text = ''),
    },
    monotonic: () => performance.now(),
    setTimer: (work, ms) => setTimeout(work, ms),
    clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout | undefined),
  });
});
afterEach(() => void vi.useRealTimers());

const copy = async (): Promise<boolean> => {
  copied.announce();
  return copied.write(VALUE);
};
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

it('is there until its time is over, and gone then', async () => {
  expect(await copy()).toBe(true);
  await pass(COPIED_SECONDS * 1000 - 1);
  expect(text).toBe(VALUE);
  await pass(1);
  expect(text).toBe('');
});

it('leaves what somebody has copied meanwhile', async () => {
  await copy();
  text = 'another';
  await pass(60_000);
  await copied.end();
  expect(text).toBe('another');
});

it('is gone at a lock, and its timer touches nothing afterwards', async () => {
  await copy();
  await pass(5_000);
  await copied.end();
  expect(text).toBe('');
  text = VALUE;
  await pass(60_000);
  expect(text).toBe(VALUE);
});

it('counts its time anew where the same value is copied again', async () => {
  await copy();
  await pass(10_000);
  await copy();
  await pass(COPIED_SECONDS * 1000 - 1);
  expect(text).toBe(VALUE);
  await pass(1);
  expect(text).toBe('');
});

it('writes nothing that the vault has not announced, nothing twice, and nothing late', async () => {
  expect(await copied.write(VALUE)).toBe(false);
  copied.announce();
  await pass(5_001);
  expect(await copied.write(VALUE)).toBe(false);
  await copy();
  expect(await copied.write('14100007799')).toBe(false);
  expect(text).toBe(VALUE);
});

it('touches nothing where nothing was copied', async () => {
  await copied.end();
  expect(text).toBe('what was there');
});

it.each([
  ['win32', 'CanIncludeInClipboardHistory'],
  ['win32', 'CanUploadToCloudClipboard'],
  ['win32', 'ExcludeClipboardContentFromMonitorProcessing'],
  ['darwin', 'org.nspasteboard.ConcealedType'],
  ['linux', 'x-kde-passwordManagerHint'],
] as const)('asks %s by %s to be left out of histories, beside the text itself', async (platform, mark) => {
  const formats = secretFormats(platform, VALUE);
  expect(await formats['text/plain']?.text()).toBe(VALUE);
  expect(Object.keys(formats)).toContain(`electron application/osclipboard;format="${mark}"`);
});
