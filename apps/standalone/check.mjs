// `npm test`: types, style, tests. All three run even when one fails, so that one run shows every fault; arguments go to Jest.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);

/** @type {[title: string, commands: string[][]][]} */
const steps = [
  [
    '类型',
    [
      [bin('tsc'), '--noEmit'],
      [bin('tsc'), '--noEmit', '-p', 'apps/web'],
    ],
  ],
  [
    '规范',
    [
      [bin('oxlint'), '--type-aware'],
      [bin('prettier'), '--check', '--log-level', 'warn', '.'],
    ],
  ],
  ['测试', [[bin('jest'), ...process.argv.slice(2)]]],
];

let current;
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopped = true;
    current?.kill(signal);
  });
}

function passes([command, ...args]) {
  return new Promise((resolve) => {
    current = spawn(command, args, { cwd: root, stdio: 'inherit' });
    current.once('error', () => resolve(false));
    current.once('exit', (code) => resolve(code === 0));
  });
}

const failed = [];
for (const [title, commands] of steps) {
  console.log(`\n── ${title} ──`);
  for (const command of commands) {
    if (stopped) process.exit(130);
    if (!(await passes(command)) && !failed.includes(title)) failed.push(title);
  }
}
if (failed.length > 0) console.error(`\n未通过：${failed.join('、')}`);
process.exit(failed.length > 0 ? 1 : 0);
