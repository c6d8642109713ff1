/** A page as Chromium's remote debugging port shows it, for what is started without a test driver. */

interface Target {
  readonly type: string;
  readonly webSocketDebuggerUrl: string;
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
}

/** The value of an expression, or of the promise that it gives, in the first page behind the port. Rejects while there is none, and where it throws. */
export async function evaluateBehind(port: number, expression: string): Promise<unknown> {
  const reply = await fetch(`http://127.0.0.1:${port}/json/list`);
  const page = ((await reply.json()) as readonly Target[]).find(({ type }) => type === 'page');
  if (page === undefined) throw new Error('there is no page');
  const line = new WebSocket(page.webSocketDebuggerUrl);
  const params = { expression, awaitPromise: true, returnByValue: true };
  line.onopen = () => line.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
  try {
    return await new Promise((resolve, reject) => {
      line.onerror = line.onclose = () => reject(new Error('the page is gone'));
      line.onmessage = ({ data }: MessageEvent<string>) => {
        const { id, result } = JSON.parse(data) as { id?: number; result?: Evaluated };
        if (id !== 1) return;
        const thrown = result?.exceptionDetails;
        if (thrown === undefined) resolve(result?.result.value);
        else reject(new Error(thrown.exception?.description ?? 'the page could not answer'));
      };
    });
  } finally {
    line.close();
  }
}
