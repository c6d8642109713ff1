/** Controlled printing: asked for by anybody, approved by a supervisor, entered, numbered, and given to the printer once. */
import type { Paper } from '../../../contract/paper.ts';
import { defineFeature } from '../feature.ts';
import { orderPrint } from './order-print.ts';
import { previewPrint } from './preview-print.ts';

/** How long pages wait for the printer, in milliseconds: they may hold values. */
const MAX_WAIT_MS = 60_000;

export const printFeature = defineFeature(({ clock, pickedFiles, place }) => {
  /** The paper that has been entered as printed and was not given out yet, and since when. */
  let ready: { readonly paper: Paper; readonly since: number } | null = null;
  const isOver = ({ since }: NonNullable<typeof ready>): boolean => clock.monotonic() - since > MAX_WAIT_MS;
  return {
    paper: (kind) => {
      if (kind !== 'print' || ready === null) return null;
      const given = isOver(ready) ? null : ready.paper;
      ready = null;
      return given;
    },
    everyMinute: async () => {
      if (ready !== null && isOver(ready)) ready = null;
    },
    handlers: {
      'print.preview': (session, request) => previewPrint(session, place, request),
      'print.order': async (session, request) => {
        ready = null;
        const { reply, paper } = await orderPrint(session, request, { pickedFiles, place }).finally(() =>
          pickedFiles.forget('pdf'),
        );
        ready = paper === null ? null : { paper, since: clock.monotonic() };
        return reply;
      },
    },
  };
});
