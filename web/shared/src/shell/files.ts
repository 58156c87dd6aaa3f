/** The bytes of a file as base64; empty for an empty file. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In parts: as many arguments as a large file has bytes, no browser takes.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

/** What the server takes in. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;
export const LONGEST_FILE_NAME = 120;

/** A picture is drawn anew on the server, one at a time. */
export const FILE_WITHIN_MS = 60_000;
