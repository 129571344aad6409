/** Sentences that stand in no list, known by how they are made; and what must not be guessed. */
import { describe, expect, it } from 'vitest';
import { questions } from '../../src/plan/questions/index.ts';
import { commandIn, understand } from '../../src/understanding/index.ts';

const context = { now: '2026-11-23T10:00:00.000Z', lang: 'en-GB', options: [] };
const goal = { ...questions['goal.what'], id: 'goal.what' };
const helpers = { ...questions['network.who'], id: 'network.who' };
const contact = { ...questions['emergency.contact'], id: 'emergency.contact' };

describe('a person who speaks to the assistant in their own way', () => {
  it.each([
    ['would you mind reading that out once more, my eyes are bad', 'repeat'],
    ['could you possibly put that in plainer words', 'simpler'],
    ['let me go back to the question before', 'back'],
    ['I think I will have to leave it there for today', 'stop'],
    ['is there somebody I could talk to', 'person'],
  ])('is heard in "%s"', (said, command) => {
    expect(commandIn(said, goal, 'en-GB')?.command).toBe(command);
  });

  it.each(['stop my son taking my money', 'go back to my church', 'talk to my grandchildren', 'help my daughter'])(
    'is not mistaken for somebody who says what they want: "%s"',
    (said) => {
      expect(commandIn(said, goal, 'en-GB')).toBeNull();
      expect(understand(said, goal, context).is).toBe('answer');
    },
  );

  it('has the new words of a change kept', () => {
    expect(commandIn('actually change my goal to getting to Church', goal, 'en-GB')).toMatchObject({
      command: 'change',
      to: 'getting to Church',
    });
  });

  it('is asked back where a question about the question is not known', () => {
    expect(understand("what's that got to say about me then", goal, context).is).toBe('unclear');
  });
});

describe('people who are named in a sentence', () => {
  it.each([
    ['a lady from church called Dorothy pops in', { name: 'Dorothy' }],
    ["my husband's brother Bernard", { name: 'Bernard', link: 'brother' }],
    ['that nice girl Amy from the council', { name: 'Amy' }],
  ])('are found in "%s"', (said, person) => {
    expect(understand(said, helpers, context)).toMatchObject({ is: 'answer', value: { people: [person] } });
  });

  it('keep the number that was said with them', () => {
    expect(understand('you can ring us at the surgery, 01632 960100', contact, context)).toMatchObject({
      is: 'answer',
      value: { people: [{ name: 'the surgery', phone: '01632 960100' }] },
    });
  });

  it.each(["you've lost me", 'depends how I feel', 'anyone except my brother', 'my wife used to', 'my boys'])(
    'are not made up out of "%s"',
    (said) => {
      expect(understand(said, helpers, context).is).not.toBe('answer');
    },
  );
});
