import type { MatterPage, MatterSeat, OpenAct } from '#contracts/http/matters';
import type { CommandType } from '#domain/registry';
import type { Breach } from '#domain/rules';
import { seatOf } from '#domain/signoff/matter';
import { commandLabel } from '#labels/zh/commands';
import { ownerWords, saidWords } from './words';

/** One way to act at a matter: what is chosen, what is filled in, what the page knows already. */
export interface Choice {
  id: string;
  label: string;
  type: CommandType;
  bound: Readonly<Record<string, unknown>>;
  asked: readonly string[];
  /** the field for one's own words; they stay when another way is chosen */
  words?: string;
  /** its name among what follows from the seat */
  follows?: string;
  /** the act itself is drawn up anew */
  revises?: boolean;
  /** looked at once more before it is sent */
  grave?: boolean;
  /** what would refuse it: it is shown and cannot be chosen */
  against: readonly Breach[];
}

export interface Choices {
  /** by the keys 1, 2 … */
  owed: readonly Choice[];
  more: readonly Choice[];
}

/** What somebody may do at a matter, what they owe there first. */
export function choicesOf(page: MatterPage): Choices {
  const [seat] = page.mine;
  const { owed, more } = seat ? fromSeat(page, seat) : { owed: [], more: [] };
  const others = page.more.map((act) => beside(page, act));
  const asked = others.filter(({ type, against }) => owedBeside.has(type) && against.length === 0);
  return { owed: [...owed, ...asked], more: [...more, ...others.filter((choice) => !asked.includes(choice))] };
}

/** What is owed though it decides nothing: it was asked of this very person. */
const owedBeside: ReadonlySet<CommandType> = new Set([
  'markRead',
  'reportOnSupervision',
  'closeSupervision',
  'followUpLapse',
]);

const voting = {
  agree: { label: '同意' },
  agreeInPrinciple: { label: '原则同意' },
  disagree: { label: '不同意…', grave: true },
} as const;

function fromSeat({ state }: MatterPage, { seat, type, data, against, follows }: MatterSeat): Choices {
  const { seat: _, round, documentVersion } = data;
  const seen = { seat, round, documentVersion };
  if (type === 'submitDraft') {
    const { digest } = data;
    const bound = { seat, round, digest };
    const send = { type, bound, against };
    return {
      owed: [
        { ...send, id: type, label: commandLabel(type), asked: [] },
        { ...send, id: `${type}.revised`, label: '修改后送审…', asked: ['act'], revises: true },
      ],
      more: [],
    };
  }
  const say = (decision: string, rest: Pick<Choice, 'label' | 'grave'>, follow = decision): Choice => ({
    id: decision,
    type: 'giveDecision',
    bound: { ...seen, decision },
    asked: ['opinion'],
    words: 'opinion',
    follows: follow,
    against,
    ...rest,
  });
  const handOver: Choice = {
    id: 'reassignSeat',
    label: '转办…',
    type: 'reassignSeat',
    bound: seen,
    asked: ['signer', 'reason'],
    words: 'reason',
    against: [],
  };
  const { kind } = seatOf(state, seat)!;
  if (kind === 'assist') return { owed: [say('opinion', { label: saidWords.opinion })], more: [handOver] };
  // what is refused whatever is said leaves handing it over
  if (against.length > 0) return { owed: [], more: [handOver] };
  const back: Choice = {
    id: 'returnMatter',
    label: '退回…',
    type: 'returnMatter',
    bound: seen,
    asked: ['toStep', 'onward', 'reason'],
    words: 'reason',
    grave: true,
    against: [],
  };
  const mayReturn = Object.keys(follows).some((name) => name.startsWith('return:'));
  return {
    owed: [
      say('agree', { ...voting.agree, grave: follows.agree?.ends === 'agreed' }),
      say('agreeInPrinciple', { ...voting.agreeInPrinciple, grave: follows.agree?.ends === 'agreed' }, 'agree'),
      ...(mayReturn ? [back] : []),
      say('disagree', voting.disagree),
      handOver,
    ],
    more: kind === 'vote' ? asking(seen) : [],
  };
}

const asking = (seen: Choice['bound']): Choice[] =>
  (['before', 'after', 'assist'] as const).map((position) => ({
    id: `addSigner.${position}`,
    label: { before: '前加签…', after: '后加签…', assist: '请协办…' }[position],
    type: 'addSigner',
    bound: { ...seen, position },
    asked: ['signer'],
    against: [],
  }));

const filledIn: Partial<Record<CommandType, Pick<Choice, 'asked' | 'words' | 'grave'>>> = {
  markRead: { asked: ['note'], words: 'note' },
  reportOnSupervision: { asked: ['report'], words: 'report' },
  closeSupervision: { asked: ['conclusion'], words: 'conclusion' },
  copyMatter: { asked: ['recipients'] },
  circulateMatter: { asked: ['readers'] },
  superviseMatter: { asked: ['demand', 'dueOn'], words: 'demand' },
  pauseClock: { asked: ['reason', 'awaited', 'note'], words: 'note' },
  resumeClock: { asked: ['note'], words: 'note' },
  followUpLapse: { asked: ['note'], words: 'note' },
  withdrawMatter: { asked: ['reason'], words: 'reason', grave: true },
};

/** What may be done beside the seat; of several seats each is one. */
function beside({ state, bodies }: MatterPage, { type, data, against }: OpenAct): Choice {
  const { seat, circulation, supervision, escalation } = data;
  const of = typeof seat === 'string' ? seatOf(state, seat) : undefined;
  const bound = Object.fromEntries(
    Object.entries({ seat, circulation, supervision, escalation }).filter(([, value]) => value !== undefined),
  );
  return {
    id: [type, ...Object.values(bound)].join(' '),
    label: of ? `${commandLabel(type)}：${ownerWords(of.owner, bodies)}` : commandLabel(type),
    type,
    bound,
    asked: [],
    ...filledIn[type],
    against,
  };
}
