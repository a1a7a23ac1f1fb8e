const labels: Readonly<Record<string, string>> = {
  none: '未开立',
  open: '已开立，待编制',
  drawn: '已编制，待复核',
  reviewed: '已复核',
  settled: '已结清',
};

export const periodStatusLabel = (status: string): string => labels[status] ?? status;
