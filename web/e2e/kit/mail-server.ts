import { SMTPServer } from 'smtp-server';

export interface Letter {
  /** To whom the sending server said it goes, whatever the headers say. */
  readonly to: readonly string[];
  readonly subject: string;
  /** All of it, with the soft line breaks undone. */
  readonly text: string;
}

export interface MailServer {
  readonly port: number;
  /** Every letter, in order of arrival. */
  readonly letters: readonly Letter[];
  close(): Promise<void>;
}

/** A real SMTP server on this machine that keeps what it gets. */
export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        letters.push(letterOf(to, Buffer.concat(parts).toString('utf8')));
        done();
      });
    },
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    letters,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
      }),
  };
}

function letterOf(to: readonly string[], raw: string): Letter {
  const text = raw.replace(/=\r\n/g, '').replace(/=3D/g, '=');
  const [, subject = ''] = /^Subject: (.*)$/m.exec(raw.replace(/\r\n[ \t]/g, ' ')) ?? [];
  return { to, subject: subject.trim(), text };
}
