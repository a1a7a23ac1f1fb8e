import { seatOf, visitOf, type Matter } from '#domain/signoff/matter';
import { useMatterNow } from '../http/queries';
import { speakerWords } from '../parts/acting-words';
import { matterWords } from '../signoff/words';

type Names = Readonly<Record<string, string>>;

/** Who ended what one was reading, or what became of it. */
export function EndedBy({ matter, seat }: { matter: string; seat: string }) {
  const { data } = useMatterNow(matter);
  return <>{data ? `${endedWords(data.state, seat, data.people)}。` : '此事已办结。'}</>;
}

function endedWords(matter: Matter, seat: string, people: Names): string {
  const visit = visitOf(matter, seat);
  const gone = seatOf(matter, seat)?.gone;
  if (gone) return gone === 'removed' ? '已减签，无须再办理' : '已转由他人办理';
  if (matter.status === 'withdrawn') return '发起人已撤销此事项';
  const last = visit?.said.findLast(({ standing }) => standing === 'stands');
  if (last) return `已由${speakerWords(last, people)}${last.decision === 'return' ? '退回' : '办结'}`;
  return matter.status === 'open' ? '此环节已退回或收回' : matterWords[matter.status];
}
