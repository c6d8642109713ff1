/** Entry of a thread that opens and seals for a rotation of tier keys: parts come in, parts go out, until it is ended from outside. */
import { parentPort, workerData } from 'node:worker_threads';
import { type PartText, type ResealOrder, createPartResealer } from './reseal-part.ts';

const reseal = createPartResealer(workerData as ResealOrder);
parentPort?.on('message', (part: PartText) => parentPort?.postMessage(reseal(part)));
