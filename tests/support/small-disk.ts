/** A disk of a few megabytes in place of a folder, to be filled and emptied again (Linux, as root). */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallDisk {
  /** Leaves not one block free. */
  fill(): void;
  /** Leaves so many bytes, in whole blocks, or none where somebody writes meanwhile. Errors: RangeError where there are not so many. */
  leave(bytes: number): void;
  /** Takes away what `fill` and `leave` have written. */
  free(): void;
  unmount(): void;
}

export const canMountDisks = (): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const probe = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim();
  try {
    mountSmallDisk(probe, 65_536).unmount();
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
};

export function mountSmallDisk(
  folder: string,
  bytes: number,
  owner: { readonly uid: number; readonly gid: number } | null = null,
): SmallDisk {
  mkdirSync(folder, { recursive: true });
  // Its owner's from the first moment: an application that starts meanwhile would be told that it may not look into it.
  const owned = owner === null ? '' : `,uid=${owner.uid},gid=${owner.gid}`;
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=0700${owned}`, 'tmpfs', folder], {
    stdio: 'pipe',
  });
  const ballast = join(folder, 'ballast');
  const leave = (wanted: number): void => {
    const { bavail, bsize } = statfsSync(folder);
    const blocks = bavail - Math.ceil(wanted / bsize);
    if (blocks < 0) throw new RangeError(`the disk has ${bavail * bsize} bytes left, not ${wanted}`);
    try {
      appendFileSync(ballast, Buffer.alloc(blocks * bsize));
    } catch (error) {
      // Somebody else has written meanwhile: what they took is not there to be filled, and the disk is as full as it can be.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  };
  return {
    fill: () => leave(0),
    leave,
    free: () => rmSync(ballast, { force: true }),
    unmount: () => void execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' }),
  };
}
