/** The mainboards of x86, by what they have built in. */
export type Board = 'q35' | 'pc' | 'other'

/** The mainboard of a machine type of an x86 architecture. */
export function boardOf(machine: string): Board {
  if (machine === 'q35' || machine.startsWith('pc-q35')) return 'q35'
  return machine === 'pc' || machine.startsWith('pc-') ? 'pc' : 'other'
}
