import { describe, expect, it } from 'vitest';
import phrases from '../../locales/en-GB/understanding.json' with { type: 'json' };
import { commands } from '../../src/conversation/talk.ts';
import { questionIds, questions } from '../../src/plan/questions/index.ts';
import { command } from './saying.ts';

describe('what is said to the assistant', () => {
  it.each([
    ['can you help me please', 'help'],
    ['HELP!!', 'help'],
    ['what does that mean?', 'help'],
    ['why do you ask', 'why'],
    ['can you put that in easier words', 'simpler'],
    ['give us a for instance', 'example'],
    ['say that again', 'repeat'],
    ['go back', 'back'],
    ['skip', 'skip'],
    ['cancel', 'stop'],
    ["I'm tired", 'stop'],
    ['later', 'stop'],
    ['im knackered can we leave it there', 'stop'],
    ['how much longer', 'where'],
    ['show my plan', 'show_plan'],
    ['can I talk to someone', 'person'],
    ['cymraeg', 'language'],
    ['make it bigger', 'looks'],
    ['leave now', 'leave_now'],
    ['delete everything', 'delete'],
    ['how do i complain', 'rights'],
    ['it went off my screen, can you put the question up again', 'repeat'],
    ["you've lost me there", 'help'],
    ['less jargon please and more plain speaking', 'simpler'],
    ['what have other folk said for this one', 'example'],
    ['what has my family got to do with anything', 'why'],
    ['whoops, wrong button, take me back one', 'back'],
    ['mum needs the toilet will come back to this', 'stop'],
    ['is there no one I can ring', 'person'],
    ["i can't see your writing without my magnifier", 'looks'],
    ["close it quick, he's just come in", 'leave_now'],
    ['i gave you the wrong birthday earlier can i fix it', 'change'],
  ])('is a command: "%s"', (text, meant) => {
    expect(command('goal.by_when', text)?.command).toBe(meant);
  });

  it.each([
    ['goal.what', 'help me wash'],
    ['goal.what', 'stop smoking'],
    ['goal.what', 'leave the house more'],
    ['goal.what', 'talk to people more'],
    ['goal.what', 'delete my debts'],
    ['topic.health', 'back pain'],
    ['topic.dos_donts', 'go slower when you wash me'],
    ['action.first_step', 'change my shoes'],
    ['support.pick', 'someone to talk to'],
    ['comm.language', 'Urdu'],
    ['comm.format', 'easy read'],
    ['pause.offer', 'later'],
    ['goal.confirm', 'change the date'],
    ['goal.by_when', 'easter'],
    ['interests.past', 'he always said leave me be'],
    ['topic.past_problems', 'I could never get through to a human being'],
    ['well.signs', "I get short with people and won't answer the phone"],
    ['carer.does', 'I read him his letters and explain what they mean'],
    ['info.who_knows', "the lady at Age UK, by phone as I can't read print"],
    ['need.wrong', 'change the bit about stairs, I manage them fine'],
  ])('is an answer at %s: "%s"', (id, text) => {
    expect(command(id, text)).toBeNull();
  });

  it.each([
    ['change my goal', { command: 'change', about: 'my goal' }],
    ['take the gas bill out', { command: 'change', about: 'the gas bill', out: true }],
    ['what is a direct payment?', { command: 'glossary', about: 'direct payment' }],
    ['whats reablement when its at home', { command: 'glossary', about: 'reablement' }],
    ['tell you more about money', { command: 'more', about: 'money' }],
    ["Direct payment, what's that when it's at home?", { command: 'glossary', about: 'direct payment' }],
    ['change my goal to getting to church', { command: 'change', about: 'change my goal', to: 'getting to church' }],
    ['can we do this in polish', { command: 'language', about: 'polish' }],
  ])('says what it is about: "%s"', (text, meant) => {
    expect(command('goal.by_when', text)).toEqual(meant);
  });

  it('knows words for every command of a talk that is not an answer', () => {
    const heard = [...Object.keys(phrases.commands), 'dont_know', 'prefer_not'];
    expect(commands.filter((one) => !heard.includes(one))).toEqual([]);
  });

  it.each([
    ['leave now', /^leave/],
    ['stop', /^(stop|later|skip_part|leave)$/],
    ['get me a person', /^(person|call_me|phone|face_to_face|someone_else|me_with_someone)$/],
  ])('"%s" is heard at every question, as a command or as one of its options', (text, option) => {
    const deaf = questionIds.filter(
      (id) => command(id, text) === null && !questions[id].options.some((one) => option.test(one)),
    );
    const answers: Record<string, readonly string[]> = phrases.answersNotCommands;
    expect(deaf.filter((id) => answers[id] === undefined)).toEqual([]);
  });
});
