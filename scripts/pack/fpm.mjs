#!/usr/bin/env node
/**
 * Makes the Debian package with dpkg-deb alone, called by electron-builder as it calls fpm, which would have to be downloaded. Owners, modes and times
 * are always the same, so that the same program makes the same package.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { settleModes } from './after-pack.mjs';

/** @type {import('node:util').ParseArgsConfig['options']} Of fpm's, what electron-builder says for a deb. */
const OPTIONS = {
  s: { type: 'string', short: 's' },
  t: { type: 'string', short: 't' },
  d: { type: 'string', short: 'd', multiple: true },
  force: { type: 'boolean' },
  ...Object.fromEntries(
    (
      'architecture after-install after-remove description version package name maintainer ' +
      'vendor url license category deb-priority deb-compression'
    )
      .split(' ')
      .map((name) => [name, { type: 'string' }]),
  ),
};

/** Files of a folder, by their paths from there, in order. @param {string} root @param {string} [folder] @returns {readonly string[]} */
const filesIn = (root, folder = root) =>
  readdirSync(folder, { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? [...filesIn(root, path)] : [relative(root, path)];
    });

/** @param {string} path @param {number} seconds */
function settleTimes(path, seconds) {
  if (lstatSync(path).isDirectory())
    for (const name of readdirSync(path)) settleTimes(join(path, name), seconds);
  lutimesSync(path, seconds, seconds);
}

/** @param {Readonly<Record<string, string>>} values @param {readonly string[]} depends @param {number} kilobytes */
const controlOf = (values, depends, kilobytes) =>
  [
    ['Package', values['name']],
    ['Version', values['version']],
    ['Architecture', values['architecture']],
    ['Maintainer', values['maintainer']],
    ['Installed-Size', String(kilobytes)],
    ['Depends', depends.join(', ')],
    ['Section', values['category'] ?? 'misc'],
    ['Priority', values['deb-priority']],
    ['Homepage', values['url']],
    [
      'Description',
      (values['description'] ?? '')
        .trim()
        .split(/\s*\n\s*/)
        .join('\n '),
    ],
  ]
    .map(([field, text]) => `${field}: ${text}\n`)
    .join('');

const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
const said = /** @type {Record<string, string>} */ (values);
const root = mkdtempSync(join(tmpdir(), 'deb-'));
try {
  for (const word of positionals) {
    const [from = '', to = ''] = word.split('=');
    mkdirSync(dirname(join(root, to)), { recursive: true });
    cpSync(from, join(root, to), { recursive: true, verbatimSymlinks: true });
  }
  const files = filesIn(root).filter((name) => lstatSync(join(root, name)).isFile());
  const sums = files.map(
    (name) =>
      `${createHash('md5')
        .update(readFileSync(join(root, name)))
        .digest('hex')}  ${name}\n`,
  );
  const bytes = files.reduce((sum, name) => sum + lstatSync(join(root, name)).size, 0);
  settleModes(root);
  const control = join(root, 'DEBIAN');
  mkdirSync(control);
  const depends = /** @type {readonly string[]} */ (/** @type {unknown} */ (values['d'] ?? []));
  writeFileSync(join(control, 'control'), controlOf(said, depends, Math.ceil(bytes / 1024)));
  writeFileSync(join(control, 'md5sums'), sums.join(''));
  for (const [name, file] of [
    ['postinst', said['after-install']],
    ['postrm', said['after-remove']],
  ]) {
    cpSync(/** @type {string} */ (file), join(control, /** @type {string} */ (name)));
  }
  settleModes(control);
  for (const name of ['postinst', 'postrm']) chmodSync(join(control, name), 0o755);
  settleTimes(root, Number(process.env.SOURCE_DATE_EPOCH));
  execFileSync(
    'dpkg-deb',
    [
      '--root-owner-group',
      `-Z${said['deb-compression']?.replace(/^gz$/, 'gzip')}`,
      '--build',
      root,
      said['package'] ?? '',
    ],
    { stdio: 'inherit' },
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}
