import { parseArgs } from 'node:util';
import { type Counts, play } from '#domain/signoff/proof/random-play';
import { messageOf } from '#platform/error-code';

/**
 * Random acts on sign-off matters, on the decider and on the model beside it. Prints one line of counts, so that no act is starved.
 * @returns exit code: 1 with the seed and the act at the first difference or broken invariant
 */
function main(): number {
  const { values } = parseArgs({
    options: {
      sequences: { type: 'string', default: '20000' },
      acts: { type: 'string', default: '200' },
      from: { type: 'string', default: '1' },
    },
  });
  const [sequences, acts, from] = [Number(values.sequences), Number(values.acts), Number(values.from)];
  const counts: Counts = {};
  try {
    for (let index = 0; index < sequences; index += 1) {
      play(from + index, acts, counts);
      if ((index + 1) % 1_000 === 0) console.error(`${index + 1}/${sequences} sequences`);
    }
  } catch (error) {
    console.error(messageOf(error));
    console.log(JSON.stringify({ sequences, acts, broken: 1, counts }));
    return 1;
  }
  console.log(JSON.stringify({ sequences, acts, broken: 0, counts }));
  return 0;
}

process.exit(main());
