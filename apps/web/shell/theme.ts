import type { ThemeConfig } from 'antd';

const token = {
  colorPrimary: '#174a7c',
  colorLink: '#174a7c',
  colorError: '#a8201a',
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
