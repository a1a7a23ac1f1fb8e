import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DocumentPage } from '#contracts/http/documents';
import { urgencies, type Urgency } from '#domain/signoff/clocks';
import { matterKindOf, type MatterAct } from '#domain/signoff/matter-acts';
import type { StreamId } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { fieldLabel } from '#labels/zh/fields';
import { matterKindLabels, urgencyLabels } from '#labels/zh/terms';
import { streamPath } from '../forms/act-path';
import { CommandForm, type CommandFormProps } from '../forms/CommandForm';
import { sm3Digest } from '../forms/digest';
import { Fields } from '../forms/Fields';
import { specOf } from '../forms/spec';
import { read } from '../http/client';
import type { Order } from '../http/commands';

/** The form of an act that an office countersigns: what is filled in is the draft of its matter, which is then looked at and sent. */
export function StartMatter(props: CommandFormProps & { type: MatterAct['type'] }) {
  const { stream: subject, type, project } = props;
  const [urgency, setUrgency] = useState<Urgency>('normal');
  const go = useNavigate();
  const name = project?.project.planning?.name ?? '';
  const ordered = async ({ data, readRevision = 0, reasons }: Order, key: string): Promise<Order> => {
    const act = { type, data, readRevision };
    const digest = await digestOf(act);
    const title = titleOf(data) ?? `关于${name}${commandLabel(type)}的请示`.slice(0, 100);
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

/** What is signed: the text of the document that goes out, where there is one, else what was filled in. */
async function digestOf(act: { data: unknown }): Promise<string> {
  const { document } = act.data as { document?: string };
  if (document !== undefined) return (await read<DocumentPage>(`/api/documents/${document}`)).versions.at(-1)!.digest;
  return sm3Digest(new TextEncoder().encode(JSON.stringify(act)));
}

/** A matter started in a form is known by the form's key: sent twice, it is one. */
const matterUnder = (key: string): StreamId => `signoff/${key}`;

const titleOf = (data: unknown): string | undefined => {
  const { title } = data as { title?: unknown };
  return typeof title === 'string' ? title : undefined;
};
