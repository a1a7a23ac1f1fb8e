import { content, drafted, paper } from '../../../test/support/documents';
import { routeOf, startOf, step, Told } from '../../../test/support/told';
import { noMatter } from './matter';

const route = routeOf({ a: step(['x']) });
const reply = { title: '批复', requirement: '要求', document: 'd-1' };
const reading = (title: string, requirement: string) =>
  paper({ document: drafted({ content: content({ title, requirement }) }) });
const first = reading('关于甲工程的批复', '采用以工代赈方式实施');
const starting = { ...startOf, act: { type: 'issueApprovalReply', data: reply, readRevision: 1 } };
const begun = (title: string) =>
  new Told(noMatter('m'), route).written(first).act('owner', 'startMatter', { ...starting, title }, 'clerk');

describe('an act that puts a document out', () => {
  it('says what the document says, whatever was typed beside it', () => {
    expect(begun('关于甲工程的批复').matter.act!.data).toMatchObject({
      title: '关于甲工程的批复',
      requirement: '采用以工代赈方式实施',
      document: 'd-1',
    });
  });
  it('says so anew where the document was revised before it is sent, and its matter bears the title', () => {
    const { matter } = begun('关于甲工程的批复')
      .written(reading('关于乙工程的批复', '优先吸纳当地群众'))
      .submit('sm3:2');
    expect(matter.act!.data).toMatchObject({ title: '关于乙工程的批复', requirement: '优先吸纳当地群众' });
    expect(matter).toMatchObject({ title: '关于乙工程的批复', document: { version: 2, digest: 'sm3:2' } });
  });
  it('keeps the name that its drafter gave the matter', () => {
    const { matter } = begun('甲工程批复请示').written(reading('关于乙工程的批复', '优先吸纳当地群众')).submit('sm3:2');
    expect(matter.title).toBe('甲工程批复请示');
  });
  it('is as it was where it puts none out', () => {
    const { matter } = new Told(noMatter('m'), route).act('owner', 'startMatter', startOf, 'clerk').submit('sm3:1');
    expect(matter).toMatchObject({ act: startOf.act, title: startOf.title });
  });
});
