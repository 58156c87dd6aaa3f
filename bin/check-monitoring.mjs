// Every number that rules and dashboard use stands in docs/operations.md (ScrapeTest holds that page
// to a real scrape), every rule has a test, and every panel its place. Prints the dashboard's queries
// as rules, for promtool to check.
import { readFileSync } from 'node:fs';

const read = (file) => readFileSync(`deploy/monitoring/${file}`, 'utf8');
const names = (text) => new Set(text.match(/achterwacht_[a-z_]+/g));
const mistakes = [];

const known = names(readFileSync('docs/operations.md', 'utf8'));
const histogram = /_(bucket|sum|count)$/;
const alerts = read('alerts.yaml');
const dashboard = JSON.parse(read('dashboard.json'));

for (const [where, text] of [
  ['alerts.yaml', alerts],
  ['dashboard.json', JSON.stringify(dashboard)],
]) {
  for (const name of names(text)) {
    if (!known.has(name) && !known.has(name.replace(histogram, ''))) {
      mistakes.push(`${where}: ${name} is not in docs/operations.md`);
    }
  }
}

const tested = read('alerts-test.yaml');
for (const [, alert] of alerts.matchAll(/- alert: (\w+)/g)) {
  const fires = new RegExp(`alertname: ${alert}\\n +exp_alerts:\\n`);
  const rests = new RegExp(`alertname: ${alert}, exp_alerts: \\[\\]`);
  if (!fires.test(tested) || !rests.test(tested)) {
    mistakes.push(`alerts-test.yaml: ${alert} is not seen to fire, and to rest`);
  }
}

const taken = new Set();
for (const { title, gridPos: at } of dashboard.panels) {
  for (let x = at.x; x < at.x + at.w; x++) {
    for (let y = at.y; y < at.y + at.h; y++) {
      if (x > 23 || taken.has(`${x},${y}`)) mistakes.push(`dashboard.json: "${title}" has no place`);
      taken.add(`${x},${y}`);
    }
  }
}

const queries = dashboard.panels.flatMap((panel) => panel.targets ?? []).map(({ expr }) => expr);
if (queries.length === 0) mistakes.push('dashboard.json: it asks for nothing');
console.log('groups: [{ name: dashboard, rules: [');
queries.forEach((expr, n) => console.log(`{ record: "panel:${n}", expr: ${JSON.stringify(expr)} },`));
console.log(']}]');

if (mistakes.length > 0) {
  console.error([...new Set(mistakes)].join('\n'));
  process.exit(1);
}
