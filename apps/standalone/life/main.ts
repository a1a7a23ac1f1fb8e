import { exitWith } from '../exit-with';
import { live } from './live';
import { startOwnSystem } from './own-system';

/** `npm run life`: on the system at YIGONG_URL, or on one of its own that is stopped afterwards. */
async function main(): Promise<number> {
  const given = process.env.YIGONG_URL;
  const system = given ? undefined : await startOwnSystem((line) => console.error(line));
  const stop = () => void system?.stop().then(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const result = await live(given ?? system!.address, new Date(), (line) => console.error(line));
    console.log(JSON.stringify(result));
    return result.mismatches === 0 ? 0 : 1;
  } finally {
    await system?.stop();
  }
}

exitWith(main);
