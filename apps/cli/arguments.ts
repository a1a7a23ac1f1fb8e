import { parseArgs } from 'node:util';

/** A command line that cannot be understood; the text says how it is written. */
export class UsageError extends Error {}

export const usage = `用法：npm run yigong -- <命令>

  replay <流> [--at 时刻 | --revision 号] [--json]   重放一个流到某一时刻或某一号记录
  verify [流]                                        核验一个流，或全部
  evaluate <区代码> <年度>                           计算一次年度评估并给出结果摘要
  sweep                                              清理上传满 30 天仍没有记录引用的文件
  doctor                                             在运行什么、各是什么版本、哪里不对

流的写法：project/<编号>、wages/<项目>/<环节>/<年-月>、organization/<机构>、rulebook/<范围>、evaluation/<区>/<年度>
时刻的写法：2026-03-31T16:00:00Z，或北京时间的日期 2026-03-31（当日末）`;

export interface Invocation {
  command: string;
  positionals: readonly string[];
  at?: string;
  revision?: number;
  json: boolean;
}

/** @throws UsageError */
export function readArguments(argv: readonly string[]): Invocation {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { at: { type: 'string' }, revision: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [command = 'help', ...rest] = positionals;
    return {
      command,
      positionals: rest,
      json: values.json,
      ...(values.at !== undefined && { at: instantOf(values.at) }),
      ...(values.revision !== undefined && { revision: revisionOf(values.revision) }),
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** An instant as given, or the last moment of a Beijing day. */
function instantOf(text: string): string {
  const written = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999+08:00` : text;
  const time = Date.parse(written);
  if (Number.isNaN(time)) throw new UsageError(`不是时刻：${text}`);
  return new Date(time).toISOString();
}

function revisionOf(text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new UsageError(`不是记录号：${text}`);
  return Number(text);
}
