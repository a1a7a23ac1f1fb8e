import { documentStream, kindOf, type StreamId } from '#domain/stream';
import type { PaperFact } from '#domain/facts';
import { textOf, type OfficialDocument } from '#domain/document/document';
import { listed, type Plan } from '#domain/plan/plan';
import type { Project } from '#domain/project';
import { projectsOf } from './plans';
import { agreedIn, type Matter } from '#domain/signoff/matter';
import type { MatterAct } from '#domain/signoff/matter-acts';
import type { Readers, Reading } from './fact-readers';
import { bodiesNamedIn } from './bodies';

async function signedBy({ tx, log, command }: Reading): Promise<PaperFact['signed']> {
  const { basis, actor } = command;
  if (!basis || !('signoff' in basis)) return null;
  const matter = (await log.state(tx, basis.signoff as StreamId)).subject as Matter;
  // the act under way is the one that ends the matter
  return { agreed: [actor.body, ...agreedIn(matter)], digest: matter.document.digest };
}

/** The document that a command names, or the act that its matter is about. */
function documentIn({ command, state }: Reading): string | undefined {
  const { document, act } = command.data as { document?: string; act?: MatterAct | null };
  if (kindOf(state.stream) !== 'signoff') return document;
  const drafted = act ?? (state.subject as Matter).act;
  return (drafted?.data as { document?: string } | undefined)?.document;
}

export const documentReaders: Readers<'drafting' | 'paper'> = {
  async drafting(reading) {
    const { tx, log, state, command } = reading;
    const { subject } = { ...(state.subject as OfficialDocument), ...(command.data as { subject?: StreamId }) };
    const about = subject ? await log.state(tx, subject) : null;
    const project = about && kindOf(about.stream) === 'project' ? (about.subject as Project) : null;
    const plan = about && kindOf(about.stream) === 'plan' ? (about.subject as Plan) : null;
    const entries = plan ? listed(plan) : [];
    const townships = entries.flatMap((entry) => entry.townships);
    const bodies = await bodiesNamedIn(tx, [project?.parties, plan?.leads, townships, command.data]);
    return {
      district: about && about.version > 0 ? ((about.subject as { district?: string }).district ?? null) : null,
      project,
      plan: plan?.exists ? plan : null,
      entryProjects: await projectsOf(
        reading,
        entries.map((entry) => entry.project),
      ),
      names: Object.fromEntries(bodies.map(({ id, name }) => [id, name])),
    };
  },

  async paper(reading) {
    const { tx, log } = reading;
    const id = documentIn(reading);
    if (id === undefined) return null;
    const document = (await log.state(tx, documentStream(id))).subject as OfficialDocument;
    return { document, digest: log.digest(textOf(document)), signed: await signedBy(reading) };
  },
};
