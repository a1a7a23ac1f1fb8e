import { useState } from 'react';
import type { MatterPage } from '#contracts/http/reads';
import type { CommandType } from '#domain/registry';
import { draftStep, stepsIn } from '#domain/signoff/route';
import { currentVisit, type Matter } from '#domain/signoff/matter';
import { keyOf, type StreamId } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { fieldLabel } from '#labels/zh/fields';
import { CommandForm } from '../forms/CommandForm';
import { Fields } from '../forms/Fields';
import { Fault } from '../forms/Group';
import { specOf } from '../forms/spec';
import { textOf, useControl } from '../forms/use-control';
import { useMatter } from '../http/queries';
import { Loaded } from '../parts/States';

/** What a person fills in of each act; the seat and what was seen come with the page. */
const asked = {
  giveDecision: ['decision', 'opinion'],
  returnMatter: ['onward', 'reason'],
  reassignSeat: ['signer', 'reason'],
  addSigner: ['position', 'signer'],
} as const satisfies Partial<Record<CommandType, readonly string[]>>;
const acts = Object.keys(asked) as (keyof typeof asked)[];

/** The acts that are owed from one's seats at a matter. */
export function MatterActs({ stream, next }: { stream: StreamId; next?: () => void }) {
  return <Loaded of={useMatter(keyOf(stream))}>{(page) => <SeatActs page={page} next={next} />}</Loaded>;
}

/** The seat from which one acts, as it was when the page was looked at. */
interface Sitting {
  seat: string;
  round: number;
  documentVersion: number;
}

export function SeatActs({ page, next }: { page: MatterPage; next?: (() => void) | undefined }) {
  const [act, setAct] = useState<keyof typeof asked>('giveDecision');
  const [done, setDone] = useState<Sitting>();
  const { state: matter } = page;
  const [mine] = page.mine;
  const owed = mine && { seat: mine.seat, round: matter.round, documentVersion: matter.document.version };
  // What was done stays to be read, until one owes something again.
  const sitting = owed ?? done;
  if (!sitting) return <p className="quiet">现在没有需要您办理的环节。</p>;
  const form = {
    stream: page.stream as StreamId,
    project: null,
    substantive: null,
    onDone: () => setDone(sitting),
    after: next && (
      <button type="button" className="link" onClick={next}>
        下一件
      </button>
    ),
  };
  const { seat, round, documentVersion } = sitting;
  if (seat.startsWith(`${draftStep}#`)) {
    const preset = { seat, round, digest: matter.document.digest };
    return (
      <CommandForm key={`${seat}${round}`} {...form} type="submitDraft" preset={preset}>
        <p>送审后由下一环节办理；需要修改文稿的，先修改再送审。</p>
      </CommandForm>
    );
  }
  return (
    <>
      {owed && (
        <div className="segmented" role="group" aria-label="办理方式">
          {acts.map((type) => (
            <button key={type} type="button" aria-pressed={act === type} onClick={() => setAct(type)}>
              {commandLabel(type)}
            </button>
          ))}
        </div>
      )}
      <CommandForm
        key={`${act}${seat}${round}.${documentVersion}`}
        {...form}
        type={act}
        preset={{ seat, round, documentVersion }}
      >
        {act === 'returnMatter' && <StepField steps={returnable(matter)} />}
        <Fields path="" spec={specOf(act)} only={asked[act]} />
      </CommandForm>
    </>
  );
}

/** Where a matter may be returned to: one of the steps already passed. */
function StepField({ steps }: { steps: readonly { value: string; label: string }[] }) {
  const { value, set, attributes } = useControl('toStep');
  return (
    <div className="field">
      <label htmlFor={attributes.id}>{fieldLabel('toStep')}</label>
      <select {...attributes} value={textOf(value)} onChange={(event) => set(event.target.value || undefined)}>
        <option value="">请选择</option>
        {steps.map((step) => (
          <option key={step.value} value={step.value}>
            {step.label}
          </option>
        ))}
      </select>
      <Fault path="toStep" />
    </div>
  );
}

const returnable = (matter: Matter) =>
  stepsIn(matter.route.flow)
    .filter((step) => currentVisit(matter, step)?.status === 'passed')
    .map((step) => ({ value: step, label: matter.route.steps[step]!.name }));
