// Sums the JUnit reports of all test runs; the exit code says whether everything passed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LONGEST_MESSAGE = 600;
const failedSteps = Number(process.argv[2] ?? '0');
const folders = ['server/target/surefire-reports', 'web/test-results'];
const reports = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.xml'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );

function nameOf(test) {
  const attribute = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(test)?.[1] ?? '';
  return `${attribute('classname')} ${attribute('name')}`.trim();
}

/** What went wrong, on one line. */
function messageOf(test) {
  const message = /<(?:failure|error)\b[^>]*\bmessage="([^"]*)"/.exec(test)?.[1] ?? '';
  return message.replace(/\s+/g, ' ').slice(0, LONGEST_MESSAGE);
}

let passed = 0;
let failed = 0;
for (const report of reports) {
  for (const [test] of report.matchAll(/<testcase\b(?:[^>]*\/>|.*?<\/testcase>)/gs)) {
    if (/<(failure|error)\b/.test(test)) {
      failed += 1;
      console.log(`FAILED: ${nameOf(test)}: ${messageOf(test)}`);
    } else if (!/<skipped\b/.test(test)) {
      passed += 1;
    }
  }
}
// A step can fail without a failing test, for instance when the code does not compile.
failed = Math.max(failed, failedSteps);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
