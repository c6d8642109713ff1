/** Entry of a thread that opens and seals for a rotation of tier keys: parts come in, parts go out, until it is ended from outside. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PartText, ResealOrder } from './reseal-part.ts';
import { createPartResealer } from './reseal-part.ts';

const reseal = createPartResealer(workerData as ResealOrder);
parentPort?.on('message', (part: PartText) => parentPort?.postMessage(reseal(part)));
