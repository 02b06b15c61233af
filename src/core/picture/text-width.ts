/** How wide a text is about, and as much of it as there is room for: no font can be asked here. */

/** Widths in parts of the size of the letters, of wide system fonts; what is not named is a small letter. */
const widths: readonly (readonly [RegExp, number])[] = [
  [
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3ffff}]/u,
    1.1,
  ],
  [/[MWmw@%—…→]/, 0.95],
  [/[A-Z&_\u00c0-\uffff]/, 0.72],
  [/[iljtfr.,:;'|!()[\] /-]/, 0.4],
]
const usual = 0.6
const mono = 0.62

/** What would break a line, turn the direction of writing, or not be seen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g

/** The text on one line, without what turns the direction of writing. */
export function onOneLine(text: string): string {
  return text.replace(unseen, ' ')
}

/**
 * The width of a text in px, rather too wide than too narrow.
 *
 * @param size of the letters, in px
 */
export function widthOf(text: string, size: number, isMono = false): number {
  let sum = 0
  for (const letter of text) sum += widthOfLetter(letter, isMono)
  return sum * size
}

function widthOfLetter(letter: string, isMono: boolean): number {
  const width = widths.find(([letters]) => letters.test(letter))?.[1] ?? usual
  return isMono ? Math.max(mono, width > 1 ? width : 0) : width
}

/**
 * As much of a text as fits, with an ellipsis: of a path the end, of all else the beginning.
 *
 * @param room in px
 */
export function clip(text: string, room: number, size: number, isMono = false): string {
  // No more letters fit than these, however narrow they are.
  const most = Math.max(0, Math.floor(room / (size * 0.4)))
  const keepsEnd = text.startsWith('/')
  const line = onOneLine(keepsEnd ? text.slice(-most - 2) : text.slice(0, most + 2))
  const isCut = line.length < text.length
  if (!isCut && widthOf(line, size, isMono) <= room) return line
  const letters = [...line]
  if (keepsEnd) letters.reverse()
  let left = room - widthOfLetter('…', isMono) * size
  const kept: string[] = []
  for (const letter of letters) {
    left -= widthOfLetter(letter, isMono) * size
    if (left < 0) break
    kept.push(letter)
  }
  return keepsEnd ? `…${kept.reverse().join('')}` : `${kept.join('').trimEnd()}…`
}
