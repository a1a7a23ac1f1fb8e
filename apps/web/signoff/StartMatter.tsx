import { useState } from 'react';
import { useNavigate } from 'react-router';
import { urgencies, type Urgency } from '#domain/signoff/clocks';
import { matterKindOf, type MatterAct } from '#domain/signoff/matter-acts';
import type { StreamId } from '#domain/stream';
import { fieldLabel } from '#labels/zh/fields';
import { matterTitle } from '#labels/zh/subjects';
import { matterKindLabels, urgencyLabels } from '#labels/zh/terms';
import { streamPath } from '../forms/act-path';
import { CommandForm, type CommandFormProps } from '../forms/CommandForm';
import { Fields } from '../forms/Fields';
import { specOf } from '../forms/spec';
import type { Order } from '../http/commands';
import { nameOf } from './about';
import { digestOfAct } from './act-digest';

/** The form of an act that an office countersigns: what is filled in is the draft of its matter, which is then looked at and sent. */
export function StartMatter(props: CommandFormProps & { type: MatterAct['type'] }) {
  const { stream: subject, type, project } = props;
  const [urgency, setUrgency] = useState<Urgency>('normal');
  const go = useNavigate();
  const ordered = async ({ data, readRevision = 0, reasons }: Order, key: string): Promise<Order> => {
    const act = { type, data, readRevision };
    const digest = await digestOfAct(act);
    const title =
      titleOf(data) ?? matterTitle(type, await nameOf(subject, data as MatterAct['data'], project?.project));
    return {
      stream: matterUnder(key),
      type: 'startMatter',
      data: { title, urgency, subject, act, digest },
      ...(reasons && { reasons }),
    };
  };
  return (
    <CommandForm {...props} ordered={ordered} onDone={({ commandId }) => void go(streamPath(matterUnder(commandId)))}>
      <p className="quiet">
        由会签办理：提交后生成“{matterKindLabels[matterKindOf[type]]}”事项的文稿，核对无误再送审；签署人都同意后即办理。
      </p>
      <Fields path="" spec={specOf(type)} />
      <div className="field">
        <label htmlFor="urgency">{fieldLabel('urgency')}</label>
        <select id="urgency" value={urgency} onChange={(event) => setUrgency(event.target.value as Urgency)}>
          {urgencies.map((one) => (
            <option key={one} value={one}>
              {urgencyLabels[one]}
            </option>
          ))}
        </select>
        <p className="quiet">特急事项各环节按工作时间的分钟计限，到期前提醒。</p>
      </div>
    </CommandForm>
  );
}

/** A matter started in a form is known by the form's key: sent twice, it is one. */
const matterUnder = (key: string): StreamId => `signoff/${key}`;

const titleOf = (data: unknown): string | undefined => {
  const { title } = data as { title?: unknown };
  return typeof title === 'string' ? title : undefined;
};
