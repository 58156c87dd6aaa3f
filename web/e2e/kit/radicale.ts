import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, until } from './server';

const FIND = resolve(import.meta.dirname, '../../../bin/find-radicale');

export interface Radicale {
  readonly user: string;
  readonly password: string;
  /** The address of Anna's calendar. */
  readonly url: string;
  /** Makes or changes an appointment. */
  put(name: string, appointment: Appointment): Promise<void>;
  delete(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** As a calendar program writes it; times by the clock on the wall. Without `from`: the whole day. */
export interface Appointment {
  readonly day: string;
  readonly from?: string;
  readonly until?: string;
  readonly title: string;
  readonly address?: string;
  readonly revision?: number;
}

/** A real CalDAV server (Debian's python3-radicale) with one calendar, of Anna. */
export async function startRadicale(): Promise<Radicale> {
  const user = 'anna';
  const password = 'agenda & <geheim>';
  const folder = mkdtempSync(join(tmpdir(), 'radicale-'));
  const users = join(folder, 'users');
  writeFileSync(users, `${user}:${password}\n`);
  const port = await freePort();
  const log = join(folder, 'log');
  const out = openSync(log, 'w');
  const python = execFileSync(FIND, { encoding: 'utf8' }).trim();
  const child = spawn(
    python,
    [
      ...['-m', 'radicale', '--config', '', '--server-hosts', `127.0.0.1:${port}`],
      ...['--auth-type', 'htpasswd', '--auth-htpasswd-filename', users],
      ...['--auth-htpasswd-encryption', 'plain'],
      ...['--storage-filesystem-folder', join(folder, 'collections')],
    ],
    { stdio: ['ignore', out, out] },
  );
  closeSync(out);
  const url = `http://127.0.0.1:${port}/anna/werk/`;
  const login = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const send = async (method: string, path: string, body: string | null): Promise<void> => {
    const headers = { Authorization: login, 'Content-Type': 'text/calendar; charset=utf-8' };
    const answer = await fetch(url + path, { method, headers, body });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  };
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until('the calendar server to answer', async () => {
      if (child.exitCode !== null) throw new Error(`radicale ended with ${child.exitCode}`);
      return fetch(url).then(
        () => true,
        () => false,
      );
    });
    await send('MKCALENDAR', '', null);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return {
    user,
    password,
    url,
    put: (name, appointment) => send('PUT', `${name}.ics`, textOf(name, appointment)),
    delete: (name) => send('DELETE', `${name}.ics`, null),
    stop,
  };
}

function textOf(uid: string, { day, from, until: end, title, address, revision }: Appointment) {
  const date = day.replaceAll('-', '');
  const at = (time: string) => `TZID=Europe/Amsterdam:${date}T${time.replace(':', '')}00`;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//NL',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260101T080000Z',
    from === undefined ? `DTSTART;VALUE=DATE:${date}` : `DTSTART;${at(from)}`,
    ...(end === undefined ? [] : [`DTEND;${at(end)}`]),
    `SUMMARY:${title}`,
    ...(address === undefined ? [] : [`LOCATION:${address.replaceAll(',', '\\,')}`]),
    `SEQUENCE:${revision ?? 0}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
