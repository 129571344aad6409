/** Worries, marked with who saw them. */

import { plainFields } from './defaults.ts';
import type { Material } from './material.ts';
import type { Registry } from './people.ts';
import { optional } from './who.ts';

export function risks(material: Material, registry: Registry) {
  const items = material.items('risk').map((id) => {
    const [who, ...others] = registry.refs('risk.who', id);
    const by = material.answer('risk.what', id)?.by.role ?? 'person';
    return {
      id,
      ...plainFields(material, 'risks', id),
      source: by === 'person' && material.kept.mode === 'on_behalf' ? ('helper' as const) : by,
      ...optional('who', who),
      ...optional('who_also', others.length > 0 ? others : undefined),
    };
  });
  const saidNone =
    material.value('risk.another') === 'none' ||
    [...material.answers.values()].some(({ question, notes }) => question === 'risk.what' && notes.includes('none'));
  return { none_seen: items.length === 0 && saidNone, items };
}
