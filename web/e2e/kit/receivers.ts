import {
  createDecipheriv,
  createECDH,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { objectionTo } from './vapid';

export interface PushReceiver {
  /** As the browser gives it to the server. */
  readonly subscription: {
    readonly endpoint: string;
    readonly keys: { readonly p256dh: string; readonly auth: string };
  };
  /** The server's public key, that the browser subscribed with; without it nothing is taken. */
  serverKey: string;
  /** What was decrypted, in order of arrival. */
  readonly messages: readonly unknown[];
  /** Why something was not taken. */
  readonly objections: readonly string[];
  close(): void;
}

/**
 * A push service with a browser behind it: lets in only who proves to be the server that the
 * browser subscribed with (RFC 8292), and decrypts as RFC 8291 says the browser does.
 */
export async function startPushReceiver(): Promise<PushReceiver> {
  const browser = createECDH('prime256v1');
  const publicKey = browser.generateKeys();
  const auth = randomBytes(16);
  const messages: unknown[] = [];
  const objections: string[] = [];
  const server = createServer((request, answer) => {
    void bodyOf(request).then((body) => {
      const objection = objectionTo(request.headers.authorization ?? '', {
        audience: `http://127.0.0.1:${port}`,
        serverKey: receiver.serverKey,
        nowSeconds: Date.now() / 1000,
      });
      if (objection === null) {
        messages.push(JSON.parse(decrypt(body, browser, publicKey, auth)));
      } else {
        objections.push(objection);
      }
      answer.writeHead(objection === null ? 201 : 403).end();
    });
  });
  const port = await listening(server);
  const receiver: PushReceiver = {
    subscription: {
      endpoint: `http://127.0.0.1:${port}/push/1`,
      keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    },
    serverKey: '',
    messages,
    objections,
    close: () => server.close(),
  };
  return receiver;
}

/** How old a signature may be: what was caught on the way must not be played again later. */
const OLDEST_SECONDS = 5 * 60;

export interface WebhookReceiver {
  readonly url: string;
  /** The secret may be set later: it is shown once, after the webhook was made. */
  secret: string;
  /** Events whose signature is right. */
  readonly events: readonly unknown[];
  /** How many came with a wrong signature. */
  readonly forged: () => number;
  close(): void;
}

/** A receiver of webhooks that believes nothing without a signature (Standard Webhooks). */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const events: unknown[] = [];
  let forged = 0;
  const server = createServer((request, answer) => {
    void bodyOf(request).then((body) => {
      if (isSigned(request, body, receiver.secret)) {
        events.push(JSON.parse(body.toString('utf8')));
      } else {
        forged += 1;
      }
      answer.writeHead(204).end();
    });
  });
  const port = await listening(server);
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${port}/hook`,
    secret: '',
    events,
    forged: () => forged,
    close: () => server.close(),
  };
  return receiver;
}

function isSigned(request: IncomingMessage, body: Buffer, secret: string): boolean {
  const id = String(request.headers['webhook-id']);
  const time = String(request.headers['webhook-timestamp']);
  if (!(Math.abs(Date.now() / 1000 - Number(time)) < OLDEST_SECONDS)) {
    return false;
  }
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const right = createHmac('sha256', key).update(`${id}.${time}.`).update(body).digest();
  return String(request.headers['webhook-signature'])
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
    .map((one) => Buffer.from(one.slice(3), 'base64'))
    .some((given) => given.length === right.length && timingSafeEqual(given, right));
}

/** aes128gcm with one record: salt 16, record size 4, key length 1, the sender's key, then text. */
function decrypt(
  body: Buffer,
  browser: ReturnType<typeof createECDH>,
  publicKey: Buffer,
  auth: Buffer,
): string {
  const salt = body.subarray(0, 16);
  const keyLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const shared = browser.computeSecret(sender);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
  const secret = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
  const derive = (what: string, length: number) =>
    Buffer.from(
      hkdfSync('sha256', secret, salt, Buffer.from(`Content-Encoding: ${what}\0`), length),
    );
  const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  cipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts);
}

function listening(server: Server): Promise<number> {
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      ready(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
