/** The import rules of docs/architecture.md as data and one function: who may know whom, file by file. */
import { dirname, posix } from 'node:path';
import { parseAst } from 'vite';
import { DECIDING_ACTIONS } from '../../contract/log/entries.ts';

export interface Violation {
  readonly file: string;
  readonly imports: string;
  readonly rule: string;
}

interface Room {
  readonly name: string;
  readonly contains: (path: string) => boolean;
  /** Rooms whose files it may import, besides its own. */
  readonly rooms: readonly string[];
  readonly packages: (name: string) => boolean;
}

const among =
  (...names: readonly string[]) =>
  (name: string): boolean =>
    names.includes(name);
const isNode = (name: string): boolean => name.startsWith('node:');
/** Modules that the vault does without: the network, other processes, a debugger. */
const BARRED_FROM_VAULT = new Set(
  [
    'net',
    'tls',
    'http',
    'https',
    'http2',
    'dgram',
    'dns',
    'dns/promises',
    'child_process',
    'cluster',
    'inspector',
    'inspector/promises',
    'repl',
  ].map((name) => `node:${name}`),
);

/** Of the editor of documents. */
const EDITOR_PACKAGES = [
  'prosemirror-commands',
  'prosemirror-history',
  'prosemirror-inputrules',
  'prosemirror-keymap',
  'prosemirror-model',
  'prosemirror-schema-list',
  'prosemirror-state',
  'prosemirror-view',
];

/** The first room that contains a path is its own: files, vault and carrier stand before main. */
const ROOMS: readonly Room[] = [
  { name: 'contract', contains: (path) => path.startsWith('contract/'), rooms: [], packages: among('zod') },
  {
    name: 'files',
    contains: (path) => path.startsWith('main/files/'),
    rooms: [],
    packages: (name) =>
      /^(node:(fs|fs\/promises|path|crypto)|zod|tuf-js(\/dist\/error\.js)?|@tufjs\/models)$/.test(name),
  },
  {
    name: 'vault',
    contains: (path) => path.startsWith('main/vault/'),
    rooms: ['contract', 'files'],
    packages: (name) =>
      (isNode(name) && !BARRED_FROM_VAULT.has(name)) ||
      among(
        'zod',
        '@e965/xlsx',
        '@e965/xlsx/dist/cpexcel.full.mjs',
        'postal-mime',
        'unpdf',
        'yauzl',
        'better-sqlite3',
        '@journeyapps/sqlcipher',
        'pdfkit',
        'fontkit',
        '@cantoo/pdf-lib',
        'qr',
        '@noble/ciphers/ff1',
        'officecrypto-tool',
        '@zip.js/zip.js',
      )(name),
  },
  {
    // The only room with a network: what it sends is sealed when it gets it, and it has no key.
    name: 'carrier',
    contains: (path) => path.startsWith('main/carrier/'),
    rooms: ['contract', 'files'],
    packages: (name) =>
      /^node:(net|tls|crypto|fs|fs\/promises|path|timers\/promises)$/.test(name) || among('pg', 'zod')(name),
  },
  {
    name: 'main',
    contains: (path) => path.startsWith('main/'),
    rooms: ['contract', 'files'],
    packages: (name) => isNode(name) || among('electron', 'keytar', 'zod')(name),
  },
  {
    name: 'preload',
    contains: (path) => path.startsWith('preload/'),
    rooms: ['contract'],
    packages: among('electron'),
  },
  {
    name: 'renderer',
    contains: (path) => path.startsWith('renderer/'),
    rooms: ['contract'],
    packages: (name) =>
      name.startsWith('lucide-react/icons/') ||
      among(
        'react',
        'react-dom',
        'react-dom/client',
        'react-aria/PortalProvider',
        'react-aria/useTextField',
        'react-aria-components',
        'react-i18next',
        'i18next',
        'zustand',
        'zustand/vanilla',
        'zustand/react/shallow',
        '@tanstack/react-virtual',
        'qr',
        'qr/decode.js',
        'd3-scale',
        'pinyin-pro',
        '@internationalized/date',
        ...EDITOR_PACKAGES,
      )(name),
  },
];

interface Lines {
  /** The first line is the highest. */
  readonly order: readonly (readonly string[])[];
  /** A folder that stands in no line is a feature, and stands in the line of this one. */
  readonly features: string;
}

/** File by which a folder publishes its exports to the folders of its own line. */
const PUBLISHED = 'api.ts';

/**
 * Inside the vault a file imports from its own folder and from the lines below its own, and of another folder of its line nothing but what that
 * publishes.
 */
const VAULT_LINES: Lines = {
  features: 'staff',
  order: [
    ['process.ts'],
    ['scanner-host.ts', 'computer-host.ts', 'carrier-host.ts'],
    // Works at a whole vault, as a screen does.
    ['practice'],
    ['vault.ts'],
    ['create-features.ts', 'router.ts'],
    ['features.ts'],
    ['sign-in'],
    ['recovery'],
    ['first-day', 'evidence'],
    ['backup'],
    // What the company says of itself goes into the drafts of documents.
    ['key-management', 'activity', 'inspection', 'company'],
    // Its test by the sheet goes the way of a recovery.
    ['recovery-by-sheet'],
    // Leads from a mark to who has seen what; takes what is printed into the register of paper.
    ['trace', 'print'],
    // Reads entries as the log does; the sweep disposes of files as an import does.
    ['access-history', 'sweep', 'estate-transfer'],
    // A process of its own.
    ['scan'],
    ['staff', 'policy', 'import', 'oversight'],
    // What features delete people by.
    ['erasure'],
    // Files are destroyed after an import and after a sweep, and copies of them looked for.
    ['file-disposal'],
    ['records', 'tasks'],
    // Says what can be consented to.
    ['inventory'],
    // What a desk that joins gets, and posts.
    ['joining'],
    // Keeps what is captured, and takes in what others have sent.
    ['link'],
    // What desks tell each other of a store; search keys are made anew of it.
    ['ops'],
    ['people'],
    ['search'],
    // Asked by the router before any of the above; the inventory goes by the times and by what is decided of ID numbers, a search by who is restricted.
    ['scope', 'retention-rules', 'id-number-rules'],
    ['access-monitor'],
    // What any feature finds is put right there.
    ['rectification'],
    // Files of backups are made and let go above, looked through by a deletion, and counted at a sign-in.
    ['second-log', 'attachments', 'law', 'backup-files'],
    ['give-document.ts'],
    ['feature.ts'],
    ['key-change'],
    // Who the processor is: on every paper.
    ['company-facts'],
    ['session'],
    ['keys'],
    ['log'],
    ['store', 'anchor', 'pdf', 'sealed-files'],
    // What a file holds, as texts and cells: for an import and for a sweep.
    ['tables'],
    ['values', 'files', 'long-work'],
    ['crypto'],
    ['user-activity.ts'],
    ['scanner-line.ts', 'computer-line.ts', 'carrier-line.ts'],
    ['app-error.ts', 'clock.ts', 'load-native.ts'],
  ],
};

/**
 * The same in the renderer: what joins the screens, the screens, what they share, what everything stands on.
 * A part that two features need lies below both.
 */
const RENDERER_LINES: Lines = {
  features: 'policy',
  order: [
    ['main.tsx', 'paper'],
    ['app.tsx'],
    ['desk', 'recovery', 'alarm', 'lock', 'tour', 'app-screen.ts'],
    ['overview'],
    ['counter', 'key-management', 'shift', 'sweep', 'startup-errors', 'access-history', 'trace', 'print'],
    ['room', 'import', 'log', 'set-up', 'staff', 'estate-transfer', 'evidence'],
    ['records', 'backup'],
    ['person', 'emergency-access', 'notes', 'verify', 'policy', 'room-patterns', 'help'],
    ['reveal'],
    ['tasks', 'limit-override', 'drafts'],
    [
      'current-record',
      'page-intents',
      'settings',
      'reasons',
      'attachments',
      'first-day',
      'id-number-rule',
      'company',
    ],
    ['pages'],
    ['practice', 'use-zoom-keys.ts'],
    ['stores.ts'],
    ['app-store.ts', 'desks-store.ts', 'idle-store.ts', 'bridge.ts'],
    ['ui'],
    ['messages'],
    ['keys.ts', 'zoom.ts', 'countdown.ts', 'theme.ts', 'theme.css'],
  ],
};

/** Entries of threads within the vault. */
const THREADS = [
  'import/workbook-worker.ts',
  'import/sheet-worker.ts',
  'key-management/reseal-worker.ts',
  'store/engine/check-worker.ts',
  'pdf/pdf-worker.ts',
  'sealed-files/seal-worker.ts',
];

/**
 * What the vault goes by in the log is read with its signatures, by one file. These others know entries of every action: they show or count them, or
 * write one that was kept, and decide nothing by them.
 */
const READERS_OF_ANY_ENTRY = [
  'main/vault/log/decisions.ts',
  'main/vault/key-change/slot-change.ts',
  'main/vault/access-monitor/read-acts.ts',
  'main/vault/access-history/scope.ts',
  'main/vault/activity/count-log.ts',
  'main/vault/evidence/list-packs.ts',
  'main/vault/incidents/case-file.ts',
  'main/vault/oversight/log-page.ts',
  'main/vault/staff/shift.ts',
];

/**
 * Whatever a person, a sweep or a backup drive has chosen is opened through `main/files/plain-file.ts`: a plain file alone, through no link, without waiting,
 * within a bound. Who opens files without it, by the function of Node, and what they are: those that the vault or the application has written itself, and a few of
 * the system. Nobody may use all of `node:fs` at once.
 */
const OPENS_ITS_OWN: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['*', 'promises', 'readFile', 'open', 'copyFile', 'cp', 'opendir', 'createReadStream', 'openAsBlob']
      .concat(['readFileSync', 'openSync', 'copyFileSync', 'cpSync', 'opendirSync'])
      .flatMap((name) => [`node:fs#${name}`, `node:fs/promises#${name}`])
      .map((door) => [door, []]),
  ),
  // The door itself; the pages of the store.
  'node:fs#openSync': [
    'main/files/plain-file.ts',
    'main/vault/store/engine/pages.ts',
    'main/vault/store/engine/page-search.ts',
  ],
  // New files, and those written before; the copy of a backup that is made.
  'node:fs/promises#open': [
    'main/files/plain-file.ts',
    'main/files/durable-files.ts',
    'main/vault/backup-files/backup-files.ts',
  ],
  // What the kernel says of the computer; the program's own modules, before one is loaded; its version and its root of updates.
  'node:fs#readFileSync': [
    'main/computer-checks/linux.ts',
    'main/sweep-surroundings.ts',
    'main/files/native-modules.ts',
    'main/files/updates/running-program.ts',
  ],
  // Pages, the face and the tables of Chinese fonts, which come with the application; the header that a restore is about to replace.
  'node:fs/promises#readFile': [
    'main/window/app-protocol.ts',
    'main/vault/pdf/face.ts',
    'main/vault/scan/read-pdf.ts',
    'main/vault/backup/restore.ts',
  ],
  // Header and store within the vault's own folder.
  'node:fs/promises#copyFile': [
    'main/vault/backup-files/archive-files.ts',
    'main/vault/recovery-by-sheet/scratch.ts',
    'main/vault/store/engine/copy.ts',
  ],
  // Names, and no content.
  'node:fs#opendirSync': ['main/vault/scan/list-files.ts'],
};

/** Files that alone may name each package, by its name, or an export of it, by its own. */
const ONE_DOOR: Readonly<Record<string, readonly string[]>> = {
  ...OPENS_ITS_OWN,
  'main/vault/log/detail.ts#readAnyDetail': READERS_OF_ANY_ENTRY,
  keytar: ['main/keychain/os-keychain.ts'],
  'electron#ipcMain': ['main/shell/ipc.ts'],
  'electron#ipcRenderer': ['preload/bridge.ts', 'preload/paper.ts'],
  'better-sqlite3': ['main/vault/store/engine/better-sqlite3.ts'],
  '@journeyapps/sqlcipher': ['main/vault/store/engine/sqlcipher.ts'],
  // On Windows either fails for a moment where a scanner has the file open.
  'node:fs/promises#rename': ['main/files/move-and-remove.ts'],
  'node:fs/promises#rm': ['main/files/move-and-remove.ts'],
  'node:fs#renameSync': ['main/files/move-and-remove.ts'],
  // Speaks with the mailbox of several desks.
  pg: ['main/carrier/mailbox-client.ts'],
  pdfkit: ['main/vault/pdf/draw.ts'],
  fontkit: ['main/vault/pdf/face.ts'],
  '@cantoo/pdf-lib': ['main/vault/pdf/encrypt.ts'],
  'officecrypto-tool': ['main/vault/sealed-files/workbook.ts'],
  '@zip.js/zip.js': ['main/vault/sealed-files/archive.ts'],
  // What starts threads, and their entries.
  'node:worker_threads': ['long-work/threads.ts', 'import/workbook-thread.ts', ...THREADS].map(
    (file) => `main/vault/${file}`,
  ),
};

/** Files of the contract that have schemas, by their names in whichever folder. */
const SCHEMA_FILE_NAMES: ReadonlySet<string> = new Set(
  [
    'routes',
    'route',
    'views',
    'requests',
    'log',
    'ids',
    'schemas',
    'events',
    'port',
    'check',
    'entries',
    'parts',
    'reading',
    'scanner',
    'find-marked',
    'map-words',
    'manifest',
    'marks',
    'numbers',
  ].map((name) => `${name}.ts`),
);

/** Files that join the schemas of many features, and so bring in all of them. */
const JOIN_FILE_NAMES: ReadonlySet<string> = new Set(
  ['index', 'features', 'readers', 'joined', 'changes'].map((name) => `${name}.ts`),
);

/**
 * Whether a module has schemas. The page is read before the lock screen is painted and checks nothing: it knows these by their types alone. `path` is
 * relative to the project.
 */
export const hasSchemas = (path: string): boolean =>
  path.startsWith('contract/') && SCHEMA_FILE_NAMES.has(posix.basename(path));

const joinsSchemas = (path: string): boolean =>
  path.startsWith('contract/') && JOIN_FILE_NAMES.has(posix.basename(path));

const NOBODY_IMPORTS: ReadonlySet<string> = new Set([
  'main/main.ts',
  ...['process.ts', 'log-export/verify-process.ts', 'scan/scan-process.ts', ...THREADS].map(
    (file) => `main/vault/${file}`,
  ),
]);

/** One statement, or one call, that names another module. */
export interface Import {
  readonly source: string;
  readonly names: readonly string[];
  readonly typeOnly: boolean;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}
const isNodeObject = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every way of naming another module: import, export from, import(), import type, require. */
export function findImports(path: string, source: string): readonly Import[] {
  const found: Import[] = [];
  const visit = (node: Node): void => {
    const named = importOf(node);
    if (named !== null) found.push(named);
    for (const child of Object.values(node)) {
      if (Array.isArray(child)) child.filter(isNodeObject).forEach(visit);
      else if (isNodeObject(child)) visit(child);
    }
  };
  visit(parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node);
  return found;
}

function importOf(node: Node): Import | null {
  const literal = (value: unknown): string | null =>
    isNodeObject(value) && typeof value['value'] === 'string' ? value['value'] : null;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const source = literal(node['source']);
      return source === null
        ? null
        : {
            source,
            names: namesIn(node),
            typeOnly: node['importKind'] === 'type' || node['exportKind'] === 'type',
          };
    }
    case 'ImportExpression': {
      const source = literal(node['source']);
      return source === null ? null : { source, names: ['*'], typeOnly: false };
    }
    case 'TSImportType': {
      const source = literal(node['source']) ?? literal(node['argument']);
      return source === null ? null : { source, names: ['*'], typeOnly: true };
    }
    case 'CallExpression': {
      const callee = node['callee'] as Node;
      const source = literal((node['arguments'] as readonly unknown[])[0]);
      const isRequire = callee.type === 'Identifier' && /(require|loadNative)$/i.test(String(callee['name']));
      return isRequire && source !== null ? { source, names: ['*'], typeOnly: false } : null;
    }
    default:
      return null;
  }
}

function namesIn(node: Node): readonly string[] {
  const specifiers = node['specifiers'];
  if (!Array.isArray(specifiers)) return ['*'];
  return (specifiers as readonly Node[]).map((specifier) => {
    const imported = specifier['imported'] ?? specifier['local'];
    if (specifier.type === 'ImportNamespaceSpecifier' || specifier.type === 'ImportDefaultSpecifier')
      return '*';
    return isNodeObject(imported) ? String(imported['name'] ?? imported['value']) : '*';
  });
}

const roomOf = (path: string): Room | undefined => ROOMS.find((room) => room.contains(path));

/** Checks one file of the application. `path` is relative to the project, with forward slashes. `imports`: those of `source`, where they are known. */
export function checkFile(
  path: string,
  source: string,
  imports: readonly Import[] = findImports(path, source),
): readonly Violation[] {
  const room = roomOf(path);
  if (room === undefined) return [];
  const violations = imports.flatMap((named) => {
    const target = targetOf(path, named);
    const rule = target === null ? ruleOfPackage(path, room, named) : ruleOfFile(path, room, target, named);
    return rule === null ? [] : [{ file: path, imports: named.source, rule }];
  });
  return [
    ...violations,
    ...checkDecisions(path, source),
    ...checkChains(path, source),
    ...(isPublished(path) ? checkPublishedFile(path, source) : []),
  ];
}

/** SQL of an action that decides, and where it may stand: with the one reader, in an index, and where entries are shown. */
const DECIDING: ReadonlySet<string> = new Set(DECIDING_ACTIONS);

/** Whoever reads an entry that decides by a query of their own, and so without its signature. */
function checkDecisions(path: string, source: string): readonly Violation[] {
  if (!path.startsWith('main/vault/') || path.startsWith('main/vault/store/schema/')) return [];
  if (READERS_OF_ANY_ENTRY.includes(path)) return [];
  const texts = source.match(/`[^`]*`|"[^"\n]*"/g) ?? [];
  const named = texts
    .filter((text) => /\baction\b/.test(text))
    .flatMap((text) => [...text.matchAll(/'([a-z-]+)'/g)].map(([, action = '']) => action));
  return [...new Set(named)]
    .filter((action) => DECIDING.has(action))
    .map((action) => ({ file: path, imports: action, rule: 'decisions: read by log/decisions.ts alone' }));
}

/** Files that name the tables of the log: where they are made, and where a query is told whose entries it asks for. */
const NAMES_THE_LOG: ReadonlySet<string> = new Set([
  'main/vault/log/chains.ts',
  'main/vault/store/own-rows.ts',
]);

/** Whoever asks for entries without saying of which desks. A comment may name the tables, and a name by itself is no query. */
function checkChains(path: string, source: string): readonly Violation[] {
  if (!path.startsWith('main/vault/') || path.startsWith('main/vault/store/schema/')) return [];
  if (NAMES_THE_LOG.has(path)) return [];
  const code = source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/'log_(?:entry|segment)'/g, '');
  const named = code.match(/\blog_(?:entry|segment)\b/g) ?? [];
  return [...new Set(named)].map((table) => ({
    file: path,
    imports: table,
    rule: 'log: asked for through log/chains.ts alone',
  }));
}

/** The file that an import names, relative to the project; null for a package. */
export const targetOf = (path: string, { source }: Pick<Import, 'source'>): string | null =>
  source.startsWith('.') ? posix.normalize(posix.join(dirname(path), source)) : null;

function ruleOfFile(path: string, room: Room, target: string, named: Import): string | null {
  const { typeOnly } = named;
  if (NOBODY_IMPORTS.has(target)) return 'entry: nothing imports an entry';
  if (room.name === 'renderer' && (hasSchemas(target) || joinsSchemas(target)) && !typeOnly)
    return 'renderer: knows schemas by their types alone';
  const other = roomOf(target);
  if (other === undefined)
    return `${room.name}: imports from nowhere but ${[room.name, ...room.rooms].join(', ')}`;
  if (other !== room)
    return room.rooms.includes(other.name) ? null : `${room.name}: may not import ${other.name}`;
  const inside = IN_LINES.find(({ name }) => name === room.name);
  return (inside === undefined ? null : ruleOfLines(inside, path, target)) ?? ruleOfDoor(path, target, named);
}

/** Rooms whose folders stand in lines, with the path below which they lie. */
const IN_LINES = [
  { name: 'vault', root: 'main/vault/', lines: VAULT_LINES },
  { name: 'renderer', root: 'renderer/', lines: RENDERER_LINES },
] as const;

function ruleOfLines(inside: (typeof IN_LINES)[number], path: string, target: string): string | null {
  const place = placesIn(inside, path, target);
  if (place === 'own folder') return null;
  if (place === 'unknown')
    return `${inside.name}: a file outside the folders has its line in the layer rules`;
  const isAllowed = place === 'below' || (place === 'beside' && isPublished(target));
  return isAllowed ? null : `${inside.name}: imports from the lines below its own alone`;
}

/** Where a target stands, seen from a file of the same room. */
function placesIn(
  { root, lines }: (typeof IN_LINES)[number],
  path: string,
  target: string,
): 'own folder' | 'below' | 'beside' | 'above' | 'unknown' {
  // Folders, or names of files that lie in none.
  const [from = '', to = ''] = [path, target].map((file) => file.slice(root.length).split('/')[0]);
  if (from === to) return 'own folder';
  const [line, otherLine] = [from, to].map((name) => lineOf(lines, name));
  if (line === undefined || otherLine === undefined) return 'unknown';
  return otherLine > line ? 'below' : otherLine === line ? 'beside' : 'above';
}

/** Whether a file is what its folder publishes. `path` is relative to the project. */
export const isPublished = (path: string): boolean =>
  IN_LINES.some(({ root }) => path.startsWith(root) && path.slice(root.length).split('/')[1] === PUBLISHED);

/** Whether two files lie in different folders of one line. Paths are relative to the project. */
export const areNeighbours = (path: string, target: string): boolean =>
  IN_LINES.some(
    (inside) =>
      path.startsWith(inside.root) &&
      target.startsWith(inside.root) &&
      placesIn(inside, path, target) === 'beside',
  );

/** A published file lists names from files beside it, so that it stays small and says at a glance what others may use. */
function checkPublishedFile(path: string, source: string): readonly Violation[] {
  const isListed = (node: Node): boolean => {
    const source = node.type === 'ExportNamedDeclaration' ? importOf(node)?.source : undefined;
    return source !== undefined && targetOf(path, { source })?.startsWith(`${dirname(path)}/`) === true;
  };
  const { body } = parseAst(source, { lang: 'ts' }) as unknown as { readonly body: readonly Node[] };
  return body
    .filter((node) => !isListed(node))
    .map((node) => ({
      file: path,
      imports: node.type,
      rule: `${PUBLISHED}: exports names of its own folder alone`,
    }));
}

function lineOf({ order, features }: Lines, name: string): number | undefined {
  const standing = (one: string): number => order.findIndex((names) => names.includes(one));
  const line = standing(name);
  if (line !== -1) return line;
  return name.includes('.') ? undefined : standing(features);
}

/** Of a package or a file, by its name and those of its exports. */
function ruleOfDoor(path: string, target: string, { names }: Import): string | null {
  const doors = [target, ...names.map((name) => `${target}#${name}`)];
  const closed = doors.find((door) => ONE_DOOR[door] !== undefined && !ONE_DOOR[door].includes(path));
  return closed === undefined
    ? null
    : `one door: ${closed} is for ${ONE_DOOR[closed]?.join(' and ') || 'nobody'} alone`;
}

function ruleOfPackage(path: string, room: Room, named: Import): string | null {
  if (!room.packages(named.source)) return `${room.name}: may not import the package`;
  if (named.typeOnly) return null;
  const closed = ruleOfDoor(path, named.source, named);
  if (closed !== null) return closed;
  return named.source === 'electron' && named.names.includes('*')
    ? 'one door: electron is imported by name'
    : null;
}
