/** The scanner as it is built, in a process of Node's: its port is the line to whoever has started it. */
const listeners = [];
const port = {
  on: (_event, listener) => listeners.push(listener),
  postMessage: (message) => process.send(message),
  start: () => undefined,
};
process.on('message', (data) => {
  for (const listener of listeners) listener({ data, ports: [] });
});
process.parentPort = { on: (_event, listener) => listener({ data: null, ports: [port] }) };
require(process.argv[2]);
