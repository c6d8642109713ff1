/** Where set-up keeps what it makes; everything that it writes lies under `.cache`, `dist` or `node_modules`. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const cacheDir = join(projectDir, '.cache');
export const distDir = join(projectDir, 'dist');
export const modulesDir = join(projectDir, 'node_modules');
