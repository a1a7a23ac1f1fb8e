import type { ThemeConfig } from 'antd';

const token = {
  colorPrimary: '#174a7c',
  colorLink: '#174a7c',
  colorError: '#a8201a',
  // those of antd are too pale to be read: text needs 4.5:1, the edge of an input 3:1
  colorBorder: '#8b95a3',
  colorTextPlaceholder: '#56606e',
  colorTextDescription: '#56606e',
  borderRadius: 4,
  fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
};

/** Plain and dense for the desk; large type and targets of 60 px for 大字版. Motion is left out. */
export const themeFor = (large: boolean): ThemeConfig => ({
  token: {
    ...token,
    motion: false,
    fontSize: large ? 20 : 15,
    controlHeight: large ? 56 : 36,
    controlHeightSM: large ? 44 : 28,
    controlHeightLG: large ? 60 : 40,
  },
});
