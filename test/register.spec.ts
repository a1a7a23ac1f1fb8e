import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { heldByConstruction } from '#domain/rulebook/register/held-by-construction';
import { notYetEnforced } from '#domain/rulebook/register/not-yet-enforced';
import { isRuleId, ruleRegister } from '#domain/rulebook/register/register';

const domain = resolve(__dirname, '../libs/domain');
const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'register' ? [] : files(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
const read = (paths: readonly string[]) => paths.map((path) => readFileSync(path, 'utf8')).join('\n');
const specs = files(domain).filter((path) => path.endsWith('.spec.ts'));
const code = files(domain).filter((path) => !path.endsWith('.spec.ts'));

/** Ids that a predicate carries; not those in comments, of duties (`rule: …`) or of parameters. */
const bare = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/\brule: 'R-[A-Z]+-\d+'/g, '');
const enforced = new Set(
  [...bare(read(code.filter((path) => !/parameters(-data)?\.ts$/.test(path)))).matchAll(/'(R-[A-Z]+-\d+)'/g)].map(
    ([, id]) => id!,
  ),
);
const tested = new Set([...read(specs).matchAll(/R-[A-Z]+-\d+/g)].map(([id]) => id));
const binding = ruleRegister.filter(({ enforcement }) => enforcement === 'block' || enforcement === 'warn');

it('has a predicate for every rule that blocks or warns, or says openly why not yet', () => {
  const silent = binding
    .filter(({ id }) => !enforced.has(id) && !notYetEnforced[id] && !heldByConstruction[id])
    .map(({ id }) => id);
  expect(silent).toEqual([]);
});

it('keeps the list of what is not yet enforced honest', () => {
  const enforcedAfterAll = Object.keys(notYetEnforced).filter((id) => enforced.has(id));
  expect(enforcedAfterAll).toEqual([]);
});

it('finds every rule held by construction named where it is held', () => {
  const root = resolve(domain, '../..');
  const unnamed = Object.entries(heldByConstruction).filter(
    ([id, file]) => !readFileSync(join(root, file!), 'utf8').includes(id),
  );
  expect(unnamed).toEqual([]);
});

it('names no rule that the register does not know', () => {
  expect([...enforced].filter((id) => !isRuleId(id))).toEqual([]);
});

it('leads from every enforced rule to a test by its id', () => {
  const untested = binding.filter(({ id }) => enforced.has(id) && !tested.has(id)).map(({ id }) => id);
  expect(untested).toEqual([]);
});
