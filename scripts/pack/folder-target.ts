/** Linux, beside AppImage and deb: the program in a folder with its starter, which alone is brought up to date by the program itself. */
import { execFileSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { projectDir } from '../setup/paths.mjs';

const STARTER = 'starter.sh';

/** Packs the folder of the program into `file`, the same at each time. `date`: in seconds since 1970. Throws where tar fails. */
export function packFolder(program: string, file: string, date: string): void {
  execFileSync('tar', [
    '--create',
    `--file=${file}`,
    '--use-compress-program=gzip -n',
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    // Whatever the mode is of the starter in this clone.
    '--mode=u+w,go-w,a+rX',
    `--mtime=@${date}`,
    `--transform=s,^${basename(program)},resident-vault/program,`,
    `--transform=s,^${STARTER}$,resident-vault/resident-vault,`,
    `--directory=${dirname(program)}`,
    basename(program),
    `--directory=${join(projectDir, 'assets')}`,
    STARTER,
  ]);
}
