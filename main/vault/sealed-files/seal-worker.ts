/** Entry of a thread that makes one workbook or archive under a password: what the libraries have remembered of it ends with the thread. */
import { parentPort } from 'node:worker_threads';
import { encryptArchive } from './archive.ts';
import type { SealOrder } from './seal-file.ts';
import { encodeWorkbook, encryptWorkbook } from './workbook.ts';

async function seal(order: SealOrder): Promise<Uint8Array> {
  if (order.of === 'workbook') return encryptWorkbook(order.sheets, order.password);
  const { name, sheets } = order.workbook;
  return encryptArchive([...order.files, { name, bytes: encodeWorkbook(sheets) }], order.password);
}

parentPort?.on('message', (order: SealOrder) => {
  // An error ends the thread, and whoever asked is told; what it says could hold a value.
  void seal(order).then(
    (bytes) => parentPort?.postMessage(bytes),
    () => process.exit(1),
  );
});
