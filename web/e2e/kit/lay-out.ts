import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Before all tests: the jar that was built is laid out so that its many servers start soon. */
export function setup(): void {
  execFileSync('sh', ['-ec', '. bin/tools; lay_out'], {
    cwd: resolve(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
