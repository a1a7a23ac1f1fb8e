import { rewriteUrl } from './static-pages';

describe('an address', () => {
  it.each([
    '/',
    '/todo?box=sent',
    '/projects/p-1/gates',
    '/signoffs/p-1.completeApproval.1',
    '/apidae',
    '/check/3f2a-91bc',
  ])('%s is the page’s own affair', (url) => expect(rewriteUrl({ url })).toBe('/index.html'));
  it.each(['/api', '/api/me', '/api/signoffs/p-1.completeApproval.1?at=1', '/assets/index-v9FiPSty.js'])(
    '%s is answered as it is',
    (url) => expect(rewriteUrl({ url })).toBe(url),
  );
});
