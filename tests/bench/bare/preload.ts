/** Hands the port on to the page, and nothing else. */
import { ipcRenderer } from 'electron';

ipcRenderer.on('port', (event) => window.postMessage('port', '*', [event.ports[0] as MessagePort]));
// Asked for once the page listens: a port that is handed over before is lost.
window.addEventListener('list-listens', () => ipcRenderer.send('port'));
