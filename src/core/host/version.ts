/** Versions of libvirt and QEMU as they print them: `11.3.0`, `10.0`, `7.2.19 (Debian 1:7.2+dfsg-7)`. */

/**
 * Orders two versions by their leading numbers; what is missing counts as 0, so 11.3 equals 11.3.0.
 * @returns negative when `a` is older, 0 when they are equal, positive when `a` is newer
 */
export function compareVersions(a: string, b: string): number {
  const left = numbersOf(a)
  const right = numbersOf(b)
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** True when `version` is `wanted` or newer. A version that is not known is an answer for the caller, not for here. */
export function atLeast(version: string, wanted: string): boolean {
  return compareVersions(version, wanted) >= 0
}

function numbersOf(version: string): number[] {
  // Dots separate numbers; the first thing that is neither ends the version (`10.0.2-1ubuntu1`, `9.0.0rc1`).
  const match = /^\s*v?(\d+(?:\.\d+)*)/.exec(version)
  return match?.[1]?.split('.').map(Number) ?? []
}
