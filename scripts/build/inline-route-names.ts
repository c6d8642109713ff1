/** The names of the routes, read from the routes while a bundle is made: the preload and the pages have no use for the schemas that come with them. */
import { dirname, join } from 'node:path';
import { type Plugin, runnerImport } from 'vite';

const IMPORTER = /[/\\]contract[/\\]route-names\.ts$/;
const PREFIX = '\0route-names:';

/** Metadata of a module that is made of files which are no modules of the bundle. */
export interface MadeOf {
  readonly madeOf?: readonly string[];
}

/** Puts their names in the place of `ROUTES` where contract/route-names.ts asks for it, and nowhere else. Errors: what Vite throws for routes that cannot be read. */
export const inlineRouteNames = (): Plugin => ({
  name: 'resident-vault:inline-route-names',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './routes.ts' && importer !== undefined && IMPORTER.test(importer)
      ? PREFIX + join(dirname(importer), 'routes.ts')
      : null,
  async load(id) {
    if (!id.startsWith(PREFIX)) return null;
    const file = id.slice(PREFIX.length);
    const { module, dependencies } = await runnerImport<{ readonly ROUTES: object }>(file, {
      configFile: false,
      root: dirname(file),
      logLevel: 'warn',
    });
    const madeOf = [file, ...dependencies];
    for (const one of madeOf) this.addWatchFile(one);
    const names = Object.keys(module.ROUTES).map((name) => [name, null]);
    return {
      code: `export const ROUTES = ${JSON.stringify(Object.fromEntries(names))};`,
      meta: { madeOf } satisfies MadeOf,
    };
  },
});
