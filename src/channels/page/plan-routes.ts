/** The plan as it stands, as a page. */
import type { Page } from './page.ts';
import { goTo, type Visit } from './visit.ts';

export async function planPage(_page: Page, visit: Visit): Promise<void> {
  goTo(visit, '/');
}
export async function planFile(_page: Page, visit: Visit): Promise<void> {
  goTo(visit, '/');
}
