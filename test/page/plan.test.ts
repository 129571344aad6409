/** The plan as a page: what is missing first, what is long folded; and the ways to and from it. */
import { describe, expect } from 'vitest';
import { it } from '../returning/margaret.ts';
import { textOf } from '../returning/service.ts';
import { formOn, slotOn } from './visitor.ts';

describe('the plan page', () => {
  it('begins with what is missing, three things at most, and folds the others', async ({ margaret }) => {
    await margaret.upTo('goal.what');
    const { html } = await margaret.get('/plan');
    const [next = ''] = /<section class="next"[\s\S]*?<\/section>/.exec(html) ?? [];
    expect(next).toContain('Next: what is missing');
    expect(html.indexOf('class="next"')).toBeLessThan(html.indexOf('<section class="part'));
    const [open = ''] = next.split('<details');
    expect(open.match(/<li>/g)?.length).toBeGreaterThan(0);
    expect(open.match(/<li>/g)?.length).toBeLessThanOrEqual(3);
  });

  it('folds what the worker will look at, and parts with nothing in them, until they are opened or printed', async ({
    margaret,
  }) => {
    await margaret.upTo('goal.what');
    const { html } = await margaret.get('/plan');
    const folded = html.match(/<details class="fold">[\s\S]*?<\/details>/g) ?? [];
    expect(folded.some((one) => one.includes('What your worker will look at'))).toBe(true);
    expect(folded.some((one) => one.includes('parts with nothing in them yet'))).toBe(true);
    expect(html).not.toContain('<details class="fold" open');
    // Nothing of it is lost: each part stands once, folded or not.
    expect(html.match(/<h2 id="S\d+"/g)).toHaveLength(13);
  });
});

describe('a very long answer', () => {
  it('has the part that matters most beside it, which can be changed', async ({ margaret }) => {
    await margaret.upTo('topic.matters_most');
    const long = 'I like to be in my garden and to see my sister on Sundays. '.repeat(90).trim();
    await margaret.answer(await margaret.get('/'), { text: long });
    await margaret.answer(await margaret.get('/'), { text: 'seeing my sister' });
    const text = textOf(await margaret.get('/plan'));
    expect(text).toContain('What matters most of that');
    expect(text.indexOf('seeing my sister')).toBeGreaterThan(text.indexOf('What matters most of that'));
  });
});

describe('what to do in an emergency', () => {
  it('begins with the number of the council at night and weekends', async ({ margaret }) => {
    await margaret.upTo('goal.what');
    expect(textOf(await margaret.get('/plan'))).toContain('The council at night and weekends');
  });
});

describe('the ways back into a plan', () => {
  it('start at the first page, and stand at the foot of every page of a talk', async ({ margaret }) => {
    const hello = await margaret.get('/');
    expect(hello.html).toContain('<a href="/return">Carry on with a plan you started before</a>');
    await margaret.upTo('who.call_me');
    for (const path of ['/', '/plan', '/help', '/privacy', '/way-back'])
      expect((await margaret.get(path)).html, path).toMatch(/<footer[\s\S]*href="\/return"/);
  });

  it('are told to who says in the talk that they want to carry on', async ({ margaret }) => {
    const page = await margaret.start();
    await margaret.answer(page, { choice: 'carry_on' });
    expect(textOf(await margaret.get('/'))).toContain('Do you have a return sheet?');
  });

  it('lead to no plan once a talk has ended that was not to be saved', async ({ margaret }) => {
    let page = await margaret.start();
    for (let at = 0; at < 6 && !slotOn(page).startsWith('privacy.save'); at += 1)
      page = await margaret.answer(
        page,
        slotOn(page) === 'privacy.go_on'
          ? { choice: 'yes' }
          : { text: slotOn(page) === 'welcome.start_kind' ? 'start a plan' : 'just me' },
      );
    page = await margaret.answer(page, { choice: 'no' });
    const end = await margaret.post('/say', { ...formOn(page), command: 'stop' });
    expect(slotOn(end)).toBe('');
    expect(end.html).not.toContain('href="/plan"');
    expect(end.html).not.toContain('href="/way-back"');
  });
});
