import { useEffect, useRef } from 'react';
import type { CommandAccepted } from '#contracts/http/commands';
import type { MatterPage } from '#contracts/http/matters';
import { definitionOf } from '#domain/registry';
import type { MatterAct } from '#domain/signoff/matter-acts';
import type { StreamId } from '#domain/stream';
import { checked } from '../forms/check';
import { Fields } from '../forms/Fields';
import { FormFrame } from '../forms/FormFrame';
import { initialOf, specOf } from '../forms/spec';
import { useFilling } from '../forms/use-filling';
import type { Order } from '../http/commands';
import { ClauseTag } from '../parts/ClauseTag';
import { useKeys } from '../parts/keys';
import { ChoiceButtons } from './ChoiceButtons';
import { digestOfAct } from './act-digest';
import { choicesOf, type Choice } from './choices';
import { Follows, LastLook } from './Follows';
import { Phrases } from './Phrases';
import { StaleMatter } from './StaleMatter';
import { StepField } from './StepField';
import { useProjectOf } from './use-known';

type Filled = Readonly<Record<string, unknown>> & { way?: string };

/** One form for whatever is chosen: one's own words stay when another way is chosen, and after a refusal, and over a lost session. */
export function OpinionForm({ page, onDone }: { page: MatterPage; onDone: (accepted: CommandAccepted) => void }) {
  const { owed, more } = choicesOf(page);
  const all = [...owed, ...more].filter(({ against }) => against.length === 0);
  // sending a draft as it is needs no choosing, nor does the one thing there is
  const plain = owed.length === 1 || owed[0]?.type === 'submitDraft' ? owed[0] : undefined;
  const only = plain && all.find(({ id }) => id === plain.id);
  const chosenIn = (filled: unknown): Choice | undefined => all.find(({ id }) => id === (filled as Filled).way) ?? only;
  const filling = useFilling({
    stream: page.stream as StreamId,
    subject: page.state.subject as StreamId,
    name: `${page.stream}.opinion`,
    project: useProjectOf(page),
    substantive: null,
    ordered: withDigest(page),
    initial: () => ({}),
    drawn: (filled) => drawn(chosenIn(filled), filled as Filled),
    // what is said against a revised act is said of its own fields
    placed: (filled, field) => (chosenIn(filled)?.revises ? `act.data.${field}` : field),
    confirms: (filled) => chosenIn(filled)?.grave === true,
    onDone,
  });
  const { draft, refill, busy } = filling;
  const filled = draft.data as Filled;
  const chosen = chosenIn(filled);
  const box = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  const choose = (choice: Choice) => {
    if (busy) return;
    refill({ ...startOf(choice, page), ...kept(filled), way: choice.id, ...words(chosen, choice, filled) });
  };
  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    box.current?.querySelector<HTMLElement>('fieldset :is(select, textarea, input)')?.focus();
  }, [chosen?.id]);
  useKeys(
    Object.fromEntries(
      owed.map((choice, index) => [
        `Digit${index + 1}`,
        () => {
          byKey.current = true;
          choose(choice);
        },
      ]),
    ),
  );
  const waits = busy || filling.standing.at !== 'writing';
  if (all.length === 0 && more.length === 0 && !waits) return null;
  return (
    <div ref={box} onKeyDown={({ key, nativeEvent }) => key === 'Escape' && !nativeEvent.isComposing && leave()}>
      <ChoiceButtons owed={owed} more={more} chosen={chosen?.id} choose={choose} disabled={busy} />
      {(chosen || waits) && (
        <FormFrame
          label={chosen?.label ?? '办理'}
          filling={filling}
          head={chosen && <Head page={page} choice={chosen} />}
          confirm={chosen && <LastLook page={page} choice={chosen} filled={filled} />}
          stale={<StaleMatter page={page} recheck={() => filling.recheck(null)} />}
        >
          {chosen && (
            <>
              {chosen.asked.includes('toStep') && <StepField page={page} />}
              {chosen.revises ? (
                <Fields path="act.data" spec={specOf(page.state.act!.type)} />
              ) : (
                <Fields path="" spec={specOf(chosen.type)} only={chosen.asked.filter((name) => name !== 'toStep')} />
              )}
              {chosen.words && <Phrases path={chosen.words} />}
            </>
          )}
        </FormFrame>
      )}
    </div>
  );
}

/** A draft is sent with the digest of what it is now: the act drawn up anew, or the official document it issues. */
const withDigest =
  ({ state }: MatterPage) =>
  async (order: Order): Promise<Order> => {
    const { act } = order.data as { act?: MatterAct | null };
    const draft = act ?? state.act!;
    if (order.type !== 'submitDraft' || (!act && !('document' in draft.data))) return order;
    return { ...order, data: { ...(order.data as object), digest: await digestOfAct(draft) } };
  };

const leave = () => document.activeElement instanceof HTMLElement && document.activeElement.blur();

const Head = ({ page, choice }: { page: MatterPage; choice: Choice }) => (
  <p className="basis">
    {choice.follows === 'agree' && <Follows page={page} name="agree" lead="同意之后：" />}
    依据 <ClauseTag clause={definitionOf(choice.type).clause} />
  </p>
);

/** What is filled in of a choice, as its command's schema begins it. */
function startOf({ type, asked, revises }: Choice, { state, subjectRevision }: MatterPage): Filled {
  if (revises) return { act: { ...state.act, readRevision: subjectRevision } };
  const initial = initialOf(specOf(type)) as Filled;
  return Object.fromEntries(asked.flatMap((name) => (name in initial ? [[name, initial[name]]] : [])));
}

/** An act that was being drawn up anew stays as far as it was. */
const kept = ({ act }: Filled): Filled => (act === undefined ? {} : { act });

/** One's own words go over to the field of what is chosen next. */
const words = (before: Choice | undefined, next: Choice, filled: Filled): Filled =>
  before?.words && next.words && filled[before.words] ? { [next.words]: filled[before.words] } : {};

function drawn(choice: Choice | undefined, filled: Filled) {
  if (!choice) {
    return { type: 'giveDecision' as const, data: {}, faults: [{ field: 'way', message: '请选择办理方式' }] };
  }
  const { type, asked, bound } = choice;
  const asks = Object.fromEntries(asked.map((name) => [name, filled[name]]));
  return { type, ...checked(type, { ...asks, ...bound }) };
}
