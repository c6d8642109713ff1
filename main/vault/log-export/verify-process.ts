/** Entry of the verifier of exports: a process of its own, started by main with nothing but these words, or by `npm run verify-log-export`. */
import { endAtRejection } from '../../files/end-at-rejection.ts';
import { runVerify } from './run-verify.ts';

endAtRejection();

void runVerify(process.argv.slice(2)).then(({ code, out, problem }) => {
  const stream = code === 2 ? process.stderr : process.stdout;
  // A process of Electron's does not end by itself.
  stream.write([...out, ...problem].map((line) => `${line}\n`).join(''), () => process.exit(code));
});
