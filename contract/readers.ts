/** Joins the manifests of the features that read the entries of all features. */
export { accessHistoryContract } from './access-history/index.ts';
export { evidenceContract } from './evidence/index.ts';
export { logContract } from './log/index.ts';
export { traceContract } from './trace/index.ts';
