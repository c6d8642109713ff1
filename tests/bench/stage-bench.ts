/** The bench's own copies of application and runtime, which no other build replaces while it runs, and the bare application beside them. */
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type InlineConfig, build } from 'vite';
import { BUILTINS, COMMON, NATIVE_MODULES } from '../../scripts/build/bundles.ts';
import { type AppUser, asUser } from '../../scripts/desktop/app-user.ts';
import { prepareApp } from '../../scripts/desktop/prepare-app.ts';
import type { StagedApp } from '../../scripts/desktop/stage.ts';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { clockForCopy } from './argon-clock.ts';

export interface BenchStage {
  readonly app: StagedApp;
  readonly bare: StagedApp;
  /** A folder that the application's user can write to. */
  readonly exchange: string;
  /** Lines of two times for each Argon2id that the copy of the application has done. */
  readonly argonLog: string;
  dispose(): void;
}

const bareDir = join(projectDir, 'tests', 'bench', 'bare');
const EXTERNAL = ['electron', ...NATIVE_MODULES, ...BUILTINS];

function nodeBundle(entry: string, outDir: string): InlineConfig {
  return {
    ...COMMON,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(bareDir, `${entry}.ts`),
      target: 'node20',
      outDir,
      emptyOutDir: false,
      minify: false,
      rollupOptions: {
        external: EXTERNAL,
        output: { format: 'cjs', entryFileNames: `${entry}.cjs`, codeSplitting: false },
      },
    },
  };
}

function pageBundle(outDir: string): InlineConfig {
  return {
    ...COMMON,
    root: bareDir,
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir,
      emptyOutDir: false,
      lib: { entry: join(bareDir, 'list.tsx'), formats: ['iife'], name: 'bare', fileName: () => 'list.js' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  };
}

async function buildBare(outDir: string): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  for (const entry of ['main', 'preload', 'list-service', 'search-job'])
    await build(nodeBundle(entry, outDir));
  await build(pageBundle(outDir));
  const page = (body: string): string =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><body>${body}</body></html>`;
  writeFileSync(join(outDir, 'window.html'), page('<h1>Bare window</h1>'));
  writeFileSync(join(outDir, 'list.html'), page('<script src="list.js"></script>'));
  writeFileSync(
    join(outDir, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }),
  );
}

function launcher(path: string, binary: string, user: AppUser | null): string {
  const quoted = [...asUser(user), binary].map((word) => `'${word}'`).join(' ');
  writeFileSync(path, `#!/bin/sh\nulimit -c 0\nexec ${quoted} "$@"\n`, { mode: 0o755 });
  return path;
}

function makeReadable(path: string): void {
  chmodSync(path, 0o755);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) makeReadable(join(path, entry.name));
    else if (entry.isFile()) chmodSync(join(path, entry.name), 0o644);
  }
}

/** The runtime's folder as it was laid out for the user who runs it. */
function runtimeOf(staged: StagedApp): { readonly dir: string; readonly binary: string } {
  const binary = /'([^']+)' "\$@"/.exec(readFileSync(staged.executable, 'utf8'))?.[1];
  if (binary === undefined) throw new Error('the launcher names no binary');
  return { dir: dirname(binary), binary };
}

export async function stageBench(): Promise<BenchStage> {
  const staged = await prepareApp();
  const { user, runtime } = staged;
  const root = mkdtempSync(join(user === null ? tmpdir() : '/var/tmp', 'rv-bench-'));
  chmodSync(root, 0o755);
  const { dir, binary } = runtimeOf(staged);
  const exchange = join(root, 'exchange');
  mkdirSync(exchange, { mode: 0o700 });
  if (user !== null) chownSync(exchange, user.uid, user.gid);
  const argonLog = join(exchange, 'argon2id');

  cpSync(realpathSync(join(dir, 'resources', 'app')), join(root, 'app'), { recursive: true });
  const vault = join(root, 'app', 'dist', 'vault', 'process.cjs');
  writeFileSync(vault, clockForCopy(argonLog) + readFileSync(vault, 'utf8'));
  await buildBare(join(root, 'bare'));
  makeReadable(join(root, 'bare'));
  symlinkSync(join(root, 'app', 'node_modules'), join(root, 'bare', 'node_modules'));

  const place = (name: 'app' | 'bare'): StagedApp => {
    const electron = join(root, `electron-${name}`);
    cpSync(dir, electron, { recursive: true, verbatimSymlinks: true });
    rmSync(join(electron, 'resources', 'app'), { recursive: true, force: true });
    symlinkSync(join(root, name), join(electron, 'resources', 'app'));
    return {
      executable: launcher(join(root, `launch-${name}`), join(electron, binary.slice(dir.length + 1)), user),
      runtime,
      user,
    };
  };
  return {
    app: place('app'),
    bare: place('bare'),
    exchange,
    argonLog,
    dispose: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
