/** What Windows does where somebody has a file open for a moment, played by the file system's functions; by a real process in `tests/windows/`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as moveAndRemove from '../../../main/files/move-and-remove.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>();
  return { ...real, rename: vi.fn(real.rename), rm: vi.fn(real.rm) };
});

const held = (code: string): Error => Object.assign(new Error(code), { code });
const platform = process.platform;
let from: string;
let to: string;
beforeEach(() => {
  const folder = makeTempDir();
  [from, to] = [join(folder, 'a.new'), join(folder, 'a')];
  writeFileSync(from, 'new');
});
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
  vi.useRealTimers();
  vi.resetModules();
  vi.mocked(files.rename).mockClear();
  vi.mocked(files.rm).mockClear();
});

async function load(system: NodeJS.Platform): Promise<typeof moveAndRemove> {
  Object.defineProperty(process, 'platform', { value: system });
  vi.resetModules();
  return import('../../../main/files/move-and-remove.ts');
}

describe('a rename and a removal on Windows', () => {
  it.each(['EPERM', 'EBUSY', 'EACCES'])('outlast a scanner: %s', async (code) => {
    const { rename, rm } = await load('win32');
    vi.mocked(files.rename).mockRejectedValueOnce(held(code)).mockRejectedValueOnce(held(code));
    await rename(from, to);
    expect(readFileSync(to, 'utf8')).toBe('new');
    vi.mocked(files.rm).mockRejectedValueOnce(held(code));
    await rm(to);
    expect(existsSync(to)).toBe(false);
    expect(files.rename).toHaveBeenCalledTimes(3);
  });

  it('fail at once where the file is not there', async () => {
    const { rename } = await load('win32');
    await expect(rename(`${from}.none`, to)).rejects.toThrow('ENOENT');
    expect(files.rename).toHaveBeenCalledTimes(1);
  });

  it('fail within four seconds where somebody keeps it', async () => {
    const { rename } = await load('win32');
    vi.mocked(files.rename).mockRejectedValue(held('EBUSY'));
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const failing = expect(rename(from, to)).rejects.toThrow('EBUSY');
    await vi.advanceTimersByTimeAsync(4_000);
    await failing;
    vi.mocked(files.rename).mockRestore();
  });
});

describe('elsewhere', () => {
  it('fail at once: nothing is gained by another try', async () => {
    const { rename } = await load('linux');
    const folder = `${from}.folder`;
    mkdirSync(folder);
    writeFileSync(join(folder, 'inside'), '');
    await expect(rename(from, folder)).rejects.toThrow();
    expect(files.rename).toHaveBeenCalledTimes(1);
  });
});
