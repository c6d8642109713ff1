/** The bundles of Node and the preload for development: with source maps, built anew as what they are made of changes. */
import { type Plugin, build } from 'vite';
import { NODE_BUNDLES, type NodeBundle, nodeConfig } from '../build/bundles.ts';
import type { MadeOf } from '../build/inline-route-names.ts';
import { officialVersion } from '../setup/electron-runtime.mjs';

/** Parts that have to start again to show a bundle. */
export type Part = 'main' | 'preload' | 'vault';

const PRACTICE: NodeBundle = {
  entry: 'scripts/dev/entries/make-practice-vault.ts',
  file: 'practice/make-practice-vault.cjs',
  external: NODE_BUNDLES.flatMap(({ external }) => external),
  split: false,
};

export const PRACTICE_FILE = PRACTICE.file;

const partOf = ({ file }: NodeBundle): Part =>
  file.startsWith('vault/') ? 'vault' : file.startsWith('preload/') ? 'preload' : 'main';

/** The development entry takes the place of the shipped one. */
const DEV_BUNDLES: readonly NodeBundle[] = NODE_BUNDLES.map((bundle) =>
  bundle.entry === 'main/main.ts' ? { ...bundle, entry: 'scripts/dev/entries/main.ts' } : bundle,
);

export interface DevBundles {
  /** Builds everything that runs. Errors: what Vite throws for code that does not parse. */
  buildAll(): Promise<void>;
  /** Builds what these files, by their absolute paths, are part of; returns what came out otherwise than before. Errors: as above. */
  rebuild(files: ReadonlySet<string>): Promise<readonly Part[]>;
  /** Builds the program that makes the practice vault. */
  buildPractice(): Promise<void>;
}

/** `outDir`: where the application that runs has its `dist`. */
export function createDevBundles(sourceDir: string, outDir: string): DevBundles {
  const facts = { electronMajor: Number(officialVersion().split('.')[0]) };
  const built = new Map<NodeBundle, { readonly code: string; readonly inputs: ReadonlySet<string> }>();
  const buildOne = async (bundle: NodeBundle): Promise<boolean> => {
    const before = built.get(bundle);
    const config = nodeConfig(bundle, facts, {
      root: sourceDir,
      outDir,
      mode: 'development',
      // A sandboxed preload is not read from its file, so that nothing finds a map beside it.
      sourcemap: partOf(bundle) === 'preload' ? 'inline' : true,
    });
    const inputs = new Set<string>(before?.inputs);
    const output = await build({ ...config, plugins: [config.plugins, noteInputs(inputs)] });
    const code = JSON.stringify(codeOf(output));
    built.set(bundle, { code, inputs });
    return code !== before?.code;
  };
  return {
    async buildAll() {
      for (const bundle of DEV_BUNDLES) await buildOne(bundle);
    },
    async rebuild(files) {
      const changed = new Set<Part>();
      for (const bundle of DEV_BUNDLES)
        if ([...files].some((file) => built.get(bundle)?.inputs.has(file) ?? false))
          if (await buildOne(bundle)) changed.add(partOf(bundle));
      return [...changed];
    },
    buildPractice: async () => void (await buildOne(PRACTICE)),
  };
}

/** Returns a plugin that notes the inputs of a bundle; a file that holds nothing but types is no part of any. */
function noteInputs(inputs: Set<string>): Plugin {
  return {
    name: 'resident-vault:note-inputs',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const { madeOf = [] } = (this.getModuleInfo(id)?.meta ?? {}) as MadeOf;
        for (const file of [id, ...madeOf]) inputs.add(file);
      }
    },
  };
}

/** Without the maps: a changed comment restarts nothing. */
function codeOf(output: Awaited<ReturnType<typeof build>>): readonly string[] {
  const outputs = Array.isArray(output) ? output : 'output' in output ? [output] : [];
  return outputs.flatMap((one) =>
    one.output.flatMap((part) =>
      part.type === 'chunk' ? [part.code.replace(/^\/\/# sourceMappingURL=.*$/gm, '')] : [],
    ),
  );
}
