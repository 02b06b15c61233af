/** The .ovf in an .ova, which is a tar that begins with it. POSIX, pax: ustar interchange format. DSP0243: 5.3. */

/** Each file has a head of this size, and ends on a multiple of it. In bytes. */
const block = 512

/** Of the end tag, whatever its prefix: the start tag has attributes. */
const ending = 'Envelope>'

/**
 * What stands between the head of the first file and the end of its XML: as text a tar has no lengths in bytes.
 *
 * @returns undefined for a text that is no tar, or begins with another file
 */
export function ovfInTar(text: string): string | undefined {
  if (!text.startsWith('ustar', 257)) return undefined
  const name = text.slice(0, 100).replace(/\0.*$/s, '')
  const start = text.indexOf('<', block)
  if (!name.toLowerCase().endsWith('.ovf') || start === -1) return undefined
  const end = text.indexOf(ending, start)
  return end === -1 ? undefined : text.slice(start, end + ending.length)
}
