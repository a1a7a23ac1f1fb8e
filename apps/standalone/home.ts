import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode, messageOf } from '#platform/error-code';
import { Refusal } from './refusal';

const settings = z.strictObject({
  format: z.literal(1),
  postgresPort: z.int().optional(),
  temporalPort: z.int().optional(),
  secrets: z.strictObject({ superuser: z.string(), owner: z.string(), application: z.string() }),
});

/** What is decided at the first start and kept: ports, and passwords that no one types. */
export type Settings = z.infer<typeof settings>;

const file = 'yigong.json';
/** Other programs may have come first: they make these, and no others. */
const ownFolders = ['keys', 'logs', 'files', 'checkpoints'];
const refuseBelowBytes = 200 * 1024 * 1024;

/**
 * Opens the data folder, making it when missing.
 * @param home absolute path of YIGONG_HOME
 * @throws Refusal when it belongs to something else, cannot be written, or its disk is nearly full
 */
export function openHome(home: string): Settings {
  try {
    mkdirSync(home, { recursive: true });
    probeWriting(home);
  } catch (error) {
    throw new Refusal(`数据目录 ${home} 不能写入：${reasonOf(error)}`, '换一个目录：YIGONG_HOME=/别的/目录 npm start');
  }
  const { bavail, bsize } = statfsSync(home);
  if (bavail * bsize < refuseBelowBytes) {
    const megabytes = Math.floor((bavail * bsize) / 1024 / 1024);
    throw new Refusal(
      `数据目录 ${home} 所在磁盘只剩 ${megabytes} MB，至少需要 200 MB`,
      '腾出空间，或换一个目录：YIGONG_HOME=/别的/目录 npm start',
    );
  }
  return readSettings(home) ?? firstSettings(home);
}

/** Keeps changed settings; the file appears whole or not at all. */
export function keepSettings(home: string, kept: Settings): void {
  const draft = join(home, `${file}.${process.pid}`);
  writeFileSync(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, join(home, file));
}

/** @throws Refusal when the file is there and cannot be understood */
export function readSettings(home: string): Settings | undefined {
  const path = join(home, file);
  if (!existsSync(path)) return undefined;
  const read = settings.safeParse(jsonOf(readFileSync(path, 'utf8')));
  if (read.success) return read.data;
  throw new Refusal(
    `${path} 无法识别：已损坏，或出自更新的版本`,
    `恢复该文件的备份，或换一个目录：YIGONG_HOME=/别的/目录 npm start`,
  );
}

function firstSettings(home: string): Settings {
  const foreign = readdirSync(home).filter((name) => !ownFolders.includes(name) && !name.startsWith('.'));
  if (foreign.length > 0) {
    throw new Refusal(
      `${home} 不是以工的数据目录：里面有 ${foreign.slice(0, 3).join('、')}，却没有 ${file}`,
      '换一个空目录：YIGONG_HOME=/别的/目录 npm start',
    );
  }
  const secret = () => randomBytes(24).toString('base64url');
  const first: Settings = {
    format: 1,
    secrets: { superuser: secret(), owner: secret(), application: secret() },
  };
  keepSettings(home, first);
  return first;
}

function probeWriting(home: string): void {
  const probe = join(home, `.probe-${process.pid}`);
  try {
    const handle = openSync(probe, 'w');
    closeSync(handle);
    writeFileSync(probe, randomBytes(4096), { flush: true });
  } finally {
    rmSync(probe, { force: true });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EPERM') return '没有权限';
  if (code === 'EROFS') return '文件系统只读';
  if (code === 'ENOSPC' || code === 'EDQUOT') return '磁盘已满';
  if (code === 'ENOTDIR' || code === 'EEXIST') return '路径上有一个不是目录的文件';
  // What `mkdir -p` of Node reports on a read-only file system.
  if (code === 'ENOENT') return '无法建立目录：上级目录不可用，或文件系统只读';
  return messageOf(error);
}
