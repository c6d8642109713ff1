/** Files within a pack: the registers that its chapters show, as tables for a spreadsheet, with the same rows and so with the same masks. Pure. */
import { sha256Hex } from '../crypto/sha256.ts';
import { utf8 } from '../crypto/bytes.ts';
import { paragraph, table } from '../pdf/blocks.ts';
import type { Block, PdfAttachment } from '../pdf/document.ts';
import { BYTE_ORDER_MARK, csvLine } from '../values/csv.ts';

/** A file of each table that is to be attached. */
export const filesOf = (blocks: readonly Block[]): readonly PdfAttachment[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' && block.attachedAs !== undefined
      ? [
          {
            name: `${block.attachedAs}.csv`,
            media: 'text/csv',
            relationship: 'Data',
            description: block.caption ?? block.attachedAs,
            bytes: utf8(
              BYTE_ORDER_MARK +
                [block.columns.map(({ title }) => title), ...block.rows].map(csvLine).join(''),
            ),
          },
        ]
      : [],
  );

/** What is attached, with the hash of each; nothing of a pack without files. */
export const listFiles = (files: readonly PdfAttachment[]): readonly Block[] =>
  files.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: '附件' },
        paragraph('下列表格嵌在本文件内，与正文同源，可在阅读器的“附件”栏打开；打印时不随附。'),
        table({
          columns: { 文件: 3, '校验值（SHA-256）': 6 },
          rows: files.map(({ name, bytes }) => [name, sha256Hex(bytes)]),
        }),
      ];
