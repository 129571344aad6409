import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { envExample } from '../../scripts/env-example.ts';
import { readConfig, settings } from '../../src/config.ts';

it('needs no settings at all', () => {
  expect(readConfig({})).toMatchObject({
    port: 3978,
    host: '127.0.0.1',
    dataDir: 'data/local',
    councilPack: 'data/demo-council',
    secureCookies: false,
    allowedOrigins: [],
  });
});

it('tells all problems at once, by name, and never a value', () => {
  const wrong = {
    PORT: 'seventy',
    PUBLIC_URL: 'plans.mycouncil.example',
    ALLOWED_ORIGINS: 'https://a.example/path',
    LOG_LEVEL: 'loud',
    TRUSTED_PROXIES: '-1',
    WRITES_PER_SECOND: 'many',
    TOKEN_KEY: 'hunter2',
    TOKEN_KEY_BEFORE: 'hunter1',
  };
  const read = readConfig(wrong);
  const problems = 'problems' in read ? read.problems : [];
  expect(problems.map((line) => line.split(' ')[0])).toEqual(Object.keys(settings).filter((name) => name in wrong));
  for (const value of Object.values(wrong)) expect(problems.join('\n')).not.toContain(value);
});

it('takes an empty setting as left out', () => {
  expect(readConfig({ PORT: '', TOKEN_KEY: '', PUBLIC_URL: '', ALLOWED_ORIGINS: '' })).toMatchObject({ port: 3978 });
});

it('sends cookies over https only when that is how people reach it', () => {
  expect(readConfig({ PUBLIC_URL: 'https://plans.example.gov.uk' })).toMatchObject({ secureCookies: true });
  expect(readConfig({ PUBLIC_URL: 'http://localhost:3978' })).toMatchObject({ secureCookies: false });
});

it('reads several sites that may embed the chat', () => {
  const read = readConfig({ ALLOWED_ORIGINS: 'https://a.example, http://localhost:8080' });
  expect(read).toMatchObject({ allowedOrigins: ['https://a.example', 'http://localhost:8080'] });
});

it('has an .env.example with every setting, up to date (node scripts/env-example.ts writes it)', async () => {
  const written = await readFile('.env.example', 'utf8');
  expect(written).toBe(envExample());
  for (const name of Object.keys(settings)) expect(written).toContain(`# ${name}=`);
});

const start = (env: Record<string, string>) =>
  spawnSync(process.execPath, ['src/main.js'], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });

it('does not start with wrong settings: says which, on lines of its own, with no stack', { timeout: 30_000 }, () => {
  const { status, stderr, stdout } = start({ PORT: 'secret-one', TOKEN_KEY: 'secret-two' });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toEqual([
    'The settings cannot be used:',
    '  PORT must be a whole number from 0 to 65535',
    '  TOKEN_KEY must be at least 32 random bytes in base64',
  ]);
});

it('does not start without a council pack', { timeout: 30_000 }, () => {
  const { status, stderr } = start({ COUNCIL_PACK: 'data/no-such-council' });
  expect(status).toBe(1);
  expect(stderr).toContain('council.json is missing or cannot be read');
  expect(stderr).not.toMatch(/^ {4}at /m);
});
