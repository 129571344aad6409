/** Very long answers: kept whole, and asked once which part of them matters most. */
import { describe, expect, it } from 'vitest';
import { bettyBegins, talkAfter, toWhatMatters } from './bettys-talk.ts';

const long = 'I like to be in my garden and to see my sister on Sundays. '.repeat(90).trim();

describe('somebody who writes at great length', () => {
  it('is thanked, and asked at once which part matters most', async () => {
    const { says } = await talkAfter(toWhatMatters);
    const { text, asked } = await says(long);
    expect(text).toBe('Thank you, I have kept all of that.\nWhich part of that matters most for your plan?');
    expect(asked).toBe('topic.main_part');
    expect((await says('my sister on Sundays')).asked).toBe('goal.what');
  });

  it('has both in the plan: all of it where it belongs, and the part that matters most beside it', async () => {
    const { talk, says } = await talkAfter(toWhatMatters);
    for (const words of [long, 'my sister on Sundays']) await says(words);
    const { plan } = await talk.end();
    expect(plan?.provenance['about.matters_most']?.said).toBe(long);
    expect(plan?.long_answers).toEqual([
      {
        id: 'l1',
        path: 'about.matters_most',
        question: 'topic.matters_most',
        matters_most: 'my sister on Sundays',
      },
    ]);
    expect(plan?.provenance['long_answers[l1].matters_most']?.said).toBe('my sister on Sundays');
  });

  it('may leave that empty, and is not asked again, not even after the program was started anew', async () => {
    const { talk, says } = await talkAfter([...toWhatMatters, long]);
    expect((await says('skip')).asked).toBe('goal.what');
    talk.later(30);
    expect((await says('repeat')).asked).toBe('goal.what');
    const back = await says('back');
    expect(back.asked).toBe('topic.main_part');
    const { plan } = await talk.end();
    expect(plan?.long_answers).toMatchObject([{ path: 'about.matters_most' }]);
    expect(plan?.blanks['long_answers[l1].matters_most']).toBe('skipped');
  });

  it('is asked about each long answer on its own, and sees a goal by the part that matters', async () => {
    const { talk, says } = await talkAfter([...toWhatMatters, 'my church']);
    expect((await says(`I want to be stronger and out more. ${long}`)).asked).toBe('goal.main_part');
    expect((await says('be out more')).asked).toBe('goal.difference');
    expect((await says(long)).asked).toBe('goal.main_part');
    expect((await says('seeing my sister')).asked).toBe('goal.by_when');
    const { plan } = await talk.end();
    expect(plan?.long_answers.map(({ path, matters_most }) => [path, matters_most])).toEqual([
      ['goals[g1].what', 'be out more'],
      ['goals[g1].difference', 'seeing my sister'],
    ]);
    let confirm = await says('skip');
    for (let turns = 0; turns < 20 && confirm.asked !== 'goal.confirm'; turns += 1) confirm = await says('skip');
    expect(confirm.text).toContain('Here is your goal in your words: be out more.');
  });

  it('is not asked once the long answer was given anew in a few words', async () => {
    const { talk, says } = await talkAfter([...toWhatMatters, long]);
    await talk.say({ change: 'topic.matters_most' });
    expect((await says('my garden')).asked).toBe('goal.what');
    expect((await talk.end()).plan?.long_answers).toEqual([]);
  });

  it('is only thanked where it would help nobody to choose, and not asked after a short answer', async () => {
    const { says } = await talkAfter(toWhatMatters);
    expect((await says('my church')).asked).toBe('goal.what');
    const quiet = await talkAfter(bettyBegins.slice(0, 8));
    const contact = await quiet.says(long);
    expect(contact.text).toContain('Thank you, I have kept all of that.');
    expect(contact.asked).toBe('who.assessment');
  });
});
