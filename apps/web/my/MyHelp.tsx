const answers = [
  [
    '记的工天不对怎么办',
    '先告诉劳资专管员。工资表出来后，也可以在“我的工资”里点“不对，我有话说”。3 个工作日内必须答复您。',
  ],
  ['不签字会怎样', '不签，不会替您签。没有争议的钱到日子照发。'],
  ['工资没有到账找谁', '先找用工单位的劳资专管员；没有结果，拨打 12333，或到当地劳动保障监察机构投诉。'],
  ['多长时间内可以投诉', '劳动保障监察：2 年内。劳动争议仲裁：1 年内。'],
  ['谁能看到我的信息', '只有办理您用工、发工资的人能看到必要的部分。公示时姓名、身份证号都会遮住。'],
] as const;

export function MyHelp() {
  return (
    <>
      {answers.map(([question, answer]) => (
        <section key={question} className="card">
          <h2>{question}</h2>
          <p>{answer}</p>
        </section>
      ))}
      <p className="big">
        <a className="button primary" href="tel:12333">
          打 12333 电话
        </a>
      </p>
    </>
  );
}
