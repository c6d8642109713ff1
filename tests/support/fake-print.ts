/** Controlled printing in the fake bridge. */
import type { Bridge } from '../../contract/bridge.ts';
import { PRINT_PAPERS } from '../../contract/print/lists.ts';
import type { PageInk } from '../../contract/print/pages.ts';
import { ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `print.${string}`>;

/** One page with its title and a line around it. */
function pageOf([width, height]: readonly [number, number]): PageInk[] {
  const [right, bottom] = [(width * 72) / 25.4, (height * 72) / 25.4];
  return [
    { kind: 'text', x: 50, y: 40, size: 17, strong: true, width: 68, text: '住户档案' },
    { kind: 'line', x: 50, y: bottom - 80, toX: right - 50, toY: bottom - 80, width: 1 },
    { kind: 'code', x: right - 95, y: bottom - 77, side: 45, text: 'A1B2-C3D4-E5F6 P-0012' },
  ];
}

export function fakePrint(after: After): Pick<Bridge['vault'], Name> {
  return {
    'print.preview': (request) =>
      after('print.preview', request, () =>
        ok({ paper: request.paper, pages: [pageOf(PRINT_PAPERS[request.paper])], count: 1 }),
      ),
    'print.order': (request) =>
      after('print.order', { what: request.what, copies: request.copies }, () =>
        ok({
          papers: Array.from({ length: request.copies }, (_, index) => 12 + index),
          pages: request.copies,
          password: request.fileId === undefined ? null : '0000A-0000B-0000C-0000D',
        }),
      ),
  };
}
