/** The bundles of Node and the preload for development: with source maps, built anew by the folder that has changed. */
import { build } from 'vite';
import { NODE_BUNDLES, nodeConfig } from '../build/bundles.ts';
import type { NodeBundle } from '../build/bundles.ts';
import { officialVersion } from '../setup/electron-runtime.mjs';

/** What has to start again for a bundle to be seen. */
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

/** The parts that a changed file may be in; `path` is relative to the sources, with forward slashes. Empty for what only pages are made of. */
export function partsOf(path: string): readonly Part[] {
  if (!/\.(ts|tsx|json)$/.test(path)) return [];
  if (path.startsWith('contract/')) return ['main', 'preload', 'vault'];
  if (path.startsWith('main/vault/')) return ['vault'];
  if (path.startsWith('main/') || path.startsWith('scripts/dev/entries/')) return ['main'];
  return path.startsWith('preload/') ? ['preload'] : [];
}

export interface DevBundles {
  /** Builds these parts and returns those whose code came out otherwise than before. Errors: what Vite throws for code that does not parse. */
  buildParts(parts: readonly Part[]): Promise<readonly Part[]>;
  /** Builds the program that makes the practice vault. */
  buildPractice(): Promise<void>;
}

export function createDevBundles(sourceDir: string, outDir: string): DevBundles {
  const facts = { electronMajor: Number(officialVersion().split('.')[0]) };
  const built = new Map<string, string>();
  const buildOne = async (bundle: NodeBundle): Promise<boolean> => {
    const isPreload = partOf(bundle) === 'preload';
    const output = await build(
      nodeConfig(bundle, facts, {
        root: sourceDir,
        outDir,
        mode: 'development',
        // A sandboxed preload is not read from its file, so that nothing finds a map beside it.
        sourcemap: isPreload ? 'inline' : true,
      }),
    );
    const code = JSON.stringify(codeOf(output));
    const changed = built.get(bundle.file) !== code;
    built.set(bundle.file, code);
    return changed;
  };
  return {
    async buildParts(parts) {
      const changed = new Set<Part>();
      for (const bundle of DEV_BUNDLES.filter((one) => parts.includes(partOf(one))))
        if (await buildOne(bundle)) changed.add(partOf(bundle));
      return [...changed];
    },
    buildPractice: async () => void (await buildOne(PRACTICE)),
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
