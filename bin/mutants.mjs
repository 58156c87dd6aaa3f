// Plants bugs and counts which of them the tests catch: one line a bug, "NAME caught" or
// "NAME missed". Writes docs/mutants.md. Exit code 1 when one is missed.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';

const FOLDER = 'server/src/mutants';
const SOURCES = 'server/src/main/java/nl/achterwacht';
const TESTS = 'server/src/test/java';
const JAVA = join(process.env.JAVA_HOME, 'bin');
const CLASSPATH = readFileSync('server/target/test.classpath', 'utf8').trim();
const SEEDS = process.env.MUTANT_SEEDS ?? '2000';

/** Reads a mutant: its tests, what it breaks in words, and for each file what to replace by what. */
function read(file) {
  const [tests, words, ...rest] = readFileSync(join(FOLDER, file), 'utf8').split('\n');
  const edits = [];
  let path = '';
  for (const part of rest.join('\n').split(/^>>>>\n/m)) {
    path = part.match(/^file: (.*)$/m)?.[1] ?? path;
    const edit = part.match(/^<<<<\n([\s\S]*?)^====\n([\s\S]*)$/m);
    if (edit) edits.push({ path, old: edit[1].trimEnd(), by: edit[2].trimEnd() });
  }
  return {
    name: basename(file, '.mutant'),
    tests: tests.replace('tests: ', '').split(','),
    words,
    edits,
  };
}

/** Writes and compiles the changed files; returns why that is impossible, or null. */
function plant(mutant, into) {
  const changed = new Map();
  for (const { path, old, by } of mutant.edits) {
    const text = changed.get(path) ?? readFileSync(join(SOURCES, path), 'utf8');
    if (text.split(old).length !== 2) return `does not fit ${path} any more`;
    changed.set(path, text.replace(old, () => by));
  }
  if (changed.size === 0) return 'changes nothing';
  const files = [...changed].map(([path, text]) => {
    const file = join(into, 'src', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  });
  const javac = spawnSync(
    join(JAVA, 'javac'),
    ['-proc:none', '-nowarn', '-parameters', '-d', join(into, 'classes')].concat(
      ['-cp', ['server/target/classes', CLASSPATH].join(delimiter)],
      files,
    ),
    { encoding: 'utf8' },
  );
  return javac.status === 0 ? null : `does not compile: ${javac.stderr.trim()}`;
}

/** Runs its tests; true when one of them fails. Anything else than passed or failed is an error. */
function isCaught(mutant, into) {
  const found = execFileSync('find', [TESTS, '-name', '*Test.java'], { encoding: 'utf8' })
    .trim()
    .split('\n');
  const classes = mutant.tests.map((test) => {
    const file = found.find((one) => basename(one) === `${test}.java`);
    if (!file) throw new Error(`${mutant.name}: no test ${test}`);
    return file.slice(TESTS.length + 1, -'.java'.length).replaceAll('/', '.');
  });
  const where = [join(into, 'classes'), 'server/target/test-classes', 'server/target/classes'];
  const run = spawnSync(
    join(JAVA, 'java'),
    ['--enable-native-access=ALL-UNNAMED', `-Dsim.seeds=${SEEDS}`].concat(
      ['-cp', [...where, CLASSPATH].join(delimiter)],
      ['org.junit.platform.console.ConsoleLauncher', 'execute', '--fail-if-no-tests'],
      ['--disable-banner', '--details=none'],
      classes.map((one) => `--select-class=${one}`),
    ),
    { encoding: 'utf8', timeout: 10 * 60 * 1000, maxBuffer: 1 << 28 },
  );
  if (run.status !== 0 && run.status !== 1) {
    throw new Error(`${mutant.name}: the tests did not run\n${run.stderr}`);
  }
  return run.status === 1;
}

const results = [];
const only = process.env.MUTANT;
for (const file of readdirSync(FOLDER).sort()) {
  const mutant = read(file);
  if (only && only !== mutant.name) continue;
  const into = mkdtempSync(join(tmpdir(), 'mutant-'));
  try {
    const problem = plant(mutant, into);
    const caught = problem === null && isCaught(mutant, into);
    console.log(`${mutant.name} ${caught ? 'caught' : 'missed'}${problem ? `: ${problem}` : ''}`);
    results.push({ ...mutant, caught });
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

const missed = results.filter((one) => !one.caught).length;
console.log(`${results.length - missed} caught, ${missed} missed`);
if (!only) {
  const rows = results.map(
    (one) =>
      `| ${one.name} | ${one.words} | ${one.tests.join(', ')} | ${one.caught ? 'caught' : 'missed'} |`,
  );
  writeFileSync(
    'docs/mutants.md',
    `# Bugs we planted

Made by \`make mutants\`; never edited by hand. Each bug stands in \`server/src/mutants\`. It is planted alone in
an otherwise whole server, and the tests named with it must fail. The simulation gets ${SEEDS} towns.

| bug | what it does | tests | result |
|---|---|---|---|
${rows.join('\n')}
`,
  );
}
process.exit(missed === 0 && results.length > 0 ? 0 : 1);
