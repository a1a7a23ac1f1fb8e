import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA, as axe checks it. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Finding {
  id: string;
  impact: string | null;
  nodes: { target: string[] }[];
}

/** References that people write in small letters. */
const references = /^(ldxt|mp)(-|$)/;

/** English words and bare ids on a page in Chinese; digests, codes, keys and raw data may stand there, and so may what is typed. */
export async function foreignWords(page: Page): Promise<string[]> {
  const found = await page.evaluate<string[]>(`(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words = new Set();
    while (texts.nextNode()) {
      const { parentElement: holder, data } = texts.currentNode;
      if (!holder.checkVisibility() || holder.closest('script, style, code, pre, kbd, textarea')) continue;
      for (const [word] of data.matchAll(/(?<![\\w.#-])[a-z][\\w#.-]*\\w{2}/g)) words.add(word);
    }
    return [...words];
  })()`);
  return found.filter((word) => !references.test(word));
}

/** What keeps people from using a page as it stands: serious and critical findings, each with where. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const asked = JSON.stringify({ runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<{ violations: Finding[] }>(`axe.run(document, ${asked})`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}
