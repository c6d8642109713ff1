/** Interface of the requests of individuals for other features: whether somebody has asked for their own copy. */
export { requireCopyAsked } from './copy-asked.ts';
