/** A screen where there is none: Xvfb with a cookie of its own, whose pixels can be read without asking any program. */
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppUser, asUser } from './app-user.ts';
import { firstLine, startHelper, stopHelper } from './children.ts';
import { encodePng, readXwd } from './xwd-to-png.ts';

export interface Display {
  /** DISPLAY and XAUTHORITY for programs that are to show themselves there. */
  readonly env: { readonly DISPLAY?: string; readonly XAUTHORITY?: string };
  /** Writes what the screen shows now as a PNG file. */
  screenshot(file: string): void;
  stop(): Promise<void>;
}

/** One entry of family "any host" with an empty display number fits whichever number Xvfb picks (Xauth(3), FamilyWild). */
function authorityFile(cookie: Buffer): Buffer {
  const counted = (bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    counted(Buffer.alloc(0)),
    counted(Buffer.alloc(0)),
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(cookie),
  ]);
}

export async function startDisplay(user: AppUser | null, size = '1280x800x24'): Promise<Display> {
  const folder = mkdtempSync(join(tmpdir(), 'rv-display-'));
  const authority = join(folder, 'authority');
  writeFileSync(authority, authorityFile(randomBytes(16)), { mode: 0o600 });
  const frames = join(folder, 'frames');
  mkdirSync(frames, { mode: 0o700 });
  if (user !== null) for (const path of [folder, authority, frames]) chownSync(path, user.uid, user.gid);
  const server = startHelper(
    [
      ...asUser(user),
      'Xvfb',
      '-displayfd',
      '3',
      '-screen',
      '0',
      size,
      '-nolisten',
      'tcp',
      '-auth',
      authority,
      '-fbdir',
      frames,
      // No key repeats: where the screen stalls between a key and its release, a typed PIN would have a digit twice.
      '-r',
      // Not begun anew when its last program leaves: one that asks for a window leaves at once, and takes with it whoever is just coming.
      '-noreset',
    ],
    { env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: folder }, extraPipe: true },
  );
  const number = await firstLine(server, server.stdio[3] as NodeJS.ReadableStream, 'Xvfb');
  return {
    env: { DISPLAY: `:${number}`, XAUTHORITY: authority },
    screenshot: (file) => writeFileSync(file, encodePng(readXwd(readFileSync(join(frames, 'Xvfb_screen0'))))),
    async stop() {
      await stopHelper(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
