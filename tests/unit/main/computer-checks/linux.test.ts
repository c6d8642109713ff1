/** What the files and programs of a computer with Linux tell, and what is read of it. */
import { describe, expect, it } from 'vitest';
import type { CheckReading } from '../../../../contract/computer-checks/lists.ts';
import { type SystemFiles, checkLinux } from '../../../../main/computer-checks/linux.ts';
import type { RunProgram } from '../../../../main/computer-checks/run-program.ts';

const NOW = Date.UTC(2026, 10, 28, 9);
const DAY_MS = 86_400_000;
type Tree = Readonly<Record<string, string>>;

const filesOf = (tree: Tree, changed: Readonly<Record<string, number>> = {}): SystemFiles => ({
  text: (path) => tree[path] ?? null,
  names: (folder) => [
    ...new Set(
      Object.keys(tree)
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''),
    ),
  ],
  changed: (path) => changed[path] ?? null,
});

/** By path and arguments, in one line. */
const programs =
  (answers: Readonly<Record<string, string>>): RunProgram =>
  async (path, args) => {
    const out = answers[[path, ...args].join(' ')];
    return out === undefined ? null : { out, err: '', code: 0 };
  };

async function read(
  tree: Tree,
  answers: Readonly<Record<string, string>> = {},
  { env = {}, changed = {} }: { env?: NodeJS.ProcessEnv; changed?: Readonly<Record<string, number>> } = {},
) {
  const readings = await checkLinux(programs(answers), env, filesOf(tree, changed), NOW);
  return Object.fromEntries(readings.map((reading) => [reading.check, said(reading)]));
}
const said = ({ answer, why, figure }: CheckReading): string =>
  [answer, why, figure].filter((part) => part !== null).join(' ');

const mounted = (device: string, source: string): string =>
  `22 1 ${device} / / rw,relatime shared:1 - ext4 ${source} rw\n23 22 0:5 / /dev rw - devtmpfs udev rw\n`;
/** Ubuntu with its drive encrypted: a volume of a group that lies on an encrypted partition. */
const ENCRYPTED: Tree = {
  '/proc/self/mountinfo': mounted('253:1', '/dev/mapper/vgubuntu-root'),
  '/sys/dev/block/253:1/uevent': 'MAJOR=253',
  '/sys/dev/block/253:1/dm/uuid': 'LVM-Qm5S0xT9\n',
  '/sys/dev/block/253:1/slaves/dm-0/uevent': '',
  '/sys/class/block/dm-0/uevent': 'MAJOR=253',
  '/sys/class/block/dm-0/dm/uuid': 'CRYPT-LUKS2-7f3f0f-dm_crypt-0\n',
};

describe('what is read of a computer with Linux', () => {
  it('finds the encryption under the volume that the system lies on', async () => {
    expect((await read(ENCRYPTED))['disk-encryption']).toBe('yes');
    const { '/sys/class/block/dm-0/dm/uuid': _uuid, ...plain } = ENCRYPTED;
    expect((await read(plain))['disk-encryption']).toBe('no');
  });

  it('finds a file system with a number of its own by its name', async () => {
    const tree = {
      '/proc/self/mountinfo': mounted('0:27', '/dev/mapper/luks-1'),
      '/sys/class/block/dm-3/uevent': '',
      '/sys/class/block/dm-3/dm/name': 'luks-1\n',
      '/sys/class/block/dm-3/dm/uuid': 'CRYPT-LUKS2-1',
    };
    expect((await read(tree))['disk-encryption']).toBe('yes');
    expect(
      (await read({ ...tree, '/proc/self/mountinfo': mounted('0:27', 'overlay') }))['disk-encryption'],
    ).toBe('unknown not-understood');
    expect((await read({}))['disk-encryption']).toBe('unknown no-answer');
  });

  it.each([
    ['/etc/gdm3/custom.conf', '[daemon]\n#  AutomaticLoginEnable = true\n', 'yes'],
    ['/etc/gdm3/custom.conf', '[daemon]\nAutomaticLoginEnable=True\nAutomaticLogin=front\n', 'no'],
    ['/etc/lightdm/lightdm.conf', '[Seat:*]\n#autologin-user=\nautologin-user=\n', 'yes'],
    ['/etc/lightdm/lightdm.conf.d/50-x.conf', '[Seat:*]\nautologin-user=front\n', 'no'],
    ['/etc/sddm.conf.d/autologin.conf', '[Autologin]\nUser=front\n', 'no'],
    ['/etc/motd', '', 'unknown not-understood'],
  ])('reads %s', async (path, text, expected) => {
    expect((await read({ [path]: text }))['sign-in']).toBe(expected);
  });

  it('reads the screen lock of a desktop like GNOME, and of no other', async () => {
    const get = '/usr/bin/gsettings get org.gnome.desktop';
    const lockOf = async (enabled: string, delay: string, idle: string, desktop = 'ubuntu:GNOME') =>
      (
        await read(
          {},
          {
            [`${get}.screensaver lock-enabled`]: `${enabled}\n`,
            [`${get}.screensaver lock-delay`]: `${delay}\n`,
            [`${get}.session idle-delay`]: `${idle}\n`,
          },
          { env: { XDG_CURRENT_DESKTOP: desktop } },
        )
      )['screen-lock'];
    expect(await lockOf('true', 'uint32 0', 'uint32 300')).toBe('yes 5');
    expect(await lockOf('true', 'uint32 1800', 'uint32 300')).toBe('no 35');
    expect(await lockOf('true', 'uint32 0', 'uint32 0')).toBe('no');
    expect(await lockOf('false', 'uint32 0', 'uint32 300')).toBe('no');
    expect(await lockOf('wahr', 'uint32 0', 'uint32 300')).toBe('unknown not-understood');
    expect(await lockOf('true', 'uint32 0', 'uint32 300', 'KDE')).toBe('unknown not-offered');
    expect((await read({}, {}, { env: { XDG_CURRENT_DESKTOP: 'GNOME' } }))['screen-lock']).toBe(
      'unknown no-answer',
    );
  });

  it.each([
    ['password [success=1 default=ignore] pam_unix.so obscure yescrypt', '', 'no 6'],
    ['password [success=1 default=ignore] pam_unix.so obscure minlen=9', '', 'yes 9'],
    ['password requisite pam_pwquality.so retry=3\npassword required pam_unix.so minlen=4', '', 'yes 8'],
    ['password requisite pam_pwquality.so retry=3', '# minlen = 8\nminlen = 12\n', 'yes 12'],
    ['auth required pam_unix.so', '', 'unknown not-understood'],
  ])('reads the rules of passwords: %s', async (rules, quality, expected) => {
    const tree = { '/etc/pam.d/common-password': rules, '/etc/security/pwquality.conf': quality };
    expect((await read(tree))['password-rules']).toBe(expected);
  });

  it('tells of an antivirus that runs, and never that there is none', async () => {
    expect((await read({ '/proc/812/comm': 'clamd\n' }))['antivirus']).toBe('yes');
    expect((await read({ '/proc/812/comm': 'bash\n' }))['antivirus']).toBe('unknown not-offered');
  });

  it('reads the firewall', async () => {
    const active = (unit: string) => `/usr/bin/systemctl is-active ${unit}`;
    expect((await read({ '/etc/ufw/ufw.conf': '# x\nENABLED=yes\n' }))['firewall']).toBe('yes');
    expect((await read({}, { [active('firewalld')]: 'active\n' }))['firewall']).toBe('yes');
    expect((await read({}, { [active('firewalld')]: 'inactive\n' }))['firewall']).toBe('no');
    expect((await read({}, { [active('firewalld')]: '' }))['firewall']).toBe('unknown no-answer');
    expect((await read({}))['firewall']).toBe('unknown no-answer');
  });

  it('counts the days since packages were installed', async () => {
    const days = async (count: number) =>
      (await read({}, {}, { changed: { '/var/lib/dpkg/status': NOW - count * DAY_MS } }))['updates'];
    expect(await days(45)).toBe('yes 45');
    expect(await days(46)).toBe('no 46');
    expect((await read({}))['updates']).toBe('unknown not-offered');
  });
});
