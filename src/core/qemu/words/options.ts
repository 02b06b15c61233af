/** Values of QEMU's options. QEMU manual, qemu-options: `name=value` joined by commas, a comma in a value doubled. */
/** undefined leaves the key out, true and false are on and off, a list says the key once for each of its values. */
export type OptionValue = string | number | boolean | readonly (string | number)[] | undefined

/** Keys and their values, in the order in which they are written. */
export type Pairs = Readonly<Record<string, OptionValue>>

/**
 * `user,id=net0,hostfwd=tcp:127.0.0.1:2222-:22`.
 *
 * @param first the word before all keys (the driver, the type), or '' for none
 * @param groups written one after the other: no key is in two of them
 */
export function options(first: string, ...groups: readonly (Pairs | undefined)[]): string {
  let text = doubleCommas(first)
  let comma = first === '' ? '' : ','
  for (const pairs of groups)
    for (const key in pairs) {
      const value = pairs[key]
      if (value === undefined) continue
      if (typeof value === 'object')
        for (const item of value) {
          text += `${comma}${key}=${doubleCommas(String(item))}`
          comma = ','
        }
      else {
        text += `${comma}${key}=${typeof value === 'string' ? doubleCommas(value) : wordFor(value)}`
        comma = ','
      }
    }
  return text
}

function wordFor(value: number | boolean): string | number {
  return typeof value === 'number' ? value : value ? 'on' : 'off'
}

/** The groups as one. */
export function merged(groups: readonly (Pairs | undefined)[]): Record<string, OptionValue> {
  return Object.assign({}, ...groups)
}

/** A comma ends a value unless it is doubled. */
export function doubleCommas(text: string): string {
  return text.includes(',') ? text.replaceAll(',', ',,') : text
}
