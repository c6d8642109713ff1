/** The bundles, one a process and one for each kind of thread of the vault, and nothing else: what each may hold and which runtime it is made for. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';
import { distDir, projectDir } from '../setup/paths.mjs';
import { inlineRouteNames } from './inline-route-names.ts';
import { oneByteText } from './one-byte-text.ts';
import { readWrappedModulesOnce } from './read-once.ts';

/** Native modules are loaded from node_modules at run time; everything else is bundled, so that what ships is what was read. */
export const NATIVE_MODULES = ['keytar', 'better-sqlite3', '@journeyapps/sqlcipher', 'argon2'] as const;

/** Built-in modules, which every bundle for Node leaves to it. */
export const BUILTINS: readonly string[] = [
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/** The stand-in runtime's Node and Chrome; newer ones run the same code. */
const NODE_TARGET = 'node20';
const CHROME_TARGET = 'chrome130';

const WITHOUT_COMMENTS = { compress: false, mangle: false, codegen: { removeWhitespace: true } } as const;

export interface BuildFacts {
  /** Electron's major version that this build was made for; an older runtime is not for real data. */
  readonly electronMajor: number;
}

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

export interface NodeBundle {
  /** Relative to the folder of the sources. */
  readonly entry: string;
  /** Relative to the folder that is built into. */
  readonly file: string;
  readonly external: readonly string[];
  readonly split: boolean;
  /** Files that it reads when it runs, copied to where it lies; relative to the folder of the sources. */
  readonly beside?: readonly string[];
  /** The same for every file of some folders, which keep their names. */
  readonly foldersBeside?: readonly string[];
}

const FACE = 'node_modules/@expo-google-fonts/noto-sans-sc';

export const NODE_BUNDLES: readonly NodeBundle[] = [
  {
    entry: 'main/main.ts',
    file: 'main/main.cjs',
    external: ['electron', 'keytar', ...BUILTINS],
    // What checks an update comes where there is one.
    split: true,
  },
  {
    entry: 'main/vault/process.ts',
    file: 'vault/process.cjs',
    external: [...NATIVE_MODULES.filter((name) => name !== 'keytar'), ...BUILTINS],
    split: true,
    foldersBeside: ['assets/law', 'assets/training'],
  },
  {
    entry: 'main/vault/import/workbook-worker.ts',
    file: 'vault/workbook-worker.cjs',
    external: BUILTINS,
    split: false,
  },
  {
    entry: 'main/vault/import/sheet-worker.ts',
    file: 'vault/sheet-worker.cjs',
    external: BUILTINS,
    split: false,
  },
  {
    entry: 'main/vault/key-management/reseal-worker.ts',
    file: 'vault/reseal-worker.cjs',
    external: BUILTINS,
    split: false,
  },
  {
    entry: 'main/vault/store/engine/check-worker.ts',
    file: 'vault/check-worker.cjs',
    external: BUILTINS,
    split: false,
  },
  {
    entry: 'main/vault/pdf/pdf-worker.ts',
    file: 'vault/pdf-worker.cjs',
    external: BUILTINS,
    split: false,
    // The face goes with its licence.
    beside: [
      `${FACE}/400Regular/NotoSansSC_400Regular.ttf`,
      `${FACE}/LICENSE_FONT`,
      'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc',
    ],
  },
  {
    entry: 'main/vault/sealed-files/seal-worker.ts',
    file: 'vault/seal-worker.cjs',
    external: BUILTINS,
    split: false,
  },
  {
    entry: 'main/vault/log-export/verify-process.ts',
    file: 'vault/verify-log-export.cjs',
    external: BUILTINS,
    split: false,
  },
  {
    entry: 'main/vault/scan/scan-process.ts',
    file: 'scan/scan-process.cjs',
    external: BUILTINS,
    // What reads PDF comes with the first one, and the tables of Chinese fonts with it.
    split: true,
    foldersBeside: ['node_modules/pdfjs-dist/cmaps'],
  },
  {
    entry: 'main/carrier/process.ts',
    file: 'carrier/process.cjs',
    // What `pg` would use if it were there.
    external: ['pg-native', 'pg-cloudflare', ...BUILTINS],
    split: false,
  },
  { entry: 'preload/bridge.ts', file: 'preload/bridge.cjs', external: ['electron'], split: false },
  { entry: 'preload/paper.ts', file: 'preload/paper.cjs', external: ['electron'], split: false },
];

/** Files that threads of the vault load from beside their bundles. */
export const BESIDE_THREADS: readonly string[] = NODE_BUNDLES.flatMap(({ beside }) => beside ?? []);

/** The files that threads of the vault start from, relative to the folder of the sources. */
export const THREAD_ENTRIES: readonly string[] = NODE_BUNDLES.map(({ entry }) => entry).filter((entry) =>
  entry.endsWith('-worker.ts'),
);

/** Settings that every build has in common. */
export const COMMON: InlineConfig = {
  configFile: false,
  root: projectDir,
  logLevel: 'warn',
  publicDir: false,
  mode: 'production',
};

/** What tuf-js would fetch and say with: here it reads files by a fetcher of ours. */
const NO_USE: ReadonlySet<string> = new Set(['make-fetch-happen', 'debug']);

/** Modules that are required and of no use: in their place stands one that does nothing. */
const leaveOut = (): Plugin => ({
  name: 'resident-vault:leave-out',
  enforce: 'pre',
  resolveId: (id) => (NO_USE.has(id) ? `\0left-out:${id}` : null),
  load: (id) => (id.startsWith('\0left-out:') ? 'export default () => () => undefined;' : null),
});

/** Where a bundle is built from and to, and for whom. */
export interface BuildPlace {
  /** Folder of the sources. */
  readonly root: string;
  readonly outDir: string;
  readonly mode: 'production' | 'development';
  readonly sourcemap: boolean | 'inline';
}

const SHIPPED: BuildPlace = { root: projectDir, outDir: distDir, mode: 'production', sourcemap: false };

/** Of a folder and those in it, each by its path from there. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/** Where a file is copied to, beside a bundle: a library that is bundled looks for its own in its folder `data`. */
export const nameBeside = (path: string): string =>
  basename(dirname(path)) === 'data' ? `data/${basename(path)}` : basename(path);

const copyBeside = ({ file, beside = [], foldersBeside = [] }: NodeBundle, root: string): Plugin => ({
  name: 'resident-vault:copy-beside',
  generateBundle() {
    const copied = [
      ...beside.map((path) => [path, nameBeside(path)] as const),
      ...foldersBeside.flatMap((folder) =>
        filesIn(placeOf(folder, root)).map(
          (name) => [`${folder}/${name}`, `${basename(folder)}/${name}`] as const,
        ),
      ),
    ];
    for (const [path, name] of copied)
      this.emitFile({
        type: 'asset',
        fileName: `${dirname(file)}/${name}`,
        source: readFileSync(placeOf(path, root)),
      });
  },
});

/** Libraries lie with the project, wherever its sources were copied to. */
const placeOf = (path: string, root: string): string =>
  join(path.startsWith('node_modules/') ? projectDir : root, path);

/** The configuration of one bundle for Node or for the preload. */
export function nodeConfig(bundle: NodeBundle, facts: BuildFacts, place = SHIPPED): InlineConfig {
  return {
    ...COMMON,
    root: place.root,
    mode: place.mode,
    // A map of the source would no longer fit what it maps.
    plugins: [
      inlineRouteNames(),
      leaveOut(),
      copyBeside(bundle, place.root),
      ...(place.sourcemap === false ? [oneByteText()] : []),
    ],
    define: {
      __ELECTRON_MAJOR__: JSON.stringify(facts.electronMajor),
      'process.env.NODE_ENV': JSON.stringify(place.mode),
    },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: bundle.entry,
      target: NODE_TARGET,
      outDir: place.outDir,
      emptyOutDir: false,
      minify: false,
      sourcemap: place.sourcemap,
      rollupOptions: {
        external: [...bundle.external],
        // Schemas that a bundle does not use are left out of it: the preload runs before every page and has none.
        treeshake: { moduleSideEffects: 'no-external', manualPureFunctions: ['z'] },
        // What the vault loads behind the lock screen lies beside it; the others are one file each.
        output: {
          format: 'cjs',
          entryFileNames: bundle.file,
          chunkFileNames: `${dirname(bundle.file)}/[name].cjs`,
          codeSplitting: bundle.split,
          // Names stay for whoever reads what ships, or where it failed; comments would only be kept in memory.
          minify: place.sourcemap === false ? WITHOUT_COMMENTS : false,
        },
      },
    },
  };
}

/** Names the file of whatever comes with an entry by itself, and not only once it is asked for. */
function reachedFrom(entry: string, file: string): (id: string, modules: ModuleGraph) => string | null {
  let reached: Set<string> | null = null;
  return (id, modules) => {
    reached ??= withImports(join(projectDir, entry), modules);
    return reached.has(id) ? file : null;
  };
}

function withImports(entry: string, modules: ModuleGraph): Set<string> {
  const reached = new Set([entry]);
  // A set hands out what is added to it while it is walked.
  for (const id of reached)
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
  return reached;
}

const FIRST_SCREEN = 'first-screen';
/** Packages of dialogs, menus and the palette, two thirds as much again as the lock screen itself, and of charts. */
const NOT_IN_FIRST_SCREEN = /node_modules\/(react-aria|react-stately|@internationalized|pinyin-pro|d3-)/;

/** Fails a build in which the lock screen would wait for what only later screens use. */
const keepFirstScreenSmall = (): Plugin => ({
  name: 'keep-first-screen-small',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.name !== FIRST_SCREEN) continue;
      const heavy = chunk.moduleIds.find((id) => NOT_IN_FIRST_SCREEN.test(id));
      if (heavy !== undefined)
        this.error(`${heavy} came into the first screen: import what uses it when it is shown`);
    }
  },
});

function rendererConfig(): InlineConfig {
  const page = pageConfig('renderer');
  return {
    ...page,
    plugins: [...(page.plugins ?? []), keepFirstScreenSmall()],
    build: {
      ...page.build,
      // All that the first screen takes is one file, however much of it other screens share.
      rollupOptions: {
        output: { codeSplitting: { groups: [{ name: reachedFrom('renderer/main.tsx', FIRST_SCREEN) }] } },
      },
    },
  };
}

/** A page and all that comes with it, built from the folder of its index.html into the folder of the same name. */
const pageConfig = (folder: string): InlineConfig => ({
  ...COMMON,
  root: join(projectDir, folder),
  base: './',
  plugins: [inlineRouteNames(), react(), readWrappedModulesOnce(), oneByteText()],
  build: {
    target: CHROME_TARGET,
    outDir: join(distDir, folder),
    emptyOutDir: true,
    sourcemap: false,
    // Inlined assets would be data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One sheet of 35 kB: the lock screen waits for each request.
    cssCodeSplit: false,
    // Read from the disk beside it: what a network would carry does not matter.
    chunkSizeWarningLimit: 1000,
  },
});

/** The page in the window is first: its folder is emptied, and the page that is printed lies in it. */
export function bundleConfigs(facts: BuildFacts): readonly InlineConfig[] {
  return [
    ...NODE_BUNDLES.map((bundle) => nodeConfig(bundle, facts)),
    rendererConfig(),
    pageConfig('renderer/paper'),
  ];
}
