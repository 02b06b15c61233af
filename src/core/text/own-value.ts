/**
 * A table or a map that is looked up by a text of an input. An object also has what its prototype has (`constructor`,
 * `toString`, `__proto__`), which is no entry of the table.
 */

/** The entry of that name, when the object itself has it; undefined for anything that it inherits. */
export function ownValue<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string | number,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}

/** Sets an entry by a name that an input gives: an assignment to `__proto__` would change the prototype instead. */
export function setOwn<Value>(record: Record<string, Value>, key: string, value: Value): void {
  if (key === '__proto__')
    Object.defineProperty(record, key, { value, enumerable: true, writable: true, configurable: true })
  else record[key] = value
}
