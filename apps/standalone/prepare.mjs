// Makes a fresh clone ready to run: packages, build, and for tests the programs they need. Plain JavaScript on Node's own modules,
// since nothing is installed yet. Does nothing, and says nothing, when nothing has changed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`需要 Node 20.19 以上，现在是 ${process.versions.node}`);

const root = join(import.meta.dirname, '..', '..');
const at = (...parts) => join(root, ...parts);
const forTests = process.argv.includes('--tests');
const say = (line) => console.log(`[准备] ${line}`);

/** Runs a program with its output shown; a failure ends the preparation. */
function run(command, args, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
    // npm passes no signal on to what a script has started, so it is done here.
    const pass = (signal) => child.kill(signal);
    process.on('SIGTERM', pass).on('SIGINT', pass);
    child.once('error', (error) => fail(`${command} 不能运行：${error.message}`));
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', pass).off('SIGINT', pass);
      if (code !== 0) fail(`${[command, ...args].join(' ')} 没有成功（${signal ?? code}），见上面的输出`, code ?? 1);
      resolve();
    });
  });
}

function fail(message, code = 1) {
  console.error(`[准备] ${message}`);
  process.exit(code);
}

async function install() {
  const lock = readFileSync(at('package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const mark = at('node_modules', '.yigong-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8').trim() === wanted) return;
  say('正在安装依赖（npm ci，首次约一两分钟）……');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  // The build needs what NODE_ENV=production would leave out.
  await run(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund']);
  writeFileSync(mark, wanted);
}

/** Name, size and time of every source below these paths, one a line. */
function listed(paths, skipped = () => false) {
  const lines = [];
  const visit = (path) => {
    const name = relative(root, path);
    if (!existsSync(path) || skipped(name)) return;
    const entry = statSync(path);
    if (entry.isDirectory()) for (const child of readdirSync(path).sort()) visit(join(path, child));
    else lines.push(`${name} ${entry.size} ${entry.mtimeMs}`);
  };
  for (const path of paths) visit(at(path));
  return lines;
}

const isSpec = (name) => /\.spec\.tsx?$/.test(name);
const libraries = ['libs', 'package.json', 'package-lock.json', 'tsconfig.json'];
const code = () =>
  listed(
    ['apps', 'workflows', 'activities', ...libraries, 'tsconfig.build.json'],
    (name) => name === 'apps/web' || isSpec(name),
  );
const web = () => listed(['apps/web', ...libraries], isSpec);

/** Builds when the sources differ from those of the last build that succeeded. */
async function build(name, sources, make) {
  const mark = at('dist', `.built-${name}`);
  const before = existsSync(mark) ? readFileSync(mark, 'utf8').split('\n') : [];
  const now = sources();
  if (before.join('\n') === now.join('\n')) return;
  const nameOf = (line) => line.split(' ')[0];
  const present = new Set(now.map(nameOf));
  await make({ removed: before.some((line) => line !== '' && !present.has(nameOf(line))) });
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, now.join('\n'));
}

const node = (path, ...args) => run(process.execPath, [at(path), ...args]);

await install();
await build('code', code, async ({ removed }) => {
  // What was compiled from a source that is gone would stay and could still be loaded.
  if (removed) rmSync(at('dist'), { recursive: true, force: true });
  say('正在编译（tsc，约半分钟）……');
  await node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
  if (existsSync(at('workflows', 'index.ts'))) {
    say('正在打包工作流……');
    await node('dist/apps/worker/bundle.js');
  }
});
if (existsSync(at('apps', 'web', 'vite.config.mts'))) {
  await build('web', web, async () => {
    say('正在构建网页（vite build）……');
    await node('node_modules/vite/bin/vite.js', 'build', '--config', 'apps/web/vite.config.mts', '--logLevel', 'warn');
  });
}
if (forTests) await node('dist/apps/standalone/test-tools-main.js');
