import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/store/memory.ts';
import { type Serving, serve, talksOver } from './server.ts';
import { slotOn, type Visitor, visitor } from './visitor.ts';

let serving: Serving;
let margaret: Visitor;
beforeEach(async () => {
  serving = await serve(talksOver(memoryStore()));
  margaret = visitor(serving.origin);
});
afterEach(() => serving.close());

const checked = (html: string) =>
  [...html.matchAll(/<input[^>]*name="choice"[^>]*>/g)]
    .map(([input]) => input)
    .filter((input) => / checked/.test(input))
    .map((input) => /value="([^"]*)"/.exec(input)?.[1]);

describe('somebody who goes back', () => {
  it('finds the option that they tapped ticked, and no other', async () => {
    const page = await margaret.upTo('who.call_me');
    expect(checked(page.html)).toEqual([]);
    const back = await margaret.answer(page, { command: 'back' });
    expect(slotOn(back)).toBe('who.plan_for');
    expect(checked(back.html)).toEqual(['me']);
    expect(back.html).toContain('You said: Me.');
  });

  it('finds their words in the box, and sends them again as they are', async () => {
    const page = await margaret.upTo('who.call_me');
    const next = await margaret.answer(page, { text: 'Margaret & co' });
    const back = await margaret.answer(next, { command: 'back' });
    expect(back.html).toMatch(/<input[^>]* id="text"[^>]* value="Margaret &amp; co"/);
    expect(slotOn(await margaret.answer(back, { text: 'Margaret & co' }))).toBe(slotOn(next));
  });

  it('still finds it after asking why, and half typed words instead where there are some', async () => {
    const page = await margaret.upTo('who.call_me');
    const next = await margaret.answer(page, { text: 'Margaret' });
    const back = await margaret.answer(next, { command: 'back' });
    const why = await margaret.answer(back, { command: 'why', text: 'Margaret' });
    expect(why.html).toMatch(/<input[^>]* id="text"[^>]* value="Margaret"/);
    const half = await margaret.answer(why, { command: 'why', text: 'Mag' });
    expect(half.html).toMatch(/<input[^>]* id="text"[^>]* value="Mag"/);
  });

  it('may type over a ticked option, and the words are what counts', async () => {
    const page = await margaret.upTo('who.call_me');
    const back = await margaret.answer(page, { command: 'back' });
    const typed = await margaret.answer(back, { choice: 'me', text: 'Someone I help who has asked me to' });
    expect(slotOn(typed)).toBe('who.call_me');
    expect(typed.html).toContain('What is your own name?');
  });

  it('may fill the boxes of a date while the old words stand below them', async () => {
    const page = await margaret.upTo('who.birth_date');
    const next = await margaret.answer(page, { text: 'the third of May 1941' });
    const back = await margaret.answer(next, { command: 'back' });
    expect(slotOn(back)).toBe('who.birth_date');
    expect(back.html).toContain('value="the third of May 1941"');
    const put = await margaret.answer(back, { day: '4', month: '6', year: '1942', text: 'the third of May 1941' });
    expect(put.html).toContain('4 June 1942');
  });
});
