import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { messageOf } from '#platform/error-code';
import { runCommand } from './command';
import { Refusal } from './refusal';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser that tests drive: the variable, PATH, or Debian's package when this is root.
 * @throws Refusal that says how to get one
 */
export async function findBrowser(search: {
  environment: NodeJS.ProcessEnv;
  say: (line: string) => void;
}): Promise<string> {
  const { environment, say } = search;
  const named = environment.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Refusal(`CHROMIUM_PATH=${named} 没有这个文件`, '改正或去掉 CHROMIUM_PATH');
  }
  const found = onPath(environment);
  if (found) return found;
  let why = '不是以 root 运行，或不是 Debian 系';
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('正在安装测试用的浏览器（apt-get install chromium fonts-noto-cjk，约 90 MB）……');
    try {
      const quiet = { environment: { ...environment, DEBIAN_FRONTEND: 'noninteractive' }, withinMs: 600_000 };
      await runCommand('apt-get', ['update', '-qq'], quiet);
      await runCommand(
        'apt-get',
        ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
        quiet,
      );
      const installed = onPath(environment);
      if (installed) return installed;
      why = '安装完成，却仍找不到 chromium';
    } catch (error) {
      why = messageOf(error);
    }
  }
  throw new Refusal(`没有找到测试用的浏览器（${why}）`, '安装 Chromium 或 Chrome，或设 CHROMIUM_PATH=/路径/chromium');
}

function onPath({ PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  const folders = PATH.split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}
