import { describe, expect, it } from 'vitest';
import { kept, say } from './saying.ts';

const people = (text: string, id = 'network.who') => kept(id, text);

describe('people', () => {
  it.each([
    ['my daughter Priya 07700 900123', [{ name: 'Priya', link: 'daughter', phone: '07700 900123' }]],
    [
      'me and my sister',
      [
        { name: 'me', self: true },
        { name: 'my sister', link: 'sister' },
      ],
    ],
    [
      'My daughter. And the grandchildren, bless them',
      [
        { name: 'My daughter', link: 'daughter' },
        { name: 'the grandchildren', link: 'grandchildren' },
      ],
    ],
    ['The practice nurse, next week.', [{ name: 'The practice nurse', link: 'practice nurse' }]],
    [
      'my son dave and his wife karen',
      [
        { name: 'dave', link: 'son' },
        { name: 'karen', link: 'wife' },
      ],
    ],
    [
      'my two sons Mark and Andrew',
      [
        { name: 'Mark', link: 'son' },
        { name: 'Andrew', link: 'son' },
      ],
    ],
    ['Jean, Bill and Marjorie', [{ name: 'Jean' }, { name: 'Bill' }, { name: 'Marjorie' }]],
    ['me mam', [{ name: 'me mam', link: 'mam' }]],
    ['our Mandy', [{ name: 'Mandy' }]],
    ['Dr Patel', [{ name: 'Dr Patel' }]],
    ['Joan - wife', [{ name: 'Joan', link: 'wife' }]],
    ['my mate at church, Olu', [{ name: 'Olu', link: 'mate' }]],
    ['not my son, my daughter Ruth', [{ name: 'Ruth', link: 'daughter' }]],
    [
      'Karen 07700 900111 then Mike 07700 900222',
      [
        { name: 'Karen', phone: '07700 900111' },
        { name: 'Mike', phone: '07700 900222' },
      ],
    ],
    ['my daughter priya email priya@example.org', [{ name: 'priya', link: 'daughter', email: 'priya@example.org' }]],
    ['the falls team', [{ name: 'the falls team' }]],
    ['You can ring us at the surgery, 01632 960100.', [{ name: 'the surgery', phone: '01632 960100' }]],
    [
      "me with my wife's help",
      [
        { name: 'me', self: true },
        { name: 'my wife', link: 'wife' },
      ],
    ],
  ])('are found in "%s"', (text, found) => {
    expect(people(text)).toEqual({ people: found });
  });

  it.each(['nobody', 'no-one really', 'not a soul', 'nobody helps me i do it all myself', 'there isnt anyone else'])(
    'are not there: "%s"',
    (text) => {
      expect(people(text)).toBe('none');
    },
  );

  it.each([
    'someone',
    'everyone',
    'my kids',
    'just me and you',
    '07700 900123',
    'whoever is free',
    "my brother Terry helps, my sister's too soft",
    'three of them, Winifred Alma and Jock',
    'my wife did it till her hip went',
    'Doreen from the carers centre, although my son drove me here',
  ])('are asked for again after "%s"', (text) => {
    expect(people(text)).toMatch(/^unclear/);
  });

  it('are kept without a number that cannot be rung, and that is noted', () => {
    expect(say('network.who', 'my daughter 07700 9001')).toEqual({
      is: 'answer',
      value: { people: [{ name: 'my daughter', link: 'daughter' }] },
      notes: ['phone_unclear'],
    });
  });

  it('bring along what the plan knows of them', () => {
    const known = { people: [{ name: 'Priya', link: 'daughter', phone: '07700 900123' }] };
    expect(kept('contingency.call', 'priya', { known })).toEqual({ people: known.people });
  });

  it('may be the ones who should not take part', () => {
    expect(people('not my dad', 'involve.not')).toEqual({ people: [{ name: 'my dad', link: 'dad' }] });
  });
});

describe('whether somebody may be rung', () => {
  it.each([
    ['yes 07700 900123', { may_ring: true, phone: '07700 900123' }],
    ['+447700900123', { may_ring: true, phone: '07700 900123' }],
    ['(0114) 496 0888', { may_ring: true, phone: '0114 496 0888' }],
    ['of course 020 7946 0018', { may_ring: true, phone: '020 7946 0018' }],
    ['oh one six three two nine six oh seven eight nine', { may_ring: true, phone: '01632 960789' }],
    ['zero double seven double zero nine double zero four five six', { may_ring: true, phone: '07700 900456' }],
    ['07700 900321 no sorry 07700 900312', { may_ring: true, phone: '07700 900312' }],
    ['yes', { may_ring: true }],
    ['no dont ring her shes poorly herself', { may_ring: false }],
  ])('is heard in "%s"', (text, meant) => {
    expect(kept('network.emergency', text)).toEqual(meant);
  });

  it.each(['07700 9001', '0770090012345', '999'])('is asked again after "%s", which is no whole number', (text) => {
    expect(kept('network.emergency', text)).toBe('unclear bad_number');
  });

  it('is asked back when there are two numbers', () => {
    expect(kept('network.emergency', '07700 900555 or 07700 900666')).toBe('which');
  });
});
