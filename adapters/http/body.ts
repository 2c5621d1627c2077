import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes of a request's body. Slack's largest, a shortcut on a message full of blocks, is a tenth of it. */
const LONGEST = 1024 * 1024;
/** Milliseconds in which the rest of a refused body is thrown away, so that the sender reads why before it is cut. */
const LINGER = 500;

/** Reads a body to its end; null when it is too long, whether or not its length was declared. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > LONGEST) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  // Ending the loop early would destroy the socket, and the answer with it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > LONGEST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Answers 413 to a request whose body is too long. */
export function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  const cut = setTimeout(() => request.destroy(), LINGER);
  request.once('close', () => clearTimeout(cut));
  request.once('error', () => {});
  request.resume();
  response.writeHead(413, { 'content-type': 'text/plain; charset=UTF-8' });
  response.end(`At most ${LONGEST} bytes are read.\n`);
}
