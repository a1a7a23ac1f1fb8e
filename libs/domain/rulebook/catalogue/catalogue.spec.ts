import { guideCatalogue, isCatalogueCode, riskClasses, segmentKinds, segmentOf } from './catalogue';

const tasks = guideCatalogue.fields.flatMap((field) => field.tasks.map((task) => ({ field, task })));
const segments = tasks.flatMap(({ field, task }) => task.segments.map((segment) => ({ field, task, segment })));

describe('the guide catalogue', () => {
  it('has the seven national fields and the three that the opinion adds', () => {
    const of = (origin: string) => guideCatalogue.fields.filter((field) => field.origin === origin).map(({ zh }) => zh);
    expect(of('national')).toEqual(['交通', '水利', '能源', '农业农村', '城镇建设', '生态环境', '灾后恢复重建']);
    expect(of('beijingExtension')).toEqual(['文化旅游', '体育', '卫生健康']);
  });

  it('gives each segment a code of its own under its task and field', () => {
    expect(new Set(segments.map(({ segment }) => segment.code)).size).toBe(segments.length);
    for (const { field, task, segment } of segments) {
      expect(segment.code).toMatch(/^[A-Z]{3}-\d{2}-\d{2}$/);
      expect(segment.code.startsWith(`${task.code}-`)).toBe(true);
      expect(task.code.startsWith(`${field.code}-`)).toBe(true);
    }
  });

  it('names kind, risk class and confidence in the words of the code', () => {
    expect(guideCatalogue.kinds.map(({ kind }) => kind)).toEqual([...segmentKinds]);
    expect(guideCatalogue.riskClasses.map(({ riskClass }) => riskClass)).toEqual([...riskClasses]);
    for (const { field, task, segment } of segments) {
      expect(segmentKinds).toContain(task.kind);
      expect(riskClasses).toContain(segment.riskClass);
      expect(['seen', 'recalled']).toContain(segment.confidence);
      expect(['seen', 'recalled']).toContain(field.confidence);
      expect(segment.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('finds a segment with its task and field by code, and none for a local addition', () => {
    expect(segmentOf('TRA-02-05')).toEqual({
      code: 'TRA-02-05',
      zh: '覆盖与洒水养生',
      riskClass: 'light',
      confidence: 'recalled',
      kind: 'mainWorks',
      task: 'TRA-02',
      taskZh: '路面工程',
      field: 'transport',
      fieldZh: '交通',
    });
    expect(segmentOf('TRA-02-99')).toBeUndefined();
    expect(isCatalogueCode('TRA-02-05')).toBe(true);
    expect(isCatalogueCode('tra-02-05')).toBe(false);
    expect(isCatalogueCode('')).toBe(false);
  });
});
