/** The native module that hardens a process, compiled as the build compiles it and loaded into a process of its own; what it keeps out is tried in tests/attack/process-memory.test.ts. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hardenProcess } from '../../../main/harden-process.ts';
import { buildNative } from '../../../scripts/build/build-native.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const folder = makeTempDir();

describe('a process', () => {
  it('counts as open to others where the module is missing, or is something else', () => {
    expect(hardenProcess(join(folder, 'missing.node'))).toBe(false);
    const other = join(folder, 'other.cjs');
    writeFileSync(other, 'module.exports = {};');
    expect(hardenProcess(other)).toBe(false);
  });
});

describe.skipIf(process.platform !== 'linux')('the native module', () => {
  beforeAll(() => buildNative(folder));

  it('says true, once the process may leave no core file', () => {
    const file = join(folder, 'native', 'harden-process.node');
    const script = `console.log(require(process.argv[1]), /^Max core file size +0 +0 /m.test(require('node:fs').readFileSync('/proc/self/limits', 'utf8')))`;
    const told = execFileSync('/bin/sh', [
      '-c',
      'ulimit -c unlimited; exec "$@"',
      'sh',
      process.execPath,
      '-e',
      script,
      file,
    ]);
    expect(told.toString().trim()).toBe('true true');
  });
});
