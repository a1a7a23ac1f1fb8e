import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepSettings, openHome } from './home';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yigong-home-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the data folder', () => {
  it('is made at the first start and found again with the same secrets', () => {
    const home = join(folder, 'data');
    const first = openHome(home);
    keepSettings(home, { ...first, temporalPort: 7233 });
    expect(openHome(home)).toEqual({ ...first, temporalPort: 7233 });
  });

  it('keeps its secrets from other users', () => {
    openHome(folder);
    expect(statSync(join(folder, 'yigong.json')).mode & 0o077).toBe(0);
  });

  it('is refused when it belongs to something else, and says what lies there', () => {
    writeFileSync(join(folder, 'thesis.doc'), '');
    expect(() => openHome(folder)).toThrow('thesis.doc');
  });

  it('may hold a key file that another program made first', () => {
    mkdirSync(join(folder, 'keys'));
    expect(openHome(folder).format).toBe(1);
  });

  it('is refused when a newer version has written it', () => {
    writeFileSync(join(folder, 'yigong.json'), '{"format":2}');
    expect(() => openHome(folder)).toThrow('更新的版本');
  });

  it('is refused where a file stands in its place', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => openHome(join(folder, 'file'))).toThrow('不能写入');
  });
});
