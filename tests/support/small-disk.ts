/** A disk of a few megabytes in place of a folder, to be filled and emptied again (Linux, as root). */
import { execFileSync } from 'node:child_process';
import { appendFileSync, chownSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallDisk {
  /** Leaves not one block free. */
  fill(): void;
  /** Takes away what `fill` has written. */
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

export function mountSmallDisk(folder: string, bytes: number, owner: { readonly uid: number; readonly gid: number } | null = null): SmallDisk {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=0700`, 'tmpfs', folder], { stdio: 'pipe' });
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const ballast = join(folder, 'ballast');
  return {
    fill() {
      for (let block = 256 * 1024; block >= 512; block /= 2) {
        try {
          for (;;) appendFileSync(ballast, Buffer.alloc(block));
        } catch {
          // Full for blocks of this size.
        }
      }
    },
    free: () => rmSync(ballast, { force: true }),
    unmount: () => void execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' }),
  };
}
