/** Districts of Beijing by their six-digit code; the development area is evaluated beside them. */
export const districtLabels: Readonly<Record<string, string>> = {
  '110000': '北京市',
  '110101': '东城区',
  '110102': '西城区',
  '110105': '朝阳区',
  '110106': '丰台区',
  '110107': '石景山区',
  '110108': '海淀区',
  '110109': '门头沟区',
  '110111': '房山区',
  '110112': '通州区',
  '110113': '顺义区',
  '110114': '昌平区',
  '110115': '大兴区',
  '110116': '怀柔区',
  '110117': '平谷区',
  '110118': '密云区',
  '110119': '延庆区',
  '110163': '北京经济技术开发区',
  // exists for demonstration alone
  '110199': '演示区',
};

export const districtName = (code: string): string => districtLabels[code] ?? (code === 'beijing' ? '北京市' : code);
