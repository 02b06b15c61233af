/** Names of CDs on the SATA bus. */

/** The first name that no disk has; the first of all when none of the usual ones is free. */
export function freeCdName(taken: ReadonlySet<string | undefined>): string {
  return ['sda', 'sdb', 'sdc', 'sdd', 'sde', 'sdf'].find((name) => !taken.has(name)) ?? 'sda'
}
