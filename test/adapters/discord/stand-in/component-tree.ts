import { isList, isObject, type JsonObject } from './json.ts';
import type { Path, Problems } from './schema.ts';

/** Every component with its place, nested ones and accessories included, in the order in which Discord shows them. */
export function componentsIn(value: unknown, at: Path = []): readonly { component: JsonObject; at: Path }[] {
  if (!isList(value)) return [];
  return value.flatMap((component, index) => {
    if (!isObject(component)) return [];
    const here = [...at, index];
    const accessory = isObject(component['accessory'])
      ? [{ component: component['accessory'], at: [...here, 'accessory'] }]
      : [];
    return [
      { component, at: here },
      ...componentsIn(component['components'], [...here, 'components']),
      ...accessory,
    ];
  });
}

/** "Multiple components on the same message must not share the same custom_id", disabled ones included. */
export function checkUnique(value: unknown, at: Path, problems: Problems): void {
  const seen = new Set<unknown>();
  for (const { component, at: place } of componentsIn(value, at)) {
    const { custom_id, id: number } = component;
    if (custom_id !== undefined && seen.has(custom_id))
      problems.add(
        [...place, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      );
    // How Discord names this one is not known.
    if (typeof number === 'number' && number !== 0 && seen.has(number))
      problems.add([...place, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
    seen.add(custom_id).add(number);
  }
}
