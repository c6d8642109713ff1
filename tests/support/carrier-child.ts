/** The carrier as a process of Node: its parent speaks with it as Electron's main does. */
const PORT = {
  parentPort: {
    on: (_event: 'message', listener: (event: { data: unknown }) => void) =>
      process.on('message', (data) => listener({ data })),
    postMessage: (message: unknown) => process.send?.(message),
  },
};
Object.assign(process, PORT);
// It asks for its port as it loads.
void import('../../main/carrier/process.ts');
process.on('disconnect', () => process.exit());
