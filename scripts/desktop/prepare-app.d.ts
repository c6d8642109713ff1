import type { StagedApp } from './stage.ts';
/** Done once for each process that asks; a second process finds it all in place. */
export declare function prepareApp(): Promise<StagedApp>;
