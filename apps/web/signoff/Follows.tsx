import type { ReactNode } from 'react';
import type { Foresight, MatterPage } from '#contracts/http/matters';
import { visitOf } from '#domain/signoff/matter';
import { votesNeeded } from '#domain/signoff/route';
import { votesOf } from '#domain/signoff/tally';
import { commandLabel } from '#labels/zh/commands';
import { beijingMinute } from '../parts/format';
import type { Choice } from './choices';
import { dutyOwnerWords } from './words';

/** What an act sets going: who gets it and until when, or the end and what is done in that moment. */
export function Follows({ page, name, lead }: { page: MatterPage; name: string; lead: string }) {
  const foresight = page.mine[0]?.follows[name];
  if (!foresight) return null;
  return (
    <span className="follows">
      {lead}
      {followWords(page, foresight)}
    </span>
  );
}

function followWords(page: MatterPage, { opens, ends }: Foresight): ReactNode {
  const { act, route } = page.state;
  if (ends === 'agreed') return `事项办结，随即办理“${commandLabel(act!.type)}”并记入。`;
  if (ends === 'refused') return '事项办结：不同意。不再往下办理。';
  if (opens.length === 0) return stillOpen(page);
  const steps = [...new Set(opens.map(({ step }) => step))];
  return steps.map((step) => {
    const those = opens.filter((one) => one.step === step);
    const due = those[0]!.dueAt;
    const who = those.map(({ owner }) => dutyOwnerWords(owner, page.bodies)).join('、');
    return `转到“${route.steps[step]!.name}”，由 ${who} 办理${due ? `，${beijingMinute(due)} 前办结` : ''}。`;
  });
}

function stillOpen({ state, mine }: MatterPage): string {
  const visit = visitOf(state, mine[0]!.seat)!;
  const step = state.route.steps[visit.step]!;
  const votes = votesOf(visit, step);
  const agreed = votes.filter((vote) => vote === 'agree').length;
  return `本环节“${step.name}”继续办理（现已同意 ${agreed} 家，须 ${votesNeeded(step.mode, votes.length)} 家）。`;
}

/** The last look before a grave act: what will happen, who gets it, until when. */
export function LastLook({ page, choice, filled }: { page: MatterPage; choice: Choice; filled: Filled }) {
  const name = choice.type === 'returnMatter' ? `return:${String(filled.toStep)}` : choice.follows;
  return (
    <>
      <p>
        <strong>
          请核对：您将对第 {page.state.document.version} 版办理“{choice.label.replace('…', '')}”。
        </strong>
      </p>
      {name && (
        <p>
          <Follows page={page} name={name} lead="提交后：" />
          {choice.type === 'returnMatter' && onwardWords(filled.onward)}
        </p>
      )}
      {choice.type === 'withdrawMatter' && <p>提交后：事项撤销，不再办理；已有的意见保留可见。</p>}
    </>
  );
}

type Filled = Readonly<Record<string, unknown>>;
const onwardWords = (onward: unknown): string =>
  onward === 'back' ? '补正送审后直接回到您这里。' : '补正送审后重新逐级办理。';
