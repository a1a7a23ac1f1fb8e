import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '..');

/** What each part may see. Types alone: `workflows` may look at anything through `import type`, and runs nothing of it. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'libs/domain': ['zod', 'chinese-days/dist/chinese-days.json'],
  'libs/labels': ['libs/domain', 'zod'],
  'libs/contracts': ['libs/domain', 'zod'],
  'libs/platform': ['node', 'npm'],
  'libs/event-log': ['libs/domain', 'node', 'npm'],
  'libs/persons': ['libs/domain', 'libs/platform', 'node', 'npm', 'zod'],
  'libs/pdf': ['libs/domain', 'node', 'npm'],
  'libs/projections': ['libs/domain', 'libs/event-log', 'node', 'npm'],
  workflows: ['libs/contracts/temporal', '@temporalio/workflow'],
  activities: ['libs', 'node', 'npm'],
  'apps/worker': ['activities', 'libs', 'workflows', 'node', 'npm'],
  'apps/api': ['activities', 'libs', 'node', 'npm'],
  'apps/web': ['libs/domain', 'libs/labels', 'libs/contracts/http', 'npm'],
  'apps/cli': ['libs', 'activities', 'node', 'npm'],
  'apps/standalone': ['libs', 'activities', 'node', 'npm'],
};
const parts = Object.keys(arrows);

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|tsx|mts)$/.test(entry.name) && !/\.(spec|d)\.tsx?$/.test(entry.name) ? [path] : [];
  });

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')).config,
  ts.sys,
  root,
);
const cache = ts.createModuleResolutionCache(root, (name) => name, options);

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2023, true);
  return source.statements.flatMap((statement): Import[] => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    return [{ from: file, to: targetOf(statement.moduleSpecifier.text, file), typeOnly: isTypeOnly(statement) }];
  });
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every(({ isTypeOnly: only }) => only)
  );
}

/** A file of ours by its path, anything else by its name. */
function targetOf(specifier: string, file: string): string {
  if (!specifier.startsWith('.') && !specifier.startsWith('#')) return specifier;
  const found = ts.resolveModuleName(specifier, join(root, file), options, ts.sys, cache).resolvedModule
    ?.resolvedFileName;
  return found ? relative(root, found) : join(dirname(file), specifier);
}

const partOf = (path: string): string | undefined => parts.find((part) => path === part || path.startsWith(`${part}/`));

function allowed({ from, to, typeOnly }: Import): boolean {
  const part = partOf(from)!;
  if (to.startsWith(`${part}/`)) return true;
  if (part === 'workflows' && typeOnly) return true;
  const may = arrows[part]!;
  if (may.some((target) => to === target || to.startsWith(`${target}/`))) return true;
  if (partOf(to)) return false;
  return may.includes('npm') || (to.startsWith('node:') && may.includes('node'));
}

const files = parts.flatMap(sources);
const imports = files.flatMap(importsOf);

it('reads a house worth checking', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.filter(({ to }) => to.startsWith('libs/')).length).toBeGreaterThan(200);
});

it('keeps the arrows between its parts', () => {
  const crossing = imports.filter((one) => !allowed(one)).map(({ from, to }) => `${from} → ${to}`);
  expect(crossing).toEqual([]);
});

it('has no cycles, subpath imports included', () => {
  const edges = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (!typeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
  }
  expect(cyclesIn(edges)).toEqual([]);
});

it('has one writer of the event log', () => {
  const writers = files.filter((file) => /insert into log\.event\b/i.test(readFileSync(join(root, file), 'utf8')));
  expect(writers).toEqual(['libs/event-log/append.ts']);
});

function cyclesIn(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return found;
}
