/** The sheet that somebody takes to the cabinet to count what is there. */
import type { PaperView } from './routes.ts';

/** By place, so that each cabinet is gone through once. */
export interface CountSheet {
  readonly papers: readonly Pick<PaperView, 'paperId' | 'sort' | 'title' | 'pages' | 'custodian' | 'place'>[];
  readonly printed: { readonly at: number; readonly by: string };
}
