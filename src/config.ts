/** All settings, from the environment. What is wrong is told all at once, by name; a value is never printed. */
import { z } from 'zod';

const origin = z.string().refine(isOrigin);
const key = z.string().regex(/^[\w+/=-]{43,}$/);

/** Every setting there is. `.env.example` is made from this list (`scripts/env-example.ts`). */
export const settings = {
  PORT: setting(z.coerce.number().int().min(0).max(65_535).default(3978), {
    description: 'The port to listen on. 0 takes any free one.',
    problem: 'must be a whole number from 0 to 65535',
  }),
  HOST: setting(z.string().default('127.0.0.1'), {
    description: 'The address to listen on. 0.0.0.0 lets other machines in: put HTTPS in front.',
    problem: 'must be an address',
  }),
  DATA_DIR: setting(z.string().default('data/local'), {
    description: 'The folder in which plans and keys are kept. Nobody else may read it.',
    problem: 'must be a folder',
  }),
  COUNCIL_PACK: setting(z.string().default('data/demo-council'), {
    description: "The folder with the council's names, numbers, hours, services and prices.",
    problem: 'must be a folder',
  }),
  PUBLIC_URL: setting(z.url({ protocol: /^https?$/ }).optional(), {
    description: 'The address people type, such as https://plans.example.gov.uk. With https, cookies are Secure.',
    problem: 'must be a whole address, such as https://plans.example.gov.uk',
  }),
  ALLOWED_ORIGINS: setting(z.string().default('').transform(listed).pipe(z.array(origin)), {
    description: 'Other sites that may embed the chat through Direct Line, with commas between. Empty: none.',
    problem: 'must be origins with commas between, such as https://www.example.gov.uk',
  }),
  TRUSTED_PROXIES: setting(z.coerce.number().int().min(0).max(5).default(0), {
    description: 'How many proxies of yours stand in front and add to X-Forwarded-For.',
    problem: 'must be a whole number from 0 to 5',
  }),
  WRITES_PER_SECOND: setting(z.coerce.number().min(0).max(100_000).default(10), {
    description:
      'How many messages a second one address may send, after a first burst of six times as many. 0: no limit.',
    problem: 'must be a number from 0 to 100000',
  }),
  LOG_LEVEL: setting(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'), {
    description: 'How much is logged: fatal, error, warn, info, debug or silent. Never what people say.',
    problem: 'must be one of fatal, error, warn, info, debug, silent',
  }),
  TOKEN_KEY: setting(key.optional(), {
    description: 'Signs Direct Line tokens: 32 random bytes in base64. Left out, one is made and kept in DATA_DIR.',
    problem: 'must be at least 32 random bytes in base64',
  }),
  TOKEN_KEY_BEFORE: setting(key.optional(), {
    description: 'The key before this one, so that tokens signed with it are still good after a change.',
    problem: 'must be at least 32 random bytes in base64',
  }),
};

const Settings = z.object(settings);
type Settings = z.infer<typeof Settings>;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly councilPack: string;
  readonly publicUrl?: string | undefined;
  /** Cookies are sent over HTTPS only. */
  readonly secureCookies: boolean;
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: number;
  readonly writesPerSecond: number;
  readonly logLevel: Settings['LOG_LEVEL'];
  readonly tokenKey?: string | undefined;
  readonly tokenKeyBefore?: string | undefined;
}

/** The settings, or what is wrong with them, one line a setting. An empty setting counts as left out. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): Config | { problems: readonly string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = Settings.safeParse(given);
  if (!read.success) return { problems: problemsOf(read.error) };
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    councilPack: data.COUNCIL_PACK,
    publicUrl: data.PUBLIC_URL,
    secureCookies: data.PUBLIC_URL?.startsWith('https:') ?? false,
    allowedOrigins: data.ALLOWED_ORIGINS,
    trustedProxies: data.TRUSTED_PROXIES,
    writesPerSecond: data.WRITES_PER_SECOND,
    logLevel: data.LOG_LEVEL,
    tokenKey: data.TOKEN_KEY,
    tokenKeyBefore: data.TOKEN_KEY_BEFORE,
  };
}

function problemsOf(error: z.ZodError): string[] {
  const names = new Set(error.issues.map((issue) => String(issue.path[0])));
  return [...names].map((name) => `${name} ${settings[name as keyof typeof settings].meta()?.problem}`);
}

function setting<S extends z.ZodType>(schema: S, meta: { description: string; problem: string }): S {
  return schema.meta(meta);
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
