// Prints one line a row of the mission and writes docs/mission.md. A row is ok when a journey test whose
// name begins with its id passed in the last run, failed when one failed, missing when there is none.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROWS = {
  V1: 'recognise looming risk early, report at once',
  V2: 'a starting fire is easier to put out',
  V3: 'take the right precautions in time',
  V4: 'work by agreed safe procedures',
  V5: "leave when you can't handle it",
  V6: 'then involve the supervisor',
  V7: 'the supervisor keeps risks manageable',
  V8: 'team meeting, agreements, aggression protocol as tools',
  V9: 'know your risky moments',
  A1: 'overview of all lone workplaces',
  A2: 'inventory of the risks',
  A3: 'can an alarm be raised there?',
  A4: 'response time in minutes',
  A5: 'acceptable, or which measures',
  A6: 'work with a colleague',
  A7: 'safe room',
  A8: 'personal alarm systems',
  A9: 'transport to and from work',
  H1: 'estimate the risk',
  H2: 'think ahead: scenarios',
  H3: 'discuss streets and neighbourhoods with much aggression',
  H4: 'measures of a risk visit, each with proof',
  H5: 'colleagues know where you are',
  H6: 'how you travel; type, colour, plate of the car',
  H7: 'mobile phone with alarm numbers under a quick key',
  H8: 'battery charged',
  H9: 'little or no coverage in some homes',
  H10: 'leave valuables at home',
  H11: 'no sensitive information along',
  H12: 'by appointment, on time, tell the client when late',
  H13: 'risky visits in office hours',
  H14: 'risky visits in pairs by default',
  H15: 'greater risk: police first, police or security along',
  H16: 'outside office hours: always a reachability agreement',
};

/** Every test case of the JUnit reports in `folder`: its name, and whether it passed. */
function cases(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .flatMap((file) => casesOf(readFileSync(join(folder, file), 'utf8')));
}

function casesOf(xml) {
  return [...xml.matchAll(/<testcase\b([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g)].map((found) => ({
    name: text(/\bname="([^"]*)"/.exec(found[1])?.[1] ?? ''),
    passed: !/<(failure|error|skipped)\b/.test(found[3] ?? ''),
  }));
}

function text(escaped) {
  return escaped
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const all = [...cases('server/target/surefire-reports'), ...cases('web/test-results')];
const lines = Object.entries(ROWS).map(([id, what]) => {
  // A browser test is named "file > H5 …"; a test in Java begins with the id itself.
  const own = all.filter((one) => new RegExp(`(^|[>\\s])${id}[ :_]`).test(one.name));
  const result = own.length === 0 ? 'missing' : own.every((one) => one.passed) ? 'ok' : 'failed';
  return { id, what, result, tests: own.map((one) => one.name) };
});

for (const line of lines) {
  console.log(`${line.id} ${line.result}`);
}
const table = lines.map(
  (line) => `| ${line.id} | ${line.what} | ${line.tests.join('<br>') || '–'} | ${line.result} |`,
);
writeFileSync(
  'docs/mission.md',
  `# The mission, row by row

Made by \`make mission\` from the reports of the last test run; never edited by hand.

| row | precaution | journey test | result |
|---|---|---|---|
${table.join('\n')}
`,
);
