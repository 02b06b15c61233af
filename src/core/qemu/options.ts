/** Values of QEMU's options. QEMU manual, qemu-options: `name=value` joined by commas, a comma in a value doubled. */

/** undefined leaves the key out, true and false are on and off, a list says the key once for each of its values. */
export type OptionValue = string | number | boolean | readonly (string | number)[] | undefined

/**
 * `user,id=net0,hostfwd=tcp:127.0.0.1:2222-:22`.
 *
 * @param first the word before all keys (the driver, the type), or '' for none
 * @param pairs in the order in which they are written
 */
export function options(first: string, pairs: Readonly<Record<string, OptionValue>>): string {
  let text = doubleCommas(first)
  for (const key in pairs) {
    const value = pairs[key]
    if (value === undefined) continue
    if (typeof value === 'string') text += `,${key}=${doubleCommas(value)}`
    else if (typeof value === 'number') text += `,${key}=${value}`
    else if (typeof value === 'boolean') text += value ? `,${key}=on` : `,${key}=off`
    else for (const item of value) text += `,${key}=${doubleCommas(String(item))}`
  }
  return first === '' ? text.slice(1) : text
}

/** A comma ends a value unless it is doubled. */
export function doubleCommas(text: string): string {
  return text.includes(',') ? text.replaceAll(',', ',,') : text
}
