import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '../../..');
const QUICK = join(ROOT, 'server/target/quick'); // by lay-out.ts
const PROGRAM = join(ROOT, 'server/target/e2e-program');

export interface RunningServer {
  readonly url: string;
  readonly log: string;
  /** From now on it answers nothing, as if the machine hung; its lines stay open. */
  freeze(): void;
  thaw(): void;
  /** Ends it and begins again, on the same port and with the same database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

// It runs for a minute: what is compiled to be quick for hours is wasted on it.
const SHORT_LIVED = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
// Where in memory the cache was made to be: moving it takes a third of a second.
const IN_ITS_PLACE = ['-XX:+UnlockDiagnosticVMOptions', '-XX:ArchiveRelocationMode=0'];
const JAVA_OPTIONS = [
  '--enable-native-access=ALL-UNNAMED',
  ...IN_ITS_PLACE,
  `-XX:AOTCache=${join(QUICK, 'achterwacht.aot')}`,
  ...SHORT_LIVED,
];

/** The real program, with a database of its own in a folder that is thrown away. */
export async function startServer(...words: readonly string[]): Promise<RunningServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'achterwacht-e2e-'));
  const log = join(folder, 'server.log');
  shareProgram(join(folder, 'data'));
  const url = `http://localhost:${port}`;
  const begin = () =>
    begun(url, log, [`--port=${port}`, `--data=${join(folder, 'data')}`, ...words]);
  let child = await begin();
  return {
    url,
    log,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    restart: async () => {
      await ended(child);
      child = await begin();
    },
    stop: async () => {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The database's own program is unpacked once, not by each server. */
function shareProgram(data: string): void {
  mkdirSync(PROGRAM, { recursive: true });
  mkdirSync(data);
  symlinkSync(PROGRAM, join(data, 'program'));
}

async function begun(url: string, log: string, words: readonly string[]): Promise<ChildProcess> {
  const out = openSync(log, 'a');
  const child = spawn(
    join(javaHome(), 'bin/java'),
    [...JAVA_OPTIONS, '-jar', join(QUICK, 'achterwacht.jar'), ...words],
    { stdio: ['ignore', out, out] },
  );
  try {
    await untilReady(url, child, log);
  } catch (fault) {
    child.kill('SIGKILL');
    throw fault;
  }
  return child;
}

/** Waits until `found` gives something else than undefined or false; says what it waited for. */
export async function until<T>(
  what: string,
  found: () => T | undefined | false | Promise<T | undefined | false>,
  limitSeconds = 60,
): Promise<T> {
  const end = Date.now() + limitSeconds * 1000;
  for (;;) {
    const result = await found();
    if (result !== undefined && result !== false) {
      return result;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${limitSeconds} s for: ${what}`);
    }
    await pause(20);
  }
}

/** The JDK the build uses; a test that is run by itself finds it in the same way. */
function javaHome(): string {
  return (
    process.env['JAVA_HOME'] ?? execFileSync('bin/find-jdk', { cwd: ROOT, encoding: 'utf8' }).trim()
  );
}

async function untilReady(url: string, child: ChildProcess, log: string): Promise<void> {
  await until(
    `the server to be ready (log: ${log})`,
    async () => {
      if (child.exitCode !== null) {
        throw new Error(`the server ended with ${child.exitCode}; log: ${log}`);
      }
      try {
        return (await fetch(`${url}/readyz`)).ok;
      } catch {
        return false;
      }
    },
    120,
  );
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const end = new Promise((done) => child.once('exit', done));
  child.kill('SIGCONT');
  child.kill('SIGTERM');
  await end;
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        done(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
