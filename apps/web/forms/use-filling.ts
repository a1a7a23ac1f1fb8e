import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { CommandAccepted, Problem } from '#contracts/http/commands';
import type { ProjectPage } from '#contracts/http/projects';
import type { CommandType } from '#domain/registry';
import type { StreamId } from '#domain/stream';
import type { Order } from '../http/commands';
import { useRefreshAll } from '../http/live';
import { useMe } from '../shell/session';
import type { FormState } from './context';
import { Field } from './Field';
import { useDraft } from './use-draft';
import { useSubmission } from './use-submission';
import { withValue, type Fault, type Path } from './values';

/** What was filled in, as the command it comes to, and what its schema finds wanting. */
export interface Drawn {
  type: CommandType;
  data: unknown;
  faults: readonly Fault[];
}

export interface FillingProps {
  stream: StreamId;
  subject?: StreamId;
  /** what its draft is kept under */
  name: string;
  project: ProjectPage | null;
  /** last substantive revision the reader has before their eyes; null for a stream that does not exist yet */
  substantive: number | null;
  initial: () => unknown;
  /** fields that the address names, which win over those of a draft that another address opened */
  named?: Readonly<Record<string, unknown>> | undefined;
  drawn: (filled: unknown) => Drawn;
  /** what is sent in place of the command itself, e.g. the start of the matter it comes of */
  ordered?: ((order: Order, key: string) => Promise<Order>) | undefined;
  /** where in this form a field stands that a refusal names */
  placed?: (filled: unknown, field: Path) => Path;
  /** shown once more before it is sent */
  confirms?: (filled: unknown) => boolean;
  onDone?: ((accepted: CommandAccepted) => void) | undefined;
}

/** A form being filled in: its draft, its faults, its way to the record. Sent once, answered in words. */
export function useFilling(props: FillingProps) {
  const { stream, name, project, substantive, initial, drawn, ordered, confirms, onDone } = props;
  const placed = (field: Path): Path => props.placed?.(draft.data, field) ?? field;
  const me = useMe();
  const refreshAll = useRefreshAll();
  const { search } = useLocation();
  const opening = { by: props.named ? search : '', names: props.named ?? {} };
  const { draft, change, renew, drop } = useDraft(me.login, name, substantive, initial, opening);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [unfilled, setUnfilled] = useState<readonly Fault[]>([]);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [looking, look] = useState(false);
  /** whose record it goes into: of what begins a stream, that stream */
  const sent = useRef(stream);

  const { standing, send, rewrite } = useSubmission(draft, {
    onSending: (asked) => change({ asked }),
    onRefused: (problem) => {
      // the refusal is kept under this key; what is sent next is another command
      renew();
      setFaults(faultsIn(problem, placed));
    },
    onStored: (location) => change({ location }),
    onDone: (accepted) => {
      drop();
      refreshAll({ stream: sent.current, revision: accepted.revision });
      onDone?.(accepted);
    },
  });
  const busy = standing.at === 'sending' || standing.at === 'asking' || standing.at === 'stored';
  const closed = standing.at === 'done';

  const noting = (order: Order): Order => {
    sent.current = order.stream;
    return order;
  };
  const submit = () => {
    if (busy || closed) return;
    const { type, data, faults: found } = drawn(draft.data);
    setFaults(found);
    setUnfilled(found);
    const asksAgain = !looking && confirms?.(draft.data) === true;
    look(asksAgain && found.length === 0);
    if (found.length > 0) return rewrite();
    if (asksAgain) return;
    const order: Order = {
      stream,
      type,
      data,
      ...(draft.readRevision !== null && { readRevision: draft.readRevision }),
      ...(Object.keys(reasons).length > 0 && { reasons }),
    };
    void send(Promise.resolve(ordered?.(order, draft.key) ?? order).then(noting), draft.key);
  };
  // what is altered is looked at anew
  useEffect(() => look(false), [draft.data]);

  const form: FormState = {
    stream,
    subject: props.subject ?? stream,
    project,
    value: draft.data,
    set: (path, value) => change((before) => ({ data: withValue(before.data, path, value) })),
    faults,
    Field,
  };
  return {
    form,
    draft,
    standing,
    busy,
    closed,
    unfilled,
    placed,
    looking,
    back: () => look(false),
    submit,
    reasons,
    setReason: (rule: string, reason: string) => setReasons({ ...reasons, [rule]: reason }),
    /** other contents for the whole form, e.g. those of another act */
    refill: (data: unknown) => {
      change({ data });
      setFaults([]);
      setUnfilled([]);
      rewrite();
    },
    /** what changed was looked at: from there on */
    recheck: (revision: number | null) => {
      change({ readRevision: revision });
      refreshAll();
      rewrite();
    },
  };
}
export type Filling = ReturnType<typeof useFilling>;

/** The fields a refusal points at, with how to mend each. */
function faultsIn({ faults = [], breaches = [] }: Problem, placed: (field: Path) => Path): Fault[] {
  return [
    ...faults.map(({ field, message }) => ({ field: field.replace(/^data\./, ''), message })),
    ...breaches.flatMap(({ field, mend }) => (field ? [{ field: placed(field), message: mend }] : [])),
  ];
}
