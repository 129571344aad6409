/** The statecharts as pictures that anybody can read: which question comes after which, and when. */
import { planMachine } from '../../dialogs/plan.ts';

/** What is read of a state: XState's own nodes have it all. */
interface Node {
  readonly id: string;
  readonly key: string;
  readonly states: Readonly<Record<string, Node>>;
  readonly meta?: { readonly question?: string };
  readonly always?: readonly Way[];
  readonly initial: { readonly target: readonly Node[] };
}
interface Way {
  readonly target?: readonly Node[] | undefined;
  readonly guard?: unknown;
}

/** The files of docs/dialogs/, by name: one drawing a section, and a list of them. */
export function drawings(): ReadonlyMap<string, string> {
  const { talking, safety }: Readonly<Record<string, Node>> = planMachine.root.states;
  if (talking === undefined || safety === undefined) throw new Error('The plan has no such part.');
  const sections = [...Object.values(talking.states), safety].filter((one) => Object.keys(one.states).length > 0);
  const list = sections.map(({ key }) => `- [${key}](${key}.md)`).join('\n');
  return new Map([
    [
      'README.md',
      `# The dialogs, drawn\n\nMade by \`npm run dialogs\` from the machines in \`dialogs/\`. A test compares them.\n\n${list}\n`,
    ],
    ...sections.map((section) => [`${section.key}.md`, draw(section)] as const),
  ]);
}

function draw(section: Node): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${nameOf(first(section))}`, ...inside(section, section)];
  return `# ${section.key}\n\n\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n`;
}

function inside(node: Node, section: Node): string[] {
  return Object.values(node.states).flatMap((state) => {
    if (Object.keys(state.states).length > 0) return inside(state, section);
    const label = state.meta?.question;
    const title = label === undefined ? [] : [`  ${nameOf(state)} : ${label}`];
    return [...title, ...waysOf(state).map((way) => arrow(state, way, section))];
  });
}

function arrow(state: Node, { target, guard }: Way, section: Node): string {
  const [to] = target ?? [];
  const where =
    to === undefined
      ? nameOf(state)
      : to.id.startsWith(`${section.id}.`) || isIn(to, section)
        ? nameOf(first(to))
        : `to_${shortId(to)}`;
  const when = guardOf(guard);
  return `  ${nameOf(state)} --> ${where}${when === '' ? '' : ` : ${when}`}`;
}

const waysOf = (state: Node): readonly Way[] => state.always ?? [];
const isIn = (node: Node, section: Node): boolean =>
  node === section || Object.values(section.states).some((inner) => node === inner || isIn(node, inner));

/** Where one comes in. */
function first(node: Node): Node {
  const [inner] = Object.keys(node.states).length > 0 ? node.initial.target : [];
  return inner === undefined ? node : first(inner);
}

/** Names that mermaid takes: letters, digits and underscores. */
const nameOf = ({ id }: Node): string => shortId({ id });
const shortId = ({ id }: Pick<Node, 'id'>): string =>
  id
    .replace(/^plan\.(?:talking\.)?/, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/_$/, '');

/** A guard in words: the condition, or that the question is settled. */
function guardOf(guard: unknown): string {
  if (guard === undefined) return '';
  if (typeof guard === 'string') return guard;
  const { type, params } = guard as { type: string; params?: Record<string, unknown> };
  const { when, detail, topic } = params ?? {};
  if (type === 'holds') return String(when);
  if (type === 'goesBy') {
    const only = [when, detail === true ? 'full way' : undefined, topic === undefined ? undefined : 'picked'].filter(
      (one) => one !== undefined,
    );
    return only.length === 0 ? 'answered' : `answered, or not ${only.join(' and ')}`;
  }
  return type;
}
