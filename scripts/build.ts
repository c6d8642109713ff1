/** `npm run build`: the application into dist. */
import { buildApp } from './build/build-app.ts';

await buildApp();
