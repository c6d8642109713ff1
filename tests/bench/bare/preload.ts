/** Hands the port on to the page, and nothing else. */
import { ipcRenderer } from 'electron';

ipcRenderer.once('port', (event) => window.postMessage('port', '*', [event.ports[0] as MessagePort]));
window.addEventListener('DOMContentLoaded', () => ipcRenderer.send('port'));
