import { clauseLabel, clauses, findClause, policy } from './clauses';

describe('the clauses of the opinion', () => {
  it('are its nineteen paragraphs, in order, each with its text', () => {
    expect(clauses.map(({ id }) => id)).toEqual(
      'CL-00 CL-01 CL-11 CL-12 CL-13 CL-21 CL-22 CL-23 CL-24 CL-31 CL-32 CL-33 CL-34 CL-41 CL-42 CL-51 CL-52 CL-53 CL-54'.split(
        ' ',
      ),
    );
    for (const { text } of clauses) expect(text).toMatch(/[。）]$/);
  });

  it('stand under one number of eleven bodies, the first of which leads', () => {
    expect(policy.issuers).toHaveLength(11);
    expect(policy.issuers[0]).toBe('北京市发展和改革委员会');
    expect(policy.number).toBe('京发改〔2023〕1336号');
  });

  it('hold the words that the hardest gates rest on', () => {
    expect(findClause('CL-42')?.text).toContain('并在立项批复、资金拨付文件中明确提出以工代赈工作要求');
    expect(findClause('CL-34')?.text).toContain('经务工人员确认后，原则上将劳务报酬通过银行卡发放至本人');
    expect(findClause('CL-14')).toBeUndefined();
  });

  it('are shown with their place in the opinion; another law shows as it is', () => {
    expect(clauseLabel('CL-42')).toBe('CL-42 四（二）');
    expect(clauseLabel('国务院令第724号 第二十八条')).toBe('国务院令第724号 第二十八条');
  });
});
