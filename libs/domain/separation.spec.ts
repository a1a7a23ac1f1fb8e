import { apart, separations, type SeparationId } from './separation';

const wang = { person: 'wang', body: 'yq-drc' };
/** Every other part of a separation held by the same. */
const all = (id: SeparationId, by: { person: string; body: string }) =>
  Object.fromEntries(Object.entries(separations[id].apart).map(([part, other]) => [part, [by[other.by]]])) as never;

describe('the table of separated duties (R-OA-16)', () => {
  it.each(Object.keys(separations) as SeparationId[])(
    '%s: holds for others, not for the same, and names the part',
    (id) => {
      expect(apart(id, wang, all(id, { person: 'li', body: 'yq-fin' })).holds).toBe(true);
      const broken = apart(id, wang, all(id, wang));
      expect(broken.holds).toBe(false);
      expect(broken.found).toContain(separations[id].who);
      expect(broken.mend).not.toBe('');
    },
  );
  it('keeps persons apart within one body, and whole bodies where the table says so', () => {
    const colleague = { person: 'li', body: 'yq-drc' };
    expect(apart('decide', wang, { drafter: colleague.person }).holds).toBe(true);
    expect(apart('review', wang, { maker: 'li', employer: ['yq-drc'] })).toMatchObject({
      holds: false,
      found: '审核人属于用工单位',
    });
    expect(apart('review', wang, { maker: 'wang', employer: ['yq-works'] })).toMatchObject({
      holds: false,
      need: '审核人不是编制人，也不属于用工单位',
      found: '审核人就是编制人',
    });
  });
  it('holds while nobody has had the other part', () => {
    expect(apart('pay', wang, { maker: undefined, reviewer: null }).holds).toBe(true);
  });
});
